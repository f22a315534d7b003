"""A word of saying, and the sentence in which it is read."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span, Token

from drawdown.entities.quotes.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of saying with the head of its speaker, its reported clauses (spans of characters) and its addressee."""

    token: Token
    cue_class: str
    frame: str
    speaker: Token | None
    clauses: tuple[tuple[int, int], ...]
    addressee: Token | None

    @property
    def start(self) -> int:
        """First character of the word."""
        return self.token.idx

    @property
    def end(self) -> int:
        """Behind the last character of the word."""
        return self.token.idx + len(self.token)


@dataclass(frozen=True, slots=True)
class Place:
    """The sentence that is read, and what spaCy would work out anew for each of its words: its bounds, its look, the article's text."""

    sentence: Span
    start: int
    end: int
    headline: bool
    text: str
    lexicon: Lexicon
