"""What Great Expectations asks of the finished tables, as plain data: one suite a table.

The first part of each suite is derived from the registry; the second speaks of the corpus as a whole, which
no row-wise contract can: completeness, volume, shares. ``{"type": ..., "kwargs": ...}`` are GX 1.x expectations.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from drawdown.registry import Column, Table
from drawdown.schemas import TABLES


@dataclass(frozen=True, slots=True)
class Expectation:
    """One GX expectation: its snake_case type and its arguments; a broken ``warning`` is told, but stops no build."""

    type: str
    kwargs: dict[str, Any] = field(default_factory=dict)
    severity: Literal["error", "warning"] = "error"


def suites() -> dict[str, list[Expectation]]:
    """The suite of every published table."""
    return {table.name: [*_structure(table), *CORPUS.get(table.name, [])] for table in TABLES.values()}


def _structure(table: Table) -> list[Expectation]:
    found = [Expectation("expect_table_columns_to_match_ordered_list", {"column_list": table.column_names})]
    if len(table.primary_key) == 1:
        found.append(Expectation("expect_column_values_to_be_unique", {"column": table.primary_key[0]}))
    else:
        found.append(Expectation("expect_compound_columns_to_be_unique", {"column_list": list(table.primary_key)}))
    for column in table.columns:
        found += _column(column)
    return found


def _column(column: Column) -> list[Expectation]:
    found = []
    if not column.nullable:
        found.append(Expectation("expect_column_values_to_not_be_null", {"column": column.name}))
    if column.vocabulary is not None:
        found.append(Expectation("expect_column_values_to_be_in_set", {"column": column.name, "value_set": list(column.vocabulary)}))
    if column.minimum is not None or column.maximum is not None:
        bounds = {"min_value": column.minimum, "max_value": column.maximum}
        found.append(Expectation("expect_column_values_to_be_between", {"column": column.name} | bounds))
    return found


CORPUS: dict[str, list[Expectation]] = {
    "documents": [Expectation("expect_table_row_count_to_be_between", {"min_value": 1})],
    "articles": [
        Expectation("expect_column_values_to_not_be_null", {"column": "title", "mostly": 0.8}, "warning"),
        Expectation("expect_column_median_to_be_between", {"column": "words", "min_value": 20, "max_value": 20000}, "warning"),
    ],
    "mentions": [Expectation("expect_column_values_to_not_be_null", {"column": "entity_id", "mostly": 0.3}, "warning")],
    "event_mentions": [
        Expectation(
            "expect_column_values_to_be_in_set", {"column": "part", "value_set": ["body", "title", "subtitle"], "mostly": 0.6}, "warning"
        ),
    ],
}
"""Expectations about a whole corpus. Most are warnings: an odd corpus is no broken one, but its keeper should look."""
