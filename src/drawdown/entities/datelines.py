"""Datelines: where a report was filed, before its first sentence ("LIMA, May 3 (Reuters) - ...", "LIMA, 3 MAY 90 (EFE) -- ...", "TEHRAN — ...")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CAPITALS = r"(?P<capitals>[A-Z][A-Z.'’]+(?:[ -][A-Z.'’]+){0,3})"
_WORDS = r"(?P<words>[A-Z][a-z'’-]+(?:[ -][A-Z][a-z'’-]+){0,2})"
_DAY = r"(?:,?[ ](?:[A-Z][a-z]{2,8}\.?[ ]\d{1,2}(?:,[ ]\d{4})?|\d{1,2}[ ][A-Z][A-Za-z]{2,8}\.?(?:[ ]\d{2,4})?))?"
_REST = rf"(?:,[ ](?![A-Z]{{5}})[A-Z][\w.]{{1,14}}(?:[ ][A-Z][\w.]{{1,14}})?)?{_DAY}[ ]?(?:[(\[][^()\[\]\n]{{1,40}}[)\]])?"
_DATELINE = re.compile(rf"(?:{_CAPITALS}{_REST}[ ]?(?:--|[–—-]|:)(?=\s)|{_WORDS}{_REST}(?:[ ]|(?<=[)\]]))(?:--|[–—-])(?=\s+[\"“‘']?[A-Z]))")


@dataclass(frozen=True, slots=True)
class Dateline:
    """Half-open spans of the place, and of the whole dateline with its dash."""

    start: int
    place_end: int
    end: int


def read(text: str, start: int = 0) -> Dateline | None:
    """The dateline with which a text begins at a character; None where there is none."""
    found = _DATELINE.match(text, start)
    if found is None:
        return None
    return Dateline(start, found.end("capitals" if found["capitals"] else "words"), found.end())


def find(text: str) -> Iterator[Dateline]:
    """What looks like a dateline at the beginning of every paragraph; whether its place is one is for a gazetteer to say."""
    for paragraph in re.finditer(r"(?:\A|\n)[^\S\n]*(?=\S)", text):
        if (found := read(text, paragraph.end())) is not None:
            yield found
