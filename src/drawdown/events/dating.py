"""The date of a happening: where its reports agree, what all of them allow; else what most pages say."""

from __future__ import annotations

import polars as pl

_BASES = {"stated": 0, "relative": 1, "document": 2, "inferred": 3, "unknown": 4}


def merge(reports: pl.DataFrame) -> pl.DataFrame:
    """``event_id``, ``edtf``, ``earliest``, ``latest``, ``date_basis``: one row for each event with any date.

    ``reports`` are event mentions with ``event_id``, in the order in which the first decides a tie.
    """
    ranked = reports.with_row_index("at").with_columns(pl.col("date_basis").replace_strict(_BASES, default=4).alias("rank"))
    dated = ranked.filter(pl.col("earliest").is_not_null())
    common = dated.group_by("event_id").agg(pl.col("earliest").max().alias("low"), pl.col("latest").min().alias("high"))
    agreeing = common.filter(pl.col("low") <= pl.col("high"))
    disagreeing = dated.join(common.filter(pl.col("low") > pl.col("high")), on="event_id", how="semi")
    undated = ranked.join(common, on="event_id", how="anti").filter(pl.col("edtf").is_not_null())
    return pl.concat([_agreed(dated, agreeing), _majority(disagreeing), _yearless(undated)])


def _agreed(dated: pl.DataFrame, common: pl.DataFrame) -> pl.DataFrame:
    """What all reports allow, in the words of a report that says just that, or as an interval of our own."""
    inside = dated.join(common, on="event_id")
    exact = (pl.col("earliest") == pl.col("low")) & (pl.col("latest") == pl.col("high"))
    best = inside.sort(~exact, "rank", "at").unique("event_id", keep="first", maintain_order=True)
    day = pl.col("low").dt.strftime("%Y-%m-%d")
    interval = pl.when(pl.col("low") == pl.col("high")).then(day).otherwise(day + "/" + pl.col("high").dt.strftime("%Y-%m-%d"))
    own = pl.when(exact & pl.col("edtf").is_not_null()).then("edtf").otherwise(interval)
    return best.select("event_id", own.alias("edtf"), pl.col("low").alias("earliest"), pl.col("high").alias("latest"), "date_basis")


def _majority(dated: pl.DataFrame) -> pl.DataFrame:
    """The interval that most articles give or allow; of several the narrower, then the one that stands first."""
    claimed = dated.select("event_id", "earliest", "latest").unique()
    votes = (
        claimed.join(dated.select("event_id", "article_id", pl.col("earliest").alias("low"), pl.col("latest").alias("high")), on="event_id")
        .filter((pl.col("low") <= pl.col("earliest")) & (pl.col("high") >= pl.col("latest")))
        .group_by("event_id", "earliest", "latest")
        .agg(pl.col("article_id").n_unique().alias("votes"))
    )
    width = pl.col("latest") - pl.col("earliest")
    best = dated.join(votes, on=["event_id", "earliest", "latest"]).sort(-pl.col("votes").cast(pl.Int64), width, "at")
    return best.unique("event_id", keep="first", maintain_order=True).select("event_id", "edtf", "earliest", "latest", "date_basis")


def _yearless(undated: pl.DataFrame) -> pl.DataFrame:
    """A date without year, where nobody gives the year."""
    votes = undated.group_by("event_id", "edtf").agg(
        pl.col("article_id").n_unique().alias("votes"), pl.col("at").min(), pl.col("date_basis").first()
    )
    best = votes.sort(-pl.col("votes").cast(pl.Int64), "at").unique("event_id", keep="first", maintain_order=True)
    none = pl.lit(None, dtype=pl.Date)
    return best.select("event_id", "edtf", none.alias("earliest"), none.alias("latest"), "date_basis")
