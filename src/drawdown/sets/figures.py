"""A figure on a set: its value with the 95 % interval of a bootstrap over records (texts, not rows: errors come in clusters)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

import numpy as np

from drawdown.scores import measures
from drawdown.scores.measures import Outcome

LOW, HIGH = 2.5, 97.5


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the scorecard of a set. ``gold`` counts the items judged, ``found`` those that the code told; ratios are 0 to 1.

    ``value``, ``low`` and ``high`` are None where nothing could be judged.
    """

    measure: str
    value: float | None
    gold: int
    low: float | None = None
    high: float | None = None
    precision: float | None = None
    recall: float | None = None
    found: int | None = None

    def row(self) -> dict[str, object]:
        """The figure as the scorecard prints it."""
        return {name: value for name, value in asdict(self).items() if value is not None or name != "found"}


Figures = dict[str, Figure]


def f1(outcomes: Iterable[Outcome]) -> Figure:
    """Precision, recall and F1 over outcomes."""
    return Figure(**measures.prf(outcomes))


def accuracy(outcomes: Iterable[Outcome]) -> Figure:
    """Share of judged items that are right."""
    return Figure(**measures.accuracy(outcomes))


def share(flags: Sequence[bool]) -> Figure:
    """Share of records, one flag each, for which something holds."""
    told = measures.accuracy(Outcome(("", at), tp=flag, fn=not flag) for at, flag in enumerate(flags))
    return Figure(**{**told, "measure": "share"})


def by_label(gold: Sequence[str], told: Sequence[str]) -> Figures:
    """F1 of each label that the gold uses, one label a record."""
    return {label: f1(_of_label(label, gold, told)) for label in sorted(set(gold))}


def macro_f1(gold: Sequence[str], told: Sequence[str]) -> Figure:
    """Mean F1 of the labels that the gold uses, one label a record; the same labels count in every draw of the bootstrap."""
    labels = sorted(set(gold))
    if not labels:
        return Figure("macro F1", None, 0)
    wanted, given = (np.array([[one == label for label in labels] for one in side], dtype=float) for side in (gold, told))
    counts = np.hstack([wanted * given, wanted + given])

    def mean(drawn: np.ndarray) -> float:
        right, both = drawn[: len(labels)], drawn[len(labels) :]
        return float(np.mean(2 * right / np.maximum(both, 1)))

    weights = np.random.default_rng(measures.SEED).multinomial(len(counts), [1 / len(counts)] * len(counts), size=measures.DRAWS)
    low, high = np.percentile([mean(weight @ counts) for weight in weights], [LOW, HIGH])
    return Figure("macro F1", round(mean(counts.sum(axis=0)), 3), len(gold), round(float(low), 3), round(float(high), 3))


def _of_label(label: str, gold: Sequence[str], told: Sequence[str]) -> Iterable[Outcome]:
    for at, (wanted, given) in enumerate(zip(gold, told, strict=True)):
        if label in (wanted, given):
            yield Outcome(("", at), tp=wanted == given, fp=wanted != label, fn=given != label)
