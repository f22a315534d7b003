"""One article as the finders of this stage see it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc, Token

from drawdown import ids
from drawdown.offsets import OffsetMap

Row = dict[str, Any]
"""A row of a published table: column name to value."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article with everything but its parse. All offsets are half-open code-point offsets into ``text``.

    ``published`` is EDTF (a day, or an instant that begins with one) or None. ``sentences`` are the spans of the
    table ``sentences``, in order.
    """

    article_id: str
    text: str
    title: str | None
    publisher: str | None
    published: str | None
    offsets: OffsetMap
    sentences: tuple[tuple[int, int], ...] = ()

    def span(self, prefix: str, id_column: str, start: int, end: int, *kind: str) -> Row | None:
        """The columns that every row with a receipt shares: id, article, span, raw span, text and part.

        None when the span is empty or leaves its block: such a span has no receipt, so it is no row.
        ``kind`` goes into the id beside the raw span.
        """
        raw, part = self.offsets.to_raw(start, end), self.offsets.part(start)
        if raw is None or part is None:
            return None
        return {
            id_column: ids.within(prefix, self.article_id, *raw, *kind),
            "article_id": self.article_id,
            "start": start,
            "end": end,
            "raw_start": raw[0],
            "raw_end": raw[1],
            "text": self.text[start:end],
            "part": part,
        }

    def sentence(self, offset: int) -> tuple[int, int]:
        """Span of the sentence that holds a character; that of the nearest one before it between sentences, empty without one."""
        at = bisect_right(self.sentences, offset, key=lambda span: span[0]) - 1
        return self.sentences[at] if at >= 0 else (offset, offset)

    def block(self, offset: int) -> tuple[int, int] | None:
        """Span of the content block that holds a character; None between blocks."""
        piece = self.offsets.piece(offset)
        return (piece.start, piece.end) if piece else None


def head(doc: Doc, start: int, end: int) -> Token | None:
    """The word that heads a span of characters; None where the span holds no word."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return span.root if span is not None and len(span) else None
