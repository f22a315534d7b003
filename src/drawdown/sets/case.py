"""CASE-2021 task 2: snippets of news with an ACLED-like sub-event type."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from drawdown.sets import files

COLUMNS = ("id", "EventSnippet", "SubType")


@dataclass(frozen=True, slots=True)
class Snippet:
    """A snippet and its sub-event type as the set writes it (``ARMED_CLASH``, ``PEACE_PROTEST`` ...)."""

    snippet_id: str
    text: str
    sub_type: str


def read(path: Path) -> list[Snippet]:
    """Tab-separated with a header -> snippets; KnowledgeError names file and row."""
    return [_snippet(row, path, number) for number, row in files.tabbed(path, COLUMNS)]


def _snippet(row: dict[str, str], path: Path, number: int) -> Snippet:
    identifier, text, sub_type = (row[name] for name in COLUMNS)
    if not (identifier and text and sub_type):
        raise files.bad_row(path, number, "id, EventSnippet or SubType is empty")
    return Snippet(identifier, text, sub_type)
