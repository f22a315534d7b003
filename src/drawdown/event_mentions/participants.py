"""Who takes part in an act, by the frame of its predicate and the grammar around it."""

from __future__ import annotations

from spacy.tokens import Token

from drawdown.event_mentions import kinds, nominal, phrases, syntax
from drawdown.event_mentions.lexicon import Lexicon
from drawdown.event_mentions.roles import AGAINST, TOWARDS, Roles, is_worded
from drawdown.event_mentions.triggers import Node, Reading

ABSTRACT = frozenset({"restriction", "sanctions", "measure", "curfew", "emergency", "concern", "support_words", "ceasefire", *kinds.ARMS})
"""Word classes of objects that are what an act consists of, and nobody whom it meets: "lifted the sanctions"."""
NEAR = ("near", "outside", "at", "inside", "in", "on", "under", "against", "beside", "by")
HIT = ("building", "site", "political")
"""Word classes of what a bomb that goes off beside it is meant for."""
TOGETHER = ("with", "between", "among", "and", "alongside")


def find(node: Node, reading: Reading, lexicon: Lexicon) -> Roles:
    """The participants of an act."""
    if node.predicate.pos == "ADJ":
        roles = _predicative(node.token)
    else:
        roles = (_verbal if node.predicate.pos == "VERB" else nominal.read)(node, reading, lexicon)
    if node.content is not None and node.content.token != node.token:
        _from_content(node, roles, reading, lexicon)
    elif node.content is not None and node.event_type == "REQUEST":  # "X must go, she said"
        reported = node.token.dep_ == "ccomp" and not roles.how.startswith("passive")
        roles.recipient, roles.actor = roles.actor or roles.recipient, syntax.subjects(node.token.head) if reported else []
    roles.actor = [issuer for actor in roles.actor for issuer in phrases.issuers(actor, lexicon)]
    roles.actor = phrases.clean(node, syntax.with_conjuncts(roles.actor), lexicon)
    if node.event_type == "ASSAULT":
        things = [*roles.actor, *roles.recipient, *syntax.undergoers(node.token)]
        roles.instrument += [thing for thing in dict.fromkeys(things) if kinds.is_fired(thing, lexicon) and thing not in roles.instrument]
        roles.actor, roles.recipient = ([who for who in side if who not in roles.instrument] for side in (roles.actor, roles.recipient))
        fought = [who for who in roles.recipient if who.dep_ == "dobj" and lexicon.has("attack_words", who.lemma_.lower())]
        roles.recipient = [who for who in roles.recipient if who not in fought]  # "fought two wars"
    if node.event_type == "PROTEST":  # "called a strike"
        roles.recipient = [who for who in roles.recipient if not lexicon.has("strike_words", who.lemma_.lower())]
    if node.event_type in {"SUPPORT", "ACCUSE"}:
        roles.recipient = [who for thing in roles.recipient for who in phrases.answerable(thing, lexicon)]
    roles.recipient = phrases.clean(node, syntax.with_conjuncts(roles.recipient), lexicon)
    roles.recipient = [token for token in roles.recipient if token not in roles.actor]
    if node.event_type == "ASSAULT" and any(kinds.is_addressee(struck, lexicon) for struck in roles.recipient):
        roles.recipient = [struck for struck in roles.recipient if not lexicon.has("affairs", struck.lemma_.lower())]
    if node.event_type == "CONSULT":
        roles.recipient = [host for host in roles.recipient if kinds.hosts(host, lexicon)] or roles.recipient
    return roles


def _verbal(node: Node, reading: Reading, lexicon: Lexicon) -> Roles:
    token = node.token
    roles = Roles(how="passive" if syntax.is_passive(token) else "subject and object")
    _subjects(node, roles, reading, lexicon)
    things = _objects(node, roles, reading, lexicon)
    _framed(node, roles, things, reading, lexicon)
    if node.event_type == "RETREAT" and node.mode == "withdraw" and node.predicate.frame == "transitive":
        roles.recipient = syntax.prepositional(token, "to") or [
            end for back in syntax.children(token, "advmod") + things for end in syntax.prepositional(_back(back), "to")
        ]
        roles.actor = roles.actor or [thing for thing in things if thing.ent_type_ not in {"GPE", "LOC", "FAC"}]
    if node.event_type == "SANCTION" and node.mode == "withdraw" and node.predicate.particle:  # "pulled the country out of the pact"
        roles.recipient = [who for who in roles.recipient if who not in things]
    if node.event_type == "REQUEST" and node.predicate.particle == "for":  # what is called for is no addressee
        wanted = syntax.behind(node.particles)
        roles.recipient = [who for who in roles.recipient if who not in wanted or who.pos_ != "NOUN"]
    if node.event_type == "REQUEST" and node.content is None and not any(_is_personal(thing) for thing in things):
        roles.recipient = [
            doer for clause in syntax.children(token, "ccomp", "xcomp") for doer in syntax.children(clause, "nsubj")
        ] or roles.recipient
    _by_means(node, roles, reading, lexicon)
    return roles


def _predicative(adjective: Token) -> Roles:
    """Of whom an adjective is said: "the union is ready to talk"."""
    verb = adjective.head if adjective.dep_ in {"acomp", "oprd", "conj", "ccomp"} else adjective
    return Roles(actor=syntax.subjects(verb), how="adjective")


def _subjects(node: Node, roles: Roles, reading: Reading, lexicon: Lexicon) -> None:
    """Subjects as actors; where the subject is itself an act ("the strike killed ..."), who did that."""
    actors = syntax.subjects(node.token)
    if _is_shifted(node.token) and not any(kinds.is_person_or_name(actor, lexicon) for actor in actors):
        actors = syntax.subjects(node.token.head.head) or actors
    if syntax.hyphenated(node.token) == node.predicate.lemma:  # "police lathi-charged the crowd" is read as "police lathi"
        actors = [who for actor in actors for who in (syntax.children(actor, "compound") if actor.i == node.token.i - 2 else [actor])]
    if node.token.pos_ in syntax.NOMINAL and not actors:  # a verb in a headline, read as a noun
        actors = syntax.children(node.token, "compound", "nmod")[-1:]
    for actor in actors:
        inner = reading.nodes.get(actor.i)
        if inner is not None and inner is not node and inner.token.pos_ in {"NOUN", "PROPN"}:
            roles.actor += nominal.read(inner, reading, lexicon).actor
            roles.instrument.append(actor)
        elif node.event_type == "ASSAULT" and kinds.is_arms(actor, lexicon):
            roles.instrument.append(actor)
        else:
            roles.actor.append(actor)


def _is_shifted(verb: Token) -> bool:
    """Whether a verb follows a report, of whose verb of saying it may be the second: "said it was lost and accused them", "..., urging them"."""
    above = verb.head
    if above.dep_ != "ccomp":
        return False
    second = verb.dep_ == "conj" and syntax.is_passive(above) and verb.tag_ == above.head.tag_
    return second or (verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.doc[verb.i - 1].text == ",")


def _objects(node: Node, roles: Roles, reading: Reading, lexicon: Lexicon) -> list[Token]:
    """Objects as recipients; where the object is itself an act ("condemned the raid"), who did or suffered that. Returns the objects."""
    things = list(syntax.undergoers(node.token))
    if node.event_type == "ASSAULT" and (syntax.is_passive(node.token) or lexicon.has("killing", syntax.lemma(node.token))):
        roles.recipient += syntax.prepositional(node.token, "alongside", "along")
    roles.recipient += [who for particle in node.particles for who in syntax.children(particle, "nsubj")]  # "hold them accountable"
    worded = is_worded(node, lexicon)
    for thing in things:
        inner = reading.nodes.get(thing.i)
        if inner is not None and inner is not node and node.content is not inner and node.predicate.frame != "reciprocal":
            told = nominal.read(inner, reading, lexicon)
            roles.recipient += told.actor or ([] if worded else told.recipient or [thing])
        elif thing not in node.particles:
            roles.recipient.append(thing)
        elif thing.pos_ == "NOUN":  # "took its staff hostage"
            roles.recipient += syntax.children(thing, "compound", "nmod")
    return things


def _framed(node: Node, roles: Roles, things: list[Token], reading: Reading, lexicon: Lexicon) -> None:
    """What the frame of the predicate makes of subject, object and prepositions."""
    token = node.token
    after = syntax.behind(node.particles)
    indirect = [end for child in syntax.children(token, "dative") for end in (syntax.children(child, "pobj") or [child])]
    match node.predicate.frame:
        case "undergoer":
            roles.recipient, roles.actor = (syntax.subjects(token) or things), syntax.prepositional(token, "by")
        case "host":
            if any(kinds.is_somebody(guest, lexicon) for guest in roles.recipient):
                roles.recipient, roles.actor = roles.actor, roles.recipient
        case "unaccusative":
            roles.actor, roles.instrument = [], roles.instrument or [*roles.actor, *things]
            near = syntax.prepositional(token, *NEAR)
            near += [end for front in near if front.lemma_ == "front" for end in syntax.prepositional(front, "of")]
            roles.recipient = [end for end in near if not end.ent_type_ and lexicon.has_any(HIT, end.lemma_.lower())]
        case "intransitive" | "gathering":
            wanted = node.predicate.object_class
            named = [end for end in after if wanted is None or not lexicon.has(wanted, end.lemma_.lower())]
            roles.recipient = syntax.prepositional(token, "against", "at", "over", "outside") or named
        case "to":
            given = ("aid", "goods", "troops", "weapons")
            given_to = syntax.children(token, "nsubjpass") if syntax.children(token, "dobj") else []  # "one of them was granted asylum"
            helped = (
                indirect
                or given_to
                or [thing for thing in things if kinds.is_somebody(thing, lexicon) and not lexicon.has_any(given, thing.lemma_.lower())]
                or syntax.prepositional(token, *TOWARDS)
                or [end for thing in things for end in syntax.prepositional(thing, "to", "for")]
                or [end for deed in syntax.children(token, "xcomp", "ccomp") for end in syntax.undergoers(deed)]
                or [thing for thing in roles.recipient if not lexicon.has_any(given, thing.lemma_.lower())]
            )
            roles.theme, roles.recipient = [thing for thing in roles.recipient if thing not in helped], helped
        case "reciprocal":
            together = (*TOGETHER, "to", "from") if node.event_type == "COOPERATE" else TOGETHER
            partners = [*(after or syntax.prepositional(token, *together))]
            named = [
                *things,
                *(end for thing in things for end in syntax.prepositional(thing, "of")),
            ]  # "a memorandum of understanding with"
            partners += [end for thing in named for end in syntax.prepositional(thing, *together)]
            if not partners and node.predicate.object_class == "document":
                partners = [end for thing in things for end in _behind(thing, lexicon)]
            partners = [end for end in partners if not lexicon.has("aims", end.lemma_.lower()) and end.head.head.lower_ != "according"]
            if node.event_type == "COOPERATE" and not after:
                partners = [end for end in partners if kinds.is_addressee(end, lexicon)]
            if node.event_type == "CONSULT":
                partners = [
                    end
                    for end in partners or _aside(token, lexicon)
                    if kinds.meets(end, lexicon) or lexicon.has("political", end.lemma_.lower())
                ]
            roles.recipient = []
            roles.actor += partners or [thing for thing in things if node.event_type == "CONSULT" and kinds.meets(thing, lexicon)]
            roles.how = "reciprocal"
        case _:
            _directed(node, roles, things, after or indirect, reading, lexicon)


def _behind(thing: Token, lexicon: Lexicon) -> list[Token]:
    """With whom a treaty is made, where its matter stands between: "signed an agreement on the lake with Chile"."""
    matters = syntax.prepositional(thing, "on", "for", "of", "to")
    matters += [end for matter in matters for end in syntax.prepositional(matter, "of", "in")]
    return [
        end for matter in matters for end in syntax.prepositional(matter, "with") if kinds.is_name(end) and kinds.is_somebody(end, lexicon)
    ]


def _aside(token: Token, lexicon: Lexicon) -> list[Token]:
    """With whom somebody meets, where the occasion stands between: "met on the sidelines of the summit with the envoy"."""
    occasions = [] if syntax.is_passive(token) else syntax.prepositional(token, "on", "at", "in")
    occasions += [end for occasion in occasions for end in syntax.prepositional(occasion, "of")]
    return [end for occasion in occasions for end in syntax.prepositional(occasion, "with") if kinds.is_person_or_name(end, lexicon)]


def _directed(node: Node, roles: Roles, things: list[Token], named: list[Token], reading: Reading, lexicon: Lexicon) -> None:
    """Whom a transitive act meets: its object, or who stands behind a preposition where the object is what the act consists of.

    ``named``: the objects of its particle, or its indirect objects.
    """
    token = node.token
    means = node.predicate.particle == "with" and bool(things)  # "showered the base with missiles"
    kept = means or node.predicate.object_class == "diplomat" or _is_actorlike(things)
    if roles.recipient and (kept or not node.predicate.object_class):
        return
    away = () if node.event_type in {"ASSAULT", "MOBILIZE"} else ("from",)  # "fired rockets from the hills"
    prep = named or syntax.prepositional(token, *AGAINST, "to", "with", "of", "for", *away)
    worded = is_worded(node, lexicon)
    others = {at for at, told in reading.nodes.items() if worded and told.event_type != node.event_type}
    bare = [thing for thing in things if thing.i not in others]
    bare += [whole for thing in bare for whole in phrases.whole(thing, lexicon) if whole != thing]  # "three rounds of sanctions on Peru"
    prep += [end for thing in bare for end in syntax.prepositional(thing, *AGAINST, "of", "to", "with", "for", *away)]
    shot = node.predicate.lemma == "fire" or node.predicate.object_class in kinds.ARMS  # "fired dozens of rockets at the base"
    prep = [end for end in prep if not (shot and end.head.lower_ == "of" and lexicon.has_any(kinds.ARMS, end.lemma_.lower()))]
    prep = [end for end in prep if end.head.head.lower_ != "according"]
    if node.event_type != "CONSULT":
        prep = [end for end in prep if kinds.is_addressee(end, lexicon)]
    if not prep and node.predicate.object_class in ABSTRACT:
        roles.theme = [thing for thing in roles.recipient if not kinds.is_somebody(thing, lexicon)]
        prep = [thing for thing in roles.recipient if thing not in roles.theme]
        roles.recipient = prep
    roles.recipient = prep or roles.recipient


def _back(token: Token) -> Token:
    """The "back" of "handed the base back to ..."; the token itself otherwise."""
    return next((child for child in token.subtree if child.lower_ == "back"), token)


MEANS = ("in", "by", "with", "due", "from", "during", "amid")


def _by_means(node: Node, roles: Roles, reading: Reading, lexicon: Lexicon) -> None:
    """Who made it happen, where another noun says it: "died in an attack by ...", "was wounded due to their raids"."""
    for means in syntax.prepositional(node.token, *MEANS):
        inner = reading.nodes.get(means.i)
        same = inner is not None and inner.event_type == node.event_type
        if inner is not None and same and not roles.actor and node.predicate.frame != "reciprocal":
            roles.actor += nominal.read(inner, reading, lexicon).actor
            roles.instrument.append(means)


def _from_content(node: Node, roles: Roles, reading: Reading, lexicon: Lexicon) -> None:
    """Fill what a speech act leaves open from the act that it is about."""
    content = node.content
    if content is None:
        return
    inner = find(content, reading, lexicon)
    between = {
        content.token.i,
        *(at.i for at in content.via),
        *(at.head.i for at in syntax.path_up(content.token) if at.dep_ != "compound"),
    }
    accused = node.event_type == "ACCUSE"  # "accused the forces of a raid": the parse hangs the raid on the forces
    roles.recipient = [thing for thing in roles.recipient if thing.i not in between or (accused and kinds.is_somebody(thing, lexicon))]
    direct = [thing for thing in roles.recipient if _is_personal(thing)]
    if not roles.actor:
        roles.actor = [token for via in content.via for token in syntax.subjects(via)] or (
            inner.actor if node.content_realis != "demanded" else []
        )
    match node.event_type:
        case "AGREE" if node.predicate.operator == "allow":  # "will not let its soil be used against others"
            roles.recipient = inner.recipient or direct
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


def _is_personal(token: Token) -> bool:
    return token.pos_ in {"PROPN", "PRON", "NOUN"}


def _is_actorlike(things: list[Token]) -> bool:
    return any(thing.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"} for thing in things)
