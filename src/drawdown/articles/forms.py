"""Roles that a line shows by its own form, whatever stands around it."""

from __future__ import annotations

import re

from drawdown.articles import dates
from drawdown.articles.lexicon import Lexicon
from drawdown.articles.lines import Line

_LONG = 60
Said = tuple[str, str]
"""A role and the evidence for it."""

_URL = re.compile(r"(?:https?://|www\.)\S+")
_CREDIT = re.compile(
    r"^(?:©|\(c\)\s|getty images?|source:\s*(?:getty|reuters|ap|afp)|credit:"
    r"|(?:photo|image|picture|pic|photograph|video|illustration|graphic)s?\s*(?:credit|courtesy|by|source)?\s*[:/©]"
    r"|(?:photo|image|picture)s?\s+(?:credit|courtesy|by|via)\b)",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"^(?:©|\(c\)|copyright).*(?:rights reserved|\b(?:inc|llc|ltd|corp)\b|may not be)|^copyright\b", re.IGNORECASE | re.DOTALL
)
_AGENCY = re.compile(
    r"^[\w .,'’\-]{0,60}(?:/|\||via|,)\s*(?:AP|AFP|Reuters|REUTERS|Getty(?: Images)?|EPA|Shutterstock|Associated Press|Bloomberg)"
    r"(?:[ /|][\w .]{0,40})?$"
)
_BYLINE = re.compile(
    r"^(?:by|written by|reported by|reporting by|posted by|author|authors|words by|story by|from)\s*:?\s+(?:[A-Z@]|the\b)", re.IGNORECASE
)
_INNER_BY = re.compile(r"(?<!photo )(?<!image )(?<!picture )\bby:?\s+(?:[A-Z@])", re.IGNORECASE)
_NOT_NAMES = re.compile(r"[.?!]$|\d{3}")
_DATELINE = re.compile(
    r"^[A-Z][A-Z .,'’\-]{2,40}(?:\([A-Z][\w ]{1,20}\))?\s*[-–—:]?$"
    r"|^[A-Z][\w .,'’\-]{2,30}\((?:Reuters|AP|AFP|UPI|Xinhua|IRNA|TASS|Sputnik)\)\s*[-–—]?$"
)
_FILE = re.compile(r"file(?: (?:photo|picture|image))?\s*[-–—:]\s", re.IGNORECASE)
_AGENCY_DATE = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, [A-Z][a-z]{2,8}\.? \d{1,2}, (?:19|20)\d\d\b")
_PAST = re.compile(r"\b(?:said|told|was|were|had|has|have|will|would|announced|reported)\b")
_PICTURE_WORDS = ("file ", "pictured", " seen ")
_PICTURE = re.compile(
    r"\bfile (?:photo|picture|image)\b|\((?:photo|image|picture|credit)\b|\[(?:file|photo|image|screengrab)\b|\bpictured\b"
    r"|[(\[](?:[^()\[\]]{0,40}/)?(?:file|afp|ap|reuters|getty|epa)\b[^()\[\]]{0,40}[)\]]\W*$"
    r"|\b(?:is|are) seen (?:in|on|at|during|here|near|with|after|before)\b",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"^@\w{2,20}$|^[\w.+-]+@[\w-]+\.[\w.]+$")
_COUNT = re.compile(r"^[\d\s,.:kKmM+%/|()–—-]+$")
_NOTE = re.compile(r"^\*+\s?\S")


def of(line: Line, lexicon: Lexicon, starred: bool) -> Said | None:
    """The role that a line's form shows, with the evidence; None where it shows none. ``starred``: words on the page bear an asterisk."""
    text = line.text
    if line.words > _LONG and line.label is None:
        return None
    first = text[0]
    if first in "hw" and _URL.fullmatch(text):
        return "url", "the line is an address"
    if starred and first == "*" and _NOTE.match(text) and line.words <= 40:
        return "footnote", "begins with the asterisk that words of the text bear"
    if line.words <= 25 and dates.is_clock(text):
        return "clock", "the line is a date or time"
    if first in "©Cc(" and line.words <= 80 and _NOTICE.search(text):
        return "boilerplate", "a notice of copyright"
    if line.words >= 5 and text[0] not in "©(" and _FILE.match(text):
        return "caption", "begins as words of a picture do"
    if line.words <= 40 and _credit(line):
        return "credit", "names the owner of a picture"
    if line.words >= 5 and _picture(line):
        return "caption", "words of a picture"
    if line.label:
        return line.label.role, f"label {line.label.phrase!r}"
    if line.words <= 18 and (named := _named(line, lexicon)):
        return named
    if not first.isalpha() and _COUNT.match(text):
        return "boilerplate", "figures alone"
    if line.words == 0:
        return "boilerplate", "no letter or digit"
    return None


def _picture(line: Line) -> bool:
    """Whether a line says that it stands under a picture."""
    if line.words > 45:
        return False
    if "day, " in line.normal and _AGENCY_DATE.search(line.text) and not line.quoted and not _PAST.search(line.text):
        return True
    if not ("(" in line.text or "[" in line.text or any(word in line.normal for word in _PICTURE_WORDS)):
        return False
    return _PICTURE.search(line.text) is not None


def _credit(line: Line) -> bool:
    text = line.text
    if text[0] in "©(cCpPiIgGsSvV" and _CREDIT.match(text):
        return True
    return line.words <= 12 and ("/" in text or "|" in text or "," in text or " via " in text) and _AGENCY.match(text) is not None


def _named(line: Line, lexicon: Lexicon) -> Said | None:
    """Who published or wrote: a publisher's name, a byline, a dated line, an account."""
    text = line.text
    if line.words <= 4 and (known := lexicon.publishers.get(line.normal)):
        return "publisher", f"name of the publisher {known.name}"
    if line.words <= 12 and text[0] in "bBwWrRpPaAsSfF" and _BYLINE.match(text) and not _NOT_NAMES.search(text) and line.capitals > 0.6:
        return "byline", "names who wrote"
    if not line.ended and (dated := _dated(text)):
        return dated
    if "@" in text and _HANDLE.match(text):
        return "byline", "an account name or mail address"
    return None


def _dated(text: str) -> Said | None:
    """A line of names and a date with its time or year, as it stands under a headline."""
    moments = dates.moments(text) or dates.slashed(text)
    if not moments or not (moments[0].time or _BYLINE.match(text) or _INNER_BY.search(text)):
        return None
    return ("byline", "names who wrote, with a date") if _INNER_BY.search(text) else ("clock", "a date with its time")


def dateline(line: Line) -> bool:
    """Whether a line is a place, perhaps with an agency, as it opens a report."""
    return line.words <= 6 and bool(_DATELINE.match(line.text))
