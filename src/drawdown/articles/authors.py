"""Who wrote: the names in bylines and head tags, without what stands around them."""

from __future__ import annotations

import re

from drawdown.articles import dates
from drawdown.articles.lexicon import Lexicon

_BY = re.compile(r"(?:^|[\s|•·])(?:(?:written|reported|reporting|writing|posted|story|words) )?by\s*:?\s+", re.IGNORECASE)
_BEHIND_NAME = re.compile(r"\s[-–—|•]\s|\son\b|,?\s+\d|\s*@|\s+is\s+an?\s|(?:^|,?\s+)edit(?:ing|ed) by\s", re.IGNORECASE)
_OFFICE = re.compile(
    r"(?:^|,?\s+)(?:(?:senior|staff|chief|deputy|managing|associate|contributing|special|national|political|foreign|world|general|news|sports?|business"
    r"|auto|medical|health|science|technology|entertainment|diplomatic|defen[cs]e|freelance|ap|afp|upi|dpa|bbc|cbs|cnn|nbc|npr|reuters)\s+){0,4}"
    r"(?:writer|reporter|correspondent|contributor|columnist|editor)s?$",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"(?:^|,?\s+)(?:january|february|july|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$", re.IGNORECASE
)
"""A word of a date whose number was cut off; months that are surnames are not among them."""
_LETTER = re.compile(r"[^\W\d_]")
_EDGES = " ,;|•·/"
_PUBLISHER = 4


def printed(byline: str, lexicon: Lexicon) -> str:
    """The names of a byline as printed: what stands behind ``by`` if it has one; empty where nobody is named."""
    by = _BY.search(byline)
    return declared(byline[by.end() :] if by else byline, lexicon)


def declared(names: str, lexicon: Lexicon) -> str:
    """Names that semicolons part, without dates, accounts, offices of the press and, where persons are named, their publisher."""
    found = [name for part in names.split(";") if (name := _person(part, lexicon))]
    persons = [name for name in found if lexicon.publisher(name) is None]
    return "; ".join(dict.fromkeys(persons or found))


def _person(part: str, lexicon: Lexicon) -> str:
    """One name without what stands behind it."""
    name = _BEHIND_NAME.split(dates.without(part).strip(_EDGES))[0]
    name = _OFFICE.sub("", _DAY.sub("", name).strip(_EDGES)).strip(_EDGES)
    words = name.split()
    for size in range(min(_PUBLISHER, len(words) - 2), 0, -1):
        if lexicon.publisher(" ".join(words[-size:])) is not None:
            name = " ".join(words[:-size]).strip(_EDGES)
            break
    return " ".join(name.split()) if _LETTER.search(name) else ""


def signed(line: str) -> str | None:
    """A line without its date, or without the office of the press that ends it; None where it has neither."""
    name = dates.without(line) if dates.has_date(line) else _OFFICE.sub("", line)
    return name.strip(_EDGES) if name != line else None
