"""Saved HTML: trafilatura's text of the article becomes the source text, its head declares facts."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import datetime

from trafilatura import bare_extraction, html2txt

from drawdown.documents.records import FACTS

_OPENING = re.compile(
    r"^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(r"</(?:p|div|span|a|meta|script|link|title|h[1-6]|ul|li|table|article)\s*>", re.IGNORECASE)
_CLOCK = r"[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?"
_ZONE = re.compile(r"(?:Z|[+-]\d\d:?\d\d)$")
_BETWEEN = r"(?:(?!modif|updat|upload|expir)[^<>]){0,80}$"
_DECLARES = re.compile(
    rf"(?:date|time)?[-_:.]?publish(?!er)(?:ed)?(?:[-_:.]?(?:time|date))?{_BETWEEN}|pub[-_]?date{_BETWEEN}", re.IGNORECASE
)
_MONTH_IN_ADDRESS = re.compile(r"/20\d\d/(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/\d\d?/", re.IGNORECASE)
_ANY_DAY = r"20\d\d-\d\d-\d\d"
_SITE_NAME = re.compile(r"(.+\S)\s+(?:[|·»–—-]|::)\s+(.+?)")
_SCRIPT = re.compile(r"<(?:script|style)\b", re.IGNORECASE)
_SCRIPT_END = re.compile(r"</(?:script|style)\b", re.IGNORECASE)
_INLINE_DATA = re.compile(r"(?<=data:)[^\"'\s()<>]{1000,}")
_PARSER_LIMIT = 10_000_000
_LONG_SCRIPT = 100_000
_LOOK_BACK = 110
_HEAD = 20_000
_TAGS_OF_A_PAGE = 10


def is_html(text: str) -> bool:
    """Whether a text is HTML: what it begins with and how many tags there are decide, not its name."""
    head = text[:_HEAD]
    if _OPENING.match(head):
        return True
    return len(_TAG.findall(head)) >= max(_TAGS_OF_A_PAGE, len(head) // 400)


@dataclass(frozen=True, slots=True)
class Extracted:
    """Source text of a page and the facts that its head declares. ``by_parser``: the parser found the article; else the page was
    flattened whole."""

    text: str
    facts: dict[str, str]
    by_parser: bool


def extract(page: str, url: str | None = None) -> Extracted:
    """The text of the article in a page, and the facts that its head declares; an empty text when there is none.

    A page whose article trafilatura does not find is flattened whole: the rules for text dumps do the rest.
    Never raises: a page that the parser refuses has no text.
    """
    if len(page) > _PARSER_LIMIT:
        page = lightened(page)
    try:
        found = bare_extraction(page, url=url, with_metadata=True, include_comments=False, include_tables=True, deduplicate=False)
    except Exception:  # the parser's errors are of many kinds, and all mean the same
        found = None
    text = getattr(found, "text", None) or ""
    if not text.strip():
        return Extracted(_flattened(page), {}, False)
    facts = {fact: value for fact, value in zip(FACTS, _facts(found), strict=True) if value}
    if "title" in facts:
        facts["title"] = headline(facts["title"], facts.get("publisher", ""), facts.get("section", ""))
    if day := facts.pop("published", None):
        facts |= {"published": declared} if (declared := published(page, day, facts.get("url"))) else {}
    return Extracted(_with_title(text, facts.get("title")), facts, True)


def lightened(page: str) -> str:
    """A page without its long scripts and the files that are written into it: libxml2 gives up at ten million characters in a row."""
    kept, at, looked = [], 0, 0
    for opening in _SCRIPT.finditer(page):
        if opening.start() < looked:
            continue
        closing = _SCRIPT_END.search(page, opening.end())
        if closing is None:
            break
        looked = closing.end()
        if closing.start() - opening.end() > _LONG_SCRIPT:
            kept.append(page[at : opening.start()])
            at = closing.start()
    return _INLINE_DATA.sub("", "".join(kept) + page[at:])


def _facts(found: object) -> list[str]:
    def listed(name: str) -> str:
        return " | ".join(str(value).strip() for value in getattr(found, name, None) or () if str(value).strip())

    def said(name: str) -> str:
        return " ".join(str(getattr(found, name, None) or "").split())

    section, tags = _section(listed("categories").split(" | ")[0], listed("tags"))
    return [said("title"), said("url"), said("sitename"), said("author"), section, tags, said("date")]


def _section(declared: str, tags: str) -> tuple[str, str]:
    """The section that a page declares, and its tags: some sites write a list of subjects where others name their section."""
    subjects = [subject.strip() for subject in declared.split(",") if subject.strip()]
    return (declared, tags) if len(subjects) < 2 else ("", tags or " | ".join(subjects))


def _with_title(text: str, title: str | None) -> str:
    first = text.lstrip().split("\n", 1)[0].strip()
    return text if not title or first == title else f"{title}\n\n{text}"


def headline(title: str, *names: str) -> str:
    """A title without the name of its site or section behind it: ``Talks to go on | Northern Post``."""
    found = _SITE_NAME.fullmatch(title)
    return found.group(1) if found and found.group(2).casefold() in map(str.casefold, names) else title


def published(page: str, day: str, url: str | None) -> str | None:
    """What a page declares of the day ``YYYY-MM-DD`` that a search for dates found: the moment, ``2020-03-04T09:30:00+01:00``, where its
    head has one; else the day; None where nothing on the page bears it out.

    A search looks into the address first. A day that stands there is evidence of its own, and no declaration of the page: if the
    head has no moment of that day, one of another day counts, or none.
    """
    if not says_date(page, day, url):
        return None
    if moment := _moment(page, day):
        return moment
    return _moment(page, _ANY_DAY) if url and _in_address(url, day) else day


def _in_address(url: str, day: str) -> bool:
    """Whether an address has a day: this one, or any with the month in letters, which the search for dates does not read."""
    compact = rf"(?<![A-Za-z0-9]){day.replace('-', '')}(?![A-Za-z])"
    return bool(_MONTH_IN_ADDRESS.search(url)) or day in url or f"/{day.replace('-', '/')}/" in url or bool(re.search(compact, url))


def _moment(page: str, day: str) -> str | None:
    """The first moment of publication on a day (a pattern) that the head of a page declares, rather with its time zone than without."""
    found = [
        moment.group()
        for moment in re.finditer(day + _CLOCK, page)
        if _DECLARES.search(page, max(0, moment.start() - _LOOK_BACK), moment.start()) and _is_moment(moment.group())
    ]
    return next((moment for moment in found if _ZONE.search(moment)), found[0] if found else None)


def _is_moment(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def says_date(page: str, day: str, url: str | None) -> bool:
    """Whether a page, or its address, really has a date ``YYYY-MM-DD`` in some common form: searching for dates repairs what is no date
    (31 February) and completes what is none (a month), and neither is evidence."""
    if day in page or day.replace("-", "/") in page:
        return True
    year, month, number = day[:4], int(day[5:7]), int(day[8:10])
    name = rf"{calendar.month_name[month]}|{calendar.month_abbr[month]}"
    forms = (
        rf"{year}[-/.]?0?{month}[-/.]?0?{number}(?!\d)",
        rf"(?<!\d)(?:0?{number}[-/.]0?{month}|0?{month}[-/.]0?{number})[-/.](?:{year}|{year[2:]})(?!\d)",
        rf"(?<!\d)0?{number}(?:st|nd|rd|th)?[\s.,-]*(?:of\s+)?(?:{name})[a-z]*[\s.,-]*{year}",
        rf"(?:{name})[a-z]*[\s.,-]*0?{number}(?:st|nd|rd|th)?[\s.,-]*{year}",
    )
    found = re.compile("|".join(forms), re.IGNORECASE)
    return bool(found.search(page)) or bool(found.search(url or ""))


def _flattened(page: str) -> str:
    try:
        return html2txt(page) or ""
    except Exception:
        return ""
