"""The page of one table: what a row is, its dictionary, its contracts, and rows with their receipts."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from drawdown.pages import markdown as md
from drawdown.pages import receipts
from drawdown.registry import Column, Table

SAMPLE = 3
HIDDEN = frozenset({"text_sha256", "source_sha256", "sha256"})
"""Columns left out of sample rows: nobody reads a hash."""


def page(table: Table, frame: pl.DataFrame, raws: Mapping[str, str], paths: Mapping[str, str], rules: Mapping[str, str]) -> str:
    """Markdown of a table's page.

    ``raws`` are source texts and ``paths`` file names by the digits of a page's id; ``rules`` gives a sentence
    for each rule's name.
    """
    sections = [
        f"# {table.title}\n",
        table.description + "\n",
        *([f"!!! note\n    {table.limits}\n"] if table.limits else []),
        _facts(table, frame),
        "## Columns\n",
        '<div class="dictionary" markdown>\n',
        _dictionary(table),
        "</div>\n",
        "## Contracts\n",
        _contracts(table, rules),
        *_receipt(table, frame, raws, paths),
        *_samples(frame),
    ]
    return "\n".join(sections)


def _facts(table: Table, frame: pl.DataFrame) -> str:
    keys = ", ".join(f"`{name}`" for name in table.primary_key)
    lines = [
        f"- **Rows**: {frame.height:,}",
        f"- **Primary key**: {keys}",
        f"- **Made by stage**: `{table.stage}`",
        f'- **Load it**: `drawdown.load("{table.name}")`',
    ]
    links = [f"`{', '.join(key.columns)}` → [{key.table}]({key.table}.md)" for key in table.foreign_keys]
    return "\n".join([*lines, *([f"- **Points to**: {', '.join(links)}"] if links else [])]) + "\n"


def _dictionary(table: Table) -> str:
    rows = [[f"`{column.name}`", _kind(column), _meaning(column)] for column in table.columns]
    return md.table(["column", "type", "meaning"], rows)


def _kind(column: Column) -> str:
    return ",<br> ".join(part for part in (column.type, column.unit, "may be null" if column.nullable else None) if part)


def _meaning(column: Column) -> str:
    text = column.description.replace("|", "\\|")
    if column.vocabulary is not None:
        words = ", ".join(f"<code>{md.cell(word)}</code>" for word in column.vocabulary)
        if len(column.vocabulary) <= 12:
            return f"{text}<br>One of: {words}."
        return f"{text}<details><summary>One of {len(column.vocabulary)} values</summary>{words}</details>"
    if column.example is None:
        return text
    return f"{text} Example: <code>{_value(column.example)}</code>"


def _contracts(table: Table, rules: Mapping[str, str]) -> str:
    named = {rule.name: rule.description for rule in table.rules}
    return md.table(["rule", "says"], [[f"`{name}`", (named.get(name) or text).replace("|", "\\|")] for name, text in rules.items()])


def _receipt(table: Table, frame: pl.DataFrame, raws: Mapping[str, str], paths: Mapping[str, str]) -> list[str]:
    if table.receipt is None or not table.receipt.raw or frame.is_empty():
        return []
    row = frame.row(frame.height // 2, named=True)
    digits = str(row.get("article_id") or row.get("document_id"))[2:]
    raw = raws.get(digits)
    if raw is None:
        return []
    start, end = row["raw_start"], row["raw_end"]
    key = "/".join(str(row[name]) for name in table.primary_key)
    where = f"<code>{md.cell(key)}</code>: characters {start:,} to {end:,} of <code>{md.cell(paths[digits])}</code>"
    return ["## A receipt\n", receipts.show(where, raw, start, end) + "\n"]


def _samples(frame: pl.DataFrame) -> list[str]:
    """A few rows from all over the table, each set as a column, so that wide tables can be read."""
    if frame.is_empty():
        return ["## Rows\n", "The corpus gives this table no row.\n"]
    rows = frame.gather_every(max(1, frame.height // SAMPLE)).head(SAMPLE)
    shown = [name for name in frame.columns if name not in HIDDEN and rows[name].null_count() < rows.height]
    cells = [[f"`{name}`", *(_value(value) for value in rows[name])] for name in shown]
    empty = [name for name in frame.columns if name not in HIDDEN and name not in shown]
    note = [f"Null in all of these: {', '.join(f'`{name}`' for name in empty)}.\n"] if empty else []
    header = ["column", *(f"row {number}" for number in range(1, rows.height + 1))]
    return ["## Rows\n", '<div class="wide" markdown>\n', md.table(header, cells), "</div>\n", *note]


def _value(value: object) -> str:
    return "*null*" if value is None else md.cell(md.clip(value, 60) if isinstance(value, str) else value)
