"""Parses in, shard by shard; mentions, quotes and time expressions out, and on the driver the entities and places of the corpus."""

from __future__ import annotations

import shutil
from concurrent.futures import Executor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from drawdown import contracts, corrections, executors, offsets, shards
from drawdown.entities import linking, mentions, pronouns, quotes, registry, times, variants
from drawdown.entities.article import Article, Row
from drawdown.entities.quotes import lexicon as speech
from drawdown.entities.quotes.people import People
from drawdown.layout import Layout
from drawdown.params import Params
from drawdown.parses import store
from drawdown.progress import track
from drawdown.schemas import TABLES

PER_ARTICLE = {"mentions": ("entity_id",), "time_expressions": (), "quotes": ("speaker_id", "addressee_id")}
"""Tables whose rows stand on a page, with the columns that name entities."""


@dataclass(frozen=True, slots=True)
class Task:
    """What a worker needs to read one shard."""

    shard: int
    shards: int
    layout: Layout


def run(layout: Layout, params: Params, pool: Executor) -> None:
    """``articles``, ``blocks``, ``sentences``, parses, reference -> ``mentions``, ``entities``, ``places``, ``time_expressions``, ``quotes``."""
    known = registry.load(layout.reference)
    count = params.documents.shards
    tasks = [Task(shard, count, layout) for shard in shards.filled(TABLES["articles"], layout.table("articles"), count)]
    scratch = layout.interim_folder("entities")
    found = {name: scratch / f"{name}.parquet" for name in PER_ARTICLE}
    with track("entities", len(tasks)) as done, ExitStack() as opened:
        writers = {name: opened.enter_context(contracts.writing(TABLES[name], path)) for name, path in found.items()}
        for part in executors.stream(pool, find_shard, tasks, done):
            for name, writer in writers.items():
                writer.write(part[name])
    entries = corrections.of_stage("entities", layout.reference / "corrections.yaml", TABLES)
    _relink(found, layout, [one for one in entries if one.table in PER_ARTICLE])
    shutil.rmtree(scratch)
    linked = pl.read_parquet(layout.table("mentions"), columns=list(linking.READ), glob=False)
    speakers = pl.read_parquet(layout.table("quotes"), columns=["speaker_id", "addressee_id"], glob=False)
    spoken = {key for column in speakers for key in column.drop_nulls().unique()}
    published = pl.read_parquet(layout.table("articles"), columns=["article_id", "published"], glob=False)
    rows = {"entities": linking.entity_rows(linked, spoken, published, known), "places": linking.place_rows(linked, known)}
    for name, told in rows.items():
        contracts.write(TABLES[name], corrections.apply(TABLES[name], TABLES[name].frame(told), entries), layout.table(name))


def _relink(found: dict[str, Path], layout: Layout, entries: list[corrections.Correction]) -> None:
    """Write the tables of articles part by part, with the entities that the whole corpus shows to be the same, and with corrections."""
    same = variants.merged(pl.read_parquet(found["mentions"], columns=["entity_id", "kind", "text", "method"], glob=False))
    pending = corrections.Pending(entries)
    for name, path in found.items():
        table = TABLES[name]
        with contracts.writing(table, layout.table(name)) as writer:
            for part in shards.parts(table, path):
                rows = linking.relinked(shards.part_rows(table, part), same, *PER_ARTICLE[name])
                writer.write(pending.apply(table, rows))
    pending.finish()


def find_shard(task: Task) -> dict[str, pl.DataFrame]:
    """The rows of one shard, by table."""
    layout = task.layout
    read = {name: shards.rows(TABLES[name], layout.table(name), task.shard, task.shards) for name in ("articles", "blocks", "sentences")}
    maps = offsets.maps(read["blocks"])
    spans: dict[str, list[tuple[int, int]]] = {}
    for article_id, start, end in read["sentences"].sort("article_id", "ordinal").select("article_id", "start", "end").iter_rows():
        spans.setdefault(article_id, []).append((start, end))
    facts = {row["article_id"]: row for row in read["articles"].to_dicts()}
    known = registry.load(layout.reference)
    lexicon, persons = speech.read(layout.reference), People.of(known)
    calendar = times.read(layout.reference)
    rows: dict[str, list[Row]] = {name: [] for name in PER_ARTICLE}
    for article_id, doc in store.read(store.path(layout.interim_folder("parses"), task.shard)):
        fact, text = facts[article_id], doc.text
        article = Article(
            article_id,
            text,
            fact["title"],
            fact["publisher"],
            fact["published"],
            maps[article_id],
            tuple(spans.get(article_id, ())),
        )
        mentioned = mentions.find(article, doc, known)
        quoted = quotes.find(article, doc, mentioned, lexicon, persons)
        told = {
            "mentions": pronouns.spoken(mentioned, quoted, known),
            "time_expressions": times.find(article, doc, calendar),
            "quotes": quoted,
        }
        for name, some in told.items():
            rows[name] += some if text == fact["text"] else offsets.printed(some, fact["text"])
    return {name: TABLES[name].frame(found) for name, found in rows.items()}
