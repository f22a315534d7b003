"""Reported clauses without a verb of saying."""

from __future__ import annotations

from spacy.tokens import Token

from drawdown.entities import datelines
from drawdown.entities.quotes import addressees, phrases
from drawdown.entities.quotes.clauses import finite, marked_that
from drawdown.entities.quotes.cue import Cue, Place


def according(token: Token, place: Place) -> Cue | None:
    """`According to X, ...`: the clause is the one that it modifies."""
    doc = token.doc
    if token.lower_ != "according" or token.i + 1 >= len(doc) or doc[token.i + 1].lower_ != "to":
        return None
    to = doc[token.i + 1]
    speaker = next((child for child in to.children if child.dep_ == "pobj"), None)
    host = token.head
    for _ in range(12):
        if (host.pos_ in ("VERB", "AUX") and finite(host)) or host.head == host:
            break
        host = host.head
    clauses: list[tuple[int, int]] = []
    if speaker is not None and finite(host):
        low, high = token.i, max(token.right_edge.i, to.right_edge.i, speaker.right_edge.i)
        for first, last in ((behind_dateline(place), low - 1), (high + 1, place.end - 1)):
            if (
                first <= last
                and (span := phrases.trimmed(place.text, doc[first].idx, doc[last].idx + len(doc[last])))
                and span[1] - span[0] > 15
            ):
                clauses.append(span)
    return Cue(token, "say", "clause", speaker, tuple(clauses), None)


def behind_dateline(place: Place) -> int:
    """First token of a sentence, without the dateline that it may begin with."""
    first = place.sentence[0]
    line = datelines.read(place.text, first.idx) if place.text[max(0, first.idx - 1) : first.idx] in ("", "\n") else None
    return next((token.i for token in place.sentence if line is None or token.idx >= line.end), place.start)


def noun(token: Token, place: Place) -> Cue | None:
    """`her claim that ...`, `reports that ...`: a noun of saying with its clause; without an owner nobody is its speaker.

    None where the noun is the object of a verb of saying, which then reports the clause.
    """
    entry = place.lexicon.nouns.get(token.lemma_.lower()) if token.pos_ == "NOUN" else None
    if entry is None or entry[1] == "object" or (token.dep_ == "dobj" and _reports(token.head, place)):
        return None
    root = next((one for one in token.rights if one.dep_ in ("acl", "ccomp") and marked_that(one) and finite(one)), None)
    spans = phrases.clause(place.text, root, token) if root is not None else []
    return Cue(token, entry[0], "clause", _owner(token), tuple(spans), addressees.of_cue(token, token, place.lexicon)) if spans else None


def _reports(verb: Token, place: Place) -> bool:
    return place.lexicon.verbs.get(verb.lemma_.lower(), ("", ""))[1] in ("clause", "light")


def _owner(noun: Token) -> Token | None:
    """Whose words a noun names: `Berg's claim`, `a claim by Berg`."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.lower_ in ("by", "from") and child.dep_ in ("prep", "agent"):
            return next((one for one in child.children if one.dep_ == "pobj"), None)
    return None
