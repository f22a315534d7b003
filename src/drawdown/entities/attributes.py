"""Country and sector that the words of a page give to an actor whom the registry lacks: "Nervan Foreign Minister Ruth Ostrow"."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl
from spacy.tokens import Doc, Token

from drawdown.entities.article import Row
from drawdown.entities.registry import Registry
from drawdown.entities.resolve import described

_BODIES = frozenset({"organisation", "armed_group", "government", "media"})
_MODIFIERS = frozenset({"amod", "compound", "nmod", "poss", "det", "appos", "nummod"})
_BREAKS = frozenset({"relcl", "acl", "appos", "conj", "cc", "parataxis"})
"""What follows a noun phrase without being part of what it calls somebody."""


def told(rows: list[Row], doc: Doc, registry: Registry) -> list[Row]:
    """Named mentions with ``country`` and ``sector`` where the actor is unknown and the words around its name, or of it, say them."""
    return [row | _told(row, doc, registry) if _unknown(row) else row for row in rows]


def of_entities(mentions: pl.DataFrame) -> dict[str, tuple[str | None, str | None]]:
    """Country and sector of each entity that mentions describe: the commonest of each, the first in the alphabet where two tie."""
    found: dict[str, list[str | None]] = {}
    for place, column in enumerate(("country", "sector")):
        counted = mentions.filter(pl.col(column).is_not_null() & pl.col("entity_id").is_not_null()).group_by("entity_id", column).len()
        ranked = counted.sort(["entity_id", "len", column], descending=[False, True, False])
        for row in ranked.unique("entity_id", keep="first", maintain_order=True).to_dicts():
            found.setdefault(row["entity_id"], [None, None])[place] = row[column]
    return {entity: (country, sector) for entity, (country, sector) in found.items()}


def _unknown(row: Row) -> bool:
    return row["method"] == "model" and (row["kind"] == "person" or row["kind"] in _BODIES) and row["entity_id"] is not None


def _told(row: Row, doc: Doc, registry: Registry) -> Row:
    span = doc.char_span(row["start"], row["end"], alignment_mode="expand")
    if span is None or not len(span):
        return {}
    body = row["kind"] in _BODIES
    phrases = [*([row["text"]] if body else []), *_phrases(span.root, row["start"], row["end"])]
    country = sector = None
    for phrase in phrases:
        if (said := described(phrase, registry)) is not None:
            country, sector = country or said[0], sector or said[1]
    return {"country": country, "sector": sector}


def _phrases(root: Token, start: int, end: int) -> Iterator[str]:
    """What the clause calls a name, the nearest first: words before it, an apposition on either side, "X is a ..."."""
    before = [child for child in root.lefts if child.dep_ in _MODIFIERS and child.idx < start]
    if before:
        yield _text(root.doc, before[0].left_edge.idx, start)
    calls = [child for child in root.rights if child.dep_ == "appos" and child.idx >= end]
    if root.dep_ == "appos" and root.head.idx < start:
        calls.append(root.head)
    if root.dep_ == "nsubj" and root.head.lemma_ == "be":
        calls += [child for child in root.head.rights if child.dep_ == "attr"]
    for noun in calls:
        if noun.tag_ in ("NN", "NNP"):
            yield _phrase(noun, start, end)


def _phrase(noun: Token, start: int, end: int) -> str:
    """A noun with its modifiers and prepositional phrases, up to a name in apposition, a clause or a coordination."""
    last = noun
    for token in noun.doc[noun.i + 1 : noun.right_edge.i + 1]:
        if token.dep_ in _BREAKS or token.text in (",", "–", "—") or start <= token.idx < end:
            break
        last = token
    return _text(noun.doc, noun.left_edge.idx, last.idx + len(last.text))


def _text(doc: Doc, start: int, end: int) -> str:
    """Characters of a text from the beginning of a word on, without building the whole."""
    words = doc.char_span(start, end, alignment_mode="expand")
    return words.text_with_ws[: end - start] if words is not None else ""
