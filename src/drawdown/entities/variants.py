"""Unknown actors across pages: spellings of one name, and the surname of somebody named in full elsewhere."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

import polars as pl
from rapidfuzz import fuzz

from drawdown.entities.folding import key

_LIKENESS = 90.0
"""Least rapidfuzz ratio of the transliteration keys of two spellings; measured in ``benchmarks/entities_variants.py``."""
_MOST = 200
"""Names that may share a block of candidates; a larger block is only joined by equal keys."""


def alike(a: str, b: str) -> bool:
    """Whether two names of several words are spellings of one: nearly the same key, word by word from the same letters; initials aside."""
    first, second = _words(a), _words(b)
    if len(first) != len(second) or len(first) < 2:
        return False
    likeness = [fuzz.ratio(x, y) for x, y in zip(first, second, strict=True)]
    return (
        all(x[0] == y[0] for x, y in zip(first, second, strict=True))
        and min(likeness) >= 70
        and fuzz.ratio(" ".join(first), " ".join(second)) >= _LIKENESS
    )


def merged(mentions: pl.DataFrame) -> dict[str, str]:
    """Unknown entities that are others: id to the id that stays, the one with more mentions (the smaller id where they tie).

    Persons and organisations outside the registry only. Spellings are joined by :func:`alike`; a name of one word is the
    one person of the corpus with that surname.
    """
    rows = (
        mentions.filter(pl.col("entity_id").str.starts_with("x_") & (pl.col("method") == "model"))
        .group_by("entity_id", "kind", "text")
        .len()
        .sort(["entity_id", "len", "text"], descending=[False, True, False])
        .with_columns(pl.col("text").str.count_matches(r"\S+").alias("words"))
    )
    names: dict[str, dict[str, str]] = {"person": {}, "organisation": {}}
    counts: dict[str, int] = defaultdict(int)
    for entity, kind, text, count, words in rows.iter_rows():
        counts[entity] += count
        if kind in names and (entity not in names[kind] or words > len(names[kind][entity].split())):
            names[kind][entity] = text
    joined = _Groups(counts)
    for kind in sorted(names):
        _spellings(names[kind], joined)
    _surnames(names["person"], joined)
    return joined.mapping()


def _words(name: str) -> list[str]:
    """The words of a name as transliteration keys, without initials and "Jr."."""
    whole = " ".join(word for word in name.split() if len(word.strip(".")) > 1 and word.strip(".,") not in ("Jr", "Sr"))
    return key(whole).split()


class _Groups:
    """Sets of ids that are joined step by step; each has the id that stays."""

    def __init__(self, counts: dict[str, int]) -> None:
        self._counts, self._above = counts, dict[str, str]()

    def top(self, key: str) -> str:
        while key in self._above:
            key = self._above[key]
        return key

    def join(self, a: str, b: str) -> None:
        first, second = sorted((self.top(a), self.top(b)), key=lambda key: (-self._counts[key], key))
        if first != second:
            self._above[second] = first

    def mapping(self) -> dict[str, str]:
        return {key: self.top(key) for key in sorted(self._above)}


def _spellings(names: dict[str, str], joined: _Groups) -> None:
    """Join spellings; candidates share the first two letters of the first and of the last word of their keys."""
    blocks: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for entity, name in sorted(names.items()):
        words = _words(name)
        if len(words) > 1:
            blocks[words[0][:2], words[-1][:2], str(len(words))].append(entity)
    for block in blocks.values():
        for a, b in combinations(block, 2) if len(block) <= _MOST else ():
            if alike(names[a], names[b]):
                joined.join(a, b)


def _surnames(names: dict[str, str], joined: _Groups) -> None:
    """Join a name of one word to the person whose surname it is, if the corpus has one such person."""
    full: dict[str, set[str]] = defaultdict(set)
    for entity, name in names.items():
        words = _words(name)
        if len(words) > 1:
            full[words[-1]].add(joined.top(entity))
    for entity, name in sorted(names.items()):
        words = _words(name)
        if len(words) == 1 and len(words[0]) >= 4 and len(owners := full.get(words[0], set())) == 1:
            joined.join(min(owners), entity)
