"""When: the time expression that the clause of an act is bound to."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from spacy.tokens import Token

from drawdown.event_mentions import contact, syntax, where
from drawdown.event_mentions.lexicon import Lexicon
from drawdown.event_mentions.triggers import Node, Reading

Row = dict[str, Any]
SAME_ACT = 2
"""Rank of a noun that names the same act, beside those of the words of the act's own clause."""


def bound_time(node: Node, reading: Reading, times: list[Row], *, background: bool = False) -> Row | None:
    """The time expression of the sentence that hangs on the act, on its light verb, or on nothing nearer.

    ``background`` also takes that of the clause which the act's clause sets in time ("voted in May, after he was shot").
    """
    sentence = node.token.sent
    inside = [row for row in times if sentence.start_char <= row["start"] < sentence.end_char]
    ranked = []
    holders = {at: rank for at, rank in _holders(node, background).items() if not _is_another(at, node, reading)}
    holders |= {token.i: SAME_ACT for token in where.same_act(node, reading)}
    if (clause := contact.read(node.token)) is not None:  # what stands before whom it is about belongs to the main clause
        inside = [row for row in inside if row["start"] > clause[1].idx]
    if (inner := contact.within(node.token)) is not None:
        verb, about = inner
        holders |= {verb.i: SAME_ACT}
        inside = [row for row in inside if not about.idx < row["start"] < node.token.idx]
    for row in inside:
        distance = _distance(node, reading, syntax.head_of(sentence.doc, row["start"], row["end"]), holders)
        if distance is not None:
            ranked.append((distance, row["edtf"] is None, abs(row["start"] - node.token.idx), row["start"], row))
    return min(ranked, key=lambda item: item[:4])[4] if ranked else None


def _is_another(at: int, node: Node, reading: Reading) -> bool:
    """Whether a word tells what somebody says of the act, at a time of its own: "on Monday he condemned the raid"."""
    above = reading.nodes.get(at) if node.token.pos_ in syntax.NOMINAL else None
    return above is not None and above != node and above.event_type in {"ACCUSE", "SUPPORT"} and above.event_type != node.event_type


def ahead(time: Row | None, day: date | None, lexicon: Lexicon) -> Row | None:
    """The time of an act to come: a weekday by itself, which news about the past takes backwards, is the next one."""
    if time is None or day is None or not lexicon.has("weekday", time["text"].lower()) or time["latest"] is None or time["latest"] > day:
        return time
    week = timedelta(days=7)
    earliest, latest = time["earliest"] + week, time["latest"] + week
    return {**time, "edtf": earliest.isoformat(), "earliest": earliest, "latest": latest}


def _distance(node: Node, reading: Reading, head: Token, holders: dict[int, int]) -> int | None:
    """Steps from a time expression up to the act's clause; None when it is bound to another act."""
    for steps, token in enumerate(syntax.path_up(head)):
        if token.i in holders:
            return steps + holders[token.i] * 3
        other = reading.nodes.get(token.i)
        if other is not None and other.event_type != node.event_type:
            return None
        if steps and token.pos_ in syntax.VERBAL:
            return None
    return None


def _holders(node: Node, background: bool) -> dict[int, int]:
    """The words of the act's clause: itself, its light words, and what governs it up to the finite verb; each with its rank."""
    holders = {node.token.i: 0, **{via.i: 1 for via in node.via}}
    at = node.token
    for rank in range(1, 8):
        finite = at.tag_ in {"VBD", "VBZ", "VBP"} or any(
            child.tag_ in {"VBD", "VBZ", "VBP", "MD"} for child in syntax.children(at, "aux", "auxpass")
        )
        if (
            at.head == at
            or at.dep_ in {"ccomp", "relcl", "parataxis", "nsubj"}
            or (at.pos_ in syntax.VERBAL and finite and not (background and at.dep_ == "advcl"))
        ):
            break
        at = at.head
        holders.setdefault(at.i, rank)
    return holders
