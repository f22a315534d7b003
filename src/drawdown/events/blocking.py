"""Which pairs of claims are worth comparing: near-linear in the number of claims.

Claims that share a key stand in one block, sorted by date. In a block, equal claims are chained one to the next, and the first of each
kind is compared with the first of the next ``WINDOW`` kinds: so ten thousand reports of one happening cost ten thousand comparisons, not
fifty million.
"""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

WINDOW = 20
"""How many different claims behind it in its block a claim is compared with."""

_SIDES = 4
"""Participants of one role that make keys; a list of twenty delegates is no better evidence than its first four."""


ANYONE = "*"


def pairs(claims: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """Frames of candidate pairs (columns ``a``, ``b``: claim numbers, ``a < b``), in portions; a pair may come more than once."""
    ordered = _blocks(claims)
    yield _pairs(ordered, 1, ("key", "kind"))
    first = ordered.filter(pl.struct("key", "kind").is_first_distinct())
    for distance in range(1, WINDOW + 1):
        portion = _pairs(first, distance, ("key",))
        if portion.is_empty():
            return
        yield portion


def _pairs(ordered: pl.DataFrame, distance: int, within: tuple[str, ...]) -> pl.DataFrame:
    """Claims ``distance`` rows apart that agree in the columns ``within``."""
    other = ordered.shift(-distance)
    together = pl.all_horizontal(pl.col(name) == other[name] for name in within)
    both = ordered.with_columns(other["claim"].alias("other")).filter(together & (pl.col("claim") != pl.col("other")))
    return both.select(pl.min_horizontal("claim", "other").alias("a"), pl.max_horizontal("claim", "other").alias("b")).unique(
        maintain_order=True
    )


def _blocks(claims: pl.DataFrame) -> pl.DataFrame:
    """Columns ``key``, ``kind``, ``claim``: one row for each key of each claim, sorted for comparison."""
    described = claims.with_columns(
        kind().alias("kind"),
        pl.coalesce("low", "news_low", "page_day").alias("when"),
    )
    parts = [_page, _parties, _quoted, _worded]
    named = [_named(described, role) for role in ("actor", "recipient")]
    keys = pl.concat([*(part(described) for part in parts), *named])
    return keys.sort("key", "when", "kind", "claim", nulls_last=True).select("key", "kind", "claim")


def kind() -> pl.Expr:
    """A text for everything that two claims are compared by, but the page: equal claims are of one kind."""
    names = ["event_type", "mode", "content_type", "realis", "place_id", "low", "high", "month", "day", "until", "news_low", "series"]
    lists = ["actor_ids", "recipient_ids", "actor_words", "recipient_words", "quoted", "spoken"]
    joined = [pl.col(name).list.join(",") for name in lists]
    return pl.concat_str([*(pl.col(name).cast(pl.String).fill_null("") for name in names), *joined], separator="|")


def _rows(claims: pl.DataFrame, key: pl.Expr) -> pl.DataFrame:
    return claims.select(key.alias("key"), "when", "kind", "claim").drop_nulls("key")


def _page(claims: pl.DataFrame) -> pl.DataFrame:
    """Claims of one page, in the order of the page."""
    return claims.select(
        pl.concat_str(pl.lit("page"), "article_id", "family", separator="|").alias("key"),
        pl.col("raw_start").cast(pl.Int32).alias("when"),
        pl.col("event_mention_id").alias("kind"),
        "claim",
    )


def _named(claims: pl.DataFrame, role: str) -> pl.DataFrame:
    """Claims with one named participant in common, whenever it was: dates without year and undated background meet the rest here."""
    exploded = claims.with_columns(pl.col(f"{role}_named").list.head(_SIDES).alias("side")).explode("side")
    return _rows(exploded, pl.concat_str(pl.lit(role), "family", "side", separator="|"))


def _parties(claims: pl.DataFrame) -> pl.DataFrame:
    """Claims about the same parties, or parties of the same countries, in the same month."""
    sided = claims.with_columns(_side("actor").alias("actor"), _side("recipient").alias("recipient"), _months().alias("month_key"))
    exploded = sided.explode("actor").explode("recipient").explode("month_key")
    bare = (pl.col("actor") == ANYONE) & (pl.col("recipient") == ANYONE)
    return _rows(exploded.filter(~bare), pl.concat_str(pl.lit("parties"), "family", "actor", "recipient", "month_key", separator="|"))


def _side(role: str) -> pl.Expr:
    """Names and countries of one role, and anyone: a page that leaves a party out meets those that name it."""
    everyone = pl.concat_list(f"{role}_named", f"{role}_states", f"{role}_lands").list.unique().list.sort().list.head(_SIDES)
    return pl.concat_list(everyone, pl.lit([ANYONE]))


def _months() -> pl.Expr:
    """Months in which a claim may have happened, where these are few; for undated claims of dated pages, the page's."""
    low, high = pl.coalesce("low", "news_low", "page_day"), pl.coalesce("high", "news_high", "page_day")
    ends = [day.cast(pl.Int32).cast(pl.Date).dt.strftime("%Y-%m") for day in (low - 3, (low + high) // 2, high + 3)]
    return pl.when(high - low <= 62).then(pl.concat_list(ends).list.unique().list.sort()).otherwise(pl.lit([], dtype=pl.List(pl.String)))


def _quoted(claims: pl.DataFrame) -> pl.DataFrame:
    """Acts of speech on pages that quote the same sentence."""
    exploded = claims.explode("quoted").drop_nulls("quoted")
    return _rows(exploded, pl.concat_str(pl.lit("quoted"), "family", "quoted", separator="|"))


def _worded(claims: pl.DataFrame) -> pl.DataFrame:
    """Claims of one sentence, printed again on another page or as a caption."""
    return _rows(claims, pl.concat_str(pl.lit("worded"), "family", "lemma", "wording", separator="|"))
