"""Other senses of the words of the lexicon, told from their subjects, objects and complements: no political act."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from drawdown.event_mentions import kinds, syntax
from drawdown.event_mentions.lexicon import Lexicon
from drawdown.event_mentions.roles import Roles
from drawdown.event_mentions.triggers import Node

OFFERS = ("aid", "arrangement", "document", "proposals", "support_words", "talks")
"""Word classes of what one side offers another."""


VOICING = frozenset({"announce", "declare", "express", "reaffirm", "reiterate", "state", "stress", "underline", "voice"})
"""Verbs with which somebody says what he is resolved to do."""


def is_other(node: Node, roles: Roles, lexicon: Lexicon) -> bool:
    """Whether a word does not mean here what its row of the lexicon says."""
    if roles.actor and all(lexicon.has("creed", head.lemma_.lower()) for head in roles.actor):
        return True  # "a faith that endorses peace"
    if node.event_type in {"ACCUSE", "REJECT", "SUPPORT"} and not roles.actor and _is_due(node.token, lexicon):
        return True  # "all sides must be held responsible", "such calls should be rejected"
    match node.event_type:
        case "PROTEST" if node.predicate.pos == "NOUN":  # "received Peru's protest"
            verb = syntax.governor(node.token)
            return node.token.tag_ == "NN" and verb is not None and lexicon.has("handing", verb.lemma_.lower())
        case "PROTEST":  # "will demonstrate its good will", "demonstrates that it can", "marched with the coffins"
            if any(lexicon.has("mourning", word.lemma_.lower()) for word in node.token.subtree):
                return True
            return node.predicate.lemma == "demonstrate" and bool(syntax.children(node.token, "dobj", "ccomp"))
        case "AID":  # "the navy is equipped with missiles", "supplies the plant with oil"
            goods = (word for thing in [node.token, *roles.theme] for word in thing.subtree if word.i > node.token.i)
            if node.predicate.lemma == "supply" and any(lexicon.has("commodity", word.lemma_.lower()) for word in goods):
                return True
            return node.predicate.lemma == "equip" and syntax.is_passive(node.token) and not roles.actor
        case "MOBILIZE":  # "moves ahead with the plan"
            return node.predicate.lemma == "move" and any(child.lower_ in {"ahead", "forward", "on"} for child in node.token.children)
        case "COOPERATE":
            return not _is_joint(node, roles, lexicon)
        case "RETREAT":
            return _is_no_retreat(node, roles, lexicon)
        case "REQUEST" | "AGREE" | "CONCEDE" | "REJECT":
            return _is_no_speech(node, roles, lexicon)
        case "ASSAULT":
            return _is_no_violence(node, roles, lexicon)
        case "CONSULT":
            return _is_no_meeting(node, lexicon)
        case "THREATEN":  # "threatened the implementation of the plan"
            return node.predicate.lemma == "threaten" and _is_no_threat(node, roles, lexicon)
        case "SUPPORT":
            return _is_no_support(node, roles, lexicon)
        case "ACCUSE":
            return _is_no_charge(node, roles, lexicon)
    return False


def _is_no_threat(node: Node, roles: Roles, lexicon: Lexicon) -> bool:
    if node.predicate.pos == "VERB" and roles.actor and all(lexicon.has("paper", head.lemma_.lower()) for head in roles.actor):
        return True  # "the bill threatens the deal"
    things = syntax.undergoers(node.token)
    things = [thing for thing in things if node.content is None or any(child.lower_ == "the" for child in thing.children)]
    return bool(things) and not any(kinds.is_addressee(thing, lexicon) or _is_harm(thing, lexicon) for thing in things)


def _is_no_support(node: Node, roles: Roles, lexicon: Lexicon) -> bool:
    if node.predicate.lemma == "congratulate" and any(lexicon.has("holiday", word.lemma_.lower()) for word in node.token.subtree):
        return True
    if node.predicate.lemma == "reaffirm" and node.content is None and syntax.children(node.token, "ccomp"):
        return True  # "reaffirmed that the road is open"
    if node.predicate.lemma == "uphold" and not any(kinds.is_somebody(head, lexicon) for head in roles.recipient):
        return True  # "upholds the principles of"
    if node.predicate.lemma in {"honor", "honour"}:  # "will honor the treaty"
        return not any(kinds.is_person_or_name(thing, lexicon) for thing in syntax.undergoers(node.token))
    standing = syntax.is_passive(node.token) and any(child.tag_ in {"VBZ", "VBP"} for child in syntax.children(node.token, "auxpass"))
    if node.predicate.lemma in {"support", "back"} and standing:
        return True  # "the clinics are supported by Peru"
    near = [end for head in [node.token, *roles.actor] for end in [head, *head.children]]
    near += [end for by in syntax.children(node.token, "agent") for end in by.subtree]
    return any(end.lemma_ in {"%", "percent"} for end in near)  # "is supported by 30 percent of voters"


def _is_no_charge(node: Node, roles: Roles, lexicon: Lexicon) -> bool:
    if any(lexicon.has("opportunity", end.lemma_.lower()) for end in syntax.prepositional(node.token, "into")):
        return True  # "looks into ways of"
    if node.predicate.lemma == "bring" and any(end.lemma_ == "light" for end in syntax.prepositional(node.token, "to")):
        return True
    if node.predicate.lemma == "allege" and node.content is None and _is_of_himself(node.token):
        return True  # "alleged that he had acted in good faith"
    if node.predicate.lemma == "raise" and (_is_by_a_thing(node.token, lexicon) or (node.token.dep_, node.token.tag_) == ("advcl", "VBG")):
        return True  # "the visit, which raised concern", "closed the port, raising fears"
    complained = node.predicate.lemma in {"lament", "regret"} and node.content is None
    return complained and not any(kinds.is_somebody(head, lexicon) for head in roles.recipient)


def settled(node: Node, roles: Roles, lexicon: Lexicon) -> Node:
    """The node with the type that its parties make of it; changes ``roles`` where they go with the type.

    Exercises of one side show force and are no cooperation; one who protests *to* another accuses him and marches nowhere.
    """
    if node.event_type == "COOPERATE" and not _is_joint(node, roles, lexicon):
        things = [node.token, *syntax.undergoers(node.token)]
        if any(lexicon.has("exercises", thing.lemma_.lower()) for thing in things):
            return replace(node, event_type="MOBILIZE", mode="troops")
    addressed = [end for end in syntax.prepositional(node.token, "to") if kinds.is_addressee(end, lexicon)]
    if addressed and node.event_type == "PROTEST" and (node.predicate.lemma, node.predicate.pos) == ("protest", "VERB"):
        roles.recipient = addressed
        return replace(node, event_type="ACCUSE", mode="disapprove")
    return node


def _is_joint(node: Node, roles: Roles, lexicon: Lexicon) -> bool:
    """Whether two parties are named, or one that is many: "the two sides traded"; manoeuvres of one army are no cooperation."""
    parties = [*roles.actor, *roles.recipient]
    own = node.predicate.object_class is not None  # "we launch a project", "they share information"
    many = any(head.tag_ in {"NNS", "NNPS", "CD"} or head.lower_ in {"we", "they", "both"} for head in parties)
    if len(parties) > 1 or (many and not own):
        return True
    near = [node.token, *syntax.undergoers(node.token)]
    return any(lexicon.has("joint", child.lower_) for thing in near for child in thing.children)


def _is_no_retreat(node: Node, roles: Roles, lexicon: Lexicon) -> bool:
    """ "Left ten dead", "released a report", "withdrew cash", "the exit of the premier", "met at the retreat"."""
    token, things = node.token, syntax.undergoers(node.token)
    if node.predicate.lemma == "retreat" and token.dep_ == "pobj" and token.head.lower_ == "at":
        return True
    if node.predicate.lemma == "leave" and node.predicate.pos == "VERB":
        below = [child for child in token.subtree if child.i > token.i]
        return any(lexicon.has("hurt_state", child.lower_) for child in below)
    if node.mode == "release" and node.predicate.pos == "VERB":
        return bool(things) and not any(_can_be_freed(thing, lexicon) for thing in things)
    if node.mode == "access":  # "opened a new bridge"
        return any(lexicon.has("fresh", child.lower_) for thing in things for child in thing.children)
    if node.mode != "withdraw":
        return False
    if node.predicate.pos == "NOUN":
        return bool(roles.actor) and all(head.ent_type_ == "PERSON" for head in roles.actor)
    moved = [thing for thing in things if thing not in roles.actor]
    bare = node.predicate.lemma == "withdraw" and node.predicate.object_class is None
    return bare and any(thing.ent_type_ == "MONEY" or not kinds.is_somebody(thing, lexicon) for thing in moved)


def _can_be_freed(thing: Token, lexicon: Lexicon) -> bool:
    if thing.pos_ in {"PROPN", "PRON", "NUM"} or thing.ent_type_:
        return True
    return lexicon.has_any(("human", "persons", "captive", "weapons", "withheld", "partitive"), thing.lemma_.lower())


def _is_no_speech(node: Node, roles: Roles, lexicon: Lexicon) -> bool:
    """Opinions, laws and offers of goods: "agreed that it is late", "the law allows banks to lend", "offers courses"."""
    token, lemma = node.token, node.predicate.lemma
    if lemma == "call" and node.predicate.pos == "NOUN":  # "the call on Monday"
        return node.content is None and not syntax.prepositional(token, "for", "to", "on", "upon") and not syntax.children(token, "acl")
    if node.event_type == "AGREE" and node.predicate.pos == "NOUN" and _is_kept(token, lexicon):
        return True
    if node.predicate.pos != "VERB":  # "has no authorization", "has no place among them"
        if lemma == "determination":  # "has the determination", "proves its determination"
            return token.dep_ != "dobj" or token.head.lemma_ not in VOICING
        held = node.event_type == "CONCEDE" or node.predicate.compound == "no"
        return held and token.dep_ == "dobj" and token.head.lemma_ == "have"
    laws = ("paper", "document", "measure", "hazard", "demand")
    doers = [head for head in roles.actor if not lexicon.has_any(laws, head.lemma_.lower())]
    somebody = any(kinds.is_somebody(head, lexicon) for head in doers)
    if lemma in {"allow", "permit", "let", "require"}:
        return not somebody
    if roles.actor and all(lexicon.has("statute", head.lemma_.lower()) for head in roles.actor):  # "the law calls for a vote"
        return True
    if any(lexicon.has("deity", head.lower_) for head in roles.recipient):  # "I ask God to bless them"
        return True
    if lemma in {"encourage", "direct"}:
        return node.content is None
    if lemma == "plead":
        after = token.doc[token.i + 1 : token.i + 3]  # "pleaded not guilty"
        return any(word.lower_ in {"guilty", "innocent"} for word in after)
    if lemma == "undertake":
        return not syntax.children(token, "xcomp")
    if lemma == "propose":  # "proposes a project"
        return node.content is None and not syntax.children(token, "ccomp")
    if lemma == "commit":  # "has always been committed to its principles"
        deeds = any(end.pos_ in syntax.VERBAL for end in syntax.prepositional(token, "to"))  # "is committed to opening the road"
        return node.content is None and syntax.is_passive(token) and not deeds
    if lemma == "agree":
        return node.content is None and bool(syntax.children(token, "ccomp")) and not syntax.children(token, "xcomp", "prep", "prt")
    if lemma == "offer":  # "was offered only bread"
        offered = [thing.lemma_.lower() for thing in syntax.children(token, "dobj")] or ["nothing"]
        return node.content is None and not lexicon.has_any(OFFERS, *offered)
    if lemma == "call" and node.predicate.particle in {"on", "upon"} and node.content is None:  # "called on the general at home"
        return not (syntax.children(token, "xcomp", "ccomp", "advcl") or syntax.prepositional(token, "for", "to"))
    named = syntax.children(token, "dobj", "oprd", "attr", "ccomp")  # "what he called a source of hope for them"
    return lemma == "call" and any(name.i < token.i or name.dep_ == "oprd" for name in named)


def _is_no_violence(node: Node, roles: Roles, lexicon: Lexicon) -> bool:
    """Elections and games, targets of an exercise, words that hurt, treaties that are destroyed."""
    if node.predicate.pos != "VERB":
        return False
    lemma, struck = node.predicate.lemma, [head for head in roles.recipient if head not in roles.instrument]
    if not struck and lexicon.has("killing", lemma) and not syntax.is_passive(node.token) and _is_general(node.token):
        return True  # "kills at random", "did not kill for gain"
    if any(lexicon.has("sanctions", thing.lemma_.lower()) for thing in syntax.undergoers(node.token)):  # "crushing sanctions"
        return True
    if (
        struck
        and node.mode in {"beat", "primitive"}
        and all(head.ent_type_ == "GPE" or not kinds.is_somebody(head, lexicon) for head in struck)
    ):
        return True
    if struck and all(head.lemma_ == "target" and not any(_is_owner(word, lexicon) for word in head.subtree) for head in struck):
        return True
    if lemma == "use" and not any(lexicon.has("crowd", thing.lemma_.lower()) for thing in syntax.undergoers(node.token)):
        return True  # "uses its gas supplies"
    if lemma == "target" and node.predicate.object_class is None and struck and not _is_aimed_at(struck[0], lexicon):
        return True
    if lemma in {"hurt", "harm"} and any(head.lower_ in {"us", "me"} for head in struck):
        return True
    if lemma in {"hurt", "harm"} and roles.actor and not (struck and all(_is_idea(head, lexicon) for head in struck)):
        return not any(kinds.is_somebody(head, lexicon) for head in roles.actor)
    if (
        lemma in {"attack", "beat", "conquer", "crush", "defeat", "destroy", "fight", "harm", "hurt", "kill", "target"}
        and struck
        and all(head.pos_ in {"NOUN", "PROPN"} and _is_idea(head, lexicon) for head in struck)
    ):
        return True
    if node.predicate.frame == "reciprocal" and (partners := _partners(node)) and all(_is_idea(end, lexicon) for end in partners):
        return True  # "grapples with problems"
    if lemma == "lose":  # "lost an adviser", not "lost ten men in the battle"
        return not any(lexicon.has_any(("attack_words", "killing"), word.lemma_.lower()) for word in node.token.sent)
    if lemma == "clash":  # of two politicians: a quarrel
        return bool(roles.actor) and all(head.tag_ == "NNP" and head.ent_type_ in {"", "PERSON"} for head in roles.actor)
    if (
        lemma == "fire"
        and node.predicate.particle
        and syntax.is_passive(node.token)
        and any(kinds.is_human(head, lexicon) for head in struck)
    ):
        return True  # "was fired at the weekend"
    if lemma in {"defeat", "beat"}:
        elected = any(lexicon.has("polling", word.lemma_.lower()) for word in node.token.sent)
        return elected or (bool(struck) and all(head.ent_type_ == "PERSON" for head in struck))
    return False


def _is_due(verb: Token, lexicon: Lexicon) -> bool:
    return any(child.lower_ in lexicon.classes["modal_must"] for child in syntax.children(verb, "aux"))


def _is_general(verb: Token) -> bool:
    """Whether a verb stands in the simple present or is denied: without a victim it tells what somebody is like."""
    shared = verb.i + 1 < len(verb.doc) and verb.nbor().lower_ in {"and", "or", "&", "/"}  # "kill and wound villagers"
    return not shared and (verb.tag_ in {"VBZ", "VBP"} or bool(syntax.children(verb, "neg")))


def _partners(node: Node) -> list[Token]:
    """With whom: the objects of the particle, or what a number or series of them is of."""
    ends = syntax.behind(node.particles)
    return [inner for end in ends for inner in syntax.prepositional(end, "of") or [end]]


def _is_kept(promise: Token, lexicon: Lexicon) -> bool:
    """Whether a promise is only kept or broken: "kept its commitments", "returned to its obligations"."""
    verb = syntax.governor(promise)
    return verb is not None and promise.dep_ in {"dobj", "nsubjpass", "pobj"} and lexicon.has("keeping", verb.lemma_.lower())


def _is_of_himself(verb: Token) -> bool:
    """Whether what somebody says has a pronoun for its subject: himself, as nobody else is named."""
    doers = [child for clause in syntax.children(verb, "ccomp") for child in syntax.children(clause, "nsubj", "nsubjpass")]
    return any(doer.lower_ in {"he", "she", "it", "they", "we"} for doer in doers)


def _is_by_a_thing(verb: Token, lexicon: Lexicon) -> bool:
    """Whether what went before raises concern, not somebody: "a trip which raised alarm", "this raised fears"."""
    doers = {child.lower_ for child in syntax.children(verb, "nsubj")}
    voiced = any(syntax.prepositional(thing, "about", "over", "at", "with") for thing in [verb, *syntax.undergoers(verb)])
    person = any(kinds.is_human(doer, lexicon) for doer in syntax.subjects(verb))
    return bool(doers & {"this", "it", "these"}) or (bool(doers & {"which", "that"}) and not (voiced or person))


def _is_harm(thing: Token, lexicon: Lexicon) -> bool:
    return thing.pos_ == "NUM" or lexicon.has_any(("hostile_moves", "threat", "attack_words", "measure", "sanctions"), thing.lemma_.lower())


def _is_aimed_at(thing: Token, lexicon: Lexicon) -> bool:
    return kinds.is_addressee(thing, lexicon) or any(_is_owner(word, lexicon) for word in thing.subtree)


def _is_owner(word: Token, lexicon: Lexicon) -> bool:
    return kinds.is_name(word) or lexicon.has("human", word.lemma_.lower()) or lexicon.has("troops", word.lemma_.lower())


def _is_idea(thing: Token, lexicon: Lexicon) -> bool:
    lemma = thing.lemma_.lower()
    return lemma.endswith("ism") or lexicon.has_any(("abstract", "document", "endangered", "demand", "ills", "problem", "sanctions"), lemma)


def _is_no_meeting(node: Node, lexicon: Lexicon) -> bool:
    """ "Met the needs", "received his degree", "was met with sanctions"."""
    if node.predicate.pos != "VERB":
        return False
    if node.predicate.lemma == "meet" and syntax.is_passive(node.token):
        return not any(_is_met(end, lexicon) for end in syntax.prepositional(node.token, "with", "by"))
    if node.predicate.object_class or node.predicate.particle:
        return False
    things = syntax.undergoers(node.token)
    if node.predicate.lemma == "receive":
        return not any(_is_guest(thing, lexicon) for thing in things)
    met = syntax.children(node.token, "dobj")
    return node.predicate.lemma == "meet" and bool(met) and not any(_is_met(thing, lexicon) for thing in met)


def _is_guest(thing: Token, lexicon: Lexicon) -> bool:
    if thing.lower_ in {"him", "her", "us", "me", "he", "she", "we", "i"} or thing.ent_type_ in {"PERSON", "NORP", "GPE", "ORG"}:
        return True
    return kinds.is_human(thing, lexicon) or lexicon.has("persons", thing.lemma_.lower())


def _is_met(thing: Token, lexicon: Lexicon) -> bool:
    return bool(thing.ent_type_) or kinds.meets(thing, lexicon) or kinds.is_human(thing, lexicon)
