"""Parses and the tables of ``entities`` in; event mentions, participants and contexts out."""

from __future__ import annotations

from concurrent.futures import Executor
from contextlib import ExitStack
from dataclasses import dataclass

import polars as pl

from drawdown import contracts, corrections, executors, offsets, shards
from drawdown.entities import registry
from drawdown.entities.resolve import resolve
from drawdown.event_mentions import coder, lexicon
from drawdown.event_mentions.page import Page, Row
from drawdown.layout import Layout
from drawdown.params import Params
from drawdown.parses import store
from drawdown.progress import track
from drawdown.schemas import TABLES

OUTPUTS = ("event_mentions", "participants", "contexts")
BY_ARTICLE = ("sentences", "mentions", "quotes", "time_expressions")


@dataclass(frozen=True, slots=True)
class Task:
    """What a worker needs to code one shard."""

    shard: int
    shards: int
    layout: Layout
    min_confidence: float


def run(layout: Layout, params: Params, pool: Executor) -> None:
    """``interim/parses``, ``sentences``, ``mentions``, ``quotes``, ``time_expressions``, ``entities`` -> the three tables of events told."""
    count = params.documents.shards
    filled = shards.filled(TABLES["articles"], layout.table("articles"), count)
    pending = corrections.Pending(corrections.of_stage("event_mentions", layout.reference / "corrections.yaml", TABLES))
    tasks = [Task(shard, count, layout, params.event_mentions.min_confidence) for shard in filled]
    with track("event_mentions", len(filled)) as done, ExitStack() as opened:
        writers = [opened.enter_context(contracts.writing(TABLES[name], layout.table(name))) for name in OUTPUTS]
        for frames in executors.stream(pool, code_shard, tasks, done):
            for name, writer, frame in zip(OUTPUTS, writers, frames, strict=True):
                writer.write(pending.apply(TABLES[name], frame))
        pending.finish()


def code_shard(task: Task) -> tuple[pl.DataFrame, ...]:
    """Code the articles of one shard; the rows of the three tables come back, in the order of ``OUTPUTS``."""
    layout, words = task.layout, lexicon.read(task.layout.reference)
    articles = {row["article_id"]: row for row in _rows(task, "articles").iter_rows(named=True)}
    known = registry.load(layout.reference)
    maps = offsets.maps(_rows(task, "blocks"))
    grouped = {name: _by_article(_rows(task, name)) for name in BY_ARTICLE}
    entities = {row["entity_id"]: row for row in contracts.read(TABLES["entities"], layout.table("entities")).iter_rows(named=True)}
    events: list[Row] = []
    people: list[Row] = []
    themes: list[Row] = []
    for article_id, doc in store.read(store.path(layout.interim_folder("parses"), task.shard)):
        article, text = articles[article_id], doc.text
        page = Page(
            article_id,
            text,
            maps[article_id],
            article["published"],
            sentences=grouped["sentences"].get(article_id, []),
            mentions=grouped["mentions"].get(article_id, []),
            quotes=grouped["quotes"].get(article_id, []),
            times=grouped["time_expressions"].get(article_id, []),
            entities=entities,
            resolve=lambda text, day: resolve(text, day, known),
        )
        coded = coder.code(page, doc, words, task.min_confidence)
        same = text == article["text"]
        events += coded.events if same else offsets.printed(coded.events, article["text"])
        people += coded.participants if same else offsets.printed(coded.participants, article["text"])
        themes += coded.contexts
    return tuple(TABLES[name].frame(rows) for name, rows in zip(OUTPUTS, (events, people, themes), strict=True))


def _rows(task: Task, name: str) -> pl.DataFrame:
    return shards.rows(TABLES[name], task.layout.table(name), task.shard, task.shards)


def _by_article(frame: pl.DataFrame) -> dict[str, list[Row]]:
    grouped: dict[str, list[Row]] = {}
    for row in frame.sort("article_id", "start", "end").iter_rows(named=True):
        grouped.setdefault(row["article_id"], []).append(row)
    return grouped
