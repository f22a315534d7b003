"""Ids made of content, the same on every machine and in every run.

A document's id is the beginning of the sha256 of its bytes. The id of anything found in it (a mention, a
quote, an event mention) begins with eight digits of the document's, so that rows of one page stand together
in a sorted table, and ends in a hash of where it stands in the *raw* page: better cleaning rules move
characters of the cleaned article, never an id.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

DIGITS = 16
PAGE_DIGITS = 8
_OWN_DIGITS = 12


def digest(*parts: object) -> str:
    """sha256 (hex) of the parts in order; strings, integers and None only, kept apart unambiguously."""
    return hashlib.sha256(b"".join(map(_framed, parts))).hexdigest()


def _framed(part: object) -> bytes:
    data = b"-" if part is None else str(part).encode("utf-8", "surrogatepass")
    return b"%d:%b" % (len(data), data)


def document_id(sha256: str, copy_of: str | None = None) -> str:
    """``d_`` and 16 digits of the bytes' sha256; a further copy of the same bytes is told apart by its path."""
    return "d_" + (sha256[:DIGITS] if copy_of is None else digest(sha256, copy_of)[:DIGITS])


def article_id(document: str) -> str:
    """The article of a document: the same digits behind ``a_``."""
    return "a_" + document.removeprefix("d_")


def within(prefix: str, page: str, *parts: object) -> str:
    """Id of something in a page: ``m_602093fd0a1b2c3d4e5f`` = prefix, 8 digits of the page's id, 12 of its own.

    ``parts`` say what makes it itself: as a rule raw offsets, and what is claimed of them.
    """
    return f"{prefix}_{page[2 : 2 + PAGE_DIGITS]}{digest(prefix, page, *parts)[:_OWN_DIGITS]}"


def all_within(prefix: str, page: str, places: Iterable[object]) -> list[str]:
    """The ids of many things in a page, each told apart by one part: the same as :func:`within` for each, in half of the time."""
    begun = hashlib.sha256(_framed(prefix) + _framed(page))
    head = f"{prefix}_{page[2 : 2 + PAGE_DIGITS]}"
    found = []
    for place in places:
        sha = begun.copy()
        sha.update(_framed(place))
        found.append(head + sha.hexdigest()[:_OWN_DIGITS])
    return found


def across(prefix: str, parts: Iterable[object]) -> str:
    """Id of something that stands on no single page (an entity, an event): ``e_`` and 16 digits of its parts."""
    return f"{prefix}_{digest(prefix, *parts)[:DIGITS]}"


def shard(identifier: str, shards: int) -> int:
    """Which of ``shards`` parts an id with a hash belongs to: its range, so shards in order are ids in order."""
    return int(identifier.rpartition("_")[2][:PAGE_DIGITS], 16) * shards >> 4 * PAGE_DIGITS


def shard_range(shard: int, shards: int) -> tuple[str, str | None]:
    """First digits of a shard's ids, and of the next shard's (None behind the last): ``low <= digits < high``."""
    low, high = (-(-part * (1 << 4 * PAGE_DIGITS) // shards) for part in (shard, shard + 1))
    return f"{low:0{PAGE_DIGITS}x}", None if shard + 1 == shards else f"{high:0{PAGE_DIGITS}x}"
