"""Lines measured once: the pages of a corpus share most of their short lines, menus above all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from drawdown.articles import extent, forms, lines
from drawdown.articles.forms import Said
from drawdown.articles.lexicon import Lexicon
from drawdown.articles.lines import Line

_SHORT = 120
_MOST = 50_000


class Measured(NamedTuple):
    """A line, the role that its form shows, and what it is worth to the running text; nothing here depends on the page."""

    line: Line
    said: Said | None
    worth: float


class Gauge:
    """Measures lines by a lexicon, and remembers short ones: what it gives for a line never depends on what it was given before.

    Memory is bounded: when fifty thousand lines are known, it begins anew.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._known: dict[str, Measured] = {}

    def pages(self, pages: Sequence[Sequence[str]]) -> list[list[Measured]]:
        """The measures of the lines of each page. Many pages at once cost less than one after the other."""
        known = self._known
        fresh = self._measured(list(dict.fromkeys(text for page in pages for text in page if text not in known)))
        found = [[known.get(text) or fresh[text] for text in page] for page in pages]
        if len(known) >= _MOST:
            known.clear()
        known.update((text, measured) for text, measured in fresh.items() if len(text) <= _SHORT)
        return found

    def _measured(self, texts: list[str]) -> dict[str, Measured]:
        measured = {}
        for line in lines.measure(texts, self.lexicon) if texts else ():
            said = forms.of(line, self.lexicon)
            measured[line.text] = Measured(line, said, extent.weigh(line, said))
        return measured
