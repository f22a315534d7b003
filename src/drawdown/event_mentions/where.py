"""Where: the place that the clause of an act is bound to."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc, Token

from drawdown.event_mentions import participants, syntax
from drawdown.event_mentions.lexicon import Lexicon
from drawdown.event_mentions.participants import Roles
from drawdown.event_mentions.realis import SPEECH_ACTS
from drawdown.event_mentions.triggers import Node, Reading

Row = dict[str, Any]
LOCATIVE = frozenset({"in", "at", "near", "inside", "outside", "across", "around", "within", "on", "throughout", "along"})
LEFT = frozenset({"from", "of"})
"""Behind these stands what is left, of who leaves: "withdrew from X", "pulled out of X"."""
REACHED = frozenset({"to", "into"})
"""Behind these stands where somebody goes: "a visit to X", "sent troops to X"."""
STRUCK = frozenset({"on", "against", "at"})
"""Behind these stands what is attacked: where a state does, no other act takes place in it ("sanctions on X", "lashed out at X")."""
CONTENT = frozenset({"acl", "ccomp", "xcomp", "dobj", "prep", "relcl", "advcl"})
"""What tells what an act of speech is about, or to whom it is addressed."""

PLACED = frozenset({"place", "facility", "state"})
CHAIN = 5
"""Steps from a place up to the act: "in the port of X near Y"."""


def bound_place(node: Node, roles: Roles, reading: Reading, mentions: list[Row], lexicon: Lexicon) -> Row | None:
    """The place that the clause names for the act, one of its own before one that it shares with a clause beside it.

    Of several it is the first that is more than a state, which in a chain of places is the most precise.
    """
    sentence = node.token.sent
    own, shared, found = _holders(node, roles, reading, lexicon), _shared(node, reading), []
    for row in mentions:
        if row.get("place_id") is None or row["kind"] not in PLACED or not sentence.start_char <= row["start"] < sentence.end_char:
            continue
        head, state = _ground(_head(node.token.doc, row["start"], row["end"]), lexicon), row["place_id"] in lexicon.states
        if (
            _is_told(head, row, state, own, node)
            or _undergoes(head, row["kind"] == "state", node, roles)
            or _names(head, state, node, roles)
        ):
            found.append((0, state, head.i, row))
        elif node.event_type not in SPEECH_ACTS and _is_told(head, row, state, shared, node):
            found.append((1, state, head.i, row))
    return min(found, key=lambda item: item[:3])[3] if found else None


def _is_told(head: Token, row: Row, state: bool, holders: set[int], node: Node) -> bool:
    """Whether a place is said to be where something happens that hangs on the holders; for an act of speech, where it is voiced."""
    if state and row["method"] != "nominal" and head.dep_ == "pobj" and head.head.lower_ in STRUCK:
        return False
    outer = _locates(head, holders, _ways(node), state)
    return outer is not None and (node.event_type not in SPEECH_ACTS or _is_voiced(outer, node))


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
        above = participants.top(token, lexicon)
        verb = syntax.governor(above)
        holders |= {verb.i} if verb is not None and _tells(verb, above, lexicon) else set()
    means = [*same_act(node, reading), *syntax.prepositional(token, "in", "by", "during", "with"), *syntax.agents(token)]
    alike = {end.i for end in means if end.i in reading.nodes and reading.nodes[end.i].event_type == node.event_type}
    return holders | alike | {head.i for head in syntax.with_conjuncts(_met(node, roles, lexicon))}


def _tells(verb: Token, act: Token, lexicon: Lexicon) -> bool:
    """Whether a verb says of a noun's act that it happens or is done: any verb as its object or in the passive; as its subject, one of happening."""
    if act.dep_ == "nsubj":
        return verb.lemma_ == "be" or lexicon.has("occur", verb.lemma_.lower())
    return act.dep_ not in {"pobj", "pcomp"}


def _met(node: Node, roles: Roles, lexicon: Lexicon) -> list[Token]:
    """Whom and what a deed is done to, and who moves or meets: where they are said to be, it happens."""
    match node.event_type:
        case "CONSULT":
            return [*roles.actor, *syntax.undergoers(node.token)]
        case "RETREAT" | "MOBILIZE":
            return [*roles.actor, *roles.recipient, *syntax.undergoers(node.token)]
        case kind if lexicon.quads[kind].startswith("material"):
            return [*roles.recipient, *syntax.undergoers(node.token)]
        case _:
            return []


def _is_voiced(outer: Token, node: Node) -> bool:
    """Whether a place is where an act of speech is voiced: before its word or right behind it, not behind what it is about."""
    between = [child for child in node.token.children if node.token.i < child.i < outer.i and child.dep_ in CONTENT]
    return not between


def _shared(node: Node, reading: Reading) -> set[int]:
    """The words that a place may hang on in what is coordinated with the act: before it, and behind it in an act of the same type."""
    token, found = node.token, set()
    for other in token.conjuncts:
        act = reading.nodes.get(other.i)
        if other.i < token.i and other.dep_ == "conj":
            found.add(other.i)
        elif act is not None and act.event_type == node.event_type:
            found |= {other.i, *(thing.i for thing in syntax.undergoers(other))}
    return found


def same_act(node: Node, reading: Reading) -> list[Token]:
    """The noun that names the same act: "the strike on Monday that killed three", "Monday's strike killed three".

    No day kills: a relative clause that the parse hangs on a date is one of the noun before, and the date belongs to it.
    """
    above = [node.token.head] if node.token.dep_ == "relcl" else []
    named = [token for token in [*syntax.subjects(node.token), *above] if token.i in reading.nodes]
    same = [token for token in named if reading.nodes[token.i].event_type == node.event_type]
    return same + [token for token in above if token.ent_type_ == "DATE"]


def _locates(place: Token, holders: set[int], ways: frozenset[str], state: bool) -> Token | None:
    """The preposition with which a chain of places ("at a checkpoint in the town of X") hangs on one of the holders; None if on none."""
    at, outer = place, None
    for _ in range(CHAIN):
        above = at.head
        if at.dep_ in {"appos", "conj"} and outer is None:
            at = above
            continue
        if at.dep_ == "acl" and at.tag_ in {"VBN", "VBG"} and outer is not None:  # "a soldier stationed at X"
            at = above
        elif (
            at.dep_ != "pobj"
            or not (above.lower_ in ways or (above.lower_ == "of" and outer is None))
            or (state and above.lower_ == "outside")
        ):
            return None
        else:
            outer = above if above.lower_ in ways else outer
            at = above.head
            while at.pos_ in {"ADP", "ADV"} and at.dep_ in {"prep", "advmod"}:  # "north of X", "out of X"
                outer = at if at.pos_ == "ADV" or at.lower_ in ways else outer
                at = at.head
        if at.i in holders:
            return outer
    return None


def _undergoes(place: Token, state: bool, node: Node, roles: Roles) -> bool:
    """Whether a place is itself attacked, taken, left, entered or visited; a state that is attacked or withdrawn is a side, no ground."""
    match node.event_type:
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
    return above if named and lexicon.has("territory", above.lemma_.lower()) else head


def _head(doc: Doc, start: int, end: int) -> Token:
    span = doc.char_span(start, end, alignment_mode="expand")
    return span.root if span is not None else doc[0]
