"""One source text to an article: blocks with roles, the running text they make, and what the page says of itself."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from drawdown import ids
from drawdown.articles import language, metadata, roles
from drawdown.articles.blocks import Blocks, Placed
from drawdown.articles.gauge import Gauge
from drawdown.articles.lexicon import Lexicon
from drawdown.articles.readings import Reading
from drawdown.offsets import JOINT
from drawdown.params import ArticlesParams
from drawdown.schemas.vocabularies import PARTS

Row = dict[str, object]
Page = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Result:
    """What one page gives: an article or the reason why there is none, and its blocks in any case."""

    article: Row | None
    blocks: Placed
    facts: list[Row] = field(default_factory=list)
    quarantine: Row | None = None


def clean_all(pages: Sequence[tuple[Page, Mapping[str, int]]], gauge: Gauge, params: ArticlesParams) -> list[Result]:
    """The rows of each page (a row of :mod:`drawdown.schemas.pages`, and the lines that recur on its site). Never raises for what a
    page holds."""
    fit = [(page, recurring) for page, recurring in pages if len(page["text"]) <= params.maximum_characters]
    hints = [(page["text"], roles.Hints(page["url"], page["title"], recurring, page["extracted"])) for page, recurring in fit]
    blocks = iter(roles.assign_all(hints, gauge))
    return [
        _too_long(page, params) if len(page["text"]) > params.maximum_characters else _cleaned(page, next(blocks), gauge.lexicon, params)
        for page, _ in pages
    ]


def _too_long(page: Page, params: ArticlesParams) -> Result:
    long = f"{len(page['text'])} characters; {params.maximum_characters} are the most that an article may have"
    return _aside(page, Blocks.none(), "too_long", long)


def _cleaned(page: Page, blocks: Blocks, lexicon: Lexicon, params: ArticlesParams) -> Result:
    running = JOINT.join(blocks.of("body"))
    words = len(running.split())
    few = words < params.minimum_words
    if few and not language.other_script(page["text"]):
        return _no_text(page, blocks, words, params)
    spoken = language.identify(page["text"] if few else running, lexicon.function_words)
    if spoken not in params.languages:
        return _aside(page, blocks, "other_language", f"the text is in {spoken!r}; params.yaml names {', '.join(params.languages)}")
    if few:
        return _no_text(page, blocks, words, params)
    whole = JOINT.join(blocks.of(*PARTS))
    article_id = ids.article_id(page["document_id"])
    known = metadata.read(page, blocks, lexicon)
    taken = {fact: readings[0] for fact, readings in known.items() if readings and not readings[0].conflict}
    known_publisher = lexicon.publisher(taken["publisher"].value) if "publisher" in taken else None
    article: Row = {
        "article_id": article_id,
        "document_id": page["document_id"],
        **{fact: taken[fact].value if fact in taken else None for fact in known},
        "publisher_id": known_publisher.publisher_id if known_publisher else None,
        "published_basis": taken["published"].basis if "published" in taken else "none",
        "language": spoken,
        "text": whole,
        "text_sha256": hashlib.sha256(whole.encode("utf-8")).hexdigest(),
        "words": len(whole.split()),
    }
    facts = [row for fact, readings in known.items() for row in _fact_rows(article_id, fact, readings)]
    return Result(article, _placed(page, article_id, blocks), facts)


def _no_text(page: Page, blocks: Blocks, words: int, params: ArticlesParams) -> Result:
    return _aside(page, blocks, "no_running_text", f"{words} words of running text; an article has at least {params.minimum_words}")


def _fact_rows(article_id: str, fact: str, readings: list[Reading]) -> list[Row]:
    return [
        {
            "article_id": article_id,
            "fact": fact,
            "ordinal": ordinal,
            "value": reading.value,
            "basis": reading.basis,
            "chosen": ordinal == 0 and not reading.conflict,
            "raw_start": reading.start,
            "raw_end": reading.end,
            "evidence": reading.evidence,
            "conflict": reading.conflict,
        }
        for ordinal, reading in enumerate(readings)
    ]


def _aside(page: Page, blocks: Blocks, rule: str, detail: str) -> Result:
    row: Row = {"document_id": page["document_id"], "rule": rule, "path": page["path"], "stage": "articles", "detail": detail}
    return Result(None, _placed(page, None, blocks), quarantine=row)


def _placed(page: Page, article_id: str | None, blocks: Blocks) -> Placed:
    length = len(page["text"])
    return Placed(page["document_id"], article_id, length, blocks.tiling(length))
