"""Quotations in headlines: the words of someone whom the page quotes further down."""

from __future__ import annotations

from spacy.tokens import Doc

from drawdown.entities.article import Article, Row
from drawdown.entities.quotes.marks import Marked

_LEAST = 0.75


def attributed(article: Article, doc: Doc, outer: list[Marked], rows: list[Row]) -> list[Row]:
    """The rows, and one for each quotation in a title without a speaker of its own whose words a quotation of the page repeats."""
    taken = {(row["start"], row["end"]) for row in rows}
    found = []
    for one in outer:
        if article.offsets.part(one.start) not in ("title", "subtitle") or (one.start, one.end) in taken:
            continue
        source = _repeated(doc, one, rows)
        base = article.span("q", "quote_id", one.start, one.end, "partial") if source else None
        if source and base:
            speaker = {name: source[name] for name in ("speaker_id", "relay")}
            found.append(
                base | _NOTHING | speaker | {"kind": "partial", "reason": "headline repeats words that the page quotes of this speaker"}
            )
    return rows + found


_NOTHING = {"cue": None, "cue_class": None, "speaker_text": None, "speaker_mention_id": None, "addressee_id": None}


def _repeated(doc: Doc, one: Marked, rows: list[Row]) -> Row | None:
    words = _words(doc, one.start, one.end)
    if len(words) < 3:
        return None
    for row in rows:
        if row["kind"] != "indirect" and len(words & _words(doc, row["start"], row["end"])) >= _LEAST * len(words):
            return row
    return None


def _words(doc: Doc, start: int, end: int) -> set[str]:
    span = doc.char_span(start, end, alignment_mode="contract")
    return {token.lower_.removesuffix("s") for token in span if token.is_alpha} if span is not None else set()
