"""Quotations and reported speech of an article."""

from __future__ import annotations

import re
from typing import Any

from spacy.tokens import Doc

from drawdown.entities.article import Article, Row
from drawdown.entities.quotes import attribution, cues, headlines, introductions, kinds, marks, nesting, phrases, relays
from drawdown.entities.quotes.attribution import Said
from drawdown.entities.quotes.cue import Cue
from drawdown.entities.quotes.lexicon import Lexicon
from drawdown.entities.quotes.people import People
from drawdown.entities.quotes.spans import Spans
from drawdown.entities.quotes.speakers import Speaker, Speakers
from drawdown.schemas import vocabularies

_NEXT = 3
"""Characters behind a clause in which a quotation that goes on with it opens."""


def find(
    article: Article, doc: Doc, mentions: list[dict[str, Any]], lexicon: Lexicon, people: People | None = None
) -> list[dict[str, Any]]:
    """Rows of `quotes`, in order of the text. ``mentions`` are the article's rows of `mentions`; offsets of ``doc`` are the text's.

    ``people`` is what is known of persons beforehand.
    """
    outer = [one for one in marks.find(article) if one.level == 1]
    words = cues.find(doc, article.text, lexicon, [(one.start, one.end) for one in outer])
    said = [
        one
        for one in attribution.attribute(article, outer, words, lexicon.stop)
        if kinds.speech(article.text, one, _title(article, one.marked.start), lexicon)
    ]
    quoted = [(one.start, one.end) for one in outer]
    resolved, speakers = _resolved(Speakers(article, lexicon, mentions, quoted, people or People()), words, said)
    if told := introductions.found(speakers):
        known = [row | {"entity_id": told.get(row["mention_id"], row["entity_id"])} for row in mentions]
        resolved, speakers = _resolved(Speakers(article, lexicon, known, quoted, people or People()), words, said)
    rows = [_marked(article, doc, one, resolved, speakers) for one in said]
    marked = Spans.of((one.start, one.end, one) for one in outer)
    # of two words that report the same clause the one before it has it: "said the road was shut, the agency reported"
    ranked = sorted(words, key=lambda cue: any(start > cue.start for start, _ in cue.clauses))
    rows += [row for cue in ranked for row in _clauses(article, cue, marked, resolved, speakers)]
    kept = headlines.attributed(article, doc, outer, [row for row in rows if row is not None], speakers.mentions)
    return sorted(
        {row["quote_id"]: row for row in nesting.without_relays(kept, speakers)}.values(),
        key=lambda row: (row["start"], row["end"], row["kind"]),
    )


def _resolved(speakers: Speakers, words: list[Cue], said: list[Said]) -> tuple[dict[int, Speaker], Speakers]:
    """The speaker at each word of saying that reports anything, by its first character."""
    resolved: dict[int, Speaker] = {}
    for cue in sorted({cue.start: cue for cue in [*words, *(one.cue for one in said if one.cue)]}.values(), key=lambda cue: cue.start):
        used = bool(cue.clauses) or any(one.cue is cue for one in said)
        head = cue.speaker or (phrases.inverted(cue.token) if used else None)
        if head is None or not (used or (head.pos_ == "PROPN" and phrases.finite_form(cue.token))):  # "Berg called for peace. He said ..."
            continue
        speaker = speakers.resolve(head, _within(cue, words), words=used)
        if used:
            resolved[cue.start] = speaker
    return resolved, speakers


def _within(cue: Cue, words: list[Cue]) -> bool:
    """Whether a word of saying stands in what another, before it, reports: "she said that he had denied it"; not so "he denied it, the agency said"."""
    return any(other.start < start < cue.start < end for other in words for start, end in other.clauses)


def _title(article: Article, offset: int) -> bool:
    return article.offsets.part(offset) in vocabularies.HEADLINES


def _marked(article: Article, doc: Doc, one: Said, resolved: dict[int, Speaker], speakers: Speakers) -> Row | None:
    kind = "direct" if kinds.direct(doc, article.text, one.marked.start, one.marked.end) else "partial"
    return _row(article, one.marked.start, one.marked.end, kind, one.cue, one.reason, resolved, speakers)


def _clauses(article: Article, cue: Cue, marked: Spans[marks.Marked], resolved: dict[int, Speaker], speakers: Speakers) -> list[Row | None]:
    """Rows of the reported clauses of a cue that are not themselves between marks. Only a noun (`claims that`) may leave open who says it."""
    if cue.start not in resolved and cue.token.pos_ != "NOUN":
        return []
    rows = []
    for start, end in cue.clauses:
        within = marked.overlapping(start, end)
        covered = sum(min(end, last) - max(start, first) for first, last, _ in within)
        whole = any(first <= start + 2 and end - 2 <= last for first, last, _ in within)
        if covered < 0.85 * (end - start) and not whole:
            beside = [one for _, _, one in marked.overlapping(start, end + _NEXT)]
            end = _whole_pairs(article.text, start, end, beside, speakers.lexicon.stop)
            rows.append(_row(article, start, end, "indirect", cue, "clause under the cue", resolved, speakers))
    return rows


def _whole_pairs(text: str, start: int, end: int, within: list[marks.Marked], stop: re.Pattern[str]) -> int:
    """Where a reported clause ends: behind the marks of a quotation that begins in it, or goes on with it, and for no further sentence."""
    opened = [one for one in within if one.closed and start + one.width < one.start and (one.start < end or text[one.start].islower())]
    return max([end, *(one.end + one.width for one in opened if stop.search(text, end, max(end, one.end - 1)) is None)])


def _row(
    article: Article, start: int, end: int, kind: str, cue: Cue | None, reason: str, resolved: dict[int, Speaker], speakers: Speakers
) -> Row | None:
    row = article.span("q", "quote_id", start, end, kind)
    if row is None:
        return None
    speaker = resolved.get(cue.start) if cue else None
    addressee = speakers.at(cue.addressee) if cue and cue.addressee is not None else None
    return row | {
        "kind": kind,
        "cue": cue.token.text if cue else None,
        "cue_class": cue.cue_class if cue else None,
        "speaker_id": speaker.entity_id if speaker else None,
        "speaker_text": speaker.text if speaker else None,
        "speaker_mention_id": speaker.mention_id if speaker else None,
        "addressee_id": addressee,
        "relay": relays.chain(article, cue, speaker, speakers) if cue and speaker else None,
        "reason": f"{reason}; {speaker.reason}" if speaker else reason,
    }
