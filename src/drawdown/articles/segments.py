"""A page cut into segments that tile it: the printed lines, joined to paragraphs where the page was wrapped at a fixed width."""

from __future__ import annotations

import re
from statistics import median
from typing import NamedTuple

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_KEYED_DATE = re.compile(
    r"(?:date|published|updated|modified)\s*[:=]?\s*\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?\s+(?=\S)",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[•·▪■●◦‣»>*–—-]\s|\d{1,2}[.)]\s")
_WRAP = range(50, 101)


class Segment(NamedTuple):
    """``start`` and ``end`` bound the printed characters, ``raw_end`` is where the next segment begins.

    ``gap`` says whether a blank line stands before it, ``indent`` counts the white space before it on its line.
    """

    start: int
    end: int
    raw_end: int
    gap: bool
    indent: int


def cut(text: str) -> list[Segment]:
    """Segments in page order. They tile the text from the first printed character on; white space alone gives none."""
    lines = _unwrapped(text, [line for found in _LINE.finditer(text) for line in _printed(text, found.start(), found.end())])
    if not lines:
        return []
    starts = [start for start, _ in lines]
    segments, before = [], 0
    for (start, end), raw_end in zip(lines, [*starts[1:], len(text)], strict=True):
        space = text[before:start]
        breaks = space.count("\n") or space.count("\r")
        indent = len(space) - 1 - max(space.rfind("\n"), space.rfind("\r"))
        segments.append(Segment(start, end, raw_end, breaks > 1, indent))
        before = end
    return segments


def _printed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The printed part of a line; two parts where a leaked date stands before something else."""
    line = text[start:end]
    stripped = line.strip()
    if not stripped:
        return []
    first = start + len(line) - len(line.lstrip())
    last = first + len(stripped)
    leaked = _KEYED_DATE.match(text, first, last) if stripped[0] in "dDpPuUmM" else None
    if leaked and leaked.end() < last:
        return [(first, first + len(leaked.group().rstrip())), (leaked.end(), last)]
    return [(first, last)]


def _unwrapped(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Lines joined to paragraphs, if the page looks wrapped: most long lines are about equally long and run on."""
    lengths = [end - start for start, end in lines]
    long = [length for length in lengths if length >= _WRAP.start]
    if len(long) < 8 or max(long) > _WRAP.stop or len(long) < 0.5 * len(lines):
        return lines
    width = max(long)
    running = sum(1 for start, end in lines if text[end - 1] not in ".!?\"'”’:")
    if median(long) < 0.75 * width or running < 0.5 * len(lines):
        return lines
    joined: list[tuple[int, int]] = []
    full = False
    for start, end in lines:
        if joined and full and not _apart(text, joined[-1][1], start):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
        full = end - start >= 0.7 * width
    return joined


def _apart(text: str, end: int, start: int) -> bool:
    """Whether a blank line or a bullet separates two lines."""
    space = text[end:start]
    return space.count("\n") > 1 or space.count("\r") > 1 + space.count("\r\n") or _BULLET.match(text, start) is not None
