"""What changed between two versions of the tables, and how far the version must move for it (Croissant's rule).

Values that were changed or removed need a new major version, values that were only added a minor one; the same rows need a patch at most.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import Literal

import polars as pl

from drawdown import io
from drawdown.errors import ContractError, MissingTableError
from drawdown.registry import Table

Bump = Literal["none", "patch", "minor", "major"]

_ORDER: tuple[Bump, ...] = ("none", "patch", "minor", "major")


@dataclass(frozen=True, slots=True)
class TableDiff:
    """The difference of one table.

    ``added`` and ``changed`` are rows as they are now, ``withdrawn`` the keys of rows that are gone. ``cells`` says of each changed row
    which field went from which value to which (as text; null is null). ``gained`` and ``lost`` are columns.
    """

    name: str
    key: tuple[str, ...]
    schema: pl.Schema
    added: pl.DataFrame
    changed: pl.DataFrame
    withdrawn: pl.DataFrame
    cells: pl.DataFrame
    gained: tuple[str, ...]
    lost: tuple[str, ...]

    @property
    def empty(self) -> bool:
        """Whether the two tables are the same."""
        frames = (self.added, self.changed, self.withdrawn)
        return all(frame.is_empty() for frame in frames) and not self.gained and not self.lost

    @property
    def bump(self) -> Bump:
        """How far the version of the data must move for this table."""
        touched = self.cells.filter(~pl.col("column").is_in(self.gained))
        if not self.withdrawn.is_empty() or not touched.is_empty() or self.lost:
            return "major"
        return "none" if self.empty else "minor"


def compare(name: str, key: Sequence[str], old: pl.DataFrame, new: pl.DataFrame) -> TableDiff:
    """The difference between two versions of a table with a primary key that both have.

    A key that is missing or not unique in either is a ContractError. Rows may come in any order; a column that one version lacks counts as
    null there.
    """
    columns = tuple(key)
    for version, frame in (("old", old), ("new", new)):
        _require_key(name, columns, frame, version)
    gained = tuple(column for column in new.columns if column not in old.columns)
    lost = tuple(column for column in old.columns if column not in new.columns)
    added = new.join(old, on=columns, how="anti").sort(columns)
    withdrawn = old.join(new, on=columns, how="anti").select(columns).sort(columns)
    cells = _cells(columns, old, new)
    changed = new.join(cells.select(columns).unique(), on=columns, how="semi").sort(columns)
    return TableDiff(name, columns, new.schema, added, changed, withdrawn, cells, gained, lost)


def apply(diff: TableDiff, old: pl.DataFrame) -> pl.DataFrame:
    """The new version of a table from the old one and their difference, sorted by primary key."""
    gone = pl.concat([diff.withdrawn, diff.changed.select(diff.key)])
    kept = old.join(gone, on=diff.key, how="anti")
    empty = [pl.lit(None, dtype=diff.schema[name]).alias(name) for name in diff.gained]
    same = kept.with_columns(empty).select(pl.col(name).cast(dtype) for name, dtype in diff.schema.items())
    return pl.concat([same, diff.changed, diff.added]).sort(diff.key)


def compare_all(tables: Mapping[str, Table], old: Mapping[str, pl.DataFrame], new: Mapping[str, pl.DataFrame]) -> list[TableDiff]:
    """The differences of all tables that either version has, in registry order; a table that one lacks counts as empty there."""
    found = []
    for name, table in tables.items():
        if name in old or name in new:
            before = old[name] if name in old else new[name].clear()
            after = new[name] if name in new else old[name].clear()
            found.append(compare(name, table.primary_key, before, after))
    return found


def bump(diffs: Sequence[TableDiff], *, code_changed: bool = False) -> Bump:
    """The smallest step of the version that the rule allows; ``code_changed``: a patch even when all rows are the same."""
    floor: Bump = "patch" if code_changed else "none"
    return reduce(lambda one, other: max(one, other, key=_ORDER.index), (diff.bump for diff in diffs), floor)


def allowed(old_version: str, new_version: str, needed: Bump) -> bool:
    """Whether a step from one version to the next is at least as large as needed (``1.4.2`` to ``1.5.0``: minor)."""
    old, new = ([int(part) for part in version.split(".")] for version in (old_version, new_version))
    taken: Bump = "none"
    for step, before, after in zip(("major", "minor", "patch"), old, new, strict=True):
        if before != after:
            taken = step if after > before else "none"  # type: ignore[assignment]
            break
    return _ORDER.index(taken) >= _ORDER.index(needed)


def summary(diffs: Sequence[TableDiff]) -> list[str]:
    """One line of Markdown for each table that changed."""
    lines = []
    for diff in diffs:
        counts = {"added": diff.added.height, "changed": diff.changed.height, "withdrawn": diff.withdrawn.height}
        parts = [f"{count} {what}" for what, count in counts.items() if count]
        fields = sorted(set(diff.cells["column"]))
        parts += [f"fields changed: {', '.join(fields)}"] if fields else []
        parts += [f"columns gained: {', '.join(diff.gained)}"] if diff.gained else []
        parts += [f"columns lost: {', '.join(diff.lost)}"] if diff.lost else []
        if parts:
            lines.append(f"- `{diff.name}`: {'; '.join(parts)}")
    return lines


def details(diff: TableDiff) -> list[str]:
    """One line for each row that came or went and for each cell that changed."""
    keys = [("+", diff.added.select(diff.key)), ("-", diff.withdrawn)]
    lines = [f"{sign} {diff.name} {'/'.join(str(part) for part in row)}" for sign, frame in keys for row in frame.iter_rows()]
    for row in diff.cells.iter_rows(named=True):
        key = "/".join(str(row[name]) for name in diff.key)
        lines.append(f"~ {diff.name} {key} {row['column']}: {row['old']!r} -> {row['new']!r}")
    return lines


def read_folder(tables: Mapping[str, Table], folder: Path) -> dict[str, pl.DataFrame]:
    """The tables that a folder holds, as they are on disk; a folder without any is a MissingTableError."""
    files = {name: folder / f"{name}.parquet" for name in tables}
    found = {name: io.read_table(tables[name], path) for name, path in files.items() if path.exists()}
    if not found:
        raise MissingTableError(f"{folder} holds no table", remedy="name a folder of .parquet tables, such as data/tables")
    return found


def _cells(key: tuple[str, ...], old: pl.DataFrame, new: pl.DataFrame) -> pl.DataFrame:
    """Key, field, old and new value of every cell that differs in rows that both versions have."""
    fields = [name for name in dict.fromkeys([*old.columns, *new.columns]) if name not in key]
    both = old.join(new, on=key, how="inner", suffix="\x00new")
    parts = [both.select(*key, pl.lit("").alias("column"), pl.lit("").alias("old"), pl.lit("").alias("new")).clear()]
    missing = pl.lit(None, dtype=pl.String)
    for name in fields:
        shared = name in old.columns and name in new.columns
        before = pl.col(name) if name in old.columns else missing
        after = pl.col(f"{name}\x00new") if shared else pl.col(name) if name in new.columns else missing
        told = [before.cast(pl.String).alias("old"), after.cast(pl.String).alias("new")]
        same_type = shared and old.schema[name] == new.schema[name]
        differs = before.ne_missing(after) if same_type else told[0].ne_missing(told[1])
        parts.append(both.filter(differs).select(*key, pl.lit(name).alias("column"), *told))
    return pl.concat(parts).sort(*key, "column")


def _require_key(name: str, key: tuple[str, ...], frame: pl.DataFrame, version: str) -> None:
    if missing := [column for column in key if column not in frame.columns]:
        raise ContractError(
            f"the {version} version of {name} has no column {', '.join(missing)}",
            remedy="migrate it: build it again with this version of drawdown",
        )
    repeated = frame.filter(frame.select(key).is_duplicated())
    if repeated.height:
        raise ContractError(f"the {version} version of {name} has a key twice: {repeated.select(key).row(0)}", remedy="build it again")
