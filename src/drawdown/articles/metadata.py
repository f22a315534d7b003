"""What a page says of itself: headline, address, publisher, section, author, tags, and when it was published."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from drawdown.articles import dates, roles
from drawdown.articles.dates import Moment
from drawdown.articles.lexicon import Lexicon
from drawdown.articles.roles import Block

_BY = re.compile(r"^(?:written |reported |posted )?by\s*:?\s+", re.IGNORECASE)
_TAG_LABEL = re.compile(r"^(?:tags?|topics|keywords)\s*:?\s*", re.IGNORECASE)
_VALID_URL = re.compile(r"https?://\S+")


def read(page: Mapping[str, Any], text: str, blocks: Sequence[Block], lexicon: Lexicon) -> dict[str, object]:
    """The columns of ``articles`` that describe the page; null where nothing says."""

    def printed(role: str) -> list[str]:
        return [text[block.segment.start : block.segment.end] for block in blocks if block.role == role]

    url = _url(printed("url"), page["url"])
    published, basis = _published(url, page, blocks, text)
    return {
        "title": _first(printed("title")) or page["title"],
        "subtitle": _first(printed("subtitle")),
        "section": _first(printed("section")) or page["section"],
        "author": _author(printed("byline")) or page["author"],
        "publisher": _publisher(url, printed("publisher"), page["publisher"], lexicon),
        "url": url,
        "published": published,
        "published_basis": basis,
        "tags": _tags(printed("tag")) or page["tags"],
    }


def _first(found: Sequence[str]) -> str | None:
    return " ".join(found[0].split()) if found else None


def _author(bylines: Sequence[str]) -> str | None:
    return _BY.sub("", " ".join(bylines[0].split())) if bylines else None


def _url(printed: Sequence[str], declared: str | None) -> str | None:
    for candidate in printed:
        if _VALID_URL.fullmatch(candidate) and roles.article_url(candidate):
            return candidate
    return declared if declared and _VALID_URL.fullmatch(declared) else None


def host(url: str | None) -> str:
    """Host of an address without ``www.``; empty when there is none."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _publisher(url: str | None, printed: Sequence[str], declared: str | None, lexicon: Lexicon) -> str | None:
    name = host(url)
    while name:
        if name in lexicon.hosts:
            return lexicon.hosts[name].name
        name = name.partition(".")[2]
    for candidate in (*printed, *([declared] if declared else [])):
        known = lexicon.publisher(candidate)
        return known.name if known else candidate
    return None


def _tags(printed: Sequence[str]) -> str | None:
    found: dict[str, None] = {}
    for line in printed:
        rest = _TAG_LABEL.sub("", line)
        for tag in re.split(r"\s*[,|;]\s*|(?<=[a-z])(?=[A-Z][a-z])", rest):
            if tag.strip():
                found.setdefault(" ".join(tag.split()))
    return " | ".join(found) or None


def _published(url: str | None, page: Mapping[str, Any], blocks: Sequence[Block], text: str) -> tuple[str | None, str]:
    """Publication date and its basis: the address's day first, then what the head declares, the clock, the record of sources."""
    if page["published_basis"] == "meta" and (moments := dates.declared(page["published"])):
        return moments[0].edtf, "meta"
    day = dates.in_url(url) if url else None
    if day is not None:
        return day.isoformat(), "url"
    for block in blocks:
        if block.role == "clock" and (clock := _clock(text[block.segment.start : block.segment.end])):
            return clock.edtf, "header_clock"
    if page["published_basis"] == "sources" and (moments := dates.declared(page["published"])):
        return moments[0].edtf, "sources"
    return None, "none"


def _clock(line: str) -> Moment | None:
    """The moment that a clock shows; None when it can be read in more than one way."""
    moments = dates.moments(line) or dates.slashed(line)
    return moments[0] if len(moments) == 1 else None
