"""CASE-2021 task 2: snippets of news with an ACLED-like sub-event type."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from drawdown.errors import KnowledgeError

COLUMNS = ("id", "EventSnippet", "SubType")


@dataclass(frozen=True, slots=True)
class Snippet:
    """A snippet and its sub-event type as the set writes it (``ARMED_CLASH``, ``PEACE_PROTEST`` ...)."""

    snippet_id: str
    text: str
    sub_type: str


def read(path: Path) -> list[Snippet]:
    """Tab-separated with a header -> snippets; KnowledgeError names file and row."""
    if not path.is_file():
        raise KnowledgeError(f"{path}: no such file", remedy="give the path of a CASE file (tab-separated, with a header)")
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        if missing := [name for name in COLUMNS if name not in (rows.fieldnames or ())]:
            raise KnowledgeError(f"{path}: no column {', '.join(missing)}", remedy=f"CASE needs the columns {', '.join(COLUMNS)}")
        return [_snippet(row, path, number) for number, row in enumerate(rows, start=2)]


def _snippet(row: dict[str, str | None], path: Path, number: int) -> Snippet:
    identifier, text, sub_type = ((row[name] or "").strip() for name in COLUMNS)
    if not (identifier and text and sub_type):
        raise KnowledgeError(f"{path}: row {number}: id, EventSnippet or SubType is empty", remedy="mend or drop the row")
    return Snippet(identifier, text, sub_type)
