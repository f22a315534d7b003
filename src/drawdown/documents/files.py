"""The raw folder as a stream of records: every file, and every record of every container, in a fixed order."""

from __future__ import annotations

import gzip
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from drawdown import io
from drawdown.documents import containers, mhtml
from drawdown.documents.records import GZIP, UNREADABLE, Defect, Record, broken
from drawdown.documents.sources import NAME
from drawdown.errors import ParameterError

_PARQUET = b"PAR1"
_WARC = b"WARC/"
_PACKED = {b"PK\x03\x04": "zip", b"BZh": "bzip2", b"\xfd7zXZ": "xz", b"7z\xbc\xaf": "7z", b"Rar!": "rar", b"(\xb5/\xfd": "zstd"}
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:[\[{]|$)")
_SUFFIXES = {".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "csv", ".parquet": "parquet", ".warc": "warc"}
_ZIP = b"PK"


def names(raw: Path) -> list[str]:
    """Files below the raw folder, as paths with ``/``, sorted; hidden ones and ``sources.yaml`` at its top are not pages.

    Links are followed. What cannot be (a link to nothing, or to a folder that holds it) and folders that cannot be opened are
    listed as well, so that :func:`read` says so.
    """
    if not raw.is_dir():
        raise ParameterError(f"{raw} is not a folder", remedy="name the folder that holds the pages")
    return sorted(name for name in _below(raw, "", frozenset()) if name != NAME)


def _below(folder: Path, prefix: str, above: frozenset[str]) -> Iterator[str]:
    """Names below a folder; ``above`` are the folders that hold it, links resolved."""
    within = above | {os.path.realpath(folder)}
    try:
        with os.scandir(folder) as found:
            entries = [entry for entry in found if not entry.name.startswith(".")]
    except OSError:
        yield prefix.removesuffix("/")
        return
    for entry in entries:
        if entry.is_dir() and os.path.realpath(entry.path) not in within:
            yield from _below(Path(entry.path), f"{prefix}{entry.name}/", within)
        else:
            yield prefix + entry.name


def read(raw: Path, name: str, columns: Mapping[str, str]) -> Iterator[Record | Defect]:
    """The records of one file, in its order. What cannot be read is a Defect; nothing is raised for bad bytes."""
    path = raw / name
    if path.exists() and not path.is_file():  # a pipe would never end
        what = "a folder that cannot be opened, or that holds itself" if path.is_dir() else "no file of bytes"
        yield broken(name, None, "unreadable_file", what)
        return
    try:
        with path.open("rb") as file:
            head = file.read(8)
        kind = _kind(path, head)
        if kind is None or not head:
            yield _single(path, name, head)
        else:
            pages = containers.READERS[kind](path, name, columns)
            first = next(pages, None)
            yield first or Defect(name, None, "empty_file", "no record could be a page", io.file_sha256(path), path.stat().st_size)
            yield from pages
    except UNREADABLE as error:
        yield broken(name, None, "unreadable_file", getattr(error, "strerror", None) or f"{type(error).__name__}: {error}")


def _kind(path: Path, head: bytes) -> str | None:
    suffixes = [suffix.lower() for suffix in path.suffixes]
    zipped = head.startswith(GZIP)
    begins = _peek(path) if zipped else head
    if head.startswith(_PARQUET):
        return "parquet"
    if head.startswith(_WARC):
        return "warc"
    if zipped and begins.startswith(_WARC):
        return "warc"
    if suffixes[-1:] == [".wacz"] and head.startswith(_ZIP):
        return "wacz"
    last = next((suffix for suffix in reversed(suffixes) if suffix != ".gz"), "")
    if last == ".json" and not _JSON.match(begins):
        return None
    return _SUFFIXES.get(last)


def _peek(path: Path) -> bytes:
    try:
        with gzip.open(path) as file:
            return file.read(8)
    except UNREADABLE:
        return b""


def _single(path: Path, name: str, head: bytes) -> Record | Defect:
    """A file that is one page; one that was zipped is unzipped first."""
    data = path.read_bytes()
    if head.startswith(GZIP):
        try:
            data = gzip.decompress(data)
        except UNREADABLE as error:
            return broken(name, None, "broken_gzip", str(error), data)
    packed = next((kind for magic, kind in _PACKED.items() if head.startswith(magic)), "tar" if data[257:262] == b"ustar" else "")
    if packed:
        return broken(name, None, "packed_file", f"a file of type {packed}: unpack it, and put what it holds into the folder", data)
    return mhtml.page(name, data) or Record(name, None, data)
