"""Articles in, parses and sentences out; an article that was parsed before, by the same model and code, is not parsed again."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Executor
from dataclasses import dataclass

import polars as pl
from spacy.tokens import Doc

from drawdown import contracts, executors, fingerprint, ids, offsets, parses, shards
from drawdown.cache import Cache
from drawdown.layout import Layout
from drawdown.params import Params
from drawdown.parses import pipeline, store
from drawdown.progress import track
from drawdown.schemas import TABLES

KEPT_AT_ONCE = 32
"""Parses that are put into the cache together, for every time costs a wait for the disk: so many are lost to a crash."""


@dataclass(frozen=True, slots=True)
class Task:
    """What a worker needs to parse one shard."""

    shard: int
    shards: int
    layout: Layout
    model: str
    fingerprint: str


def run(layout: Layout, params: Params, pool: Executor) -> None:
    """``articles``, ``blocks`` -> ``interim/parses/*.spacy``, ``sentences``."""
    count = params.documents.shards
    mark = fingerprint.of_modules(parses, offsets) + pipeline.model_facts(params.parses.model)["files_sha256"]
    filled = shards.filled(TABLES["articles"], layout.table("articles"), count)
    tasks = [Task(shard, count, layout, params.parses.model, mark) for shard in filled]
    store.clear(layout.interim_folder("parses"))
    with track("parses", len(tasks)) as done, contracts.writing(TABLES["sentences"], layout.table("sentences")) as writer:
        for frame in executors.stream(pool, parse_shard, tasks, done):
            writer.write(frame)


def parse_shard(task: Task) -> pl.DataFrame:
    """Parse the articles of one shard into its file; its rows of ``sentences`` come back."""
    articles = shards.rows(TABLES["articles"], task.layout.table("articles"), task.shard, task.shards)
    blocks = shards.rows(TABLES["blocks"], task.layout.table("blocks"), task.shard, task.shards)
    maps = offsets.maps(blocks)
    nlp = pipeline.load(task.model)
    parsed, rows = [], []
    fresh: list[tuple[str, bytes]] = []
    with Cache(task.layout.cache / "parses" / f"{task.shard:05}-of-{task.shards:05}.sqlite") as cache:
        for article_id, text in articles.select("article_id", "text").iter_rows():
            where = maps[article_id]
            key = ids.digest(task.fingerprint, text, *(piece.start for piece in where.pieces))
            packed = cache.get(key)
            if packed is None:
                doc = pipeline.parse(nlp, text, (piece.start for piece in where.pieces))
                packed = store.pack(doc)
                fresh.append((key, packed))
                if len(fresh) == KEPT_AT_ONCE:
                    cache.put(fresh)
                    fresh.clear()
            else:
                doc = store.unpack(packed, nlp.vocab)
            parsed.append((article_id, packed))
            rows += sentence_rows(article_id, doc, where)
        cache.put(fresh)
    store.write(store.path(task.layout.interim_folder("parses"), task.shard), parsed)
    return TABLES["sentences"].frame(rows)


def sentence_rows(article_id: str, doc: Doc, where: offsets.OffsetMap) -> list[dict[str, object]]:
    """Rows of ``sentences`` for one article, in order."""
    return [
        {
            "sentence_id": ids.within("s", article_id, raw_start, raw_end),
            "article_id": article_id,
            "ordinal": ordinal,
            "start": start,
            "end": end,
            "raw_start": raw_start,
            "raw_end": raw_end,
            "part": part,
        }
        for ordinal, (start, end, raw_start, raw_end, part) in enumerate(_placed(pipeline.sentence_spans(doc), where))
    ]


def _placed(spans: Iterable[tuple[int, int]], where: offsets.OffsetMap) -> Iterable[tuple[int, int, int, int, str]]:
    for start, end in spans:
        raw, part = where.to_raw(start, end), where.part(start)
        if raw is None or part is None:
            raise AssertionError(f"sentence {start}-{end} crosses a block")
        yield start, end, *raw, part
