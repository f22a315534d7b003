"""Where the running text of a page lies: the stretch of lines with the most prose for the least furniture."""

from __future__ import annotations

from collections.abc import Sequence

from drawdown.articles import dates
from drawdown.articles.forms import Said
from drawdown.articles.lines import Line

_COST = {
    "boilerplate": -9.0,
    "url": -6.0,
    "related": -3.0,
    "tag": -8.0,
    "clock": -6.0,
    "byline": -4.0,
    "credit": -2.0,
    "footnote": 0.0,
    "caption": 0.0,
}
_PLAIN_COST = -3.0
_LIST_COST = -4.0
_END_COST = -60.0
_MOST = 80.0
_TOLL = 3.0
_LISTED = 1.0
_ANNOUNCED = 0.5
_DATED = 2
_DATED_COST = -25.0
_ALONE = 0.5
_COMPANY = 5.0
_OPENING = 15.0


def weights(lines: Sequence[Line], said: Sequence[Said | None]) -> list[float]:
    """What each line is worth to the running text.

    Prose that stands alone between other things is worth less than prose in company,
    and prose behind a byline more.
    """
    plain = [weigh(line, found) for line, found in zip(lines, said, strict=True)]
    company = _company(lines, plain)
    found = []
    dated = 0
    listing = False
    for index, weight in enumerate(plain):
        listing = _announces(lines[index], said[index]) or (listing and lines[index].bullet and said[index] is None)
        if listing and lines[index].bullet and weight < 0:
            weight = _ANNOUNCED
        dated += _is_dated(lines[index], said[index])
        if dated > _DATED and _is_dated(lines[index], said[index]):
            weight = _DATED_COST
        if weight > 0 and not company[index]:
            weight *= _ALONE
        if weight > 0 and any(_opens(said[at]) for at in range(max(0, index - 3), index)):
            weight += _OPENING
        found.append(weight)
    return found


def _announces(line: Line, said: Said | None) -> bool:
    """Running text that ends in a colon: the bullets behind it belong to it."""
    return said is None and line.text.endswith(":") and line.words >= 5 and line.density >= 0.2


def _company(lines: Sequence[Line], plain: Sequence[float]) -> list[bool]:
    """Whether prose stands right before or behind each line; labels that interrupt running text are looked through."""
    kept = [index for index, line in enumerate(lines) if line.label is None or line.label.effect != "interrupts"]
    found = [True] * len(lines)
    for at, index in enumerate(kept):
        beside = (*kept[max(0, at - 1) : at], *kept[at + 1 : at + 2])
        found[index] = any(plain[other] >= _COMPANY for other in beside)
    return found


def _is_dated(line: Line, said: Said | None) -> bool:
    """A date or an age on a line of its own: a page dates its article once or twice, a list of stories or comments each entry."""
    return said is not None and said[0] == "clock" and (line.text.lower().endswith("ago") or bool(dates.moments(line.text)))


def _opens(said: Said | None) -> bool:
    return said is not None and said[0] == "byline"


def weigh(line: Line, said: Said | None) -> float:
    """What a line alone is worth to the running text: its words if it is prose, a cost if not."""
    if line.label and line.label.effect == "ends_article":
        return _END_COST
    if line.label and line.label.effect == "interrupts":
        return 0.0
    if said is not None and said[0] != "body":
        return _COST.get(said[0], -5.0)
    if line.talk >= 1 and line.talk * 30 > line.words:
        return -min(float(line.words), _MOST) - 2
    if line.prose:
        worth = min(float(line.words), _MOST) - _TOLL
        return _LISTED if line.bullet else worth
    if line.teaser or line.bullet:
        return _LIST_COST
    if line.ended and line.words >= 5:
        return (0.3 * line.words - 1) if not line.quoted or line.density < 0.2 else 0.6 * line.words
    return _PLAIN_COST if line.words <= 6 else -2.0


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
