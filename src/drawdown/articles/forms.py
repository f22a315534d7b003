"""Roles that a line shows by its own form, whatever stands around it."""

from __future__ import annotations

import re

from drawdown.articles import authors, dates
from drawdown.articles.lexicon import Lexicon
from drawdown.articles.lines import Line

_LONG = 60
Said = tuple[str, str]
"""A role and the evidence for it."""
Told = dict[int, Said]
"""The roles that are told of some lines of a page, by their index; most lines have none of their own."""

_URL = re.compile(r"(?:https?://|www\.)\S+")
_CREDIT = re.compile(
    r"^(?:©|\(c\)\s|getty images?|source:\s*(?:getty|reuters|ap|afp)|credit:"
    r"|(?:photo|image|picture|pic|photograph|video|illustration|graphic)s?\s*(?:credit|courtesy|by|source)?\s*[:/©]"
    r"|(?:photo|image|picture)s?\s+(?:credit|courtesy|by|via)\b)",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"\((?:source|via):\s[^()]{2,60}\)\W*", re.IGNORECASE)
_NOTICE = re.compile(
    r"^(?:©|\(c\)|copyright).*(?:rights reserved|\b(?:inc|llc|ltd|corp)\b|may not be)|^copyright\b", re.IGNORECASE | re.DOTALL
)
_CREDIT_WORDS = ("©", "(c)", "getty", "source:", "credit:", "photo", "image", "picture", "pic", "video", "illustration", "graphic")
_AGENCY = re.compile(
    r"^[\w .,'’\-]{0,60}(?:/|\||via|,)\s*(?:AP|AFP|Reuters|REUTERS|Getty(?: Images)?|EPA|Shutterstock|Associated Press|Bloomberg)"
    r"(?:[ /|][\w .]{0,40})?$"
)
_BYLINE = re.compile(
    r"^(?:by|written by|reported by|reporting by|posted by|author|authors|words by|story by|from)\s*:?\s+(?:[A-Z@]|the\b)", re.IGNORECASE
)
_BY = ("by", "written", "report", "posted", "author", "words", "story", "from")
_BULLET = "•·*|>–—- "
_ACCOUNT = re.compile(r"^[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,3} ?@\w{2,20}$")
_SIGNED = 9
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,3}")
_INNER_BY = re.compile(r"(?<!photo )(?<!image )(?<!picture )\bby:?\s+(?:[A-Z@])", re.IGNORECASE)
_NOT_NAMES = re.compile(r"[.?!]$|\d{3}")
_DATELINE = re.compile(
    r"^[A-Z][A-Z .,'’\-]{2,40}(?:\([A-Z][\w ]{1,20}\))?\s*[-–—:]?$"
    r"|^[A-Z][\w .,'’\-]{2,30}\((?:Reuters|AP|AFP|UPI|Xinhua|IRNA|TASS|Sputnik)\)\s*[-–—]?$"
)
_FILE = re.compile(r"file(?: (?:photo|picture|image))?\s*[-–—:]\s", re.IGNORECASE)
_DESCRIBED = re.compile(r"(?:photo|picture|image|video)s?\s*:\s+[A-Z](?!y\b)", re.IGNORECASE)
_AGENCY_DATE = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, [A-Z][a-z]{2,8}\.? \d{1,2}, (?:19|20)\d\d\b")
_PAST = re.compile(r"\b(?:said|told|was|were|had|has|have|will|would|announced|reported)\b")
_PICTURE_WORDS = ("file", "photo", "image", "picture", "credit", "screengrab", "afp", "ap", "reuters", "getty", "epa", " seen ")
_PICTURE = re.compile(
    r"\bfile (?:photo|picture|image)\b|\((?:photo|image|picture|credit)\b|\[(?:file|photo|image|screengrab)\b|\bpictured\b"
    r"|\([^\W\d_][\w .-]{1,40}/[^\W\d_][\w ./-]{1,60}\)\W*$"
    r"|[(\[](?:[^()\[\]]{0,40}/)?(?:file|afp|ap|reuters|getty|epa)\b[^()\[\]]{0,40}[)\]]\W*$"
    r"|\b(?:is|are) seen (?:in|on|at|during|here|near|with|after|before)\b"
)
_HANDLE = re.compile(r"^@\w{2,20}$|^[\w.+-]+@[\w-]+\.[\w.]+$")
_COUNT = re.compile(r"^[\d\s,.:kKmM+%/|()–—-]+$")
_NOTE = re.compile(r"^\*+\s?\S")


def having(said: Told, role: str) -> list[int]:
    """The indexes of the lines of a role, in page order."""
    return sorted([index for index, (given, _) in said.items() if given == role])


def of(line: Line, lower: str, lexicon: Lexicon) -> Said | None:
    """The role that the form of a line shows, with the evidence; None where it shows none. ``lower``: the line in lower case.

    Cheap signs come before dear ones: most lines hold no character or word by which a form is told.
    """
    if line.words > _LONG and line.label is None:
        return None
    if line.timed and dates.is_clock(line.text):
        return "clock", "the line is a date or time"
    if line.sign and (shown := _shown(line, lower)):
        return shown
    if line.label:
        return line.label.role, f"label {line.label.phrase!r}"
    if line.words <= 4 and (known := lexicon.publishers.get(line.normal)):
        return "publisher", f"name of the publisher {known.name}"
    if line.sign and line.words <= 18 and (named := _named(line, lower)):
        return named
    if not line.text[0].isalpha() and _COUNT.match(line.text):
        return "boilerplate", "figures alone"
    if line.words == 0:
        return "boilerplate", "no letter or digit"
    return None


def _shown(line: Line, lower: str) -> Said | None:
    """The role that the characters of a line show, without a lexicon."""
    text = line.text
    first = text[0]
    if first in "hw" and _URL.fullmatch(text):
        return "url", "the line is an address"
    if first in "©Cc(" and line.words <= 80 and _NOTICE.search(text):
        return "boilerplate", "a notice of copyright"
    if first == "(" and _SOURCE.fullmatch(text):
        return "boilerplate", "names where the text comes from"
    if line.words >= 5 and first not in "©(" and _FILE.match(text):
        return "caption", "begins as words of a picture do"
    if line.words >= 7 and line.density >= 0.15 and _DESCRIBED.match(text):
        return "caption", "begins as words of a picture do"
    if line.words <= 40 and _credit(line, lower) and not signed(line):
        return "credit", "names the owner of a picture"
    if line.words >= 5 and _picture(line, lower):
        return "caption", "words of a picture"
    return None


def note(line: Line) -> Said | None:
    """The role of a line that begins with an asterisk, on a page where words bear one."""
    if line.text[0] == "*" and line.words <= 40 and _NOTE.match(line.text):
        return "footnote", "begins with the asterisk that words of the text bear"
    return None


def _picture(line: Line, lower: str) -> bool:
    """Whether a line says that it stands under a picture."""
    if line.words > 45:
        return False
    text = line.text
    if "day, " in line.normal and _AGENCY_DATE.search(text) and not line.quoted and not _PAST.search(text):
        return True
    if "(" in text or "[" in text:
        return ("/" in lower or any(word in lower for word in _PICTURE_WORDS)) and _PICTURE.search(lower) is not None
    return ("file " in lower or "pictured" in lower or " seen " in lower) and _PICTURE.search(lower) is not None


def _credit(line: Line, lower: str) -> bool:
    text = line.text
    if lower.startswith(_CREDIT_WORDS) and _CREDIT.match(text):
        return True
    return line.words <= 12 and ("/" in text or "|" in text or "," in text or " via " in text) and _AGENCY.match(text) is not None


def _named(line: Line, lower: str) -> Said | None:
    """Who wrote: a byline, a dated line, an account."""
    text = line.text.lstrip(_BULLET)
    if (
        line.words <= 12
        and lower.lstrip(_BULLET).startswith(_BY)
        and _BYLINE.match(text)
        and not _NOT_NAMES.search(text)
        and line.capitals > 0.6
    ):
        return "byline", "names who wrote"
    if not line.ended and (dated := _dated(line, lower)):
        return dated
    if "@" in text and _HANDLE.match(line.text):
        return "byline", "an account name or mail address"
    if "@" in text and line.capitals == 1.0 and _ACCOUNT.match(text):
        return "byline", "a name with its account"
    return None


def _dated(line: Line, lower: str) -> Said | None:
    """A line of names and a date with its time or year, as it stands under a headline."""
    text = line.text
    if not dates.has_year(text):
        return None
    by = "by" in lower and _INNER_BY.search(text) is not None
    if not (by or dates.has_time(text) or _BYLINE.match(text)) or not (dates.moments(text) or dates.slashed(text)):
        return None
    return ("byline", "names who wrote, with a date") if by else ("clock", "a date with its time")


def signed(line: Line) -> bool:
    """A name beside which a date or the office of who wrote stands, and nothing else."""
    if line.words > _SIGNED or line.ended or line.functional or line.capitals < 1.0:
        return False
    name = authors.signed(line.text)
    return name is not None and _NAME.fullmatch(name) is not None


def dateline(line: Line) -> bool:
    """Whether a line is a place, perhaps with an agency, as it opens a report."""
    return line.words <= 6 and bool(_DATELINE.match(line.text))
