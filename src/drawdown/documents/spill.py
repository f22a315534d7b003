"""Source texts on their way to disk: buffered, spilled in parts, and merged shard by shard, so that memory stays bounded."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import TracebackType

import polars as pl

from drawdown import contracts, ids, io
from drawdown.schemas import pages

_BUFFER = 128 << 20
Row = dict[str, object]


class Spill:
    """Rows of source texts in, one Parquet file a non-empty shard out, sorted by id. A context manager."""

    def __init__(self, folder: Path, shards: int) -> None:
        self._folder = folder
        self._parts = folder / ".parts"
        self._shards = shards
        self._rows: list[Row] = []
        self._size = 0
        self._spilled = 0

    def __enter__(self) -> Spill:
        self._parts.mkdir(parents=True, exist_ok=True)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if kind is None:
            self._flush()
            for shard in range(self._shards):
                self._merge(shard)
        shutil.rmtree(self._parts, ignore_errors=True)

    def add(self, row: Row) -> None:
        """Take a row; the buffer goes to disk when it is full."""
        self._rows.append(row)
        self._size += 4 * len(str(row["text"]))
        if self._size >= _BUFFER:
            self._flush()

    def _flush(self) -> None:
        by_shard: dict[int, list[Row]] = {}
        for row in self._rows:
            by_shard.setdefault(ids.shard(str(row["document_id"]), self._shards), []).append(row)
        for shard, rows in by_shard.items():
            pages.TABLE.frame(rows).write_parquet(self._parts / f"{shard:05}-{self._spilled:06}.parquet", compression="lz4")
        self._rows, self._size = [], 0
        self._spilled += 1

    def _merge(self, shard: int) -> None:
        parts = sorted(self._parts.glob(f"{shard:05}-*.parquet"))
        if parts:
            frame = pl.concat([pl.read_parquet(part) for part in parts])
            contracts.write(pages.TABLE, frame, path(self._folder, shard))

    @staticmethod
    def read(folder: Path, shard: int) -> pl.DataFrame:
        """The source texts of a shard, under contract."""
        return contracts.require(pages.TABLE, io.read_frame(path(folder, shard), made_by="documents"), str(path(folder, shard)))


def path(folder: Path, shard: int) -> Path:
    """File of a shard's source texts."""
    return folder / f"{shard:05}.parquet"
