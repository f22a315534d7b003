"""What a page says of itself: headline, address, publisher, section, author, tags; every reading with its evidence, the best first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from drawdown.articles import authors, publication, roles
from drawdown.articles.blocks import Blocks
from drawdown.articles.lexicon import Lexicon
from drawdown.articles.readings import Printed, Reading, Said

_TAG_LABEL = re.compile(r"^(?:tags?|topics|keywords|filed under|filed in|posted in)\s*:?\s*#?", re.IGNORECASE)
_VALID_URL = re.compile(r"https?://[^\s/?#]+\S*")
_SPACE = re.compile(r"\s+")


def read(page: Mapping[str, Any], blocks: Blocks, lexicon: Lexicon) -> dict[str, list[Reading]]:
    """Readings of every fact, the best first; a fact that nothing says has none. ``page``: a row of the source texts."""
    printed = _by_role(blocks)
    urls = _urls(printed, page)
    url = urls[0].value if urls else None
    return {
        "title": _said(printed, "title", _plain) + _declared(page, "title"),
        "subtitle": _said(printed, "subtitle", _plain),
        "section": _said(printed, "section", _plain) + _declared(page, "section"),
        "author": _authors(printed, page, lexicon),
        "publisher": _publishers(url, printed, page, lexicon),
        "url": urls,
        "published": publication.readings(urls[0] if urls else None, printed, page),
        "tags": _tags(printed) + _declared(page, "tags"),
    }


def _by_role(blocks: Blocks) -> Said:
    """The blocks of each role, in page order; furniture says nothing."""
    found: Said = defaultdict(list)
    for ordinal, role in enumerate(blocks.roles):
        if role != "boilerplate":
            found[role].append(Printed(blocks.texts[ordinal], blocks.starts[ordinal], ordinal))
    return found


def _plain(line: str) -> str:
    return _SPACE.sub(" ", line).strip()


def _said(printed: Said, role: str, form: Any) -> list[Reading]:
    found = [Reading(form(line.text), "block", line.text, line.start, line.start + len(line.text)) for line in printed.get(role, ())]
    return [reading for reading in found if reading.value]


def _declared(page: Mapping[str, Any], fact: str) -> list[Reading]:
    basis = page.get(f"{fact}_basis") or "meta"
    return [Reading(_plain(page[fact]), basis, page[fact])] if page[fact] and page[fact].strip() else []


def _authors(printed: Said, page: Mapping[str, Any], lexicon: Lexicon) -> list[Reading]:
    """The first byline that names somebody, then who is declared."""
    told = _said(printed, "byline", lambda line: authors.printed(_plain(line), lexicon))[:1]
    given = [reading.but(authors.declared(reading.value, lexicon) or reading.value) for reading in _declared(page, "author")]
    return told + given


def _urls(printed: Said, page: Mapping[str, Any]) -> list[Reading]:
    found = [
        reading for reading in _said(printed, "url", str.strip) if _VALID_URL.fullmatch(reading.value) and roles.article_url(reading.value)
    ]
    return found + [reading for reading in _declared(page, "url") if _VALID_URL.fullmatch(reading.value)]


def _publishers(url: str | None, printed: Said, page: Mapping[str, Any], lexicon: Lexicon) -> list[Reading]:
    known = lexicon.of_url(url)
    found = [Reading(known.name, "registry", str(url))] if known else []
    for reading in (*_said(printed, "publisher", _plain), *_declared(page, "publisher")):
        named = lexicon.publisher(reading.value)
        found.append(reading.but(named.name if named else reading.value))
    return found


def _tags(printed: Said) -> list[Reading]:
    """All tags that are printed, as one reading; its evidence runs from the first tag block to the last."""
    lines = printed.get("tag", [])
    found: dict[str, None] = {}
    for line in lines:
        for tag in re.split(r"\s*[,|;]\s*|\s+#|(?<=[a-z])(?=[A-Z][a-z])", _TAG_LABEL.sub("", line.text)):
            if tag.strip():
                found.setdefault(_plain(tag))
    if not found:
        return []
    return [
        Reading(" | ".join(found), "block", " ".join(line.text for line in lines), lines[0].start, lines[-1].start + len(lines[-1].text))
    ]
