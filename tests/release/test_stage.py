"""The release says the same as the tables and the registry, and gives no running text away."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import duckdb
import polars as pl
import pytest

from drawdown import io
from drawdown.errors import ContractError, KnowledgeError, MissingTableError
from drawdown.executors import SerialExecutor
from drawdown.layout import Layout
from drawdown.params import Params
from drawdown.release import facts, stage
from drawdown.schemas import TABLES
from tests import factory


@pytest.fixture(autouse=True)
def _model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stage.pipeline, "model_facts", lambda model: {"package": model, "version": "1"})


def run(layout: Layout) -> Path:
    stage.run(layout, Params(), SerialExecutor())
    return layout.release


def read(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


def test_public_tables_hold_everything_but_the_running_text(layout: Layout) -> None:
    release = run(layout)
    for name, table in TABLES.items():
        full, public = io.read_table(table, layout.table(name)), pl.read_parquet(release / "tables" / f"{name}.parquet")
        hidden = ["text"] if name == "articles" else []
        assert public.drop(hidden).equals(full.drop(hidden)), name
        assert public.schema == full.schema
    assert full is not None
    assert pl.read_parquet(release / "tables" / "articles.parquet")["text"].null_count() == 1


def test_no_file_of_the_release_holds_the_running_text(layout: Layout) -> None:
    secret = "Whatever the page says at length about the harbour of Arvan."
    io.write_table(TABLES["articles"], factory.frame(TABLES["articles"], text=secret), layout.table("articles"))
    files = [path for path in run(layout).rglob("*") if path.is_file()]
    assert sum(path.suffix == ".parquet" for path in files) == len(TABLES)
    for path in files:
        content = pl.read_parquet(path).write_json().encode() if path.suffix == ".parquet" else path.read_bytes()
        assert secret.encode() not in content, path


def test_datapackage_describes_each_file_and_column(layout: Layout) -> None:
    release = run(layout)
    package = read(release / "datapackage.json")
    assert [resource["name"] for resource in package["resources"]] == list(TABLES)
    assert package["sources"] == [{"title": factory.row(TABLES["articles"])["publisher"]}]
    assert {licence["name"] for licence in package["licenses"]} == {"CC-BY-4.0", "CC-BY-SA-4.0"}
    for resource in package["resources"]:
        table, path = TABLES[resource["name"]], release / resource["path"]
        assert resource["hash"] == f"sha256:{io.file_sha256(path)}"
        assert resource["bytes"] == path.stat().st_size
        assert [field["name"] for field in resource["schema"]["fields"]] == pl.read_parquet(path).columns == table.column_names
        assert resource["schema"]["primaryKey"] == list(table.primary_key)
        for key in resource["schema"]["foreignKeys"]:
            assert key["reference"]["fields"] == list(TABLES[key["reference"]["resource"]].primary_key)
        for field, column in zip(resource["schema"]["fields"], table.columns, strict=True):
            assert field.get("constraints", {}).get("required", False) is not column.nullable
            assert field.get("constraints", {}).get("enum") == (None if column.vocabulary is None else list(column.vocabulary))


def test_croissant_points_only_to_what_it_defines(layout: Layout) -> None:
    croissant = read(run(layout) / "croissant.json")
    files = {file["@id"]: file for file in croissant["distribution"]}
    fields = {field["@id"]: field for records in croissant["recordSet"] for field in records["field"]}
    assert len(files) == len(TABLES)
    for records in croissant["recordSet"]:
        assert {key["@id"] for key in records["key"]} <= fields.keys()
    for field in fields.values():
        assert field["source"]["fileObject"]["@id"] in files
    assert {file["encodingFormat"] for file in files.values()} == {"application/x-parquet"}, "the reader knows no other name of Parquet"


def test_digests_are_those_of_the_files_and_the_ledger_repeats_them(layout: Layout) -> None:
    release = run(layout)
    digests = read(release / "digests.json")["tables"]
    for name, table in TABLES.items():
        path = release / "tables" / f"{name}.parquet"
        assert digests[name]["public"]["file_sha256"] == io.file_sha256(path)
        assert digests[name]["full"]["logical_sha256"] == io.logical_digest(table, io.read_table(table, layout.table(name)))
        assert (digests[name]["public"] == digests[name]["full"]) is (name != "articles")
    with (release / "ledger.csv").open(encoding="utf-8") as file:
        ledger = {row["table"]: (int(row["rows"]), row["logical_sha256"]) for row in csv.DictReader(file)}
    assert ledger == {name: (of["rows"], of["full"]["logical_sha256"]) for name, of in digests.items()}


def test_dictionary_has_a_described_row_for_each_column(layout: Layout) -> None:
    dictionary = pl.read_csv(run(layout) / "dictionary.csv")
    assert dictionary.select("table", "column").rows() == [(t.name, c.name) for t in TABLES.values() for c in t.columns]
    assert dictionary["description"].str.len_chars().min() > 3


def test_duckdb_reads_the_public_tables_with_their_types(layout: Layout) -> None:
    release = run(layout)
    names = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN", "date": "DATE"}
    for name, table in TABLES.items():
        described = duckdb.sql(f"describe select * from '{release}/tables/{name}.parquet'").fetchall()
        assert [(row[0], row[1]) for row in described] == [(c.name, names[c.type]) for c in table.columns]


def test_same_tables_give_the_same_bytes(layout: Layout) -> None:
    first = {path: path.read_bytes() for path in run(layout).rglob("*") if path.is_file()}
    second = {path: path.read_bytes() for path in run(layout).rglob("*") if path.is_file()}
    assert first == second
    assert len(first) == len(TABLES) + 7


def test_missing_table_names_its_stage(layout: Layout) -> None:
    layout.table("quotes").unlink()
    with pytest.raises(MissingTableError, match="drawdown entities"):
        run(layout)


def test_broken_table_is_not_released(layout: Layout) -> None:
    table = TABLES["quotes"]
    io.write_table(table, factory.frame(table).with_columns(pl.lit("shouted", pl.String).alias("kind")), layout.table("quotes"))
    with pytest.raises(ContractError, match="vocabulary"):
        run(layout)


@pytest.mark.parametrize("lost", ["version", "licences", "citation"])
def test_facts_of_the_dataset_are_complete(layout: Layout, lost: str) -> None:
    path = layout.reference / "dataset.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(f"{lost}:", f"x{lost}:"), encoding="utf-8")
    with pytest.raises(KnowledgeError, match=lost):
        facts.read(layout.reference)
