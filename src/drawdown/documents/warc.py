"""WARC files as a stream: the pages that a crawl received, freed of the codings in which HTTP sent them."""

from __future__ import annotations

import gzip
import mmap
import re
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from urllib3 import HTTPResponse
from urllib3.exceptions import HTTPError

from drawdown.documents import decoding
from drawdown.documents.records import GZIP, UNREADABLE, Defect, Record, broken, unzipped

_PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "")
"""Types of pages; the empty one stands for a response that declares none."""
_CHUNK = re.compile(rb"([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
_BEGINNING = re.compile(rb"(?<=\r\n\r\n)WARC/1\.|\x1f\x8b\x08")
_SAMPLE = 4096
_KINDS_NAMED = 8
_BROKEN = "broken_warc"


def pages(path: Path, name: str, _columns: Mapping[str, str]) -> Iterator[Record | Defect]:
    """Responses and resources that are HTML or plain text; one defect counts those that are not.

    Requests and metadata describe an exchange and are not counted. Never raises for bad bytes: where a file breaks, a defect says
    so, and reading goes on with the next record that can be found.
    """
    others = Counter[str]()
    read, at, damaged = 0, 0, False
    while at >= 0:
        first = read
        try:
            for record in _records(path, at):
                at = record.stream_pos
                if other := _other(record):
                    others[other] += 1
                else:
                    item = _page(record, name)
                    yield item
                    if isinstance(item, Defect) and item.rule == _BROKEN:
                        break
                read += 1
            else:
                break
        except Exception as error:  # the reader raises many kinds for bytes that are no WARC
            if read > first or not damaged:
                yield broken(name, f"after {read} records", _BROKEN, f"{type(error).__name__}: {error}")
            damaged = True
        at = _next(path, at + 1)
    if others:
        yield broken(name, None, "other_records", _counted(others))
    if not damaged and (cut := _cut_off(path)):
        yield broken(name, f"after {read} records", "broken_gzip", cut)
    elif not damaged and not read and path.stat().st_size and _no_warc(path):
        yield broken(name, None, _BROKEN, "no record could be read")


def _records(path: Path, at: int) -> Iterator[Any]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion | WarcRecordType.revisit
    with path.open("rb") as stream:
        stream.seek(at)
        yield from ArchiveIterator(stream, record_types=wanted, parse_http=True)


def _next(path: Path, at: int) -> int:
    """Where the next record begins from here on: a version line behind an empty one, or a zipped one; -1 where there is none."""
    if path.stat().st_size <= at:
        return -1
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        for found in _BEGINNING.finditer(data, at):
            if found.group().startswith(b"WARC") or _unzips_to_warc(data[found.start() : found.start() + _SAMPLE]):
                return found.start()
    return -1


def _unzips_to_warc(data: bytes) -> bool:
    try:
        return zlib.decompressobj(31).decompress(data, 16).startswith(b"WARC/")
    except zlib.error:
        return False


def _other(record: Any) -> str:
    """What a record is that is no page; empty for a page. Crawlers keep notes of their own under addresses that are none of the web."""
    if record.headers.get("WARC-Type") == "revisit":
        return "revisit"
    scheme = (record.headers.get("WARC-Target-URI") or "").strip("<>").partition(":")[0].lower()
    if scheme not in ("http", "https", "ftp", "file", ""):
        return f"{scheme}: address"
    kind = _media_type(record)
    return "" if kind in _PAGE_TYPES else kind


def _media_type(record: Any) -> str:
    declared = record.http_content_type if record.http_headers is not None else record.headers.get("Content-Type")
    return str(declared or "").split(";")[0].strip().lower()


def _counted(others: Counter[str]) -> str:
    ranked = sorted(others.items(), key=lambda item: (-item[1], item[0]))
    named = [f"{count} {kind}" for kind, count in ranked[:_KINDS_NAMED]]
    if rest := sum(count for _, count in ranked[_KINDS_NAMED:]):
        named.append(f"{rest} of other kinds")
    return f"records that are no pages: {', '.join(named)}"


def _page(record: Any, name: str) -> Record | Defect:
    number, url = str(record.record_id), (record.headers.get("WARC-Target-URI") or "").strip("<>")
    length = record.content_length
    data = record.reader.read()
    if len(data) < length:
        return broken(name, number, _BROKEN, f"{len(data)} of {length} bytes are there", data)
    headers = record.http_headers
    if headers is not None and headers.status_code not in (None, 200):
        return broken(name, number, "http_status", f"the server answered {headers.status_code} for {url}", data)
    if headers is not None:
        fields = {key.lower(): value for key, value in headers.items()}
        try:
            data = body(data, fields.get("transfer-encoding", ""), fields.get("content-encoding", ""))
        except ValueError as error:
            return broken(name, number, "broken_coding", f"{error} ({url})", data)
    declared = {"url": url} if url.startswith("http") else {}
    return Record(name, number, data, charset=record.http_charset if headers is not None else None, declared=declared)


def body(data: bytes, transfer: str, content: str) -> bytes:
    """The body of a response without its transfer coding (chunked) and content codings (gzip, deflate, br).

    Many crawlers undo a coding and keep the header that names it: what is text already stays as it is. ValueError for a coded
    body that cannot be undone.
    """
    if "chunked" in transfer.lower():
        data = _joined(data)
    coding = content.strip().lower()
    if not coding or not data:
        return data
    try:
        return HTTPResponse(BytesIO(data), headers={"content-encoding": coding}, preload_content=False).read(decode_content=True)
    except HTTPError as error:
        if decoding.decode(data[:1024]).text is not None:
            return data
        raise ValueError(f"coded as {coding}, which cannot be undone: {error}") from error


def _joined(data: bytes) -> bytes:
    """Chunks joined, up to where they break off; data that does not begin with a chunk as it is."""
    parts: list[bytes] = []
    at = 0
    while size := _CHUNK.match(data, at):
        length = int(size.group(1), 16)
        if length == 0:
            break
        parts.append(data[size.end() : size.end() + length])
        at = size.end() + length
        at += 2 if data[at : at + 2] == b"\r\n" else data[at : at + 1] == b"\n"
    return b"".join(parts) if at else data


def _cut_off(path: Path) -> str:
    """What is wrong with the end of a zipped file; empty when it is whole. Reads it in small pieces."""
    with path.open("rb") as file:
        if file.read(2) != GZIP:
            return ""
    try:
        with gzip.open(path) as file:
            while file.read(1 << 20):
                pass
    except UNREADABLE as error:
        return str(error)
    return ""


def _no_warc(path: Path) -> bool:
    with unzipped(path) as file:
        return not file.read(5).startswith(b"WARC/")
