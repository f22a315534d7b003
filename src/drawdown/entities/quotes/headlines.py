"""Quotations without a word of saying: `X: "..."`, and headlines with the words of someone whom the page quotes further down."""

from __future__ import annotations

from spacy.tokens import Doc

from drawdown.entities.article import Article, Row
from drawdown.entities.quotes import kinds
from drawdown.entities.quotes.marks import Marked

_LEAST = 0.75


def attributed(article: Article, doc: Doc, outer: list[Marked], rows: list[Row], mentions: list[Row]) -> list[Row]:
    """The rows, and one for each further quotation that a colon ties to a name, or that repeats, in a title, words quoted on the page."""
    taken = {(row["start"], row["end"]) for row in rows}
    ends = {row["end"]: row for row in mentions if row["kind"] != "nationality"}
    found = []
    for one in outer:
        base = article.span("q", "quote_id", one.start, one.end, "partial") if (one.start, one.end) not in taken else None
        if base is None:
            continue
        mark = one.start - one.width
        name = ends.get(mark - 2) if mark > 2 and article.text[mark - 2 : mark] == ": " else None
        title = article.offsets.part(one.start) in ("title", "subtitle")
        if name is not None:
            base = (
                article.span(
                    "q",
                    "quote_id",
                    one.start,
                    one.end,
                    kind := "direct" if kinds.direct(doc, article.text, one.start, one.end) else "partial",
                )
                or base
            )
            speaker = {
                "speaker_id": name["entity_id"],
                "speaker_text": name["text"],
                "speaker_mention_id": name["mention_id"],
                "relay": None,
            }
            found.append(base | _NOTHING | speaker | {"kind": kind, "reason": "name and colon before the quotation"})
        elif title and (source := _repeated(doc, one, rows)) is not None:
            speaker = {key: source[key] for key in ("speaker_id", "relay")}
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
