"""Pronouns that take part in what is told or said: he, she, they, it, we and their object forms."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from drawdown.entities.article import Row
from drawdown.entities.discourse import NEAR, Discourse, Seen
from drawdown.entities.registry import Registry

PERSONS = {"he": "m", "him": "m", "she": "f", "her": "f"}
"""Pronouns for one person, with the gender that they tell."""
_SPEAKERS = frozenset({"we", "us"})
_GROUPS = frozenset({"they", "them"})
PRONOUNS = frozenset({*PERSONS, *_SPEAKERS, *_GROUPS, "it"})
_SUBJECT = ("nsubj", "nsubjpass")
_OBJECT = ("dobj", "dative", "pobj")
_COLLECTIVE = frozenset({"armed_group", "government", "organisation"})


def find(token: Token, discourse: Discourse) -> Row | None:
    """The row of a pronoun that is a party to a verb of acting or saying; None for any other, and for "he", "she", "it" that mean nobody named."""
    word = token.lower_
    if token.dep_ not in (*_SUBJECT, *_OBJECT) or (word == "it" and _empty(token)):
        return None
    told = any(verb.lemma_.lower() in discourse.registry.acting for verb in _verbs(token))
    if not told and not (word in PERSONS and token.dep_ in _SUBJECT):
        return None
    meant = None if word in _SPEAKERS else _antecedent(token, word, discourse)
    if meant is None and (word in PERSONS or word == "it" or token.dep_ in _OBJECT):
        return None
    kind = "person" if meant is None else "state" if meant["kind"] == "place" else meant["kind"]
    row = discourse.article.span("m", "mention_id", token.idx, token.idx + len(token.text), kind)
    return row and row | {
        "kind": kind,
        "entity_id": meant["entity_id"] if meant else None,
        "place_id": None,
        "method": "pronoun",
        "score": 0.5 if meant else 0.3,
        "reason": f"last named: {meant['text']}" if meant else "pronoun without an antecedent in reach",
    }


def spoken(mentions: list[Row], quotes: list[Row], registry: Registry) -> list[Row]:
    """Mentions in which a pronoun that speaks, or a role of nobody known, is the speaker, and "we" and "us" inside a direct or partial quotation are its speaker, and of his kind."""
    kinds = {row["entity_id"]: row["kind"] for row in mentions if row["kind"] not in ("place", "nationality")}
    said = [row for row in quotes if row["speaker_id"] and row["kind"] != "indirect"]
    speaking = {row["speaker_mention_id"]: row for row in quotes if row["speaker_id"]}
    linked = []
    for row in mentions:
        open_role = row["method"] == "nominal" and row["entity_id"] is None
        quote = speaking.get(row["mention_id"]) if row["method"] == "pronoun" or open_role else None
        if quote is not None and quote["speaker_id"] != row["entity_id"]:
            kind = _kind(quote["speaker_id"], kinds, registry)
            row = row | {"kind": kind, "entity_id": quote["speaker_id"], "score": 0.7, "reason": "speaker: the last who spoke"}
        if row["method"] == "pronoun" and row["text"].lower() in _SPEAKERS:
            quote = next((one for one in said if one["start"] <= row["start"] and row["end"] <= one["end"]), None)
            if quote is not None:
                reason = f"speaker of the quotation: {quote['speaker_text']}"
                kind = _kind(quote["speaker_id"], kinds, registry)
                row = row | {"kind": kind, "entity_id": quote["speaker_id"], "score": 0.7, "reason": reason}
        linked.append(row)
    return linked


def _kind(entity: str, kinds: dict[str, str], registry: Registry) -> str:
    known = registry.actors.get(entity)
    return known.kind if known else kinds.get(entity, "person")


def _verbs(token: Token) -> Iterator[Token]:
    """The verbs whose party a pronoun is: its own, and those that share the subject ("they continue to attack")."""
    verb = token.head.head if token.dep_ == "pobj" else token.head
    while verb.dep_ == "prep":
        verb = verb.head
    yield verb
    if token.dep_ in _SUBJECT:
        queue = [verb]
        while queue:
            for child in queue.pop().children:
                if child.dep_ in ("xcomp", "conj") and child.pos_ == "VERB":
                    yield child
                    queue.append(child)


def _empty(token: Token) -> bool:
    """Whether "it" stands for a clause and not for anyone: it was said that, it is important to."""
    return (
        token.dep_ == "nsubjpass"
        or token.head.lemma_ == "be"
        or any(
            child.dep_ in ("ccomp", "csubj") and child.i > token.i and token.head.lemma_ in ("seem", "appear")
            for child in token.head.children
        )
        or (token.head.lemma_ in ("remain", "happen", "turn") and any(child.dep_ in ("xcomp", "prt") for child in token.head.children))
        or (token.head.lemma_ == "come" and any(child.lower_ == "when" for child in token.head.children))
    )


def _antecedent(token: Token, word: str, discourse: Discourse) -> Row | None:
    """The last subject that fits, else the last that fits at all; of "it" and "they" nobody where :func:`_rival` finds a likelier one."""
    reach = max(NEAR, _since_last_sentence(token)) if word in PERSONS else NEAR
    fitting = [seen for seen in discourse.before(token.idx, reach) if _fits(seen, word, token, discourse)]
    if token.dep_ in _OBJECT:
        doer = discourse.subject(token)
        fitting = [seen for seen in fitting if doer is None or seen.row["entity_id"] != doer["entity_id"]]
    if word in _GROUPS:
        fitting = [seen for seen in fitting if seen.plural or seen.row["kind"] == "armed_group" or seen.row["method"] == "pronoun"]
    subject = next((seen for seen in fitting if seen.weight > 1), None) if word in PERSONS or token.dep_ in _SUBJECT else None
    if subject is None and (word == "it" or (word in _GROUPS and token.dep_ in _SUBJECT)):
        fitting = [seen for seen in fitting if seen.row["start"] >= token.sent.start_char]
    meant = (subject or fitting[0]).row if fitting else None
    return None if meant is None or (word not in PERSONS and _rival(token, word, meant, discourse)) else meant


def _since_last_sentence(token: Token) -> int:
    """Characters back to the beginning of the sentence before: a person is remembered through one long quotation."""
    first = token.sent.start
    return int(token.idx - (token.doc[first - 1].sent.start_char if first else token.sent.start_char))


def _rival(token: Token, word: str, meant: Row, discourse: Discourse) -> bool:
    """Whether a subject that the pronoun may mean stands nearer than ``meant``: for "it" a noun in the singular that is nobody whom the article names
    ("the enemy"), for "they" any plural, state, body or list, as two states, a state and its people, or "consumers" are "they" too.
    """
    own = set(_verbs(token)) if token.dep_ in _OBJECT else set()
    for other in _before(token, meant["end"]):
        if other.dep_ not in _SUBJECT or other.pos_ not in ("NOUN", "PROPN") or other.head in own:
            continue
        row = discourse.at.get(other.idx)
        if word in _GROUPS:
            several = other.tag_ in ("NNS", "NNPS") or any(child.dep_ == "conj" for child in other.rights)
            party = several or (row is not None and row["kind"] != "person")
            if party and (row is None or row["entity_id"] != meant["entity_id"]):
                return True
        elif (row is None or row["entity_id"] is None) and other.tag_ in ("NN", "NNP"):
            return True
    return False


def _before(token: Token, start: int) -> Iterator[Token]:
    """Tokens before a token, back to a character."""
    at = token.i - 1
    while at >= 0 and token.doc[at].idx >= start:
        yield token.doc[at]
        at -= 1


def _fits(seen: Seen, word: str, token: Token, discourse: Discourse) -> bool:
    row = seen.row
    if word in PERSONS:
        actor = discourse.actor(row)
        gender = actor.gender if actor else None
        return row["kind"] == "person" and row["text"][:1].isupper() and row["method"] != "pronoun" and gender in (None, PERSONS[word])
    if word == "it":
        singular = row["method"] != "pronoun" and (row["kind"] == "state" or (row["kind"] in _COLLECTIVE and not _several(seen)))
        return singular and row["start"] >= token.sent.start_char - NEAR // 2
    return row["kind"] in _COLLECTIVE or (row["method"] == "pronoun" and row["text"].lower() in _GROUPS)


def _several(seen: Seen) -> bool:
    return bool(seen.plural) and seen.row["method"] == "nominal"
