"""Times of an article: where the text says when or how long, and the days that this allows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from drawdown.entities.article import Article
from drawdown.entities.times import filters, grammar, ranges, relative, stated, words
from drawdown.entities.times.grammar import Found
from drawdown.entities.times.page import Page, Resolved, published, unknown
from drawdown.entities.times.values import Value
from drawdown.entities.times.words import Words

_Rule = Callable[[Found, Page], Resolved]


def _rules() -> dict[str, _Rule]:
    """The resolver of each rule of the grammar; rules without one tell a length, not a date."""
    return {
        "iso": stated.iso,
        "feast": stated.feast,
        "numeric": stated.numeric,
        "numeric_day": stated.numeric_day,
        "named_day": stated.named_day,
        "date": stated.on_date,
        "month": stated.in_month,
        "season": stated.in_season,
        "year": stated.in_year,
        "decade": stated.in_decade,
        "century": stated.in_century,
        "share_of_year": stated.share_of_year,
        "day_range": ranges.of_days,
        "day_pair": ranges.of_days,
        "season_year": ranges.of_years,
        "month_range": ranges.of_months,
        "year_range": ranges.of_years,
        "weekday": relative.weekday,
        "deictic": relative.deictic,
        "calendar": relative.calendar,
        "anaphor": relative.anaphor,
    }


@dataclass(frozen=True, slots=True)
class Calendar:
    """What is known of times: the words, and the patterns that hold them."""

    words: Words
    patterns: grammar.Patterns


def read(folder: Path) -> Calendar:
    """The words and patterns of ``folder/time_words.csv``."""
    known = words.read(folder)
    return Calendar(known, grammar.compiled(known))


def find(article: Article, doc: Doc, calendar: Calendar) -> list[dict[str, Any]]:
    """Rows of `time_expressions`, in order of the text. Offsets of ``doc`` are those of ``article.text``.

    Nothing is filled in from today: without a publication date (to the day) what is relative to it stays unknown.
    """
    rules = _rules()
    candidates = grammar.find(article.text, calendar.patterns)
    page = Page(article, doc, calendar.words, published(article), _full_dates(candidates, rules, article, doc, calendar.words))
    found = [one for one in candidates if filters.tells_time(one, page)]
    rows = []
    for index, one in enumerate(found):
        resolved = _resolve(one, found[index + 1] if index + 1 < len(found) else None, page, rules)
        page.told.append((one, resolved))
        row = article.span("t", "time_id", one.start, one.end)
        if row is not None:
            rows.append(row | _date(resolved))
    return rows


def _resolve(one: Found, following: Found | None, page: Page, rules: dict[str, _Rule]) -> Resolved:
    if one.rule == "offset":
        return relative.offset(one, page, _later(one, following, page, rules))
    rule = rules.get(one.rule)
    return rule(one, page) if rule else unknown("a length of time, or a vague distance")


def _later(one: Found, following: Found | None, page: Page, rules: dict[str, _Rule]) -> Value | None:
    """The date that follows in the same sentence, where it is printed."""
    if following is None or following.start >= page.sentence(one.start)[1] or following.rule not in ("iso", "date", "month", "year"):
        return None
    return rules[following.rule](following, page).value


def _full_dates(found: list[Found], rules: dict[str, _Rule], article: Article, doc: Doc, known: Words) -> frozenset[date]:
    """Days that the page prints with their year: evidence for those without."""
    page = Page(article, doc, known, None, frozenset())
    whole = (rules[one.rule](one, page).value for one in found if one.rule == "iso" or (one.rule == "date" and one.fields["y"]))
    return frozenset(value.earliest for value in whole if value and value.earliest)


def _date(resolved: Resolved) -> dict[str, Any]:
    value = resolved.value
    return {
        "edtf": value.edtf if value else None,
        "earliest": value.earliest if value else None,
        "latest": value.latest if value else None,
        "precision": value.precision if value else "unknown",
        "basis": resolved.basis,
        "reason": resolved.reason,
    }
