"""The blocks of pages, as columns: what stands where, in which role, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate, compress
from typing import NamedTuple

import polars as pl

from drawdown import ids
from drawdown.offsets import JOINT
from drawdown.schemas import TABLES
from drawdown.schemas.vocabularies import PARTS

_NOTHING, _SPACE = "nothing is printed", "white space before the first printed character"


class Blocks(NamedTuple):
    """The blocks of a page in page order, a list for each column, all of one length.

    ``starts`` and ``ends`` bound the printed characters, which are ``texts``; a block runs to the start of the next one. ``roles`` are
    of the vocabulary of ``blocks.role``, ``reasons`` the evidence that decided.
    """

    starts: list[int]
    ends: list[int]
    texts: list[str]
    roles: list[str]
    reasons: list[str]

    @classmethod
    def none(cls) -> Blocks:
        """No block at all."""
        return cls([], [], [], [], [])

    def of(self, *roles: str) -> list[str]:
        """What is printed in the blocks of some roles, in order."""
        return list(compress(self.texts, map(roles.__contains__, self.roles)))

    def tiling(self, length: int) -> Blocks:
        """The same with a block for white space in front, so that they cover a page of ``length`` characters whole."""
        if self.starts[:1] == [0] or not length:
            return self
        reason = _SPACE if self.starts else _NOTHING
        return Blocks([0, *self.starts], [0, *self.ends], ["", *self.texts], ["boilerplate", *self.roles], [reason, *self.reasons])


class Placed(NamedTuple):
    """Blocks that tile a page of ``length`` characters, with the ids of its document and, where it has one, its article."""

    document_id: str
    article_id: str | None
    length: int
    blocks: Blocks


def content_starts(blocks: Blocks) -> list[int]:
    """Where each content block begins in the article's text."""
    parts = blocks.of(*PARTS)
    return list(accumulate((len(part) + len(JOINT) for part in parts), initial=0))[: len(parts)]


def frame(pages: Iterable[Placed]) -> pl.DataFrame:
    """Rows of the table ``blocks`` of some pages, each with its own document, in page order; content blocks know where they stand in
    the article."""
    table = TABLES["blocks"]
    columns: dict[str, list[object]] = {name: [] for name in table.column_names}
    for page in pages:
        for name, values in _columns(page):
            columns[name] += values
    return pl.DataFrame(columns, schema=table.polars_schema())


def _columns(page: Placed) -> Iterator[tuple[str, Iterable[object]]]:
    found = page.blocks
    count = len(found.starts)
    yield "block_id", ids.all_within("b", page.document_id, found.starts)
    yield "document_id", [page.document_id] * count
    yield "article_id", [page.article_id] * count
    yield "ordinal", range(count)
    yield "raw_start", found.starts
    yield "raw_end", [*found.starts[1:], page.length] if found.starts else []
    yield "role", found.roles
    yield "reason", found.reasons
    begins: list[int | None] = [None] * count
    ends: list[int | None] = [None] * count
    if page.article_id is not None:
        content = (index for index, role in enumerate(found.roles) if role in PARTS)
        for index, start in zip(content, content_starts(found), strict=True):
            begins[index], ends[index] = start, start + len(found.texts[index])
    yield "start", begins
    yield "end", ends
