"""Where: the place that the clause of an act is bound to."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Token

from drawdown.event_mentions import nominal, syntax
from drawdown.event_mentions.lexicon import Lexicon
from drawdown.event_mentions.realis import SPEECH_ACTS
from drawdown.event_mentions.roles import Roles
from drawdown.event_mentions.triggers import Node, Reading

Row = dict[str, Any]
LOCATIVE = frozenset({"in", "at", "near", "inside", "outside", "across", "around", "within", "on", "throughout", "along"})
LEFT = frozenset({"from", "out"})
"""Behind these stands what is left, of who leaves: "withdrew from X", "pulled out of X"."""
REACHED = frozenset({"to", "into"})
"""Behind these stands where somebody goes: "a visit to X", "sent troops to X"."""
STRUCK = frozenset({"on", "against", "at"})
"""Behind these stands what is attacked: where a state does, no other act takes place in it ("sanctions on X", "lashed out at X")."""
AROUND = LOCATIVE | LEFT | REACHED
CONTENT = frozenset({"acl", "ccomp", "xcomp", "dobj", "prep", "relcl", "advcl"})
"""What tells what an act of speech is about, or to whom it is addressed."""

PLACED = frozenset({"place", "facility", "state"})
MEANS = ("in", "by", "during", "with", "following", "after")
"""Behind these stands the noun of the same act: "killed in an attack", "died after a blast"."""
PARTS = ("part_of_place", "territory", "building", "land")
"""Word classes of what may be of a place, and lies in it: "in the west of X", "at the embassy of X"."""
FOUND = ("stationed", "guarding", "light", "occur")
"""Word classes of participles that say where somebody or something is: "a soldier stationed at X", "talks held in X"."""
CHAIN = 6
"""Steps from a place up to the act: "in the port of X near Y"."""


def bound_places(node: Node, roles: Roles, reading: Reading, mentions: list[Row], lexicon: Lexicon) -> list[Row]:
    """The places that the clause names for the act, in or out of the gazetteer: its own before those that it shares with a clause beside it.

    States come last; of others the first comes first, which in a chain of places is the most precise.
    """
    sentence = node.token.sent
    own, shared, found = _holders(node, roles, reading, lexicon), _shared(node, reading), []
    for row in mentions:
        unknown = row.get("place_id") is None and row["method"] == "nominal"  # "other countries"
        if unknown or row["kind"] not in PLACED or not sentence.start_char <= row["start"] < sentence.end_char:
            continue
        head, state = _ground(syntax.head_of(node.token.doc, row["start"], row["end"]), lexicon), row["place_id"] in lexicon.states
        if (
            _is_told(head, row, state, own, node, lexicon)
            or _undergoes(head, row["kind"] == "state", node, roles, lexicon)
            or _names(head, state, node, roles)
            or (head == node.token.head and _is_there(node.token) and head.head.lower_ in AROUND)
        ):
            found.append((0, state, head.i, -row["start"], row))
        elif node.event_type not in SPEECH_ACTS and _is_told(head, row, state, shared, node, lexicon):
            found.append((1, state, head.i, -row["start"], row))
    return [row for *_, row in sorted(found, key=lambda item: item[:4])]


def _is_told(head: Token, row: Row, state: bool, holders: set[int], node: Node, lexicon: Lexicon) -> bool:
    """Whether a place is said to be where something happens that hangs on the holders; for an act of speech, where it is voiced."""
    if (state or row["kind"] == "state") and _avoids(head, row):
        return False
    outer = _locates(head, holders, _ways(node), lexicon)
    return outer is not None and (node.event_type not in SPEECH_ACTS or _is_voiced(outer, node))


def _avoids(head: Token, row: Row) -> bool:
    """Whether a state is a side, behind a preposition of attack ("sanctions on X"; but "on the soil of X"), or what lies elsewhere ("outside X")."""
    while head.dep_ in {"appos", "conj"} and head.head != head:
        head = head.head
    within = syntax.path_up(head)
    outside = any(token.lower_ == "outside" for token, _ in zip(within, range(CHAIN), strict=False))
    side = head.dep_ == "pobj" and head.head.lower_ in STRUCK
    return outside or (side and (row["method"] != "nominal" or row["kind"] == "state"))


def _ways(node: Node) -> frozenset[str]:
    """The prepositions behind which the place of an act stands: where one is, what forces leave, where visitors and forces go."""
    match node.event_type:
        case "RETREAT":
            return LOCATIVE | LEFT
        case "CONSULT" if node.mode == "visit":
            return LOCATIVE | REACHED
        case "MOBILIZE":
            return LOCATIVE | REACHED
        case _:
            return LOCATIVE


def _holders(node: Node, roles: Roles, reading: Reading, lexicon: Lexicon) -> set[int]:
    """The words that a place may hang on: the act, its light words, its verb, what it is done to, and the noun of the same act."""
    token = node.token
    holders = {token.i, *(via.i for via in node.via)}
    if token.pos_ not in syntax.VERBAL:
        above = nominal.top(token, lexicon)
        verb = syntax.governor(above)
        holders |= {verb.i} if verb is not None and _tells(verb, above, lexicon) else set()
    means = [*same_act(node, reading), *syntax.prepositional(token, *MEANS), *syntax.agents(token)]
    alike = [end for end in means if end.i in reading.nodes and reading.nodes[end.i].event_type == node.event_type]
    holders |= {word.i for end in alike for word in [end, *syntax.children(end, "relcl")]}
    holders |= {token.head.i} if _is_there(token) else set()
    return holders | {head.i for head in syntax.with_conjuncts(_met(node, roles, lexicon))}


def _is_there(verb: Token) -> bool:
    """Whether a relative clause says what happens at what it is about: "the port where they met", "a rally during which he spoke"."""
    which = [
        end for child in syntax.children(verb, "prep") if child.lower_ in {"during", "in", "at"} for end in syntax.children(child, "pobj")
    ]
    return verb.dep_ == "relcl" and any(child.lower_ in {"where", "which"} for child in [*syntax.children(verb, "advmod"), *which])


def _tells(verb: Token, act: Token, lexicon: Lexicon) -> bool:
    """Whether a verb says of a noun's act that it happens or is done: any verb as its object or in the passive; as its subject, one of happening."""
    if act.dep_ == "nsubj":
        return verb.lemma_ == "be" or lexicon.has("occur", verb.lemma_.lower())
    return act.dep_ not in {"pobj", "pcomp"}


def _met(node: Node, roles: Roles, lexicon: Lexicon) -> list[Token]:
    """Whom and what a deed is done to, and who moves or meets: where they are said to be, it happens."""
    match node.event_type:
        case "CONSULT":
            return [*roles.actor, *(thing for thing in syntax.undergoers(node.token) if _is_party(thing, node, lexicon))]
        case "PROTEST":
            return [*roles.actor, *roles.recipient, *syntax.undergoers(node.token), *syntax.prepositional(node.token, "to")]
        case "RETREAT" | "MOBILIZE":
            return [*roles.actor, *roles.recipient, *syntax.undergoers(node.token)]
        case kind if lexicon.quads[kind].startswith("material"):
            return [*roles.recipient, *syntax.undergoers(node.token), *syntax.prepositional(node.token, "alongside", "with")]
        case _:
            return []


def _is_party(thing: Token, node: Node, lexicon: Lexicon) -> bool:
    """Whether an object is who is met, or the meeting; not what is talked about ("discussed the situation in X")."""
    return (thing.pos_ == "PROPN" and node.mode == "visit") or lexicon.has_any(("human", "political", "talks"), thing.lemma_.lower())


def _is_voiced(outer: Token, node: Node) -> bool:
    """Whether a place is where an act of speech is voiced: before its word or right behind it, not behind what it is about."""
    between = [child for child in node.token.children if node.token.i < child.i < outer.i and child.dep_ in CONTENT]
    return not between


def _shared(node: Node, reading: Reading) -> set[int]:
    """The words that a place may hang on beside the act: what is coordinated with it, and the clause during or in which it is done."""
    token, beside = node.token, list[Token]()
    for other in token.conjuncts:
        act = reading.nodes.get(other.i)
        alike = act is not None and act.event_type == node.event_type
        if (other.i < token.i and other.dep_ == "conj") or alike or (other.i > token.i and token.pos_ == other.pos_ == "NOUN"):
            beside.append(other)
    if token.dep_ == "advcl" and (token.tag_ == "VBG" or _sets(token)):  # "raided a house in X, killing two"
        beside.append(token.head)
    beside += [clause for clause in syntax.children(token, "advcl") if _sets(clause)]
    return {end.i for other in beside for end in [other, *syntax.undergoers(other)]}


def _sets(clause: Token) -> bool:
    """Whether a clause says at which moment something happens: "when a bomb went off in X"."""
    return any(child.lower_ in {"when", "while"} for child in syntax.children(clause, "advmod", "mark"))


def same_act(node: Node, reading: Reading) -> list[Token]:
    """The noun that names the same act: "the strike on Monday that killed three", "Monday's strike killed three".

    No day kills: a relative clause that the parse hangs on a date is one of the noun before, and the date belongs to it.
    """
    above = [node.token.head] if node.token.dep_ == "relcl" else []
    named = [token for token in [*syntax.subjects(node.token), *above] if token.i in reading.nodes]
    same = [token for token in named if reading.nodes[token.i].event_type == node.event_type]
    return same + [token for token in above if token.ent_type_ == "DATE"]


def _locates(place: Token, holders: set[int], ways: frozenset[str], lexicon: Lexicon) -> Token | None:
    """The preposition with which a chain of places ("at a checkpoint in the town of X") hangs on one of the holders; None if on none."""
    at, outer = place, None
    for _ in range(CHAIN):
        if (at.dep_ in {"appos", "conj"} and (at.pos_ in syntax.NOMINAL or at.ent_type_)) or (
            at.dep_ == "acl" and outer is not None and lexicon.has_any(FOUND, at.lemma_.lower())
        ):
            at = at.head
        elif (
            at.dep_ == "dobj" and at.head.dep_ == "acl" and lexicon.has("guarding", at.head.lemma_.lower())
        ):  # "soldiers guarding a port in X"
            at = at.head.head
        elif at.dep_ == "pobj" and at.head.lower_ == "including":
            at = at.head.head
        elif at.dep_ == "pobj" and (link := _link(at.head, outer, ways, lexicon)) is not None:
            outer = link if link.lower_ != "of" else outer
            at = link.head
            while at.pos_ in {"ADP", "ADV"} and at.dep_ in {"prep", "advmod"}:  # "from near X", but not "prior to a visit to X"
                if at.lower_ not in ways and not lexicon.has("part_of_place", at.lower_):
                    return None
                at = at.head
        else:
            return None
        if outer is not None and at.i in holders:
            return outer
    return None


def _link(preposition: Token, outer: Token | None, ways: frozenset[str], lexicon: Lexicon) -> Token | None:
    """The word that says where, of a preposition before a place: itself, or what stands before its "of" ("out of X", "north of X")."""
    if preposition.lower_ != "of":
        return preposition if preposition.lower_ in ways else None
    above = preposition.head
    if above.lower_ in ways or (above.dep_ == "advmod" and lexicon.has("part_of_place", above.lower_)):
        return above
    part = lexicon.has_any(PARTS, above.lemma_.lower())
    return preposition if outer is None and part else None


def _undergoes(place: Token, state: bool, node: Node, roles: Roles, lexicon: Lexicon) -> bool:
    """Whether a place is itself attacked, taken, left, entered or visited, or hosts a meeting; a state that is attacked or withdrawn is a side, no ground."""
    match node.event_type:
        case "CONSULT" if lexicon.has("hosting", node.predicate.lemma):
            return place in syntax.subjects(node.token)
        case "CONSULT":
            fits = node.mode == "visit"
        case kind:
            fits = kind in {"ASSAULT", "COERCE", "RETREAT", "MOBILIZE"} and not state
    return fits and place in [*syntax.undergoers(node.token), *roles.recipient]


def _names(place: Token, state: bool, node: Node, roles: Roles) -> bool:
    """Whether a city stands right before the noun of a happening and does not do it: "the Nerva bombing"."""
    before = place.dep_ in {"compound", "nmod"} and place.head == node.token and node.token.pos_ in syntax.NOMINAL
    return before and not state and node.event_type in {"ASSAULT", "PROTEST", "CONSULT"} and place not in roles.actor


def _ground(head: Token, lexicon: Lexicon) -> Token:
    """The noun for a place whose name this is ("the Nerva region", "the airbase of Arvan"); the name itself elsewhere."""
    above = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "of" else head.head
    named = (head.dep_ in {"compound", "nmod"} and above.i > head.i) or (head.dep_ == "pobj" and above != head.head)
    return above if named and above.dep_ != "advmod" and lexicon.has_any(PARTS, above.lemma_.lower()) else head
