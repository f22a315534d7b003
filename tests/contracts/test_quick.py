"""The quick look at a frame and the one rule by rule are of one mind."""

from __future__ import annotations

from typing import Any

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from drawdown.contracts import models
from drawdown.registry import Column, Table
from drawdown.schemas import TABLES
from tests import factory

ODD: dict[str, list[Any]] = {
    "string": [None, "", "x", "no such word", " padded ", "two\nlines", "a_602093fdf5a515e1", "2020-01-03"],
    "integer": [None, -1, 0, 7, 10_000_000],
    "number": [None, -1.0, 0.0, 0.5, 91.0, 1e9, float("nan"), float("inf")],
    "boolean": [None, True, False],
    "date": [None],
}
"""Values that a column may or may not hold."""


def changed(table: Table) -> st.SearchStrategy[dict[str, Any]]:
    """A few columns of a table with a value that may break its contract."""

    def pair(column: Column) -> st.SearchStrategy[tuple[str, Any]]:
        return st.tuples(st.just(column.name), st.sampled_from([*ODD[column.type], *(column.vocabulary or ())]))

    return st.lists(st.sampled_from(table.columns).flatmap(pair), max_size=3).map(dict)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(list(TABLES.values())).flatmap(lambda table: st.tuples(st.just(table), st.lists(changed(table), max_size=3))))
def test_the_quick_look_passes_what_every_rule_passes_and_nothing_else(drawn: tuple[Table, list[dict[str, Any]]]) -> None:
    table, changes = drawn
    frame = pl.DataFrame([factory.row(table) | change for change in changes], schema=table.polars_schema(), orient="row")
    broken = [models.breaches(schema(table), frame) is not None for schema in (models.outline, models.model)]
    assert broken[0] == broken[1]
