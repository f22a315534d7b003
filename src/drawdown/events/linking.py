"""Event mentions to events: which reports are of one happening, and why."""

from __future__ import annotations

import polars as pl

from drawdown.events import blocking, claims, clusters, comparison, founding
from drawdown.events.inputs import LinkKnowledge, Tables
from drawdown.schemas import TABLES

THRESHOLD = 0.0
"""Match weight from which a pair is linked: as likely one happening as two."""

PORTION = 200_000
"""Pairs compared at a time: bounds the memory, changes no result."""


def link(tables: Tables, knowledge: LinkKnowledge) -> tuple[pl.DataFrame, pl.DataFrame]:
    """``event_links``, and ``event_mention_id``, ``event_id``, ``founding`` of every mention.

    The result depends on the set of rows, not on their order; and an event on nothing but the mentions that share a block with one of its
    own.
    """
    return link_claims(claims.build(tables, knowledge), knowledge)


def link_claims(prepared: pl.DataFrame, knowledge: LinkKnowledge) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The same from claims that :func:`drawdown.events.claims.build` has prepared."""
    scored = score(prepared, knowledge)
    grouped = clusters.cluster(clusters.summaries(prepared), scored.select("a", "b").iter_rows())
    named = founding.name(prepared.with_columns(pl.Series("cluster", grouped, dtype=pl.Int64)), knowledge.released)
    return _links(prepared, scored, named, knowledge), named


def score(prepared: pl.DataFrame, knowledge: LinkKnowledge) -> pl.DataFrame:
    """Pairs of claims that reach the threshold (``a``, ``b``, ``bits``), strongest first; ties in the order of the mentions' ids."""
    bits = comparison.bits(knowledge.weights)
    kept = [pl.DataFrame(schema={"a": pl.UInt32, "b": pl.UInt32, "bits": pl.Float64})]
    portions = (portion for pairs in blocking.pairs(prepared) for portion in pairs.iter_slices(PORTION))
    for portion in portions:
        compared = side_by_side(prepared, portion).select("a", "b", bits.alias("bits"))
        kept.append(compared.filter(pl.col("bits") >= THRESHOLD))
    return pl.concat(kept).unique(["a", "b"]).sort("bits", "a", "b", descending=[True, False, False])


def side_by_side(prepared: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """Pairs with the columns of both claims, ``_a`` and ``_b`` behind their names."""
    left = prepared[pairs["a"]].rename(lambda name: f"{name}_a")
    right = prepared[pairs["b"]].rename(lambda name: f"{name}_b")
    return pl.concat([pairs.select("a", "b"), left, right], how="horizontal")


def _links(prepared: pl.DataFrame, scored: pl.DataFrame, named: pl.DataFrame, knowledge: LinkKnowledge) -> pl.DataFrame:
    """One row for each mention: the best of its pairs inside its event says how well it fits, and why."""
    events = prepared.select("claim", "event_mention_id").join(named, on="event_mention_id").sort("claim")
    inside = scored.filter(events["event_id"][scored["a"]] == events["event_id"][scored["b"]])
    both = pl.concat([inside, inside.select(pl.col("b").alias("a"), pl.col("a").alias("b"), "bits")])
    best = both.sort("bits", "b", descending=[True, False]).unique("a", keep="first", maintain_order=True)
    ordered = best.with_columns(pl.min_horizontal("a", "b").alias("a"), pl.max_horizontal("a", "b").alias("b"))
    reasons = side_by_side(prepared, ordered).select(comparison.words(knowledge.weights).alias("reason")).to_series()
    told = best.select(pl.col("a").alias("claim"), comparison.probability(pl.col("bits")).alias("score"), reasons)
    links = events.join(told, on="claim", how="left").with_columns(
        pl.col("score").fill_null(1.0),
        pl.col("reason").fill_null("stands alone"),
        pl.lit(False).alias("corrected"),
    )
    return links.select(TABLES["event_links"].column_names).sort("event_id", "event_mention_id")
