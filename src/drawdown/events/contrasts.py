"""How publishers name the same actor or event: labels, counted."""

from __future__ import annotations

import polars as pl

from drawdown.schemas import TABLES


def count(labels: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """Rows of ``contrasts`` from the tables ``labels`` and ``articles``."""
    voices = articles.select("article_id", pl.coalesce("publisher", "article_id").alias("voice"))
    table = TABLES["contrasts"]
    counted = (
        labels.drop_nulls("target_id")
        .join(voices, on="article_id")
        .with_columns(pl.col("voice").n_unique().over("target_kind", "target_id").cast(pl.Int64).alias("voices"))
        .group_by("target_kind", "target_id", "voice", "head", "in_quote")
        .agg(
            pl.col("evaluation").min(),
            pl.len().cast(pl.Int64).alias("uses"),
            pl.col("article_id").n_unique().cast(pl.Int64).alias("articles"),
            pl.col("voices").first(),
        )
    )
    return counted.select(table.column_names).sort(table.primary_key)
