"""How English writes times: regular expressions, each with the name of the rule that resolves it.

White space inside an expression is at most three blanks and never a line break, every repetition is bounded,
and no pattern starts inside a word: the time is linear in the length of the text. ``<NAME>`` in a pattern stands for a piece; pieces
hold the words of `time_words`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from drawdown.entities.times.words import Words

Patterns = tuple[tuple[str, re.Pattern[str]], ...]
"""Rules with their compiled patterns, in the order in which the first wins."""


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of text that has the form of a time, and the fields that its rule read."""

    start: int
    end: int
    rule: str
    fields: dict[str, str | None]


_RULES: tuple[tuple[str, str], ...] = (
    ("iso", r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\d-])"),
    ("feast", r"(?P<feast><FEAST>)(?:,?<S>(?:of<S>)?(?P<y><YEAR>))?\b"),
    ("iso", r"(?P<y>\d{4})/(?P<m>\d{2})/(?P<d>\d{2})(?![\d/])"),
    ("numeric", r"(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4}|\d{2})(?![\d/-])"),
    ("numeric_day", r"(?P<a>\d{2})\.(?P<b>\d{2})\.(?![\d\w])"),
    ("named_day", r"(?:September|Sept\.)<S>11(?:th)?(?=,?<S>(?:terror(?:ist)?<S>)?attacks?\b)"),
    ("named_day", r"9/11(?![\d/])"),
    (
        "day_pair",
        r"(?P<d1><DAY>)(?P<m1>)(?P<y1>)<S>(?:and|&)<S>(?P<d2><DAY>)(?:<S>of)?<S>(?P<m2><MONTH>)(?:,?<S>(?P<y2><YEAR>))?\b",
    ),
    (
        "day_pair",
        r"(?P<m1><MONTH>)<S>(?P<d1><DAY>)(?P<y1>)(?P<m2>)<S>(?:and|&)<S>(?P<d2><DAY>)(?:,?<S>(?P<y2><YEAR>))?(?![\w]|<S>\w+s\b)",
    ),
    (
        "day_range",
        r"<HOUR_OF>?(?:(?P<from>[Bb]etween|[Ff]rom)<S>)?(?:<WEEKDAY>,?<S>)?(?P<d1><DAY>)(?:<S>(?P<m1><MONTH>)(?:,?<S>(?P<y1><YEAR>))?)?"
        r"(?:<O><DASH><O>|<S>(?:to|until|through|till|(?(from)and|(?!)))<S>)(?P<d2><DAY>)(?:<S>of)?<S>(?P<m2><MONTH>)(?:,?<S>(?P<y2><YEAR>))?\b",
    ),
    (
        "day_range",
        r"<HOUR_OF>?(?:(?P<from>[Bb]etween|[Ff]rom)<S>)?(?P<m1><MONTH>)<S>(?P<d1><DAY>)(?:,<S>(?P<y1><YEAR>))?"
        r"(?:<O><DASH><O>|<S>(?:to|until|through|till|(?(from)and|(?!)))<S>)(?:(?P<m2><MONTH>)<S>)?(?P<d2><DAY>)(?:,?<S>(?P<y2><YEAR>))?\b",
    ),
    (
        "date",
        r"<HOUR_OF>?(?:(?P<w><WEEKDAY_ABBREVIATED>),?<S>)?(?:the<S>)?(?P<d><DAY>)(?:<S>of)?<S>(?P<m><MONTH>)(?:,?<S>(?:of<S>)?(?P<y><YEAR>))?(?![\w])"
        r"(?:,?<S>(?P<ref>(?:of<S>)?(?:that|this|last|next|the same|the following|the previous)<S>year))?",
    ),
    (
        "date",
        r"<HOUR_OF>?(?:(?P<w><WEEKDAY_ABBREVIATED>),?<S>)?(?P<m><MONTH>)<S>(?:the<S>)?(?P<d><DAY>)(?:,?<S>(?P<y><YEAR>))?(?![\w]|:\d)"
        r"(?:,?<S>(?P<ref>(?:of<S>)?(?:that|this|last|next|the same|the following|the previous)<S>year))?",
    ),
    (
        "month_range",
        r"(?:(?P<from>[Bb]etween|[Ff]rom)<S>)?(?P<m1><MONTH>)(?:,?<S>(?P<y1><YEAR>))?(?:<O><DASH><O>|<S>(?:to|until|through|till|(?(from)and|(?!)))<S>)"
        r"(?P<m2><MONTH>)(?:,?<S>(?:of<S>)?(?P<y2><YEAR>))?(?!\w)",
    ),
    ("month", r"(?P<part><PART>)?(?P<m><MONTH>),?<S>(?:of<S>)?(?P<y><YEAR>)\b"),
    (
        "month",
        r"(?P<part><PART>)?(?P<m><MONTH_ALONE>|<SHORT_MONTH>)<S>(?P<ref>(?:of<S>)?(?:that|this|last|next|the same|the following|the previous)<S>year)\b",
    ),
    (
        "month",
        r"(?P<part><PART>)?(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Tt]his past|[Tt]he following|[Tt]he previous)<S>)?(?P<m><MONTH_ALONE>)\b(?!<S>\d)",
    ),
    ("month", r"(?P<part><PART>)(?P<m><SHORT_MONTH>)(?!\w)"),
    ("season", r"(?P<part><PART>)?(?P<s><SEASON>)<S>(?:of<S>)?(?P<y><YEAR>)(?:[-/\u2013]\d\d)?\b"),
    ("season", r"(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Tt]his past|[Tt]hat|[Tt]he same)<S>(?P<s><SEASON>)\b"),
    ("year_range", r"(?P<y1><YEAR>)<O><DASH><O>(?P<y2><YEAR>|\d\d)(?![\d\w])"),
    ("season_year", r"(?P<y1><YEAR>)/(?P<y2>\d\d)(?![\d\w/])"),
    ("year_range", r"(?P<from>[Bb]etween|[Ff]rom)<S>(?P<y1><YEAR>)<S>(?:to|until|through|till|(?(from)and|(?!)))<S>(?P<y2><YEAR>)\b"),
    ("decade", r"(?:[Tt]he<S>)?(?P<part><PART>)?(?P<y>(?:1[5-9]|20)\d0)['\u2019]?s\b"),
    ("decade", r"(?:[Tt]he<S>)?(?P<part><PART>)?['\u2018\u2019](?P<y>\d0)s\b"),
    ("decade", r"[Tt]he<S>(?P<part><PART>)?(?P<tens><TENS>)\b"),
    ("century", r"(?:[Tt]he<S>)?(?P<part><PART>)?(?:(?P<n>\d{1,2})(?:st|nd|rd|th)|(?P<ordinal><ORDINAL_CENTURY>))<S>century\b"),
    (
        "share_of_year",
        r"(?:[Tt]he<S>)?(?P<n>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast)<S>(?:(?P<k><NUMERAL>)<S>)?(?P<unit>half|quarter|months|weeks|days)<S>of<S>(?:the<S>year<S>)?(?P<y><YEAR>)\b",
    ),
    ("share_of_year", r"(?P<unit>[QH])(?P<n>[1-4])<S>(?P<y><YEAR>)\b"),
    ("year", r"(?P<part><PART>)?(?P<y><YEAR>)(?![\w%]|[.,:/]\d)"),
    (
        "weekday",
        r"<HOUR_OF>?(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his(?: past| coming)?|[Tt]he (?:past|previous|following|coming|same)|[Cc]oming|[Ee]arly|[Ll]ate|[Tt]hat)<S>)?"
        r"(?P<w><WEEKDAY>)(?!s\b)(?:<S>(?P<daypart><DAYPART>))?\b(?:<S>(?P<tail>last week|this week|next week|of (?:last|this|next|that) week))?",
    ),
    (
        "deictic",
        r"(?P<word>[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Tt]he day (?:before yesterday|after tomorrow))\b(?:<S><DAYPART>\b)?",
    ),
    (
        "anaphor",
        r"(?:(?P<shift>[Ll]ater|[Ee]arlier|[Ll]ate|[Ee]arly)<S>(?:in<S>|on<S>)?)?"
        r"(?P<which>[Tt]hat(?: very)?(?: same)?|[Tt]he same|[Tt]he (?:following|next|previous|preceding)|[Ss]ame)<S>(?P<unit><CAL>)\b",
    ),
    ("anaphor", r"(?P<shift>[Ll]ater|[Ee]arlier)<S>(?:in|on)<S>(?P<which>the)<S>(?P<unit>day|week|month|year)\b"),
    ("anaphor", r"(?P<which>[Tt]he)<S>(?P<unit>day|night|week|month|year)<S>(?P<after>before|after|earlier|later)\b"),
    (
        "calendar",
        r"(?:(?P<part>[Ll]ater|[Ee]arlier|[Ll]ate|[Ee]arly)<S>(?:in<S>)?|<SHARE>)?"
        r"(?P<which>[Ll]ast|[Nn]ext|[Tt]his(?: coming| past)?|[Tt]he (?:coming|current))<S>(?P<unit><CAL>)\b",
    ),
    ("calendar", r"<SHARE>(?P<which>the)<S>(?P<unit>week|month|year)\b"),
    ("calendar", r"(?:(?<=[Oo]ver )|(?<=[Aa]t )|(?<=[Oo]n ))(?P<which>the)<S>(?P<unit>weekend)\b"),
    (
        "offset",
        r"<HEDGE>?(?P<n><HALF>|<NUMERAL>)(?P<half><S>and a half)?<S>(?P<unit><UNIT>)(?P<and_half><S>and a half)?<S>"
        r"(?P<dir>ago|from now|earlier|later|before|after|since|prior|prior to|previously|hence|into|on)\b",
    ),
    ("vague_offset", r"(?P<unit>(?:<UNIT>))<S>(?P<dir>ago|earlier|later|before|after)\b"),
    (
        "window",
        r"[Tt]he<S>(?:very<S>)?(?:past|last|previous|next|coming|following)<S>(?:<HEDGE>)?(?:(?P<n><NUMERAL>)<S>)?(?P<unit><UNIT>)\b",
    ),
    ("window", r"[Tt]he<S>recent<S>(?P<n><NUMERAL>)<S>(?P<unit><UNIT>)\b"),
    (
        "window",
        r"(?:[Rr]ecent|[Pp]ast|[Cc]oming|[Ff]uture|[Ll]ast|[Nn]ext)<S>(?:(?P<n><NUMERAL>)<S>)?(?P<unit>(?:second|minute|hour|day|week|month|year|decade)s)\b",
    ),
    (
        "duration",
        r"<HEDGE>?(?P<n><HALF>|<NUMERAL>)(?:<S>and a half)?(?:<S>(?:full|whole|long|more|straight|consecutive|additional))?<S>(?P<unit><UNIT>)\b(?:<S>and a half\b)?",
    ),
    (
        "duration",
        r"(?P<n><NUMERAL>)<DASH>(?P<unit>second|minute|hour|day|week|month|year|decade|century)s?(?:(?:<DASH>|<S>)(?:long|old))?\b",
    ),
    ("window", r"(?:(?<=[Tt]hroughout )|(?<=[Dd]uring ))the<S>(?P<unit>day|night|week|weekend|month|year)\b(?!<S>of\b)"),
    (
        "length",
        r"(?:(?:minutes|hours|days|weeks|months|years|decades|centuries|day|week|month|year|decade|century)<DASH>(?:long|old)|(?:day|week|month|year)long)\b",
    ),
    ("bare_units", r"(?P<unit>minutes|hours|days|weeks|months|years|decades|centuries)\b"),
)

_FIXED = {
    "S": r"[ \t\u00a0\u202f]{1,3}",
    "O": r"[ \t\u00a0\u202f]{0,3}",
    "DASH": r"[-\u2010-\u2015]",
    "DAY": r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?!\d)",
    "YEAR": r"(?:1[5-9]\d\d|20\d\d)(?!\d)",
    "MONTH": r"(?:<LONG_MONTH>|<SMALL_MONTH>|<SHORT_MONTH>)",
    "MONTH_ALONE": r"(?:<LONG_MONTH>)",
    "SHORT_MONTH": r"(?:<MONTH_SHORT>)\b\.?",
    "WEEKDAY_ABBREVIATED": r"(?:<WEEKDAY>|(?:<WEEKDAY_SHORT>)\b\.?)",
    "HOUR_OF": r"(?:(?:[Tt]he<S>)?(?:(?:early|late|small)<S>)?(?:<DAYPART>|hours)<S>of<S>)",
    "PART": r"(?:[Ee]arly|[Ll]ate|[Mm]id|[Tt]he (?:beginning|start|middle|end) of|(?:beginning|start|middle|end) of)(?:<DASH>|<S>)(?:the<S>)?",
    "NUMERAL": r"(?i:\d{1,3}(?:,\d{3}){0,2}|(?:<DECADE>)(?:[- ](?:<DIGIT>))?|(?:an?|<DIGIT>)[ ](?:<SCALE>)|<NUMBER>|<VAGUE>)",
    "HEDGE": r"(?:(?:(?P<more>(?i:<UNBOUNDED>|<HEDGE_WORD>))[ \t]))",
    "HALF": r"(?:[Hh]alf an?|(?:[Aa] )?[Qq]uarter of an?)",
    "SHARE": r"(?:[Tt]he<S>)?(?:(?P<nth>first|second|third|fourth|last|latter)<S>(?P<share>half|quarter)|(?P<edge>beginning|start|middle|end))<S>of<S>",
    "UNIT": r"(?:<UNIT_WORD>)s?|centuries",
    "CAL": r"(?:day|week|weekend|month|year|decade|century|quarter|morning|afternoon|evening|night|<SEASON_SMALL>)",
}
"""Pieces of patterns; those that no row here defines come from the words."""


def _pieces(words: Words) -> dict[str, str]:
    """Every piece by name, the words among them: long before short, so that none hides another."""
    months, days, seasons = words.of("month"), words.of("weekday"), words.of("season")
    verbs = {month for month in months if words.has("month_verb", month.lower())}
    numbers = {word: words.value("number", word) or 0 for word in words.of("number")}
    short = words.of("month_short")
    return _FIXED | {
        "LONG_MONTH": _any([*months, *(name.upper() for name in months)]),
        "SMALL_MONTH": _any(name.lower() for name in months if name not in verbs),
        "MONTH_SHORT": _any([*short, *(name.upper() for name in short)]),
        "WEEKDAY": f"(?:{_any([*days, *(name.upper() for name in days), *(name.lower() for name in days)])})",
        "WEEKDAY_SHORT": _any(words.of("weekday_short")),
        "SEASON": f"(?:{_any([*seasons, *(name.title() for name in seasons)])})",
        "SEASON_SMALL": _any(seasons),
        "DAYPART": f"(?:{_any(words.of('daypart'))})",
        "DECADE": _any(word for word, value in numbers.items() if value >= 20 and " " not in word),
        "DIGIT": _any(word for word, value in numbers.items() if value <= 9 and word not in ("a", "an") and " " not in word),
        "SCALE": _any(words.of("scale")),
        "NUMBER": _any(numbers),
        "VAGUE": _any(words.of("vague")),
        "UNBOUNDED": _any(words.of("unbounded")),
        "HEDGE_WORD": _any(words.of("hedge")),
        "ORDINAL_CENTURY": _any(words.of("century")),
        "TENS": _any(words.of("tens")),
        "UNIT_WORD": _any(words.of("unit")),
        "FEAST": _any(word.replace("'", "['\u2019]") for word in map(re.escape, words.of("feast"))),
    }


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def compiled(words: Words) -> Patterns:
    """The rules with the words in them."""
    pieces = _pieces(words)

    def filled(pattern: str) -> str:
        while (name := re.search(r"(?<!\(\?P)<([A-Z][A-Z_]*)>", pattern)) is not None:
            pattern = pattern[: name.start()] + pieces[name[1]] + pattern[name.end() :]
        return pattern

    return tuple((rule, re.compile(rf"(?<![\w]){filled(pattern)}")) for rule, pattern in _RULES)


_WITHOUT_ARTICLE = frozenset({"date", "month", "year", "decade", "century", "season", "season_year", "weekday"})
"""Rules whose expressions are dates that an article may stand before, and which leave it out: "by the *autumn of 2012*", "the *1990s*"."""


def find(text: str, patterns: Patterns) -> list[Found]:
    """Every form of time in a text, without overlaps: the leftmost, of these the longest, of these the first rule's."""
    candidates = [
        (match.start(), -match.end(), order, rule, match)
        for order, (rule, pattern) in enumerate(patterns)
        for match in pattern.finditer(text)
    ]
    candidates.sort(key=lambda item: item[:3])
    found: list[Found] = []
    reached = 0
    for start, negative_end, _, rule, match in candidates:
        if start >= reached:
            article = 4 if rule in _WITHOUT_ARTICLE and match.group()[:4].lower() == "the " else 0
            found.append(Found(start + article, -negative_end, rule, match.groupdict()))
            reached = -negative_end
    return found
