"""The role of every line of a page: forms first, then lists, then where the line stands to the running text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from drawdown.articles import extent, forms, positions, titles
from drawdown.articles.forms import Said
from drawdown.articles.gauge import Gauge, Measured
from drawdown.articles.lexicon import Lexicon, Publisher
from drawdown.articles.lines import Line
from drawdown.articles.positions import Page
from drawdown.articles.segments import Segment, cut

_STARRED = re.compile(r"\*(?<=[^\W_]\*)(?!\*)|\)\*(?<=[^\W_]\)\*)(?!\*)")
_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|mp[34]|css|js|ico|pdf)(?:$|\?)")
_LIST_LENGTH = 15
_PROFILED = 12


class Block(NamedTuple):
    """A segment of the page and its role, with the evidence that decided."""

    segment: Segment
    role: str
    reason: str


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known of a page beforehand: declared address and headline, how many pages of its site share a line, and whether a
    parser of HTML has found the article already."""

    url: str | None = None
    title: str | None = None
    recurring: Mapping[str, int] = field(default_factory=dict)
    extracted: bool = False


def assign(text: str, gauge: Gauge, hints: Hints) -> list[Block]:
    """The blocks of a page, in page order; they tile it from its first printed character on. White space alone has none."""
    return assign_all([(text, hints)], gauge)[0]


def assign_all(pages: Sequence[tuple[str, Hints]], gauge: Gauge) -> list[list[Block]]:
    """The blocks of each page: the same as one by one, in less time."""
    segments = [cut(text) for text, _ in pages]
    measured = gauge.pages([[segment.text for segment in found] for found in segments])
    return [
        _assigned(text, hints, found, lines, gauge.lexicon) for (text, hints), found, lines in zip(pages, segments, measured, strict=True)
    ]


def _assigned(text: str, hints: Hints, segments: list[Segment], measured: list[Measured], lexicon: Lexicon) -> list[Block]:
    if not measured:
        return []
    lines, alone, worth = zip(*measured, strict=True)
    said: Sequence[Said | None] = alone
    if _starred(text):
        said = [forms.note(line) or found for line, found in zip(lines, said, strict=True)]
    url = hints.url or _page_url(lines, said)
    if hints.recurring:
        said = _recurring(lines, said, hints.recurring)
    said = _lists(lines, _profiled(lines, said, _profile(lines, said, url, lexicon)))
    span: tuple[int, int] | None = (0, len(lines))
    if not hints.extracted:
        changed = zip(lines, said, alone, worth, strict=True)
        span = extent.find(
            extent.weights(lines, said, [value if now is was else extent.weigh(line, now) for line, now, was, value in changed])
        )
    chosen = titles.choose(lines, said, span or (len(lines), len(lines)), url, hints.title)
    page = Page(text, segments, lines, said)
    decided = positions.extracted(page, chosen) if hints.extracted else positions.printed(page, span, chosen)
    return list(map(Block, segments, *zip(*decided, strict=True)))


def _starred(text: str) -> bool:
    """Whether a word of the page bears an asterisk, as words do that a footnote explains."""
    return "*" in text and _STARRED.search(text) is not None


def _recurring(lines: Sequence[Line], said: Sequence[Said | None], recurring: Mapping[str, int]) -> list[Said | None]:
    """Lines that the pages of a site share are its furniture, unless their form says more."""
    return [
        ("boilerplate", f"stands on {recurring[line.normal]} pages of this site") if found is None and line.normal in recurring else found
        for line, found in zip(lines, said, strict=True)
    ]


def _profile(lines: Sequence[Line], said: Sequence[Said | None], url: str | None, lexicon: Lexicon) -> Publisher | None:
    """The publisher whose profile holds for the page: that of its address, else the one whose name is printed on a line of its own."""
    known = lexicon.of_url(url)
    named = (lexicon.publisher(line.text) for line, found in zip(lines, said, strict=True) if found and found[0] == "publisher")
    return known or next(named, None)


def _profiled(lines: Sequence[Line], said: Sequence[Said | None], publisher: Publisher | None) -> Sequence[Said | None]:
    """Lines that the publisher's profile knows have the role that it gives."""
    if publisher is None or not publisher.rules:
        return said
    found = list(said)
    for index, line in enumerate(lines):
        if line.words <= _PROFILED:
            role = next((role for pattern, role in publisher.rules if pattern.fullmatch(line.text)), None)
            if role:
                found[index] = role, f"profile of {publisher.name}"
    return found


def _lists(lines: Sequence[Line], said: Sequence[Said | None]) -> list[Said | None]:
    """Headlines behind ``Related:`` and labels behind ``Tags:`` share the role of the word that opens them."""
    found = list(said)
    opened: Said | None = None
    count = 0
    for index, line in enumerate(lines):
        if line.label is not None and line.label.effect == "interrupts":
            continue
        if line.label is not None:
            opens = line.label.effect == "opens_list"
            opened, count = ((line.label.role, f"in the list that {line.text[:40]!r} opens") if opens else None), 0
        elif opened is not None:
            free = found[index] is None or ((found[index] or ("",))[0] == "credit" and "©" not in line.text)
            listed = count < _LIST_LENGTH and free and _listed(line, opened[0])
            opened, count = (opened, count + 1) if listed else (None, 0)
            if listed:
                found[index] = opened
    return found


def _listed(line: Line, role: str) -> bool:
    if role == "tag":
        return not line.ended and (line.text.count(",") >= line.words / 6 or line.words <= 5)
    question = line.text.endswith("?") and line.words <= 20
    return (question or not line.prose) and 2 <= line.words <= 30 and not (line.ended and line.density > 0.3 and line.words > 14)


def _page_url(lines: Sequence[Line], said: Sequence[Said | None]) -> str | None:
    """The printed address that reads like an article's: words joined by hyphens, no picture."""
    for line, found in zip(lines, said, strict=True):
        if found and found[0] == "url" and article_url(line.text):
            return line.text
    return None


def article_url(url: str) -> bool:
    """Whether an address looks like an article's own: its last part is made of words, and it is no picture or script."""
    return len(titles.slug_words(url)) >= 3 and not _FILE.search(url.lower())
