"""One row for each happening: what its reports say together."""

from __future__ import annotations

import polars as pl

from drawdown.events import dating, origins
from drawdown.events.inputs import Tables
from drawdown.schemas import TABLES, vocabularies

_SHARE = 0.1
"""Denials below this share of the mentions are taken for misread ones."""


def merge(tables: Tables, claims: pl.DataFrame, named: pl.DataFrame) -> pl.DataFrame:
    """Rows of ``events``; ``claims`` are the prepared mentions, ``named`` says which event each belongs to."""
    day = claims.select("event_mention_id", "page_day")
    publishers = tables.articles.select("article_id", "publisher")
    precision = tables.places.select(
        "place_id", pl.col("precision").replace_strict(_ranks(vocabularies.PLACE_PRECISIONS), default=9).alias("coarse")
    )
    reports = (
        tables.event_mentions.join(named, on="event_mention_id")
        .join(day, on="event_mention_id")
        .join(publishers, on="article_id", how="left")
        .join(precision, on="place_id", how="left")
        .sort("event_id", "page_day", "article_id", "raw_start", "event_mention_id", nulls_last=True)
    )
    events = reports.group_by("event_id", maintain_order=True).agg(
        pl.col("article_id").n_unique().cast(pl.Int64).alias("articles"),
        pl.col("publisher").drop_nulls().n_unique().cast(pl.Int64).alias("publishers"),
        pl.len().cast(pl.Int64).alias("mentions"),
        pl.col("event_mention_id").filter("founding").first().alias("founding_mention_id"),
        _realis(),
    )
    kinds = commonest(reports, ["event_type"])
    of_kind = reports.join(kinds, on=["event_id", "event_type"])
    for part in (
        kinds,
        commonest(of_kind, ["mode"]),
        commonest(of_kind, ["content_type", "content_mode"], needed="content_type"),
        commonest(reports.sort("coarse", maintain_order=True, nulls_last=True), ["coarse", "place_id"], needed="place_id", finest="coarse"),
        dating.merge(reports),
        counts(reports, "deaths"),
        counts(reports, "injured"),
        origins.count(reports, tables),
    ):
        events = events.join(part, on="event_id", how="left")
    complete = events.with_columns(pl.col("date_basis").fill_null("unknown"), pl.lit(False).alias("corrected"))
    return complete.select(TABLES["events"].column_names).sort("event_id")


def commonest(reports: pl.DataFrame, values: list[str], needed: str | None = None, finest: str | None = None) -> pl.DataFrame:
    """The combination of values that most articles of each event give; of several, the one that stands first.

    Rows without the value ``needed`` (by default the first) do not vote; ``finest`` names a column whose smallest value goes first.
    """
    voting = reports.filter(pl.col(needed or values[0]).is_not_null()).with_row_index("at")
    votes = voting.group_by("event_id", *values).agg(
        pl.col("article_id").n_unique().alias("votes"), pl.len().alias("n"), pl.col("at").min()
    )
    order = [finest] if finest else []
    best = votes.sort(*order, "votes", "n", "at", descending=[*(False for _ in order), True, True, False])
    return best.unique("event_id", keep="first", maintain_order=True).select("event_id", *values).drop("coarse", strict=False)


def counts(reports: pl.DataFrame, what: str) -> pl.DataFrame:
    """Low, best and high of ``deaths`` or ``injured``, over reports that tell the act as done."""
    low, best, high = (f"{what}_{which}" for which in ("low", "best", "high"))
    told = reports.filter(pl.col(best).is_not_null() & pl.col("realis").is_in(vocabularies.DONE))
    bounds = told.group_by("event_id").agg(pl.col(low).min(), pl.col(high).max())
    return bounds.join(commonest(told, [best]), on="event_id").select("event_id", low, best, high)


def _realis() -> pl.Expr:
    """Disputed where told and denied (by one mention in ten at least); else the strongest status that any mention gives it."""
    has = {value: (pl.col("realis") == value).any() for value in (*vocabularies.DONE, "planned", "conditional", "negated")}
    told = has["asserted"] | has["historical"] | has["alleged"]
    strongest = pl.lit("negated")
    for value in ("conditional", "planned", "alleged", "historical", "asserted"):
        strongest = pl.when(has[value]).then(pl.lit(value)).otherwise(strongest)
    denials, tellings = (pl.col("realis") == "negated").sum(), pl.col("realis").is_in(vocabularies.DONE).sum()
    return (
        pl.when(told & has["negated"] & (denials >= _SHARE * (denials + tellings)))
        .then(pl.lit("disputed"))
        .otherwise(strongest)
        .alias("realis")
    )


def _ranks(values: tuple[str, ...]) -> dict[str, int]:
    return {value: rank for rank, value in enumerate(values)}
