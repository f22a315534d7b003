"""A document as it was received: the bytes, where they lay, and what their container declares of them."""

from __future__ import annotations

import gzip
import hashlib
import zlib
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO, Literal

Kind = Literal["unknown", "text", "html"]
FACTS = ("title", "url", "publisher", "author", "section", "tags", "published")
"""What a container, or the head of an HTML page, may declare of a page."""


GZIP = b"\x1f\x8b"
"""The first bytes of a zipped file."""
UNREADABLE = (OSError, EOFError, zlib.error)
"""What reading a file raises that cannot be read, or is zipped and broken."""


@dataclass(frozen=True, slots=True)
class Record:
    """One document: its bytes as received (a row of a table: the row in canonical JSON).

    ``text`` is given where the container holds the page as characters; ``kind`` then says what they are.
    ``declared`` holds facts by name (:data:`FACTS`), as strings.
    """

    path: str
    record: str | None
    data: bytes
    kind: Kind = "unknown"
    charset: str | None = None
    text: str | None = None
    declared: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Defect:
    """A file, or a record of a container, that could not be read: ``rule`` names why. ``size`` counts its bytes."""

    path: str
    record: str | None
    rule: str
    detail: str
    sha256: str
    size: int


def legible(item: Record | Defect) -> Record | Defect:
    """The same with names and facts that can be written: lone surrogates (file names that are not UTF-8, escapes in JSON) as ``\\udce9``."""
    record = None if item.record is None else _legible(item.record)
    if isinstance(item, Defect):
        return replace(item, path=_legible(item.path), record=record, detail=_legible(item.detail))
    declared = {fact: _legible(value) for fact, value in item.declared.items()}
    return replace(item, path=_legible(item.path), record=record, declared=declared)


def _legible(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def broken(path: str, record: str | None, rule: str, detail: str, data: bytes = b"") -> Defect:
    """A defect of a record; one without bytes is told from others by where it lies."""
    seed = data or f"{path}#{record}#{rule}".encode("utf-8", "surrogatepass")
    return Defect(path, record, rule, detail, hashlib.sha256(seed).hexdigest(), len(data))


def unzipped(path: Path) -> BinaryIO:
    """A file opened for reading, through gzip if it is zipped."""
    with path.open("rb") as file:
        zipped = file.read(2) == GZIP
    return gzip.open(path) if zipped else path.open("rb")  # type: ignore[return-value]
