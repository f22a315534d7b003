"""Dates with their grain: EDTF text, first and last day."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

MIN_YEAR, MAX_YEAR = 1, 9998
SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
"""First and last month of each season of EDTF, in the north; winter ends in the next year."""


@dataclass(frozen=True, slots=True)
class Value:
    """A date in EDTF with the days that it allows (None where digits are unknown) and its precision."""

    edtf: str
    earliest: date | None
    latest: date | None
    precision: str


def digits(text: str | None) -> int | None:
    """The number that the digits of a word make ("21st", "1990s"); None without any."""
    found = "".join(character for character in text or "" if character.isdecimal())
    return int(found) if found else None


def year(number: int) -> Value | None:
    """A calendar year."""
    if not MIN_YEAR <= number <= MAX_YEAR:
        return None
    return Value(f"{number:04}", date(number, 1, 1), date(number, 12, 31), "year")


def month(number: int | None, at: int) -> Value | None:
    """A month; of an unknown year when ``number`` is None."""
    if number is None:
        return Value(f"XXXX-{at:02}", None, None, "month")
    if not MIN_YEAR <= number <= MAX_YEAR:
        return None
    return Value(f"{number:04}-{at:02}", date(number, at, 1), date(number, at, last_day(number, at)), "month")


def day(number: int | None, at: int, of: int) -> Value | None:
    """A day; of an unknown year when ``number`` is None. None when the calendar has no such day."""
    if not 1 <= at <= 12 or not 1 <= of <= last_day(number or 2000, at):
        return None
    if number is None:
        return Value(f"XXXX-{at:02}-{of:02}", None, None, "day")
    return on(date(number, at, of))


def on(when: date) -> Value:
    """A known day."""
    return Value(when.isoformat(), when, when, "day")


def span(first: Value, last: Value) -> Value | None:
    """From the beginning of one date to the end of another; None when they stand in the wrong order."""
    if first.earliest and last.latest and first.earliest > last.latest:
        return None
    known = first.earliest is not None and last.latest is not None
    return Value(f"{first.edtf}/{last.edtf}", first.earliest if known else None, last.latest if known else None, "range")


def days(first: date, last: date) -> Value:
    """A run of known days."""
    return Value(f"{first.isoformat()}/{last.isoformat()}", first, last, "range")


def months(first: tuple[int, int], last: tuple[int, int]) -> Value | None:
    """A run of months, each (year, month)."""
    begin, end = month(*first), month(*last)
    return span(begin, end) if begin and end else None


def week(holding: date) -> Value:
    """Monday to Sunday of the week that holds a day."""
    monday = holding - timedelta(days=holding.weekday())
    return days(monday, monday + timedelta(days=6))


def season(number: int, at: int) -> Value | None:
    """A season (EDTF 21 to 24) of a year; its days are those of its whole months in the north."""
    if not MIN_YEAR <= number < MAX_YEAR:
        return None
    first, last = SEASON_MONTHS[at]
    end = number + (last < first)
    return Value(f"{number:04}-{at}", date(number, first, 1), date(end, last, last_day(end, last)), "season")


def decade(first: int) -> Value | None:
    """The ten years from ``first`` on."""
    if not MIN_YEAR <= first <= MAX_YEAR - 9:
        return None
    return Value(f"{first // 10:03}X", date(first, 1, 1), date(first + 9, 12, 31), "decade")


def part(whole: Value, which: str) -> Value | None:
    """The early, middle or late part of a month (thirds at the 10th and 20th), a year, a decade or a century."""
    at = {"early": 0, "mid": 1, "late": 2}[which]
    if whole.precision == "month":
        if whole.earliest is None:
            name, end = whole.edtf, last_day(2000, int(whole.edtf[-2:]))
            first, last = ((1, 10), (11, 20), (21, end))[at]
            return Value(f"{name}-{first:02}/{name}-{last:02}", None, None, "range")
        first, last = ((1, 10), (11, 20), (21, last_day(whole.earliest.year, whole.earliest.month)))[at]
        return days(whole.earliest.replace(day=first), whole.earliest.replace(day=last))
    if whole.precision == "year" and whole.earliest:
        return months((whole.earliest.year, 4 * at + 1), (whole.earliest.year, 4 * at + 4))
    if whole.precision == "decade" and whole.earliest:
        return _years(whole.earliest.year, *((0, 3), (4, 6), (7, 9))[at])
    if whole.precision == "range" and whole.earliest and whole.latest and whole.latest.year - whole.earliest.year == 99:
        return _years(whole.earliest.year, *((0, 32), (33, 65), (66, 99))[at])
    return None


def _years(base: int, first: int, last: int) -> Value | None:
    begin, end = year(base + first), year(base + last)
    return span(begin, end) if begin and end else None


def share(whole: Value, size: int, number: int) -> Value | None:
    """The ``number``-th stretch of ``size`` months of a year; None when the year has none such."""
    if whole.precision != "year" or whole.earliest is None or not 1 <= number <= 12 // size:
        return None
    return months((whole.earliest.year, size * (number - 1) + 1), (whole.earliest.year, size * number))


def last_day(number: int, at: int) -> int:
    """Number of days of a month."""
    return calendar.monthrange(number, at)[1]


def shifted(when: date, count: int, unit: str) -> Value | None:
    """The date ``count`` units from a day, to the grain of the unit: a month away is a month, a year away a year."""
    try:
        match unit:
            case "day" | "night":
                return on(when + timedelta(days=count))
            case "week":
                return week(when + timedelta(weeks=count))
            case "fortnight":
                return week(when + timedelta(weeks=2 * count))
            case "month":
                at = when.year * 12 + when.month - 1 + count
                return month(at // 12, at % 12 + 1)
            case "quarter":
                at = when.year * 12 + when.month - 1 + 3 * count
                return month(at // 12, at % 12 + 1)
            case "year":
                return year(when.year + count)
            case "decade":
                return decade((when.year // 10 + count) * 10)
            case "hour" | "minute" | "second":
                return on(when) if abs(count) < 6 else None
    except OverflowError:
        return None
    return None
