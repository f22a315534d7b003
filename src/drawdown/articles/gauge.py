"""Lines measured once: the pages of a corpus share most of their short lines, menus above all."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, filterfalse

from drawdown.articles import extent, forms, measures
from drawdown.articles.forms import Said
from drawdown.articles.lexicon import Lexicon
from drawdown.articles.lines import Line

_SHORT = 120
_MOST = 50_000


Measured = tuple[Line, Said | None, float]
"""A line, the role that its form shows, and what it is worth to the running text; nothing here depends on the page."""


class Gauge:
    """Measures lines by a lexicon, and remembers short ones: what it gives for a line never depends on what it was given before.

    Memory is bounded: when fifty thousand lines are known, it begins anew.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._counts = measures.counts(lexicon)
        self._known: dict[str, Measured] = {}

    def pages(self, pages: Sequence[Sequence[str]]) -> list[list[Measured]]:
        """The measures of the lines of each page. Many pages at once cost less than one after the other."""
        known = self._known
        fresh = list(filterfalse(known.__contains__, dict.fromkeys(chain.from_iterable(pages))))
        known.update(zip(fresh, self._measured(fresh), strict=True))
        found = [list(map(known.__getitem__, page)) for page in pages]
        if len(known) >= _MOST:
            self.forget()
        else:
            for text in fresh:
                if len(text) > _SHORT:
                    del known[text]
        return found

    def forget(self) -> None:
        """Begin anew, as if no line had been given before."""
        self._known.clear()

    def _measured(self, texts: list[str]) -> list[Measured]:
        lines, shown = measures.measure(texts, self.lexicon, self._counts)
        said: list[Said | None] = [None] * len(lines)
        worth = [line.worth for line in lines]
        for index, lower in shown.items():
            said[index] = forms.of(lines[index], lower, self.lexicon)
            worth[index] = extent.weigh(lines[index], said[index])
        return list(zip(lines, said, worth, strict=True))
