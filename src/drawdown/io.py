"""The one reader and the one writer of tables, and the digests that say whether two tables are the same.

Every file is written under a temporary name, then renamed: what exists is whole.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import polars as pl

from drawdown.errors import MissingTableError
from drawdown.registry import Table

SCHEMA_VERSION = "1.0"
"""Of all tables, written into their files: the minor number goes up when a column is added, the major one when a column goes or changes."""

REBUILD = "build the tables anew from the pages: drawdown build PAGES FOLDER (in a checkout: dvc repro)"
ROW_GROUP = 100_000
GROUP_BYTES = 16 << 20
"""A row group is full with so many rows, or so many bytes of values: what one reader of a part has to hold."""


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


class Writer:
    """Takes frames and writes their rows a row group at a time, so that it never holds more than one. See :func:`writing`."""

    def __init__(self, file: Any, schema: pl.Schema) -> None:
        self._file = file
        self._pending = schema.to_frame()

    def write(self, frame: pl.DataFrame) -> None:
        """Take rows that follow those taken before; columns as in the schema."""
        rows = pl.concat([self._pending, frame])
        at = 0
        for end in _full_groups(rows):
            self._put(rows[at:end])
            at = end
        self._pending = rows[at:].clone() if at else rows

    def finish(self) -> None:
        """Write the rows that fill no row group."""
        self._put(self._pending)

    def _put(self, group: pl.DataFrame) -> None:
        if group.height:
            self._file.write_table(_arrow(group), row_group_size=group.height)


@contextmanager
def writing(path: Path, schema: pl.Schema, metadata: dict[str, str] | None = None) -> Iterator[Writer]:
    """A Parquet file in the making, with the package's fixed settings; it takes its place when the block ends well.

    The same rows give the same bytes, however they were cut into frames.
    """
    from pyarrow import parquet

    described = _arrow(schema.to_frame()).schema.with_metadata(metadata or {})
    with replacing(path) as temporary, parquet.ParquetWriter(temporary, described, compression="zstd", compression_level=9) as file:
        writer = Writer(file, schema)
        yield writer
        writer.finish()


def _arrow(frame: pl.DataFrame) -> Any:
    return frame.rechunk().to_arrow(compat_level=pl.CompatLevel.oldest())


def _full_groups(rows: pl.DataFrame) -> Iterator[int]:
    """Where the full row groups end."""
    widths = [pl.col(name).str.len_bytes().fill_null(0) if kind == pl.String else pl.lit(8) for name, kind in rows.schema.items()]
    sizes = rows.select(pl.sum_horizontal(pl.lit(0, pl.Int64), *widths).cum_sum().alias("bytes")).to_series()
    at = 0
    while at < rows.height:
        before = sizes[at - 1] if at else 0
        at = min(at + ROW_GROUP, int(sizes.search_sorted(before + GROUP_BYTES, side="left")) + 1)
        if at <= rows.height:
            yield at


def write_frame(frame: pl.DataFrame, path: Path, metadata: dict[str, str] | None = None) -> None:
    """Write any frame as Parquet: the same rows give the same bytes."""
    with writing(path, frame.schema, metadata) as writer:
        writer.write(frame)


@contextmanager
def writing_table(table: Table, path: Path) -> Iterator[Writer]:
    """As :func:`writing`, with the table's name and schema version in the file's metadata."""
    with writing(path, table.polars_schema(), {"drawdown.table": table.name, "drawdown.schema_version": SCHEMA_VERSION}) as writer:
        yield writer


def write_table(table: Table, frame: pl.DataFrame, path: Path) -> None:
    """Write a table sorted by its primary key.

    The frame must have the table's columns; contracts are checked before, by :mod:`drawdown.contracts`.
    """
    with writing_table(table, path) as writer:
        writer.write(frame.select(table.column_names).sort(table.primary_key))


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
    """Names and types of the columns on disk; errors as in :func:`read_table`, without reading the rows."""
    try:
        schema = pl.scan_parquet(path, glob=False, hive_partitioning=False).collect_schema()
    except (FileNotFoundError, pl.exceptions.PolarsError, OSError):
        return read_frame(path, made_by=table.stage).schema
    require_version(path)
    return schema


def height(table: Table, path: Path) -> int:
    """Number of rows of a table on disk; errors as in :func:`read_frame`."""
    read_schema(table, path)
    return int(pl.scan_parquet(path, glob=False).select(pl.len()).collect().item())


def row_groups(path: Path) -> list[int]:
    """Rows of each row group of a Parquet file."""
    from pyarrow import parquet

    metadata = parquet.read_metadata(path)
    return [metadata.row_group(at).num_rows for at in range(metadata.num_row_groups)]


def read_table(table: Table, path: Path) -> pl.DataFrame:
    """Read a table as it is on disk, unchecked; see :func:`drawdown.contracts.read`. A file of a schema that is not ours is refused."""
    frame = read_frame(path, made_by=table.stage)
    require_version(path)
    return frame


def require_version(path: Path) -> None:
    """Refuse a table that was written under a newer schema, or under one of an older major version; the error says what would do.

    A file that names no version (another program wrote it) is taken as it is: its columns are checked by whoever reads it.
    """
    written = pl.read_parquet_metadata(path).get("drawdown.schema_version")
    if written is None:
        return
    found, ours = _numbers(written), _numbers(SCHEMA_VERSION)
    if found is None or ours is None or found > ours:
        raise MissingTableError(
            f"{path} was written under schema {written}; this package reads {SCHEMA_VERSION}", remedy="pip install --upgrade drawdown"
        )
    if found[0] < ours[0]:
        raise MissingTableError(
            f"{path} was written under schema {written}, whose columns mean something else than those of {SCHEMA_VERSION}", remedy=REBUILD
        )


def _numbers(version: str) -> tuple[int, ...] | None:
    """Major and minor number; None for what is no version."""
    parts = version.split(".")
    return tuple(map(int, [*parts, "0"][:2])) if all(part.isdecimal() for part in parts) else None


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
