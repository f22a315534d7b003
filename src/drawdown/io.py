"""The one reader and the one writer of tables, and the digests that say whether two tables are the same.

Every file is written under a temporary name, then renamed: what exists is whole.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import polars as pl

from drawdown.errors import MissingTableError
from drawdown.registry import Table

SCHEMA_VERSION = "1"
ROW_GROUP = 100_000


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A temporary name beside ``path`` that takes its place when the block ends well, and vanishes otherwise."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        yield temporary
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def write_text(path: Path, text: str) -> None:
    """Write a text file whole: UTF-8, line feeds."""
    with replacing(path) as temporary:
        temporary.write_text(text, encoding="utf-8", newline="\n")


def write_frame(frame: pl.DataFrame, path: Path, metadata: dict[str, str] | None = None) -> None:
    """Write any frame as parquet with the package's fixed settings: the same rows give the same bytes."""
    with replacing(path) as temporary:
        frame.write_parquet(
            temporary,
            compression="zstd",
            compression_level=9,
            row_group_size=ROW_GROUP,
            statistics=True,
            metadata=metadata or {},
        )


def write_table(table: Table, frame: pl.DataFrame, path: Path) -> None:
    """Write a table sorted by its primary key, its name and schema version in the file's metadata.

    The frame must have the table's columns; contracts are checked before, by :mod:`drawdown.contracts`.
    """
    ordered = frame.select(table.column_names).sort(table.primary_key)
    write_frame(ordered, path, {"drawdown.table": table.name, "drawdown.schema_version": SCHEMA_VERSION})


def read_frame(path: Path, *, made_by: str) -> pl.DataFrame:
    """Read a parquet file; an error names the file and the stage that makes it."""
    try:
        return pl.read_parquet(path, glob=False, hive_partitioning=False)
    except FileNotFoundError:
        raise MissingTableError(
            f"{path} does not exist", remedy=f"run the stage that makes it: drawdown {made_by} (or dvc repro)"
        ) from None
    except (pl.exceptions.PolarsError, OSError) as error:
        raise MissingTableError(
            f"{path} cannot be read as parquet: {error}",
            remedy=f"delete it and run the stage that makes it: drawdown {made_by} (or dvc repro)",
        ) from error


def read_schema(table: Table, path: Path) -> pl.Schema:
    """Names and types of the columns on disk; errors as in :func:`read_frame`, without reading the rows."""
    try:
        return pl.scan_parquet(path, glob=False, hive_partitioning=False).collect_schema()
    except (FileNotFoundError, pl.exceptions.PolarsError, OSError):
        return read_frame(path, made_by=table.stage).schema


def read_table(table: Table, path: Path) -> pl.DataFrame:
    """Read a table as it is on disk, unchecked; see :func:`drawdown.contracts.read`."""
    return read_frame(path, made_by=table.stage)


def file_sha256(path: Path) -> str:
    """sha256 (hex) of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def logical_digest(table: Table, frame: pl.DataFrame) -> str:
    """sha256 over the canonical rows: independent of engine, compression and parquet version.

    Rows sorted by primary key, one line each; fields separated by the unit separator; null is the control
    character NUL, floats are written with :func:`repr`, dates in ISO 8601.
    """
    sha = hashlib.sha256("\x1f".join(f"{c.name}:{c.type}" for c in table.columns).encode() + b"\n")
    for row in frame.select(table.column_names).sort(table.primary_key).iter_rows():
        line = "\x1f".join("\x00" if value is None else repr(value) if isinstance(value, float) else str(value) for value in row)
        sha.update(line.encode("utf-8") + b"\x1e")
    return sha.hexdigest()
