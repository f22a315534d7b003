"""Writing a correction from the command line: the receipt is shown, and what cannot be applied is not written."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from drawdown import corrections
from drawdown.schemas import TABLES
from tests.conftest import Run

SAID = ("--reason", "the word is neutral here", "--by", "A. Editor", "--source", "the page", "--yes")


@pytest.fixture
def label(tables: Path) -> dict[str, object]:
    return pl.read_parquet(tables / "labels.parquet").filter(pl.col("evaluation") != "neutral").row(0, named=True)


def test_a_correction_is_written_after_its_receipt(checkout: Path, drawdown: Run, label: dict[str, object]) -> None:
    ran = drawdown("correct", "labels", str(label["label_id"]), "evaluation", "neutral", *SAID, cwd=checkout)
    assert ran.returncode == 0, ran.stderr
    assert f"[[{label['text']}]]" in ran.stdout
    path = checkout / "data" / "reference" / "corrections.yaml"
    written = corrections.read(path, TABLES)[-1]
    assert (written.table, written.field, written.expect, written.value) == ("labels", "evaluation", label["evaluation"], "neutral")
    assert path.read_text(encoding="utf-8").startswith("# Corrections")
    ran = drawdown("events", cwd=checkout)
    assert ran.returncode == 0, ran.stderr
    fixed = pl.read_parquet(checkout / "data" / "tables" / "labels.parquet").filter(pl.col("label_id") == label["label_id"])
    assert fixed.select("evaluation", "corrected").rows() == [("neutral", True)]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["evnts", "e_0", "mode", "x"], "there is no table 'evnts'"),
        (["labels", "l_0", "evaluation", "neutral"], "has no row 'l_0'"),
        (["labels", "ID", "colour", "red"], "has no column 'colour'"),
        (["labels", "ID", "evaluation", "splendid"], "splendid"),
        (["labels", "ID", "raw_start", "soon"], "'soon' is not of type integer"),
        (["labels", "ID"], "say either which field to correct, or --drop"),
    ],
)
def test_what_cannot_be_applied_is_not_written(
    arguments: list[str], says: str, checkout: Path, drawdown: Run, label: dict[str, object]
) -> None:
    path = checkout / "data" / "reference" / "corrections.yaml"
    before = path.read_bytes()
    ran = drawdown("correct", *[str(label["label_id"]) if word == "ID" else word for word in arguments], *SAID, cwd=checkout)
    assert ran.returncode == 1
    assert says in ran.stderr
    assert path.read_bytes() == before


def test_a_row_is_withdrawn(checkout: Path, drawdown: Run, label: dict[str, object]) -> None:
    ran = drawdown("correct", "labels", str(label["label_id"]), "--drop", *SAID, cwd=checkout)
    assert ran.returncode == 0, ran.stderr
    assert corrections.read(checkout / "data" / "reference" / "corrections.yaml", TABLES)[-1].drop


@pytest.mark.parametrize(
    ("table", "field", "value"),
    [
        ("mentions", "kind", "media"),
        ("entities", "name", "Another Name"),
        ("event_mentions", "realis", "alleged"),
        ("quotes", "cue", "sang"),
    ],
)
def test_what_a_stage_writes_is_corrected_by_it(table: str, field: str, value: str, checkout: Path, drawdown: Run, tables: Path) -> None:
    row = pl.read_parquet(tables / f"{table}.parquet").filter(pl.col(field) != value).row(3, named=True)
    key = str(row[TABLES[table].primary_key[0]])
    assert drawdown("correct", table, key, field, value, *SAID, cwd=checkout).returncode == 0
    ran = drawdown(TABLES[table].stage, cwd=checkout)
    assert ran.returncode == 0, ran.stderr
    fixed = pl.read_parquet(checkout / "data" / "tables" / f"{table}.parquet")
    assert fixed.filter("corrected").select(TABLES[table].primary_key[0], field).rows() == [(key, value)]
