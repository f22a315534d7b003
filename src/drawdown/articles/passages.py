"""Passages that two articles share, word by word."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

SHINGLE = 5
"""Words of a shingle: similarity is the share of shingles that two articles have in common."""
GRAM = 8
"""Words of the runs by which shared passages are looked for."""
_REPEATED = 20
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True)
class Words:
    """An article's words in order, in the form in which they are compared, and where each stands in ``articles.text``.

    ``breaks`` are the positions (in words) at which a new block begins: no passage runs over one.
    """

    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    breaks: tuple[int, ...]

    @cached_property
    def runs(self) -> list[str]:
        """The runs of :data:`SHINGLE` words, in order."""
        return [" ".join(self.words[index : index + SHINGLE]) for index in range(len(self.words) - SHINGLE + 1)]

    @cached_property
    def shingles(self) -> frozenset[str]:
        """The distinct runs of :data:`SHINGLE` words; of a shorter text the text itself."""
        return frozenset(self.runs or [" ".join(self.words)] if self.words else [])


def words_of(text: str, starts: Sequence[int]) -> Words:
    """The words of an article; ``starts`` are the offsets at which its blocks begin."""
    found = list(_WORD.finditer(text))
    spans = tuple(match.span() for match in found)
    edges = sorted(starts)
    blocks = [bisect_right(edges, start) for start, _ in spans]
    breaks = tuple(index for index in range(len(blocks)) if index == 0 or blocks[index] != blocks[index - 1])
    return Words(tuple(match.group().lower().replace("’", "'") for match in found), spans, breaks)


def plain_words(text: str) -> list[str]:
    """The words of a text in the form in which they are compared."""
    return _WORD.findall(text.lower().replace("’", "'"))


def shared(first: Words, second: Words, least: int) -> list[tuple[int, int, int]]:
    """Maximal runs of at least ``least`` words that stand in both, as (position, position, length); overlapping ones: the longest.

    A run stays inside one block on either side. Words that the second article repeats more than twenty times begin no run.
    """
    places: dict[tuple[str, ...], list[int]] = {}
    for index in _candidates(second, first):
        places.setdefault(second.words[index : index + GRAM], []).append(index)
    runs: set[tuple[int, int, int]] = set()
    for index in _candidates(first, second) if places else ():
        found = places.get(first.words[index : index + GRAM], ())
        for other in found if len(found) <= _REPEATED else ():
            if not _continues(first, second, index, other):
                runs.add((index, other, _length(first, second, index, other)))
    kept: list[tuple[int, int, int]] = []
    for start, other, length in sorted(runs, key=lambda run: (-run[2], run[0], run[1])):
        if length >= least and all(start + length <= a or a + n <= start for a, _, n in kept):
            kept.append((start, other, length))
    return sorted(kept)


def _candidates(words: Words, other: Words) -> Iterator[int]:
    """Where the runs of eight words begin whose first five stand in the other article as well."""
    common = words.shingles & other.shingles
    return (index for index in range(len(words.words) - GRAM + 1) if words.runs[index] in common) if common else iter(())


def _continues(first: Words, second: Words, index: int, other: int) -> bool:
    """Whether the words before both positions belong to the same run."""
    if index == 0 or other == 0 or first.words[index - 1] != second.words[other - 1]:
        return False
    return index not in first.breaks and other not in second.breaks


def _length(first: Words, second: Words, index: int, other: int) -> int:
    most = min(_until_break(first, index) - index, _until_break(second, other) - other)
    length = 0
    while length < most and first.words[index + length] == second.words[other + length]:
        length += 1
    return length


def _until_break(words: Words, index: int) -> int:
    at = bisect_right(words.breaks, index)
    return words.breaks[at] if at < len(words.breaks) else len(words.words)
