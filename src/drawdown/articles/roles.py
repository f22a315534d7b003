"""The role of every line of a page: forms first, then lists, then where the line stands to the running text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from drawdown.articles import extent, forms, positions, titles
from drawdown.articles.blocks import Blocks
from drawdown.articles.forms import Told
from drawdown.articles.gauge import Gauge, Measured
from drawdown.articles.lexicon import Lexicon, Publisher
from drawdown.articles.lines import Line
from drawdown.articles.positions import Page
from drawdown.articles.segments import Segments, cut

_STARRED = re.compile(r"\*(?!\*)(?:(?<=[^\W_]\*)|(?<=[^\W_]\)\*))")
_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|mp[34]|css|js|ico|pdf)(?:$|\?)")
_LIST_LENGTH = 15
_PROFILED = 12


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known of a page beforehand: declared address and headline, how many pages of its site share a line, and whether a
    parser of HTML has found the article already."""

    url: str | None = None
    title: str | None = None
    recurring: Mapping[str, int] = field(default_factory=dict)
    extracted: bool = False


def assign(text: str, gauge: Gauge, hints: Hints) -> Blocks:
    """The blocks of a page, in page order; they tile it from its first printed character on. White space alone has none."""
    return assign_all([(text, hints)], gauge)[0]


def assign_all(pages: Sequence[tuple[str, Hints]], gauge: Gauge) -> list[Blocks]:
    """The blocks of each page: the same as one by one, in less time."""
    segments = [cut(text) for text, _ in pages]
    measured = gauge.pages([found.texts for found in segments])
    return [
        _assigned(text, hints, found, lines, gauge.lexicon) for (text, hints), found, lines in zip(pages, segments, measured, strict=True)
    ]


def _assigned(text: str, hints: Hints, segments: Segments, measured: list[Measured], lexicon: Lexicon) -> Blocks:
    if not measured:
        return Blocks.none()
    lines, alone, worth = zip(*measured, strict=True)
    said: Told = {index: found for index, found in enumerate(alone) if found is not None}
    if _starred(text):
        said |= {index: found for index, line in enumerate(lines) if (found := forms.note(line))}
    url = hints.url or _page_url(lines, said)
    if hints.recurring:
        said |= _recurring(lines, said, hints.recurring)
    said |= _profiled(lines, _profile(lines, said, url, lexicon))
    said |= _lists(lines, said)
    span: tuple[int, int] | None = (0, len(lines))
    if not hints.extracted:
        weighed = list(worth)
        for index, now in said.items():
            if now is not alone[index]:
                weighed[index] = extent.weigh(lines[index], now)
        span = extent.find(extent.weights(lines, said, weighed))
    chosen = titles.choose(lines, said, span or (len(lines), len(lines)), url, hints.title)
    page = Page(text, segments, lines, said)
    decided = positions.extracted(page, chosen) if hints.extracted else positions.printed(page, span, chosen)
    given, reasons = zip(*decided, strict=True)
    return Blocks(*segments, list(given), list(reasons))


def _starred(text: str) -> bool:
    """Whether a word of the page bears an asterisk, as words do that a footnote explains."""
    return "*" in text and _STARRED.search(text) is not None


def _recurring(lines: Sequence[Line], said: Told, recurring: Mapping[str, int]) -> Told:
    """Lines that the pages of a site share are its furniture, unless their form says more."""
    return {
        index: ("boilerplate", f"stands on {recurring[line.normal]} pages of this site")
        for index, line in enumerate(lines)
        if index not in said and line.normal in recurring
    }


def _profile(lines: Sequence[Line], said: Told, url: str | None, lexicon: Lexicon) -> Publisher | None:
    """The publisher whose profile holds for the page: that of its address, else the one whose name is printed on a line of its own."""
    named = forms.having(said, "publisher")
    return lexicon.of_url(url) or (lexicon.publisher(lines[named[0]].text) if named else None)


def _profiled(lines: Sequence[Line], publisher: Publisher | None) -> Told:
    """Lines that the publisher's profile knows have the role that it gives."""
    found: Told = {}
    if publisher is not None and publisher.rules:
        for index, line in enumerate(lines):
            role = next((role for pattern, role in publisher.rules if line.words <= _PROFILED and pattern.fullmatch(line.text)), None)
            if role:
                found[index] = role, f"profile of {publisher.name}"
    return found


def _lists(lines: Sequence[Line], said: Told) -> Told:
    """Headlines behind ``Related:`` and labels behind ``Tags:`` share the role of the word that opens them; a name behind ``By`` is a byline."""
    found: Told = {}
    for opener in said:
        label = lines[opener].label
        if label is None:
            continue
        if lines[opener].introduces:
            name = opener + 1
            if name < len(lines) and name not in said and lines[name].names:
                found[name] = "byline", f"a name behind {lines[opener].text!r}"
        elif label.effect == "opens_list":
            reason = f"in the list that {lines[opener].text[:40]!r} opens"
            found |= dict.fromkeys(_listing(lines, said, opener, label.role), (label.role, reason))
    return found


def _listing(lines: Sequence[Line], said: Told, opener: int, role: str) -> list[int]:
    """The lines of the list that a label opens: what looks like an entry, up to the next label; labels that interrupt are passed over."""
    found: list[int] = []
    for index in range(opener + 1, len(lines)):
        line = lines[index]
        if line.label is not None and line.label.effect == "interrupts":
            continue
        free = index not in said or (said[index][0] == "credit" and "©" not in line.text)
        if line.label is not None or len(found) == _LIST_LENGTH or not free or not _listed(line, role):
            break
        found.append(index)
    return found


def _listed(line: Line, role: str) -> bool:
    if role == "tag":
        return not line.ended and (line.text.count(",") >= line.words / 6 or line.words <= 5)
    question = line.text.endswith("?") and line.words <= 20
    return (question or not line.prose) and 2 <= line.words <= 30 and not (line.ended and line.density > 0.3 and line.words > 14)


def _page_url(lines: Sequence[Line], said: Told) -> str | None:
    """The printed address that reads like an article's: words joined by hyphens, no picture."""
    printed = (lines[index].text for index in forms.having(said, "url"))
    return next(filter(article_url, printed), None)


def article_url(url: str) -> bool:
    """Whether an address looks like an article's own: its last part is made of words, and it is no picture or script."""
    return len(titles.slug_words(url)) >= 3 and not _FILE.search(url.lower())
