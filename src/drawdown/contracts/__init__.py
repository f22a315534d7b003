"""Contracts at every boundary: what a stage reads and what it writes goes through :func:`read` and :func:`write`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import polars as pl

from drawdown import io
from drawdown.contracts.failures import Failure, refuse
from drawdown.contracts.models import failures, model, shape
from drawdown.registry import Table

__all__ = ["Failure", "Writer", "failures", "model", "read", "refuse", "require", "shape", "write", "writing"]


def require(table: Table, frame: pl.DataFrame, origin: str) -> pl.DataFrame:
    """The frame itself if it keeps the table's contract; else ContractError with every failure."""
    refuse(failures(table, frame), origin)
    return frame


def read(table: Table, path: Path) -> pl.DataFrame:
    """Read a table and require its contract. Errors name the file, and the stage that makes it if it is missing."""
    return require(table, io.read_table(table, path), str(path))


def write(table: Table, frame: pl.DataFrame, path: Path) -> None:
    """Require a table's contract, then write it; a frame that breaks it leaves the file as it was."""
    io.write_table(table, require(table, frame, f"output of stage {table.stage}"), path)


class Writer:
    """Takes a table part by part, in order of its primary key, each part under contract. See :func:`writing`."""

    def __init__(self, table: Table, file: io.Writer) -> None:
        self._table = table
        self._file = file
        self._last: tuple[object, ...] | None = None
        self.rows = 0

    def write(self, part: pl.DataFrame) -> None:
        """Take a part, its rows in any order; their keys come after those of the parts before."""
        table = self._table
        rows = require(table, part, f"output of stage {table.stage}").sort(table.primary_key)
        if rows.is_empty():
            return
        keys = rows.select(table.primary_key)
        if self._last is not None and keys.row(0) <= self._last:
            key = "/".join(map(str, keys.row(0)))
            refuse(
                [Failure(table.name, "primary_key", ", ".join(table.primary_key), key, "not behind the part before")], "parts of a table"
            )
        self._last = keys.row(-1)
        self.rows += rows.height
        self._file.write(rows)


@contextmanager
def writing(table: Table, path: Path) -> Iterator[Writer]:
    """A table in the making; a part that breaks its contract leaves the file as it was. The bytes are those of :func:`write`."""
    with io.writing_table(table, path) as file:
        yield Writer(table, file)
