"""Precision, recall and accuracy with bootstrap intervals.

Errors come in clusters (one bad sentence, several wrong rows), so the bootstrap draws lines of pages, not rows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

DRAWS = 2000
SEED = 20200103

Cluster = tuple[str, int]
"""A page and a line of it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One judged item: found and right, found but wrong (``fp``), or missed (``fn``), and where it stands."""

    cluster: Cluster
    tp: float = 0
    fp: float = 0
    fn: float = 0


def prf(outcomes: Iterable[Outcome]) -> dict[str, Any]:
    """Precision, recall and F1 with the 95 % interval of F1, and the counts behind them."""
    items = list(outcomes)
    tp, fp, fn = _totals(items)
    return {
        "precision": _ratio(tp, tp + fp),
        "recall": _ratio(tp, tp + fn),
        "value": _f1(tp, fp, fn),
        **_interval(items, _f1),
        "gold": int(tp + fn),
        "found": int(tp + fp),
        "measure": "F1",
    }


def accuracy(outcomes: Iterable[Outcome]) -> dict[str, Any]:
    """Share of items that are right (``tp``) among those judged (``tp + fn``), with its 95 % interval."""
    items = list(outcomes)
    tp, _, fn = _totals(items)
    return {"value": _share(tp, 0, fn), **_interval(items, _share), "gold": int(tp + fn), "measure": "accuracy"}


def judge(pairs: Iterable[tuple[Cluster, object, object]]) -> Iterator[Outcome]:
    """Outcomes of comparing a gold and a found value for each matched item."""
    for cluster, gold, found in pairs:
        yield Outcome(cluster, tp=1) if gold == found else Outcome(cluster, fn=1)


def sets(pairs: Iterable[tuple[Cluster, set[str], set[str]]]) -> Iterator[Outcome]:
    """Outcomes of comparing gold and found sets of values for each matched item."""
    for cluster, gold, found in pairs:
        yield Outcome(cluster, tp=len(gold & found), fp=len(found - gold), fn=len(gold - found))


def _totals(items: list[Outcome]) -> tuple[float, float, float]:
    return sum(i.tp for i in items), sum(i.fp for i in items), sum(i.fn for i in items)


def _interval(items: list[Outcome], statistic: Callable[[float, float, float], float | None]) -> dict[str, float | None]:
    clusters: dict[Cluster, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for item in items:
        counts = clusters[item.cluster]
        counts[0] += item.tp
        counts[1] += item.fp
        counts[2] += item.fn
    if len(clusters) < 2:
        return {"low": None, "high": None}
    table = np.array([clusters[key] for key in sorted(clusters)])
    drawn = np.random.default_rng(SEED).integers(0, len(table), size=(DRAWS, len(table)))
    values = [statistic(*table[draw].sum(axis=0)) for draw in drawn]
    known = sorted(value for value in values if value is not None)
    if not known:
        return {"low": None, "high": None}
    return {"low": round(known[int(0.025 * len(known))], 3), "high": round(known[int(0.975 * (len(known) - 1))], 3)}


def _f1(tp: float, fp: float, fn: float) -> float | None:
    return _ratio(2 * tp, 2 * tp + fp + fn)


def _share(tp: float, fp: float, fn: float) -> float | None:
    del fp
    return _ratio(tp, tp + fn)


def _ratio(part: float, whole: float) -> float | None:
    return round(float(part / whole), 3) if whole else None
