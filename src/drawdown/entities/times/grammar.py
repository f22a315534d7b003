"""How English writes times: regular expressions, each with the name of the rule that resolves it.

White space inside an expression is at most three blanks and never a line break, every repetition is bounded,
and no pattern starts inside a word: the time is linear in the length of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from drawdown.entities.times import words

_S = r"[ \t\u00a0\u202f]{1,3}"
_O = r"[ \t\u00a0\u202f]{0,3}"
_DASH = r"[-\u2010-\u2015]"
_LONG_MONTH = "|".join(words.MONTHS) + "|" + "|".join(name.upper() for name in words.MONTHS)
_SHORT_MONTH = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT|SEP|OCT|NOV|DEC)\b\.?"
_SMALL = "|".join(name.lower() for name in words.MONTHS if name not in ("March", "May"))
_MONTH = rf"(?:{_LONG_MONTH}|{_SMALL}|{_SHORT_MONTH})"
_MONTH_ALONE = rf"(?:{_LONG_MONTH})"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?!\d)"
_YEAR = r"(?:1[5-9]\d\d|20\d\d)(?!\d)"
_WEEKDAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)
_WEEKDAY_ABBREVIATED = rf"(?:{_WEEKDAY}|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?)"
_SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
_DAYPART = r"(?:morning|afternoon|evening|night|noon)"
_HOUR_OF = rf"(?:(?:[Tt]he{_S})?(?:(?:early|late|small){_S})?(?:{_DAYPART}|hours){_S}of{_S})"
_PART = (
    rf"(?:[Ee]arly|[Ll]ate|[Mm]id|[Tt]he (?:beginning|start|middle|end) of|(?:beginning|start|middle|end) of)(?:{_DASH}|{_S})(?:the{_S})?"
)
_NUMERAL = (
    r"(?i:\d{1,3}(?:,\d{3}){0,2}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    r"|(?:an?|one|two|three|four|five|six|seven|eight|nine)[ ](?:hundred|thousand)"
    r"|(?:a )?couple of|a dozen|several|a few|few|many|some|dozens of|hundreds of|(?:tens of )?thousands of|scores of|a number of|countless|two dozen)"
)
_HEDGE = r"(?:(?:(?P<more>(?i:more than|over|at least|less than|fewer than|nearly|almost|about|around|roughly|some|just over|just under|well over))[ \t]))"
_HALF = r"(?:[Hh]alf an?|(?:[Aa] )?[Qq]uarter of an?)"
_ORDINAL_CENTURY = "fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first"
_SHARE = rf"(?:[Tt]he{_S})?(?:(?P<nth>first|second|third|fourth|last|latter){_S}(?P<share>half|quarter)|(?P<edge>beginning|start|middle|end)){_S}of{_S}"
_UNIT = r"(?:second|minute|hour|day|night|week|fortnight|month|quarter|year|decade|century|weekend)s?|centuries"
_CAL = r"(?:day|week|weekend|month|year|decade|century|summer|winter|spring|autumn|fall|night|morning|afternoon|evening|quarter)"


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of text that has the form of a time, and the fields that its rule read."""

    start: int
    end: int
    rule: str
    fields: dict[str, str | None]


_RULES: tuple[tuple[str, str], ...] = (
    ("iso", r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\d-])"),
    ("iso", r"(?P<y>\d{4})/(?P<m>\d{2})/(?P<d>\d{2})(?![\d/])"),
    ("numeric", r"(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4}|\d{2})(?![\d/-])"),
    ("numeric_day", r"(?P<a>\d{2})\.(?P<b>\d{2})\.(?![\d\w])"),
    ("named_day", rf"(?:September|Sept\.){_S}11(?:th)?(?=,?{_S}(?:terror(?:ist)?{_S})?attacks?\b)"),
    ("named_day", r"9/11(?![\d/])"),
    (
        "day_pair",
        rf"(?P<d1>{_DAY})(?P<m1>)(?P<y1>){_S}(?:and|&){_S}(?P<d2>{_DAY})(?:{_S}of)?{_S}(?P<m2>{_MONTH})(?:,?{_S}(?P<y2>{_YEAR}))?\b",
    ),
    (
        "day_pair",
        rf"(?P<m1>{_MONTH}){_S}(?P<d1>{_DAY})(?P<y1>)(?P<m2>){_S}(?:and|&){_S}(?P<d2>{_DAY})(?:,?{_S}(?P<y2>{_YEAR}))?(?![\w]|{_S}\w+s\b)",
    ),
    (
        "day_range",
        rf"{_HOUR_OF}?(?:(?P<from>[Bb]etween|[Ff]rom){_S})?(?:{_WEEKDAY},?{_S})?(?P<d1>{_DAY})(?:{_S}(?P<m1>{_MONTH})(?:,?{_S}(?P<y1>{_YEAR}))?)?"
        rf"(?:{_O}{_DASH}{_O}|{_S}(?:to|until|through|till|(?(from)and|(?!))){_S})(?P<d2>{_DAY})(?:{_S}of)?{_S}(?P<m2>{_MONTH})(?:,?{_S}(?P<y2>{_YEAR}))?\b",
    ),
    (
        "day_range",
        rf"{_HOUR_OF}?(?:(?P<from>[Bb]etween|[Ff]rom){_S})?(?P<m1>{_MONTH}){_S}(?P<d1>{_DAY})(?:,{_S}(?P<y1>{_YEAR}))?"
        rf"(?:{_O}{_DASH}{_O}|{_S}(?:to|until|through|till|(?(from)and|(?!))){_S})(?:(?P<m2>{_MONTH}){_S})?(?P<d2>{_DAY})(?:,?{_S}(?P<y2>{_YEAR}))?\b",
    ),
    (
        "date",
        rf"{_HOUR_OF}?(?:(?P<w>{_WEEKDAY_ABBREVIATED}),?{_S})?(?:the{_S})?(?P<d>{_DAY})(?:{_S}of)?{_S}(?P<m>{_MONTH})(?:,?{_S}(?:of{_S})?(?P<y>{_YEAR}))?(?![\w])"
        rf"(?:,?{_S}(?P<ref>(?:of{_S})?(?:that|this|last|next|the same|the following|the previous){_S}year))?",
    ),
    (
        "date",
        rf"{_HOUR_OF}?(?:(?P<w>{_WEEKDAY_ABBREVIATED}),?{_S})?(?P<m>{_MONTH}){_S}(?:the{_S})?(?P<d>{_DAY})(?:,?{_S}(?P<y>{_YEAR}))?(?![\w]|:\d)"
        rf"(?:,?{_S}(?P<ref>(?:of{_S})?(?:that|this|last|next|the same|the following|the previous){_S}year))?",
    ),
    (
        "month_range",
        rf"(?:(?P<from>[Bb]etween|[Ff]rom){_S})?(?P<m1>{_MONTH})(?:,?{_S}(?P<y1>{_YEAR}))?(?:{_O}{_DASH}{_O}|{_S}(?:to|until|through|till|(?(from)and|(?!))){_S})"
        rf"(?P<m2>{_MONTH})(?:,?{_S}(?:of{_S})?(?P<y2>{_YEAR}))?(?!\w)",
    ),
    ("month", rf"(?P<part>{_PART})?(?P<m>{_MONTH}),?{_S}(?:of{_S})?(?P<y>{_YEAR})\b"),
    (
        "month",
        rf"(?P<part>{_PART})?(?P<m>{_MONTH_ALONE}|{_SHORT_MONTH}){_S}(?P<ref>(?:of{_S})?(?:that|this|last|next|the same|the following|the previous){_S}year)\b",
    ),
    (
        "month",
        rf"(?P<part>{_PART})?(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Tt]his past|[Tt]he following|[Tt]he previous){_S})?(?P<m>{_MONTH_ALONE})\b(?!{_S}\d)",
    ),
    ("month", rf"(?P<part>{_PART})(?P<m>{_SHORT_MONTH})(?!\w)"),
    ("season", rf"(?P<part>{_PART})?(?P<s>{_SEASON}){_S}(?:of{_S})?(?P<y>{_YEAR})(?:[-/\u2013]\d\d)?\b"),
    ("season", rf"(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Tt]his past|[Tt]hat|[Tt]he same){_S}(?P<s>{_SEASON})\b"),
    ("year_range", rf"(?P<y1>{_YEAR}){_O}{_DASH}{_O}(?P<y2>{_YEAR}|\d\d)(?![\d\w])"),
    ("season_year", rf"(?P<y1>{_YEAR})/(?P<y2>\d\d)(?![\d\w/])"),
    ("year_range", rf"(?P<from>[Bb]etween|[Ff]rom){_S}(?P<y1>{_YEAR}){_S}(?:to|until|through|till|(?(from)and|(?!))){_S}(?P<y2>{_YEAR})\b"),
    ("decade", rf"(?:[Tt]he{_S})?(?P<part>{_PART})?(?P<y>(?:1[5-9]|20)\d0)['\u2019]?s\b"),
    ("decade", rf"(?:[Tt]he{_S})?(?P<part>{_PART})?['\u2018\u2019](?P<y>\d0)s\b"),
    ("decade", rf"[Tt]he{_S}(?P<part>{_PART})?(?P<tens>(?:twen|thir|for|fif|six|seven|eigh|nine)ties)\b"),
    ("century", rf"(?:[Tt]he{_S})?(?P<part>{_PART})?(?:(?P<n>\d{{1,2}})(?:st|nd|rd|th)|(?P<ordinal>{_ORDINAL_CENTURY})){_S}century\b"),
    (
        "share_of_year",
        rf"(?:[Tt]he{_S})?(?P<n>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast){_S}(?:(?P<k>{_NUMERAL}){_S})?(?P<unit>half|quarter|months|weeks|days){_S}of{_S}(?:the{_S}year{_S})?(?P<y>{_YEAR})\b",
    ),
    ("share_of_year", rf"(?P<unit>[QH])(?P<n>[1-4]){_S}(?P<y>{_YEAR})\b"),
    ("year", rf"(?P<part>{_PART})?(?P<y>{_YEAR})(?![\w%]|[.,:/]\d)"),
    (
        "weekday",
        rf"{_HOUR_OF}?(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his(?: past| coming)?|[Tt]he (?:past|previous|following|coming|same)|[Cc]oming|[Ee]arly|[Ll]ate|[Tt]hat){_S})?"
        rf"(?P<w>{_WEEKDAY})(?!s\b)(?:{_S}(?P<daypart>{_DAYPART}))?\b(?:{_S}(?P<tail>last week|this week|next week|of (?:last|this|next|that) week))?",
    ),
    (
        "deictic",
        rf"(?P<word>[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Tt]he day (?:before yesterday|after tomorrow))\b(?:{_S}{_DAYPART}\b)?",
    ),
    (
        "anaphor",
        rf"(?:(?P<shift>[Ll]ater|[Ee]arlier|[Ll]ate|[Ee]arly){_S}(?:in{_S}|on{_S})?)?"
        rf"(?P<which>[Tt]hat(?: very)?(?: same)?|[Tt]he same|[Tt]he (?:following|next|previous|preceding)|[Ss]ame){_S}(?P<unit>{_CAL})\b",
    ),
    ("anaphor", rf"(?P<shift>[Ll]ater|[Ee]arlier){_S}(?:in|on){_S}(?P<which>the){_S}(?P<unit>day|week|month|year)\b"),
    ("anaphor", rf"(?P<which>[Tt]he){_S}(?P<unit>day|night|week|month|year){_S}(?P<after>before|after|earlier|later)\b"),
    (
        "calendar",
        rf"(?:(?P<part>[Ll]ater|[Ee]arlier|[Ll]ate|[Ee]arly){_S}(?:in{_S})?|{_SHARE})?"
        rf"(?P<which>[Ll]ast|[Nn]ext|[Tt]his(?: coming| past)?|[Tt]he (?:coming|current)){_S}(?P<unit>{_CAL})\b",
    ),
    ("calendar", rf"{_SHARE}(?P<which>the){_S}(?P<unit>week|month|year)\b"),
    ("calendar", rf"(?:(?<=[Oo]ver )|(?<=[Aa]t )|(?<=[Oo]n ))(?P<which>the){_S}(?P<unit>weekend)\b"),
    (
        "offset",
        rf"{_HEDGE}?(?P<n>{_HALF}|{_NUMERAL})(?P<half>{_S}and a half)?{_S}(?P<unit>{_UNIT})(?P<and_half>{_S}and a half)?{_S}"
        rf"(?P<dir>ago|from now|earlier|later|before|after|since|prior|prior to|previously|hence|into|on)\b",
    ),
    ("vague_offset", rf"(?P<unit>(?:{_UNIT})){_S}(?P<dir>ago|earlier|later|before|after)\b"),
    (
        "window",
        rf"[Tt]he{_S}(?:very{_S})?(?:past|last|previous|next|coming|following){_S}(?:{_HEDGE})?(?:(?P<n>{_NUMERAL}){_S})?(?P<unit>{_UNIT})\b",
    ),
    ("window", rf"[Tt]he{_S}recent{_S}(?P<n>{_NUMERAL}){_S}(?P<unit>{_UNIT})\b"),
    (
        "window",
        rf"(?:[Rr]ecent|[Pp]ast|[Cc]oming|[Ff]uture|[Ll]ast|[Nn]ext){_S}(?:(?P<n>{_NUMERAL}){_S})?(?P<unit>(?:second|minute|hour|day|week|month|year|decade)s)\b",
    ),
    (
        "duration",
        rf"{_HEDGE}?(?P<n>{_HALF}|{_NUMERAL})(?:{_S}and a half)?(?:{_S}(?:full|whole|long|more|straight|consecutive|additional))?{_S}(?P<unit>{_UNIT})\b(?:{_S}and a half\b)?",
    ),
    (
        "duration",
        rf"(?P<n>{_NUMERAL}){_DASH}(?P<unit>second|minute|hour|day|week|month|year|decade|century)s?(?:(?:{_DASH}|{_S})(?:long|old))?\b",
    ),
    ("window", rf"(?:(?<=[Tt]hroughout )|(?<=[Dd]uring ))the{_S}(?P<unit>day|night|week|weekend|month|year)\b(?!{_S}of\b)"),
    (
        "length",
        rf"(?:(?:minutes|hours|days|weeks|months|years|decades|centuries|day|week|month|year|decade|century){_DASH}(?:long|old)|(?:day|week|month|year)long)\b",
    ),
    ("bare_units", r"(?P<unit>minutes|hours|days|weeks|months|years|decades|centuries)\b"),
)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((rule, re.compile(rf"(?<![\w]){pattern}")) for rule, pattern in _RULES)


def find(text: str) -> list[Found]:
    """Every form of time in a text, without overlaps: the leftmost, of these the longest, of these the first rule's."""
    candidates = [
        (match.start(), -match.end(), order, rule, match)
        for order, (rule, pattern) in enumerate(_patterns())
        for match in pattern.finditer(text)
    ]
    candidates.sort(key=lambda item: item[:3])
    found: list[Found] = []
    reached = 0
    for start, negative_end, _, rule, match in candidates:
        if start >= reached:
            found.append(Found(start, -negative_end, rule, match.groupdict()))
            reached = -negative_end
    return found
