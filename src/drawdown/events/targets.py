"""Whom or what a label names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from drawdown.events import retellings
from drawdown.events.retellings import Page, Row
from drawdown.events.wording import Label, Lexicon

NAMED = ("registry", "gazetteer", "model")
"""Methods that find proper names."""

GROUPS = ("armed_group", "organisation", "government")
"""Kinds of entity that labels stand beside."""

_REACH = 40
"""Characters between a label and a name that it stands beside."""

_BEHIND = re.compile(r"\s|\s(?:from|of|belonging to)\s(?:the\s)?")
_BEFORE = re.compile(r"[)*]?\s(?:group\s|movement\s)?|\)?(?:,|\s[-–—])\s(?:an?|the)\s(?:[\w-]+\s){0,3}")


def target(label: Label, doc: Doc, page: Page, lexicon: Lexicon) -> str | None:
    """The entity id, or for labels of acts the event mention id, that a label names; null where the text does not decide."""
    token = doc[label.token]
    if label.target_kind == "event":
        return _event(label, token, page, lexicon)
    return _entity(label, token, page)


def _entity(label: Label, token: Token, page: Page) -> str | None:
    """The phrase's own entity; else a name beside it, in apposition to it, or of which it is said."""
    end = token.idx + len(token.text)
    return (
        _linked(page.mentions, label.start, label.end)
        or _beside(token.doc.text, label.start, end, page.mentions)
        or next((found for span in _related(token) if (found := _linked(page.mentions, *span)) is not None), None)
    )


def _beside(text: str, start: int, end: int, mentions: Sequence[Row]) -> str | None:
    """The name before a label ("River Brigade, an armed group"), behind it ("militant group River Brigade") or on which it depends
    ("fighters from the River Brigade"); the nearest first."""
    found: list[tuple[int, str]] = []
    for mention in mentions:
        if mention["entity_id"] is None or mention["kind"] not in GROUPS or mention["method"] not in NAMED:
            continue
        first, last = mention["start"], mention["end"]
        if 0 <= first - end <= _REACH and _BEHIND.fullmatch(text[end:first]):
            found.append((first - end, str(mention["entity_id"])))
        if 0 <= start - last <= _REACH and _BEFORE.fullmatch(text[last:start]):
            found.append((start - last, str(mention["entity_id"])))
    return min(found)[1] if found else None


def _related(token: Token) -> list[tuple[int, int]]:
    """Phrases in apposition, the noun that this one modifies, and the subject of which a predicate is said."""
    found = [child for child in token.children if child.dep_ == "appos"]
    if token.dep_ in {"appos", "compound", "nmod"}:
        found.append(token.head)
    found += _subjects(token)
    return [(word.idx, word.idx + len(word.text)) for word in found]


def _subjects(token: Token) -> list[Token]:
    """Of whom a predicate is said: the subject ("X is a hero", "X is seen as a hero"), or the object of who calls him so ("they call X a hero")."""
    called = token.dep_ == "pobj" and token.head.lower_ == "as"
    if not called and token.dep_ not in {"attr", "acomp", "oprd"}:
        return []
    verb = token.head.head if called else token.head
    named = [child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"} and child.i < token.i]
    return named or [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]


def _linked(mentions: Sequence[Row], start: int, end: int) -> str | None:
    """The entity of the mention that overlaps a span and ends last in it: the head of an English phrase stands at its end."""
    inside = [m for m in mentions if m["start"] < end and m["end"] > start and m["entity_id"] is not None and m["kind"] != "nationality"]
    best = max(inside, key=lambda m: (m["end"], -m["start"]), default=None)
    return None if best is None else str(best["entity_id"])


def _event(label: Label, token: Token, page: Page, lexicon: Lexicon) -> str | None:
    """The event mention with this trigger; else the one that the word takes up."""
    if exact := _told(label.start, label.end, page):
        return exact
    for said in _subjects(token):  # "described the killing as a crime"
        if named := _told(said.idx, said.idx + len(said.text), page):
            return named
        if said.pos_ == "NOUN" and (found := retellings.find(said, page, lexicon)) is not None:
            return found
    return retellings.find(token, page, lexicon)


def _told(start: int, end: int, page: Page) -> str | None:
    """The last event mention whose trigger overlaps a span."""
    found = [event for event in page.events if event["start"] < end and event["end"] > start]
    return str(found[-1]["event_mention_id"]) if found else None
