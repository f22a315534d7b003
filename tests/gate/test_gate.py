"""The last gate: every kind of damage to the finished tables is found, by both judges, through the command."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from drawdown import io
from drawdown.gate import check, expectations
from drawdown.layout import Layout
from drawdown.schemas import TABLES
from tests.conftest import ROOT, Run

Damage = Callable[[pl.DataFrame], pl.DataFrame]


def first(column: str, value: object) -> Damage:
    """Damage that puts a value into a column of the first row."""
    return lambda frame: frame.with_columns(
        pl.when(pl.int_range(pl.len()) == 0).then(pl.lit(value)).otherwise(pl.col(column)).alias(column)
    )


def damage(checkout: Path, name: str, change: Damage) -> None:
    path = checkout / "data" / "tables" / f"{name}.parquet"
    io.write_frame(change(pl.read_parquet(path)), path)


@pytest.mark.parametrize(
    ("name", "change", "rule"),
    [
        ("mentions", first("entity_id", "nobody"), "foreign_key(entities)"),
        ("participants", first("event_mention_id", "em_00000000000000000000"), "foreign_key(event_mentions)"),
        ("blocks", lambda frame: frame.slice(1), "tiling"),
        ("blocks", first("role", "advert"), "vocabulary"),
        ("articles", first("text", "Another text."), "text_sha256"),
        ("articles", first("words", 7), "word_count"),
        ("quotes", first("text", None), "not_null"),
        ("documents", lambda frame: frame.vstack(frame.head(1)), "primary_key"),
        ("event_mentions", first("event_type", "INVADE"), "vocabulary"),
        ("events", lambda frame: frame.drop("edtf"), "column_missing"),
        ("sentences", lambda frame: frame.with_columns(pl.col("end") + 10_000_000), "receipt_article"),
    ],
)
def test_damage_is_named(name: str, change: Damage, rule: str, checkout: Path, drawdown: Run) -> None:
    damage(checkout, name, change)
    ran = drawdown("validate", checkout)
    assert ran.returncode == 1
    assert f"{name}: {rule}" in ran.stderr or f"breaks {rule}" in ran.stderr
    assert name in ran.stderr


def test_how_many_pages_are_looked_at_together_changes_no_verdict(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    damage(checkout, "mentions", first("start", 3))
    damage(checkout, "articles", first("text", "Another text."))
    whole = check.check(Layout.project(checkout))
    monkeypatch.setattr(check, "PAGES", 2)
    assert check.check(Layout.project(checkout)) == whole
    assert {failure.rule for failure in whole.failures} >= {"raw_span_same_length", "text_sha256"}


def test_a_document_that_vanished_is_missed(checkout: Path, drawdown: Run) -> None:
    victim = pl.read_parquet(checkout / "data" / "tables" / "articles.parquet")["article_id"][0]
    damage(checkout, "articles", lambda frame: frame.filter(pl.col("article_id") != victim))
    ran = drawdown("validate", checkout)
    assert "breaks accounted_for" in ran.stderr
    assert f"d_{victim[2:]}" in ran.stderr


def test_a_moved_receipt_in_the_raw_page_is_found(checkout: Path, drawdown: Run) -> None:
    damage(checkout, "mentions", lambda frame: frame.with_columns(pl.col("raw_start") + 1, pl.col("raw_end") + 1))
    ran = drawdown("validate", checkout)
    assert "receipt_raw" in ran.stderr


def test_the_gate_writes_its_verdict_and_stops(checkout: Path, drawdown: Run) -> None:
    damage(checkout, "mentions", first("entity_id", "nobody"))
    ran = drawdown("gate", cwd=checkout)
    assert ran.returncode == 1
    report = json.loads((checkout / "data" / "release" / "validation.json").read_text())
    assert any("foreign_key(entities)" in failure for failure in report["failures"])


@pytest.mark.parametrize(
    ("name", "change", "expectation"),
    [
        ("places", first("kind", "hill"), "expect_column_values_to_be_in_set"),
        ("places", first("name", None), "expect_column_values_to_not_be_null"),
        ("places", first("latitude", 120.0), "expect_column_values_to_be_between"),
        ("places", lambda frame: frame.vstack(frame.head(1)), "expect_column_values_to_be_unique"),
        ("participants", lambda frame: frame.vstack(frame.head(1)), "expect_compound_columns_to_be_unique"),
        ("places", lambda frame: frame.select(reversed(frame.columns)), "expect_table_columns_to_match_ordered_list"),
        ("documents", lambda frame: frame.clear(), "expect_table_row_count_to_be_between"),
        ("articles", lambda frame: frame.with_columns(pl.lit(None, dtype=pl.String).alias("title")), "expect_column_values_to_not_be_null"),
    ],
)
def test_great_expectations_has_canaries(
    name: str, change: Damage, expectation: str, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damage(checkout, name, change)
    suite = {name: expectations.suites()[name]}
    monkeypatch.setattr(expectations, "suites", lambda: suite)
    outcomes = expectations.run(Layout.project(checkout))
    broken = expectations.failures(outcomes) + expectations.failures(outcomes, "warning")
    assert expectation in {failure.rule for failure in broken}


def test_report_is_the_same_each_time(checkout: Path, drawdown: Run) -> None:
    (checkout / "data" / "release" / "validation.json").unlink()
    assert drawdown("gate", cwd=checkout).returncode == 0
    fresh = (checkout / "data" / "release" / "validation.json").read_bytes()
    assert fresh == (ROOT / "data" / "release" / "validation.json").read_bytes()


def test_shipped_tables_pass_everything() -> None:
    report = json.loads((ROOT / "data" / "release" / "validation.json").read_text())
    assert report["failures"] == report["unchecked"] == []
    assert set(report["tables"]) == set(TABLES)
    assert all(outcome["success"] for outcomes in report["expectations"].values() for outcome in outcomes)


def test_an_odd_corpus_is_warned_of_not_refused(tmp_path: Path, drawdown: Run) -> None:
    """Pages without headlines: unusual, so the keeper is told, but nothing is broken."""
    raw = tmp_path / "raw"
    raw.mkdir()
    sentence = (
        "The foreign minister of Norway met his Swedish counterpart on Tuesday and both agreed to share what they know about smugglers."
    )
    (raw / "notes.jsonl").write_text(
        "".join(json.dumps({"id": n, "text": f"{sentence} It was meeting number {n}."}) + "\n" for n in range(3))
    )
    parameters = (ROOT / "params.yaml").read_text()
    (tmp_path / "params.yaml").write_text(parameters)
    ran = drawdown("build", "--params", tmp_path / "params.yaml", raw, tmp_path / "out")
    assert ran.returncode == 0, ran.stderr
    assert "warning: articles.title breaks expect_column_values_to_not_be_null" in ran.stderr
