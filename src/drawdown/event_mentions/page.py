"""What the coder knows of one article besides its parse: the rows of the earlier tables, and how to look them up."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from drawdown.offsets import OffsetMap

Row = dict[str, Any]
Resolve = Callable[[str, str | None], tuple[str | None, str | None, str | None, str]]
"""(noun phrase, date) -> (entity_id, country, sector, reason)."""


def unresolved(_text: str, _date: str | None) -> tuple[str | None, str | None, str | None, str]:
    """Resolve nothing: what is used when no registry is at hand."""
    return None, None, None, "no registry"


@dataclass(frozen=True, slots=True)
class Page:
    """One article. Rows are those of the tables of the same names, for this article, as dicts; offsets are in ``text``.

    ``entities`` gives country and sector of an entity id; ``published`` is EDTF or None.
    """

    article_id: str
    text: str
    offsets: OffsetMap
    published: str | None = None
    sentences: list[Row] = field(default_factory=list)
    mentions: list[Row] = field(default_factory=list)
    quotes: list[Row] = field(default_factory=list)
    times: list[Row] = field(default_factory=list)
    entities: dict[str, Row] = field(default_factory=dict)
    resolve: Resolve = unresolved

    def sentence_id(self, offset: int) -> str | None:
        """The sentence in which a character stands; None between sentences."""
        starts = [row["start"] for row in self.sentences]
        at = bisect_right(starts, offset) - 1
        return str(self.sentences[at]["sentence_id"]) if at >= 0 and offset < self.sentences[at]["end"] else None

    def quote_at(self, offset: int) -> Row | None:
        """The shortest quotation around a character, direct or indirect; None outside quotations."""
        around = [row for row in self.quotes if row["start"] <= offset < row["end"]]
        return min(around, key=lambda row: (row["end"] - row["start"], row["start"])) if around else None

    def mention_at(self, head: int) -> Row | None:
        """The mention of an actor around a character: one with an entity first, then the longest."""
        around = [row for row in self.mentions if row["start"] <= head < row["end"] and row["kind"] != "event"]
        return min(around, key=lambda row: (row["entity_id"] is None, row["start"] - row["end"], row["start"])) if around else None

    def country(self, entity_id: str | None) -> str | None:
        """The country of an entity; None for nobody known."""
        found = self.entities.get(entity_id or "", {}).get("country")
        return str(found) if found else None

    @property
    def day(self) -> date | None:
        """Publication day, when it is known to the day."""
        try:
            return date.fromisoformat((self.published or "")[:10])
        except ValueError:
            return None
