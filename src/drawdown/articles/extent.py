"""Where the running text of a page lies: the stretch of lines with the most prose for the least furniture."""

from __future__ import annotations

from collections.abc import Sequence

from drawdown.articles import dates
from drawdown.articles.forms import Said, Told, having
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
_EFFECT_WORTH = {"ends_article": -60.0, "interrupts": 0.0}
_ANNOUNCED = 0.5
_DATED = 2
_DATED_COST = -25.0
_ALONE = 0.5
_COMPANY = 5.0
_OPENING = 15.0


def weights(lines: Sequence[Line], said: Told, worth: Sequence[float]) -> list[float]:
    """What each line is worth to the running text where it stands; ``worth``: what it is worth alone, as :func:`weigh` gives it.

    Bullets behind a colon belong to the text, dates of a list do not. Prose that stands alone between other things is worth less
    than prose in company, and prose behind a byline more.
    """
    found = list(worth)
    prose = [index for index, weight in enumerate(worth) if weight > 0]
    announced = [index for index in prose if lines[index].text[-1] == ":" and index not in said and _announces(lines[index])]
    for index in announced:
        for at in _bullets(lines, said, index if lines[index].bullet else index + 1):
            found[at] = max(found[at], _ANNOUNCED)
    clocks = having(said, "clock")
    dated = [index for index in clocks if _is_dated(lines[index])] if len(clocks) > _DATED else []
    for index in dated[_DATED:]:
        found[index] = _DATED_COST
    opened = {behind for index in having(said, "byline") for behind in range(index + 1, index + 4)}
    company = [0.0, *worth, 0.0]
    for index in [index for index, weight in enumerate(found) if weight > 0] if announced else prose:
        among = company[index] >= _COMPANY or company[index + 2] >= _COMPANY or _in_company(lines, company, index)
        found[index] = found[index] * (1.0 if among else _ALONE) + (_OPENING if index in opened else 0.0)
    return found


def _announces(line: Line) -> bool:
    """Running text that ends in a colon: the bullets behind it belong to it."""
    return line.words >= 5 and line.density >= 0.2


def _bullets(lines: Sequence[Line], said: Told, start: int) -> range:
    """The run of bullets, of no other role, from a line on."""
    end = start
    while end < len(lines) and lines[end].bullet and end not in said:
        end += 1
    return range(start, end)


def _in_company(lines: Sequence[Line], company: Sequence[float], index: int) -> bool:
    """Whether prose stands before or behind a line beyond the labels that interrupt running text, or the line is such a label;
    ``company``: what the lines are worth, with nothing before the first and behind the last."""
    before, after = index - 1, index + 1
    if _interrupts(lines[index]):
        return True
    while before >= 0 and _interrupts(lines[before]):
        before -= 1
    while after < len(lines) and _interrupts(lines[after]):
        after += 1
    return company[before + 1] >= _COMPANY or company[after + 1] >= _COMPANY


def _interrupts(line: Line) -> bool:
    return line.label is not None and line.label.effect == "interrupts"


def _is_dated(line: Line) -> bool:
    """A clock with a date or an age on a line of its own: a page dates its article once or twice, a list of stories or comments each entry."""
    return line.normal.endswith("ago") or dates.has_date(line.text)


def weigh(line: Line, said: Said | None) -> float:
    """What a line alone is worth to the running text in its role."""
    if line.label is not None and line.label.effect in _EFFECT_WORTH:
        return _EFFECT_WORTH[line.label.effect]
    if said is not None and said[0] != "body":
        return _COST.get(said[0], -5.0)
    return line.worth


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
