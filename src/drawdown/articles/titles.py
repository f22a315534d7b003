"""Which line of a page is its headline."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from string import ascii_lowercase, digits

from drawdown.articles.forms import Told
from drawdown.articles.lexicon import normal
from drawdown.articles.lines import Line

_SLUG = re.compile(r"[a-z0-9]+")
_LEAST = 1.0
_STEM = 5
_LETTERS = frozenset(ascii_lowercase + digits)
_LEAD = 2000
_LONGER = re.compile(r"[a-z0-9]{4,}")
_META = ("byline", "clock", "credit")
_SHARED, _REPEATED, _FOLLOWED = 2.5, 0.4, 0.7
_STANDFIRST = 1.2
_WORDED = 0.8
_BEST = _WORDED + _SHARED + _REPEATED + _FOLLOWED
_SLUGGED, _IN_SLUG, _SPREAD = 3, 0.6, 2.5
_ABOVE, _BELOW = 6, 3
SENTENCES = re.compile(r"[a-z]{3}[.!][\"'”’)]*\s+[A-Z]")
"""The end of a sentence and the beginning of the next."""


def slug_words(url: str | None) -> frozenset[str]:
    """The words of an address's last parts; what is digits alone says nothing."""
    if not url:
        return frozenset()
    path = re.sub(r"^https?://[^/]+/?", "", url.lower()).split("?")[0]
    parts = [part for part in path.split("/") if part.count("-") >= 2 or part.count("_") >= 2]
    return frozenset(
        word for word in _SLUG.findall(parts[-1] if parts else "") if not word.isdigit() and word not in ("html", "htm", "php")
    )


def choose(lines: Sequence[Line], said: Told, span: tuple[int, int], url: str | None, declared: str | None) -> tuple[int, str] | None:
    """Index of the headline and the evidence for it; None where no line looks like one.

    ``span`` is where the running text lies; the headline may stand a little behind its first line, when a caption or a notice was
    taken for text.
    """
    first = span[0]
    about = _Evidence(slug_words(url), normal(declared) if declared else "", lines, said, range(*span))
    named = bool(about.declared or about.slug)
    best: tuple[float, int, str] | None = None
    for index in _candidates(lines, said, first, named, bool(declared)):
        ahead = best[0] + (0.3 if index > first else 0.0) if best else 0.0
        if not named and ahead > _most(first - index):
            break
        scored = _score(lines, said, index, first, about, ahead) if named else _above(lines, said, index, first, about, ahead)
        if scored and (best is None or scored[0] > ahead or (index > first and scored[0] == ahead)):
            best = (scored[0], index, scored[1])
    if best is not None and best[0] >= _LEAST:
        return best[1], best[2]
    asks = first < len(lines) and lines[first].headline and lines[first].text[-1] in "?!" and first not in said
    return (first, "a question or exclamation ahead of the running text") if asks else None


def _candidates(lines: Sequence[Line], said: Told, first: int, named: bool, declared: bool) -> Iterator[int]:
    """Lines that may be the headline, from the text upwards and then, where there are words to know it by, the lines behind the
    text's beginning: of equals the nearest above wins, and one behind must be clearly better."""
    above = range(min(first, len(lines) - 1), -1, -1)
    for index in (*above, *range(first + 1, min(first + 12, len(lines)))) if named else above:
        line = lines[index]
        if (line.headline or named) and 2 <= line.words <= 40 and (index not in said or declared):
            yield index


class _Evidence:
    """What a headline is held against: words of the address, the declared headline, repetition, what stands below, words with which the
    running text begins."""

    def __init__(self, slug: frozenset[str], declared: str, lines: Sequence[Line], said: Told, span: range) -> None:
        self.slug = slug if len(slug) >= _SLUGGED else frozenset()
        self.declared = declared
        self.followed = {at for index, (role, _) in said.items() if role in _META for at in range(index - _BELOW, index)}
        self._wanted = math.ceil(_IN_SLUG * len(self.slug))
        self._least = sum(sorted(map(len, self.slug))[: self._wanted])
        self._lines = lines
        self._span = span
        self._shares: dict[int, float] = {}

    @cached_property
    def _normals(self) -> list[str]:
        return [line.normal for line in self._lines]

    @cached_property
    def _lead(self) -> str:
        return " " + " ".join(self._lines[index].normal for index in self._span if self._lines[index].prose)[:_LEAD]

    def in_slug(self, line: Line) -> float:
        """Share of the address's words that a line has, where it is large and the line has not many more; else 0."""
        if not self.slug or len(line.normal) < self._least:
            return 0.0
        words = frozenset(_SLUG.findall(line.normal))
        shared = len(words & self.slug)
        return shared / len(self.slug) if shared >= self._wanted and len(words) <= _SPREAD * len(self.slug) else 0.0

    def repeated(self, line: Line) -> bool:
        """Whether the page has a line twice."""
        return self._normals.count(line.normal) > 1

    def shared(self, index: int) -> float:
        """Share of a line's longer words that the beginning of the running text has too, be their endings what they may."""
        if index not in self._shares:
            stems = {word[:_STEM] for word in _LONGER.findall(self._lines[index].normal)}
            self._shares[index] = sum(map(self._has, stems)) / len(stems) if len(stems) >= 2 else 0.0
        return self._shares[index]

    def _has(self, stem: str) -> bool:
        """Whether a word of the running text's beginning has a stem. The few stems are looked for, as that costs less than to cut all words of the text."""
        at = self._lead.find(stem)
        while at >= 0:
            end = at + len(stem)
            if self._lead[at - 1] not in _LETTERS and (len(stem) == _STEM or self._lead[end : end + 1] not in _LETTERS):
                return True
            at = self._lead.find(stem, end)
        return False


def _score(lines: Sequence[Line], said: Told, index: int, first: int, about: _Evidence, ahead: float) -> tuple[float, str] | None:
    """How much a line looks like the headline, with the evidence; None where it does not, or not more than ``ahead``."""
    line, distance = lines[index], index - first
    wanted = about.declared
    as_declared = bool(wanted) and (line.normal == wanted or (line.words >= 4 and (line.normal in wanted or wanted in line.normal)))
    if index in said and not as_declared:
        return None
    if as_declared and line.words < 35:
        return 9.0 - abs(distance) * 0.01, "the headline that the page declares"
    if in_slug := about.in_slug(line):
        return 7.0 * in_slug - abs(distance) * 0.02, "has the words of the page's address"
    return _above(lines, said, index, first, about, ahead)


def _above(lines: Sequence[Line], said: Told, index: int, first: int, about: _Evidence, ahead: float) -> tuple[float, str] | None:
    """The same, by form alone, for a line above the running text."""
    line = lines[index]
    if index >= first or not line.headline:
        return None
    score = _form(lines, said, index, first, about, ahead)
    if score is None or "www." in line.text or line.opening:
        return None
    return score, "headline form above the running text, with its words"


def _near(distance: int) -> float:
    """What it is worth to stand so many lines above the text."""
    return 1.0 - min(distance, 40) * 0.05


def _most(distance: int) -> float:
    """The most that the form of a line can be worth so many lines above the text."""
    return _near(distance) + _BEST


def _form(lines: Sequence[Line], said: Told, index: int, first: int, about: _Evidence, ahead: float) -> float | None:
    """How much a line looks like the headline of the running text below it; None where that cannot be more than ``ahead``."""
    line = lines[index]
    score = _near(first - index) + (_WORDED if 4 <= line.words <= 22 else -_WORDED)
    score += _FOLLOWED if index in about.followed else 0.0
    score -= 1.5 if line.bullet else 0.0
    score -= 1.0 if line.talk >= 0.7 else 0.0
    if score + _SHARED + _REPEATED < ahead:
        return None
    score += _REPEATED if about.repeated(line) else 0.0
    score -= 1.5 if SENTENCES.search(line.text) else 0.0
    if score + _SHARED < ahead:
        return None
    score += _SHARED * about.shared(index)
    above = (at for at in range(max(0, index - _ABOVE), index) if at not in said)
    if any(lines[at].headline and 5 <= lines[at].words <= 22 and not lines[at].bullet and about.shared(at) >= 0.5 for at in above):
        score -= _STANDFIRST
    return score
