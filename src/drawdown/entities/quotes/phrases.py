"""Noun phrases and clauses as spans of characters, read off a dependency parse."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

_TAIL = ("prep", "case", "nummod", "compound", "flat", "poss", "nmod")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_MAX_CLIMB = 12
_INITIALS = re.compile(r"\b[A-Z]\.(?:[A-Z]\.)+\Z")
_TRIM = " \t\u00a0,;:.\u2013\u2014-"


def noun_phrase(head: Token) -> tuple[int, int]:
    """Characters of a noun phrase without its relative clauses, appositions and what follows a comma."""
    first = head.left_edge.i
    doc = head.doc
    while first < head.i and doc[first].is_punct and doc[first].text not in ("'", "\u2018", "\u201c", '"', "("):
        first += 1
    last = head.i
    for child in head.rights:
        if child.dep_ == "prep" and any(end.ent_type_ in ("DATE", "TIME") for end in child.children if end.dep_ == "pobj"):
            break  # "the minister on Monday"
        if child.dep_ in _TAIL and child.i <= last + 4 and not _broken(doc, last + 1, child.left_edge.i):
            last = _within(child)
        elif child.dep_ == "conj" and not _broken(doc, last + 1, child.left_edge.i):
            last = max(last, noun_end(child))
        elif child.dep_ not in ("cc", "punct"):
            break
    return doc[first].idx, doc[last].idx + len(doc[last])


def noun_end(head: Token) -> int:
    """Index of the last token of a coordinated noun: its own prepositional phrase included."""
    last = head.i
    for child in head.rights:
        if child.dep_ == "prep":
            last = _within(child)
    return last


def _within(child: Token) -> int:
    """Last token of a modifier, before any relative clause or comma in it."""
    doc = child.doc
    for at in range(child.i + 1, child.right_edge.i + 1):
        if (
            doc[at].text in (",", ";", "(", "\u2014", "\u2013", "\n\n", "\u201d", '"')
            or doc[at].dep_ in ("acl", "relcl")
            or doc[at].tag_ in ("WDT", "WP")
        ):
            return max(child.i, at - 1)
    return child.right_edge.i


def _broken(doc: Doc, start: int, end: int) -> bool:
    return any(doc[at].text in (",", ";", ":", "\u2014", "\u2013") for at in range(start, min(end + 1, len(doc))))


def subject(verb: Token, start: int, depth: int = 0) -> Token | None:
    """Who does what a verb says: its subject, or that of the clause it depends on; None when the parse shows none.

    ``start`` is the first token of the sentence.
    """
    if depth > _MAX_CLIMB:
        return None
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
        return _agent(verb)
    for child in verb.children:
        if child.dep_ in _SUBJECTS:
            if child.tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
                return _who(verb.head, child)
            return None if child.dep_ == "expl" else child
    if verb.tag_ == "VBG" and verb.i > start and verb.doc[verb.i - 1].text in (",", "and") and (host := _host(verb, start)) is not None:
        return host
    if verb.head == verb:
        return None
    match verb.dep_:
        case "conj" if verb.head.pos_ in ("VERB", "AUX"):
            passive = next((child for child in verb.head.children if child.dep_ == "nsubjpass"), None)
            return subject(verb.head, start, depth + 1) if passive is None else _of_passive(verb.head, passive, start, depth)
        case "xcomp" | "advcl" | "parataxis" | "dep" if verb.head.pos_ in ("VERB", "AUX") and verb.tag_ in ("VBG", "VB", "VBN"):
            return subject(verb.head, start, depth + 1)
        case "acl" | "relcl":
            return _documented(verb.head)
        case "pcomp":
            above = verb.head.head
            return subject(above, start, depth + 1) if above.pos_ in ("VERB", "AUX") else None
    return None


def _who(noun: Token, pronoun: Token) -> Token:
    """Whom `who` means: the name right before it ("the words of *Berg*, who said"), else the noun that the clause hangs on."""
    near = pronoun.nbor(-1) if pronoun.i else noun
    near = near.nbor(-1) if near.text == "," and near.i else near
    return near if pronoun.lower_ == "who" and near.pos_ == "PROPN" else noun


def _of_passive(verb: Token, passive: Token, start: int, depth: int) -> Token | None:
    """Who does what stands behind a passive: its own subject ("was seen and said"), or who reports it ("said it was not touched and added")."""
    return subject(verb.head, start, depth + 1) if verb.dep_ == "ccomp" and verb.head.i < verb.i else passive


def cited(verb: Token, citing: frozenset[str]) -> Token | None:
    """Whom another quotes: `the agency quoted Berg as saying`, `Berg was quoted as saying`; ``citing`` are the lemmas of such verbs.

    None where nobody is quoted, or where a verb of citing has no `as` and a word of saying behind it.
    """
    above = verb
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as":
        above = verb.head.head
        above = above.head if above.pos_ in ("NOUN", "PROPN", "PRON") else above
    if above.lemma_.lower() not in citing:
        return None
    told = [child for child in above.subtree if child.lower_ == "as" and any(one.tag_ == "VBG" for one in child.children)]
    if not told:
        return None
    roles = ("nsubjpass",) if any(child.dep_ == "auxpass" for child in above.children) else ("dobj", "dative")
    return next((child for child in above.children if child.dep_ in roles), None)


def _host(participle: Token, start: int) -> Token | None:
    """Subject of the nearest finite verb before a participle behind a comma: `He welcomed the plan, saying ...`."""
    doc = participle.doc
    for at in range(participle.i - 1, max(start, participle.i - 60) - 1, -1):
        verb = doc[at]
        if verb.pos_ in ("VERB", "AUX") and verb.dep_ not in ("relcl", "acl", "aux", "auxpass") and finite_form(verb):
            if verb.dep_ == "advcl" and any(child.lower_ in ("if", "unless") for child in verb.lefts):
                continue
            if verb.dep_ == "ccomp" and start <= verb.head.i < verb.i and finite_form(verb.head):
                verb = verb.head  # "she said the road was shut, adding ..."
            found = next((child for child in verb.lefts if child.dep_ in ("nsubj", "nsubjpass")), None)
            if found is not None and found.tag_ not in ("WDT", "WP"):
                return found
    return None


def finite_form(verb: Token) -> bool:
    """Whether a verb, or its auxiliary, is in a finite form."""
    forms = ("VBD", "VBZ", "VBP", "MD")
    return verb.tag_ in forms or any(child.dep_ in ("aux", "auxpass") and child.tag_ in forms for child in verb.children)


def _documented(noun: Token) -> Token:
    """In `a brief on the visit saying that` the brief speaks: the head of the phrase, when the noun stands in a preposition's."""
    if (
        noun.dep_ == "pobj"
        and noun.head.dep_ == "prep"
        and noun.head.head.pos_ in ("NOUN", "PROPN")
        and noun.ent_type_ not in ("PERSON", "ORG")
    ):
        return noun.head.head
    return noun


def beside(verb: Token, start: int) -> Token | None:
    """The noun phrase that stands directly before a verb, over adverbs, auxiliaries and an apposition between commas.

    ``start`` is the first token of the sentence.
    """
    doc, at = verb.doc, verb.i - 1
    while at >= start and doc[at].pos_ in ("ADV", "AUX"):
        at -= 1
    if at > start and doc[at].text == ")":
        at = next((other for other in range(at - 1, max(start, at - 12), -1) if doc[other].text == "("), at) - 1
    if at > start and doc[at].text in (",", "\u2013", "\u2014"):
        mark = doc[at].text
        opener = next((other for other in range(at - 1, max(start, at - 40), -1) if doc[other].text == mark), None)
        if opener is None:
            return None
        coordinated = next(
            (
                one
                for one in doc[opener + 1 : at]
                if one.dep_ in ("nsubj", "nsubjpass") and one.head.i < at and one.head.dep_ not in ("relcl", "acl")
            ),
            None,
        )
        if coordinated is not None:
            return _host(verb, start)
        at = opener - 1
    at = _before_setting(doc, at, start)
    if at < start or doc[at].pos_ not in ("NOUN", "PROPN", "PRON") or doc[at].tag_ in ("WDT", "WP"):
        return None
    return doc[at]


def _before_setting(doc: Doc, at: int, start: int) -> int:
    """Over times and prepositional phrases in front of a verb: the *envoy* for the valley, *Berg* at the same time, *Holm* last week."""
    for _ in range(3):
        last = doc[at]
        if last.dep_ == "pobj" and last.tag_ == "NN":
            first = last.head.i
        elif last.dep_ == "npadvmod" and last.ent_type_ in ("DATE", "TIME"):
            first = last.left_edge.i
        else:
            return at
        if not start < first <= at or doc[first - 1].pos_ not in ("NOUN", "PROPN", "PRON"):
            return at
        at = first - 1
    return at


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next((inner for inner in child.children if inner.dep_ == "pobj"), None)
    return None


def inverted(verb: Token) -> Token | None:
    """The noun phrase that stands directly behind a verb of saying: `said the minister`."""
    doc = verb.doc
    if verb.i + 1 < len(doc) and doc[verb.i + 1].ent_type_ == "DATE" and doc[verb.i + 1].pos_ != "DET":
        return None  # "it was reported last week"
    for at in range(verb.i + 1, min(verb.i + 10, len(doc))):
        token = doc[at]
        if token.tag_ == "HYPH":
            continue
        if (
            token.ent_type_ in ("DATE", "TIME")
            or token.is_punct
            or token.is_space
            or token.is_sent_start
            or token.pos_ in ("ADP", "VERB", "AUX", "SCONJ", "ADV")
        ):
            return None
        if token.pos_ in ("NOUN", "PROPN", "PRON") and token.dep_ not in ("compound", "amod", "nmod", "poss", "det"):
            return token
    return None


def whole(text: str, start: int, end: int, stop: re.Pattern[str]) -> tuple[int, int]:
    """A span that a false end of sentence cut short, drawn out to the printed end of the sentence, which ``stop`` matches."""
    behind = text[end : end + 1]
    if behind in ("", ".", "!", "?", ",", ";", ":", "\n") or text[end - 1 : end] in '.!?\u201d"':
        return start, end
    limit = min(len(text), end + 400)
    printed = stop.search(text, end, limit)
    return start, printed.start() if printed else limit


def trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A span without blanks and separating punctuation at its ends; None when nothing is left."""
    while start < end and text[start] in _TRIM + "\n":
        start += 1
    while end > start and text[end - 1] in _TRIM + "\n" and not _INITIALS.search(text, max(start, end - 8), end):
        end -= 1
    return (start, end) if start < end else None


def clause(text: str, root: Token, cue: Token) -> list[tuple[int, int]]:
    """Characters of the clause under ``root``, without its `that`; two stretches when the cue interrupts it."""
    doc = root.doc
    first, last = root.left_edge.i, root.right_edge.i
    if first < cue.i < last:
        low, high = _parenthesis(cue, root)
        parts = [(first, low - 1), (high + 1, last)]
    else:
        parts = [(first, last)]
    spans = []
    for begin, end in parts:
        while begin <= end and (doc[begin].is_punct or doc[begin].is_space or (doc[begin].lower_ == "that" and doc[begin].dep_ == "mark")):
            if doc[begin].text in ("\u201c", '"', "\u2018", "'", "[", "("):
                break
            begin += 1
        if begin <= end and (span := trimmed(text, doc[begin].idx, doc[end].idx + len(doc[end]))):
            spans.append(span)
    return spans


def _parenthesis(cue: Token, root: Token) -> tuple[int, int]:
    """First and last token of the cue's own words where it interrupts its clause."""
    own = [cue.i]
    for child in cue.children:
        if child != root and child.dep_ != "ccomp" and abs(child.i - cue.i) < 15:
            own += [child.left_edge.i, child.right_edge.i]
    inside = [at for at in own if root.left_edge.i <= at <= root.right_edge.i]
    return min(inside), max(inside)
