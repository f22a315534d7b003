import json
import shutil
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from drawdown import executors, ids
from drawdown.documents import stage
from drawdown.errors import ParameterError
from drawdown.layout import Layout
from drawdown.params import DocumentsParams, Params

PAGES = Path(__file__).parents[1] / "data" / "pages"


def build(raw: Path, out: Path, workers: int = 1, shards: int = 8) -> Layout:
    layout = Layout.folder(raw, out)
    with executors.executor(workers) as pool:
        stage.run(layout, replace(Params(), documents=DocumentsParams(shards=shards)), pool)
    return layout


def digests(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.parquet"))}


def test_every_kind_of_input_becomes_a_document(tmp_path: Path) -> None:
    layout = build(PAGES, tmp_path / "out")
    documents = pl.read_parquet(layout.table("documents"))
    assert set(documents["path"]) == {path.name for path in PAGES.iterdir()}
    assert documents.height == 25
    assert set(documents["media_type"]) == {"text/plain", "text/html", "application/octet-stream"}
    pages = pl.concat([pl.read_parquet(path) for path in sorted(layout.interim_folder("documents").glob("[0-9]*.parquet"))])
    assert pages.height == 22
    lengths = dict(documents.select("document_id", "characters").iter_rows())
    assert all(len(text) == lengths[key] for key, text in pages.select("document_id", "text").iter_rows())


def test_copies_are_rows_of_their_own_and_set_aside(tmp_path: Path) -> None:
    layout = build(PAGES, tmp_path / "out")
    quarantine = pl.read_parquet(layout.interim_folder("documents") / "quarantine.parquet")
    (path, detail), *more = quarantine.filter(rule="same_bytes").select("path", "detail").iter_rows()
    assert (path, more) == ("plain.txt", [])
    assert "copy.txt" in detail


def test_pages_lie_in_the_shard_of_their_id(tmp_path: Path) -> None:
    layout = build(PAGES, tmp_path / "out", shards=3)
    for path in layout.interim_folder("documents").glob("[0-9]*.parquet"):
        assert {ids.shard(key, 3) for key in pl.read_parquet(path)["document_id"]} == {int(path.stem)}


def test_workers_do_not_change_a_byte(tmp_path: Path) -> None:
    build(PAGES, tmp_path / "one")
    build(PAGES, tmp_path / "two", workers=2)
    assert digests(tmp_path / "one") == digests(tmp_path / "two")


def test_a_warm_cache_does_not_change_a_byte(tmp_path: Path) -> None:
    layout = build(PAGES, tmp_path / "out")
    cold = digests(tmp_path / "out")
    assert (layout.cache / "documents" / "html.sqlite").exists()
    build(PAGES, tmp_path / "out")
    assert digests(tmp_path / "out") == cold


def test_bad_files_are_set_aside_and_the_rest_is_built(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    shutil.copy(PAGES / "plain.txt", raw)
    (raw / "empty.txt").write_bytes(b"")
    (raw / "binary.bin").write_bytes(bytes(range(256)) * 8)
    (raw / "lost.jsonl.gz").write_bytes((PAGES / "export2.jsonl.gz").read_bytes()[:40])
    layout = build(raw, tmp_path / "out")
    documents = pl.read_parquet(layout.table("documents"))
    quarantine = pl.read_parquet(layout.interim_folder("documents") / "quarantine.parquet")
    assert dict(quarantine.select("path", "rule").iter_rows()) == {
        "empty.txt": "empty_file",
        "binary.bin": "binary_file",
        "lost.jsonl.gz": "broken_gzip",
    }
    assert documents.height == 4


def test_an_empty_folder_gives_empty_tables(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    layout = build(tmp_path / "raw", tmp_path / "out")
    assert pl.read_parquet(layout.table("documents")).height == 0


def test_a_second_build_leaves_nothing_of_the_first(tmp_path: Path) -> None:
    build(PAGES, tmp_path / "out")
    raw = tmp_path / "raw"
    raw.mkdir()
    shutil.copy(PAGES / "plain.txt", raw)
    layout = build(raw, tmp_path / "out")
    assert len(list(layout.interim_folder("documents").glob("[0-9]*.parquet"))) == 1


def test_names_and_facts_that_no_table_can_hold_are_written_with_escapes(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    text = "A page about a bridge over a river. " * 3
    try:
        (raw / "caf\udce9.txt").write_text(text)
    except OSError:  # some file systems take only UTF-8
        (raw / "caf.txt").write_text(text)
    rows = [{"id": "\udfff", "text": text, "title": "\ud800 bridge"}, {"text": "\ud800"}]
    (raw / "rows.jsonl").write_text("\n".join(json.dumps(row) for row in rows))
    layout = build(raw, tmp_path / "out")
    documents = pl.read_parquet(layout.table("documents"))
    assert documents.height == 3
    assert r"\udfff" in documents["record"].to_list()
    titles = [pl.read_parquet(path)["title"].to_list() for path in layout.interim_folder("documents").glob("[0-9]*.parquet")]
    assert [r"\ud800 bridge"] in titles


def test_a_mapping_of_what_no_page_has_is_an_error_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    params = replace(Params(), documents=DocumentsParams(columns={"text": "content", "date": "day"}))
    with executors.executor(1) as pool, pytest.raises(ParameterError, match=r"maps date, .*\n.*published is the date"):
        stage.run(Layout.folder(tmp_path / "raw", tmp_path / "out"), params, pool)


def test_scripts_and_style_sheets_beside_a_page_are_no_pages(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    (raw / "a_files").mkdir(parents=True)
    shutil.copy(PAGES / "plain.txt", raw)
    script = "function open(bridge) { if (bridge.open) { return bridge; } for (const a of b) { a.close(); } }\n"
    (raw / "a_files" / "a.js").write_text(
        "/* The mayor has opened the bridge over the river, and this is a long comment about it. */\n" * 30 + script * 3
    )
    (raw / "a_files" / "style").write_text("body { margin: 0; } a { color: red; }\n" * 20)
    (raw / "b.txt").write_text((PAGES / "plain.txt").read_text() + script)
    layout = build(raw, tmp_path / "out")
    aside = pl.read_parquet(layout.interim_folder("documents") / "quarantine.parquet")
    assert dict(aside.select("path", "rule").iter_rows()) == {"a_files/a.js": "program_text", "a_files/style": "program_text"}


def test_every_empty_file_is_called_empty(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    for name in ("a.txt", "b.html", "c.jsonl"):
        (raw / name).write_bytes(b"")
    layout = build(raw, tmp_path / "out")
    aside = pl.read_parquet(layout.interim_folder("documents") / "quarantine.parquet")
    assert aside["rule"].to_list() == ["empty_file"] * 3
    assert aside["document_id"].n_unique() == 3


def test_a_defect_keeps_its_rule_where_its_bytes_come_again(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "a.jsonl").write_text("no json\nno json\n")
    layout = build(raw, tmp_path / "out")
    aside = pl.read_parquet(layout.interim_folder("documents") / "quarantine.parquet")
    assert aside["rule"].to_list() == ["not_json", "not_json"]


def test_a_page_is_no_copy_of_what_was_set_aside(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    page = (PAGES / "plain.txt").read_bytes().replace(b"\n", b" ").replace(b"\r", b" ")
    (raw / "a.jsonl").write_bytes(page + b"\n")
    (raw / "b.txt").write_bytes(page)
    layout = build(raw, tmp_path / "out")
    aside = pl.read_parquet(layout.interim_folder("documents") / "quarantine.parquet")
    assert aside["rule"].to_list() == ["not_json"]
    assert pl.read_parquet(layout.table("documents")).height == 2
