"""The raw folder as a stream of records: every file, and every record of every container, in a fixed order."""

from __future__ import annotations

import gzip
import hashlib
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from drawdown import io
from drawdown.documents import containers
from drawdown.documents.records import Defect, Record
from drawdown.documents.sources import NAME
from drawdown.errors import ParameterError

_GZIP = b"\x1f\x8b"
_PARQUET = b"PAR1"
_WARC = b"WARC/"
_SUFFIXES = {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "csv", ".parquet": "parquet", ".warc": "warc"}


def names(raw: Path) -> list[str]:
    """Files below the raw folder, as paths with ``/``, sorted; hidden ones and ``sources.yaml`` at its top are not pages."""
    if not raw.is_dir():
        raise ParameterError(f"{raw} is not a folder", remedy="name the folder that holds the pages")
    found = [path.relative_to(raw) for path in raw.rglob("*") if path.is_file()]
    shown = [path.as_posix() for path in found if not any(part.startswith(".") for part in path.parts)]
    return sorted(name for name in shown if name != NAME)


def read(raw: Path, name: str, columns: Mapping[str, str]) -> Iterator[Record | Defect]:
    """The records of one file, in its order. What cannot be read is a Defect; nothing is raised for bad bytes."""
    path = raw / name
    try:
        with path.open("rb") as file:
            head = file.read(8)
        kind = _kind(path, head)
        if kind is None:
            yield _single(path, name, head)
        else:
            yield from containers.READERS[kind](path, name, columns)
    except (OSError, EOFError, zlib.error) as error:
        yield defect(path, name, "unreadable_file", f"{type(error).__name__}: {error}")


def defect(path: Path, name: str, rule: str, detail: str, record: str | None = None) -> Defect:
    """A defect of a whole file."""
    try:
        return Defect(name, record, rule, detail, io.file_sha256(path), path.stat().st_size)
    except OSError:
        return Defect(name, record, rule, detail, hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest(), 0)


def _kind(path: Path, head: bytes) -> str | None:
    suffixes = [suffix.lower() for suffix in path.suffixes]
    zipped = head.startswith(_GZIP)
    if head.startswith(_PARQUET):
        return "parquet"
    if head.startswith(_WARC):
        return "warc"
    if zipped and _peek(path).startswith(_WARC):
        return "warc"
    last = next((suffix for suffix in reversed(suffixes) if suffix not in (".gz", ".bz2")), "")
    return _SUFFIXES.get(last)


def _peek(path: Path) -> bytes:
    try:
        with gzip.open(path) as file:
            return file.read(8)
    except (OSError, EOFError, zlib.error):
        return b""


def _single(path: Path, name: str, head: bytes) -> Record | Defect:
    """A file that is one page; one that was zipped is unzipped first."""
    data = path.read_bytes()
    if not head.startswith(_GZIP):
        return Record(name, None, data)
    try:
        return Record(name, None, gzip.decompress(data))
    except (OSError, EOFError, zlib.error) as error:
        return defect(path, name, "broken_gzip", str(error))
