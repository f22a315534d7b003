"""Whatever lies in the folder, something is said of it, and nothing is raised."""

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drawdown.documents import files, pages, records
from drawdown.documents.records import Record

PAGES = Path(__file__).parents[1] / "data" / "pages"
NAMES = ("x", "x.txt", "x.html", "x.mhtml", "x.json", "x.jsonl", "x.csv", "x.tsv", "x.warc", "x.parquet", "x.csv.gz", "x.warc.gz")
OPENINGS = (
    b"",
    b"PAR1",
    b"WARC/1.0\r\n",
    b"\x1f\x8b\x08",
    b"[{",
    b'{"text":',
    b"id,text\n",
    b"<html>",
    b"\xff\xfe",
    b"PK\x03\x04",
    b"MIME-Version: 1.0\n",
)


def said(folder: Path, name: str, data: bytes) -> int:
    (folder / name).write_bytes(data)
    items = [records.legible(item) for item in files.read(folder, name, {})]
    for item in items:
        if isinstance(item, Record):
            outcome = pages.outcome(item)
            assert (outcome.text is None) == bool(outcome.rule)
    return len(items)


@settings(max_examples=200, deadline=None)
@given(name=st.sampled_from(NAMES), opening=st.sampled_from(OPENINGS), rest=st.binary(max_size=200), zipped=st.booleans())
def test_any_bytes_under_any_name(tmp_path_factory: pytest.TempPathFactory, name: str, opening: bytes, rest: bytes, zipped: bool) -> None:
    data = opening + rest
    assert said(tmp_path_factory.mktemp("any"), name, gzip.compress(data) if zipped else data) >= 1


@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_any_damage_to_a_real_file(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(("crawl.warc", "crawl2.warc.gz", "export.csv", "export.jsonl", "export.parquet", "export2.jsonl.gz")))
    whole = (PAGES / name).read_bytes()
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    assert said(tmp_path_factory.mktemp("any"), name, whole[:start] + data.draw(st.binary(max_size=20)) + whole[end:]) >= 1


@settings(max_examples=100, deadline=None)
@given(
    row=st.dictionaries(
        st.sampled_from(("id", "text", "html", "title", "date", "url", "tags", "Text")),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
            lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
            max_leaves=5,
        ),
    )
)
def test_any_values_in_a_row(tmp_path_factory: pytest.TempPathFactory, row: dict[str, object]) -> None:
    folder = tmp_path_factory.mktemp("any")
    assert said(folder, "x.jsonl", json.dumps(row).encode()) == 1
    assert said(folder, "x.json", json.dumps([row]).encode()) == 1
