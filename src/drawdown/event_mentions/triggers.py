"""Which words tell acts: the rows of the lexicon that fit each token, and what acts are about acts.

A :class:`Node` is an act that a word tells. Operators (promise, demand, refuse, end ...) look for the act in
their complement and make another act of it (``compositions``); light and aspectual words pass it through.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from spacy.tokens import Span, Token

from drawdown.event_mentions import fitting, syntax
from drawdown.event_mentions.lexicon import Composition, Lexicon, Predicate

COMPLEMENT_ORDER = ("xcomp", "ccomp", "dobj", "nsubjpass", "attr", "oprd", "prep", "dative", "acl", "compound", "pobj", "pcomp", "prt")
COMPLEMENT_PREPOSITIONS = frozenset({"for", "of", "to", "on", "against", "from", "with", "over", "about", "in", "into", "at", "under"})
DEPTH = 5


@dataclass(slots=True, eq=False)
class Node:
    """An act told by a word: its type, the row that says so, and the act that it is about."""

    token: Token
    predicate: Predicate
    event_type: str
    mode: str | None
    content: Node | None = None
    content_realis: str | None = None
    particles: tuple[Token, ...] = ()
    """Words that belong to the trigger: particles, what the lexicon wants before it, and a negation that makes the act ("not allow")."""
    via: tuple[Token, ...] = ()
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Operator:
    """A word that changes the act in its complement and tells none itself (plan, fail, begin, consider ...)."""

    token: Token
    name: str


@dataclass(slots=True)
class Reading:
    """The acts of one sentence. ``nodes`` by token index; ``operators`` that tell no act; ``consumed``: content and its conditions."""

    nodes: dict[int, Node]
    operators: dict[int, Operator]
    consumed: set[int]


def read(sentence: Span, lexicon: Lexicon) -> Reading:
    """All acts of a sentence."""
    finder = _Finder(lexicon)
    for token in sentence:
        finder.node(token)
    read = [_committed(_obliged(_crowds(node, lexicon), lexicon), finder, lexicon) for node in finder.nodes.values() if node is not None]
    nodes = {node.token.i: node for node in read}
    consumed: set[int] = set()
    for node in nodes.values():
        if node.content is not None and node.content_realis is not None:
            consumed |= {*_told_within(node), *_meant_within(node, nodes)} - {node.token.i}
        elif node.content is not None:
            consumed |= {node.content.token.i, *(other.i for other in node.content.token.conjuncts if other.dep_ == "conj")} - {
                node.token.i
            }
    return Reading(nodes, finder.operators, consumed)


RIOTOUS = frozenset({"destroy", "primitive", "explosives", "beat"})
"""Modes of ASSAULT that are a riot where a crowd does them."""


def _crowds(node: Node, lexicon: Lexicon) -> Node:
    """Clashes and destruction by protesters and mobs are riots: "rioters clashed with police", "the crowd torched two buses"."""
    if node.event_type != "ASSAULT" or not (node.mode in RIOTOUS or node.predicate.frame == "reciprocal"):
        return node
    verb = node.token.pos_ in syntax.VERBAL
    at = node.token.head if node.token.dep_ == "nsubj" and not verb else node.token
    doers = (
        syntax.subjects(node.token) if verb else [end for of in (node.token, at) for end in syntax.prepositional(of, "between", "by", "of")]
    )
    rallied = node.token.dep_ == "conj" and lexicon.has("rallying", node.token.head.lemma_.lower())
    if rallied or any(lexicon.has("rioters", doer.lemma_.lower()) for doer in syntax.with_conjuncts(doers)):
        return replace(node, event_type="PROTEST", mode="riot", notes=[*node.notes, "by a crowd"])
    return node


def _obliged(node: Node, lexicon: Lexicon) -> Node:
    """ "Must leave" asks for it: a demand whose trigger is the word under the modal."""
    first = _first(node.token)
    modal = any(child.lower_ in lexicon.classes["modal_must"] for child in syntax.children(first, "aux"))
    above = first.head
    have = above.lemma_ == "have" or (above.lower_ == "got" and any(child.lemma_ == "have" for child in syntax.children(above, "aux")))
    have = have and not any(child.tag_ == "MD" for child in syntax.children(above, "aux"))  # "will have to": a prediction
    modal = modal or (first.dep_ == "xcomp" and have and first.tag_ == "VB")
    modal = modal and first.dep_ not in {"advcl", "relcl"} and not syntax.is_inverted(first)
    own = node.event_type == "RETREAT" or _asked_of_others(first)
    made = lexicon.compose("demand", node.event_type, node.mode) if modal and own else None
    if made is None:
        return node
    return Node(node.token, node.predicate, made.event_type, made.mode, node, made.content_realis, notes=["obligation"])


def _first(token: Token) -> Token:
    """The first of a series of verbs that share subject and auxiliary: "must end the siege, lift the ban and leave"."""
    while token.dep_ == "conj" and token.tag_ == "VB" and token.head.pos_ in syntax.VERBAL and not syntax.children(token, "aux", "nsubj"):
        token = token.head
    return token


def _asked_of_others(token: Token) -> bool:
    """Whether somebody is reported to say what others must do: "the minister said that the rebels should talk"."""
    reporters, doers = syntax.children(token.head, "nsubj"), syntax.children(token, "nsubj")
    own = {"he", "she", "it", "they", "we", "i"}
    return token.dep_ == "ccomp" and bool(reporters) and bool(doers) and not any(doer.lower_ in own for doer in doers)


SPEAKERS = frozenset({"we", "i"})
REPORTED = frozenset({"he", "she", "they", "it"})


def _committed(node: Node, finder: _Finder, lexicon: Lexicon) -> Node:
    """ "We will leave", "he said he would visit": whoever says so of himself promises, concedes or threatens."""
    token = node.token
    will = any(child.lower_ in {*lexicon.classes["modal_will"], "would", "'d"} for child in syntax.children(token, "aux"))
    if not will or node.predicate.pos != "VERB" or node.content is not None or syntax.children(token, "neg"):
        return node
    doers = {child.lower_ for child in syntax.children(token, "nsubj")}
    head = token.head
    reported = token.dep_ == "ccomp" and bool(syntax.children(head, "nsubj")) and finder.nodes.get(head.i) is None
    if not (doers & SPEAKERS or (doers & REPORTED and reported)):
        return node
    made = lexicon.compose("announce" if node.event_type == "RETREAT" else "future", node.event_type, node.mode)
    if made is None:
        return node
    frame = head if reported and head.lemma_ in lexicon.classes["assuring"] else token
    used = node.particles if frame == token else ()
    return Node(frame, node.predicate, made.event_type, made.mode, node, made.content_realis, used, notes=[f"own words: {made.reason}"])


def _told_within(node: Node) -> Iterator[int]:
    """Tokens of the content of a speech act, what is coordinated with it, and the conditions of both."""
    at = node.content
    while at is not None:
        yield at.token.i
        for told in (at.token, *(via for via in at.via if via.pos_ in syntax.VERBAL)):
            yield from (other.i for other in told.conjuncts if other.i > told.i and not syntax.children(other, "nsubj", "nsubjpass"))
        for holder in {node.token, at.token, *at.via}:
            for child in syntax.children(holder, "advcl"):
                marks = {mark.lower_ for mark in syntax.children(child, "mark", "advmod", "aux")}
                if marks & {"if", "unless", "until", "should", "once", "lest"}:
                    yield from (token.i for token in child.subtree)
        at = at.content


def _meant_within(node: Node, nodes: dict[int, Node]) -> Iterator[int]:
    """Aims of the content of a speech act: "accused them of arming rebels to attack the port"."""
    about = node.content.token if node.content is not None else node.token
    for at, other in nodes.items():
        chain = list(syntax.path_up(other.token))
        within = chain[: chain.index(about)] if about in chain and at != about.i else []
        known = any(child.dep_ == "poss" or child.lower_ in {"the", "this", "these"} for child in other.token.children)
        finite = known or any(step.dep_ in {"relcl", "ccomp"} or (step.dep_ == "advcl" and step.tag_ != "VB") for step in within)
        if not finite and any(step.tag_ == "VB" and any(child.lower_ == "to" for child in step.children) for step in within):
            yield at


class _Finder:
    """Memory of one sentence: the node of each token that was asked for."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.nodes: dict[int, Node | None] = {}
        self.operators: dict[int, Operator] = {}

    def node(self, token: Token) -> Node | None:
        """The act that a word tells, or None."""
        if token.i not in self.nodes:
            self.nodes[token.i] = None
            self.nodes[token.i] = self._read(token)
        return self.nodes[token.i]

    def _read(self, token: Token) -> Node | None:
        rows = fitting.rows(token, self.lexicon)
        if not rows or _is_auxiliary(token) or _is_party(token):
            return None
        best = rows[0][0]
        if best.operator == "say" and (bidden := _bidden(token)) is not None and (asked := self._asked(token, best, bidden)) is not None:
            return asked
        if best.operator and best.event_type is None and (best.object_class or best.compound or best.operator == "say"):
            self.operators[token.i] = Operator(token, best.operator)
            return None
        operators = [(row, used) for row, used in rows if row.operator]
        operators = [(row, used) for row, used in operators if row.conditions[0] == operators[0][0].conditions[0]]
        plain = next(((row, used) for row, used in rows if row.event_type), None)
        if operators and (best.operator or not (best.object_class or best.compound)):
            content = self._content(token)
            predicted = content is not None and _predicted(content, operators[0][0], self.lexicon)
            for row, used in operators if content and not predicted else ():
                operator = _effective(token, row)
                used = (*used, *syntax.children(token, "neg")) if operator == "forbid" else used
                made = content and operator and self.lexicon.compose(operator, content.event_type, content.mode)
                if content and made:
                    made = _of_restraint(row, content, made, self.lexicon)
                    inner = content.content
                    if made.event_type == content.event_type and inner is not None and content.content_realis:
                        return Node(token, row, content.event_type, content.mode, inner, content.content_realis, used, notes=content.notes)
                    notes = [*content.notes, f"{row.operator} + {content.event_type}: {made.reason}"]
                    return Node(token, row, made.event_type, made.mode, content, made.content_realis, used, notes=notes)
                if content and row.event_type and row.operator in {"condemn", "investigate", "praise"}:
                    return Node(token, row, row.event_type, row.mode, particles=used)
            if predicted and not _on_condition(token):
                self.operators[token.i] = Operator(token, "say")
                return None
            if content and not predicted:
                self.operators[token.i] = Operator(token, _effective(token, operators[0][0]) or "do")
                content.via = (*content.via, token)
                return None
        if plain is None:
            if operators:
                self.operators[token.i] = Operator(token, _effective(token, operators[0][0]) or "do")
            return None
        row, used = plain
        if (
            row.operator is None
            and row.event_type == "SUPPORT"
            and any(self.lexicon.has("selves", thing.lower_) for thing in syntax.undergoers(token))
        ):
            return None  # "ready to defend ourselves"
        if row.operator == "allow" and (negations := syntax.children(token, "neg")):
            return Node(token, row, "REJECT", None, particles=(*used, *negations), notes=["not allowed"])
        if row.object_class == "presence" and _of_others(token):
            return Node(token, row, "SANCTION", "expel", particles=used, notes=["the presence of others"])
        return Node(token, row, row.event_type or "", row.mode, particles=used)

    def _asked(self, token: Token, row: Predicate, clause: Token) -> Node | None:
        """What somebody is told to do as a demand; orders to fight go down one's own chain of command."""
        content = self.node(clause) or self._content(clause)
        made = self.lexicon.compose("demand", content.event_type, content.mode) if content is not None else None
        if content is None or made is None or self.lexicon.quads[content.event_type] == "material_conflict":
            return None
        return Node(token, row, made.event_type, made.mode, content, made.content_realis, notes=[f"told to: {made.reason}"])

    def _content(self, token: Token, depth: int = DEPTH) -> Node | None:
        """The first act in the complement of a word, looking through prepositions, light words and things."""
        ordered = sorted(
            (child for child in token.children if child.dep_ in COMPLEMENT_ORDER),
            key=lambda child: (child.dep_ == "ccomp" and child.i < token.i, COMPLEMENT_ORDER.index(child.dep_)),
        )
        for child in [clause for head in ordered for clause in [head, *_shared(head)]]:
            if not _is_complement(child, token):
                continue
            found = self.node(child) or (self._content(child, depth - 1) if depth and child.i not in self.operators else None)
            if found is None and child.i in self.operators:
                found = self._content(child, depth - 1) if depth else None
            if found is not None:
                return found
        if depth == DEPTH or token.i in self.operators:
            return self._beside(token)
        return None

    def _beside(self, token: Token) -> Node | None:
        """Content that is no complement: what goes on ("the attacks will continue"), or the word behind "to" in headlines."""
        rows = [row for row, _ in fitting.rows(token, self.lexicon)]
        if token.pos_ in syntax.VERBAL and rows and rows[0].operator in {"begin", "end"} and not syntax.children(token, "dobj"):
            for subject in syntax.children(token, "nsubj"):
                if (found := self.node(subject)) is not None:
                    return found
        after = token.i + 2
        if after < len(token.doc) and token.doc[token.i + 1].lower_ == "to" and token.doc[after].pos_ in syntax.VERBAL:
            told = token.doc[after]
            return (self.node(told) or self._content(told, DEPTH - 1)) if told.sent == token.sent else None
        return None


def _bidden(token: Token) -> Token | None:
    """What somebody is told to do: the "leave" of "told them to leave", "were told to leave"."""
    if token.lemma_ != "tell" or not syntax.children(token, "dobj", "dative", "nsubjpass"):
        return None
    clauses = syntax.children(token, "xcomp")
    return next((clause for clause in clauses if any(child.lower_ == "to" for child in syntax.children(clause, "aux"))), None)


def _shared(clause: Token) -> list[Token]:
    """Clauses coordinated with a complement clause: "demands that they keep their word and leave"."""
    if clause.pos_ not in syntax.VERBAL or clause.dep_ not in {"ccomp", "xcomp"}:
        return []
    return [
        other for other in clause.conjuncts if other.i > clause.i and other.pos_ in syntax.VERBAL and not syntax.children(other, "nsubj")
    ]


def _effective(token: Token, row: Predicate) -> str | None:
    """What a word does here: "does not end" nothing (None), "does not allow" forbids, "wants him to leave" demands."""
    if syntax.children(token, "neg"):
        return {"end": None, "allow": "forbid"}.get(row.operator or "", row.operator)
    own = syntax.children(token, "xcomp") and not syntax.children(token, "dobj", "nsubjpass")
    if row.operator == "demand" and row.event_type is None and own:  # "seeks to defeat": of himself
        return "plan"
    if row.operator == "wish":
        if row.lemma == "expect" and syntax.children(token, "ccomp"):  # "expects that they will strike": a prediction
            return "plan"
        return "demand" if any(syntax.children(clause, "nsubj") for clause in syntax.children(token, "ccomp", "xcomp")) else "plan"
    return row.operator


def _of_restraint(row: Predicate, content: Node, made: Composition, lexicon: Lexicon) -> Composition:
    """No threats: promises not to do harm or to limit what is one's own ("pledged to curb its fleet"), warnings against talks or help."""
    if made.event_type != "THREATEN":
        return made
    if row.lemma in WARNING and lexicon.quads[content.event_type].endswith("cooperation"):
        return Composition("REQUEST", "change", "demanded", "a warning asks to leave it")
    owners = (child for thing in syntax.undergoers(content.token) for child in thing.subtree)
    own = content.event_type == "COERCE" and any(child.tag_ == "PRP$" for child in owners)
    denied = any(syntax.children(at, "neg") for at in (content.token, *content.via))
    if row.operator != "promise" or not (own or denied):
        return made
    return Composition("AGREE", None, "planned" if own else "negated", "a promise of restraint")


def _of_others(token: Token) -> bool:
    """Whether a presence that is ended has an owner who is named and is not the one who ends it."""
    things = [
        thing for thing in syntax.undergoers(token) + syntax.prepositional(token, "to", "of") if thing.lemma_ in {"presence", "occupation"}
    ]
    if any(child.tag_ == "PRP$" for thing in things for child in thing.children):  # "ended its occupation of the island"
        return False
    owners = [child for thing in things for child in syntax.children(thing, "poss", "amod", "compound") if child.text[:1].isupper()]
    owners += [
        end
        for thing in things
        for end in syntax.prepositional(thing, "of")
        if end.pos_ == "PROPN" or syntax.children(end, "compound", "amod")
    ]
    doers = {doer.lemma_.lower()[:4] for doer in syntax.subjects(token)}
    return bool(owners) and not any(owner.lemma_.lower()[:4] in doers for owner in owners)


WARNING = frozenset({"warn", "caution"})


def _predicted(content: Node, row: Predicate, lexicon: Lexicon) -> bool:
    """Whether a warning only tells what others do or may do ("they could strike", he warned; "warned that raids go on"): no threat."""
    chain = [content.token, *content.via]
    if row.lemma == "warning":
        return content.token.pos_ in syntax.NOMINAL and any(at.dep_ == "pobj" and at.head.lower_ in {"of", "about"} for at in chain)
    if row.operator != "threaten" or row.lemma not in WARNING:
        return False
    against = any(at.dep_ in {"pobj", "pcomp"} and at.head.lower_ == "against" for at in chain)
    if lexicon.quads[content.event_type].endswith("cooperation") and not against:
        return True
    if content.token.dep_ == "attr":  # "warned that the fleet is a threat"
        return True
    doers = [] if any(syntax.is_passive(at) for at in chain) else [child for at in chain for child in syntax.children(at, "nsubj")]
    if not any(doer.lower_ not in {"we", "i", "it"} for doer in doers):
        return False
    if content.event_type in {"REQUEST", "ACCUSE", "THREATEN"}:  # "warned that any deal would require consent"
        return True
    helpers = [child for at in chain for child in syntax.children(at, "aux")]
    return not helpers or any(child.lower_ in {"may", "might", "could"} for child in helpers)


def _on_condition(token: Token) -> bool:
    """Whether somebody is told what will follow if he does not obey: "warned them that unless they left, the talks would end"."""
    conditions = (word for clause in syntax.children(token, "ccomp") for word in clause.subtree)
    return bool(syntax.children(token, "dobj", "dative")) and any(
        word.lower_ in {"if", "unless"} and word.dep_ == "mark" for word in conditions
    )


def _is_party(token: Token) -> bool:
    """Whether "opposition" names who opposes, not that he does: "the opposition called for talks", "blamed by the opposition"."""
    if token.lemma_.lower() != "opposition" or syntax.prepositional(token, "to", "against", "from"):
        return False
    return token.dep_ in {"nsubj", "nsubjpass", "poss"} or (token.dep_ == "pobj" and any(child.lower_ == "the" for child in token.children))


def _is_auxiliary(token: Token) -> bool:
    return token.dep_ in {"aux", "auxpass"} or token.dep_ in {"prep", "case"}


def _is_complement(child: Token, parent: Token) -> bool:
    if child.dep_ == "prep":
        return child.lower_ in COMPLEMENT_PREPOSITIONS
    if child.dep_ == "acl":
        return child.tag_ == "VB"
    if child.dep_ == "nsubjpass":
        return True
    if child.dep_ == "compound":
        return parent.pos_ in syntax.NOMINAL
    return True
