"""Which line of a page is its headline."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import cached_property
from string import ascii_lowercase, digits

from drawdown.articles.forms import Told, having
from drawdown.articles.lexicon import normal
from drawdown.articles.lines import Line

_SLUG = re.compile(r"[a-z0-9]+")
_LEAST = 1.0
_STEM = 5
_LETTERS = frozenset(ascii_lowercase + digits)
_LEAD = 2000
_LONGER = re.compile(r"[a-z0-9]{4,}")
_SHARED, _REPEATED, _FOLLOWED, _SIGNED, _PICTURED = 2.5, 0.4, 0.7, 1.2, 1.0
_STANDFIRST = 1.2
_WORDED = 0.8
_BY_WORDS = _WORDED + _SHARED + _REPEATED
_SLUGGED, _IN_SLUG, _SPREAD = 3, 0.6, 2.5
_BEHIND, _CLEARLY = 12, 0.3
_CERTAIN = 1.0 + _BY_WORDS + _SIGNED
_BY_FORM = "headline form above the running text, with its words"
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
    best = _named(about) if about.declared or about.slug else _formed(about)
    if best is not None:
        return best
    asks = first < len(lines) and lines[first].headline and lines[first].text[-1] in "?!" and first not in said
    return (first, "a question or exclamation ahead of the running text") if asks else None


def _formed(about: _Evidence) -> tuple[int, str] | None:
    """The line above the running text that looks most like a headline; of equals the nearest."""
    best: int | None = None
    ahead = _LEAST
    signed, followed = min(about.signed, default=about.first), min(about.followed, default=about.first)
    for index in range(min(about.first, len(about.lines)) - 1, -1, -1):
        if index not in about.said and about.lines[index].headline:
            told = _SIGNED if index >= signed else _FOLLOWED if index >= followed else 0.0
            if ahead > _near(about.first - index) + _BY_WORDS + told:
                break
            score = about.form(index, ahead)
            if score is not None and (score > ahead or (best is None and score == ahead)):
                best, ahead = index, score
    return (best, _BY_FORM) if best is not None else None


def _named(about: _Evidence) -> tuple[int, str] | None:
    """The same where there are words to know the headline by: also among the first lines of the text, where it must be clearly better."""
    best: tuple[float, int, str] | None = None
    above = range(min(about.first, len(about.lines) - 1), -1, -1)
    behind = range(about.first + 1, min(about.first + _BEHIND, len(about.lines)))
    for indexes, margin in ((above, 0.0), (behind, _CLEARLY)):
        for index in indexes:
            ahead = best[0] + margin if best else 0.0
            if ahead > _CERTAIN and not about.declared and ahead > _in_address(1.0, index - about.first):
                break
            scored = _score(about, index, ahead) if 2 <= about.lines[index].words <= 40 else None
            if scored and (best is None or scored[0] > ahead or (margin and scored[0] == ahead)):
                best = (scored[0], index, scored[1])
    return best[1:] if best is not None and best[0] >= _LEAST else None


class _Evidence:
    """What a headline is held against: words of the address, the declared headline, repetition, what stands below, words with which the
    running text begins."""

    def __init__(self, slug: frozenset[str], declared: str, lines: Sequence[Line], said: Told, span: range) -> None:
        self.slug = slug if len(slug) >= _SLUGGED else frozenset()
        self.declared = declared
        signed = [index - 1 if index and lines[index - 1].introduces else index for index in having(said, "byline")]
        self.followed = {at for index in (*signed, *having(said, "clock")) for at in range(index - _BELOW, index)}
        self.signed = {index - 1 for index in signed}
        self.pictured = {index - 1 for index in having(said, "credit")}
        self._wanted = math.ceil(_IN_SLUG * len(self.slug))
        self._least = sum(sorted(map(len, self.slug))[: self._wanted])
        self.lines = lines
        self.said = said
        self.first = span.start
        self._span = span
        self._shares: dict[int, float] = {}

    @cached_property
    def _objects(self) -> list[int]:
        return list(map(id, self.lines))

    @cached_property
    def _lead(self) -> str:
        return " " + " ".join(self.lines[index].normal for index in self._span if self.lines[index].prose)[:_LEAD]

    def in_slug(self, line: Line) -> float:
        """Share of the address's words that a line has, where it is large and the line has not many more; else 0."""
        if not self.slug or len(line.normal) < self._least:
            return 0.0
        words = frozenset(_SLUG.findall(line.normal))
        shared = len(words & self.slug)
        return shared / len(self.slug) if shared >= self._wanted and len(words) <= _SPREAD * len(self.slug) else 0.0

    def form(self, index: int, ahead: float) -> float | None:
        """How much a line looks like the headline of the running text below it; None where that cannot be more than ``ahead``."""
        line = self.lines[index]
        score = _near(self.first - index) + (_WORDED if 4 <= line.words <= 22 else -_WORDED)
        score += _SIGNED if index in self.signed else _FOLLOWED if index in self.followed else 0.0
        score -= _PICTURED if index in self.pictured else 0.0
        score -= 1.5 if line.bullet else 0.0
        score -= 1.0 if line.talk >= 0.7 else 0.0
        if score + _SHARED + _REPEATED < ahead or "www." in line.text or line.opening:
            return None
        score += _REPEATED if self._repeated(line) else 0.0
        score -= 1.5 if SENTENCES.search(line.text) else 0.0
        if score + _SHARED < ahead:
            return None
        score += _SHARED * self._shared(index)
        return score - _STANDFIRST if score >= ahead and self._below_headline(index) else score

    def _below_headline(self, index: int) -> bool:
        """Whether a line that looks like a headline with words of the text stands a little above."""
        above = (at for at in range(max(0, index - _ABOVE), index) if at not in self.said)
        return any(
            self.lines[at].headline and 5 <= self.lines[at].words <= 22 and not self.lines[at].bullet and self._shared(at) >= 0.5
            for at in above
        )

    def _repeated(self, line: Line) -> bool:
        """Whether the page has a line twice: the gauge gives the same object for the same characters."""
        return self._objects.count(id(line)) > 1

    def _shared(self, index: int) -> float:
        """Share of a line's longer words that the beginning of the running text has too, be their endings what they may."""
        if index not in self._shares:
            stems = {word[:_STEM] for word in _LONGER.findall(self.lines[index].normal)}
            lead = self._lead
            self._shares[index] = sum([_has(lead, stem) for stem in stems]) / len(stems) if len(stems) >= 2 else 0.0
        return self._shares[index]


def _has(lead: str, stem: str) -> bool:
    """Whether a word of a text has a stem. The few stems are looked for, as that costs less than to cut all words of the text."""
    at = lead.find(stem)
    while at >= 0:
        end = at + len(stem)
        if lead[at - 1] not in _LETTERS and (len(stem) == _STEM or lead[end : end + 1] not in _LETTERS):
            return True
        at = lead.find(stem, end)
    return False


def _score(about: _Evidence, index: int, ahead: float) -> tuple[float, str] | None:
    """How much a line looks like the headline, with the evidence; None where it does not, or not more than ``ahead``."""
    line, distance = about.lines[index], index - about.first
    wanted = about.declared
    as_declared = bool(wanted) and (line.normal == wanted or (line.words >= 4 and (line.normal in wanted or wanted in line.normal)))
    if index in about.said and not as_declared:
        return None
    if as_declared and line.words < 35:
        return 9.0 - abs(distance) * 0.01, "the headline that the page declares"
    if in_slug := about.in_slug(line):
        return _in_address(in_slug, distance), "has the words of the page's address"
    score = about.form(index, ahead) if index < about.first and line.headline else None
    return (score, _BY_FORM) if score is not None else None


def _in_address(share: float, distance: int) -> float:
    """What it is worth to have a share of the words of the address, so many lines from the text."""
    return 7.0 * share - abs(distance) * 0.02


def _near(distance: int) -> float:
    """What it is worth to stand so many lines above the text."""
    return 1.0 - min(distance, 40) * 0.05
