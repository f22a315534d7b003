"""WARC files as a stream: the pages that a crawl received, freed of the codings in which HTTP sent them."""

from __future__ import annotations

import gzip
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
from drawdown.documents.records import Defect, Record, broken, unzipped

_PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "")
"""Types of pages; the empty one stands for a response that declares none."""
_CHUNK = re.compile(rb"([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
_KINDS_NAMED = 8


def pages(path: Path, name: str, _columns: Mapping[str, str]) -> Iterator[Record | Defect]:
    """Responses and resources that are HTML or plain text; one defect counts those that are not.

    Requests and metadata describe an exchange and are not counted. Never raises for bad bytes: a file that breaks off, or is
    no WARC, ends in a defect.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion | WarcRecordType.revisit
    read, others = 0, Counter[str]()
    problem = None
    try:
        with path.open("rb") as stream:
            for record in ArchiveIterator(stream, record_types=wanted, parse_http=True):
                read += 1
                if other := _other(record, record.record_type == WarcRecordType.revisit):
                    others[other] += 1
                else:
                    yield _page(record, name)
    except Exception as error:  # the reader raises many kinds for bytes that are no WARC
        problem = broken(name, f"after {read} records", "broken_warc", f"{type(error).__name__}: {error}")
    if others:
        yield broken(name, None, "other_records", _counted(others))
    if problem is not None:
        yield problem
    elif cut := _cut_off(path):
        yield broken(name, f"after {read} records", "broken_gzip", cut)
    elif not read and path.stat().st_size and _no_warc(path):
        yield broken(name, None, "broken_warc", "no record could be read")


def _other(record: Any, revisit: bool) -> str:
    """What a record is that is no page; empty for a page. Crawlers keep notes of their own under addresses that are none of the web."""
    if revisit:
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
    data = record.reader.read()
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
        if file.read(2) != b"\x1f\x8b":
            return ""
    try:
        with gzip.open(path) as file:
            while file.read(1 << 20):
                pass
    except (OSError, EOFError, zlib.error) as error:
        return str(error)
    return ""


def _no_warc(path: Path) -> bool:
    with unzipped(path) as file:
        return not file.read(5).startswith(b"WARC/")
