"""Which act that a page tells a noun of violence takes up: "the assassination", "this attack", "the killing of X"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from spacy.tokens import Token

from drawdown.entities.article import head
from drawdown.events.wording import Lexicon
from drawdown.schemas import vocabularies

VIOLENT = ("ASSAULT", "COERCE")
"""Event types that nouns of violence name."""

TOLD = (*vocabularies.DONE, "alleged")
"""What a noun can take up: acts told as done, whoever vouches for them."""

_POINTING = frozenset({"the", "this", "that"})
_OWN = ("compound", "nmod", "amod", "poss")
_TIES = {"of": None, "by": "actor", "on": "recipient", "against": "recipient"}
"""Prepositions behind a noun of violence, and the role of what follows where it decides."""

_MEANS = frozenset({"in", "by", "with", "through"})
_STEM = 4
"""Letters at the beginning that a noun and a verb of one act have in common: assassination, assassinated."""

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Page:
    """Rows of one article in order of place: mentions, event mentions, and participants by event mention."""

    mentions: Sequence[Row]
    events: Sequence[Row]
    parties: Mapping[str, Sequence[Row]] = field(default_factory=dict)

    @cached_property
    def kinds(self) -> Mapping[str, str]:
        """Kinds of mentions by their id."""
        return {row["mention_id"]: row["kind"] for row in self.mentions}


def find(token: Token, page: Page, lexicon: Lexicon) -> str | None:
    """The event mention that a noun or verb of violence names; None where the text does not decide.

    First the one of whose trigger it is a party or setting; then one whose parties its phrase names; a definite noun without parties takes up the
    last that was told before it; any other is of the only violent act of its sentence.
    """
    start, end = token.sent.start_char, token.sent.end_char
    violent = [event for event in page.events if event["event_type"] in VIOLENT]
    near = [event for event in violent if start <= event["start"] < end]
    if (tied := next((event for event in near if _tied(token, event)), None)) is not None:
        return str(tied["event_mention_id"])
    fitting = [event for event in violent if event["realis"] in TOLD and _fits(token, event, page, lexicon)]
    if token.tag_ in ("NNS", "NNPS"):
        fitting = [event for event in fitting if _akin(token, event) and event["text"].endswith("s")]
    if named := _named(token, page):
        return _of_parties(token, named, fitting, page)
    if token.tag_ in ("NN", "NNP") and any(child.lower_ in _POINTING for child in token.lefts) and not list(_complements(token)):
        before = [event for event in fitting if event["start"] < token.idx]
        if before:
            return str(_best(token, before)["event_mention_id"])
    return str(near[0]["event_mention_id"]) if len(near) == 1 else None


def _tied(token: Token, event: Row) -> bool:
    """Whether a noun stands to a trigger as its subject or means ("died in the attack"), or the trigger says more of it ("an attack that killed")."""
    trigger = head(token.doc, event["start"], event["end"])
    if trigger is None:
        return False
    if trigger.dep_ in ("relcl", "acl") and trigger.head == token:
        return True
    subject = token.head == trigger and token.dep_ in ("nsubj", "nsubjpass")
    return subject or (token.dep_ == "pobj" and token.head.lower_ in _MEANS and token.head.head == trigger)


def _named(token: Token, page: Page) -> list[tuple[Row, str | None]]:
    """Mentions inside the phrase of a noun that say whose act it is, or against whom, with the role that this gives them (None: either)."""
    spans: list[tuple[int, int, str | None]] = [
        (child.left_edge.idx, child.idx + len(child.text), "actor") for child in token.lefts if child.dep_ in _OWN
    ]
    spans += [(end.left_edge.idx, end.idx + len(end.text), _TIES[end.head.lower_]) for end in _complements(token)]
    return [
        (row, None if row["kind"] == "person" else role)
        for first, last, role in spans
        for row in page.mentions
        if row["entity_id"] and first <= row["start"] < last
    ]


def _complements(token: Token) -> Iterator[Token]:
    """Whose act, or against whom, behind a noun: "the killing *of two guards*", "the attack *on Arvan*"."""
    for tie in token.rights:
        if tie.dep_ in ("prep", "agent") and tie.lower_ in _TIES:
            yield from (end for end in tie.children if end.dep_ == "pobj")


def _of_parties(token: Token, named: list[tuple[Row, str | None]], fitting: list[Row], page: Page) -> str | None:
    """Of the acts that a phrase may mean, one with most of the parties that it names; a person that it names must be among them."""
    shared = []
    for event in fitting:
        parties = {(row["entity_id"], row["role"]) for row in page.parties.get(event["event_mention_id"], ())}
        entities = {entity for entity, _ in parties}
        same = [row for row, role in named if (row["entity_id"] in entities if role is None else (row["entity_id"], role) in parties)]
        if same and (all(row["kind"] != "person" for row, _ in named) or any(row["kind"] == "person" for row in same)):
            shared.append((len({row["entity_id"] for row in same}), event))
    most = max((count for count, _ in shared), default=0)
    best = [event for count, event in shared if count == most]
    return str(_best(token, best)["event_mention_id"]) if best else None


def _best(token: Token, events: Sequence[Row]) -> Row:
    """One told in a word of the same stem before others, one before the noun before one behind it, then the nearest."""
    return min(events, key=lambda event: (not _akin(token, event), event["start"] > token.idx, abs(event["start"] - token.idx)))


def _akin(token: Token, event: Row) -> bool:
    return bool(token.lower_[:_STEM] == event["text"].lower()[:_STEM])


def _fits(token: Token, event: Row, page: Page, lexicon: Lexicon) -> bool:
    """Whether a noun can name an act of violence: a word of its stem, a word for any violence, or a word for a killing where a person is hurt."""
    noun = token.lemma_.lower()
    if _akin(token, event):
        return True
    if event["event_type"] != "ASSAULT":
        return False
    if noun in lexicon.wide:
        return True
    hurt = [row["mention_id"] for row in page.parties.get(event["event_mention_id"], ()) if row["role"] == "recipient"]
    return noun in lexicon.deaths and any(page.kinds.get(mention) == "person" for mention in hurt)
