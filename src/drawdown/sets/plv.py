"""PLV: sentences with a marked source and target, each with its root type and quad class."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from drawdown.event_mentions import lexicon
from drawdown.layout import bundled_reference
from drawdown.params import Params
from drawdown.parses import pipeline
from drawdown.sets import figures as measured
from drawdown.sets import files, pair
from drawdown.sets.figures import Figures

COLUMNS = ("sentence_id", "marked_sentence", "gold_quad", "gold_root")
TAG = re.compile(r"</?[st]>")
QUADS = {"verbal_cooperation": "1", "material_cooperation": "2", "verbal_conflict": "3", "material_conflict": "4", None: "0"}
YIELD = "YIELD"
"""The set's root for RETREAT and CONCEDE, which it counts as material cooperation."""


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
    return [_sentence(row, path, number) for number, row in files.tabbed(path, COLUMNS)]


def figures(records: list[Sentence]) -> Figures:
    """Root and quad class of the act between the marked actors, and each root and class alone."""
    told = code(records)
    sides = {
        "root": ([row.root for row in records], [root for root, _ in told]),
        "quad": ([row.quad for row in records], [q for _, q in told]),
    }
    means = {f"{name}, mean of labels": measured.macro_f1(*side) for name, side in sides.items()}
    return means | {f"{name} {label}": one for name, side in sides.items() for label, one in measured.by_label(*side).items()}


def code(records: list[Sentence]) -> list[tuple[str, str]]:
    """Root (NONE: no act found) and quad class (0) that the coder gives each sentence."""
    nlp, words = pipeline.load(Params().parses.model), lexicon.read(bundled_reference())
    best = (pair.code(pipeline.parse(nlp, row.text), row.source, row.target, words) for row in records)
    return [(YIELD, "2") if one.event_type in {"RETREAT", "CONCEDE"} else (one.event_type or "NONE", QUADS[one.quad_class]) for one in best]


def span(marked: str, tag: str) -> tuple[int, int] | None:
    """Offsets of a marked actor in the sentence without marks."""
    found = re.search(f"<{tag}>(.*?)</{tag}>", marked)
    if found is None:
        return None
    start = len(TAG.sub("", marked[: found.start()]))
    return start, start + len(TAG.sub("", found.group(1)))


def _sentence(row: dict[str, str], path: Path, number: int) -> Sentence:
    identifier, marked, quad, root = (row[name] for name in COLUMNS)
    if not marked or quad not in {"1", "2", "3", "4"} or not root:
        raise files.bad_row(path, number, f"marked_sentence or gold_root is empty, or gold_quad {quad!r} is not 1 to 4")
    return Sentence(identifier, TAG.sub("", marked), span(marked, "s"), span(marked, "t"), quad, root)
