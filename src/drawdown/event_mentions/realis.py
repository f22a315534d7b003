"""The status of a told act: asserted, historical, alleged, planned, conditional, negated. Clause by clause, as grammar says it.

An act's status is read from a chain of words: the trigger, the light, aspectual and attitude words above it up to its
clause (:func:`verbs`), and the words that hold this clause as their complement (:func:`frames`: "fear that", "deny that").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from drawdown.event_mentions import syntax
from drawdown.event_mentions.lexicon import Lexicon
from drawdown.event_mentions.triggers import Node, Reading

EFFECTS = {"fail": "negated", "end": "negated", "plan": "planned", "consider": "conditional"}
SPEECH_ACTS = frozenset({"AGREE", "CONCEDE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
ORDER = ("negated", "predicted", "planned", "conditional", "alleged", "historical", "asserted")
"""The codebook's questions in their order; what others predict is conditional in spite of its "will"."""
LINKS = frozenset({"dobj", "pobj", "nsubjpass", "attr", "xcomp", "pcomp", "prep", "acl", "oprd", "compound", "acomp", "advmod"})
STEPS = 8
PAST_PARTICIPLE = "VBN"


@dataclass(frozen=True, slots=True)
class Status:
    """Realis and tense of a told act, and the words that decide; ``perfect``: the present perfect, which reaches the present."""

    realis: str
    tense: str
    reason: str
    perfect: bool = False


def clause(node: Node, reading: Reading, lexicon: Lexicon) -> Status:
    """What the clause itself says: negation, modals, conditions, plans, hedges; the page's news window comes later."""
    found: dict[str, str] = {}
    chain = list(verbs(node, reading, lexicon))
    beside = {word.head.i for word in chain if word.dep_ == "conj" and word.pos_ in syntax.VERBAL}
    for at in chain:
        operator = reading.operators.get(at.i)
        if operator is not None and operator.name in EFFECTS and at.i not in beside and not _is_means(at, chain):
            found.setdefault(_effect(operator.name, at, node, lexicon), operator.token.text)
        for name, words in _marks(at, node, reading, lexicon):
            found.setdefault(name, words)
    if not _own_words(node):
        for name, words in frames(node, chain, reading, lexicon):
            found.setdefault(name, words)
    name = next((name for name in ORDER if name in found), "asserted")
    reason = f"{name}: {found[name]}" if name in found else "plain statement"
    return Status("conditional" if name == "predicted" else name, tense(chain), reason, _perfect(chain))


def verbs(node: Node, reading: Reading, lexicon: Lexicon) -> Iterator[Token]:
    """The word itself and the light, aspectual and attitude words above it, up to its clause."""
    at = node.token
    yield at
    holder = _holder(at, reading)
    if holder is not None:
        yield holder
        at = holder
    for _ in range(STEPS):
        head = syntax.coordinated(at) if at.dep_ == "conj" else at.head
        if head == at:
            return
        own_clause = (
            at.dep_ == "ccomp"
            and at.i > head.i
            and head.i in reading.operators
            and reading.operators[head.i].name not in {"say", "announce"}
        )
        shared = at.dep_ == "conj" and at.pos_ in syntax.VERBAL and not syntax.children(at, "nsubj", "nsubjpass", "aux", "auxpass")
        if at.dep_ == "conj" and at.pos_ not in syntax.VERBAL:
            at = head
            continue
        if at.dep_ in {"nsubj", "nsubjpass"} and (head.lemma_ == "be" or lexicon.has("occur", head.lemma_)):
            yield head
            return
        if not (at.dep_ in LINKS or own_clause or shared):
            return
        said = (
            head.i in reading.operators
            and reading.operators[head.i].name == "say"
            and at.pos_ not in syntax.VERBAL
            and at.dep_ != "nsubjpass"
        )
        if said:  # what is talked about is not what the talk is like: "did not comment on the raid"
            return
        if head.i in reading.operators or shared or (at.dep_ == "xcomp" and at.pos_ in syntax.VERBAL) or head.lemma_ == "be":
            yield head
        elif head.pos_ not in {"ADP", "PART", "ADV"} and not _prospective(head, lexicon):
            return
        at = head


def _holder(token: Token, reading: Reading) -> Token | None:
    """The noun right before an infinitive that says what is meant with it, wherever the parse hangs it: "amid preparations to visit"."""
    marks = [child for child in syntax.children(token, "aux") if child.lower_ == "to"]
    left = marks[0].nbor(-1) if marks and marks[0].i > token.sent.start else None
    return left if left is not None and left.pos_ in syntax.NOMINAL and left.i in reading.operators and left != token.head else None


def frames(node: Node, chain: list[Token], reading: Reading, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """What the words say that hold the clause, or a noun which holds it, as their complement ("rejected claims that ...")."""
    at, inside = node.token, {word.i for word in chain}
    claimed = False
    if at.dep_ == "pobj" and lexicon.has("responsibility", at.head.head.lemma_.lower()):
        yield "alleged", at.head.head.text
    for _ in range(STEPS):
        head = at.head
        if head == at or at.dep_ not in {
            "ccomp",
            "csubj",
            "xcomp",
            "acl",
            "pcomp",
            "dobj",
            "pobj",
            "attr",
            "prep",
            "nsubj",
            "acomp",
            "conj",
        }:
            return
        lemma = head.lemma_.lower()
        clausal = at.pos_ in syntax.VERBAL and at.dep_ in {"ccomp", "csubj", "xcomp", "acl", "pcomp"}
        if at.dep_ == "conj":
            at = head
            continue
        if not (clausal or claimed or head.i in inside or head.lemma_ == "be" or at.pos_ == "ADP"):
            return
        known = at.pos_ == "ADP" and head.pos_ in syntax.VERBAL and head.i not in inside
        if known and any(child.lower_ == "the" for child in node.token.children):  # "believed that they would get away with the raid"
            return
        negated = bool(syntax.children(head, "neg"))
        if clausal and lemma == "be":
            yield from _judged(head, lexicon, negated=negated)
        if lexicon.has("deny", lemma) and not negated:
            yield "negated", head.text
        elif lexicon.has("claim", lemma) or (lexicon.has("belief", lemma) and not _open(chain, lexicon)):
            claimed = True
            if head.pos_ in syntax.NOMINAL or lexicon.has("doubted", lemma) or syntax.is_passive(head):
                yield "alleged", head.text
        elif clausal and (lexicon.has("predict", lemma) or lexicon.has("belief", lemma) or _weighs(head, reading)):
            yield "predicted", head.text
        elif lexicon.has("truth", lemma) and (negated or syntax.children(head.head, "neg")):
            yield "negated", f"not {head.text}"
        elif lexicon.has("untruth", lemma) or (clausal and lemma == "mean" and negated):
            yield "negated", head.text
        at = head


def _judged(copula: Token, lexicon: Lexicon, *, negated: bool) -> Iterator[tuple[str, str]]:
    """What an adjective says of its clause: "it is possible that", "it is not true that"."""
    for word in syntax.children(copula, "acomp", "attr"):
        lemma = word.lemma_.lower()
        if lexicon.has("uncertain", lemma):
            yield "predicted", word.text
        elif (lexicon.has("truth", lemma) and negated) or (lexicon.has("untruth", lemma) and not negated):
            yield "negated", f"not {word.text}" if negated else word.text


def _own_words(node: Node) -> bool:
    """Whether the act is what its own clause performs, so that what holds the clause does not change it."""
    return node.content is not None and node.content.token == node.token


def _open(chain: list[Token], lexicon: Lexicon) -> bool:
    """Whether a clause looks to the future: "will", "would", an infinitive that is not perfect."""
    helpers = [child for at in chain for child in syntax.children(at, "aux")]
    if any(child.lower_ in {"have", "has", "had"} for child in helpers):
        return False
    return any(child.lower_ in lexicon.classes["modal_will"] or child.lower_ in {*lexicon.classes["modal_may"], "to"} for child in helpers)


def _weighs(head: Token, reading: Reading) -> bool:
    return head.i in reading.operators and reading.operators[head.i].name == "consider"


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
        if lemmas & {"has", "have", "'ve"} and PAST_PARTICIPLE in tags:
            return "past"
        if tags & {"VBZ", "VBP", "MD"}:
            return "present"
    return "none"


def _perfect(chain: list[Token]) -> bool:
    """Whether the clause is in the present perfect."""
    helpers = {child.lower_ for at in chain for child in syntax.children(at, "aux")}
    return bool(helpers & {"has", "have", "'ve"}) and "to" not in helpers


def _marks(at: Token, node: Node, reading: Reading, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """What one word of the chain and the small words around it say."""
    yield from _helpers(at, node, lexicon)
    subjects = syntax.children(at, "nsubj", "nsubjpass") if at.pos_ in syntax.VERBAL else []
    if any(child.lower_ in {"no", "neither", "nobody", "none"} for subject in subjects for child in [subject, *subject.children]):
        yield "negated", "no"
    no_thing = node.predicate.compound == "no" and at == node.token
    if at.pos_ in syntax.NOMINAL and not no_thing and any(child.lower_ == "no" for child in at.children):
        yield "negated", "no"
    if at.pos_ in syntax.NOMINAL and any(child.lower_ in lexicon.classes["upcoming"] for child in syntax.children(at, "amod")):
        yield "planned", "to come"
    if at.dep_ in {"pcomp", "pobj"} and at.head.lower_ in lexicon.classes["negator"]:
        yield "negated", at.head.text
    if at.lemma_ == "go" and at.tag_ == "VBG" and at != node.token and at.dep_ != "conj":
        yield "planned", "going to"
    if at.dep_ == "pobj" and at.head.lower_ == "of" and lexicon.has("retrospect", at.head.head.lemma_.lower()):
        yield "historical", at.head.head.text
    if any(child.lower_ == "to" for child in syntax.children(at, "aux")):
        yield from _infinitive(at, reading, lexicon)
    if any(child.lower_ == "had" for child in syntax.children(at, "aux")) and not _reported(at):
        yield "historical", "had"


def _is_means(at: Token, chain: list[Token]) -> bool:
    """Whether a verb says what an act is for: "the raids were aimed at the port"."""
    return at.lemma_ == "aim" and any(word.head == at and word.dep_ == "nsubjpass" for word in chain)


def _effect(name: str, at: Token, node: Node, lexicon: Lexicon) -> str:
    """What an attitude makes of its act: wishes, and what is expected of others, are no plans."""
    if lexicon.has("wish", at.lemma_.lower()):
        return "conditional"
    others = lexicon.has("predict", at.lemma_.lower()) and at.pos_ in syntax.VERBAL and not syntax.is_passive(at)
    return "predicted" if others and at != node.token else EFFECTS[name]


def _helpers(at: Token, node: Node, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Auxiliaries, negation, conditions, hedges and adverbs of time."""
    classes = lexicon.classes
    performed = node.predicate.compound == "no" or (node.predicate.operator == "allow" and node.event_type in {"AGREE", "REJECT"})
    committed = performed or _own_words(node)
    helpers = syntax.children(at, "aux", "auxpass", "neg", "advmod", "det", "preconj", "mark", "amod")
    if at.dep_ == "conj" and not syntax.children(at, "aux", "auxpass", "nsubj", "nsubjpass") and at.head.pos_ in syntax.VERBAL:
        helpers += syntax.children(at.head, "aux")
    for child in helpers:
        word = child.lower_
        if child in node.particles:
            continue
        if child.dep_ == "neg" or (word in classes["negator"] and child.dep_ in {"det", "advmod", "preconj"}):
            if not _only(child):
                yield "negated", child.text
        elif child.dep_ == "aux" and committed:
            continue
        elif child.dep_ == "aux" and word in classes["modal_will"]:
            yield "planned", child.text
        elif child.dep_ == "aux" and word in classes["modal_may"]:
            yield ("planned" if word in {"would", "'d"} and _reported(at) and not _on_condition(at, lexicon) else "conditional"), child.text
        elif (child.dep_ == "aux" and word in classes["modal_must"]) or (child.dep_ == "mark" and word in classes["condition"]):
            yield "conditional", child.text
        elif word in classes["hedge_claim"]:
            yield "alleged", child.text
        elif word in classes["hedge"] and child.dep_ == "advmod":
            yield "predicted", child.text
        elif word in classes["earlier"] and child.dep_ == "advmod" and not _is_of_the_day(child):
            yield "historical", child.text


def _on_condition(at: Token, lexicon: Lexicon) -> bool:
    """Whether a passive says on what condition: "would be paid only if it comes"; who acts himself promises or threatens."""
    if not syntax.is_passive(at):
        return False
    marks = (mark.lower_ for clause in syntax.children(at, "advcl") for mark in syntax.children(clause, "mark"))
    return any(mark in lexicon.classes["condition"] for mark in marks)


def _is_of_the_day(adverb: Token) -> bool:
    """Whether "earlier" only orders the news of a day or week: "met earlier on Monday", "earlier this week"."""
    after = adverb.i + 1
    if adverb.lower_ != "earlier" or after >= len(adverb.doc):
        return False
    spans = {word.lower_ for word in adverb.doc[after : after + 3]}
    return adverb.nbor().lower_ in {"on", "in", "today", "this"} and not spans & {"year", "month"}


def _only(negation: Token) -> bool:
    """Whether a negation is that of "not only ... but also"."""
    after = negation.i + 1
    return after < len(negation.doc) and negation.doc[after].lower_ in {"only", "just", "merely", "least"}


def _prospective(head: Token, lexicon: Lexicon) -> bool:
    """ "About to", "ready to": adjectives that look ahead to the act and are no operators of the lexicon."""
    return lexicon.has("ahead", head.lower_)


def looks_ahead(token: Token, lexicon: Lexicon) -> bool:
    """Whether an infinitive tells an act to come, or one that is only believed: "is to visit", "about to leave", "believed to have ..."."""
    head = token.head
    believed = lexicon.has_any(("belief", "claim"), head.lemma_.lower())
    return head.lemma_ == "be" or _prospective(head, lexicon) or (believed and syntax.is_passive(head))


def _infinitive(at: Token, reading: Reading, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    head = at.head
    if any(child.lower_ == "yet" for child in head.children) and head.lemma_ in {"be", "have"}:
        yield "negated", f"{head.text} yet to"
    elif at.dep_ == "advcl":
        yield "conditional", "purpose"
    elif at.dep_ in {"xcomp", "acl", "ccomp"} and head.i not in reading.operators:
        if head.lemma_ in {"be", "set", "due"} or _prospective(head, lexicon):
            yield "planned", f"{head.text} to"
        elif any(child.lower_ == "have" for child in syntax.children(at, "aux")):
            return
        elif head.pos_ in syntax.NOMINAL or not lexicon.has("implying", head.lemma_):
            yield "conditional", f"{head.text} to"


def _reported(at: Token) -> bool:
    """Whether a clause is the complement of a verb in the past (so that "would" stands for "will", "had" for "did")."""
    top = at
    while top.dep_ in {"xcomp", "conj"} and top.head != top:
        top = top.head
    return top.dep_ == "ccomp" and any(word.tag_ == "VBD" for word in [top.head, *syntax.children(top.head, "aux")])


def is_purpose(node: Node, reading: Reading) -> bool:
    """Whether the act is only an aim of another ("to fight terrorism", "in order to talk", "a campaign to help")."""
    token = node.token
    if token.dep_ == "dobj" and token.head.i in reading.operators:  # "flew to Lima to hold talks"
        token = token.head
    while token.dep_ == "xcomp" and token.head.i in reading.operators and token.head.tag_ == "VB":  # "a chance to decide to leave"
        token = token.head
    while token.dep_ == "conj" and token.tag_ == "VB" and token.head.pos_ in syntax.VERBAL and not syntax.children(token, "aux", "nsubj"):
        token = token.head
    if not any(child.lower_ == "to" for child in syntax.children(token, "aux")):
        return False
    head = token.head
    meant = head.lower_ == "order" and head.head.lower_ == "in"
    begun = head.pos_ in syntax.NOMINAL and head.i in reading.operators and reading.operators[head.i].name == "begin"
    return token.dep_ == "advcl" or (token.dep_ == "acl" and (meant or begun))
