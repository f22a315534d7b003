"""The status of a told act: asserted, historical, alleged, planned, conditional, negated. Clause by clause, as grammar says it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from drawdown.event_mentions import syntax
from drawdown.event_mentions.lexicon import Lexicon
from drawdown.event_mentions.triggers import Node, Reading

EFFECTS = {"fail": "negated", "end": "negated", "plan": "planned", "consider": "conditional"}
SPEECH_ACTS = frozenset({"AGREE", "CONCEDE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
ORDER = ("negated", "planned", "conditional", "alleged", "historical", "asserted")


@dataclass(frozen=True, slots=True)
class Status:
    """Realis and tense of a told act, and the words that decide."""

    realis: str
    tense: str
    reason: str


def clause(node: Node, reading: Reading, lexicon: Lexicon) -> Status:
    """What the clause itself says: negation, modals, conditions, plans, hedges; the page's news window comes later."""
    found: dict[str, str] = {}
    chain = list(verbs(node, reading))
    for at in chain:
        for name, words in _marks(at, node, reading, lexicon):
            found.setdefault(name, words)
    for name in ORDER:
        if name in found:
            return Status(name, tense(chain), f"{name}: {found[name]}")
    return Status("asserted", tense(chain), "plain statement")


def verbs(node: Node, reading: Reading) -> Iterator[Token]:
    """The word itself and the light, aspectual and attitude words above it, up to its clause."""
    at = node.token
    yield at
    for _ in range(8):
        head = at.head
        if head == at:
            return
        through = at.dep_ in {"dobj", "pobj", "nsubjpass", "attr", "xcomp", "pcomp", "prep", "acl", "oprd", "compound", "acomp", "advmod"}
        own_clause = at.dep_ == "ccomp" and head.i in reading.operators and reading.operators[head.i].name not in {"say", "announce"}
        shared = at.dep_ == "conj" and at.pos_ in syntax.VERBAL and not syntax.children(at, "nsubj", "nsubjpass", "aux", "auxpass")
        if at.dep_ == "conj" and at.pos_ not in syntax.VERBAL:
            at = head
            continue
        if at.dep_ == "nsubj" and head.lemma_ == "be":
            yield head
            return
        if not (through or own_clause or shared):
            return
        if head.i in reading.operators or shared or (at.dep_ == "xcomp" and at.pos_ in syntax.VERBAL) or head.lemma_ == "be":
            yield head
        elif head.pos_ not in {"ADP", "PART", "ADV"}:
            return
        at = head


def tense(chain: list[Token]) -> str:
    """Tense of the clause: that of its highest finite verb."""
    for at in reversed(chain):
        words = [at, *syntax.children(at, "aux", "auxpass")]
        tags = {word.tag_ for word in words}
        lemmas = {word.lower_ for word in words if word != at}
        if lemmas & {"will", "shall", "'ll"}:
            return "future"
        if "VBD" in tags or lemmas & {"had", "was", "were", "did"}:
            return "past"
        if lemmas & {"has", "have", "'ve"} and "VBN" in tags:
            return "past"
        if tags & {"VBZ", "VBP", "MD"}:
            return "present"
    return "none"


def _marks(at: Token, node: Node, reading: Reading, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    classes = lexicon.classes
    operator = reading.operators.get(at.i)
    if operator is not None and operator.name in EFFECTS:
        yield EFFECTS[operator.name], operator.token.text
    performed = node.predicate.compound == "no" or (node.predicate.operator == "allow" and node.event_type == "AGREE")
    committed = performed or (node.content is not None and node.content.token == node.token)
    helpers = syntax.children(at, "aux", "auxpass", "neg", "advmod", "det", "preconj", "mark", "amod")
    if at.dep_ == "conj" and not syntax.children(at, "aux", "auxpass", "nsubj", "nsubjpass") and at.head.pos_ in syntax.VERBAL:
        helpers += syntax.children(at.head, "aux")
    for child in helpers:
        word = child.lower_
        if child in node.particles:
            continue
        if child.dep_ == "neg" or (word in classes["negator"] and child.dep_ in {"det", "advmod", "preconj"}):
            yield "negated", child.text
        elif child.dep_ == "aux" and committed:
            continue
        elif child.dep_ == "aux" and word in classes["modal_will"]:
            yield "planned", child.text
        elif child.dep_ == "aux" and word in classes["modal_may"]:
            yield ("planned" if word in {"would", "'d"} and _reported(at) else "conditional"), child.text
        elif (child.dep_ == "aux" and word in classes["modal_must"]) or (child.dep_ == "mark" and word in classes["condition"]):
            yield "conditional", child.text
        elif word in classes["hedge_claim"]:
            yield "alleged", child.text
        elif word in classes["earlier"] and child.dep_ == "advmod":
            yield "historical", child.text
    subjects = syntax.children(at, "nsubj", "nsubjpass") if at.pos_ in syntax.VERBAL else []
    if any(child.lower_ in {"no", "neither", "nobody", "none"} for subject in subjects for child in [subject, *subject.children]):
        yield "negated", "no"
    if at != node.token and at.pos_ in syntax.NOMINAL and any(child.lower_ == "no" for child in at.children):
        yield "negated", "no"
    if at.lemma_ == "go" and at.tag_ == "VBG" and at != node.token and at.dep_ != "conj":
        yield "planned", "going to"
    if any(child.lower_ == "to" for child in syntax.children(at, "aux")):
        yield from _infinitive(at, reading)
    had = any(child.lower_ == "had" for child in syntax.children(at, "aux"))
    if had and not _reported(at):
        yield "historical", "had"


def _infinitive(at: Token, reading: Reading) -> Iterator[tuple[str, str]]:
    head = at.head
    if at.dep_ == "advcl":
        yield "conditional", "purpose"
    elif at.dep_ in {"xcomp", "acl", "ccomp"} and head.i not in reading.operators:
        if head.lemma_ in {"be", "set", "due"}:
            yield "planned", f"{head.text} to"
        elif head.pos_ in syntax.NOMINAL or head.lemma_ not in {"begin", "start", "continue", "manage", "help", "use", "come"}:
            yield "conditional", f"{head.text} to"


def _reported(at: Token) -> bool:
    """Whether a clause is the complement of a verb in the past (so that "would" stands for "will", "had" for "did")."""
    top = at
    while top.dep_ in {"xcomp", "conj"} and top.head != top:
        top = top.head
    return top.dep_ == "ccomp" and any(word.tag_ == "VBD" for word in [top.head, *syntax.children(top.head, "aux")])


def is_purpose(node: Node) -> bool:
    """Whether the act is only an aim of another ("to fight terrorism", "for training")."""
    token = node.token
    infinitive = any(child.lower_ == "to" for child in syntax.children(token, "aux"))
    return infinitive and token.dep_ == "advcl"
