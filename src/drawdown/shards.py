"""Reading a table shard by shard, so that no stage holds a whole corpus in memory.

The rows of a page carry the page's first digits in their ids, and files are sorted by id: the rows of a range
of pages lie together, and Parquet's statistics find them without reading the rest.
"""

from __future__ import annotations

import re
from pathlib import Path

import polars as pl

from drawdown import contracts, ids, io
from drawdown.registry import Table

_HASHED = re.compile(r"^\^([a-z]+)_\[0-9a-f\]\{\d+\}\$$")


def prefix(table: Table) -> str | None:
    """Prefix of the ids in the first key column, if these are hashes (``em``); None where ids are readable names."""
    found = _HASHED.match(table.column(table.primary_key[0]).pattern or "")
    return found.group(1) if found else None


def rows(table: Table, path: Path, shard: int, shards: int) -> pl.DataFrame:
    """The rows of one shard, under contract, in order of the primary key."""
    return contracts.require(table, unchecked(table, path, shard, shards), f"{path}, shard {shard} of {shards}")


def unchecked(table: Table, path: Path, shard: int, shards: int) -> pl.DataFrame:
    """The rows of one shard as they are on disk."""
    kind = prefix(table)
    if kind is None:
        raise ValueError(f"table {table.name} is not cut into shards: its ids are names")
    low, high = ids.shard_range(shard, shards)
    key = pl.col(table.primary_key[0])
    selected = _scan(table, path).filter(key >= f"{kind}_{low}")
    if high is not None:
        selected = selected.filter(key < f"{kind}_{high}")
    return selected.collect()


def filled(table: Table, path: Path, shards: int) -> list[int]:
    """The shards that hold any row of a table, in order."""
    keys = _scan(table, path).select(table.primary_key[0]).collect().to_series()
    return sorted({ids.shard(key, shards) for key in keys})


def _scan(table: Table, path: Path) -> pl.LazyFrame:
    io.read_schema(table, path)
    return pl.scan_parquet(path, glob=False, hive_partitioning=False)
