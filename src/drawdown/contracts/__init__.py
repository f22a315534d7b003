"""Contracts at every boundary: what a stage reads and what it writes goes through :func:`read` and :func:`write`."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from drawdown import io
from drawdown.contracts.failures import Failure, refuse
from drawdown.contracts.models import failures, model, shape
from drawdown.registry import Table

__all__ = ["Failure", "failures", "model", "read", "refuse", "require", "shape", "write"]


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
