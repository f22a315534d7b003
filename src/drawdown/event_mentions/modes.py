"""The mode of an act, made more exact by the means and things that its clause names."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from drawdown.event_mentions import kinds, syntax
from drawdown.event_mentions.lexicon import Lexicon
from drawdown.event_mentions.roles import Roles
from drawdown.event_mentions.triggers import Node

MEANS = (
    ("suicide-attack", "suicide"),
    ("drone", "drone_words"),
    ("aerial", "air"),
    ("heavy-weapons", "rocket"),
    ("explosives", "bomb"),
    ("explosives", "explosion"),
    ("firearms", "gun"),
    ("primitive", "blade"),
    ("crowd-control", "crowd_control"),
)
"""Modes of ASSAULT by the class of the means, in the codebook's order."""

KEPT = frozenset({"targeted", "suicide-attack", "drone", "abduct", "torture", "sexual", "crowd-control"})
"""Modes that the word itself tells, whatever the means."""

MANY_SIDED = frozenset({"trilateral", "tripartite", "multilateral", "quadrilateral", "multiparty"})

FORCES = (("weapons", "weapons"), ("police", "police"), ("militia", "militia"), ("troops", "troops"))


def refine(node: Node, roles: Roles, lexicon: Lexicon) -> str | None:
    """The mode of a node: that of its row, or what the words around it add."""
    if node.event_type == "ASSAULT" and (node.mode is None or node.mode not in KEPT):
        near = {form for token in _near(node.token, roles, lexicon) for form in (token.lemma_.lower(), token.lower_)}
        for mode, name in MEANS:
            if lexicon.has(name, *near):
                return mode
        if node.mode == "beat" and any(kinds.is_body(head, lexicon) for head in roles.recipient):
            return None  # "beat the rebels": in battle
    if node.event_type == "MOBILIZE" and node.mode in {None, "troops"}:
        moved = [token.lemma_.lower() for thing in [*syntax.undergoers(node.token), *roles.actor] for token in thing.subtree]
        for mode, name in FORCES:
            if lexicon.has(name, *moved):
                return mode
    if node.event_type == "CONSULT" and node.mode is None:
        talks = [node.token, *(syntax.undergoers(node.token) if node.token.pos_ in syntax.VERBAL else [])]
        by = [child.lemma_.lower() for talk in talks for child in syntax.children(talk, "compound", "amod")]
        if lexicon.has("phone", *by):
            return "phone"
        return "multilateral" if len(roles.actor) > 2 or any(word in MANY_SIDED for word in by) else None
    if node.event_type == "RETREAT" and node.predicate.lemma in {"leave", "return"} and node.mode is None:
        return "withdraw"
    return node.mode


def _near(token: Token, roles: Roles, lexicon: Lexicon) -> Iterator[Token]:
    yield token
    for child in token.children:
        if child.dep_ in {"compound", "amod", "nmod"}:
            yield child
    for head in [*roles.instrument, *roles.actor]:
        yield head
        yield from (child for child in head.children if child.dep_ in {"compound", "amod", "nmod"})
    for word in ("with", "by", "in", "using"):
        ends = syntax.prepositional(token, word)
        for end in [*ends, *(inner for outer in ends for inner in syntax.prepositional(outer, "of"))]:  # "in a spate of explosions"
            yield end
            yield from (child for child in end.children if child.dep_ in {"compound", "amod", "nmod"})
            yield from (grand for child in end.children if child.dep_ == "acl" for grand in child.subtree)
    struck = (clause for clause in syntax.children(token, "advcl") if any(mark.lower_ == "when" for mark in clause.children))
    for doer in (doer for clause in struck for doer in syntax.children(clause, "nsubj")):  # "were killed when shells hit the hall"
        yield from (doer, *syntax.children(doer, "compound"))
    if token.dep_ == "advcl" and token.tag_ == "VBG":  # "carried out drone strikes, killing ten"
        for act in syntax.children(token.head, "dobj"):
            yield from (child for child in act.children if child.dep_ == "compound" and lexicon.has("attack_words", act.lemma_.lower()))
    if token.pos_ in syntax.VERBAL:
        for thing in syntax.children(token, "dobj"):
            if thing in roles.recipient:  # "battled gunmen", "bombed a rocket depot"
                continue
            yield thing
            yield from (child for child in thing.children if child.dep_ == "compound")
