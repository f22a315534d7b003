"""Loading tables in research code: Polars frames, and what their columns mean."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, overload

import polars as pl

from drawdown import io
from drawdown.errors import DrawdownError, MissingTableError, OlderTableWarning
from drawdown.registry import Table
from drawdown.schemas import TABLES


@overload
def load(
    name: str, *, lazy: Literal[False] = False, columns: Sequence[str] | None = None, root: str | Path | None = None
) -> pl.DataFrame: ...
@overload
def load(name: str, *, lazy: Literal[True], columns: Sequence[str] | None = None, root: str | Path | None = None) -> pl.LazyFrame: ...
def load(
    name: str, *, lazy: bool = False, columns: Sequence[str] | None = None, root: str | Path | None = None
) -> pl.DataFrame | pl.LazyFrame:
    """A table as a Polars frame, rows in order of its primary key.

    ``columns`` reads only those; ``lazy=True`` gives a LazyFrame; ``root`` is any folder of tables (or a
    checkout of the project). Without it the tables are those of the installed package, or of the checkout that
    the package runs from. Unknown tables and columns are errors that list the known ones. A table that was written before a
    column was added is loaded with that column empty, under an :class:`~drawdown.errors.OlderTableWarning`; one of a newer or of an
    older major schema version is an error that says what would do.
    """
    table = _known(name)
    wanted = list(columns) if columns is not None else table.column_names
    for column in wanted:
        _known_column(table, column)
    frame = _complete(table, _find(table, root), wanted).select(wanted)
    return frame if lazy else frame.collect()


def tables() -> list[str]:
    """Names of all published tables, in the order in which data flows."""
    return list(TABLES)


def describe(name: str) -> pl.DataFrame:
    """The dictionary of a table: one row a column (name, type, nullable, unit, vocabulary, key, description, example)."""
    table = _known(name)
    points_to = {column: key.table for key in table.foreign_keys for column in key.columns}
    return pl.DataFrame(
        [
            {
                "column": column.name,
                "type": column.type,
                "nullable": column.nullable,
                "unit": column.unit,
                "vocabulary": None if column.vocabulary is None else ", ".join(column.vocabulary),
                "key": "primary" if column.name in table.primary_key else points_to.get(column.name),
                "description": column.description,
                "example": None if column.example is None else str(column.example),
            }
            for column in table.columns
        ],
        schema_overrides={"unit": pl.String, "vocabulary": pl.String, "key": pl.String, "example": pl.String},
    )


def folder(root: str | Path | None = None) -> Path:
    """The folder of tables that :func:`load` reads for a root: the root itself, or ``data/tables`` below it."""
    if root is None:
        return Path(__file__).parent / "tables"
    below = Path(root) / "data" / "tables"
    return below if below.is_dir() else Path(root)


def _find(table: Table, root: str | Path | None) -> Path:
    path = folder(root) / f"{table.name}.parquet"
    if not path.is_file():
        remedy = "make it with `dvc repro` in the checkout" if root is None else "name a folder that holds the tables, or build it"
        raise MissingTableError(f"{path} does not exist", remedy=remedy)
    return path


def _complete(table: Table, path: Path, wanted: Sequence[str]) -> pl.LazyFrame:
    """The table on disk, with the columns that it was written without: each null, or what a row says that says nothing of it."""
    there = io.read_schema(table, path)
    frame = pl.scan_parquet(path, glob=False, hive_partitioning=False)
    lacking = [table.column(name) for name in wanted if name not in there]
    if not lacking:
        return frame
    names = ", ".join(column.name for column in lacking)
    if not set(table.primary_key) <= set(there):
        raise MissingTableError(f"{path} is not the table {table.name}: it has no column {names}", remedy=io.REBUILD)
    warnings.warn(
        f"{path} was written before {table.name} had {names}: empty here. To fill it, {io.REBUILD}", OlderTableWarning, stacklevel=3
    )
    return frame.with_columns(pl.lit(column.default, dtype=column.polars_type).alias(column.name) for column in lacking)


def _known(name: str) -> Table:
    if name not in TABLES:
        raise DrawdownError(f"there is no table {name!r}", remedy=f"the tables are: {', '.join(TABLES)}")
    return TABLES[name]


def _known_column(table: Table, column: str) -> None:
    if column not in table.column_names:
        raise DrawdownError(f"table {table.name} has no column {column!r}", remedy=f"its columns are: {', '.join(table.column_names)}")
