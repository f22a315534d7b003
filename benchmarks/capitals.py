"""Articles and the same articles in capitals: how much of what is found in the first is found in the second.

    python benchmarks/capitals.py FILE.jsonl[.gz] [ARTICLES]

A line an article, with the key `text`. Prints F1 of the second against the first, by table, with and without the rewriting of capitals
(`drawdown.parses.casing`).
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from unittest import mock

from drawdown.parses import casing
from drawdown.sets import coding, files
from drawdown.sets.coding import Coded, Row

KEYS: dict[str, tuple[str, Callable[[Row], object]]] = {
    "event mentions (trigger, type)": ("event_mentions", lambda row: (row["start"], row["event_type"])),
    "mentions (span, kind)": ("mentions", lambda row: (row["start"], row["end"], row["kind"])),
    "places (span, place)": ("mentions", lambda row: (row["start"], row["place_id"]) if row["place_id"] else None),
    "quotes (span)": ("quotes", lambda row: (row["start"], row["end"])),
    "times (span, date)": ("time_expressions", lambda row: (row["start"], row["edtf"])),
}


def texts(path: Path, count: int) -> list[str]:
    """Every so-many-th text of a file, so that they come from all of it."""
    found = [row["text"] for _, row in files.lines(path)]
    every = max(1, len(found) // count)
    return [text for text in found[::every] if any(map(str.isalnum, text)) and len(text) == len(text.upper())][:count]


def code(given: Sequence[str]) -> Coded:
    return coding.code([coding.Text(text, "2015-06-12") for text in given])


def items(coded: Coded, what: str) -> Counter[object]:
    table, key = KEYS[what]
    return Counter((at, key(row)) for at, rows in enumerate(coded.rows(table)) for row in rows if key(row) is not None)


def main() -> None:
    given = texts(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100)
    capitals = [text.upper() for text in given]
    printed, rewritten = code(given), code(capitals)
    with mock.patch.object(casing, "natural", lambda _nlp, text, _starts=(): text):
        left = code(capitals)
    for what in KEYS:
        gold = items(printed, what)
        scores = [
            2 * sum((gold & items(one, what)).values()) / max(1, gold.total() + items(one, what).total()) for one in (rewritten, left)
        ]
        print(f"{what:32} {gold.total():5} in {len(given)} articles; in capitals F1 {scores[0]:.2f}, not rewritten {scores[1]:.2f}")


if __name__ == "__main__":
    main()
