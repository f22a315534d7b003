"""PLV: sentences with a marked source and target, each with its root type and quad class."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pathlib import Path

from drawdown.errors import KnowledgeError

COLUMNS = ("sentence_id", "marked_sentence", "gold_quad", "gold_root")
TAG = re.compile(r"</?[st]>")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; ``source`` and ``target`` are half-open spans in ``text`` (None: not marked), ``quad`` is 1 to 4, YIELD = RETREAT or CONCEDE."""

    sentence_id: str
    text: str
    source: tuple[int, int] | None
    target: tuple[int, int] | None
    quad: str
    root: str


def read(path: Path) -> list[Sentence]:
    """Tab-separated with a header -> sentences; KnowledgeError names file and row."""
    if not path.is_file():
        raise KnowledgeError(f"{path}: no such file", remedy="give the path of a PLV file (tab-separated, with a header)")
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        if missing := [name for name in COLUMNS if name not in (rows.fieldnames or ())]:
            raise KnowledgeError(f"{path}: no column {', '.join(missing)}", remedy=f"PLV needs the columns {', '.join(COLUMNS)}")
        return [_sentence(row, path, number) for number, row in enumerate(rows, start=2)]


def span(marked: str, tag: str) -> tuple[int, int] | None:
    """Offsets of a marked actor in the sentence without marks."""
    found = re.search(f"<{tag}>(.*?)</{tag}>", marked)
    if found is None:
        return None
    start = len(TAG.sub("", marked[: found.start()]))
    return start, start + len(TAG.sub("", found.group(1)))


def _sentence(row: dict[str, str | None], path: Path, number: int) -> Sentence:
    identifier, marked, quad, root = (row[name] or "" for name in COLUMNS)
    if not marked or quad not in {"1", "2", "3", "4"} or not root:
        raise KnowledgeError(
            f"{path}: row {number}: marked_sentence or gold_root is empty, or gold_quad {quad!r} is not 1 to 4",
            remedy="mend or drop the row",
        )
    return Sentence(identifier, TAG.sub("", marked), span(marked, "s"), span(marked, "t"), quad, root)
