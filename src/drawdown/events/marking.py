"""Labels of one shard of articles, with their receipts; runs in a worker."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl
from spacy.tokens import Doc

from drawdown import ids, knowledge, offsets, shards
from drawdown.events import retellings, targets, wording
from drawdown.layout import Layout
from drawdown.parses import store
from drawdown.schemas import TABLES
from drawdown.schemas.reference import labels as lexicon_table

PAGE_TABLES = ("mentions", "event_mentions", "participants", "quotes")


@dataclass(frozen=True, slots=True)
class Task:
    """What a worker needs to mark the labels of one shard."""

    shard: int
    shards: int
    layout: Layout


def mark_shard(task: Task) -> pl.DataFrame:
    """Rows of ``labels`` of one shard. The target of a label of an act is still the event mention."""
    layout = task.layout
    lexicon = lexicon_of(layout.reference)
    tables = {name: _by_article(shards.rows(TABLES[name], layout.table(name), task.shard, task.shards)) for name in PAGE_TABLES}
    maps = offsets.maps(shards.rows(TABLES["blocks"], layout.table("blocks"), task.shard, task.shards))
    articles = shards.rows(TABLES["articles"], layout.table("articles"), task.shard, task.shards)
    texts = dict(articles.select("article_id", "text").iter_rows())
    rows: list[dict[str, object]] = []
    for article_id, doc in store.read(store.path(layout.interim_folder("parses"), task.shard)):
        found = {name: by_article.get(article_id, []) for name, by_article in tables.items()}
        rows += offsets.printed(mark(article_id, doc, maps[article_id], lexicon, found), texts[article_id])
    return TABLES["labels"].frame(rows)


def lexicon_of(reference: Path) -> wording.Lexicon:
    """The lexicon of labels in a folder of reference data."""
    return wording.Lexicon.of(knowledge.read(lexicon_table.TABLE, reference))


def mark(
    article_id: str, doc: Doc, where: offsets.OffsetMap, lexicon: wording.Lexicon, found: dict[str, list[dict[str, Any]]]
) -> list[dict[str, object]]:
    """Rows of ``labels`` of one article; ``found`` are its rows of `PAGE_TABLES`."""
    names = [(m["start"], m["end"]) for m in found["mentions"] if m["method"] in targets.NAMED and m["kind"] != "nationality"]
    quoted = [(q["start"], q["end"]) for q in found["quotes"] if q["kind"] != "indirect"]
    page = retellings.Page(found["mentions"], found["event_mentions"], _by("event_mention_id", found["participants"]))
    rows: list[dict[str, object]] = []
    violence = [(e["start"], e["end"]) for e in found["event_mentions"] if e["event_type"] == "ASSAULT"]
    for label in wording.find(doc, lexicon, names, violence):
        raw, part = where.to_raw(label.start, label.end), where.part(label.start)
        if raw is None or part is None:
            continue
        rows.append(
            {
                "label_id": ids.within("l", article_id, *raw, label.target_kind),
                "article_id": article_id,
                "start": label.start,
                "end": label.end,
                "raw_start": raw[0],
                "raw_end": raw[1],
                "text": doc.text[label.start : label.end],
                "part": part,
                "head": label.head,
                "target_kind": label.target_kind,
                "target_id": targets.target(label, doc, page, lexicon),
                "evaluation": label.evaluation,
                "corrected": False,
                "in_quote": any(start <= label.start and label.end <= end for start, end in quoted),
            }
        )
    return rows


def _by_article(frame: pl.DataFrame) -> dict[str, list[dict[str, Any]]]:
    return _by("article_id", frame.sort("article_id", "start", "end", frame.columns[0]).iter_rows(named=True))


def _by(key: str, found: Iterable[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in found:
        rows[row[key]].append(row)
    return rows
