"""Parses in, shard by shard; mentions, quotes and time expressions out, and on the driver the entities and places of the corpus."""

from __future__ import annotations

from concurrent.futures import Executor
from dataclasses import dataclass

import polars as pl

from drawdown import contracts, corrections, executors, offsets, shards
from drawdown.entities import linking, names, nominals, pronouns, quotes, registry, times, variants
from drawdown.entities.article import Article, Row
from drawdown.entities.quotes import lexicon as speech
from drawdown.layout import Layout
from drawdown.params import Params
from drawdown.parses import store
from drawdown.progress import track
from drawdown.schemas import TABLES

PER_ARTICLE = ("mentions", "time_expressions", "quotes")


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
    with track("entities", len(tasks)) as done:
        parts = executors.run(pool, find_shard, tasks, done)
    entries = corrections.of_stage("entities", layout.reference / "corrections.yaml", TABLES)
    found = {name: pl.concat([TABLES[name].frame([]), *(part[name] for part in parts)]) for name in PER_ARTICLE}
    same = variants.merged(found["mentions"])
    found["mentions"] = linking.relinked(found["mentions"], same, "entity_id")
    found["quotes"] = linking.relinked(found["quotes"], same, "speaker_id", "addressee_id")
    frames = {name: corrections.apply(TABLES[name], frame, entries) for name, frame in found.items()}
    spoken = {key for column in ("speaker_id", "addressee_id") for key in frames["quotes"][column].drop_nulls()}
    frames["entities"] = TABLES["entities"].frame(linking.entity_rows(frames["mentions"], spoken, known))
    frames["places"] = TABLES["places"].frame(linking.place_rows(frames["mentions"], known))
    for name in ("entities", "places"):
        frames[name] = corrections.apply(TABLES[name], frames[name], entries)
    for name, frame in frames.items():
        contracts.write(TABLES[name], frame, layout.table(name))


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
    lexicon = speech.read(layout.reference)
    rows: dict[str, list[Row]] = {name: [] for name in PER_ARTICLE}
    for article_id, doc in store.read(store.path(layout.interim_folder("parses"), task.shard)):
        fact = facts[article_id]
        article = Article(
            article_id,
            fact["text"],
            fact["title"],
            fact["publisher"],
            fact["published"],
            maps[article_id],
            tuple(spans.get(article_id, ())),
        )
        named = names.find(article, doc, known)
        mentions = sorted([*named, *nominals.find(article, doc, named, known)], key=lambda row: (row["start"], row["end"]))
        quoted = quotes.find(article, doc, mentions, lexicon)
        rows["mentions"] += pronouns.spoken(mentions, quoted)
        rows["time_expressions"] += times.find(article, doc)
        rows["quotes"] += quoted
    return {name: TABLES[name].frame(found) for name, found in rows.items()}
