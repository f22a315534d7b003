"""The registry describes every table completely."""

from __future__ import annotations

import pytest

from drawdown.registry import Column, Table
from drawdown.schemas import TABLES


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_tables_are_described(table: Table) -> None:
    assert table.title
    assert len(table.description) > 60
    assert not any(table.column(name).nullable for name in table.primary_key)
    for column in table.columns:
        assert column.description.endswith((".", ")"))
        assert column.nullable or column.example is not None or column.vocabulary, f"{table.name}.{column.name} has no example"


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_foreign_keys_point_to_primary_keys_of_the_same_type(table: Table) -> None:
    for key in table.foreign_keys:
        target = TABLES[key.table]
        assert key.references == target.primary_key
        for column, reference in zip(key.columns, key.references, strict=True):
            assert table.column(column).type == target.column(reference).type


def test_a_column_described_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        Table("t", "T", "d", "s", ("a",), (Column("a", "string", "A."), Column("a", "string", "A.")))


def test_a_key_without_a_column_is_refused() -> None:
    with pytest.raises(ValueError, match="not described"):
        Table("t", "T", "d", "s", ("b",), (Column("a", "string", "A."),))


def test_a_row_with_an_undescribed_column_is_refused() -> None:
    with pytest.raises(ValueError, match="undescribed"):
        TABLES["places"].frame([{"place_id": "x", "nmae": "Baghdad"}])


def test_a_row_that_says_nothing_of_a_column_gets_its_default() -> None:
    table = Table("t", "t", "t", "s", ("k",), (Column("k", "string", "Key."), Column("corrected", "boolean", "Mark.", default=False)))
    assert table.frame([{"k": "b", "corrected": True}, {"k": "a"}]).rows() == [("a", False), ("b", True)]
