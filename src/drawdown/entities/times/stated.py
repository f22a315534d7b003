"""Expressions that print their date, whole or in part, and the missing year where the page gives evidence of it."""

from __future__ import annotations

import re
from datetime import date

from drawdown.entities.times import relative, values
from drawdown.entities.times.grammar import Found
from drawdown.entities.times.page import Page, Resolved, unknown
from drawdown.entities.times.values import Value


def _stated(value: Value | None, reason: str) -> Resolved:
    return Resolved(value, "stated", reason) if value else unknown("the calendar has no such date")


def iso(found: Found, _page: Page) -> Resolved:
    """2020-01-03."""
    return _stated(values.day(*(int(found.fields[name] or 0) for name in "ymd")), "date in digits, ISO order")


def numeric(found: Found, _page: Page) -> Resolved:
    """03.01.2020 is day first; with slashes the day must be above 12 to tell the order."""
    first, second, year = (int(found.fields[name] or 0) for name in ("a", "b", "y"))
    year += (2000 if year < 70 else 1900) if year < 100 else 0
    if found.fields["sep"] == "." or first > 12 or first == second:
        return _stated(values.day(year, second, first), "date in digits, day first")
    if second > 12:
        return _stated(values.day(year, first, second), "date in digits, month first")
    return unknown("date in digits: day and month could be either")


def numeric_day(found: Found, page: Page) -> Resolved:
    """03.01. without a year."""
    return _day(int(found.fields["b"] or 0), int(found.fields["a"] or 0), found, page)


def on_date(found: Found, page: Page) -> Resolved:
    """Day and month, with or without weekday and year."""
    fields = found.fields
    day, month, year = values.digits(fields["d"]) or 0, page.words.month(fields["m"] or ""), values.digits(fields["y"])
    if year is not None:
        return _stated(values.day(year, month, day), "day, month and year printed")
    if reference := fields.get("ref"):
        number, reason = relative.year_of(reference, page)
        value = values.day(number, month, day)
        return Resolved(value, "relative", reason) if number and value else unknown(reason)
    return _day(month, day, found, page)


def _day(month: int, day: int, found: Found, page: Page) -> Resolved:
    bare = values.day(None, month, day)
    if bare is None:
        return unknown("the calendar has no such date")
    printed = found.fields.get("w")
    weekday = page.words.weekday(printed) if printed else None
    candidates: list[Value] = []
    for year in _years(page):
        value = values.day(year, month, day)
        if value and value.earliest and weekday in (None, value.earliest.weekday()):
            candidates.append(value)
    published = page.published
    if weekday is not None and published is not None and candidates:
        nearest = min(candidates, key=lambda value: abs((value.earliest or date.max) - published))
        return Resolved(nearest, "inferred", f"year not printed: the nearest to publication on {published} with this weekday")
    return _chosen(candidates, bare, found, page)


def _years(page: Page) -> range:
    """Years near the publication, from which a missing year is chosen; reaches back to the last leap year."""
    return range(page.published.year - 8, page.published.year + 5) if page.published else range(0)


def _chosen(candidates: list[Value], bare: Value, found: Found, page: Page) -> Resolved:
    when = page.published
    if when is None:
        same = sorted({full for full in page.full_dates if bare.edtf == f"XXXX-{full:%m-%d}"})
        if len(same) == 1:
            return Resolved(values.on(same[0]), "inferred", "year from the same day and month elsewhere on the page")
        return Resolved(bare, "stated", "year not told on the page")
    if (told := _told_year(found, page)) is not None:
        match = next((value for value in candidates if value.earliest and value.earliest.year == told), None)
        match = match or values.month(told, int(bare.edtf[5:7])) if bare.precision == "month" else match
        if match:
            return Resolved(match, "inferred", f"year from {told}, told in the sentence before")
    if page.to_come(found):
        chosen = next((value for value in candidates if value.latest and value.latest >= when), None)
        reason = f"first from publication on {when}, clause speaks of what is to come"
    else:
        chosen = next((value for value in reversed(candidates) if value.earliest and value.earliest <= when), None)
        reason = f"latest up to publication on {when}"
    return Resolved(chosen, "inferred", f"year not printed: {reason}") if chosen else Resolved(bare, "stated", "year not told on the page")


def _told_year(found: Found, page: Page) -> int | None:
    """The year of a story long past that the sentence, or the one before it in the same block, is telling."""
    if page.published is None or not page.told:
        return None
    before, resolved = page.told[-1]
    start, _ = page.sentence(found.start)
    previous, _ = page.sentence(max(start - 2, 0))
    if resolved.value is None or resolved.value.earliest is None or before.start < max(previous, page.block_start(found.start)):
        return None
    year = resolved.value.earliest.year
    printed = before.fields.get("y") or resolved.basis == "inferred"
    return year if printed and resolved.value.precision in ("day", "month", "year") and year < page.published.year - 1 else None


def in_month(found: Found, page: Page) -> Resolved:
    """A month, with or without year, whole or in part."""
    fields = found.fields
    month, year = page.words.month(fields["m"] or ""), values.digits(fields.get("y"))
    if year is not None:
        return _part(_stated(values.month(year, month), "month and year printed"), found)
    if reference := fields.get("ref"):
        number, reason = relative.year_of(reference, page)
        return _part(Resolved(values.month(number, month), "relative", reason), found) if number else unknown(reason)
    candidates = [value for number in _years(page) if (value := values.month(number, month))]
    bare = values.month(None, month)
    assert bare is not None
    which = (fields.get("which") or "").lower()
    if which and page.published:
        return _part(_near_month(which, candidates, page.published), found)
    return _part(_chosen(candidates, bare, found, page), found)


def _near_month(which: str, candidates: list[Value], when: date) -> Resolved:
    if which == "next":
        chosen = next((value for value in candidates if value.earliest and value.earliest > when), None)
    elif which == "this":
        chosen = next((value for value in candidates if value.earliest and value.earliest.year == when.year), None)
    else:
        chosen = next((value for value in reversed(candidates) if value.latest and value.latest < when), None)
    return Resolved(chosen, "relative", f"counted from publication on {when}") if chosen else unknown("no such month")


def _part(resolved: Resolved, found: Found) -> Resolved:
    word = (found.fields.get("part") or "").lower()
    if not word or resolved.value is None:
        return resolved
    which = "mid" if word.startswith("mid") or "middle" in word else "late" if "late" in word or "end" in word else "early"
    value = values.part(resolved.value, which)
    return Resolved(value, resolved.basis, f"{resolved.reason}; {which} part of it") if value else resolved


def in_year(found: Found, _page: Page) -> Resolved:
    """A year, whole or in part."""
    return _part(_stated(values.year(values.digits(found.fields["y"]) or 0), "year printed"), found)


def named_day(_found: Found, _page: Page) -> Resolved:
    """The day whose name means one year only: the September 11 attacks."""
    return Resolved(values.day(2001, 9, 11), "inferred", "the day is named for the attacks of 2001")


def feast(found: Found, page: Page) -> Resolved:
    """New Year's Day, Christmas Eve: feasts with a fixed day."""
    name = re.sub(r"\s+", " ", (found.fields["feast"] or "").replace("\u2019", "'"))
    month, day = divmod(page.words.value("feast", name) or 0, 100)
    if (year := values.digits(found.fields["y"])) is not None:
        return _stated(values.day(year, month, day), "feast with a fixed day, and year printed")
    return _day(month, day, found, page)


def in_season(found: Found, page: Page) -> Resolved:
    """A season of a printed year, or this, last, next one."""
    name = (found.fields["s"] or "").lower()
    number = page.words.value("season", name)
    if number and (year := values.digits(found.fields.get("y"))):
        return _stated(values.season(year, number), "season and year printed")
    return relative.season(found, page, name)


def in_decade(found: Found, page: Page) -> Resolved:
    """The 1990s, the '90s, the nineties."""
    if tens := found.fields.get("tens"):
        year = 1900 + 10 * (page.words.value("tens", tens.lower()) or 0)
    else:
        year = values.digits(found.fields["y"]) or 0
        year += (1900 if year > 20 else 2000) if year < 100 else 0
    return _part(_stated(values.decade(year), "decade printed"), found)


def in_century(found: Found, page: Page) -> Resolved:
    """The 20th century: 1901 to 2000."""
    number = values.digits(found.fields["n"]) or page.words.value("century", (found.fields["ordinal"] or "").lower()) or 0
    first, last = values.year(100 * number - 99), values.year(100 * number)
    return _part(_stated(values.span(first, last) if first and last else None, "century printed"), found)


def share_of_year(found: Found, page: Page) -> Resolved:
    """A half or quarter of a printed year."""
    year, name = values.digits(found.fields["y"]) or 0, (found.fields["unit"] or "").lower()
    if name == "months" and (count := page.words.number(found.fields.get("k") or "")) and count <= 12:
        last = (found.fields["n"] or "").lower() == "last"
        return _stated(values.months((year, 13 - count if last else 1), (year, 12 if last else count)), "months of a printed year")
    size = {"half": 6, "h": 6, "quarter": 3, "q": 3}.get(name)
    if size is None:
        return _stated(values.year(year), "year printed; which part of it is vague")
    word = (found.fields["n"] or "").lower()
    number = 12 // size if word == "last" else page.words.value("ordinal", word) or values.digits(word) or 0
    whole = values.year(year)
    value = values.share(whole, size, number) if whole else None
    return _stated(value, "part of a printed year") if value else unknown("no such part of a year")
