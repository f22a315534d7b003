"""What can be measured on one line of a page: its words, how much it reads like running text, how much like a headline."""

from __future__ import annotations

import re
from typing import NamedTuple

from drawdown.articles.lexicon import Label, Lexicon, lowered, normal
from drawdown.articles.segments import Segment

_WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
_BULLET = re.compile(r"^(?:[•·▪■●◦‣»>*–—-]\s|\d{1,2}[.)]\s)")
_ENDED = re.compile(r"[.!?…:;][\"'”’)\]*]*(?:\s*\[\d+\])?$")
_CLOSING = "\"'”’)]*"
_STOPS = ".!?…:;"
_GLUED = re.compile(r"(?:[a-z]{3}|\d)[?!)’”]?[A-Z](?:[a-z’']+|)\s")
_TEASER_HEAD = 0.6
_TEASER_WORDS = 80
_MEASURED = 4000
_SAMPLED = 600
_LABELLED = 300


class Line(NamedTuple):
    """A segment's characters and measures; the words of a long one are counted in its first 600 characters, and their number is scaled.

    ``density``: share of function words; ``capitals``: share of its longer words that begin with a capital;
    ``clauses``: pronouns and auxiliary verbs in lower case; ``talk``: how much it
    speaks of the site itself; ``teaser``: a headline runs into its summary without a blank; ``label``: the furniture that it is.
    """

    segment: Segment
    text: str
    normal: str
    words: int
    density: float
    capitals: float
    clauses: int
    ended: bool
    bullet: bool
    quoted: bool
    talk: float
    teaser: bool
    label: Label | None

    @property
    def prose(self) -> bool:
        """Whether it reads like running text: a sentence, or at least a long stretch of connected words."""
        if self.words < 6 or self.teaser:
            return False
        if self.words >= 25:
            return self.density >= 0.2 and self.capitals < 0.8
        return self.density >= 0.2 and self.ended and (self.words >= 8 or self.quoted)

    @property
    def headline(self) -> bool:
        """Whether it has the form of a headline: some words, no full stop, no furniture."""
        return 3 <= self.words <= 30 and not (self.ended and not self.text.endswith(("?", "!"))) and self.label is None

    @property
    def title_case(self) -> bool:
        """Whether it is written as a headline in capitals: nearly all its longer words begin with one, and no verb or pronoun without."""
        return self.words >= 3 and self.capitals >= 0.75 and self.clauses == 0


def measure(text: str, segments: list[Segment], lexicon: Lexicon) -> list[Line]:
    """The lines of a page."""
    return [_line(segment, text[segment.start : segment.end], lexicon) for segment in segments]


def _line(segment: Segment, text: str, lexicon: Lexicon) -> Line:
    head = text if len(text) <= _MEASURED else text[:_MEASURED]
    lower = lowered(head)
    plain = lower if lower[:1].isalnum() and lower[-1:].isalnum() else normal(head)
    words = _WORD.findall(text, 0, _SAMPLED)
    measured = len(words)
    functional = clauses = longer = capital = 0
    for word in words:
        if word.lower() in lexicon.function_words:
            functional += 1
            clauses += word in lexicon.clause_words
        elif len(word) > 1:
            longer += 1
            capital += not word[0].islower()
    count = measured if len(text) <= _SAMPLED else measured * len(text) // _SAMPLED
    talk, inside = lexicon.talk(lower) if count > 1 else (0.0, None)
    return Line(
        segment,
        text,
        plain,
        count,
        functional / measured if measured else 0.0,
        capital / longer if longer else 0.0,
        clauses,
        (text.rstrip(_CLOSING)[-1:] or " ") in _STOPS or (text[-1] == "]" and _ENDED.search(text, max(0, len(text) - 12)) is not None),
        not text[0].isalpha() and _BULLET.match(text) is not None,
        text[0] in "\"“'‘" or '"' in text or "”" in text,
        talk,
        5 < count <= _TEASER_WORDS and _teaser(text[:300], lexicon),
        (lexicon.label(plain, lower) or inside) if len(text) < _LABELLED else None,
    )


def _teaser(head: str, lexicon: Lexicon) -> bool:
    """Whether a headline in capitals runs straight into a sentence, as flattened lists of stories do."""
    glued = _GLUED.search(head)
    if not glued:
        return False
    words = [word for word in _WORD.findall(head[: glued.start() + 1]) if word.lower() not in lexicon.function_words]
    return len(words) >= 4 and sum(not word[0].islower() for word in words) >= _TEASER_HEAD * len(words)
