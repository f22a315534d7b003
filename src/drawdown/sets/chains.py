"""Scores of coreference chains: of pairs, MUC, B-cubed, CEAF by entities, and the CoNLL mean of the last three.

Every score is a sum over groups (topics) of four numbers: hits and total for precision, hits and total for recall; the bootstrap draws groups.
Mentions are given, so both sides have the same ones, those alone in their chain included.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from math import comb

import numpy as np
from scipy.optimize import linear_sum_assignment

from drawdown.scores import measures
from drawdown.sets.figures import HIGH, LOW, Figure, Figures

Chains = Mapping[str, str]
"""Chain of each mention."""
Sums = tuple[float, float, float, float]


def figures(groups: Sequence[tuple[Chains, Chains]]) -> Figures:
    """All scores over groups of gold and found chains of the same mentions; ``gold`` counts mentions."""
    told = {name: np.array([score(*group) for group in groups]).reshape(-1, 4) for name, score in SCORES.items()}
    mentions = sum(len(gold) for gold, _ in groups)
    scores = {name: _figure("F1", [sums], mentions) for name, sums in told.items()}
    return {"CoNLL, mean of MUC, B-cubed and CEAF": _figure("mean F1", [told[name] for name in CONLL], mentions), **scores}


def pairwise(gold: Chains, found: Chains) -> Sums:
    """Pairs of mentions in one chain."""
    both = sum(comb(size, 2) for size in _overlaps(gold, found).values())
    in_gold, in_found = (sum(comb(size, 2) for size in Counter(side.values()).values()) for side in (gold, found))
    return both, in_found, both, in_gold


def muc(gold: Chains, found: Chains) -> Sums:
    """Links that hold chains together (Vilain and others, 1995)."""
    parts = _overlaps(gold, found)
    links = len(gold) - len(parts)
    return links, len(gold) - len(set(found.values())), links, len(gold) - len(set(gold.values()))


def b_cubed(gold: Chains, found: Chains) -> Sums:
    """Of every mention, the share of its chain that belongs there (Bagga and Baldwin, 1998)."""
    parts, in_gold, in_found = _overlaps(gold, found), Counter(gold.values()), Counter(found.values())
    precision = sum(size * size / in_found[b] for (_, b), size in parts.items())
    recall = sum(size * size / in_gold[a] for (a, _), size in parts.items())
    return precision, len(gold), recall, len(gold)


def ceaf(gold: Chains, found: Chains) -> Sums:
    """The best pairing of gold and found chains, by the Dice coefficient of their mentions (Luo, 2005: CEAF of entities)."""
    parts, in_gold, in_found = _overlaps(gold, found), Counter(gold.values()), Counter(found.values())
    rows, columns = ({name: at for at, name in enumerate(sorted(side))} for side in (in_gold, in_found))
    alike = np.zeros((len(rows), len(columns)))
    for (a, b), size in parts.items():
        alike[rows[a], columns[b]] = 2 * size / (in_gold[a] + in_found[b])
    best = float(alike[linear_sum_assignment(alike, maximize=True)].sum())
    return best, len(columns), best, len(rows)


SCORES: dict[str, Callable[[Chains, Chains], Sums]] = {"pairs": pairwise, "MUC": muc, "B-cubed": b_cubed, "CEAF of entities": ceaf}
CONLL = ("MUC", "B-cubed", "CEAF of entities")


def _overlaps(gold: Chains, found: Chains) -> Counter[tuple[str, str]]:
    return Counter((chain, found[mention]) for mention, chain in gold.items())


def _figure(measure: str, scores: Sequence[np.ndarray], mentions: int) -> Figure:
    """The mean F1 of some scores, each with a row of sums for each group."""
    groups = len(scores[0])
    if not groups:
        return Figure(measure, None, 0)
    drawn = np.random.default_rng(measures.SEED).multinomial(groups, [1 / groups] * groups, size=measures.DRAWS)
    draws = np.mean([_f1(drawn @ sums) for sums in scores], axis=0)
    low, high = (float(np.percentile(draws, at)) if groups > 1 else None for at in (LOW, HIGH))
    whole = [sums.sum(axis=0, keepdims=True) for sums in scores]
    precision, recall = (float(_ratio(whole[0][:, at], whole[0][:, at + 1])[0]) if len(scores) == 1 else None for at in (0, 2))
    numbers = (float(np.mean([_f1(sums) for sums in whole])), low, high, precision, recall)
    value, low, high, precision, recall = (None if number is None else round(number, 3) for number in numbers)
    return Figure(measure, value, mentions, low, high, precision, recall)


def _f1(sums: np.ndarray) -> np.ndarray:
    precision, recall = _ratio(sums[:, 0], sums[:, 1]), _ratio(sums[:, 2], sums[:, 3])
    return _ratio(2 * precision * recall, precision + recall)


def _ratio(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    share: np.ndarray = np.divide(part, whole, out=np.zeros_like(part, dtype=float), where=whole > 0)
    return share
