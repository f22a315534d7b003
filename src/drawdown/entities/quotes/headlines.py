"""Quotations and clauses without a word of saying: `X: "..."`, `"..." - X`, and headlines."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from drawdown.entities.article import Article, Row
from drawdown.entities.quotes import kinds
from drawdown.entities.quotes.marks import Marked
from drawdown.schemas import vocabularies

_LEAST = 0.75
_DASH = re.compile(r"\s{0,3}(?:[\u2014\u2013\u2015]|--?)\s{0,3}")
_SPEAKING = ("person", "armed_group", "government", "organisation")
_NOTHING = {"cue": None, "cue_class": None, "speaker_text": None, "speaker_mention_id": None, "addressee_id": None}


def attributed(article: Article, doc: Doc, outer: list[Marked], rows: list[Row], mentions: list[Row]) -> list[Row]:
    """The rows, and one for each further quotation or clause of a headline whose speaker a colon, a dash or the words themselves tell."""
    taken = {(row["start"], row["end"]) for row in rows}
    starts = {row["start"]: row for row in mentions if row["kind"] != "nationality"}
    ends = {row["end"]: row for row in mentions if row["kind"] != "nationality"}
    found = [_quotation(article, doc, one, rows, starts, ends) for one in outer if (one.start, one.end) not in taken]
    found += _clauses(article, doc, outer, starts, ends)
    return rows + [row for row in found if row is not None]


def _quotation(article: Article, doc: Doc, one: Marked, rows: list[Row], starts: dict[int, Row], ends: dict[int, Row]) -> Row | None:
    mark, behind = one.start - one.width, one.end + one.width
    dash = _DASH.match(article.text, behind)
    kind = "direct" if kinds.direct(doc, article.text, one.start, one.end) else "partial"
    if mark > 2 and article.text[mark - 2 : mark] == ": " and (name := ends.get(mark - 2)) is not None:
        return _spoken(article, one.start, one.end, kind, name, "name and colon before the quotation")
    if one.closed and dash and kind == "direct" and (name := starts.get(dash.end())) is not None and name["kind"] == "person":
        return _spoken(article, one.start, one.end, kind, name, "dash and name behind the quotation")
    if article.offsets.part(one.start) in vocabularies.HEADLINES and (source := _repeated(doc, one, rows)) is not None:
        row = article.span("q", "quote_id", one.start, one.end, "partial")
        speaker = {key: source[key] for key in ("speaker_id", "relay")}
        reason = "headline repeats words that the page quotes of this speaker"
        return row | _NOTHING | speaker | {"kind": "partial", "reason": reason} if row is not None else None
    return None


def _clauses(article: Article, doc: Doc, outer: list[Marked], starts: dict[int, Row], ends: dict[int, Row]) -> list[Row | None]:
    """`X: The army will leave` and `Army will leave: X`, where a whole headline is that and holds no quotation."""
    found: list[Row | None] = []
    for piece in article.offsets.pieces:
        if piece.part not in vocabularies.HEADLINES or any(piece.start <= one.start < piece.end for one in outer):
            continue
        text = article.text
        at = text.find(": ", piece.start, piece.end)
        if at < 0 or text.find(": ", at + 1, piece.end) >= 0:
            continue
        first, last = ends.get(at), starts.get(at + 2)
        if first is not None and first["start"] == piece.start and _told(doc, at + 2, piece.end) and first["kind"] in _SPEAKING:
            found.append(_spoken(article, at + 2, piece.end, "indirect", first, "headline: name, colon, clause"))
        elif last is not None and last["end"] == piece.end and _told(doc, piece.start, at) and last["kind"] in _SPEAKING:
            found.append(_spoken(article, piece.start, at, "indirect", last, "headline: clause, colon, name"))
    return found


def _told(doc: Doc, start: int, end: int) -> bool:
    """Whether a stretch holds a verb with a subject: a clause, no topic."""
    span = doc.char_span(start, end, alignment_mode="contract")
    return span is not None and any(token.dep_ in ("nsubj", "nsubjpass", "expl") and token.head.pos_ in ("VERB", "AUX") for token in span)


def _spoken(article: Article, start: int, end: int, kind: str, name: Row, reason: str) -> Row | None:
    row = article.span("q", "quote_id", start, end, kind)
    if row is None:
        return None
    speaker = {"speaker_id": name["entity_id"], "speaker_text": name["text"], "speaker_mention_id": name["mention_id"], "relay": None}
    return row | _NOTHING | speaker | {"kind": kind, "reason": reason}


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
