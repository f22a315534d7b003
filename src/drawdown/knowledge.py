"""Hand-kept knowledge: the CSV files of ``data/reference``, read under contract."""

from __future__ import annotations

import csv
from pathlib import Path

import polars as pl

from drawdown import contracts
from drawdown.errors import ContractError, KnowledgeError
from drawdown.registry import Table


def read(table: Table, folder: Path) -> pl.DataFrame:
    """A reference table (``schemas/reference/``) from ``folder/<name>.csv``: UTF-8, header, empty field = null.

    Order of rows is the file's. A broken row stops the build; the error names file, row key, column and value.
    """
    path = folder / f"{table.name}.csv"
    try:
        frame = pl.read_csv(path.read_bytes(), infer_schema=False)
    except FileNotFoundError:
        raise KnowledgeError(f"{path} does not exist", remedy="restore it from git") from None
    except pl.exceptions.PolarsError as error:
        raise KnowledgeError(f"{path} cannot be read: {_longer(path) or error}", remedy="mend the row it names") from error
    typed = frame.with_columns(_typed(pl.col(column.name), column.type) for column in table.columns if column.name in frame.columns)
    if lost := _lost(table, frame, typed):
        raise KnowledgeError(f"{path}: {lost}", remedy="mend the value")
    try:
        return contracts.require(table, typed, str(path))
    except ContractError as error:
        raise KnowledgeError(error.problem, remedy=f"mend the rows in {path}") from error


def classes(table: Table, folder: Path) -> dict[str, frozenset[str]]:
    """The words of a reference table of word classes (columns ``class`` and ``word``), by class; a class of its vocabulary may be empty."""
    grouped = read(table, folder).group_by("class").agg("word")
    return dict.fromkeys(table.column("class").vocabulary or (), frozenset()) | {
        name: frozenset(words) for name, words in grouped.iter_rows()
    }


def _longer(path: Path) -> str:
    """The first row with more fields than the header, in words; empty when there is none. A comma in a text wants quotes around it."""
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        rows = csv.reader(file)
        header = next(rows, [])
        found = next(((rows.line_num, row) for row in rows if len(row) > len(header)), None)
    if found is None:
        return ""
    return f"line {found[0]} has {len(found[1])} fields, the header {len(header)}: {','.join(found[1])[:80]}"


def _typed(column: pl.Expr, kind: str) -> pl.Expr:
    match kind:
        case "integer":
            return column.cast(pl.Int64, strict=False)
        case "number":
            return column.cast(pl.Float64, strict=False)
        case "boolean":
            return column.replace_strict({"true": True, "false": False}, default=None, return_dtype=pl.Boolean)
        case "date":
            return column.str.to_date("%Y-%m-%d", strict=False)
        case _:
            return column


def _lost(table: Table, before: pl.DataFrame, after: pl.DataFrame) -> str:
    """The first value that did not survive its conversion, in words; empty when all did."""
    for column in table.columns:
        if column.name not in before.columns:
            continue
        bad = before.with_row_index("line", offset=2).filter(pl.col(column.name).is_not_null() & after[column.name].is_null())
        if bad.height:
            row = bad.row(0, named=True)
            return f"line {row['line']}, column {column.name}: {row[column.name]!r} is not of type {column.type}"
    return ""
