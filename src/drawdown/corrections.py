"""Corrections as data: what a person knows better than the machine, with a guard, a reason and a source.

``data/reference/corrections.yaml`` is applied to a table after the machine has made it and before it is written. Each entry says what it
expects to find; when the machine has come to say something else the entry is stale, and the build stops and names it.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl
import yaml

from drawdown import io
from drawdown.errors import KnowledgeError
from drawdown.registry import Table

Value = str | int | float | bool | datetime.date | None

STAGES = ("entities", "event_mentions", "events")
"""The stages that apply corrections to what they write. Pages are corrected in ``sources.yaml``, before they are read."""

_SAID = ("reason", "by", "source", "date")
_KNOWN = {"table", "key", "field", "expect", "value", "drop", *_SAID}
_PYTHON: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "date": (datetime.date,),
}


@dataclass(frozen=True, slots=True)
class Correction:
    """One entry: a cell that gets another value, or (``drop``) a row that is withdrawn."""

    table: str
    key: tuple[tuple[str, Value], ...]
    field: str | None
    expect: Value
    value: Value
    drop: bool
    reason: str
    by: str
    source: str
    date: str
    where: str

    def __str__(self) -> str:
        key = "/".join(str(value) for _, value in self.key)
        return f"{self.where}: {self.table} {key}" + (f", {self.field}" if self.field else "")


def read(path: Path, tables: Mapping[str, Table]) -> list[Correction]:
    """The entries of a file, in order; no file, no corrections. A wrong entry is a KnowledgeError that names it."""
    return _parse(path.read_text(encoding="utf-8"), path, tables) if path.exists() else []


def _parse(text: str, path: Path, tables: Mapping[str, Table]) -> list[Correction]:
    try:
        content = yaml.safe_load(text) or []
    except yaml.YAMLError as error:
        raise KnowledgeError(f"{path} is not YAML: {error}", remedy="mend the line it names") from error
    if not isinstance(content, list):
        raise KnowledgeError(f"{path} holds no list", remedy="begin each entry with `- table:`")
    return entries(content, str(path), tables)


def entries(content: Sequence[object], where: str, tables: Mapping[str, Table]) -> list[Correction]:
    """Checked entries; ``where`` is named in errors. The same cell twice is a KnowledgeError."""
    found = [_entry(entry, f"{where}, entry {number}", tables) for number, entry in enumerate(content, 1)]
    cells = Counter((one.table, one.key, one.field) for one in found)
    for one in found:
        if cells[one.table, one.key, one.field] > 1:
            raise KnowledgeError(f"{one} is corrected twice", remedy="keep one of the entries")
    return found


def apply(table: Table, frame: pl.DataFrame, corrections: Iterable[Correction]) -> pl.DataFrame:
    """The table with its corrections: cells changed, rows dropped, and ``corrected`` true where the table has that column.

    The rows of other tables' corrections are passed over. A row that is missing, or a guard that does not hold, is a KnowledgeError.
    """
    for one in corrections:
        if one.table != table.name:
            continue
        here = _row_of(one)
        rows = frame.filter(here)
        if rows.height != 1:
            raise _lost(one)
        if one.drop:
            frame = frame.filter(~here)
            continue
        field = str(one.field)
        if rows[field][0] != one.expect:
            raise KnowledgeError(
                f"{one}: expected {one.expect!r}, the machine now says {rows[field][0]!r}",
                remedy="look at the receipt again; then delete the entry, or give the new value as `expect`",
            )
        changed = pl.when(here).then(pl.lit(one.value, dtype=frame.schema[field])).otherwise(pl.col(field)).alias(field)
        marks = [(pl.col("corrected") | here).alias("corrected")] if "corrected" in frame.columns else []
        frame = frame.with_columns(changed, *marks)
    return frame


class Pending:
    """Corrections of tables that come part by part: each is applied to the part that holds its row."""

    def __init__(self, corrections: Iterable[Correction]) -> None:
        self._waiting = list(corrections)

    def apply(self, table: Table, part: pl.DataFrame) -> pl.DataFrame:
        """A part of a table with its corrections; see :func:`apply`."""
        mine = [one for one in self._waiting if one.table == table.name and not part.filter(_row_of(one)).is_empty()]
        self._waiting = [one for one in self._waiting if one not in mine]
        return apply(table, part, mine)

    def finish(self) -> None:
        """When all parts have come: a correction that found no row is a KnowledgeError."""
        for one in self._waiting:
            raise _lost(one)


def _row_of(one: Correction) -> pl.Expr:
    return pl.all_horizontal(pl.col(name) == value for name, value in one.key)


def _lost(one: Correction) -> KnowledgeError:
    return KnowledgeError(f"{one}: there is no such row", remedy="delete the entry, or correct its key")


def of_stage(stage: str, path: Path, tables: Mapping[str, Table]) -> list[Correction]:
    """The entries for the tables of one stage; one for a table of a stage that applies none is a KnowledgeError."""
    found = read(path, tables)
    for entry in found:
        if tables[entry.table].stage not in STAGES:
            raise KnowledgeError(
                f"{entry}: {entry.table} cannot be corrected",
                remedy="say what is known of a page in sources.yaml; tables of these stages can be corrected: " + ", ".join(STAGES),
            )
    return [entry for entry in found if tables[entry.table].stage == stage]


def rows(corrections: Iterable[Correction]) -> list[dict[str, object]]:
    """Rows of the published table ``corrections``: what was changed, and what the machine had said."""
    return [
        {
            "table": one.table,
            "row": "/".join(str(value) for _, value in one.key),
            "field": one.field or "",
            "original": None if one.drop or one.expect is None else str(one.expect),
            "value": None if one.drop or one.value is None else str(one.value),
            "dropped": one.drop,
            **{name: getattr(one, name) for name in _SAID},
        }
        for one in corrections
    ]


def append(path: Path, entry: Mapping[str, object], tables: Mapping[str, Table]) -> None:
    """Write one more entry at the end of a file, after checking it as :func:`read` does; comments above stay."""
    _entry(dict(entry), "new entry", tables)
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    kept = text.rstrip().removesuffix("[]").rstrip()
    dumped = yaml.safe_dump([dict(entry)], sort_keys=False, allow_unicode=True, width=120)
    whole = f"{kept}\n{dumped}".lstrip()
    _parse(whole, path, tables)
    io.write_text(path, whole)


def _entry(entry: Any, where: str, tables: Mapping[str, Table]) -> Correction:
    if not isinstance(entry, dict) or not entry.keys() <= _KNOWN:
        raise KnowledgeError(f"{where}: expected the names {', '.join(sorted(_KNOWN))}", remedy="see the head of the file")
    if missing := [name for name in ("table", "key", *_SAID) if not entry.get(name)]:
        remedy = "say what is corrected, why, by whom, from which source and when"
        raise KnowledgeError(f"{where}: {', '.join(missing)} missing", remedy=remedy)
    table = tables.get(str(entry["table"]))
    if table is None:
        raise KnowledgeError(f"{where}: there is no table {entry['table']!r}", remedy=f"the tables are: {', '.join(tables)}")
    drop = bool(entry.get("drop", False))
    field = None if drop else _field(entry, table, where)
    return Correction(
        table=table.name,
        key=_key(entry["key"], table, where),
        field=field,
        expect=entry.get("expect"),
        value=entry.get("value"),
        drop=drop,
        where=where,
        **{name: str(entry[name]) for name in _SAID},
    )


def _key(key: object, table: Table, where: str) -> tuple[tuple[str, Value], ...]:
    if not isinstance(key, dict) or set(key) != set(table.primary_key):
        raise KnowledgeError(f"{where}: the key of {table.name} is {', '.join(table.primary_key)}", remedy="give each of these a value")
    return tuple((name, key[name]) for name in table.primary_key)


def _field(entry: Mapping[str, object], table: Table, where: str) -> str:
    field = entry.get("field")
    if field not in table.column_names or field in table.primary_key:
        raise KnowledgeError(f"{where}: {field!r} cannot be corrected in {table.name}", remedy="name a column that is not part of the key")
    if "expect" not in entry or "value" not in entry:
        raise KnowledgeError(f"{where}: expect or value missing", remedy="give both; null stands for unknown")
    column = table.column(str(field))
    for name in ("expect", "value"):
        value = entry[name]
        if value is not None and (not isinstance(value, _PYTHON[column.type]) or (column.type != "boolean" and isinstance(value, bool))):
            raise KnowledgeError(f"{where}: {name} {value!r} is not of type {column.type}", remedy="quote strings, leave numbers bare")
    return str(field)
