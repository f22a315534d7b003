"""Dates as pages print them: header clocks, bylines with a date, dates in addresses. Absolute ones only; nothing is guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
"""English month names and their abbreviations, lower case."""
ZONES = {
    "gmt": 0,
    "utc": 0,
    "z": 0,
    "bst": 1,
    "cet": 1,
    "msk": 3,
    "est": -5,
    "edt": -4,
    "cst": -6,
    "cdt": -5,
    "mst": -7,
    "mdt": -6,
    "pst": -8,
    "pdt": -7,
}
"""Hours by which the common zone names lie ahead of UTC."""

MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
"""Any of the names of months, for a pattern."""
_MONTH = f"(?P<month>{MONTH})" + r"\.?(?![a-z])"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d(?!\d?:[0-5]\d))"
_CLOCK = re.compile(
    r"(?<!\d)(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?\s*(?P<half>[ap]\.?\s?m\b\.?)?", re.IGNORECASE
)
_CLOCKLIKE = re.compile(r"\d[:.hH][0-5]")
_ZONE = re.compile(r"\s*\(?(?P<name>gmt|utc|bst|cet|msk|e[sd]t|c[sd]t|m[sd]t|p[sd]t|z(?![a-z]))?", re.IGNORECASE)
_OFFSET = re.compile(r"\s*(?P<sign>[+\-−])\s?(?P<digits>\d{1,2})(?::?(?P<minutes>00|15|30|45)(?!\d))?")
_DATES = (
    ("-", re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)")),
    ("/", re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)/(?P<number>\d\d?)/(?P<day>\d\d?)(?!\d)")),
    ("", re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s\-]+{_MONTH},?[\s\-]+{_YEAR}", re.IGNORECASE)),
    ("", re.compile(rf"(?<![a-z]){_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}", re.IGNORECASE)),
    (".", re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})\.(?P<number>\d{{1,2}})\.{_YEAR}")),
)
"""Forms of dates, each with a character that it cannot be without."""
_SLASHED = re.compile(r"(?<!\d)(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>(?:19|20)\d\d)(?!\d)")
_ISO = re.compile(
    r"(?P<year>\d{4})-?(?P<month>\d\d)-?(?P<day>\d\d)"
    r"(?:[T ](?P<hour>\d\d):?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:[.,]\d+)?)?\s*(?P<zone>Z|(?P<offset>[+-]\d\d(?::?\d\d)?))?)?",
    re.ASCII,
)
_EPOCH = re.compile(r"[1-9]\d{9}(?:\d{3})?", re.ASCII)
_CTIME = re.compile(
    r"[A-Z][a-z]{2} (?P<month>[A-Z][a-z]{2}) +(?P<day>\d{1,2}) (?P<time>\d\d:\d\d:\d\d) (?P<zone>(?:[+-]\d{4}|[A-Z]{1,4})?) ?(?P<year>\d{4})"
)
_GLUED = re.compile(rf"(?P<offset>\s*[+\-−]\s?(?P<digits>\d{{2,4}}))\s+{_MONTH},?\s+{_YEAR}", re.IGNORECASE)
_GLUED_DAY = re.compile(r"(?<=[a-zA-Z])(?=\d{1,2}\s+[A-Z][a-z]{2})")
_IN_URL = (
    re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<number>\d\d?|[a-z]{3})/(?P<day>\d\d?)(?:/|$|[-_])", re.IGNORECASE),
    re.compile(r"[/\-_](?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)(?:[/\-_.]|$)"),
    re.compile(r"[/\-_](?P<year>20\d\d)(?P<number>\d\d)(?P<day>\d\d)(?:\d{0,14})(?:[/\-_.]|$)"),
    re.compile(r"[/\-_](?P<year2>1\d|2\d)(?P<number>\d\d)(?P<day>\d\d)\d{9}(?:[/\-_.]|$)"),
)
_CLOCK_WORDS = (
    "published updated posted last modified created first date on at of the time issued released edited edition reading read "
    "min mins minute minutes hour hours hr hrs day days week weeks month months year years second seconds ago just now today yesterday "
    "am pm et ist gmt utc bst cet msk est edt cst cdt mst mdt pst pdt local st nd rd th "
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
)
OF_CLOCKS = frozenset(_CLOCK_WORDS.split()) | frozenset(MONTHS)
_WORDS = re.compile(r"\b(?:[ap]\.m|" + "|".join(sorted(OF_CLOCKS)) + r")\b\.?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2,}")
_SEAM = re.compile(r"(?<=\d)(?=[A-Za-z])|(?<=[A-Za-z])(?=\d)")
_LETTER = re.compile(r"[^\W\d_]")
_INITIAL = re.compile(r"(?<![^\W\d_])[^\W\d_](?![^\W\d_])")
_NUMBERS = re.compile(r"\d\D+\d")
_YEARLIKE = re.compile(r"(?:19|20)\d\d")
_TIMELIKE = re.compile(
    r"\d{1,2}:\d\d|\b(?:19|20)\d\d\b|\b\d+\s*(?:min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|years?)\b|\b(?:yesterday|today)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, perhaps with a time and a zone: ``edtf`` as in ISO 8601, ``day`` its calendar day."""

    day: date
    time: str = ""
    zone: str = ""

    @property
    def edtf(self) -> str:
        """``2020-01-11`` or ``2020-01-11T05:17+03:00``."""
        return self.day.isoformat() + (f"T{self.time}{self.zone}" if self.time else "")


def moments(text: str) -> list[Moment]:
    """Every reading of the first date in a line; more than one where digits are glued together, none without a date.

    ``05:17 GMT +311 January 2020`` is 11 January at GMT +3, for no zone lies 31 hours ahead.
    """
    if not has_date(text):
        return []
    clock = _clock(text)
    glued = _GLUED.search(text, clock.end()) if clock else None
    if clock and glued:
        return _unglued(clock, glued)
    spaced = _GLUED_DAY.sub(" ", text)
    for mark, pattern in _DATES:
        for found in pattern.finditer(spaced) if mark in spaced else ():
            day = _day(found)
            if day is not None:
                return [_with_time(day, spaced)]
    return []


def is_clock(line: str) -> bool:
    """Whether a line holds a date, a time or an age and nothing else."""
    first = _WORD.search(line)
    if len(line) > 120 or (first and first[0].lower() not in OF_CLOCKS):
        return False
    if not all(map(OF_CLOCKS.__contains__, _WORD.findall(line.lower()))):
        return False
    if not _TIMELIKE.search(line) and not moments(line):
        return False
    return not _INITIAL.search(line) or not _LETTER.search(_WORDS.sub(" ", _SEAM.sub(" ", line)))


def has_year(text: str) -> bool:
    """Whether four digits of a text may be a year; without one no date is read from it."""
    return ("20" in text or "19" in text) and _YEARLIKE.search(text) is not None


def has_date(text: str) -> bool:
    """Whether a text has what a date has: a year and another number."""
    return has_year(text) and _NUMBERS.search(text) is not None


def has_time(text: str) -> bool:
    """Whether a text holds a time of day."""
    return _clock(text) is not None


def without(text: str) -> str:
    """A text without its dates with a year and its times of day."""
    for pattern in (*(pattern for _, pattern in _DATES), _SLASHED, _CLOCK):
        text = pattern.sub(" ", text)
    return text


def slashed(text: str) -> list[Moment]:
    """Both readings of ``3/1/2020``, one where only one is a date."""
    found = _SLASHED.search(text)
    if not found:
        return []
    first, second, year = int(found["first"]), int(found["second"]), int(found["year"])
    days = {day for month, number in ((first, second), (second, first)) if (day := _calendar(year, month, number))}
    return [_with_time(day, text) for day in sorted(days)]


def declared(text: str) -> list[Moment]:
    """Readings of a date field of a table or a head: ISO 8601, seconds or milliseconds since 1970, the order of ``ctime``; else as printed."""
    text = text.strip()
    if iso := _ISO.fullmatch(text):
        return _of_iso(iso)
    if _EPOCH.fullmatch(text):
        at = datetime.fromtimestamp(int(text[:10]), UTC)
        return [Moment(at.date(), f"{at:%H:%M:%S}", "Z")]
    if by_clock := _CTIME.fullmatch(text):
        text = "{day} {month} {year} {time} {zone}".format(**by_clock.groupdict())
    return moments(text) or slashed(text)


def _of_iso(iso: re.Match[str]) -> list[Moment]:
    """The moment of a match of ISO 8601, in the extended or the basic format; the day alone where no such time of day exists."""
    day = _calendar(int(iso["year"]), int(iso["month"]), int(iso["day"]))
    if day is None:
        return []
    if iso["hour"] is None or int(iso["hour"]) > 23 or int(iso["minute"]) > 59 or int(iso["second"] or 0) > 59:
        return [Moment(day)]
    offset = iso["offset"]
    zone = iso["zone"] if offset is None else f"{offset[:3]}:{offset[3:].lstrip(':') or '00'}"
    return [Moment(day, f"{iso['hour']}:{iso['minute']}" + (f":{iso['second']}" if iso["second"] else ""), zone or "")]


def in_url(url: str) -> date | None:
    """The day in an address: ``/2020/08/21/``, ``2020-08-21``, ``/202008211080237067-...``, or ``/210401...`` in front of nine digits."""
    path = re.sub(r"^https?://[^/]+", "", url)
    for pattern in _IN_URL:
        for found in pattern.finditer(path):
            groups = found.groupdict()
            year = int(groups.get("year") or f"20{groups['year2']}")
            number = MONTHS.get(groups["number"].lower()) or (int(groups["number"]) if groups["number"].isdigit() else 0)
            day = _calendar(year, number, int(groups["day"]))
            if day:
                return day
    return None


def _unglued(clock: re.Match[str], glued: re.Match[str]) -> list[Moment]:
    digits, sign = glued["digits"], -1 if "+" not in glued["offset"] else 1
    readings = []
    for cut in (1, 2, 0):
        hours, number = digits[:cut], digits[cut:]
        if not number or len(number) > 2 or number.startswith("0") or (hours and not -12 <= sign * int(hours) <= 14):
            continue
        day = _calendar(int(glued["year"]), MONTHS[glued["month"].lower()], int(number))
        if day is not None:
            readings.append(Moment(day, _time(clock), _zone(sign * int(hours or 0), "00")))
    return readings


def _with_time(day: date, text: str) -> Moment:
    clock = _clock(text)
    if not clock:
        return Moment(day)
    zone = _ZONE.match(text, clock.end())
    name = (zone["name"] or "").lower() if zone else ""
    offset = _OFFSET.match(text, zone.end() if zone else clock.end())
    if offset and int(offset["digits"]) <= 14:
        sign = -1 if offset["sign"] != "+" else 1
        return Moment(day, _time(clock), _zone(sign * int(offset["digits"]), offset["minutes"] or "00"))
    return Moment(day, _time(clock), _zone(ZONES[name], "00") if name else "")


def _clock(text: str) -> re.Match[str] | None:
    """The first time of day in a text. Most texts hold nothing like one, which a plain pattern tells for less."""
    return _CLOCK.search(text) if _CLOCKLIKE.search(text) else None


def _time(clock: re.Match[str]) -> str:
    hour = int(clock["hour"])
    half = (clock["half"] or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return f"{hour:02}:{clock['minute']}" + (f":{clock['second']}" if clock["second"] else "")


def _zone(hours: int, minutes: str) -> str:
    return "Z" if hours == 0 and minutes == "00" else f"{'-' if hours < 0 else '+'}{abs(hours):02}:{minutes}"


def _day(found: re.Match[str]) -> date | None:
    groups = found.groupdict()
    month = MONTHS[groups["month"].lower()] if groups.get("month") else int(groups["number"])
    return _calendar(int(groups["year"]), month, int(groups["day"]))


def _calendar(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
