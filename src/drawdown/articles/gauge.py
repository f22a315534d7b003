"""Lines measured once: the pages of a corpus share most of their short lines, menus above all."""

from __future__ import annotations

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
        self._signals = lexicon.signals | forms.SIGNALS
        self._known: dict[str, Measured] = {}

    def all(self, texts: list[str]) -> list[Measured]:
        """The measures of the lines of a page."""
        known = self._known
        return [known.get(text) or self._measured(text) for text in texts]

    def _measured(self, text: str) -> Measured:
        line = lines.plain(text, self.lexicon, self._signals)
        said = None
        if line is None:
            line = lines.measure(text, self.lexicon)
            said = forms.of(line, self.lexicon)
        measured = Measured(line, said, extent.weigh(line, said))
        if len(text) <= _SHORT:
            if len(self._known) >= _MOST:
                self._known.clear()
            self._known[text] = measured
        return measured
