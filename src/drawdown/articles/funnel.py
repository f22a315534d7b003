"""How many documents came in, where they were set aside, and how many became articles."""

from __future__ import annotations

import polars as pl

Row = dict[str, object]


def rows(documents: int, articles: int, quarantine: pl.LazyFrame) -> list[Row]:
    """Rows of ``funnel``; of a document that two rules set aside the first in the order of ``quarantine`` counts."""
    once = quarantine.filter(pl.col("document_id").ne_missing(pl.col("document_id").shift(1)))
    counts = once.group_by("stage", "rule").len().collect()
    counted = counts.with_columns((pl.col("stage") != "documents").alias("late")).sort("late", "rule")
    steps = [("received", "documents", None, documents)]
    steps += [("quarantined", stage, rule, count) for stage, rule, count in counted.select("stage", "rule", "len").iter_rows()]
    steps.append(("articles", "articles", None, articles))
    return [
        {"ordinal": ordinal, "step": step, "stage": stage, "rule": rule, "documents": count}
        for ordinal, (step, stage, rule, count) in enumerate(steps)
    ]
