"""Ids of events: made from one founding mention, kept for good, and what became of those that changed."""

from __future__ import annotations

from collections.abc import Iterable

import polars as pl

from drawdown import ids
from drawdown.errors import ContractError
from drawdown.schemas import TABLES

ORDER = ("page_day", "article_id", "raw_start", "event_mention_id")
"""Who founds an event: the mention on the page published first (undated pages last), then the first on it.

Corpora grow at their end: a page that comes later as a rule was published later, and cannot undercut the founder.
"""


def name(claims: pl.DataFrame, released: pl.DataFrame) -> pl.DataFrame:
    """``event_mention_id``, ``event_id``, ``founding`` for claims with a column ``cluster``.

    A cluster with the founding mention of a released event keeps its id (of several, that of the first in ``ORDER``); any other is named
    after its own first mention. Two clusters of one id are a ContractError.
    """
    founders = released.filter("founding").select("event_mention_id", pl.col("event_id").alias("released_id"))
    ordered = claims.select("cluster", *dict.fromkeys(ORDER)).join(founders, on="event_mention_id", how="left")
    ordered = ordered.sort(pl.col("released_id").is_null(), *ORDER, nulls_last=True)
    first = ordered.group_by("cluster", maintain_order=True).first()
    named = first.select(
        "cluster",
        pl.col("event_mention_id").alias("founder"),
        pl.coalesce("released_id", pl.col("event_mention_id").map_elements(event_id, return_dtype=pl.String)).alias("event_id"),
    )
    _refuse_collisions(named)
    return claims.join(named, on="cluster").select(
        "event_mention_id", "event_id", (pl.col("event_mention_id") == pl.col("founder")).alias("founding")
    )


def event_id(founding_mention: str) -> str:
    """The id of an event from the id of its founding mention."""
    return ids.across("e", [founding_mention])


def to_release(events: pl.DataFrame, links: pl.DataFrame) -> pl.DataFrame:
    """Rows of the reference table ``event_ids`` from the tables ``events`` and ``event_links``: what a release has to keep."""
    founders = events.select("event_id", pl.col("founding_mention_id").alias("event_mention_id"), pl.lit(True).alias("founding"))
    joined = links.select("event_mention_id", "event_id").join(founders, on=["event_id", "event_mention_id"], how="left")
    return joined.with_columns(pl.col("founding").fill_null(False)).sort("event_mention_id")


def of_corpus(released: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """The released ids, if any of their pages is among the articles; a release of other pages says nothing of these."""
    pages = articles["article_id"].str.slice(2, 8)
    shared = released["event_mention_id"].str.slice(3, 8).is_in(pages.implode()).any()
    return released if shared else released.clear()


def history(released: pl.DataFrame, current: pl.DataFrame) -> pl.DataFrame:
    """Rows of ``event_history``: where the mentions of each released event are, if not in it.

    ``released`` and ``current`` have ``event_mention_id`` and ``event_id``.
    """
    now = current.select("event_mention_id", pl.col("event_id").alias("superseded_by"))
    alive = set(current["event_id"])
    moved = released.join(now, on="event_mention_id", how="left").group_by("event_id", "superseded_by").agg(pl.len().alias("mentions"))
    moved = moved.sort("event_id", pl.col("mentions"), "superseded_by", descending=[False, True, False], nulls_last=True)
    rows: list[dict[str, object]] = []
    for (event,), places in moved.group_by("event_id", maintain_order=True):
        rows += _changes(str(event), str(event) in alive, places.select("superseded_by", "mentions").iter_rows())
    return TABLES["event_history"].frame(rows)


def _changes(event: str, alive: bool, places: Iterable[tuple[str | None, int]]) -> list[dict[str, object]]:
    elsewhere = [(where, count) for where, count in places if where is not None and where != event]
    if not alive and not elsewhere:
        return [{"event_id": event, "ordinal": 0, "change": "withdrawn", "superseded_by": None, "mentions": 0}]
    change = "split" if alive else "merged"
    return [
        {"event_id": event, "ordinal": ordinal, "change": change, "superseded_by": where, "mentions": count}
        for ordinal, (where, count) in enumerate(elsewhere)
    ]


def _refuse_collisions(named: pl.DataFrame) -> None:
    twice = named.filter(pl.col("event_id").is_duplicated()).sort("event_id", "founder")
    if twice.height:
        rows = ", ".join(f"{event} from {founder}" for event, founder in twice.head(4).select("event_id", "founder").iter_rows())
        raise ContractError(
            f"two events would have one id: {rows}",
            remedy="if event_ids.csv was edited by hand, restore it from git; else report the two mentions",
        )
