"""A page cut into segments that tile it: the printed lines, joined to paragraphs where the page was wrapped at a fixed width."""

from __future__ import annotations

import re
from itertools import accumulate, compress
from operator import add, sub
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
_LONG = 150
_BULLET = re.compile(r"[•·▪■●◦‣»>*–—-]\s|\d{1,2}[.)]\s")
_WRAP = range(50, 101)
_MANY = 8
_CLOSED = ".!?\"'”’:"
_KEYS, _KEY_INITIALS = frozenset(("date", "publ", "upda", "modi")), frozenset("dDpPuUmM")


class Segments(NamedTuple):
    """The segments of a page as columns: where the printed characters of each begin and end, and what they are."""

    starts: list[int]
    ends: list[int]
    texts: list[str]


def cut(text: str) -> Segments:
    """Segments in page order. They tile the text from the first printed character on; white space alone gives none."""
    return _unwrapped(text, _parted(text, _lines(text)))


def apart(text: str, end: int, start: int) -> bool:
    """Whether a blank line stands between two places of a page, the end of one line and the beginning of a later one."""
    space = text[end:start]
    return (space.count("\n") or space.count("\r")) > 1


def _lines(text: str) -> Segments:
    """The printed part of every line that has one. Done by the column: pages have hundreds of lines."""
    lines = text.splitlines(keepends=True)
    printed = list(map(str.strip, lines))
    behind = compress(accumulate(map(len, lines)), printed)
    starts = list(map(sub, behind, map(len, map(str.lstrip, compress(lines, printed)))))
    texts = list(filter(None, printed))
    return Segments(starts, list(map(add, starts, map(len, texts))), texts)


def _parted(text: str, lines: Segments) -> Segments:
    """Lines cut in two where a leaked date stands before something else, or a notice of rights behind it. Changes ``lines``."""
    starts, ends, texts = lines
    for at in reversed([at for at, line in enumerate(texts) if len(line) > _LONG or line[0] in _KEY_INITIALS]):
        second = _second(text, starts[at], ends[at], texts[at])
        if second is not None:
            ahead = text[starts[at] : second].rstrip()
            starts[at : at + 1] = starts[at], second
            ends[at : at + 1] = starts[at] + len(ahead), ends[at]
            texts[at : at + 1] = ahead, text[second : ends[at + 1]]
    return lines


def _second(text: str, start: int, end: int, printed: str) -> int | None:
    """Where the second of two things begins that meet in a line."""
    behind = _behind_date(text, start, end) if printed[0] in _KEY_INITIALS and printed[:4].lower() in _KEYS else None
    return _notice(text, start, end) if behind is None and end - start > _LONG else behind


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


def _unwrapped(text: str, lines: Segments) -> Segments:
    """Lines joined to paragraphs, if the page looks wrapped at a fixed width."""
    if not _wrapped(text, lines):
        return lines
    width = max(map(len, lines.texts))
    starts: list[int] = []
    ends: list[int] = []
    full = False
    for start, end in zip(lines.starts, lines.ends, strict=True):
        if full and not _begins(text, ends[-1], start):
            ends[-1] = end
        else:
            starts.append(start)
            ends.append(end)
        full = end - start >= 0.7 * width
    return Segments(starts, ends, [text[start:end] for start, end in zip(starts, ends, strict=True)])


def _wrapped(text: str, lines: Segments) -> bool:
    """Whether most lines are about equally long and run on; of few lines, whether sentences go on over their ends."""
    if max(map(len, lines.texts), default=0) > _WRAP.stop:
        return False
    long = [length for length in map(len, lines.texts) if length >= _WRAP.start]
    if not long or len(long) < 0.5 * len(lines.texts):
        return False
    if len(long) < _MANY:
        gaps = zip(lines.ends, lines.starts[1:], lines.texts, lines.texts[1:], strict=False)
        joined = [line[-1] not in _CLOSED and behind[0].islower() for end, start, line, behind in gaps if not _begins(text, end, start)]
        return sum(joined) > 0.5 * len(joined)
    running = sum(1 for printed in lines.texts if printed[-1] not in _CLOSED)
    return median(long) >= 0.75 * max(long) and running >= 0.5 * len(lines.texts)


def _begins(text: str, end: int, start: int) -> bool:
    """Whether a blank line or a bullet separates a line from the one before it."""
    space = text[end:start]
    return space.count("\n") > 1 or space.count("\r") > 1 + space.count("\r\n") or _BULLET.match(text, start) is not None
