"""Cost of linking: synthetic mentions, time and memory.

python benchmarks/linking_scale.py 100000 1000000
"""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path

import numpy as np
import polars as pl

from drawdown.events import linking
from drawdown.events.inputs import Tables
from drawdown.events.stage import link_knowledge
from drawdown.schemas import TABLES

REFERENCE = Path(__file__).parent.parent / "data" / "reference"
TYPES = ("ASSAULT", "THREATEN", "REQUEST", "CONSULT", "ACCUSE", "RETREAT", "MOBILIZE", "AID")
KINDS = ("person", "armed_group", "state", "government", "organisation")


def main() -> None:
    knowledge = link_knowledge(REFERENCE)
    for count in map(int, sys.argv[1:] or ["100000"]):
        tables = synthetic(count)
        start = time.perf_counter()
        links, _ = linking.link(tables, knowledge)
        seconds = time.perf_counter() - start
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
        events = links["event_id"].n_unique()
        print(
            f"{count:>9,} mentions  {seconds:6.1f} s  {seconds / count * 1e6:6.1f} us a mention  {events:>8,} events  peak {memory:.1f} GB",
            flush=True,
        )


def synthetic(count: int) -> Tables:
    """So many mentions of a fifth as many happenings over ten years; a few actors do most of it, half of the mentions are undated."""
    draw = np.random.default_rng(7)
    happenings, actors, pages = count // 5 + 1, count // 50 + 50, count // 15 + 1
    happening = draw.integers(0, happenings, count)
    kind = draw.integers(0, len(TYPES), happenings)
    who = np.minimum(draw.zipf(1.3, (2, happenings)), actors) - 1
    day = draw.integers(14610, 18262, happenings)
    page_of = (day[happening] * 7 + draw.integers(0, 40, count)) % pages
    mentions = pl.DataFrame({"number": np.arange(count), "happening": happening, "page": page_of}).with_columns(
        pl.format("em_{}", pl.col("number").cast(pl.String).str.zfill(20)).alias("event_mention_id"),
        pl.format("a_{}", pl.col("page").cast(pl.String).str.zfill(16)).alias("article_id"),
        pl.format("s_{}", pl.col("number").cast(pl.String).str.zfill(20)).alias("sentence_id"),
        pl.Series("event_type", TYPES)[kind[happening]],
        pl.Series("earliest", np.where(draw.random(count) < 0.5, day[happening], -1)).replace(-1, None).cast(pl.Int32).cast(pl.Date),
        pl.lit("body").alias("part"),
        pl.lit("asserted").alias("realis"),
        pl.lit("acted").alias("text"),
        pl.lit("act.v").alias("rule"),
        pl.col("number").alias("raw_start"),
    )
    mentions = mentions.with_columns(pl.col("earliest").alias("latest"), pl.col("earliest").cast(pl.String).alias("edtf"))
    entities = pl.DataFrame({"number": np.arange(actors)}).with_columns(
        pl.format("x_{}", pl.col("number").cast(pl.String).str.zfill(16)).alias("entity_id"),
        pl.Series("kind", KINDS)[np.arange(actors) % len(KINDS)],
    )
    roles = [
        mentions.select(
            "event_mention_id", "article_id", pl.lit(role).alias("role"), entities["entity_id"][who[side][happening]].alias("entity_id")
        ).filter(pl.Series(draw.random(count) < 0.8))
        for side, role in enumerate(("actor", "recipient"))
    ]
    first = (
        mentions.group_by("article_id", maintain_order=True)
        .first()
        .select("article_id", pl.format("2010-{}-15", (pl.col("number") % 12 + 1).cast(pl.String).str.zfill(2)).alias("published"))
    )
    return Tables.of(
        event_mentions=whole("event_mentions", mentions),
        participants=whole("participants", pl.concat(roles).with_columns(pl.lit(0).alias("ordinal"), pl.lit("name").alias("text"))),
        articles=whole("articles", first),
        entities=whole("entities", entities),
    )


def whole(name: str, frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with every column of its table; those that it lacks are null."""
    table = TABLES[name]
    columns = [
        pl.col(c.name).cast(c.polars_type) if c.name in frame.columns else pl.lit(None, dtype=c.polars_type).alias(c.name)
        for c in table.columns
    ]
    return frame.select(columns)


if __name__ == "__main__":
    main()
