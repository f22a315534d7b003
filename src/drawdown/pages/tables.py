"""The page of one table: what a row is, its dictionary, its contracts, and rows with their receipts."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from drawdown.pages import markdown as md
from drawdown.registry import Column, Table

SAMPLE = 5
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
        _dictionary(table),
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
    lines += [
        f"- **Points to**: `{', '.join(key.columns)}` → [{key.table}.{', '.join(key.references)}]({key.table}.md)"
        for key in table.foreign_keys
    ]
    return "\n".join(lines) + "\n"


def _dictionary(table: Table) -> str:
    rows = []
    for column in table.columns:
        kind = column.type + (f", {column.unit}" if column.unit else "")
        example = "" if column.example is None else f"`{md.clip(str(column.example), 44)}`".replace("|", "\\|")
        rows.append([f"`{column.name}`", kind, "may be null" if column.nullable else "", _meaning(column), example])
    return md.table(["column", "type", "null", "meaning", "example"], rows)


def _meaning(column: Column) -> str:
    text = column.description.replace("|", "\\|")
    if column.vocabulary is None:
        return text
    words = ", ".join(f"`{word}`" for word in column.vocabulary)
    if len(column.vocabulary) <= 12:
        return f"{text}<br>One of: {words}."
    return f"{text}<br><details markdown><summary>{len(column.vocabulary)} values</summary>{words}</details>"


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
    before, span, after = raw[max(0, start - 120) : start], raw[start:end], raw[end : end + 120]
    quoted = f"{md.cell(before)}<mark>{md.cell(md.clip(span, 300))}</mark>{md.cell(after)}"
    where = f"Characters {start:,} to {end:,} of `{paths[digits]}`, for the row `{'/'.join(str(row[name]) for name in table.primary_key)}`."
    return ["## A receipt\n", f"{where}\n", f"> …{quoted}…\n"]


def _samples(frame: pl.DataFrame) -> list[str]:
    if frame.is_empty():
        return ["## Rows\n", "The corpus gives this table no row.\n"]
    step = max(1, frame.height // SAMPLE)
    rows = frame.gather_every(step).head(SAMPLE)
    columns = [name for name in frame.columns if name not in HIDDEN]
    cells = [
        [md.cell(md.clip(value, 60) if isinstance(value, str) else value) for value in row] for row in rows.select(columns).iter_rows()
    ]
    return ["## Rows\n", '<div class="wide" markdown>\n', md.table([f"`{name}`" for name in columns], cells), "</div>\n"]
