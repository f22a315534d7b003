"""Figures on public test sets that users obtain themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from drawdown.errors import ParameterError
from drawdown.event_mentions import lexicon, pair
from drawdown.layout import bundled_reference
from drawdown.params import Params
from drawdown.parses import pipeline
from drawdown.sets import plv

QUADS = {"verbal_cooperation": "1", "material_cooperation": "2", "verbal_conflict": "3", "material_conflict": "4", None: "0"}
Figures = dict[str, float]


def score(name: str, path: Path) -> Figures:
    """Figures of a set by name; ParameterError lists the sets for an unknown one."""
    if name not in SETS:
        raise ParameterError(f"no set is called {name!r}", remedy=f"the sets are: {', '.join(sorted(SETS))}")
    return SETS[name](path)


def macro_f1(gold: Sequence[str], told: Sequence[str]) -> float:
    """Mean F1 of the labels that the gold uses; 0 for no rows."""
    labels = sorted(set(gold))
    values = []
    for label in labels:
        right = sum(a == b == label for a, b in zip(gold, told, strict=True))
        values.append(2 * right / (gold.count(label) + told.count(label)))
    return round(sum(values) / len(values), 3) if values else 0.0


def _plv(path: Path) -> Figures:
    rows = plv.read(path)
    nlp, words = pipeline.load(Params().parses.model), lexicon.read(bundled_reference())
    roots, quads = [], []
    for row in rows:
        best = pair.code_pair(pipeline.parse(nlp, row.text), row.source, row.target, words)
        yields = best.event_type in {"RETREAT", "CONCEDE"}
        roots.append("YIELD" if yields else best.event_type or "NONE")
        quads.append("2" if yields else QUADS[best.quad_class])
    return {
        "sentences": len(rows),
        "root, macro F1": macro_f1([row.root for row in rows], roots),
        "quad class, macro F1": macro_f1([row.quad for row in rows], quads),
    }


SETS: dict[str, Callable[[Path], Figures]] = {"plv": _plv}
"""The sets that can be scored, by the name that ``drawdown score --set`` takes."""
