"""Quotation marks and what stands between them.

Straight and curly, single and double, guillemets, doubled apostrophes and backticks; nested, left open over paragraphs,
or without a partner. One pass over the text; a mark without partner closes at the end of its block, if what it opens looks like speech.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from drawdown.entities.article import Article

_OPENING = {"\u201c": ("\u201d",), "\u00ab": ("\u00bb",), "\u201e": ("\u201c", "\u201d"), "\u2018": ("\u2019",), "``": ("''",)}
_SYMMETRIC = ('"', "''")
_MARK = re.compile("''|``|[\"'\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019]")
_LIMIT = 6000


@dataclass(frozen=True, slots=True)
class Marked:
    """Text between a pair of marks: ``[start, end)`` without the marks; ``level`` 1 is outermost; ``closed``: both marks are there.

    ``width`` is the number of characters of its opening mark.
    """

    start: int
    end: int
    level: int
    closed: bool
    width: int = 1


def find(article: Article) -> list[Marked]:
    """Everything between marks, in order of the text; a piece never crosses a block."""
    found: list[Marked] = []
    for piece in article.offsets.pieces:
        found += _in_block(article.text, piece.start, piece.end)
    return sorted(found, key=lambda marked: (marked.start, -marked.end))


def _in_block(text: str, start: int, end: int) -> list[Marked]:
    found: list[Marked] = []
    stack: list[tuple[str, int]] = []
    for match in _MARK.finditer(text, start, end):
        at, mark = match.start(), match.group()
        depth = _closes(mark, at, text, start, end, stack)
        if depth is not None:
            opener, opened = stack[depth]
            del stack[depth:]
            found.append(Marked(opened + len(opener), at, depth + 1, True, len(opener)))
        elif _opens(mark, at, text, start, end) and not any(mark == other for other, _ in stack):
            stack.append((mark, at))
    if stack and stack[0][0] not in "'\u2018" and (end - stack[0][1]) <= _LIMIT:
        found = [one for one in found if one.end < stack[0][1]] + [_deeper(one) for one in found if one.start > stack[0][1]]
        found.append(Marked(stack[0][1] + len(stack[0][0]), end, 1, False, len(stack[0][0])))
    return [_trimmed(one, text) for one in found if text[one.start : one.end].strip()]


def _deeper(one: Marked) -> Marked:
    return replace(one, level=max(one.level, 2))


def _trimmed(one: Marked, text: str) -> Marked:
    inner = text[one.start : one.end]
    start = one.start + len(inner) - len(inner.lstrip())
    return replace(one, start=start, end=start + len(inner.strip()))


def _closes(mark: str, at: int, text: str, start: int, end: int, stack: list[tuple[str, int]]) -> int | None:
    """Depth of the opening mark that this one closes; None when it closes none."""
    if mark == "\u2019" and at + 1 < end and text[at + 1].isalnum() and at > start and text[at - 1].isalnum():
        return None
    for depth in range(len(stack) - 1, -1, -1):
        opener, opened = stack[depth]
        if opener == mark and mark in _SYMMETRIC and at > opened + len(mark):
            return depth
        if opener == mark == "'" and at > opened + 1 and (_ends_word(at, text, start, end) or _lone(at, text, end)):
            return depth
        if mark == '"' and opener == "\u201c" and at > start and not text[at - 1].isspace():
            return depth
        if mark == "\u201d" and opener == '"':
            return depth
        if mark in _OPENING.get(opener, ()) and (mark != "\u2019" or _ends_word(at, text, start, end)):
            return depth
    return None


def _opens(mark: str, at: int, text: str, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + len(mark)] if at + len(mark) < end else " "
    if after.isspace():
        return False
    if mark in _OPENING:
        return True
    if mark == "'":
        return not before.isalnum() and (after.isalpha()) and before not in ".,;)]\u2019"
    return mark in _SYMMETRIC and not before.isalnum()


def _lone(at: int, text: str, end: int) -> bool:
    """Whether no further single mark follows soon, so that this one is not a possessive inside the quotation."""
    after = text[at + 1 : min(end, at + 400)]
    return not after[:1].isalnum() and not text[at - 1].isspace() and "'" not in after


def _ends_word(at: int, text: str, start: int, end: int) -> bool:
    """Whether a single mark stands where a quotation may end: something before it, no letter behind it, and no plural possessive."""
    after = text[at + 1] if at + 1 < end else " "
    before = text[at - 1] if at > start else " "
    return not before.isspace() and not after.isalnum() and not (before == "s" and after == " " and at + 2 < end and text[at + 2].islower())
