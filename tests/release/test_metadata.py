"""Release metadata: true to the files, and to the standards."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest
import yaml

from drawdown import io
from drawdown.release import facts
from drawdown.schemas import TABLES
from tests.conftest import ROOT

RELEASE = ROOT / "data" / "release"


def read(name: str) -> dict[str, object]:
    return dict(json.loads((RELEASE / name).read_text()))


@pytest.mark.parametrize("name", TABLES)
def test_public_form_differs_in_running_text_alone(name: str, tables: Path) -> None:
    full, public = pl.read_parquet(tables / f"{name}.parquet"), pl.read_parquet(RELEASE / "tables" / f"{name}.parquet")
    if name == "articles":
        assert public["text"].null_count() == public.height
        full, public = full.drop("text"), public.drop("text")
    assert full.equals(public)


@pytest.mark.parametrize("name", TABLES)
def test_data_package_describes_the_files(name: str) -> None:
    resource = next(r for r in read("datapackage.json")["resources"] if r["name"] == name)  # type: ignore[attr-defined]
    path = RELEASE / resource["path"]
    assert resource["hash"] == f"sha256:{io.file_sha256(path)}"
    assert resource["bytes"] == path.stat().st_size
    assert [field["name"] for field in resource["schema"]["fields"]] == pl.read_parquet_schema(path).names()


def test_croissant_lists_every_column() -> None:
    records = {r["name"]: [f["name"] for f in r["field"]] for r in read("croissant.json")["recordSet"]}  # type: ignore[attr-defined]
    assert records == {name: table.column_names for name, table in TABLES.items()}


@pytest.mark.parametrize("name", TABLES)
def test_digests_can_be_recomputed(name: str, tables: Path) -> None:
    said = read("digests.json")["tables"][name]["full"]  # type: ignore[index]
    path = tables / f"{name}.parquet"
    assert said == {"file_sha256": io.file_sha256(path), "logical_sha256": io.logical_digest(TABLES[name], pl.read_parquet(path))}


def test_ledger_counts_the_rows(tables: Path) -> None:
    with (RELEASE / "ledger.csv").open() as file:
        rows = {row["table"]: int(row["rows"]) for row in csv.DictReader(file)}
    assert rows == {name: pl.read_parquet(tables / f"{name}.parquet").height for name in TABLES}


def test_model_is_pinned() -> None:
    facts = read("model.json")
    assert facts["version"] == "3.8.0"
    assert len(str(facts["files_sha256"])) == 64


def test_no_path_of_a_machine_and_no_clock_in_the_release() -> None:
    files = [path for path in RELEASE.rglob("*") if path.is_file()]
    assert len(files) > len(TABLES)
    for path in files:
        content = path.read_bytes()
        assert str(ROOT).encode() not in content, path
        assert path.suffix == ".parquet" or not re.search(rb"(?!00:00:00)\d\d:\d\d:\d\d", content), path


def test_citation_file_is_valid() -> None:
    command = [Path(sys.executable).parent / "check-jsonschema", "--builtin-schema", "vendor.citation-file-format", ROOT / "CITATION.cff"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout


def test_the_version_of_the_data_is_the_same_everywhere() -> None:
    dataset = facts.read(ROOT / "data" / "reference")
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text())
    assert (citation["version"], str(citation["date-released"])) == (dataset.version, dataset.released)
    assert f"### {dataset.version} ({dataset.released})" in (ROOT / "CHANGELOG.md").read_text()
    assert dataset.version in dataset.citation
