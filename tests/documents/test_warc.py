import contextlib
import gzip
import zlib
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drawdown.documents import warc
from drawdown.documents.records import Defect, Record

PAGE = b"<!DOCTYPE html><html><head><title>A bridge</title></head><body><p>The mayor opened a bridge.</p></body></html>"
HTML = {"Content-Type": "text/html"}


def record(
    number: int, block: bytes, kind: str = "response", url: str = "http://post.example/", media_type: str = "application/http"
) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number:036}>\r\nWARC-Target-URI: {url}\r\n"
        f"WARC-Date: 2020-03-04T00:00:00Z\r\nContent-Type: {media_type}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def answer(payload: bytes, headers: dict[str, str], status: str = "200 OK") -> bytes:
    fields = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {status}\r\n{fields}\r\n".encode() + payload


def chunked(data: bytes, size: int) -> bytes:
    parts = [data[at : at + size] for at in range(0, len(data), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def read(folder: Path, *records: bytes) -> list[Record | Defect]:
    (folder / "x.warc").write_bytes(b"".join(records))
    return list(warc.pages(folder / "x.warc", "x.warc", {}))


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("payload", "headers"),
    [
        (gzip.compress(PAGE), {"Content-Encoding": "gzip"}),
        (gzip.compress(PAGE), {"content-encoding": "X-GZIP"}),
        (zlib.compress(PAGE), {"Content-Encoding": "deflate"}),
        (raw_deflate(PAGE), {"Content-Encoding": "deflate"}),
        (brotli.compress(PAGE), {"Content-Encoding": "br"}),
        (chunked(PAGE, 20), {"Transfer-Encoding": "chunked"}),
        (chunked(gzip.compress(PAGE), 20), {"Transfer-Encoding": "chunked", "Content-Encoding": "gzip"}),
        (PAGE, {"Transfer-Encoding": "chunked", "Content-Encoding": "gzip"}),
        (PAGE, {"Content-Encoding": "identity"}),
    ],
)
def test_pages_come_without_the_codings_that_they_were_sent_in(tmp_path: Path, payload: bytes, headers: dict[str, str]) -> None:
    (page,) = read(tmp_path, record(1, answer(payload, HTML | headers)))
    assert isinstance(page, Record)
    assert page.data == PAGE


def test_a_coding_that_cannot_be_undone_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    bad = record(1, answer(b"\x00\x01\x02\x03" * 50, HTML | {"Content-Encoding": "gzip"}))
    defect, page = read(tmp_path, bad, record(2, answer(PAGE, HTML)))
    assert isinstance(defect, Defect)
    assert (defect.rule, defect.record) == ("broken_coding", f"<urn:uuid:{1:036}>")
    assert isinstance(page, Record)


def test_a_response_that_declares_no_type_is_read(tmp_path: Path) -> None:
    (page,) = read(tmp_path, record(1, answer(PAGE, {})))
    assert isinstance(page, Record)


def test_a_page_that_the_server_did_not_give_is_set_aside_with_its_status_and_address(tmp_path: Path) -> None:
    (defect,) = read(tmp_path, record(1, answer(PAGE, HTML, "404 Not Found"), url="http://post.example/gone"))
    assert isinstance(defect, Defect)
    assert defect.rule == "http_status"
    assert "404 for http://post.example/gone" in defect.detail


def test_records_that_are_no_pages_are_counted_and_notes_of_crawlers_are_none(tmp_path: Path) -> None:
    page, other = read(
        tmp_path,
        record(1, b"software: x", "warcinfo", media_type="application/warc-fields"),
        record(2, b"GET / HTTP/1.1\r\n\r\n", "request"),
        record(3, answer(PAGE, HTML)),
        record(4, answer(b"\x89PNG", {"Content-Type": "image/png"})),
        record(5, answer(b"\x89PNG2", {"Content-Type": "image/png"})),
        record(6, answer(b"", HTML), "revisit"),
        record(7, b"words", "resource", "urn:text:http://post.example/", "text/plain"),
        record(8, b"words", "resource", "metadata://crawler/wget.log", "text/plain"),
    )
    assert isinstance(page, Record)
    assert isinstance(other, Defect)
    assert other.rule == "other_records"
    assert other.detail == "records that are no pages: 2 image/png, 1 metadata: address, 1 revisit, 1 urn: address"


@given(st.binary(max_size=300), st.integers(1, 50))
def test_chunks_are_joined_to_what_was_cut(data: bytes, size: int) -> None:
    if data:
        assert warc.body(chunked(data, size), "chunked", "") == data


@given(st.binary(max_size=200), st.sampled_from(["gzip", "deflate", "br", "gzip, br", "nonsense"]))
def test_bodies_of_any_bytes_raise_nothing_but_the_error_that_is_promised(data: bytes, coding: str) -> None:
    with contextlib.suppress(ValueError):
        assert isinstance(warc.body(data, "chunked", coding), bytes)


def damaged_middle(record: bytes) -> bytes:
    middle = len(record) // 2
    return record[:middle] + bytes(byte ^ 0xFF for byte in record[middle : middle + 4]) + record[middle + 4 :]


@pytest.mark.parametrize(
    "damage",
    [
        lambda parts: [
            gzip.compress(part, mtime=0) if index != 2 else damaged_middle(gzip.compress(part)) for index, part in enumerate(parts)
        ],
        lambda parts: [gzip.compress(part, mtime=0) if index != 2 else b"\0" + gzip.compress(part)[1:] for index, part in enumerate(parts)],
        lambda parts: [*parts[:2], b"XXXX" + parts[2][4:], *parts[3:]],
        lambda parts: [*parts[:2], parts[2].replace(b"Content-Length: ", b"Content-Length: 9"), *parts[3:]],
        lambda parts: [*parts[:2], b"no record at all\r\n\r\n", *parts[3:]],
    ],
)
def test_what_lies_behind_a_damaged_record_is_read(tmp_path: Path, damage: Callable[[list[bytes]], list[bytes]]) -> None:
    parts = [record(number, answer(PAGE + b"<!-- %d -->" % number, HTML)) for number in range(6)]
    found = read(tmp_path, *damage(parts))
    pages = [item.record for item in found if isinstance(item, Record)]
    assert pages == [f"<urn:uuid:{number:036}>" for number in (0, 1, 3, 4, 5)]
    (defect,) = [item for item in found if isinstance(item, Defect)]
    assert defect.rule == "broken_warc"
    assert defect.record in ("after 2 records", f"<urn:uuid:{2:036}>")


@given(st.data())
def test_no_damage_makes_the_reading_raise_or_repeat_a_page(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    parts = [record(number, answer(PAGE + b"<!-- %d -->" % number, HTML)) for number in range(3)]
    whole = b"".join(gzip.compress(part, mtime=0) for part in parts) if data.draw(st.booleans()) else b"".join(parts)
    start = data.draw(st.integers(0, len(whole)))
    damaged = whole[:start] + data.draw(st.binary(max_size=8)) + whole[data.draw(st.integers(start, len(whole))) :]
    found = read(tmp_path_factory.mktemp("warc"), damaged)
    pages = [item.record for item in found if isinstance(item, Record)]
    assert len(pages) == len(set(pages)) <= 3
