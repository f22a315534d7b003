"""Versions from the command line: what changed between two, freezing one, and writing a correction."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import polars as pl
import typer

from drawdown import contracts, corrections, io, tracing
from drawdown import diff as diffing
from drawdown.cli import stages
from drawdown.errors import DrawdownError
from drawdown.layout import Layout
from drawdown.registry import Column, Table
from drawdown.schemas import TABLES
from drawdown.versions import freezing, opening


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants corrected; ``key`` and ``value`` as typed."""

    table: str
    key: str
    field: str | None
    value: str | None
    drop: bool


def diff(old: str, new: str, cells: bool) -> None:
    """Print what was added, changed and withdrawn between two versions."""
    with opening.opened(old, Path.cwd()) as before, opening.opened(new, Path.cwd()) as after:
        found = diffing.compare_all(TABLES, diffing.read_folder(TABLES, before), diffing.read_folder(TABLES, after))
    for line in diffing.summary(found) or ["the tables are the same"]:
        typer.echo(line)
    if cells:
        for line in (line for table in found for line in diffing.details(table)):
            typer.echo(f"  {line}")
    typer.echo(f"version step: {diffing.bump(found)}")


def freeze() -> None:
    """Freeze the version of the checkout's data."""
    for line in freezing.freeze(stages.project(), Path.cwd()):
        typer.echo(line)


def correct(wish: Wish, said: Mapping[str, str], *, ask: bool) -> None:
    """Show the row and its receipt, then write an entry of ``corrections.yaml``."""
    layout = stages.project()
    table, row = _row(wish, layout)
    entry = _entry(wish, table, row, said)
    _require_sound(table, entry, layout)
    for name, content in row.items():
        typer.echo(f"   {name:<18} {content}")
    for line in tracing.receipt(table, row, layout):
        typer.echo(line)
    typer.echo("withdraw this row" if wish.drop else f"{wish.field}: {entry['expect']!r} -> {entry['value']!r}")
    if ask:
        typer.confirm("Write this correction?", abort=True)
    path = layout.reference / "corrections.yaml"
    corrections.append(path, entry, TABLES)
    typer.echo(f"written to {path}; `dvc repro` applies it")


def _row(wish: Wish, layout: Layout) -> tuple[Table, dict[str, object]]:
    if wish.table not in TABLES:
        raise DrawdownError(f"there is no table {wish.table!r}", remedy=f"the tables are: {', '.join(TABLES)}")
    table = TABLES[wish.table]
    parts = wish.key.split("/")
    if len(parts) != len(table.primary_key):
        raise DrawdownError(f"{wish.key!r} is no key of {table.name}", remedy=f"give {', '.join(table.primary_key)}, joined by /")
    here = [pl.col(name).cast(pl.String) == part for name, part in zip(table.primary_key, parts, strict=True)]
    rows = io.read_table(table, layout.table(table.name)).filter(here)
    if rows.height != 1:
        raise DrawdownError(f"{table.name} has no row {wish.key!r}", remedy=f"`drawdown show {table.name}` lists the rows")
    return table, rows.row(0, named=True)


def _entry(wish: Wish, table: Table, row: Mapping[str, object], said: Mapping[str, str]) -> dict[str, object]:
    if wish.drop == (wish.field is not None):
        raise DrawdownError("say either which field to correct, or --drop", remedy="drawdown correct TABLE ID FIELD VALUE")
    key = {name: row[name] for name in table.primary_key}
    common = {**said, "date": datetime.date.today().isoformat()}
    if wish.field is None:
        return {"table": table.name, "key": key, "drop": True, **common}
    if wish.field not in table.column_names:
        raise DrawdownError(f"{table.name} has no column {wish.field!r}", remedy=f"its columns are: {', '.join(table.column_names)}")
    value = None if wish.value is None else _typed(table.column(wish.field), wish.value)
    return {"table": table.name, "key": key, "field": wish.field, "expect": row[wish.field], "value": value, **common}


def _typed(column: Column, text: str) -> object:
    try:
        match column.type:
            case "integer":
                return int(text)
            case "number":
                return float(text)
            case "boolean":
                return {"true": True, "false": False}[text.lower()]
            case "date":
                return datetime.date.fromisoformat(text)
            case _:
                return text
    except (ValueError, KeyError):
        raise DrawdownError(f"{text!r} is not of type {column.type}", remedy=f"{column.name}: {column.description}") from None


def _require_sound(table: Table, entry: Mapping[str, object], layout: Layout) -> None:
    """The corrected table keeps its contract; else nothing is written."""
    frame = io.read_table(table, layout.table(table.name))
    fixed = corrections.apply(table, frame, corrections.entries([entry], "this correction", TABLES))
    contracts.require(table, fixed, f"{table.name} with this correction")
