"""Which line of a page is its headline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from drawdown.articles.forms import Said
from drawdown.articles.lexicon import normal
from drawdown.articles.lines import Line

_SLUG = re.compile(r"[a-z0-9]+")
_LEAST = 1.0
_STEM = 5
_STANDFIRST = 1.2
_ABOVE = 6
_SENTENCES = re.compile(r"[a-z]{3}[.!] [A-Z]")


def slug_words(url: str | None) -> frozenset[str]:
    """The words of an address's last parts; what is digits alone says nothing."""
    if not url:
        return frozenset()
    path = re.sub(r"^https?://[^/]+/?", "", url.lower()).split("?")[0]
    parts = [part for part in path.split("/") if part.count("-") >= 2 or part.count("_") >= 2]
    return frozenset(
        word for word in _SLUG.findall(parts[-1] if parts else "") if not word.isdigit() and word not in ("html", "htm", "php")
    )


def choose(
    lines: Sequence[Line], said: Sequence[Said | None], span: tuple[int, int], url: str | None, declared: str | None
) -> tuple[int, str] | None:
    """Index of the headline and the evidence for it; None where no line looks like one.

    ``span`` is where the running text lies; the headline may stand a little behind its first line, when a caption or a notice was
    taken for text.
    """
    first = span[0]
    about = _Evidence(
        slug_words(url),
        normal(declared) if declared else "",
        Counter(line.normal for line in lines),
        frozenset(stem for line in lines[first : span[1]] if line.prose for stem in _stems(line)),
    )
    best: tuple[float, int, str] | None = None
    for index, line in enumerate(lines[: first + 12]):
        scored = _score(lines, said, index, first, about) if 2 <= line.words <= 40 else None
        if scored and (best is None or scored[0] >= best[0] + (0.0 if index <= first else 0.3)):
            best = (scored[0], index, scored[1])
    return None if best is None or best[0] < _LEAST else (best[1], best[2])


class _Evidence(NamedTuple):
    """What a headline is held against: words of the address, the declared headline, repetition, words of the running text."""

    slug: frozenset[str]
    declared: str
    repeated: Counter[str]
    stems: frozenset[str]

    def shared(self, line: Line) -> float:
        """Share of a line's longer words that the running text has too."""
        stems = _stems(line)
        return len(stems & self.stems) / len(stems) if len(stems) >= 2 else 0.0


def _stems(line: Line) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _SLUG.findall(line.normal) if len(word) >= _STEM - 1)


def _score(lines: Sequence[Line], said: Sequence[Said | None], index: int, first: int, about: _Evidence) -> tuple[float, str] | None:
    line, distance = lines[index], index - first
    words = frozenset(_SLUG.findall(line.normal))
    in_slug = len(words & about.slug) / len(about.slug) if len(about.slug) >= 3 else 0.0
    wanted = about.declared
    as_declared = bool(wanted) and (line.normal == wanted or (line.words >= 4 and (line.normal in wanted or wanted in line.normal)))
    if said[index] is not None and not as_declared:
        return None
    if as_declared and line.words < 35:
        return 9.0 - abs(distance) * 0.01, "the headline that the page declares"
    if in_slug >= 0.6 and len(words) <= 2.5 * len(about.slug):
        return 7.0 * in_slug - abs(distance) * 0.02, "has the words of the page's address"
    if distance >= 0 or not line.headline or "www." in line.text:
        return None
    return _form(lines, said, index, first, about), "headline form above the running text, with its words"


def _form(lines: Sequence[Line], said: Sequence[Said | None], index: int, first: int, about: _Evidence) -> float:
    """How much a line looks like the headline of the running text below it."""
    line = lines[index]
    score = 1.0 - min(first - index, 40) * 0.05
    score += 2.5 * about.shared(line)
    score += 0.8 if 4 <= line.words <= 22 else -0.8
    score += 0.4 if about.repeated[line.normal] > 1 else 0.0
    score += 0.7 if any(found is not None and found[0] in ("byline", "clock", "credit") for found in said[index + 1 : index + 4]) else 0.0
    score -= 1.5 if line.bullet else 0.0
    score -= 1.0 if line.talk >= 0.7 else 0.0
    score -= 1.5 if _SENTENCES.search(line.text) else 0.0
    above = (at for at in range(max(0, index - _ABOVE), index) if said[at] is None)
    if any(lines[at].headline and 5 <= lines[at].words <= 22 and not lines[at].bullet and about.shared(lines[at]) >= 0.5 for at in above):
        score -= _STANDFIRST
    return score
