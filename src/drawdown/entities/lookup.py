"""Printed names of actors and places, found in a text or by their transliteration."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import ahocorasick

from drawdown.entities.folding import fold, key, lower, spellings


@dataclass(frozen=True, slots=True)
class Name:
    """What a name stands for: an actor and the kind of name, or (``kind`` is "place") a place."""

    target: str
    kind: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found in a text: half-open span in code points."""

    start: int
    end: int
    name: Name


class Names:
    """Names ready to be looked up: as printed, long ones in any case, and by transliteration key. Of equal names the last one counts."""

    def __init__(self, listed: Sequence[tuple[str, Name]], states: frozenset[str]) -> None:
        demonyms = frozenset(printed for printed, name in listed if name.kind == "demonym" or name.target in states)
        any_case = [(printed, name) for printed, name in listed if _any_case(printed, name, demonyms)]
        self._printed = _automaton((form, name) for printed, name in listed for form in spellings(printed))
        self._lower = _automaton((lower(form), name) for printed, name in any_case for form in spellings(printed))
        self._keys = _keys(listed)

    def find(self, text: str) -> list[Hit]:
        """Names in a text, longest first where they overlap; a name never begins or ends inside a word."""
        shadow = fold(text)
        found = []
        for automaton, searched in ((self._printed, shadow), (self._lower, lower(shadow))):
            for last, (length, name) in automaton.iter(searched):
                start, end = last - length + 1, last + 1
                if _edge(shadow, start - 1, start) and _edge(shadow, end, end - 1):
                    found.append(Hit(start - _article(shadow, start, name), end, name))
        return _longest(found)

    def variant(self, name: str) -> str | None:
        """The actor one of whose names is this one in another transliteration; None if none or several are."""
        return self._keys.get(key(name))


def _any_case(printed: str, name: Name, demonyms: frozenset[str]) -> bool:
    """Whether a name is known in any case: long, of several words, and no description that begins with a demonym."""
    first = printed.split(maxsplit=1)[0]
    return name.kind in ("name", "alias") and len(printed) >= 12 and len(printed.split()) > 1 and first not in demonyms


def _keys(listed: Iterable[tuple[str, Name]]) -> dict[str, str]:
    """Actors by transliteration key, where a key of five letters or more means one of them."""
    found: dict[str, set[str]] = {}
    for printed, name in listed:
        if name.kind in ("name", "alias", "surname"):
            found.setdefault(key(printed), set()).add(name.target)
    return {folded: min(targets) for folded, targets in sorted(found.items()) if len(targets) == 1 and len(folded) >= 5}


def _automaton(names: Iterable[tuple[str, Name]]) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for form, name in names:
        automaton.add_word(form, (len(form), name))
    automaton.make_automaton()
    return automaton


def _article(text: str, start: int, name: Name) -> int:
    """Length of an Arabic article before a surname: the `al-` of al-Kadhimi is part of the name."""
    before = text[max(0, start - 3) : start].lower()
    return 3 if name.kind in ("surname", "place") and before in ("al-", "el-") and _edge(text, start - 4, start - 3) else 0


def _edge(text: str, outside: int, inside: int) -> bool:
    """Whether no word goes on across the edge between two neighbouring characters."""
    if outside < 0 or outside >= len(text):
        return True
    return not (text[outside].isalnum() and text[inside].isalnum())


def _longest(hits: Iterable[Hit]) -> list[Hit]:
    """Non-overlapping hits: the longest win, then the first."""
    kept: list[Hit] = []
    taken: set[int] = set()
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.start)):
        if taken.isdisjoint(range(hit.start, hit.end)):
            kept.append(hit)
            taken.update(range(hit.start, hit.end))
    return sorted(kept, key=lambda hit: hit.start)
