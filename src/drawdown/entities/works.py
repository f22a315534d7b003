"""Titles of books, films and articles in running text: words between marks, every long one with a capital; they hold no mentions."""

from __future__ import annotations

import re

_QUOTED = re.compile(r"“([^“”\n]{12,160}?)[,.]?”|\"([^\"\n]{12,160}?)[,.]?\"")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_LEAST = 4
"""Words of a title; fewer may be a slogan or a nickname."""
_SHORT = 3
"""Letters up to which a word of a title may be small: "of", "the", "and"."""


def spans(text: str) -> list[tuple[int, int]]:
    """Half-open spans of the titles, without marks, in order. A headline that quotes is none: there all words have capitals."""
    return [
        found.span(group) for found in _QUOTED.finditer(text) for group in (1, 2) if found[group] and _is_title(text, *found.span(group))
    ]


def _is_title(text: str, start: int, end: int) -> bool:
    words = _WORD.findall(text[start:end])
    before = _WORD.findall(text[text.rfind("\n", 0, start) + 1 : start])
    running = bool(before) and before[-1].islower()
    return running and len(words) >= _LEAST and text[start].isupper() and all(word[0].isupper() for word in words if len(word) > _SHORT)
