"""Every contract has a canary: a frame that breaks it alone, refused through the entry point that the stages use."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from drawdown import contracts
from drawdown.errors import ContractError
from drawdown.registry import Column, Table
from drawdown.schemas import TABLES
from tests import factory

PAIRS = [(table, column) for table in TABLES.values() for column in table.columns]


def broken(table: Table, **changes: object) -> set[str]:
    """Rules that a changed row breaks."""
    return {failure.rule for failure in contracts.failures(table, factory.frame(table, **changes))}


def of(condition: object) -> list[object]:
    """The (table, column) pairs for which a condition holds, as parameters."""
    return [pytest.param(t, c, id=f"{t.name}.{c.name}") for t, c in PAIRS if condition(c)]  # type: ignore[operator]


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_example_row_keeps_the_contract(table: Table) -> None:
    assert contracts.failures(table, factory.frame(table)) == []


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_empty_frame_keeps_the_contract(table: Table) -> None:
    assert contracts.failures(table, table.frame([])) == []


@pytest.mark.parametrize(("table", "column"), of(lambda c: not c.nullable))
def test_null_is_refused(table: Table, column: Column) -> None:
    frame = factory.frame(table).with_columns(pl.lit(None, dtype=column.polars_type).alias(column.name))
    assert ("not_null", column.name) in {(f.rule, f.column) for f in contracts.failures(table, frame)}


@pytest.mark.parametrize(("table", "column"), of(lambda c: c.vocabulary is not None))
def test_word_outside_the_vocabulary_is_refused(table: Table, column: Column) -> None:
    assert "vocabulary" in broken(table, **{column.name: "no such word"})


@pytest.mark.parametrize(("table", "column"), of(lambda c: c.pattern is not None))
def test_value_outside_the_pattern_is_refused(table: Table, column: Column) -> None:
    assert "pattern" in broken(table, **{column.name: "! no such form !"})


@pytest.mark.parametrize(("table", "column"), of(lambda c: c.minimum is not None))
def test_value_below_the_minimum_is_refused(table: Table, column: Column) -> None:
    assert "minimum" in broken(table, **{column.name: type(factory.value(column) or 0)(column.minimum - 1)})


@pytest.mark.parametrize(("table", "column"), of(lambda c: c.maximum is not None))
def test_value_above_the_maximum_is_refused(table: Table, column: Column) -> None:
    assert "maximum" in broken(table, **{column.name: type(factory.value(column) or 0)(column.maximum + 1)})


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_repeated_key_is_refused(table: Table) -> None:
    frame = factory.frame(table)
    assert "primary_key" in {f.rule for f in contracts.failures(table, pl.concat([frame, frame]))}


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_shape_is_checked_first(table: Table) -> None:
    frame = factory.frame(table)
    first, last = frame.columns[0], frame.columns[-1]
    assert {f.rule for f in contracts.failures(table, frame.drop(first))} == {"column_missing"}
    assert {f.rule for f in contracts.failures(table, frame.with_columns(extra=1))} == {"column_unknown"}
    assert {f.rule for f in contracts.failures(table, frame.select(reversed(frame.columns)))} == {"column_order"}
    wrong = frame.with_columns(pl.lit(b"x").alias(last))
    assert ("column_type", last) in {(f.rule, f.column) for f in contracts.failures(table, wrong)}


def test_lazy_frames_are_not_let_through_unchecked() -> None:
    with pytest.raises(TypeError, match="eager"):
        contracts.failures(TABLES["places"], factory.frame(TABLES["places"]).lazy())  # type: ignore[arg-type]


def test_message_names_table_rule_column_key_and_value() -> None:
    frame = factory.frame(TABLES["articles"], language="Englisch")
    with pytest.raises(ContractError) as caught:
        contracts.require(TABLES["articles"], frame, "here")
    assert "articles.language breaks pattern in row a_602093fdf5a515e1: 'Englisch'" in str(caught.value)
    assert "here" in str(caught.value)


def test_all_failures_are_collected() -> None:
    frame = factory.frame(TABLES["places"], kind="hill", country="Iraq", latitude=100.0)
    assert {f.rule for f in contracts.failures(TABLES["places"], frame)} == {"vocabulary", "pattern", "maximum"}


CANARIES: dict[str, dict[str, object]] = {
    "span_not_empty": {"end": 120, "start": 120, "raw_end": 530, "raw_start": 530, "text": ""},
    "raw_span_same_length": {"raw_end": 10_000},
    "span_length_is_text_length": {"text": "another text of another length altogether, surely"},
    "dates_in_order": {"earliest": date(2999, 1, 1), "latest": date(2020, 1, 1)},
    "interval_whole": {"earliest": None},
    "mode_of_its_type": {"event_type": "AGREE"},
    "content_mode_of_its_type": {"content_type": "AGREE", "content_mode": "aerial", "content_realis": "threatened"},
    "content_whole": {"content_type": "ASSAULT", "content_realis": None},
    "deaths_in_order": {"deaths_low": 9, "deaths_best": 5, "deaths_high": 7},
    "injured_in_order": {"injured_low": 9, "injured_best": 5, "injured_high": 7},
    "block_not_empty": {"raw_end": 5, "start": None, "end": None, "article_id": None},
    "content_has_offsets": {"start": None, "end": None},
    "content_fits_block": {"end": 100},
    "article_of_its_document": {"document_id": "d_0000000000000000"},
    "date_has_basis": {"published": None, "published_basis": "url"},
    "coordinates_whole": {"latitude": None},
    "chosen_first": {"chosen": True, "ordinal": 3},
    "chosen_is_no_conflict": {"chosen": True, "conflict": True},
    "span_whole": {"raw_start": None},
    "values_differ": {"value_a": "2020-01-03", "value_b": "2020-01-03"},
    "origins_are_articles": {"origins": 1000},
    "articles_have_mentions": {"articles": 1000, "origins": 1},
    "pair_in_order": {"article_a": "a_ffffffffffffffff", "article_b": "a_0000000000000000"},
}
"""For each named rule a change of the example row that breaks it."""

SHARED = {"span_not_empty": {"end_a": 0}, "raw_span_same_length": {"end_b": 10_000}}
"""The same for the table of passages, whose spans have other names."""


@pytest.mark.parametrize(
    ("table", "rule"),
    [pytest.param(t, r.name, id=f"{t.name}.{r.name}") for t in TABLES.values() for r in t.rules if r.name in CANARIES],
)
def test_named_rule_refuses_its_canary(table: Table, rule: str) -> None:
    canary = SHARED[rule] if table.name == "shared_passages" else CANARIES[rule]
    assert rule in broken(table, **{name: value for name, value in canary.items() if name in table.column_names})


def test_every_named_rule_has_a_canary() -> None:
    named = {rule.name for table in TABLES.values() for rule in table.rules}
    assert named - CANARIES.keys() == set()


def test_a_table_is_written_part_by_part_with_the_same_bytes(tmp_path: Path) -> None:
    table = TABLES["quarantine"]
    whole = table.frame([factory.row(table, document_id=f"d_{at:016x}") for at in range(9)])
    contracts.write(table, whole, tmp_path / "whole.parquet")
    with contracts.writing(table, tmp_path / "parts.parquet") as writer:
        for part in (whole[:4].reverse(), table.frame([]), whole[4:]):
            writer.write(part)
    assert writer.rows == 9
    assert (tmp_path / "parts.parquet").read_bytes() == (tmp_path / "whole.parquet").read_bytes()


def test_parts_out_of_order_leave_the_table_as_it_was(tmp_path: Path) -> None:
    table, path = TABLES["quarantine"], tmp_path / "q.parquet"
    path.write_bytes(b"old")
    part = table.frame([factory.row(table, document_id="d_0000000000000002")])

    def write(parts: list[pl.DataFrame]) -> None:
        with contracts.writing(table, path) as writer:
            for one in parts:
                writer.write(one)

    with pytest.raises(ContractError, match="primary_key in row d_0000000000000002"):
        write([part, part])
    with pytest.raises(ContractError, match="pattern"):
        write([part, part.with_columns(document_id=pl.lit("d_0000000000000003"), rule=pl.lit("No Rule"))])
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
