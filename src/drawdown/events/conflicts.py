"""Where the reports of one happening cannot all be true. A missing row is better than a wrong one."""

from __future__ import annotations

from collections.abc import Callable

import polars as pl

from drawdown import ids
from drawdown.events import comparison, days
from drawdown.events.claims import RECIPROCAL
from drawdown.schemas import TABLES, vocabularies

_LONGEST = 7
"""Days: dates that span more are too vague to contradict another by a day or two."""

_SUPPORT = 2
_SHARE = 0.1
"""Actors, places and denials are readings of a sentence: a value counts if two articles give it, and a tenth of all that give any."""

Values = Callable[[pl.DataFrame], pl.DataFrame]


def find(claims: pl.DataFrame, tolls: pl.DataFrame, named: pl.DataFrame) -> pl.DataFrame:
    """Rows of ``conflicts``.

    ``claims`` as :func:`drawdown.events.claims.build` gives them, ``tolls`` are the event mentions (for dates as written and numbers of
    victims), ``named`` says which event each is linked to.
    """
    columns = [name for name in ("edtf", "date_basis", "deaths_low", "deaths_best", "deaths_high") if name in tolls.columns]
    reports = claims.join(named.select("event_mention_id", "event_id"), on="event_mention_id").join(
        tolls.select("event_mention_id", *columns), on="event_mention_id"
    )
    several = reports.filter((pl.len().over("event_id") > 1) & ~pl.col("series"))
    told = several.filter(pl.col("realis").is_in(vocabularies.DONE))
    found = [
        _pairs("date", _dates(told), (days.gap() > 0) & (days.gap() <= comparison.NEAR_DAYS)),
        _pairs("count", _counts(told), _apart("deaths") & (pl.col("victims_a") == pl.col("victims_b"))),
        _pairs("actor", _supported(_actors(told)), comparison.level("actor", "other")),
        _pairs("realis", _supported(_statuses(several)), pl.lit(True)),
        _pairs("place", _supported(_places(told)), comparison.level("place", "apart")),
    ]
    rows = pl.concat(found).sort("event_id", "field", "value_a", "value_b", "event_mention_a", "event_mention_b")
    first = rows.unique(["event_id", "field", "value_a", "value_b"], keep="first", maintain_order=True)
    parts = first.select("event_id", "field", "value_a", "value_b").iter_rows()
    keys = pl.Series("conflict_id", [ids.across("c", part) for part in parts], dtype=pl.String)
    return first.with_columns(keys, pl.lit(False).alias("corrected")).select(TABLES["conflicts"].column_names).sort("conflict_id")


def _pairs(field: str, reports: pl.DataFrame, apart: pl.Expr) -> pl.DataFrame:
    """Pairs of different values of one event, each with the first report that gives it, on different pages."""
    articles = reports.group_by("event_id", "value").agg(pl.col("article_id").n_unique().cast(pl.Int64).alias("articles"))
    firsts = (
        reports.sort("page_day", "article_id", "raw_start", "event_mention_id", nulls_last=True)
        .unique(["event_id", "value", "article_id"], keep="first", maintain_order=True)
        .filter(pl.int_range(pl.len()).over("event_id", "value") < 2)
        .join(articles, on=["event_id", "value"])
    )
    left = firsts.rename(lambda name: name if name == "event_id" else f"{name}_a")
    right = firsts.rename(lambda name: name if name == "event_id" else f"{name}_b")
    both = left.join(right, on="event_id", maintain_order="left_right")
    kept = both.filter((pl.col("value_a") < pl.col("value_b")) & (pl.col("article_id_a") != pl.col("article_id_b")) & apart)
    return kept.select(
        "event_id",
        pl.lit(field).alias("field"),
        "value_a",
        "value_b",
        pl.col("event_mention_id_a").alias("event_mention_a"),
        pl.col("event_mention_id_b").alias("event_mention_b"),
        pl.col("article_id_a").alias("article_a"),
        pl.col("article_id_b").alias("article_b"),
        "articles_a",
        "articles_b",
    )


def _supported(reports: pl.DataFrame) -> pl.DataFrame:
    """Reports whose value has the support that a conflict needs."""
    articles = pl.col("article_id").n_unique()
    enough = (articles.over("event_id", "value") >= _SUPPORT) & (articles.over("event_id", "value") >= _SHARE * articles.over("event_id"))
    return reports.filter(enough)


def _dates(told: pl.DataFrame) -> pl.DataFrame:
    """Days and short intervals that a page gives, with year or without; a day without year is the one with a year that other reports give, if all
    give the same."""
    short = (pl.col("high") - pl.col("low") < _LONGEST) | pl.col("day").is_not_null()
    given = pl.col("date_basis").is_in(["stated", "relative", "inferred"])
    dated = told.filter(short & given & pl.col("edtf").is_not_null()).with_columns(pl.col("edtf").str.slice(4).alias("of_year"))
    full = dated.filter(pl.col("edtf").str.contains(r"^\d{4}-\d\d-\d\d$")).select("event_id", "of_year", pl.col("edtf").alias("full"))
    only = full.unique().unique(["event_id", "of_year"], keep="none")
    yearless = pl.col("edtf").str.starts_with("XXXX")
    value = pl.when(yearless).then(pl.coalesce("full", "edtf")).otherwise("edtf").alias("value")
    return dated.join(only, on=["event_id", "of_year"], how="left").with_columns(value).drop("of_year", "full")


def _counts(told: pl.DataFrame) -> pl.DataFrame:
    """Numbers of dead, with the victims they are counted of."""
    victims = pl.col("recipient_ids").list.join(",") + "|" + pl.col("recipient_words").list.join(",")
    return told.filter(pl.col("deaths_best").is_not_null()).with_columns(
        pl.col("deaths_best").cast(pl.String).alias("value"), victims.alias("victims")
    )


def _apart(what: str) -> pl.Expr:
    below = pl.col(f"{what}_high_a") < pl.col(f"{what}_low_b")
    above = pl.col(f"{what}_high_b") < pl.col(f"{what}_low_a")
    return (below | above).fill_null(False)


def _actors(told: pl.DataFrame) -> pl.DataFrame:
    """Known actors of one-sided acts, as subject or agent of a verb: in front of a noun ("the Bordurian raid") they are less certain."""
    known = ~pl.col("noun") & (pl.col("actor_ids").list.len() > 0) & (pl.col("actor_words").list.len() == 0)
    one_sided = ~pl.col("event_type").is_in(RECIPROCAL)
    return told.filter(known & one_sided).with_columns(pl.col("actor_ids").list.join(" | ").alias("value"))


def _statuses(several: pl.DataFrame) -> pl.DataFrame:
    """Told as done, and denied; what the page itself says and what it reports of others alike."""
    told = pl.col("realis").is_in(["asserted", "historical"])
    status = pl.when(told).then(pl.lit("asserted")).when(pl.col("realis") == "negated").then(pl.lit("negated"))
    return several.with_columns(status.alias("value")).drop_nulls("value")


def _places(told: pl.DataFrame) -> pl.DataFrame:
    """Where it happened; the place beside a speech act is as a rule that of what the words are about."""
    acts = told.filter(pl.col("place_id").is_not_null() & pl.col("content_type").is_null())
    return acts.with_columns(pl.col("place_id").alias("value"))
