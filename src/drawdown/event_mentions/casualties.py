"""How many were killed and injured, as the sentence says: low, best, high."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Token

from drawdown.event_mentions import syntax

KILL = frozenset(
    {"kill", "slay", "massacre", "assassinate", "execute", "murder", "behead", "die", "perish", "slaughter", "dead", "lose", "martyr"}
)
INJURE = frozenset({"injure", "wound", "hurt", "maim"})
WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000,
}  # fmt: skip
AT_LEAST = frozenset({"least", "than", "over", "more"})
AT_MOST = frozenset({"up", "most", "to"})


@dataclass(frozen=True, slots=True)
class Count:
    """A number of persons: lowest, best and highest figure; a bound that nobody gives is the best figure."""

    low: int
    best: int
    high: int


def number(token: Token) -> Count | None:
    """The number that a numeral stands for, with "at least", "up to" before it; None when it is none."""
    digits = re.sub(r"[,\s]", "", token.text)
    value = int(digits) if digits.isdecimal() and len(digits) < 9 else WORDS.get(token.lower_)
    if value is None:
        return None
    for child in syntax.children(token, "nummod", "compound"):
        inner = number(child)
        value = value * inner.best if inner and value in {100, 1000} else value + inner.best if inner else value
    return Count(value, value, value)


def find(token: Token) -> dict[str, Count]:
    """Deaths and injured that the words around a trigger tell: ``{"deaths": Count, "injured": Count}``, each if told."""
    found: dict[str, Count] = {}
    for verb in {token, *syntax.path_up(token), *(child for child in token.subtree)}:
        what = "deaths" if verb.lemma_.lower() in KILL else "injured" if verb.lemma_.lower() in INJURE else None
        if what is None or what in found or abs(verb.i - token.i) > 25:
            continue
        for person in _persons(verb):
            for child in syntax.children(person, "nummod") + ([person] if person.pos_ == "NUM" else []):
                count = number(child)
                if count is not None:
                    found.setdefault(what, count)
    return found


def _persons(verb: Token) -> list[Token]:
    if verb.pos_ == "ADJ":
        return [verb.head, *syntax.children(verb, "nsubj"), *syntax.children(verb.head, "dobj", "nsubj")]
    if verb.lemma_ in {"die", "perish"}:
        return syntax.children(verb, "nsubj")
    return syntax.undergoers(verb) or ([verb.head] if verb.dep_ == "acl" else [])
