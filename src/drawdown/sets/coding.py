"""Texts of a test set through the stages that read text: what ``drawdown build`` does with an article once its page is cleaned.

Nothing is cut from the texts: offsets in every table are offsets in the text that was given.
"""

from __future__ import annotations

import hashlib
import re
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from drawdown import contracts, ids
from drawdown.entities import stage as entities
from drawdown.event_mentions import stage as event_mentions
from drawdown.executors import SerialExecutor
from drawdown.layout import Layout
from drawdown.params import Params
from drawdown.parses import stage as parses
from drawdown.schemas import TABLES, vocabularies

STAGES = (parses, entities, event_mentions)
READ = ("sentences", "mentions", "entities", "places", "time_expressions", "quotes", "event_mentions", "participants")
PARAGRAPH = re.compile(r"\S(?:.*?\S)??(?=\s*?\n\s*?\n|\s*\Z)", re.DOTALL)

Row = dict[str, Any]
Act = tuple[str, str | None]
"""Event type and mode."""
MATERIAL = {"material_conflict", "material_cooperation"}


@dataclass(frozen=True, slots=True)
class Text:
    """A text to code; paragraphs stand between blank lines. ``published`` is a day (EDTF), against which "yesterday" is read."""

    text: str
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Coded:
    """The tables of the coded texts."""

    tables: dict[str, pl.DataFrame]
    _articles: tuple[str, ...]

    def rows(self, table: str) -> list[list[Row]]:
        """The rows of a table that stands on pages, a list for each text in the order given, by place in the text."""
        grouped: dict[str, list[Row]] = {article: [] for article in self._articles}
        by_place = [name for name in ("start", "end") if name in self.tables[table].columns]
        for row in self.tables[table].sort("article_id", *by_place, *TABLES[table].primary_key).iter_rows(named=True):
            grouped[row["article_id"]].append(row)
        return [grouped[article] for article in self._articles]

    def by_key(self, table: str) -> dict[str, Row]:
        """The rows of a table with one key column (``entities``, ``places``), by it."""
        (key,) = TABLES[table].primary_key
        return {row[key]: row for row in self.tables[table].iter_rows(named=True)}


def code(texts: Sequence[Text], params: Params | None = None) -> Coded:
    """Parse texts, find who, where, when and who said it, and code events; texts share entities as pages of one corpus do.

    A text without a letter or digit, which no page could be, is an error (ValueError names its position).
    """
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        layout = Layout.folder(root, root)
        articles = [_article(at, text) for at, text in enumerate(texts)]
        contracts.write(TABLES["articles"], TABLES["articles"].frame(articles), layout.table("articles"))
        blocks = [row for one in articles for row in _blocks(one)]
        contracts.write(TABLES["blocks"], TABLES["blocks"].frame(blocks), layout.table("blocks"))
        for stage in STAGES:
            stage.run(layout, params or Params(), SerialExecutor())
        tables = {name: contracts.read(TABLES[name], layout.table(name)) for name in READ}
    return Coded(tables, tuple(row["article_id"] for row in articles))


def main(events: Sequence[Row]) -> Row | None:
    """What a text is about, as sets see it that give a text one event: the first deed told as done, else the first act told as done, else the first."""
    done = [row for row in events if row["realis"] in vocabularies.DONE]
    deeds = [row for row in done if row["quad_class"] in MATERIAL]
    return next(iter(deeds or done or events), None)


def paragraphs(text: str) -> Iterable[tuple[int, int]]:
    """Spans of the paragraphs of a text, without white space around them."""
    return (found.span() for found in PARAGRAPH.finditer(text))


def _article(at: int, text: Text) -> Row:
    if not any(map(str.isalnum, text.text)):
        raise ValueError(f"text {at} has no word")
    document = ids.document_id(ids.digest(at, text.text))
    return {
        "article_id": ids.article_id(document),
        "document_id": document,
        "published": text.published,
        "published_basis": "sources" if text.published else "none",
        "language": "en",
        "text": text.text,
        "text_sha256": hashlib.sha256(text.text.encode()).hexdigest(),
        "words": len(text.text.split()),
    }


def _blocks(article: Row) -> Iterable[Row]:
    for ordinal, (start, end) in enumerate(paragraphs(article["text"])):
        yield {
            "block_id": ids.within("b", article["article_id"], start),
            "document_id": article["document_id"],
            "article_id": article["article_id"],
            "ordinal": ordinal,
            "raw_start": start,
            "raw_end": end,
            "role": "body",
            "start": start,
            "end": end,
            "reason": "paragraph of a given text",
        }
