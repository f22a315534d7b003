import base64
import bz2
import gzip
import json
import lzma
import os
import quopri
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from drawdown.documents import files
from drawdown.documents.records import Defect, Record
from drawdown.errors import ParameterError

PAGES = Path(__file__).parents[1] / "data" / "pages"


def read(raw: Path, name: str, **columns: str) -> list[Record | Defect]:
    return list(files.read(raw, name, columns))


def test_names_are_sorted_and_skip_what_is_hidden(tmp_path: Path) -> None:
    for name in ("b.txt", "a b.txt", "deep/é.txt", ".hidden", ".git/x.txt", "sources.yaml", "deep/sources.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert files.names(tmp_path) == ["a b.txt", "b.txt", "deep/sources.yaml", "deep/é.txt"]


def test_a_missing_folder_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(ParameterError, match="nowhere"):
        files.names(tmp_path / "nowhere")


@pytest.mark.parametrize("name", ["crawl.warc", "crawl2.warc.gz"])
def test_warc_gives_its_pages_and_counts_the_rest(name: str) -> None:
    *found, others = read(PAGES, name)
    assert isinstance(others, Defect)
    assert others.detail == "records that are no pages: 1 image/png"
    assert len(found) == 2
    for record in found:
        assert isinstance(record, Record)
        assert record.data.startswith(b"<!DOCTYPE html>")
        assert record.charset == "utf-8"
        assert record.declared["url"].startswith("https://www.northern-post.example/")


def test_tables_map_their_columns() -> None:
    for name in ("export.jsonl", "export.csv", "export.parquet"):
        found = read(PAGES, name)
        assert [record.record for record in found] == ["r1", "r2"]
        first = found[0]
        assert isinstance(first, Record)
        assert first.declared["published"] == "2020-03-01"
        assert first.declared["publisher"] == "Northern Post"
        assert first.kind == ("html" if name.endswith("parquet") else "unknown")


def test_columns_of_other_names_are_mapped_by_parameters(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text(json.dumps({"content": "A text.", "when": "2020-01-02", "src": "The Post"}))
    found = read(tmp_path, "x.jsonl", text="content", published="when", publisher="src")
    assert isinstance(found[0], Record)
    assert found[0].text == "A text."
    assert found[0].declared == {"published": "2020-01-02", "publisher": "The Post"}


def test_lines_that_are_no_records_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    lines = ['{"text": "One."}', "not json", "", "[1]", '{"other": 1}', '{"text": "Two."}', '{"text": 5}']
    (tmp_path / "x.jsonl").write_text("\n".join(lines))
    found = read(tmp_path, "x.jsonl")
    assert [item.text for item in found if isinstance(item, Record)] == ["One.", "Two."]
    defects = [(item.record, item.rule) for item in found if isinstance(item, Defect)]
    assert defects == [("line 2", "not_json"), ("line 4", "not_json"), ("5", "missing_column"), ("7", "empty_page")]


def test_a_mapped_column_that_is_missing_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("id,text\n1,A text.\n")
    (defect,) = read(tmp_path, "x.csv", published="day")
    assert isinstance(defect, Defect)
    assert defect.rule == "missing_column"
    assert "published (day)" in defect.detail


@pytest.mark.parametrize("name", ["export2.jsonl.gz", "crawl2.warc.gz"])
def test_a_truncated_container_gives_what_can_be_read_and_says_the_rest_is_lost(tmp_path: Path, name: str) -> None:
    whole = (PAGES / name).read_bytes()
    (tmp_path / name).write_bytes(whole[: len(whole) * 2 // 3])
    found = read(tmp_path, name)
    defect = found[-1]
    assert isinstance(defect, Defect)
    assert defect.rule == "broken_gzip"
    assert (defect.record or "").startswith("after")


def test_a_zipped_page_is_unzipped_and_a_broken_one_named(tmp_path: Path) -> None:
    zipped = gzip.compress(b"A page." * 50, mtime=0)
    (tmp_path / "a.txt.gz").write_bytes(zipped)
    (tmp_path / "b.txt.gz").write_bytes(zipped[:-6])
    (page,) = read(tmp_path, "a.txt.gz")
    (defect,) = read(tmp_path, "b.txt.gz")
    assert isinstance(page, Record)
    assert page.data == b"A page." * 50
    assert isinstance(defect, Defect)
    assert defect.rule == "broken_gzip"


@pytest.mark.parametrize("name", ["x.warc", "x.parquet"])
def test_what_is_no_container_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"no container at all")
    (defect,) = read(tmp_path, name)
    assert isinstance(defect, Defect)
    assert defect.rule.startswith("broken_")


def test_links_are_followed_and_what_they_cannot_lead_to_is_named(tmp_path: Path) -> None:
    raw, elsewhere = tmp_path / "raw", tmp_path / "elsewhere"
    raw.mkdir()
    elsewhere.mkdir()
    (elsewhere / "a.txt").write_text("A page.")
    (raw / "folder").symlink_to(elsewhere)
    (raw / "page.txt").symlink_to(elsewhere / "a.txt")
    (raw / "lost.txt").symlink_to(tmp_path / "nowhere")
    (raw / "loop").symlink_to(raw)
    os.mkfifo(raw / "pipe")
    assert files.names(raw) == ["folder/a.txt", "loop", "lost.txt", "page.txt", "pipe"]
    found = [item for name in files.names(raw) for item in files.read(raw, name, {})]
    assert [item.path for item in found if isinstance(item, Record)] == ["folder/a.txt", "page.txt"]
    defects = {item.path: item.detail for item in found if isinstance(item, Defect) and item.rule == "unreadable_file"}
    assert set(defects) == {"loop", "lost.txt", "pipe"}
    assert "No such file" in defects["lost.txt"]
    assert str(tmp_path) not in "".join(defects.values())


ROWS = "id{0}title{0}text\r\n1{0}Café{0}“One” é\r\n2{0}Two{0}Three\r\n"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "gb18030"])
def test_csv_is_read_in_any_common_encoding_and_delimiter(tmp_path: Path, encoding: str, delimiter: str) -> None:
    more = "".join(f"{number}{delimiter}标题{delimiter}市长星期二说，新桥已经开放。\r\n" for number in range(30))
    (tmp_path / "x.csv").write_bytes((ROWS.format(delimiter) + (more if encoding == "gb18030" else "")).encode(encoding))
    first, second, *_ = read(tmp_path, "x.csv")
    assert isinstance(first, Record)
    assert isinstance(second, Record)
    assert (first.record, first.text, first.declared) == ("1", "“One” é", {"title": "Café"})
    assert second.text == "Three"


def test_csv_with_old_line_ends_broken_bytes_and_short_rows(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_bytes(b'id,text\r1,"a\r\nb"\r2\r3,caf\xe9\r')
    first, second, third = read(tmp_path, "x.csv")
    assert isinstance(first, Record)
    assert first.text == "a\r\nb"
    assert isinstance(second, Defect)
    assert (second.rule, second.record) == ("empty_page", "2")
    assert isinstance(third, Record)
    assert third.text == "café"


def test_columns_are_found_whatever_their_case_and_by_either_name_of_the_date(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("ID, Text ,Published\n7,A text.,2020-01-02\n")
    (record,) = read(tmp_path, "x.csv")
    assert isinstance(record, Record)
    assert (record.record, record.text, record.declared) == ("7", "A text.", {"published": "2020-01-02"})


@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize("as_list", [True, False])
def test_json_files_hold_a_list_or_objects(tmp_path: Path, indent: int | None, as_list: bool) -> None:
    found = [{"text": "One, [two].", "id": "a"}, {"text": "Three. " * 400_000, "id": "b"}]
    whole = json.dumps(found, indent=indent) if as_list else "\n".join(json.dumps(row, indent=indent) for row in found)
    (tmp_path / "x.json").write_text(whole)
    records = read(tmp_path, "x.json")
    assert [(item.record, item.text) for item in records if isinstance(item, Record)] == [(row["id"], row["text"]) for row in found]
    (tmp_path / "x.json").write_text(whole[:-10])
    defect = read(tmp_path, "x.json")[-1]
    assert isinstance(defect, Defect)
    assert defect.rule == "not_json"


def test_a_page_in_a_file_called_json_is_a_page(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("No JSON but a page.")
    (record,) = read(tmp_path, "x.json")
    assert isinstance(record, Record)
    assert record.data == b"No JSON but a page."


@pytest.mark.parametrize(("name", "data"), [("x.csv", b"id,text\n"), ("x.jsonl", b"\n\n"), ("x.json", b"[]"), ("x.warc", b"")])
def test_a_file_without_records_is_no_silence(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    (item,) = read(tmp_path, name)
    assert (isinstance(item, Defect) and item.rule == "empty_file") or (isinstance(item, Record) and item.data == data == b"")


@pytest.mark.parametrize("pack", [bz2.compress, lzma.compress, lambda data: gzip.compress(bytes(257) + b"ustar" + data)])
def test_archives_are_named_with_the_remedy(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    (tmp_path / "x.jsonl.bz2").write_bytes(pack(b'{"text": "A page."}'))
    (defect,) = read(tmp_path, "x.jsonl.bz2")
    assert isinstance(defect, Defect)
    assert defect.rule == "packed_file"
    assert "unpack it" in defect.detail


def test_parquet_may_hold_pages_as_bytes(tmp_path: Path) -> None:
    table = pa.table({"id": [1], "html": pa.array(["<html>café</html>".encode("cp1252")], pa.binary())})
    pq.write_table(table, tmp_path / "x.parquet")
    (record,) = read(tmp_path, "x.parquet")
    assert isinstance(record, Record)
    assert (record.data, record.kind, record.text) == (b"<html>caf\xe9</html>", "html", None)


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
def test_a_page_saved_into_a_single_file_is_the_html_in_it(tmp_path: Path, encoding: str) -> None:
    page = "<html><head><title>A bridge</title></head><body><p>The café by the bridge.</p></body></html>"
    packed = quopri.encodestring(page.encode()) if encoding == "quoted-printable" else base64.encodebytes(page.encode())
    head = "From: <Saved by a browser>\r\nSnapshot-Content-Location: http://post.example/a\r\nMIME-Version: 1.0\r\n"
    kind = 'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--B"\r\n\r\n----B\r\n'
    part = f"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\nContent-Location: http://post.example/a\r\n\r\n"
    whole = (head + kind + part).encode() + packed + b"\r\n----B\r\nContent-Type: image/png\r\n\r\nx\r\n----B--\r\n"
    (tmp_path / "a.mhtml").write_bytes(whole)
    (record,) = read(tmp_path, "a.mhtml")
    assert isinstance(record, Record)
    assert (record.text or "").strip() == page
    assert (record.kind, record.data, record.declared) == ("html", whole, {"url": "http://post.example/a"})


def test_rows_of_csv_that_hold_too_much_are_named(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text('id,text\n1,The mayor, who spoke, left.\n2,"One, two",,\n3,"Open\n4,Lost\n')
    first, second, third, last = read(tmp_path, "x.csv")
    assert isinstance(first, Defect)
    assert (first.rule, first.record) == ("not_csv", "1")
    assert "4 cells, the header 2" in first.detail
    assert isinstance(second, Record)
    assert second.text == "One, two"
    assert isinstance(third, Record)
    assert isinstance(last, Defect)
    assert (last.rule, last.record) == ("not_csv", "row 3")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_json_lines_with_a_byte_order_mark(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "x.jsonl").write_text('{"text": "Café Ċ."}\r\n{"text": "Two."}\r\n', encoding=encoding, newline="")
    assert [item.text for item in read(tmp_path, "x.jsonl") if isinstance(item, Record)] == ["Café Ċ.", "Two."]


def test_the_documented_mapping_of_crawls_with_one_json_file_an_article(tmp_path: Path) -> None:
    row = {
        "authors": ["Ann Own", "Bob Made"],
        "date_publish": "2020-03-04 09:30:00",
        "image_url": None,
        "maintext": "The mayor opened a bridge.",
        "source_domain": "post.example",
        "title": "Bridge opened",
        "url": "http://post.example/a",
    }
    (tmp_path / "a.json").write_text(json.dumps(row, indent=2))
    (found,) = read(tmp_path, "a.json", text="maintext", published="date_publish", publisher="source_domain", author="authors")
    assert isinstance(found, Record)
    assert found.text == row["maintext"]
    assert found.declared == {
        "author": "Ann Own | Bob Made",
        "published": "2020-03-04 09:30:00",
        "publisher": "post.example",
        "title": "Bridge opened",
        "url": "http://post.example/a",
    }
