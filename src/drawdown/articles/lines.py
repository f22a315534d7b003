"""What can be measured on one line of a page: its words, how much it reads like running text, how much like a headline."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from drawdown.articles.lexicon import Label, Lexicon, lowered, trimmed

_WORD = re.compile(r"[^\W_]++(?:['’.\-][^\W_]++)*+")
_BULLET = re.compile(r"^(?:[•·▪■●◦‣»>*–—-]\s|\d{1,2}[.)]\s)")
_BULLETS = frozenset("•·▪■●◦‣»>*–—-")
_DIGIT = re.compile(r"\d")
_ENDED = re.compile(r"[.!?…:;][\"'”’)\]*]*(?:\s*\[\d+\])?$")
_CLOSING = "\"'”’)]*"
_STOPS = ".!?…:;"
_INNER_CAPITAL = re.compile(r"[A-Z](?<=[a-z\d?!)’”][A-Z])")
_GLUED = re.compile(r"(?:[a-z]{3}|\d)[?!)’”]?[A-Z](?:[a-z’']+|)\s")
_TEASER_HEAD = 0.6
_TEASER_WORDS = range(6, 81)
_SENTENCE = 6
_LONG = 25
_PLAIN = 100
_MEASURED = 4000
_SAMPLED = 600
_LABELLED = 300


@dataclass(slots=True)
class Line:
    """The characters of a line and its measures; the words of a long one are counted in its first 600 characters, and scaled.

    ``lower`` and ``normal``: the line as compared; ``talk``: how much it speaks of the site itself; ``label``: the furniture that it
    is. What its words are like is found when first asked for: of most short lines nobody asks.
    """

    text: str
    lower: str
    normal: str
    words: int
    ended: bool = False
    bullet: bool = False
    quoted: bool = False
    digits: bool = False
    talk: float = 0.0
    label: Label | None = None
    lexicon: Lexicon = field(repr=False, kw_only=True)
    _style: tuple[float, float] | None = None
    _prose: bool | None = None

    @property
    def density(self) -> float:
        """Share of function words."""
        return self._measures()[0]

    @property
    def capitals(self) -> float:
        """Share of its other words, if longer than a letter, that begin with a capital."""
        return self._measures()[1]

    @property
    def clauses(self) -> int:
        """Pronouns and auxiliary verbs in lower case."""
        return sum(map(self.lexicon.clause_words.__contains__, _WORD.findall(self.text, 0, _SAMPLED)))

    @property
    def prose(self) -> bool:
        """Whether it reads like running text: a sentence, or at least a long stretch of connected words."""
        if self._prose is None:
            self._prose = self._reads()
        return self._prose

    def _reads(self) -> bool:
        if self.words >= _LONG:
            return self.density >= 0.2 and self.capitals < 0.8 and not self.teaser
        return self.ended and self.words >= (_SENTENCE if self.quoted else 8) and self.density >= 0.2 and not self.teaser

    @property
    def teaser(self) -> bool:
        """Whether a headline in capitals runs straight into a sentence, as flattened lists of stories do."""
        if self.words not in _TEASER_WORDS or not _INNER_CAPITAL.search(self.text, 0, 300):
            return False
        glued = _GLUED.search(self.text, 0, 300)
        words = _WORD.findall(self.text, 0, glued.start() + 1) if glued else []
        head = [word[0] for word in words if word not in self.lexicon.function_words]
        return len(head) >= 4 and len(head) - sum(map(str.islower, head)) >= _TEASER_HEAD * len(head)

    @property
    def headline(self) -> bool:
        """Whether it has the form of a headline: some words, no full stop, no furniture."""
        return 3 <= self.words <= 30 and self.label is None and not (self.ended and not self.text.endswith(("?", "!")))

    @property
    def title_case(self) -> bool:
        """Whether it is written as a headline in capitals: nearly all its longer words begin with one, and no verb or pronoun without."""
        return self.words >= 3 and self.capitals >= 0.75 and self.clauses == 0

    def _measures(self) -> tuple[float, float]:
        if self._style is None:
            self._style = _style(_WORD.findall(self.text, 0, _SAMPLED), self.lexicon)
        return self._style


def plain(text: str, lexicon: Lexicon, signals: frozenset[str]) -> Line | None:
    """The measures of a short line of letters and blanks, perhaps behind a bullet, in which no word is a signal: no label, no talk.

    Most lines of a menu are such. None for any other line.
    """
    bullet = text[1:2] == " " and text[0] in _BULLETS
    normal = (text[2:] if bullet else text).lower()
    if len(text) > _PLAIN or not normal.replace(" ", "").isalpha():
        return None
    words = normal.split(" ")
    if not signals.isdisjoint(words) or normal in lexicon.lines or normal in lexicon.publishers or "" in words or len(words) >= _LONG:
        return None
    return Line(text, text.lower() if bullet else normal, normal, len(words), bullet=bullet, lexicon=lexicon)


def measure(text: str, lexicon: Lexicon) -> Line:
    """The measures of a printed line."""
    lower = lowered(text if len(text) <= _MEASURED else text[:_MEASURED])
    normal = trimmed(lower)
    sample = _WORD.findall(text, 0, _SAMPLED)
    words = len(sample) if len(text) <= _SAMPLED else len(sample) * len(text) // _SAMPLED
    ended = not text[-1].isalnum() and _ended(text)
    talk, inside = lexicon.talk(lower) if words > 1 else (0.0, None)
    return Line(
        text,
        lower,
        normal,
        words,
        ended,
        not text[0].isalpha() and _BULLET.match(text) is not None,
        text[0] in "\"“'‘" or '"' in text or "”" in text,
        _DIGIT.search(text) is not None,
        talk,
        (lexicon.label(normal, lower) or inside) if len(text) < _LABELLED else None,
        _style(sample, lexicon) if words >= _LONG or (ended and words >= _SENTENCE) else None,
        lexicon=lexicon,
    )


def _ended(text: str) -> bool:
    """Whether a line ends as sentences do, perhaps with closing quotes or a reference behind."""
    if (text.rstrip(_CLOSING)[-1:] or " ") in _STOPS:
        return True
    return text[-1] == "]" and _ENDED.search(text, max(0, len(text) - 12)) is not None


def _style(words: list[str], lexicon: Lexicon) -> tuple[float, float]:
    """The share of function words, and the share of the others that begin with a capital."""
    others = [word for word in words if word not in lexicon.function_words]
    initials = [word[0] for word in others if len(word) > 1]
    return (
        (len(words) - len(others)) / len(words) if words else 0.0,
        (len(initials) - sum(map(str.islower, initials))) / len(initials) if initials else 0.0,
    )
