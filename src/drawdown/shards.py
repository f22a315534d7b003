"""Reading a table shard by shard, so that no stage holds a whole corpus in memory.

The rows of a page carry the page's first digits in their ids, and files are sorted by id: the rows of a range
of pages lie together, and Parquet's statistics find them without reading the rest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate, zip_longest
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


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of a file of some table: those whose first key is not less than ``low`` and less than ``high`` (None: to the end)."""

    path: Path
    low: str
    high: str | None


def parts(table: Table, path: Path) -> list[Part]:
    """A file cut into parts of about a row group, in order: what can be read without holding all of it. No page is cut apart."""
    keys = _scan(table, path).select(table.primary_key[0]).collect().to_series()
    if keys.is_empty():
        return []
    begins = [0, *accumulate(io.row_groups(path))][:-1]
    lows = keys.gather(begins).str.slice(0, len(f"{prefix(table)}_") + ids.PAGE_DIGITS).unique().sort().to_list()
    return [Part(path, low, high) for low, high in zip_longest(lows, lows[1:])]


def part_rows(table: Table, part: Part) -> pl.DataFrame:
    """The rows of a part, under contract, in order of the primary key."""
    key = pl.col(table.primary_key[0])
    behind = _scan(table, part.path).filter(key >= part.low)
    found = (behind if part.high is None else behind.filter(key < part.high)).collect()
    return contracts.require(table, found, f"{part.path}, from {part.low}")


def filled(table: Table, path: Path, shards: int) -> list[int]:
    """The shards that hold any row of a table, in order."""
    keys = _scan(table, path).select(table.primary_key[0]).collect().to_series()
    return sorted({ids.shard(key, shards) for key in keys})


def _scan(table: Table, path: Path) -> pl.LazyFrame:
    io.read_schema(table, path)
    return pl.scan_parquet(path, glob=False, hive_partitioning=False)
