"""Distances in days between dated claims, also where a page gives day and month without a year."""

from __future__ import annotations

import polars as pl


def gap() -> pl.Expr:
    """Days between the dates of a pair: 0 or less where both can be true, null where either is undated."""
    dated = _distance("low_a", "high_a", "low_b", "high_b")
    first = pl.min_horizontal(_yearless("a", "b", "low"), _yearless("a", "b", "high"))
    second = pl.min_horizontal(_yearless("b", "a", "low"), _yearless("b", "a", "high"))
    return pl.coalesce(dated, first, second, _both_yearless())


def news_gap() -> pl.Expr:
    """The same for acts of speech of which at least one has no date but that of the page which tells it as news."""
    low = [pl.coalesce(f"low_{side}", f"news_low_{side}") for side in "ab"]
    high = [pl.coalesce(f"high_{side}", f"news_high_{side}") for side in "ab"]
    return pl.max_horizontal(*_known(low)) - pl.min_horizontal(*_known(high))


def width(side: str) -> pl.Expr:
    """Days from the first to the last day that a claim's date allows, 0 for a day; null where it has none."""
    start, stop = _in_year(pl.lit(2000), side)
    return pl.coalesce(pl.col(f"high_{side}") - pl.col(f"low_{side}"), stop - start)


def _known(pair: list[pl.Expr]) -> list[pl.Expr]:
    """Both expressions, null unless both are known."""
    both = pair[0].is_not_null() & pair[1].is_not_null()
    return [pl.when(both).then(side) for side in pair]


def _distance(low_a: str, high_a: str, low_b: str, high_b: str) -> pl.Expr:
    low, high = _known([pl.col(low_a), pl.col(low_b)]), _known([pl.col(high_a), pl.col(high_b)])
    return pl.max_horizontal(*low) - pl.min_horizontal(*high)


def _yearless(bare: str, dated: str, end: str) -> pl.Expr:
    """Gap between a date without year, read in the year of one end of the other's interval, and that interval."""
    start, stop = _in_year(pl.col(f"{end}_{dated}").cast(pl.Int32).cast(pl.Date).dt.year(), bare)
    low, high = pl.col(f"low_{dated}"), pl.col(f"high_{dated}")
    both = start.is_not_null() & low.is_not_null()
    return pl.when(both).then(pl.max_horizontal(start, low) - pl.min_horizontal(stop, high))


def _both_yearless() -> pl.Expr:
    (start_a, stop_a), (start_b, stop_b) = [_in_year(pl.lit(2000), side) for side in "ab"]
    both = start_a.is_not_null() & start_b.is_not_null()
    return pl.when(both).then(pl.max_horizontal(start_a, start_b) - pl.min_horizontal(stop_a, stop_b))


def _in_year(year: pl.Expr, side: str) -> tuple[pl.Expr, pl.Expr]:
    """First and last day, since 1970, of a claim's month (and days) in a year; null without a month."""
    month, day, until = pl.col(f"month_{side}"), pl.col(f"day_{side}"), pl.col(f"until_{side}")
    known = month.is_between(1, 12)
    first = pl.when(known).then(pl.date(year, pl.when(known).then(month).otherwise(1), 1))
    start = first.to_physical() + day.fill_null(1) - 1
    stop = pl.when(day.is_null()).then(first.dt.month_end().to_physical()).otherwise(first.to_physical() + until - 1)
    return start, stop
