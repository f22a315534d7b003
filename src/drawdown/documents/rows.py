"""Rows of tables and objects of JSON to records: which column holds what, and what a row lacks."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from drawdown.documents.records import FACTS, Defect, Record, broken
from drawdown.errors import ParameterError

COLUMNS = ("id", "text", "html", *FACTS)
"""What a column of a table, or a key of a JSON object, may be mapped to in ``params.yaml``."""
_OTHER_NAMES = {"published": "date"}


def known(columns: Mapping[str, str]) -> Mapping[str, str]:
    """The columns of ``params.yaml``; ParameterError for one that maps what no page has."""
    if unknown := sorted(set(columns) - set(COLUMNS)):
        raise ParameterError(
            f"documents.columns maps {', '.join(unknown)}, which no page has",
            remedy=f"known are {', '.join(COLUMNS)} (published is the date)",
        )
    return columns


def mapping(names: Iterable[str], columns: Mapping[str, str]) -> dict[str, str]:
    """Column of each thing, where there is one: as mapped, else the thing's own name (``date`` for published as well).

    A name that differs in case or in space around it counts when none is the same.
    """
    exact = list(names)
    alike = {name.strip().casefold(): name for name in reversed(exact)}
    wanted = {thing: (_OTHER_NAMES.get(thing, thing), thing) for thing in COLUMNS} | {thing: (name,) for thing, name in columns.items()}
    found = {}
    for thing, candidates in wanted.items():
        for name in candidates:
            if name in exact or name.casefold() in alike:
                found[thing] = name if name in exact else alike[name.casefold()]
                break
    return found


def lacking(names: Iterable[str], columns: Mapping[str, str]) -> str:
    """What a row or table with columns of these names lacks; empty when it can hold pages."""
    listed = sorted(set(names))
    has = f"it has {', '.join(listed)}" if listed else "it has none"
    where = mapping(listed, columns)
    if missing := [f"{thing} ({column})" for thing, column in sorted(columns.items()) if thing not in where]:
        return f"no column for {', '.join(missing)}; {has}"
    if "text" not in where and "html" not in where:
        return f"no column text or html holds the page; {has}. Map one in params.yaml, documents.columns"
    return ""


def record(row: Mapping[str, Any], name: str, number: str, columns: Mapping[str, str], data: bytes) -> Record | Defect:
    """The page that a row holds; a defect that names the record where it holds none. ``data``: the row as received."""
    if problem := lacking(row, columns):
        return broken(name, number, "missing_column", f"record {number}: {problem}", data)
    cells = {thing: row[column] for thing, column in mapping(row, columns).items()}
    html, text = cells.get("html"), cells.get("text")
    page = html or text
    if not isinstance(page, str | bytes) or not page:
        return broken(name, number, "empty_page", f"record {number} holds no text", data)
    declared = {fact: found for fact in FACTS if (found := _fact(cells.get(fact)))}
    given = cells.get("id")
    record_id = number if given in (None, "") else str(given)
    kind: Any = "html" if html else "unknown"
    if isinstance(page, bytes):
        return Record(name, record_id, page, kind=kind, declared=declared)
    return Record(name, record_id, data, kind=kind, text=page, declared=declared)


def canonical(row: Mapping[str, Any]) -> bytes:
    """The row of a table as bytes: JSON with its keys in order."""
    return json.dumps(row, ensure_ascii=False, sort_keys=True, default=str).encode("utf-8", "surrogatepass")


def _fact(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return " | ".join(str(part).strip() for part in value if part is not None)
    return " ".join(str(value).split())
