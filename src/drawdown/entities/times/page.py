"""What a time expression may be measured from: the publication date, and the dates that the text has told before."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from spacy.tokens import Doc, Token

from drawdown.entities.article import Article
from drawdown.entities.times.grammar import Found
from drawdown.entities.times.values import Value
from drawdown.entities.times.words import Words


@dataclass(frozen=True, slots=True)
class Resolved:
    """A value (None: unknown) with its basis and the evidence in words."""

    value: Value | None
    basis: str
    reason: str


def unknown(reason: str) -> Resolved:
    """An expression that nothing on the page resolves."""
    return Resolved(None, "unknown", reason)


@dataclass(slots=True)
class Page:
    """The article while its expressions are resolved in order; ``told`` holds those behind us."""

    article: Article
    doc: Doc
    words: Words
    published: date | None
    full_dates: frozenset[date]
    told: list[tuple[Found, Resolved]] = field(default_factory=list)

    def last(self, *precisions: str, since: int = 0) -> Value | None:
        """The latest told date of one of these grains that begins at or behind an offset; None if the nearest one is unknown."""
        for found, resolved in reversed(self.told):
            if found.start < since:
                return None
            if resolved.value and resolved.value.precision in precisions:
                return resolved.value
            if resolved.value is None and found.rule in ("weekday", "deictic") and "day" in precisions:
                return None
        return None

    def block_start(self, offset: int) -> int:
        """Where the content block of an offset begins."""
        block = self.article.block(offset)
        return block[0] if block else 0

    def sentence(self, offset: int) -> tuple[int, int]:
        """Span of the sentence that holds an offset."""
        return self.article.sentence(offset)

    def token(self, offset: int) -> Token | None:
        """The token that holds a character; None past the end."""
        low, high = 0, len(self.doc)
        while low < high:
            middle = (low + high) // 2
            if self.doc[middle].idx + len(self.doc[middle]) <= offset:
                low = middle + 1
            else:
                high = middle
        return self.doc[low] if low < len(self.doc) else None

    def to_come(self, found: Found) -> bool:
        """Whether the clause that holds an expression speaks of what is to come."""
        token = self.token(found.start)
        steps = 0
        while token is not None and steps < 12:
            if token.pos_ in ("VERB", "AUX"):
                auxiliaries = {child.lower_ for child in token.children if child.dep_ in ("aux", "auxpass")}
                if any(self.words.has("coming", word) for word in auxiliaries):
                    return True
                if (
                    self.words.has("planning", token.lemma_)
                    and token.tag_ == "VBN"
                    and any(child.dep_ == "auxpass" for child in token.children)
                ):
                    return True
                if "to" in auxiliaries and self.words.has("planning", token.head.lemma_):
                    return True
                if "to" not in auxiliaries and token.dep_ not in ("xcomp", "pcomp", "acl"):
                    return False
            if token.head == token:
                return False
            token = token.head
            steps += 1
        return False


def published(article: Article) -> date | None:
    """The day of publication; None when the page does not tell it to the day."""
    match = re.match(r"(\d{4})-(\d{2})-(\d{2})(?:T|$)", article.published or "")
    if match is None:
        return None
    try:
        return date(*(int(part) for part in match.groups()))
    except ValueError:
        return None
