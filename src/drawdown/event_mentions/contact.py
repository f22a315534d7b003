"""Relative clauses without a pronoun that the parse takes for the main one: "X, a group the ministry has blamed, released two men"."""

from __future__ import annotations

from spacy.tokens import Token

_VERBAL = frozenset({"VERB", "AUX"})
_OBJECTS = ("dobj", "ccomp", "xcomp", "nsubjpass", "auxpass")
_HELPERS = ("aux", "advmod", "neg")


def read(verb: Token) -> tuple[Token, Token] | None:
    """The true subject of such a clause ("ministry") and whom it is about ("X"); None for any other verb.

    The noun right before the verb follows another noun without a comma, both in apposition to what the parse calls the subject,
    the verb has no object of its own, and a finite verb further on is without a subject.
    """
    head = next((child for child in verb.children if child.dep_ == "nsubj" and child.i < verb.i), None)
    if head is None or verb.pos_ not in _VERBAL or any(child.dep_ in _OBJECTS for child in verb.children):
        return None
    first = min([verb.i, *(child.i for child in verb.children if child.dep_ in _HELPERS and head.i < child.i < verb.i)])
    doer = verb.doc[first - 1]
    described = doer.head
    chained = doer.dep_ == "appos" and described.dep_ == "appos" and described.head == head and described.i < doer.left_edge.i
    if not chained or doer.left_edge.i != described.i + 1:
        return None
    main = verb.head
    told = verb.dep_ == "ccomp" and main.i > verb.i and not any(child.dep_ in {"nsubj", "nsubjpass"} for child in main.children)
    return (doer, head) if told else None


def within(verb: Token) -> tuple[Token, Token] | None:
    """For the verb of the main clause ("released"): the verb of such a clause inside it, and the subject that the parse gave to that ("X")."""
    inside = ((child, read(child)) for child in verb.children if child.dep_ == "ccomp" and child.i < verb.i)
    return next(((child, found[1]) for child, found in inside if found is not None), None)
