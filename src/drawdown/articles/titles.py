"""Which line of a page is its headline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from drawdown.articles.forms import Said
from drawdown.articles.lexicon import normal
from drawdown.articles.lines import Line

_SLUG = re.compile(r"[a-z0-9]+")
_LEAST = 1.0


def slug_words(url: str | None) -> frozenset[str]:
    """The words of an address's last parts; what is digits alone says nothing."""
    if not url:
        return frozenset()
    path = re.sub(r"^https?://[^/]+/?", "", url.lower()).split("?")[0]
    parts = [part for part in path.split("/") if part.count("-") >= 2 or part.count("_") >= 2]
    return frozenset(
        word for word in _SLUG.findall(parts[-1] if parts else "") if not word.isdigit() and word not in ("html", "htm", "php")
    )


def choose(lines: Sequence[Line], said: Sequence[Said | None], first: int, url: str | None, declared: str | None) -> tuple[int, str] | None:
    """Index of the headline and the evidence for it; None where no line looks like one.

    ``first`` is the first line of running text; the headline may stand a little behind it, when a caption or a notice was taken for text.
    """
    slug, repeated = slug_words(url), Counter(line.normal for line in lines)
    wanted = normal(declared) if declared else ""
    best: tuple[float, int, str] | None = None
    for index, line in enumerate(lines[: first + 12]):
        followed = any(found is not None and found[0] in ("byline", "clock", "credit") for found in said[index + 1 : index + 4])
        scored = _score(line, said[index], index - first, slug, wanted, repeated[line.normal], followed)
        if scored and (best is None or scored[0] >= best[0] + (0.0 if index <= first else 0.3)):
            best = (scored[0], index, scored[1])
    return None if best is None or best[0] < _LEAST else (best[1], best[2])


def _score(
    line: Line, said: Said | None, distance: int, slug: frozenset[str], wanted: str, times: int, followed: bool
) -> tuple[float, str] | None:
    words = frozenset(_SLUG.findall(line.normal))
    shared = len(words & slug) / len(slug) if len(slug) >= 3 else 0.0
    as_declared = bool(wanted) and (line.normal == wanted or (line.words >= 4 and (line.normal in wanted or wanted in line.normal)))
    if (
        line.words > 40
        or line.words < 2
        or (said is not None and not as_declared)
        or (not as_declared and not line.headline and shared < 0.6)
    ):
        return None
    if as_declared and line.words < 35:
        return 8.0 - abs(distance) * 0.01, "the headline that the page declares"
    if shared >= 0.6 and len(words) <= 2.5 * len(slug):
        return 6.0 * shared - abs(distance) * 0.02, "has the words of the page's address"
    if distance >= 0:
        return None
    score = 2.5 - min(-distance, 30) * 0.12
    score += 1.2 if 5 <= line.words <= 22 else -1.0
    score += 0.5 if line.density >= 0.1 else 0.0
    score += 0.4 if times > 1 else 0.0
    score += 0.7 if followed else 0.0
    score -= 1.5 if line.bullet else 0.0
    score -= 1.0 if line.talk >= 0.7 else 0.0
    return score, "headline form above the running text"
