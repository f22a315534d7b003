"""Expressions with a first and a last date."""

from __future__ import annotations

from drawdown.entities.times import values
from drawdown.entities.times.grammar import Found
from drawdown.entities.times.page import Page, Resolved, unknown
from drawdown.entities.times.stated import on_date
from drawdown.entities.times.values import Value


def of_days(found: Found, page: Page) -> Resolved:
    """3-5 May 2020, between 3 and 5 May, from 30 April to 5 May 2020."""
    fields = found.fields
    month1, month2 = fields["m1"] or fields["m2"] or "", fields["m2"] or fields["m1"] or ""
    year2 = values.digits(fields["y2"] or fields["y1"])
    basis, reason = "stated", "both days printed"
    day1, day2 = values.digits(fields["d1"]) or 0, values.digits(fields["d2"]) or 0
    if year2 is None:
        end = on_date(Found(found.start, found.end, "date", {"d": fields["d2"], "m": month2, "y": None}), page)
        if end.value is None:
            return end
        year2, basis, reason = (end.value.latest.year if end.value.latest else None), end.basis, end.reason
    crosses = year2 is not None and page.words.month(month1) > page.words.month(month2)
    year1 = values.digits(fields["y1"]) or (year2 - crosses if year2 is not None else None)
    return _joined(values.day(year1, page.words.month(month1), day1), values.day(year2, page.words.month(month2), day2), basis, reason)


def of_months(found: Found, page: Page) -> Resolved:
    """January-March 2020, between May and June of 2020."""
    fields = found.fields
    first, last = page.words.month(fields["m1"] or ""), page.words.month(fields["m2"] or "")
    year2 = values.digits(fields["y2"])
    if year2 is None:
        return _joined(
            values.month(values.digits(fields["y1"]), first), values.month(None, last), "stated", "both months printed, year not"
        )
    year1 = values.digits(fields["y1"]) or year2 - (first > last)
    return _joined(values.month(year1, first), values.month(year2, last), "stated", "both months printed")


def of_years(found: Found, _page: Page) -> Resolved:
    """2014-2018, 2014-18, between 2014 and 2018."""
    first, last = values.digits(found.fields["y1"]) or 0, values.digits(found.fields["y2"]) or 0
    if last < 100:
        last += first - first % 100
    return _joined(values.year(first), values.year(last), "stated", "both years printed")


def _joined(first: Value | None, last: Value | None, basis: str, reason: str) -> Resolved:
    if first is None or last is None:
        return unknown("the calendar has no such date")
    value = values.span(first, last)
    return Resolved(value, basis, reason) if value else unknown("the range ends before it begins")
