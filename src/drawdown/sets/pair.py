"""A sentence and two actors in, the best act between them out: for the sets that code one event a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from drawdown.event_mentions import participants, realis, syntax, triggers
from drawdown.event_mentions.lexicon import Lexicon
from drawdown.event_mentions.triggers import Node, Reading

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Best:
    """The act told between a pair, in PLOVER's strict reading (acts to come are promises or threats).

    ``event_type`` is None when the sentence tells none; ``start, end`` is the trigger in the sentence.
    """

    event_type: str | None
    mode: str | None = None
    quad_class: str | None = None
    realis: str | None = None
    start: int | None = None
    end: int | None = None
    rule: str | None = None
    confidence: float = 0.0
    reason: str = "no word of the lexicon"


def code(doc: Doc, source: Span | None, target: Span | None, lexicon: Lexicon) -> Best:
    """Best act for a pair over a parsed text, which may hold several sentences; character spans of the two, None for any actor."""
    found = []
    for sentence in doc.sents:
        reading = triggers.read(sentence, lexicon)
        for node in reading.nodes.values():
            fit = _fit(node, reading, source, target, lexicon)
            found.append((fit, -node.token.i, node, reading))
    if not found:
        return Best(None)
    fit, _, node, reading = max(found, key=lambda item: item[:2])
    return _strict(node, reading, lexicon, fit)


def _fit(node: Node, reading: Reading, source: Span | None, target: Span | None, lexicon: Lexicon) -> float:
    """How well an act fits the pair: its roles first, then how the words hang together."""
    roles = participants.find(node, reading, lexicon)
    score = node.predicate.confidence
    if source is not None:
        if _any_in(roles.actor, source):
            score += 4
        elif _any_in(roles.recipient, source):
            score -= 0.5
        if _inside(node.token, source):
            score -= 2
    if target is not None:
        if _any_in(roles.recipient, target) or (_any_in(roles.actor, target) and node.predicate.frame == "reciprocal"):
            score += 3
        elif _dominates(node.token, target):
            score += 2
        if _inside(node.token, target):
            score -= 1.5
    if node.token.i in reading.consumed:
        score -= 2.5
    if node.content is not None:
        score += 0.3
    if node.token.dep_ == "ROOT":
        score += 0.6
    if node.token.pos_ in syntax.VERBAL:
        score += 0.3
    if node.token.dep_ in {"compound", "amod"}:
        score -= 1
    return score - 0.02 * _depth(node.token)


def _strict(node: Node, reading: Reading, lexicon: Lexicon, fit: float) -> Best:
    status = realis.clause(node, reading, lexicon)
    event_type, mode, reason = node.event_type, node.mode, [f"{node.predicate.rule}", *node.notes]
    operator = {"planned": "future", "negated": "negated"}.get(status.realis)
    if node.predicate.operator == "promise":
        operator = "intent"
    if node.content is not None and node.content.token == node.token and node.event_type != "REQUEST":
        operator, event_type, mode = "future", node.content.event_type, node.content.mode
    if (event_type, node.predicate.object_class) == ("SANCTION", "sanctions"):
        event_type, mode = "COERCE", "restrict"  # the sets come from CAMEO codes: new sanctions (163) are COERCE in PLOVER's table
    made = lexicon.compose(operator, event_type, mode) if operator else None
    if made is not None:
        event_type, mode = made.event_type, made.mode
        reason.append(made.reason)
    end = node.token.idx + len(node.token.text)
    return Best(
        event_type,
        mode,
        lexicon.quads[event_type],
        status.realis,
        node.token.idx,
        end,
        node.predicate.rule,
        round(min(1.0, node.predicate.confidence * min(1.0, max(fit, 0.0) / 4)), 3),
        "; ".join([*reason, status.reason]),
    )


def _any_in(tokens: list[Token], span: Span) -> bool:
    return any(span[0] <= token.idx < span[1] for token in tokens)


def _inside(token: Token, span: Span) -> bool:
    return span[0] <= token.idx < span[1]


def _dominates(token: Token, span: Span) -> bool:
    return any(span[0] <= child.idx < span[1] for child in token.subtree)


def _depth(token: Token) -> int:
    return sum(1 for _ in syntax.path_up(token))
