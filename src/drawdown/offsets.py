"""The map between an article's text and the raw page it was cut from.

Content blocks are exact slices of the page, joined in the article by a blank line. So a position inside a
block moves by a constant, and a span that stays inside one block has the same characters on both sides.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import polars as pl

JOINT = "\n\n"
"""What stands between two content blocks in ``articles.text``."""


@dataclass(frozen=True, slots=True, order=True)
class Piece:
    """A content block: ``text[start:end]`` of the article is ``raw[raw_start : raw_start + end - start]`` of the page."""

    start: int
    end: int
    raw_start: int
    part: str


class OffsetMap:
    """Article offsets to raw offsets and back, for spans that stay inside one content block."""

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self.pieces = sorted(pieces)
        self._starts = [piece.start for piece in self.pieces]
        self._by_raw = sorted(self.pieces, key=lambda piece: piece.raw_start)
        self._raw_starts = [piece.raw_start for piece in self._by_raw]

    def piece(self, offset: int) -> Piece | None:
        """The content block that holds a character of the article; None between blocks."""
        at = bisect_right(self._starts, offset) - 1
        return self.pieces[at] if at >= 0 and offset < self.pieces[at].end else None

    def part(self, offset: int) -> str | None:
        """The part (title, body, ...) in which a character of the article stands."""
        piece = self.piece(offset)
        return piece.part if piece else None

    def to_raw(self, start: int, end: int) -> tuple[int, int] | None:
        """Raw span of an article span; None when it is empty or leaves its block."""
        piece = self.piece(start)
        if piece is None or not start < end <= piece.end:
            return None
        shift = piece.raw_start - piece.start
        return start + shift, end + shift

    def from_raw(self, raw_start: int, raw_end: int) -> tuple[int, int] | None:
        """Article span of a raw span; None when it is empty or not inside one content block."""
        at = bisect_right(self._raw_starts, raw_start) - 1
        if at < 0:
            return None
        piece = self._by_raw[at]
        if not raw_start < raw_end <= piece.raw_start + piece.end - piece.start:
            return None
        shift = piece.start - piece.raw_start
        return raw_start + shift, raw_end + shift


def maps(blocks: pl.DataFrame) -> dict[str, OffsetMap]:
    """The offset map of each article, from its rows of the table ``blocks``."""
    content = blocks.filter(pl.col("start").is_not_null()).select("article_id", "start", "end", "raw_start", "role")
    pieces: dict[str, list[Piece]] = {}
    for article_id, start, end, raw_start, role in content.iter_rows():
        pieces.setdefault(article_id, []).append(Piece(start, end, raw_start, role))
    return {article_id: OffsetMap(found) for article_id, found in pieces.items()}


def printed(rows: Iterable[dict[str, Any]], text: str) -> list[dict[str, Any]]:
    """Rows with ``text`` as the article prints their spans: a parse may write a block that is all in capitals as prose."""
    return [{**row, "text": text[row["start"] : row["end"]]} for row in rows]
