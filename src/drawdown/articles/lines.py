"""A printed line and its measures: its words, how much it reads like running text, how much like a headline."""

from __future__ import annotations

import re
from typing import NamedTuple

from drawdown.articles.lexicon import Label, Lexicon

WORD = re.compile(r"[^\W_]++(?:['’.\-][^\W_]++)*+")
_DIGIT = re.compile(r"\d")
_OPENING = re.compile(r"[A-Z]{3,}[A-Z ,.]* [–—-] (?=\w)")


class Line(NamedTuple):
    """The characters of a line and its measures, as :mod:`drawdown.articles.measures` finds them.

    ``normal``: the line as compared; ``words``: what blanks part between the first and the last letter or digit;
    ``functional``: function words in small letters; ``large``: words that begin with no small letter;
    ``sign``: it holds a character or a word that a form may be told by; ``timed``: it begins like a date or a time; ``talk``: how much it speaks of the site itself;
    ``label``: the furniture that it is; ``prose``: it reads like running text;
    ``headline``: it has the form of a headline; ``worth``: what it is worth to the running text, whatever its role.
    """

    text: str
    normal: str
    words: int
    functional: int
    large: int
    ended: bool
    bullet: bool
    quoted: bool
    sign: bool
    timed: bool
    talk: float
    label: Label | None
    prose: bool
    headline: bool
    worth: float
    lexicon: Lexicon

    @property
    def density(self) -> float:
        """Share of function words in small letters."""
        return min(self.functional / self.words, 1.0) if self.words else 0.0

    @property
    def capitals(self) -> float:
        """Share of the other words that begin with no small letter."""
        rest = self.words - self.functional
        return min(self.large / rest, 1.0) if rest > 0 and self.large > 0 else 0.0

    @property
    def clauses(self) -> int:
        """Pronouns and auxiliary verbs in lower case."""
        return sum(map(self.lexicon.clause_words.__contains__, WORD.findall(self.text)))

    @property
    def opening(self) -> bool:
        """Whether it opens a report, even where its sentence is broken off: a place in capitals, a dash, words."""
        return _OPENING.match(self.text) is not None

    @property
    def introduces(self) -> bool:
        """Whether it is the ``By`` of a name that stands on the next line."""
        return self.label is not None and self.label.effect == "names_next"

    @property
    def names(self) -> bool:
        """Whether it is two to eight words that are all names."""
        alone = 2 <= self.words <= 8 and not self.ended and self.text[0].isalpha() and self.text[-1] not in "/|,-–—"
        return alone and self.capitals == 1.0 and self.density <= 0.25 and self.clauses == 0 and not _DIGIT.search(self.text)

    @property
    def row(self) -> bool:
        """Whether it is the row of a table: tabs part its cells."""
        return "\t" in self.text

    @property
    def title_case(self) -> bool:
        """Whether it is written as a headline in capitals: nearly all its longer words begin with one, and no verb or pronoun without."""
        return self.words >= 3 and self.capitals >= 0.75 and self.clauses == 0
