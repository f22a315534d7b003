"""Questions to a dependency parse: who is the subject, what is the object, which clause is this."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from spacy.tokens import Doc, Token

from drawdown.event_mentions import contact

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
VERBAL = frozenset({"VERB", "AUX"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})


DASHES = frozenset({"-", "–", "—", "--"})
TURNED = frozenset({"for", "from", "into", "toward", "towards"})
"""Prepositions behind an object before what the object does: "pushed Peru into signing"."""
VOWELS = frozenset("aeiou")


def lemma(token: Token) -> str:
    """Lemma in lower case; a verb whose form shows that a final "e" was lost gets it back ("staged": stage, not "stag").

    English doubles the last consonant of a short verb before "-ed" and "-ing", and never adds "-es" to it.
    """
    found = token.lemma_.lower()
    if token.pos_ not in VERBAL or len(found) < 3 or sum(a in VOWELS and b not in VOWELS for a, b in pairwise(found)) != 1:
        return found
    lost = token.lower_ in {found + "ed", found + "es", found + "ing"}
    short = found[-1] not in "aeiouwxysz" and found[-2] in VOWELS and found[-3] not in VOWELS
    return found + "e" if lost and short else found


def hyphenated(token: Token) -> str | None:
    """A word with what is joined to it by a hyphen ("lathi-charged": lathi-charge); None where nothing is."""
    doc, at = token.doc, token.i
    joined = at > 1 and doc[at - 1].text == "-" and not doc[at - 1].whitespace_ and not doc[at - 2].whitespace_
    return f"{doc[at - 2].lower_}-{lemma(token)}" if joined else None


def children(token: Token, *deps: str) -> list[Token]:
    """Children with one of the dependency labels, in order."""
    return [child for child in token.children if child.dep_ in deps]


def behind(particles: Iterable[Token]) -> list[Token]:
    """Objects of the particles of a verb."""
    return [end for particle in particles for end in children(particle, "pobj")]


def head_of(doc: Doc, start: int, end: int) -> Token:
    """The word that heads a span of characters."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return span.root if span is not None else doc[0]


def with_conjuncts(tokens: list[Token]) -> list[Token]:
    """The tokens and what is coordinated with each."""
    found: list[Token] = []
    for token in tokens:
        listed = _listed(token)
        found += [
            token,
            *listed,
            *(other for one in [token, *listed] for other in one.conjuncts if other.i > one.i and other.pos_ in NOMINAL),
        ]
    return list(dict.fromkeys(found))


def _listed(token: Token) -> list[Token]:
    """The second of three places in a row, which parses take for an apposition: "Peru, Chile and Bolivia"."""
    second = children(token, "appos") if token.ent_type_ == "GPE" else []
    return [other for other in second if other.ent_type_ == "GPE" and children(other, "conj")]


def prepositional(token: Token, *prepositions: str) -> list[Token]:
    """Objects of a token's prepositions; all prepositions when none is named. Chains ("out of") count by either part."""
    found: list[Token] = []
    for child in token.children:
        if child.dep_ in {"prep", "agent", "dative", "prt"} and child.pos_ in {"ADP", "SCONJ", "VERB", "ADV", "PART"}:
            inner = children(child, "prep")
            if not prepositions or child.lower_ in prepositions:
                found += children(child, "pobj", "pcomp")
                if prepositions:
                    found += [end for link in inner for end in children(link, "pobj")]
            found += [end for link in inner if link.lower_ in prepositions or not prepositions for end in children(link, "pobj", "pcomp")]
    return list(dict.fromkeys(found))


def is_passive(token: Token) -> bool:
    """Whether a verb is in the passive, or a reduced passive behind a noun ("the town shelled by ...")."""
    if children(token, "nsubjpass", "auxpass"):
        return True
    if token.tag_ == "VBN" and token.dep_ == "acomp" and token.head.lemma_ == "be":
        return True
    if token.tag_ == "VBN" and token.dep_ == "conj" and token.head.pos_ in VERBAL and children(token.head, "auxpass"):
        return not children(token, "aux", "nsubj", "dobj")  # "was sanctioned and threatened"
    return token.tag_ == "VBN" and token.dep_ in {"acl", "relcl"} and not children(token, "aux", "nsubj", "dobj")


def is_inverted(token: Token) -> bool:
    """Whether "should" or "had" stands before the subject: a condition without "if"."""
    subject = children(token, "nsubj", "nsubjpass")
    return bool(subject) and any(child.lower_ in {"should", "had"} and child.i < subject[0].i for child in children(token, "aux"))


def agents(token: Token) -> list[Token]:
    """The by-phrase of a passive."""
    return [end for child in children(token, "agent", "prep") if child.lower_ == "by" for end in children(child, "pobj")]


def subjects(token: Token, depth: int = 6) -> list[Token]:
    """Who does it, whether said or understood: subject, by-phrase, controller of an infinitive, head of a relative clause."""
    if is_passive(token):
        if token.dep_ == "conj" and not agents(token) and not children(token, "nsubjpass") and token.head.pos_ in VERBAL and depth:
            return agents(token.head)
        return agents(token) or [end for other in _beside(token) for end in agents(other)] or _agents_below(token)
    if children(token, "csubj") and not children(token, "nsubj"):  # "achieving it requires talks"
        return [child for child in children(token, "csubj") if child.pos_ in NOMINAL]
    own = [
        child
        for child in children(token, "nsubj", "csubj", "expl")
        if (child.pos_ in NOMINAL or child.pos_ in {"ADJ", "DET", "ADV", "X"}) and not (child.dep_ == "expl" and child.lower_ == "there")
    ]
    if (clause := contact.read(token)) is not None:
        return [clause[0]]
    if not own and (inner := contact.within(token)) is not None:
        return [inner[1]]
    if own:
        if own[0].tag_ in {"WDT", "WP"} or own[0].lower_ == "that":
            head = token.head if token.dep_ in {"relcl", "acl"} else None
            return [_antecedent(head)] if head is not None and head.pos_ in NOMINAL else []
        return own
    if (token.tag_ == "VBG" or token.dep_ == "pobj") and (possessors := children(token, "poss")):
        return possessors
    head = token.head
    if not depth or head == token:
        return []
    match token.dep_:
        case "conj":
            above = coordinated(token)
            if is_passive(above) and children(token, "dobj"):  # "was arrested and admitted it"
                return children(above, "nsubjpass")
            if head.pos_ not in VERBAL:  # "dismissed it as untrue and condemned it": the parse hangs the second verb on "untrue"
                verb = governor(head) if token.tag_ in {"VBD", "VBZ", "VBP"} else None
                return subjects(verb, depth - 1) if verb is not None else []
            return subjects(above, depth - 1)
        case "acomp" if token.tag_ == "VBG":
            return subjects(head, depth - 1)
        case "xcomp" | "ccomp" | "advcl" | "pcomp" | "oprd":
            return _controller(token, depth - 1)
        case "relcl" | "acl" if head.pos_ in NOMINAL:
            return [_antecedent(head)] if token.tag_ in {"VBG", "VBZ", "VBP", "VBD", "VBN"} else _holder(head, depth - 1)
        case _:
            return []


def _beside(token: Token) -> list[Token]:
    """The passive that is coordinated with another word by word: "was sanctioned and threatened by Peru"."""
    return [child for child in children(token, "conj") if child.i == token.i + 2 and child.tag_ == "VBN"]


def _agents_below(token: Token) -> list[Token]:
    """Who asks, where the parse hangs him on what is asked: "was asked to visit Peru by the president"."""
    below = (clause for clause in children(token, "xcomp") if clause.tag_ == "VB")
    return [end for clause in below for end in prepositional(clause, "by") if end.ent_type_ in {"PERSON", "NORP", "ORG"}]


def undergoers(token: Token) -> list[Token]:
    """What it is done to: direct object, subject of a passive, head of a passive or object relative."""
    if is_passive(token):
        own = children(token, "nsubjpass")
        if own and own[0].tag_ in {"WDT", "WP"} and token.head.pos_ in NOMINAL:
            return [token.head]
        if not own and token.dep_ in {"acl", "relcl"}:
            return [token.head]
        if not own and token.dep_ == "acomp":
            return children(token.head, "nsubj")
        if not own and token.dep_ == "conj" and token.head.pos_ in VERBAL:
            active = children(token.head, "nsubj") if children(token, "auxpass") else []  # "left Peru, but was arrested"
            return children(token.head, "nsubjpass") or [child for child in active if child.tag_ not in {"WDT", "WP"}]
        return own
    if (clause := contact.read(token)) is not None:
        return [clause[1]]
    own = children(token, "dobj", "attr", "oprd") if token.lemma_ != "be" else children(token, "attr")
    own = [child for child in own if child.tag_ not in {"WDT", "WP"}]
    own = own or [
        child for child in children(token, "npadvmod") if child.ent_type_ in {"GPE", "NORP", "ORG", "PERSON"} and child.i > token.i
    ]
    if own:
        return own
    if token.dep_ == "relcl" and children(token, "nsubj", "dobj") and token.head.pos_ in NOMINAL:
        return [token.head] if all(child.tag_ not in {"WDT", "WP"} for child in children(token, "nsubj")) else []
    followers = [child for child in children(token, "conj") if child.pos_ in VERBAL and child.tag_ == token.tag_]
    return children(followers[0], "dobj") if followers else []


def governor(token: Token) -> Token | None:
    """The verb that governs a noun as object, subject or complement, through prepositions and coordination; None at the top."""
    at = token
    for _ in range(8):
        if at.head == at:
            return None
        at = at.head
        if at.pos_ in VERBAL:
            return at
    return None


def path_up(token: Token) -> Iterator[Token]:
    """The token and everything that governs it, up to the root."""
    yield token
    while token.head != token:
        token = token.head
        yield token


def noun_phrase(token: Token) -> tuple[int, int]:
    """Token span of a noun with what stands before it, without clauses, articles, or what follows."""
    start = token.i
    for child in token.lefts:
        if child.dep_ in {"amod", "compound", "nmod", "nummod", "poss", "quantmod", "advmod", "det"} and child.pos_ != "SPACE":
            start = min(start, child.left_edge.i)
    doc = token.doc
    while start < token.i and (doc[start].pos_ in {"DET", "PUNCT", "SPACE", "SCONJ", "CCONJ"}):
        start += 1
    dashes = [at for at in range(start, token.i) if doc[at].text in DASHES and doc[at].whitespace_ and at > 0 and doc[at - 1].whitespace_]
    return max([start, *(at + 1 for at in dashes)]), token.i + 1


def _antecedent(head: Token) -> Token:
    """The noun of a relative clause; a date between them ("the strike on 2 May that killed ...") is passed over."""
    if head.ent_type_ not in {"DATE", "TIME"} or head.dep_ != "pobj":
        return head
    before = head.head.i - 1
    within = list(path_up(head.doc[before])) if before >= head.sent.start else []
    phrase = [at for at in within[: next((n for n, at in enumerate(within) if at.pos_ in VERBAL), None)] if at.pos_ in NOMINAL]
    return phrase[-1] if phrase else head


def coordinated(token: Token) -> Token:
    """The verb with which a verb is coordinated: one of the same finite form, where the parse hangs it on an infinitive or participle."""
    head = token.head
    if token.tag_ in {"VBD", "VBZ", "VBP"} and head.tag_ in {"VB", "VBG"} and not children(token, "aux"):
        alike = (at for at in path_up(head) if at.tag_ == token.tag_ or {at.tag_, token.tag_} == {"VBD", "VBN"})
        return next(alike, head)
    return head


def owner(token: Token, *, above: Token | None = None) -> Token:
    """Whom a possessive pronoun means: the subject of its clause, or of the clause above; the token itself otherwise.

    ``above``: a verb whose subject it cannot mean ("they demanded their departure").
    """
    if token.tag_ != "PRP$":
        return token
    joined = token.head.head if token.head.dep_ == "conj" else token
    beside = next((one for one in [joined, *prepositional(joined, "of")] if one.pos_ == "PROPN"), None)
    if beside is not None:  # "the Army and its raids", "the nature of the Army and its raids"
        return beside
    verb = governor(token.head)
    for _ in range(4):
        if verb is None:
            break
        found = [doer for doer in subjects(verb) if doer != token.head and token.head not in doer.conjuncts and doer.pos_ in NOMINAL]
        if found and found[0].pos_ != "PRON" and verb != above and found[0] not in (subjects(above) if above is not None else []):
            return found[0]
        verb = governor(verb)
    return token


def parts(token: Token, *prepositions: str) -> list[Token]:
    """As :func:`prepositional`, also where coordinated nouns share what follows the last ("raids and arrests by the army")."""
    found = prepositional(token, *prepositions)
    if not found and token.dep_ == "conj":
        found = prepositional(token.head, *prepositions)
    for other in token.conjuncts if not found else ():
        found = found or (prepositional(other, *prepositions) if other.i > token.i else [])
    return found


def _holder(noun: Token, depth: int) -> list[Token]:
    """Who has the plan, right or decision that an infinitive hangs on."""
    owners = children(noun, "poss")
    if owners:
        return owners
    verb = governor(noun)
    return subjects(verb, depth) if verb is not None and noun.dep_ in {"dobj", "pobj", "attr"} else []


def _controller(token: Token, depth: int) -> list[Token]:
    head = token.head
    if head.pos_ == "ADP" or head.dep_ == "prep":
        noun = head.head if head.head.pos_ != "ADV" else head.head.head
        if noun.pos_ in VERBAL and head.lower_ in TURNED and not is_passive(noun):  # "condemned Peru for killing them"
            blamed = [thing for thing in children(noun, "dobj") if thing.pos_ in {"PROPN", "PRON"} or thing.tag_ == "NNS"]
            if blamed:
                return blamed
        return subjects(noun, depth) if noun.pos_ in VERBAL else _holder(noun, depth)
    if head.pos_ in NOMINAL:
        return _holder(head, depth)
    if token.dep_ in {"xcomp", "ccomp"}:
        objects = [child for child in children(head, "dobj") if child.pos_ in NOMINAL]
        if objects and token.tag_ == "VB" and token.dep_ == "xcomp":
            return objects
        if is_passive(head) and children(head, "nsubjpass"):
            return children(head, "nsubjpass")
    if is_passive(head):
        return children(head, "nsubjpass")
    if token.dep_ == "advcl" and head.lemma_ == "come":  # "the move comes after Peru did this, saying that ..."
        between = [clause for clause in children(head, "advcl") if head.i < clause.i < token.i and children(clause, "nsubj")]
        return subjects(between[-1], depth) if between else subjects(head, depth)
    return subjects(head, depth)
