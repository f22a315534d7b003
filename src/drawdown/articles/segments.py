"""A page cut into segments that tile it: the printed lines, joined to paragraphs where the page was wrapped at a fixed width."""

from __future__ import annotations

import re
from statistics import median
from typing import NamedTuple

_KEYED_DATE = re.compile(
    r"(?:date|published|updated|modified)\s*[:=]?\s*\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?\s+(?=\S)",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"(?:©|\(c\)|\bcopyright\b|\ball (?:content|material)s?\b|\bthis (?:work|article|story|content|text|page)\b)"
    r"(?:[^.!?\n]|\.(?=\S)){0,160}(?:\blicen[cs]ed under\b(?:[^.!?\n]|\.(?=\S)){0,120}|\.?\s?\ball rights reserved)\W*$",
    re.IGNORECASE,
)
_NOTICE_LENGTH = 300
_BULLET = re.compile(r"[•·▪■●◦‣»>*–—-]\s|\d{1,2}[.)]\s")
_WRAP = range(50, 101)
_KEY_INITIALS = frozenset("dDpPuUmM")
Printed = tuple[int, int, str]
"""Where the printed part of a line begins and ends, and what it is."""


class Segment(NamedTuple):
    """``start`` and ``end`` bound the printed characters, ``raw_end`` is where the next segment begins; ``text``: what is printed."""

    start: int
    end: int
    raw_end: int
    text: str


def cut(text: str) -> list[Segment]:
    """Segments in page order. They tile the text from the first printed character on; white space alone gives none."""
    lines = _unwrapped(text, _lines(text))
    if not lines:
        return []
    starts, ends, printed = zip(*lines, strict=True)
    return list(map(Segment._make, zip(starts, ends, (*starts[1:], len(text)), printed, strict=True)))


def apart(text: str, end: int, start: int) -> bool:
    """Whether a blank line stands between two places of a page, the end of one line and the beginning of a later one."""
    space = text[end:start]
    return (space.count("\n") or space.count("\r")) > 1


def _lines(text: str) -> list[Printed]:
    """The printed part of every line; two parts where a leaked date stands before something else, or a notice of rights behind it."""
    lines: list[Printed] = []
    noticed = "icen" in text or "eserved" in text
    after = 0
    for line in text.splitlines(keepends=True):
        at, after = after, after + len(line)
        printed = line.strip()
        if not printed:
            continue
        first = printed[0]
        start = at if line[0] == first else at + len(line) - len(line.lstrip())
        end = start + len(printed)
        second = _behind_date(text, start, end) if first in _KEY_INITIALS else None
        if noticed and second is None and end - start > _NOTICE_LENGTH // 2:
            second = _notice(text, start, end)
        if second is None:
            lines.append((start, end, printed))
        else:
            ahead = text[start:second].rstrip()
            lines += [(start, start + len(ahead), ahead), (second, end, text[second:end])]
    return lines


def _behind_date(text: str, start: int, end: int) -> int | None:
    leaked = _KEYED_DATE.match(text, start, end)
    return leaked.end() if leaked and leaked.end() < end else None


def _notice(text: str, start: int, end: int) -> int | None:
    """Where the notice begins that closes a paragraph."""
    tail = max(start, end - _NOTICE_LENGTH)
    if text.find("icen", tail, end) < 0 and text.find("eserved", tail, end) < 0:
        return None
    notice = _NOTICE.search(text, tail, end)
    return notice.start() if notice and text[start : notice.start()].strip() else None


def _unwrapped(text: str, lines: list[Printed]) -> list[Printed]:
    """Lines joined to paragraphs, if the page looks wrapped: most long lines are about equally long and run on."""
    long = [length for _, _, printed in lines if (length := len(printed)) >= _WRAP.start]
    if len(long) < 8 or max(long) > _WRAP.stop or len(long) < 0.5 * len(lines):
        return lines
    width = max(long)
    running = sum(1 for _, _, printed in lines if printed[-1] not in ".!?\"'”’:")
    if median(long) < 0.75 * width or running < 0.5 * len(lines):
        return lines
    joined: list[Printed] = []
    full = False
    for start, end, printed in lines:
        if joined and full and not _begins(text, joined[-1][1], start):
            joined[-1] = (joined[-1][0], end, text[joined[-1][0] : end])
        else:
            joined.append((start, end, printed))
        full = end - start >= 0.7 * width
    return joined


def _begins(text: str, end: int, start: int) -> bool:
    """Whether a blank line or a bullet separates a line from the one before it."""
    space = text[end:start]
    return space.count("\n") > 1 or space.count("\r") > 1 + space.count("\r\n") or _BULLET.match(text, start) is not None
