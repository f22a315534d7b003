"""Who takes part in an act, by the frame of its predicate and the grammar around it."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from drawdown.event_mentions import syntax
from drawdown.event_mentions.lexicon import Lexicon
from drawdown.event_mentions.triggers import Node, Reading

AGAINST = ("against", "on", "at", "upon", "into")
NUMBERS = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "ORDINAL", "QUANTITY"})
TOWARDS = ("to", "for", "with", "toward", "towards", "into", "in")
TOGETHER = ("with", "between", "among", "and", "alongside")


@dataclass(slots=True)
class Roles:
    """Heads of the phrases that fill each role, in order of the text."""

    actor: list[Token] = field(default_factory=list)
    recipient: list[Token] = field(default_factory=list)
    instrument: list[Token] = field(default_factory=list)
    theme: list[Token] = field(default_factory=list)
    how: str = ""


def find(node: Node, reading: Reading, lexicon: Lexicon) -> Roles:
    """The participants of an act."""
    roles = _verbal(node, reading) if node.predicate.pos == "VERB" else _nominal(node, reading)
    if node.content is not None and node.content.token != node.token:
        _from_content(node, roles, reading, lexicon)
    roles.actor = [issuer for actor in roles.actor for issuer in _issuers(actor, lexicon)]
    roles.actor = _clean(node, syntax.with_conjuncts(roles.actor))
    roles.recipient = [token for token in _clean(node, syntax.with_conjuncts(roles.recipient)) if token not in roles.actor]
    return roles


def _issuers(token: Token, lexicon: Lexicon) -> list[Token]:
    """A document stands for whom it speaks: its owner, its author, or who issued or passed it."""
    if not lexicon.has("paper", token.lemma_.lower()):
        return [token]
    verb = syntax.governor(token) if token.dep_ in {"dobj", "nsubjpass"} else None
    issued = [] if verb is None else syntax.agents(verb) if syntax.is_passive(verb) else syntax.subjects(verb)
    return syntax.children(token, "poss") or syntax.prepositional(token, "by", "of", "from") or issued or [token]


def _clean(node: Node, tokens: list[Token]) -> list[Token]:
    return [
        token
        for token in dict.fromkeys(tokens)
        if token.i != node.token.i and token.pos_ in {*syntax.NOMINAL, "ADJ"} and token.ent_type_ not in NUMBERS
    ]


def _verbal(node: Node, reading: Reading) -> Roles:
    token, frame = node.token, node.predicate.frame
    roles = Roles(how="passive" if syntax.is_passive(token) else "subject and object")
    actors, things = syntax.subjects(token), list(syntax.undergoers(token))
    for actor in actors:
        inner = reading.nodes.get(actor.i)
        if inner is not None and inner is not node and inner.token.pos_ in {"NOUN", "PROPN"}:
            told = _nominal(inner, reading)
            roles.actor += told.actor or [actor]
            roles.instrument.append(actor)
        else:
            roles.actor.append(actor)
    for means in syntax.prepositional(token, "in", "by", "with"):
        inner = reading.nodes.get(means.i)
        if not roles.actor and inner is not None and inner.event_type == node.event_type and frame != "reciprocal":
            roles.actor += _nominal(inner, reading).actor
            roles.instrument.append(means)
    if node.event_type == "ASSAULT":
        roles.recipient += syntax.prepositional(token, "alongside")
    after = [end for particle in node.particles for end in syntax.children(particle, "pobj")]
    datives = syntax.children(token, "dative")
    indirect = [end for child in datives for end in (syntax.children(child, "pobj") or [child])]
    for thing in things:
        inner = reading.nodes.get(thing.i)
        if inner is not None and inner is not node and node.content is not inner and frame != "reciprocal":
            told = _nominal(inner, reading)
            roles.recipient += told.actor or told.recipient or [thing]
        else:
            roles.recipient.append(thing)
    match frame:
        case "undergoer":
            roles.recipient, roles.actor = (syntax.subjects(token) or things), agents_of(token)
        case "intransitive":
            roles.recipient = syntax.prepositional(token, "against", "at", "over") or after
        case "to":
            helped = (
                indirect
                or syntax.prepositional(token, *TOWARDS)
                or [t for thing in things for t in syntax.prepositional(thing, "to", "for")]
            )
            roles.theme, roles.recipient = (roles.recipient, helped) if helped else ([], roles.recipient)
        case "reciprocal":
            partners = after or syntax.prepositional(token, *TOGETHER)
            partners += [end for thing in things for end in syntax.prepositional(thing, *TOGETHER)]
            roles.recipient = []
            roles.actor += partners or ([thing for thing in things if thing.i not in reading.nodes and node.event_type == "CONSULT"])
            roles.how = "reciprocal"
        case _:
            if (node.predicate.object_class and not _is_actorlike(things)) or not roles.recipient:
                prep = after or indirect or syntax.prepositional(token, *AGAINST, "to", "from", "with", "of", "for")
                prep += [end for thing in things for end in syntax.prepositional(thing, *AGAINST, "of", "to", "from", "with", "for")]
                roles.recipient = prep or roles.recipient
    if node.event_type == "RETREAT" and node.mode == "withdraw" and node.predicate.frame == "transitive":
        roles.recipient = syntax.prepositional(token, "to")
    return roles


def agents_of(token: Token) -> list[Token]:
    """Who made it happen to an undergoer: "died in an attack by ..."."""
    return syntax.prepositional(token, "by")


def _nominal(node: Node, reading: Reading) -> Roles:
    token = node.token
    roles = Roles(how="nominal")
    reciprocal = node.predicate.event_type in {"CONSULT", "COOPERATE"} and node.mode != "visit"
    roles.actor = syntax.prepositional(token, "by") + [end for child in syntax.children(token, "acl") for end in syntax.agents(child)]
    owners = syntax.children(token, "poss")
    passive_owner = owners and roles.actor
    modifiers = [child for child in syntax.children(token, "amod", "compound", "nmod") if _is_name(child)]
    against = syntax.prepositional(token, *AGAINST, "with", "to")
    of = syntax.prepositional(token, "of")
    between = syntax.prepositional(token, "between", "among", "with")
    if reciprocal:
        roles.actor += owners + modifiers + between
    elif passive_owner:
        roles.recipient = owners
    else:
        roles.actor += owners or (modifiers if not roles.actor else [])
    verb = syntax.governor(token)
    setting = token.dep_ == "pobj" and verb is not None and token.head.head == verb
    carried = setting or token.dep_ in {"dobj", "nsubjpass", "conj", "attr"}
    if verb is not None and verb.i in reading.operators and carried:
        name = reading.operators[verb.i].name
        if name == "receive":
            roles.recipient += syntax.subjects(verb)
        elif not roles.actor or reciprocal:
            roles.actor += syntax.agents(verb) if syntax.is_passive(verb) else syntax.subjects(verb)
        if not (of or against):
            against = syntax.prepositional(verb, *AGAINST, "with", "to")
    if reciprocal and setting and verb is not None and between and not owners:
        roles.actor += syntax.subjects(verb)
    if reciprocal:
        return roles
    if node.event_type == "RETREAT" and node.mode == "withdraw" and of and not roles.actor:
        roles.actor = of
    else:
        roles.recipient += against or of
    return roles


def _from_content(node: Node, roles: Roles, reading: Reading, lexicon: Lexicon) -> None:
    """Fill what a speech act leaves open from the act that it is about."""
    content = node.content
    if content is None:
        return
    inner = find(content, reading, lexicon)
    direct = [
        thing
        for thing in roles.recipient
        if thing.i != content.token.i and thing.i not in {t.i for t in content.via} and _is_personal(thing)
    ]
    if not roles.actor:
        roles.actor = [token for via in content.via for token in syntax.subjects(via)] or (
            inner.actor if node.content_realis != "demanded" else []
        )
    match node.event_type:
        case "THREATEN" | "AGREE" | "CONCEDE" | "REJECT" | "SANCTION" | "RETREAT":
            others = [token for token in inner.actor if token not in roles.actor and node.event_type in {"AGREE", "REJECT"}]
            roles.recipient = direct or inner.recipient or others or roles.recipient
        case "REQUEST":
            roles.recipient = direct or [token for token in inner.actor if token not in roles.actor] or inner.recipient or roles.recipient
        case "ACCUSE":
            roles.recipient = direct or [token for token in inner.actor if token not in roles.actor] or roles.recipient
        case _:
            roles.recipient = direct or inner.recipient
            roles.actor = roles.actor or inner.actor


def _is_name(token: Token) -> bool:
    return token.pos_ == "PROPN" or token.ent_type_ in {"NORP", "GPE", "ORG"} or token.text[:1].isupper()


def _is_personal(token: Token) -> bool:
    return token.pos_ in {"PROPN", "PRON", "NOUN"}


def _is_actorlike(things: list[Token]) -> bool:
    return any(thing.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"} for thing in things)
