"""Rows in any order in, a table in order of its ids out: sorted on disk, so that memory stays bounded."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType

import polars as pl

from drawdown import ids
from drawdown.registry import Table
from drawdown.shards import prefix

BUFFER = 64 << 20
"""Bytes that are held before they are spilled, and that a range read back has, as far as ids are spread evenly."""
_ROW = 500
_CHARACTER = 2
_GROUPS = 16
Row = dict[str, object]


class Spool:
    """Rows of a table whose ids are hashes; sorted runs on disk, read back range by range. A context manager; the runs go with it."""

    def __init__(self, table: Table, folder: Path) -> None:
        self._table = table
        self._prefix = prefix(table)
        if self._prefix is None:
            raise ValueError(f"table {table.name} cannot be spooled: its ids are names")
        self._folder = folder / f".{table.name}"
        self._rows: list[Row] = []
        self._held = 0
        self._bytes = 0
        self._runs: list[Path] = []

    def __enter__(self) -> Spool:
        self._folder.mkdir(parents=True)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        shutil.rmtree(self._folder)

    def add(self, row: Row) -> None:
        """Take a row; the buffer goes to disk when it is full."""
        self._rows.append(row)
        self._held += _ROW + _CHARACTER * sum(len(value) for value in row.values() if isinstance(value, str))
        if self._held >= BUFFER:
            self._flush()

    def extend(self, frame: pl.DataFrame) -> None:
        """Take the rows of a frame."""
        for row in frame.iter_rows(named=True):
            self.add(row)

    def frames(self, shard: int = 0, shards: int = 1) -> Iterator[pl.DataFrame]:
        """The rows of one shard in order of their keys, range by range."""
        self._flush()
        pieces = 1 + self._bytes // (shards * BUFFER)
        for piece in range(shard * pieces, (shard + 1) * pieces):
            found = self._range(*ids.shard_range(piece, shards * pieces))
            if not found.is_empty():
                yield found.sort(self._table.primary_key)

    def find(self, keys: Sequence[str], columns: Sequence[str]) -> pl.DataFrame:
        """Some columns of the rows with these ids, in any order."""
        self._flush()
        return self._scan().filter(pl.col(self._key).is_in(keys)).select(columns).collect()

    @property
    def _key(self) -> str:
        return self._table.primary_key[0]

    def _scan(self) -> pl.LazyFrame:
        return pl.scan_parquet(self._runs, glob=False) if self._runs else self._table.frame([]).lazy()

    def _range(self, low: str, high: str | None) -> pl.DataFrame:
        key = pl.col(self._key)
        rows = self._scan().filter(key >= f"{self._prefix}_{low}")
        return (rows if high is None else rows.filter(key < f"{self._prefix}_{high}")).collect()

    def _flush(self) -> None:
        if not self._rows:
            return
        frame = self._table.frame(self._rows)
        path = self._folder / f"{len(self._runs):06}.parquet"
        # small row groups, so that a range is found by its statistics without reading the rest of the run
        frame.write_parquet(path, compression="lz4", row_group_size=1 + frame.height // _GROUPS)
        self._bytes += int(frame.estimated_size())
        self._runs.append(path)
        self._rows, self._held = [], 0
