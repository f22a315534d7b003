"""Where the running text of a page lies: the stretch of lines with the most prose for the least furniture."""

from __future__ import annotations

from collections.abc import Sequence

from drawdown.articles.forms import Said
from drawdown.articles.lines import Line

_COST = {"boilerplate": -9.0, "url": -6.0, "related": -6.0, "tag": -8.0, "clock": -6.0, "byline": -4.0, "credit": -2.0, "footnote": 0.0}
_PLAIN_COST = -3.0
_LIST_COST = -4.0
_END_COST = -60.0
_MOST = 80.0


def weigh(line: Line, said: Said | None) -> float:
    """What a line is worth to the running text: its words if it is prose, a cost if not."""
    if line.label and line.label.effect == "ends_article":
        return _END_COST
    if said is not None and said[0] != "body":
        return _COST.get(said[0], -5.0)
    if line.talk >= 1 and line.talk * 30 > line.words:
        return -min(float(line.words), _MOST) - 2
    if line.prose:
        worth = min(float(line.words), _MOST)
        return worth * 0.3 if line.bullet else worth
    if line.bullet:
        return _LIST_COST
    return -1.0 if line.ended and line.density > 0.2 else _PLAIN_COST


def find(weights: Sequence[float]) -> tuple[int, int] | None:
    """First and one past the last line of the heaviest stretch, the earliest of equals; None where no line is prose."""
    best, best_span = 0.0, None
    running, start = 0.0, 0
    for index, weight in enumerate(weights):
        if running <= 0:
            running, start = 0.0, index
        running += weight
        if running > best:
            best, best_span = running, (start, index + 1)
    return best_span
