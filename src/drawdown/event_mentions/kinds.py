"""What kind of thing a noun names: somebody, people, arms, something that acts in politics or that an act can meet."""

from __future__ import annotations

from spacy.tokens import Token

from drawdown.entities import datelines
from drawdown.event_mentions import syntax
from drawdown.event_mentions.lexicon import Lexicon

NAMED = frozenset({"GPE", "NORP", "ORG", "PERSON", "FAC", "LOC"})
NUMBERS = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "ORDINAL", "QUANTITY"})
ARMS = ("bomb", "rocket", "gun", "blade", "grenade", "explosion")
"""Word classes of the means of violence."""
DATELINE = 16
"""Tokens that a dateline may have, with its dash."""
DASHES = frozenset({"-", "–", "—", "--", ":"})


def is_arms(token: Token, lexicon: Lexicon) -> bool:
    """Whether a noun is a means of violence that belongs to nobody who is named: "a car bomb", not "an Iranian missile" or "gunmen"."""
    lemma = token.lemma_.lower()
    arms = lexicon.has_any(ARMS, lemma) and not lexicon.has("human", lemma)
    return arms and not any(is_name(child) for child in syntax.children(token, "poss", "amod", "compound", "nmod"))


def is_fired(token: Token, lexicon: Lexicon) -> bool:
    """Whether a noun is what comes out of a weapon: "tear gas", "sniper fire"."""
    shot = token.lemma_ == "fire" and any(
        lexicon.has(name, child.lemma_.lower()) for name in ("gun", "rocket") for child in syntax.children(token, "compound", "amod")
    )
    return shot or (
        token.pos_ == "NOUN" and token.dep_ not in {"compound", "amod"} and lexicon.has_any(("crowd", "shots"), token.lemma_.lower())
    )


def is_somebody(head: Token, lexicon: Lexicon) -> bool:
    """Whether a phrase names a person, people, an organ or a country, or stands for one: no "it", no thing, no idea."""
    if head.pos_ == "PRON":
        return head.lower_ not in {"it", "this", "that", "these", "those", "which", "what", "everything", "something", "nothing"}
    if head.pos_ == "PROPN" or head.ent_type_ in NAMED or head.lemma_[:1].isupper():
        return True
    lemma = head.lemma_.lower()
    return lexicon.has_any(("human", "persons", "political", "troops", "owned", "office"), lemma)


def is_addressee(token: Token, lexicon: Lexicon) -> bool:
    """Whether a thing behind a preposition can be done something: somebody, what is somebody's, a place or a building."""
    if token.ent_type_ in NUMBERS:
        return False
    if is_somebody(token, lexicon) or any(is_name(child) for child in syntax.children(token, "poss", "amod", "compound", "nmod")):
        return True
    return lexicon.has_any(("building", "territory", "site", "weapons"), token.lemma_.lower())


def is_name(token: Token) -> bool:
    """Whether a word is a name, a nationality, or printed like one."""
    return token.pos_ == "PROPN" or token.ent_type_ in {"NORP", "GPE", "ORG"} or (token.text[:1].isupper() and token.i != token.sent.start)


def _counted(token: Token, lexicon: Lexicon) -> bool:
    """ "Two of his colleagues", "a number of ministers": the number stands for the people."""
    counts = token.pos_ == "NUM" or lexicon.has("partitive", token.lemma_.lower())
    return counts and any(lexicon.has("persons", end.lemma_.lower()) for end in syntax.prepositional(token, "of"))


def meets(token: Token, lexicon: Lexicon) -> bool:
    """Whether an object can be a party of a meeting: "met the envoys", not "discussed the issues"."""
    return (
        token.pos_ in {"PROPN", "PRON"}
        or _counted(token, lexicon)
        or (token.pos_ == "NOUN" and lexicon.has("persons", token.lemma_.lower()))
    )


def hosts(token: Token, lexicon: Lexicon) -> bool:
    """Whether somebody or some place can be visited or received: "arrived at an impasse", "received a blow" are no meetings."""
    if token.lemma_ == "time":  # "visited it for the first time"
        return False
    if token.pos_ in {"PROPN", "PRON"} or token.ent_type_ or token.head.pos_ == "PROPN":
        return True
    near = any(child.text[:1].isupper() for child in token.children)
    return near or lexicon.has_any(("political", "persons", "venue", "troops", "site", "land"), token.lemma_.lower())


def can_be_helped(head: Token, lexicon: Lexicon) -> bool:
    """Whether help goes to somebody, or to what somebody who is named has: "helped their ports", not "helps plans"."""
    thing = lexicon.has("owned", head.lemma_.lower()) and not head.ent_type_
    return is_somebody(head, lexicon) and (not thing or any(child.dep_ == "poss" or is_name(child) for child in head.children))


def is_human(head: Token, lexicon: Lexicon) -> bool:
    """Whether a noun names a person or people."""
    return lexicon.has("human", head.lemma_.lower()) or head.ent_type_ == "PERSON"


def is_body(head: Token, lexicon: Lexicon) -> bool:
    """Whether a phrase names an army, group or country, and no people one by one."""
    return head.ent_type_ in {"GPE", "NORP", "ORG"} or head.lemma_ == "group" or lexicon.has("troops", head.lemma_.lower())


def is_person_or_name(head: Token, lexicon: Lexicon) -> bool:
    """Whether a word can speak for itself: a name, a pronoun, a noun for people; an embassy cannot."""
    return head.pos_ in {"PROPN", "PRON"} or bool(head.ent_type_) or lexicon.has_any(("human", "persons"), head.lemma_.lower())


def acts_in_politics(head: Token, lexicon: Lexicon) -> bool:
    """A name, a pronoun among names, or a noun of a political kind; "an Indian tiger" is none, "Indian lawmakers" are."""
    if head.lower_ in {"this", "that", "these", "those", "which", "there", "what"}:
        return False
    if head.pos_ == "PRON":
        return any(token.ent_type_ in NAMED or lexicon.has("political", token.lemma_.lower()) for token in head.sent)
    if head.pos_ == "PROPN" or head.ent_type_ in {"GPE", "NORP", "ORG", "PERSON"}:
        return True
    if head.lemma_[:1].isupper() or (head.is_upper and len(head) > 2):  # "ECOWAS", which the model takes for a plural
        return True
    lemma = head.lemma_.lower()
    if head.pos_ == "NUM" or lexicon.has("partitive", lemma):
        return any(acts_in_politics(end, lexicon) for end in syntax.prepositional(head, "of"))
    return lexicon.has_any(("political", "troops", "weapons", "owned", "paper"), lemma, head.lower_)


def is_dateline(token: Token) -> bool:
    """Whether a word stands in the dateline with which a report begins: "LIMA (Reuters) - The minister said ..."."""
    sentence = token.sent
    first = next((at for at in sentence if not at.is_space), token)
    if token.i - first.i >= DATELINE or all(word.text not in DASHES for word in token.doc[token.i + 1 : first.i + DATELINE]):
        return False
    line = datelines.read(sentence.text, first.idx - sentence.start_char)
    return line is not None and token.idx - sentence.start_char < line.end
