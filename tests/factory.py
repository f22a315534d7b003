"""Frames that keep the contracts, made from the registry alone: one row a table, from the columns' examples."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl

from drawdown import io
from drawdown.layout import Layout
from drawdown.registry import Column, Table
from drawdown.schemas import TABLES

SPECIAL: dict[str, dict[str, Any]] = {
    "blocks": {"role": "body", "article_id": "a_602093fdf5a515e1", "start": 0, "end": 10, "raw_start": 5, "raw_end": 16},
    "articles": {"article_id": "a_602093fdf5a515e1", "document_id": "d_602093fdf5a515e1"},
    "event_mentions": {"event_type": "ASSAULT", "mode": "aerial", "content_type": None, "content_mode": None, "content_realis": None},
    "page_pairs": {"article_a": "a_0a0e75231de10fd2", "article_b": "a_602093fdf5a515e1"},
    "events": {"event_type": "ASSAULT", "mode": "aerial"},
}
"""Columns whose examples do not fit together in one row."""


def value(column: Column) -> Any:
    """A value that the column may hold."""
    if column.example is not None:
        return date.fromisoformat(str(column.example)) if column.type == "date" else column.example
    if column.vocabulary:
        return column.vocabulary[0]
    if column.nullable:
        return None
    return {"string": "x", "integer": int(column.minimum or 0), "number": float(column.minimum or 0), "boolean": True}[column.type]


def row(table: Table, **changes: Any) -> dict[str, Any]:
    """One row that keeps the table's contract, but for the changes."""
    made = {column.name: value(column) for column in table.columns} | SPECIAL.get(table.name, {})
    if "text" in made and {"start", "end", "raw_start", "raw_end"} <= made.keys():
        start, raw_start, length = made["start"], made["raw_start"], len(made["text"])
        made |= {"end": start + length, "raw_end": raw_start + length}
    elif table.name == "sentences":
        made |= {"end": made["start"] + 5, "raw_end": made["raw_start"] + 5}
    return made | changes


def frame(table: Table, **changes: Any) -> pl.DataFrame:
    """A frame of that one row."""
    return table.frame([row(table, **changes)])


def fill(layout: Layout) -> None:
    """Write every table of a project, one row each."""
    for table in TABLES.values():
        io.write_table(table, frame(table), layout.table(table.name))
