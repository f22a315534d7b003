"""Whether confidence is a probability: of the event mentions with confidence p, is the share p right?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import sqrt
from typing import Any

from drawdown.calibration import Cells, Judged, cell, fit
from drawdown.scores import cards
from drawdown.scores.cards import Measures
from drawdown.scores.matching import Row

PREFIX = "confidence on "
"""How the names of these parts of the scorecard begin; they are no part of ``metrics.json`` and have no floors."""

Z = 1.96

Forecast = tuple[float, float, bool]
"""Confidence as the tables give it, confidence as it is tested here, and whether the event mention was right."""


def parts(judgements: Sequence[Row], cells: Cells, gold: Sequence[Row], found: Sequence[Row]) -> dict[str, Measures]:
    """Reliability on judged unseen news, each article, then each set of pages, forecast from the others; and on the annotated pages, which
    have no part in the fit."""
    apart = left_out(judgements, cells, "drawn_from")
    return {
        f"{PREFIX}unseen news": shares(judgements) | reliability(left_out(judgements, cells, "article_id")),
        **{
            f"{PREFIX}unseen news, {name} pages forecast from the others": reliability(
                [forecast for forecast, row in zip(apart, judgements, strict=True) if row["drawn_from"] == name]
            )
            for name in sorted({row["drawn_from"] for row in judgements})
        },
        f"{PREFIX}the annotated pages": reliability(annotated(gold, found)),
    }


def left_out(judgements: Sequence[Row], cells: Cells, group: str) -> list[Forecast]:
    """Each judged event mention with the confidence that the judgements of all other groups (a column's values) give it."""
    judged = [(row[group], Judged(**{name: row[name] for name in Judged.__slots__})) for row in judgements]
    fits = {one: fit(cells, [row for home, row in judged if home != one]) for one in {home for home, _ in judged}}
    return [(_confidence(cells, row), _confidence(fits[home], row), row.right) for home, row in judged]


def _confidence(cells: Cells, row: Judged) -> float:
    return cell(cells, row.prior, row.tense, row.realis).confidence


def annotated(gold: Sequence[Row], found: Sequence[Row]) -> list[Forecast]:
    """Each found event mention with its confidence; right where type and trigger match the annotation."""
    matched = {f for _, f in cards.event_pairs(gold, found)}
    return [(row["confidence"], row["confidence"], index in matched) for index, row in enumerate(found)]


def shares(judgements: Sequence[Row]) -> Measures:
    """Share of all event mentions that is right, estimated from the strata drawn (``stands_for``), for each set of pages."""
    drawn: dict[str, dict[float, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for row in judgements:
        drawn[row["drawn_from"]][row["stands_for"]].append(row["right"])
    return {f"right, {name} pages": _stratified(strata) for name, strata in sorted(drawn.items())}


def reliability(forecasts: Sequence[Forecast]) -> Measures:
    """For each confidence of the tables (there are as many as cells): mean tested confidence, share right with its 95 % interval (Wilson).

    Then the Brier score, the same if every row had the share of all, and the expected calibration error: better the lower they are.
    """
    if not forecasts:
        return {}
    bins: dict[float, list[Forecast]] = defaultdict(list)
    for forecast in forecasts:
        bins[forecast[0]].append(forecast)
    rows = {f"{shown:.3f}": _bin(bins[shown]) for shown in sorted(bins)}
    total = len(forecasts)
    share = sum(right for *_, right in forecasts) / total
    gap = sum(row["gold"] * abs(row["mean"] - row["value"]) for row in rows.values()) / total
    brier = sum((tested - right) ** 2 for _, tested, right in forecasts) / total
    return rows | {
        "Brier score": _lower(brier, total),
        "Brier score of one figure for all": _lower(share * (1 - share), total),
        "calibration error": _lower(gap, total),
    }


def _bin(forecasts: Sequence[Forecast]) -> dict[str, Any]:
    n, right = len(forecasts), sum(right for *_, right in forecasts)
    low, high = _wilson(right, n)
    mean = sum(tested for _, tested, _ in forecasts) / n
    return {"measure": "share right", "value": round(right / n, 3), "low": low, "high": high, "gold": n, "mean": round(mean, 3)}


def _lower(value: float, n: int) -> dict[str, Any]:
    return {"measure": "lower is better", "value": round(value, 3), "low": None, "high": None, "gold": n}


def _wilson(right: int, n: int) -> tuple[float, float]:
    """95 % interval of a share."""
    share = right / n
    middle, spread = share + Z**2 / (2 * n), Z * sqrt(share * (1 - share) / n + Z**2 / (4 * n**2))
    return round((middle - spread) / (1 + Z**2 / n), 3), round((middle + spread) / (1 + Z**2 / n), 3)


def _stratified(strata: dict[float, list[bool]]) -> dict[str, Any]:
    """Weighted share with its normal 95 % interval."""
    sizes = {weight: weight * len(drawn) for weight, drawn in strata.items()}
    total, value, variance = sum(sizes.values()), 0.0, 0.0
    for weight, drawn in sorted(strata.items()):
        share, part = sum(drawn) / len(drawn), sizes[weight] / total
        value += part * share
        variance += part**2 * share * (1 - share) / max(1, len(drawn) - 1)
    spread = Z * sqrt(variance)
    return {
        "measure": "share right",
        "value": round(value, 3),
        "low": round(max(0.0, value - spread), 3),
        "high": round(min(1.0, value + spread), 3),
        "gold": sum(len(drawn) for drawn in strata.values()),
    }
