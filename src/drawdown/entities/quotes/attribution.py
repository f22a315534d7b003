"""Which word of saying a quotation belongs to."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from drawdown.entities.article import Article
from drawdown.entities.quotes import phrases
from drawdown.entities.quotes.cue import Cue
from drawdown.entities.quotes.marks import Marked
from drawdown.entities.quotes.spans import Spans

_NEAR = 320
_SPEAKER_NEAR = 160


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation with its cue (None: the page names none near it) and why."""

    marked: Marked
    cue: Cue | None
    reason: str


def attribute(article: Article, marked: list[Marked], cues: list[Cue], stop: re.Pattern[str]) -> list[Said]:
    """Each outermost quotation with its cue, in order of the text; ``stop`` matches the printed end of a sentence."""
    starts = [cue.start for cue in cues]
    clauses = Spans.of((start, end, cue) for cue in cues for start, end in cue.clauses)
    said: list[Said] = []
    for index, one in enumerate(marked):
        before_limit = marked[index - 1].end if index else 0
        after_limit = marked[index + 1].start if index + 1 < len(marked) else len(article.text)
        chosen = (
            _containing(one, clauses)
            or _touching(article.text, one, cues, starts)
            or _behind(article.text, one, cues, starts, stop, after_limit)
            or _before(article.text, one, cues, starts, stop)
        )
        said.append(Said(one, *chosen) if chosen else Said(one, *_carried(article, one, said, before_limit)))
    return said


def _containing(one: Marked, clauses: Spans[Cue]) -> tuple[Cue, str] | None:
    """The cue whose reported clause holds the quotation; of several the innermost."""
    holding = [
        (end - start, cue.start, cue)
        for start, end, cue in clauses.overlapping(one.start, one.end)
        if start <= one.start and one.end <= end + 2 and (end - start) > (one.end - one.start) + 1 + 2 * one.width
    ]
    if not holding:
        return None
    return min(holding, key=lambda item: item[:2])[2], "inside the clause that the cue reports"


def _touching(text: str, one: Marked, cues: list[Cue], starts: list[int]) -> tuple[Cue, str] | None:
    """`expressed "hope"`, `said: "..."`: the cue directly before the opening mark."""
    at = bisect_left(starts, one.start) - 1
    if at < 0 or one.start - one.width - cues[at].end > 3 or text[one.end - 1] == "," or not _speaks(cues[at]):
        return None
    passive = any(child.dep_ == "auxpass" for child in cues[at].token.children)
    if passive and any(mark in text[cues[at].end : one.start - one.width] for mark in ".!?"):  # "The letters were answered. '...'"
        return None
    return cues[at], "cue before the quotation"


def _behind(text: str, one: Marked, cues: list[Cue], starts: list[int], stop: re.Pattern[str], limit: int) -> tuple[Cue, str] | None:
    """`"...", the minister said` and `"...", said the minister`: in what follows the closing mark, up to the end of the sentence."""
    inner_end = text[one.end - 1]
    closed = one.end + one.width
    if inner_end == "." and not text[closed : closed + 2].lstrip().startswith(tuple("abcdefghijklmnopqrstuvwxyz,")):
        after = text[closed : closed + 1]
        if after.isspace() or not after:
            return None
    printed = stop.search(text, min(closed, len(text)), min(one.end + _NEAR, len(text)))
    end = min(printed.start() if printed else one.end + _NEAR, limit)
    for cue in cues[bisect_left(starts, one.end) :]:
        if cue.start >= end:
            return None
        goes_on = cue.token.tag_ == "VBG" and not any(child.dep_ == "aux" for child in cue.token.children)
        if not goes_on and _speaks(cue) and _adjacent(text, one, cue):  # ", adding that" brings in what follows it
            return cue, "cue behind the quotation"
    return None


def _adjacent(text: str, one: Marked, cue: Cue) -> bool:
    """Whether nothing but the speaker and his apposition stands between a quotation and the cue behind it."""
    speaker = cue.speaker or phrases.inverted(cue.token)
    begin = min(cue.start, speaker.left_edge.idx) if speaker is not None else cue.start
    gap = text[one.end : max(one.end, begin)]
    return len(gap.strip(" \t\"\u201d\u2019',.?!;\u2014\u2013-*")) <= 12 or (
        cue.start - one.end < 60 and "," in text[one.end - 1 : one.end + 1 + one.width]
    )


def _speaks(cue: Cue) -> bool:
    return cue.speaker is not None or phrases.inverted(cue.token) is not None


def _before(text: str, one: Marked, cues: list[Cue], starts: list[int], stop: re.Pattern[str]) -> tuple[Cue, str] | None:
    """`The minister said: "..."`, `pledged to end "..."`: the nearest cue before it in its sentence."""
    mark = one.start - one.width
    window = text[max(0, one.start - _NEAR) : max(0, mark)]
    at = bisect_left(starts, one.start) - 1
    while at >= 0 and cues[at].start >= one.start - _NEAR:
        cue = cues[at]
        between = window[len(window) - (mark - cue.end) :] if mark > cue.end else ""
        if stop.search(between + " "):
            return None
        if _speaks(cue):
            adjacent = len(between) < 4 or between.rstrip().endswith((",", ":"))
            return cue, "cue before the quotation" if adjacent else "cue earlier in the sentence"
        at -= 1
    return None


def _carried(article: Article, one: Marked, said: list[Said], before_limit: int) -> tuple[Cue | None, str]:
    """A quotation without a cue goes on with the speaker of the one before it, in its block or after a block left open."""
    if not said or said[-1].cue is None or not _sentence_like(article.text, one):
        return None, "no word of saying near it"
    previous = said[-1].marked
    same_block = article.block(previous.start) == article.block(one.start)
    between = article.text[before_limit : one.start]
    if same_block and len(between) < _SPEAKER_NEAR * 2:
        return said[-1].cue, "goes on after a quotation of the same paragraph"
    if not previous.closed and not between.strip(" \t\n\"\u201c\u2018'"):
        return said[-1].cue, "goes on from the paragraph before, which leaves its mark open"
    return None, "no word of saying near it"


def _sentence_like(text: str, one: Marked) -> bool:
    return text[one.start : one.start + 1].isupper() and one.end - one.start > 20
