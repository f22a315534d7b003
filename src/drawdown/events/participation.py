"""Who took part in a happening, over all its reports."""

from __future__ import annotations

import polars as pl

from drawdown.schemas import TABLES


def merge(participants: pl.DataFrame, named: pl.DataFrame) -> pl.DataFrame:
    """Rows of ``event_participants``: entities by event and role, with the reports and articles that name them."""
    linked = participants.filter(pl.col("role").is_in(["actor", "recipient"]) & pl.col("entity_id").is_not_null()).join(
        named.select("event_mention_id", "event_id"), on="event_mention_id"
    )
    counted = linked.group_by("event_id", "role", "entity_id").agg(
        pl.col("event_mention_id").n_unique().cast(pl.Int64).alias("mentions"),
        pl.col("article_id").n_unique().cast(pl.Int64).alias("articles"),
    )
    table = TABLES["event_participants"]
    return counted.select(table.column_names).sort(table.primary_key)
