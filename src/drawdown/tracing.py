"""From any row back to the characters of the raw page that it came from."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from drawdown import io
from drawdown.errors import DrawdownError
from drawdown.layout import Layout
from drawdown.registry import Table
from drawdown.schemas import TABLES

CONTEXT = 90
"""Characters shown on either side of a span."""


def trace(identifier: str, layout: Layout) -> Iterator[str]:
    """Lines that show the rows with this id, and each of their spans in the raw page.

    For an entity or place, every mention; the reports of an event are those of :mod:`drawdown.reports`. Errors say which ids exist.
    """
    named = [table for table in TABLES.values() if table.column(table.primary_key[0]).type == "string"]
    homes = [table for table in named if not rows(table, layout, table.primary_key[0], identifier).is_empty()]
    if not homes:
        raise DrawdownError(
            f"no table has the id {identifier!r}", remedy="`drawdown show TABLE` lists ids; ids begin with the prefix of their table"
        )
    for table in homes:
        if table.name == "event_links" and len(homes) > 1:
            continue
        yield from _section(table, rows(table, layout, table.primary_key[0], identifier), layout)
    for name, column, key in (
        ("participants", "event_mention_id", "event_mention_id"),
        ("event_links", "event_mention_id", "event_mention_id"),
        ("conflicts", "event_id", "event_id"),
        ("mentions", "entity_id", "entity_id"),
        ("mentions", "place_id", "place_id"),
    ):
        if key in homes[0].primary_key and homes[0].name != name:
            yield from _related(TABLES[name], column, identifier, layout)


def _related(table: Table, column: str, identifier: str, layout: Layout) -> Iterator[str]:
    """Rows of another table that point to the id."""
    found = rows(table, layout, column, identifier)
    if not found.is_empty():
        yield from _section(table, found.sort(_order(table)), layout)


def _order(table: Table) -> list[str]:
    names = table.column_names
    return [name for name in ("article_id", "document_id", "raw_start") if name in names] or list(table.primary_key)


def _section(table: Table, found: pl.DataFrame, layout: Layout) -> Iterator[str]:
    for row in found.iter_rows(named=True):
        yield f"== {table.name} {'/'.join(str(row[name]) for name in table.primary_key)}"
        for name, value in row.items():
            if value is not None and not (isinstance(value, str) and len(value) > 400):
                yield f"   {name:<18} {value}"
        yield from receipt(table, row, layout)


def receipt(table: Table, row: dict[str, object], layout: Layout) -> Iterator[str]:
    """The span of a row, marked, in its raw page; the article's text where the page is not at hand."""
    if table.receipt is None or not table.receipt.raw:
        if table.name == "documents":
            yield f"   -> {layout.raw / str(row['path'])}"
        return
    document = str(row.get("document_id") or "d_" + str(row["article_id"]).removeprefix("a_"))
    path = _path(document, layout)
    raw_start, raw_end = _int(row["raw_start"]), _int(row["raw_end"])
    raw = raw_text(document, layout)
    if raw is not None:
        line = raw.count("\n", 0, raw_start) + 1
        yield f"   -> {path}, characters {raw_start}-{raw_end}, line {line}:"
        yield "      " + excerpt(raw, raw_start, raw_end)
        return
    yield f"   -> {path}, characters {raw_start}-{raw_end} (the page is not beside these tables)"


def excerpt(text: str, start: int, end: int, width: int = CONTEXT) -> str:
    """``... before [[span]] after ...`` on one line, cut at the line's ends."""
    left = max(text.rfind("\n", 0, start) + 1, start - width)
    stop = text.find("\n", end)
    right = min(len(text) if stop < 0 else stop, end + width)
    before = ("…" if left > 0 and text[left - 1] != "\n" else "") + text[left:start]
    after = text[end:right] + ("…" if right < len(text) and text[right] != "\n" else "")
    return f"{before}[[{text[start:end]}]]{after}".replace("\n", "⏎")


def rows(table: Table, layout: Layout, column: str, value: str) -> pl.DataFrame:
    """The rows of a table with a value in a column; none where the table is not there."""
    path = layout.table(table.name)
    if not path.is_file():
        return table.frame([])
    io.read_schema(table, path)
    return pl.scan_parquet(path, glob=False).filter(pl.col(column) == value).collect()


def _path(document: str, layout: Layout) -> str:
    found = rows(TABLES["documents"], layout, "document_id", document)
    return str(found["path"][0]) if found.height else document


def raw_text(document: str, layout: Layout) -> str | None:
    """Source text of a document; None where it is not beside the tables."""
    files = [path for path in sorted(layout.interim_folder("documents").glob("*.parquet")) if path.stem.isdigit()]
    if not files:
        return None
    found = pl.scan_parquet(files).filter(pl.col("document_id") == document).select("text").collect()
    return str(found.item()) if found.height else None


def _int(value: object) -> int:
    assert isinstance(value, int)
    return value
