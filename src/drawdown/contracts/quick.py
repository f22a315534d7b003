"""A contract as one expression, for the check that nearly every frame passes.

Rule by rule Pandera asks a hundred queries of one frame, whatever its size; small frames took longer to check than to make.
So it first asks one, this; rule by rule it goes only through a frame that fails, to say what is wrong with which row.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import polars as pl

from drawdown.registry import Column, Table


@cache
def sound(table: Table) -> pl.Expr:
    """True of a frame of the table's shape that keeps its contract. Null keeps every rule but the one against null."""
    columns = (one for column in table.columns for one in _of_column(column))
    rules = (rule.expression for rule in table.rules)
    unique = ~pl.struct(table.primary_key).is_duplicated().any()
    return pl.all_horizontal(unique, *(told.fill_null(True).all() for told in (*columns, *rules)))


def _of_column(column: Column) -> Iterator[pl.Expr]:
    value = pl.col(column.name)
    if not column.nullable:
        yield value.is_not_null()
    if column.vocabulary is not None:
        yield value.is_in(column.vocabulary)
    if column.pattern is not None:
        yield value.str.contains(column.pattern if column.pattern.startswith("^") else f"^{column.pattern}")
    if column.minimum is not None:
        yield value.ge(column.minimum)
    if column.maximum is not None:
        yield value.le(column.maximum)
