"""When an article was published: every date that the page gives for itself, weighed.

A clock at the top of a saved page may show when it was saved, so the day in the address, a declared date and a date under the
headline all come before it; what disagrees is kept as a conflict.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from drawdown.articles import dates
from drawdown.articles.dates import Moment
from drawdown.articles.readings import Reading, Said

_PUBLISHED = re.compile(r"\b(?:published|posted|issued|released|first published)\b", re.IGNORECASE)
_BEHIND = 12
_NOWHERE = sys.maxsize


def readings(url: Reading | None, printed: Said, page: Mapping[str, Any]) -> list[Reading]:
    """Readings of the publication date, EDTF, best first; ``url`` is the page's address as read.

    When the first is a conflict, no date can be taken.
    """
    day = dates.in_url(url.value) if url else None
    from_url = [Reading(day.isoformat(), "url", url.value, url.start, url.end)] if day and url else []
    meta, told = (_declared(page, basis) for basis in ("meta", "sources"))
    clocks = _clocks(printed, day)
    ranked = [*meta, *from_url, *clocks, *told]
    valid = [reading for reading in ranked if not reading.conflict]
    if not valid:
        return ranked
    best = valid[0]
    others = [
        replace(reading, conflict=reading.conflict or reading.value[:10] != best.value[:10]) for reading in ranked if reading is not best
    ]
    return [best, *others]


def _declared(page: Mapping[str, Any], basis: str) -> list[Reading]:
    given = page["published"]
    if not given or page["published_basis"] != basis:
        return []
    found = dates.declared(given)
    if len(found) == 1:
        return [Reading(found[0].edtf, basis, given)]
    return [Reading(given, basis, given, conflict=True)]


def _clocks(printed: Said, day: date | None) -> list[Reading]:
    """Dates on lines of their own and in bylines: those that say ``published``, then those under the headline, then the others above
    the running text. Behind the article only what says ``published`` counts."""
    title = next((line.ordinal for line in printed.get("title", ())), None)
    body = [line.ordinal for line in printed.get("body", ())]
    first, last = (body[0], body[-1]) if body else (_NOWHERE, _NOWHERE)
    found: list[tuple[int, int, Reading]] = []
    for line in (*printed.get("clock", ()), *printed.get("byline", ())):
        says = bool(_PUBLISHED.search(line.text))
        if line.ordinal > last and not (says and line.ordinal <= last + _BEHIND):
            continue
        moment = _moment(line.text, day)
        if moment is None:
            continue
        under = title is not None and title < line.ordinal <= first + 2
        reading = Reading(moment.edtf, "header_clock", line.text, line.start, line.start + len(line.text))
        found.append((0 if says else 1 if under else 2, line.ordinal, reading))
    return [reading for _, _, reading in sorted(found, key=lambda item: item[:2])]


def _moment(line: str, day: date | None) -> Moment | None:
    """The moment that a line shows. Where it can be read in two ways, the day of the address decides; without one, nothing is read."""
    found = dates.moments(line) or dates.slashed(line)
    agreeing = [moment for moment in found if moment.day == day]
    if len(agreeing) == 1:
        return agreeing[0]
    return found[0] if len(found) == 1 else None
