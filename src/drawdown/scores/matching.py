"""Which found row is which gold row: one to one, best overlap first, independent of order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

Row = dict[str, Any]


def match(gold: Sequence[Row], found: Sequence[Row], fit: Callable[[Row, Row], float]) -> list[tuple[int, int]]:
    """Pairs (gold index, found index) with a positive fit on the same page, the best pairs first, each row once."""
    by_page: dict[str, list[int]] = {}
    for index, row in enumerate(found):
        by_page.setdefault(row["path"], []).append(index)
    candidates = []
    for g, row in enumerate(gold):
        for f in by_page.get(row["path"], []):
            if (score := fit(row, found[f])) > 0:
                candidates.append((-score, row["raw_start"], found[f]["raw_start"], g, f))
    pairs, used_gold, used_found = [], set(), set()
    for *_, g, f in sorted(candidates):
        if g not in used_gold and f not in used_found:
            pairs.append((g, f))
            used_gold.add(g)
            used_found.add(f)
    return sorted(pairs)


def exact(gold: Row, found: Row) -> float:
    """1 for the same characters."""
    return float(gold["raw_start"] == found["raw_start"] and gold["raw_end"] == found["raw_end"])


def triggers(row: Row) -> set[tuple[int, int]]:
    """Raw spans of the trigger of an annotated event mention, and of the words that would do as well."""
    others = (part.split(":") for part in (row["also"] or "").split("|") if part)
    return {(row["raw_start"], row["raw_end"]), *((int(start), int(end)) for start, end in others)}


def same_trigger(a: Row, b: Row) -> float:
    """2 for two annotated event mentions with the same trigger, 1 with a word that both list."""
    return 2.0 if a["raw_start"] == b["raw_start"] else float(bool(triggers(a) & triggers(b)))


def overlap(gold: Row, found: Row) -> float:
    """Shared characters over all characters of both, from 0 to 1."""
    shared = min(gold["raw_end"], found["raw_end"]) - max(gold["raw_start"], found["raw_start"])
    if shared <= 0:
        return 0.0
    return float(shared / (max(gold["raw_end"], found["raw_end"]) - min(gold["raw_start"], found["raw_start"])))


def half(gold: Row, found: Row) -> float:
    """The overlap where it is at least one half."""
    share = overlap(gold, found)
    return share if share >= 0.5 else 0.0


def same_end(gold: Row, found: Row) -> float:
    """1 for spans that end alike and share their last word: the head of a noun phrase in English."""
    return overlap(gold, found) if gold["raw_end"] == found["raw_end"] else 0.0
