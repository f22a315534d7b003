"""What the pages of one site share: lines that stand on several of them are the site's, not the article's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from drawdown.articles import roles
from drawdown.articles.lexicon import host, normal

SAMPLE = 200
"""Pages of a site that are looked at: those with the smallest ids, so that neither order nor workers matter."""
_LEAST_PAGES = 3
_LEAST_SHARE = 0.3
_LONG = 12
_LONGEST = 400
_URL = re.compile(r"^[ \t]*(https?://\S+)[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Sampled:
    """A page of the sample: its site, its id and the lines that it has, in the form in which they are compared."""

    site: str
    document_id: str
    lines: frozenset[str]


def site(text: str, declared: str | None) -> str:
    """Host of the page's own address, declared or printed; empty when neither is there."""
    if declared:
        return host(declared)
    return next((host(found) for found in _URL.findall(text) if roles.article_url(found)), "")


def sample(pages: Iterable[tuple[str, str, str | None]]) -> Iterator[Sampled]:
    """What pages (id, text, declared address), in order of their ids, give for the sample: of each site those that come first."""
    counts: Counter[str] = Counter()
    for document_id, text, declared in pages:
        name = site(text, declared)
        counts[name] += 1
        if name and counts[name] <= SAMPLE:
            yield Sampled(name, document_id, _lines(text))


def _lines(text: str) -> frozenset[str]:
    lines = (line.strip() for line in text.splitlines())
    return frozenset(normal(line) for line in lines if 0 < len(line) <= _LONGEST)


def first(pages: Iterable[Sampled]) -> Iterator[Sampled]:
    """Of samples in order of their ids, put together, those that come first of each site."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts[page.site] += 1
        if counts[page.site] <= SAMPLE:
            yield page


def recurring(pages: Iterable[Sampled]) -> dict[str, dict[str, int]]:
    """Lines that recur on a site, with the number of sampled pages that have them.

    Three pages and three in ten are needed. Long lines are left alone: what reprints of an article share is no furniture.
    """
    counts: dict[str, Counter[str]] = {}
    totals: Counter[str] = Counter()
    for page in pages:
        totals[page.site] += 1
        counts.setdefault(page.site, Counter()).update(page.lines)
    return {name: found for name in sorted(counts) if (found := _furniture(counts[name], totals[name]))}


def _furniture(counts: Mapping[str, int], pages: int) -> dict[str, int]:
    least = max(_LEAST_PAGES, _LEAST_SHARE * pages)
    return {line: count for line, count in sorted(counts.items()) if line and count >= least and len(line.split()) < _LONG}
