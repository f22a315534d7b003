"""Expressions that are measured from another date: the day of publication, or a date told before in the text."""

from __future__ import annotations

import re
from datetime import date, timedelta

from drawdown.entities.times import values
from drawdown.entities.times.grammar import Found
from drawdown.entities.times.page import Page, Resolved, unknown
from drawdown.entities.times.values import Value

NO_PUBLICATION = "relative to the publication date, which the page does not tell"
_SINGULAR = {"centuries": "century"}


def unit(found: Found) -> str:
    """The unit of an expression, singular."""
    word = (found.fields["unit"] or "").lower()
    return _SINGULAR.get(word, word.removesuffix("s"))


def weekday(found: Found, page: Page) -> Resolved:
    """A weekday: the latest before or on the publication day; the coming one where the clause speaks of what is to come."""
    when = page.published
    if when is None:
        return unknown(f"weekday {NO_PUBLICATION}")
    at = page.words.weekday(found.fields["w"] or "")
    which = (found.fields["which"] or "").lower().removeprefix("the ")
    tail = (found.fields["tail"] or "").lower()
    monday = when - timedelta(days=when.weekday())
    if which in ("same", "that"):
        return unknown("weekday of a week that the text tells elsewhere")
    if tail:
        if "that" in tail:
            return unknown("weekday of a week that the text tells elsewhere")
        weeks = {"last": -1, "this": 0, "next": 1}[tail.replace("of ", "").split()[0]]
        return _relative(values.on(monday + timedelta(weeks=weeks, days=at)), f"weekday of the week counted from publication on {when}")
    back = timedelta(days=(when.weekday() - at) % 7)
    forth = timedelta(days=(at - when.weekday()) % 7)
    if which in ("next", "coming", "this coming"):
        return _relative(values.on(when + (forth or timedelta(weeks=1))), f"first such weekday after publication on {when}")
    if which in ("last", "past", "previous", "this past"):
        return _relative(values.on(when - (back or timedelta(weeks=1))), f"last such weekday before publication on {when}")
    if page.to_come(found) or (which == "this" and back > timedelta(days=2)):
        return _relative(values.on(when + forth), f"first such weekday from publication on {when}, clause speaks of what is to come")
    return _relative(values.on(when - back), f"latest such weekday up to publication on {when}")


def deictic(found: Found, page: Page) -> Resolved:
    """Today, yesterday, tomorrow: from the day of publication."""
    if page.published is None:
        return unknown(NO_PUBLICATION)
    word = (found.fields["word"] or "").lower()
    days = {"yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}.get(word, 0)
    return _relative(values.on(page.published + timedelta(days=days)), f"counted from publication on {page.published}")


def calendar(found: Found, page: Page) -> Resolved:
    """Last, this, next week, month, year ...: from the day of publication."""
    when = page.published
    if when is None:
        return unknown(NO_PUBLICATION)
    which = (found.fields["which"] or "").lower().removeprefix("the ")
    step = {"last": -1, "next": 1, "coming": 1, "this coming": 1, "this past": -1}.get(which, 0)
    grain = unit(found)
    reason = f"counted from publication on {when}"
    if grain == "weekend":
        saturday = when - timedelta(days=when.weekday()) + timedelta(days=5)
        back = step < 0 or (step == 0 and when.weekday() < 3 and not page.to_come(found))
        saturday += timedelta(weeks=-1 if back else int(step > 0 and when.weekday() < 5 and which == "next"))
        return _relative(values.days(saturday, saturday + timedelta(days=1)), reason)
    if page.words.has("season", grain):
        return season(found, page, grain)
    if which == "the" and not page.to_come(found):
        return unknown(f"the {grain} may be one that the text tells elsewhere")
    if grain in ("morning", "afternoon", "evening"):
        return _relative(values.on(when + timedelta(days=step)), reason)
    value = values.shifted(when, step, grain)
    if value and found.fields.get("share"):
        return _relative(_share(value, found, page), reason)
    which_part = _EDGES.get((found.fields.get("part") or found.fields.get("edge") or "").lower())
    if value and which_part:
        value = values.part(value, which_part) or value
    return _relative(value, reason) if value else unknown("no such date")


_EDGES = {"early": "early", "beginning": "early", "start": "early", "middle": "mid", "late": "late", "end": "late"}


def _share(whole: Value, found: Found, page: Page) -> Value | None:
    size = {"half": 6, "quarter": 3}[found.fields["share"] or ""]
    nth = found.fields["nth"] or ""
    return values.share(whole, size, 12 // size if nth in ("last", "latter") else page.words.value("ordinal", nth) or 0)


def season(found: Found, page: Page, name: str) -> Resolved:
    """Last, this, next summer: the nearest that has begun before, or begins after, the publication day."""
    when = page.published
    which = (found.fields["which"] or "").lower()
    if when is None or which in ("that", "the same"):
        return unknown(NO_PUBLICATION if when is None else "season of a year that the text tells elsewhere")
    number = page.words.value("season", name.lower()) or 0
    years = [value for number_of in range(when.year - 2, when.year + 3) if (value := values.season(number_of, number))]
    if which == "next":
        chosen = next((value for value in years if value.earliest and value.earliest > when), None)
    elif which in ("last", "this past"):
        chosen = next((value for value in reversed(years) if value.latest and value.latest < when), None)
    else:
        chosen = next((value for value in years if value.latest and value.latest >= when), None)
    return _relative(chosen, f"counted from publication on {when}") if chosen else unknown("no such season")


def anaphor(found: Found, page: Page) -> Resolved:
    """That month, the same day, the following week: from the nearest date told before in the block or the one before it."""
    grain = unit(found)
    which = (found.fields["which"] or "").lower()
    step = {"the following": 1, "the next": 1, "the previous": -1, "the preceding": -1}.get(which, 0)
    if after := found.fields.get("after"):
        step = 1 if after in ("after", "later") else -1
    anchor = _anchor(page, grain)
    if anchor is None:
        return unknown(f"no date before it that tells the {grain}")
    if step == 0 and grain == "week":
        return _relative(values.week(anchor), f"the week of {anchor}, told before")
    value = values.shifted(anchor, step, _DAYLIKE.get(grain, grain))
    return _relative(value, f"counted from {anchor}, told before") if value else unknown("no such date")


_DAYLIKE = {"night": "day", "morning": "day", "afternoon": "day"}
_GRAINS = {
    "day": ("day",),
    "week": ("day", "range"),
    "month": ("day", "month"),
    "year": ("day", "month", "season", "year", "range"),
    "decade": ("day", "month", "season", "year", "decade"),
}


def _anchor(page: Page, grain: str) -> date | None:
    value = page.last(*_GRAINS.get(_DAYLIKE.get(grain, grain), ("day",)))
    return value.earliest if value else None


def year_of(reference: str, page: Page) -> tuple[int | None, str]:
    """The year that `of that year`, `last year` refers to, and the evidence."""
    word = re.sub(r"^of\s+", "", reference.lower()).split()[0:2]
    head = " ".join(word).removesuffix(" year")
    if head in ("this", "last", "next"):
        if page.published is None:
            return None, NO_PUBLICATION
        return page.published.year + {"last": -1, "this": 0, "next": 1}[head], f"counted from publication on {page.published}"
    anchor = _anchor(page, "year")
    if anchor is None:
        return None, "no date before it that tells the year"
    step = {"the following": 1, "the next": 1, "the previous": -1}.get(head, 0)
    return anchor.year + step, f"year of {anchor.year}, told before"


def offset(found: Found, page: Page, later: Value | None) -> Resolved:
    """Three years ago, two days later, four years after ...; ``later`` is the next date of the same sentence."""
    count = page.words.number(found.fields["n"] or "")
    direction = (found.fields["dir"] or "").lower()
    grain = unit(found)
    hedge = (found.fields["more"] or "").lower()
    if count is None or page.words.has("unbounded", hedge):
        return unknown("the count is vague")
    if direction in ("ago", "from now", "hence"):
        if page.published is None:
            return unknown(NO_PUBLICATION)
        anchor, reason = page.published, f"counted from publication on {page.published}"
    else:
        known = later.earliest if later and direction in ("before", "after", "since", "prior to") else None
        told = direction in ("earlier", "later", "previously") or (direction in ("before", "after") and not _of_something(found, page))
        before = page.last("day", "month", "year") if told and known is None else None
        near = known or (before.earliest if before else None)
        if near is None:
            return unknown("no date in the text to count from")
        anchor, reason = near, f"counted from {later.edtf if known and later else before.edtf if before else near}, told in the text"
    if found.fields.get("half") or found.fields.get("and_half"):
        if grain != "year":
            return unknown("a count and a half, of a unit that is not halved")
        count, grain = 12 * count + 6, "month"
    sign = -1 if direction in ("ago", "earlier", "before", "prior", "prior to", "previously") else 1
    value = values.shifted(anchor, sign * count, grain)
    if value is None:
        return unknown("no such date")
    if hedge and re.fullmatch(r"\d{4}(-\d\d){0,2}", value.edtf):
        value = Value(value.edtf + "~", value.earliest, value.latest, value.precision)
    return _relative(value, reason)


def _of_something(found: Found, page: Page) -> bool:
    """Whether words follow that say before or after what: then no date told before is meant."""
    return re.match(r"[ \t\u00a0]+\w", page.article.text[found.end : found.end + 4]) is not None


def _relative(value: Value | None, reason: str) -> Resolved:
    return Resolved(value, "relative", reason) if value else unknown("no such date")
