"""Whom the head of a phrase stands for: the owner of a document, the whole of a part, what stands behind a dateline."""

from __future__ import annotations

from spacy.tokens import Token

from drawdown.event_mentions import kinds, syntax
from drawdown.event_mentions.lexicon import Lexicon
from drawdown.event_mentions.triggers import Node

THINGS = ("owned", "demand", "measure", "proposals", "deed", "document")
"""Word classes of what somebody has or does."""


def issuers(token: Token, lexicon: Lexicon) -> list[Token]:
    """A document stands for whom it speaks: its owner, its author, or who issued or passed it."""
    if not lexicon.has("paper", token.lemma_.lower()):
        return [token]
    verb = syntax.governor(token) if token.dep_ in {"dobj", "nsubjpass"} else None
    issued = [] if verb is None else syntax.agents(verb) if syntax.is_passive(verb) else syntax.subjects(verb)
    return syntax.children(token, "poss") or syntax.prepositional(token, "by", "of", "from") or issued or [token]


def answerable(token: Token, lexicon: Lexicon) -> list[Token]:
    """Whose deed, part or quality is praised or blamed: "the role of Peru", "Peru's policy"; the thing itself where nobody is named."""
    lemma = token.lemma_.lower()
    somebody = lexicon.has("political", lemma) and not lexicon.has_any(THINGS, lemma)
    if token.pos_ != "NOUN" or somebody or token.ent_type_:
        return [token]
    owners = syntax.children(token, "poss")
    owners += [end for end in syntax.prepositional(token, "of", "by") if kinds.is_name(end) or kinds.is_person_or_name(end, lexicon)]
    owners += [whose for end in syntax.prepositional(token, "in") for whose in syntax.children(end, "poss")]  # "the change in Peru's tone"
    owners = owners or [child for child in syntax.children(token, "amod", "compound") if _is_whose(child)]
    return [syntax.owner(owner) for owner in owners] or [token]


def _is_whose(child: Token) -> bool:
    """Whether a name before a noun says whose it is: "Peruvian policy", "the Castillo remarks"."""
    return child.ent_type_ in {"NORP", "GPE"} or (child.ent_type_ == "PERSON" and child.i == child.head.i - 1)


def clean(node: Node, tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """The heads that can take part: wholes for their parts, no datelines, numbers, or words of the act itself."""
    placed = [syntax.children(token, "appos", "dep") if kinds.is_dateline(token) else [token] for token in tokens]
    wholes = [part_of for group in placed for token in group for part_of in whole(token, lexicon)]
    return [
        token
        for token in dict.fromkeys(wholes)
        if token.i != node.token.i
        and token not in node.particles
        and not _is_broken(token)
        and not token.lower_.endswith(("self", "selves"))
        and token.pos_ in {*syntax.NOMINAL, "ADJ"}
        and token.ent_type_ not in kinds.NUMBERS
        and not kinds.is_dateline(token)
    ]


def _is_broken(token: Token) -> bool:
    """Whether a word is the hyphen, or what stands before it, of a noun that is printed in parts: the "co" of "a co-founder"."""
    doc, after = token.doc, token.i + 1
    joined = after + 1 < len(doc) and doc[after].text == "-" and not token.whitespace_ and not doc[after].whitespace_
    return token.text == "-" or (joined and doc[after + 1].dep_ == token.dep_ and doc[after + 1].head == token.head)


def whole(token: Token, lexicon: Lexicon) -> list[Token]:
    """What a number, share or edge is taken of: "dozens of soldiers", "half of the party", "the gates of the embassy"; whom a band
    counts: "a group of rebels"; else the word itself."""
    if token.pos_ == "NOUN" and lexicon.has("collective", token.lemma_.lower()):
        members = [end for end in syntax.prepositional(token, "of") if end.tag_ == "NNS"]
        return syntax.with_conjuncts(members) or [token]
    if token.pos_ != "NUM" and token.lemma_ != "%" and not lexicon.has_any(("partitive", "edge"), token.lemma_.lower()):
        return [token]
    return syntax.with_conjuncts(syntax.prepositional(token, "of")) or [token]
