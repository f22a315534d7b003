"""Text with its parts marked in place: ``(SRC: Police) (EVT: arrested) (TAR: two men)``; marks may hold marks and brackets."""

from __future__ import annotations

import re

Span = tuple[int, int]
OPEN = re.compile(r"\((SRC/TAR|TAR/SRC|SRC|TAR|EVT|LOC)\s*:\s*")


def unmarked(marked: str) -> tuple[str, dict[str, list[Span]]]:
    """The text without its marks, and the spans of each tag in it (half-open); ``SRC/TAR`` counts as both.

    A mark that never closes ends with the text.
    """
    plain: list[str] = []
    spans: dict[str, list[Span]] = {"SRC": [], "TAR": [], "EVT": [], "LOC": []}
    opened: list[tuple[str, int]] = []
    at = 0
    while at < len(marked):
        if mark := OPEN.match(marked, at):
            opened.append((mark[1], len(plain)))
            at = mark.end()
            continue
        letter = marked[at]
        at += 1
        if letter == "(" and opened:
            opened.append(("", len(plain)))
        elif letter == ")" and opened:
            tag, start = opened.pop()
            if tag:
                _note(spans, tag, start, len(plain))
                continue
        plain.append(letter)
    for tag, start in reversed(opened):
        _note(spans, tag, start, len(plain))
    return "".join(plain), {tag: sorted(found) for tag, found in spans.items()}


def _note(spans: dict[str, list[Span]], tags: str, start: int, end: int) -> None:
    for tag in filter(None, tags.split("/")):
        spans[tag].append((start, end))
