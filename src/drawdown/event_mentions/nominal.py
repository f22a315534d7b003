"""Who takes part in an act that a noun tells: "the army's raid on the village", "talks between them", "carried out an attack"."""

from __future__ import annotations

from spacy.tokens import Token

from drawdown.event_mentions import kinds, syntax
from drawdown.event_mentions.lexicon import Lexicon
from drawdown.event_mentions.roles import AGAINST, TOWARDS, Roles, is_worded
from drawdown.event_mentions.triggers import Node, Reading

BY_OWNER = frozenset({"RETREAT", "MOBILIZE", "AGREE", "REQUEST", "THREATEN"})
"""Types whose noun has its doer behind "of": "the withdrawal of the troops", "the promise of the ministers"."""
AROUND = ("during", "after", "following", "before")
"""Prepositions that set what somebody did in the time of his talks: "said during talks with the envoy"."""


def read(node: Node, reading: Reading, lexicon: Lexicon) -> Roles:
    """The participants of an act that a noun tells."""
    token = node.token
    roles = Roles(how="nominal")
    between = syntax.parts(token, "between", "among") or _breaking_out(token, lexicon)
    reciprocal = node.predicate.frame == "reciprocal" or (node.event_type in {"CONSULT", "COOPERATE"} and node.mode != "visit")
    pair = syntax.with_conjuncts(between)
    pair += [other for other in syntax.children(token, "conj") if len(pair) == 1 and other.i > pair[0].i]
    reciprocal = reciprocal or len(pair) > 1
    modifiers = [
        child
        for child in syntax.children(token, "amod", "compound", "nmod")
        if kinds.is_name(child) and child.ent_type_ not in kinds.NUMBERS
    ]
    if (
        token.pos_ == "PROPN" and node.event_type == "CONSULT"
    ):  # in "the Ministerial Conference" nobody is named but by the name of a place, people or body
        modifiers = [child for child in modifiers if child.ent_type_ in {"GPE", "NORP", "ORG", "PERSON"}]
    carriers = [end for child in syntax.children(token, "acl") for end in syntax.agents(child)]
    carriers = [end for end in carriers if not (modifiers and lexicon.has("weapons", end.lemma_.lower()))]
    roles.actor = syntax.parts(token, "by") + carriers
    if not roles.actor and is_worded(node, lexicon) and node.event_type != "CONSULT":  # "opposition from the ministers"
        roles.actor = [end for end in syntax.prepositional(token, "from") if kinds.is_somebody(end, lexicon)]
    owners = _owners(token, reading)
    against = syntax.parts(token, *(TOWARDS if node.predicate.frame == "to" else (*AGAINST, "with", "to")))
    of = syntax.parts(token, "of")
    if reciprocal:
        roles.actor += owners + modifiers + between + pair + syntax.parts(token, "with", "against")
    elif owners and syntax.prepositional(token, "for") and is_worded(node, lexicon):  # "our support for the raid by the army"
        roles.recipient, roles.actor = roles.actor, owners
    elif owners and (roles.actor or (node.predicate.frame == "undergoer" and not of)):
        roles.recipient = owners
    elif node.predicate.frame == "undergoer" and not of and any(child.ent_type_ not in {"NORP", "GPE"} for child in modifiers):
        roles.recipient = modifiers[-1:]
    else:
        roles.actor += owners or (modifiers if not roles.actor else [])
    if not roles.actor:  # "the promises the mayor made"
        made = (clause for clause in syntax.children(token, "relcl") if lexicon.has("light", clause.lemma_.lower()))
        roles.actor += [doer for clause in made for doer in syntax.children(clause, "nsubj") if doer.tag_ not in {"WDT", "WP"}]
    verb = syntax.governor(token)
    if verb is not None:
        lent = _from_light_verb(node, verb, roles, reading, lexicon, reciprocal=reciprocal)
        against = against or ([] if of else lent)
        roles.recipient += _harmed(token, verb, lexicon)
    clauses = (below for below in token.subtree if below.dep_ == "relcl" and below.i > token.i)
    hurt = [victim for clause in clauses for victim in _ends(clause, lexicon)]
    if hurt:  # "a raid on their soil that led to the death of two officers"
        roles.recipient, against = hurt, []
    if reciprocal:
        return roles
    by_owner = node.event_type in BY_OWNER and (node.event_type != "RETREAT" or node.mode == "withdraw")
    by_owner = by_owner or (lexicon.has("misdeed", node.predicate.lemma) and any(kinds.is_somebody(end, lexicon) for end in of))
    beyond = _beyond(node, of, lexicon)
    if of and not roles.actor and (beyond or by_owner):
        roles.actor, roles.recipient = of, beyond or against
    elif not roles.recipient:
        killed = [end for end in of if kinds.is_somebody(end, lexicon)] if _hurts(node, lexicon) else []
        roles.recipient += killed or against or of
    return roles


def _hurts(node: Node, lexicon: Lexicon) -> bool:
    return lexicon.has_any(("killing", "harm"), node.predicate.lemma)


def _beyond(node: Node, of: list[Token], lexicon: Lexicon) -> list[Token]:
    """Whom an act meets whose doer stands behind "of": "the attacks of the army on Peru", "the withdrawal of Chile from the union"."""
    leaves = node.event_type == "SANCTION" and node.mode == "withdraw"
    strikes = node.event_type == "ASSAULT" and not _hurts(node, lexicon)
    if not (leaves or strikes) or not any(kinds.is_person_or_name(end, lexicon) or kinds.is_somebody(end, lexicon) for end in of):
        return []
    prepositions = ("from",) if leaves else ("on", "against", "upon")
    ends = [end for noun in (node.token, *of) for end in syntax.prepositional(noun, *prepositions)]
    treaty = [end for end in ends if leaves and lexicon.has("document", end.lemma_.lower())]  # names nobody, but says who leaves
    return [end for end in ends if kinds.is_name(end) and end.ent_type_ not in kinds.NUMBERS] or treaty


def _is_travelling(node: Node, verb: Token) -> bool:
    """Whether somebody does something on a visit that is nobody else's: "said during a visit to Peru", "was on a tour of Peru"."""
    token = node.token
    if node.mode != "visit" or token.dep_ != "pobj" or token.head.head != verb or syntax.children(token, "poss"):
        return False
    if not syntax.prepositional(token) or (syntax.prepositional(token, "of", "by") and verb.lemma_ != "be"):
        return False  # "during the trip": whose was told before; "during a visit of the envoys to the port"
    known = any(child.lower_ in syntax.DEFINITE for child in token.children) or (
        syntax.prepositional(token, "of", "by") and verb.lemma_ != "be"
    )
    return token.head.lower_ in AROUND or (token.head.lower_ in {"in", "on"} and not known)


def _breaking_out(token: Token, lexicon: Lexicon) -> list[Token]:
    """Between whom an act breaks out, where the verb says so: "clashes erupted between protesters and police"."""
    happens = token.dep_ == "nsubj" and lexicon.has("occur", token.head.lemma_)
    return syntax.prepositional(token.head, "between", "among") if happens else []


def _owners(token: Token, reading: Reading) -> list[Token]:
    """Whose act a noun tells: its possessive, or that of the noun that it is coordinated with."""
    found = syntax.children(token, "poss") or (syntax.children(token.head, "poss") if token.dep_ == "conj" else [])
    verb = syntax.governor(token)
    done = verb is not None and token.dep_ == "dobj" and verb.i in reading.operators and reading.operators[verb.i].name == "do"
    if done and all(child.tag_ == "PRP$" for child in found):
        found = []  # "Peru voiced its objection": the verb says whose
    asked = reading.nodes.get(verb.i) if verb is not None else None
    above = verb if asked is not None and asked.event_type == "REQUEST" else None
    return [syntax.owner(child, above=above) for child in found]


def top(token: Token, lexicon: Lexicon) -> Token:
    """The head of the phrase in which a noun is counted: "some of these strikes", "years of fighting"."""
    while token.dep_ == "pobj" and token.head.lower_ == "of" and lexicon.has("partitive", token.head.head.lemma_.lower()):
        token = token.head.head
    return token


def _from_light_verb(node: Node, verb: Token, roles: Roles, reading: Reading, lexicon: Lexicon, *, reciprocal: bool) -> list[Token]:
    """Doers that a light or aspectual verb lends its noun ("carried out an attack"); returns what the verb says it is against."""
    token = top(node.token, lexicon)
    above = token.head.head
    thin = above.dep_ == "dobj" and above.head == verb and lexicon.has("responsibility", above.lemma_)
    setting = token.dep_ == "pobj" and (above == verb or thin)
    setting = setting and token.head.lower_ not in {"for", "over", "about", *lexicon.classes["setting"]} - ({"for"} if thin else set())
    carried = setting or token.dep_ in {"dobj", "nsubjpass", "conj", "attr"}
    against: list[Token] = []
    if verb.i in reading.operators and carried:
        name = reading.operators[verb.i].name
        if name == "receive":
            roles.recipient += syntax.subjects(verb)
        elif name == "say":  # "told the envoy during a call"
            told = [who for who in syntax.children(verb, "dobj", "dative") if kinds.is_somebody(who, lexicon)]
            roles.actor += [*syntax.subjects(verb), *told] if reciprocal and told else []
        elif not roles.actor or reciprocal:
            doers = syntax.agents(verb) if syntax.is_passive(verb) else syntax.subjects(verb)
            roles.actor += [doer for doer in doers if not (thin and any(child.lower_ == "no" for child in doer.children))]
        against = syntax.prepositional(verb, *AGAINST, "with", "to")
        against += [who for who in syntax.children(verb, "dative") if kinds.is_somebody(who, lexicon)]  # "gave Peru guarantees"
    if _is_travelling(node, verb) and not roles.actor:  # "during a visit to Peru, the envoy said"
        doers = syntax.undergoers(verb) if syntax.is_passive(verb) else syntax.subjects(verb)
        roles.actor += [doer for doer in doers if kinds.is_somebody(doer, lexicon)]
    beside = setting or (token.dep_ == "pobj" and above == verb and token.head.lower_ in AROUND)
    if reciprocal and beside and syntax.parts(token, "with") and not syntax.children(token, "poss"):
        roles.actor += [doer for doer in syntax.subjects(verb) if kinds.is_somebody(doer, lexicon)]
    return against


def _harmed(token: Token, verb: Token, lexicon: Lexicon) -> list[Token]:
    """Victims of an act that its verb says to have ended in their harm: "the raid resulted in deaths among civilians"."""
    return _ends(verb, lexicon) if top(token, lexicon).dep_ == "nsubj" else []


def _ends(verb: Token, lexicon: Lexicon) -> list[Token]:
    """Whom a verb of causing hurts: "resulted in the death of two officers"."""
    if not lexicon.has("causing", verb.lemma_.lower()):
        return []
    ends = syntax.with_conjuncts(syntax.children(verb, "dobj") + syntax.prepositional(verb, "in", "to"))
    harms = [end for end in ends if lexicon.has("harm", end.lemma_.lower())]
    return [hurt for harm in harms for hurt in syntax.parts(harm, "of", "among", "to") + syntax.children(harm, "poss")]
