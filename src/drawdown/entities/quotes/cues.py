"""Words of saying in a parsed text: who says, and which clause."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from drawdown.entities.quotes import phrases
from drawdown.entities.quotes.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of saying with the head of its speaker, its reported clauses (spans of characters) and its addressee."""

    token: Token
    cue_class: str
    frame: str
    speaker: Token | None
    clauses: tuple[tuple[int, int], ...]
    addressee: Token | None

    @property
    def start(self) -> int:
        """First character of the word."""
        return self.token.idx

    @property
    def end(self) -> int:
        """Behind the last character of the word."""
        return self.token.idx + len(self.token)


def find(doc: Doc, lexicon: Lexicon, quoted: list[tuple[int, int]]) -> list[Cue]:
    """Cues outside quotation marks, in order of the text; ``quoted`` are the spans between outermost marks, in order."""
    found = []
    at = 0
    for token in doc:
        while at < len(quoted) and quoted[at][1] <= token.idx:
            at += 1
        if at < len(quoted) and quoted[at][0] <= token.idx:
            continue
        cue = _according(token) or _verb(token, lexicon)
        if cue is not None:
            found.append(cue)
    return found


def _verb(token: Token, lexicon: Lexicon) -> Cue | None:
    if token.pos_ not in ("VERB", "AUX") and not (token.pos_ in ("NOUN", "PROPN") and token.dep_ == "ROOT"):
        return None
    entry = lexicon.verbs.get(token.lemma_.lower())
    if entry is None:
        return None
    cue_class, frame = entry
    speaker = phrases.subject(token)
    if speaker is not None and speaker.i > token.i and speaker.dep_ not in ("nsubj", "pobj"):
        speaker = None
    clauses = _clauses(token, lexicon) if frame == "clause" else ()
    return Cue(token, cue_class, frame, speaker, tuple(clauses), _addressee(token))


def _clauses(cue: Token, lexicon: Lexicon) -> list[tuple[int, int]]:
    """The finite clauses that a verb reports: its complement, that of its object noun, or what it is a parenthesis in."""
    roots = [child for child in cue.children if child.dep_ == "ccomp" and finite(child)]
    for child in cue.children:
        if child.dep_ in ("dobj", "attr") and child.lemma_.lower() in lexicon.nouns:
            roots += [inner for inner in child.children if inner.dep_ in ("acl", "ccomp") and finite(inner) and marked_that(inner)]
    spans = [span for root in roots for span in phrases.clause(root, cue)]
    if not spans and cue.dep_ == "parataxis" and cue.head.pos_ in ("VERB", "AUX") and finite(cue.head):
        spans = phrases.clause(cue.head, cue)
    return spans


def finite(verb: Token) -> bool:
    """Whether a verb heads a finite clause: it has a subject, and is no bare infinitive."""
    children = list(verb.children)
    if any(child.lower_ == "to" and child.dep_ == "aux" for child in children):
        return False
    if any(
        child.tag_ in ("WDT", "WP", "WRB", "WP$") and child.i < verb.i for child in verb.subtree if child.i <= verb.i and child.head is verb
    ):
        return False
    subject = any(child.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for child in children)
    return subject and (verb.tag_ in ("VBD", "VBZ", "VBP", "MD") or any(child.dep_ in ("aux", "auxpass") for child in children))


def marked_that(verb: Token) -> bool:
    """Whether a clause begins with `that`."""
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in verb.children)


def _addressee(cue: Token) -> Token | None:
    for child in cue.children:
        if child.dep_ in ("dative", "iobj") or (
            child.dep_ == "dobj" and cue.lemma_ in ("tell", "inform", "warn", "assure", "remind", "notify", "ask", "advise")
        ):
            inner = next((one for one in child.children if one.dep_ == "pobj"), None) if child.pos_ == "ADP" else child
            return inner
        if child.dep_ == "prep" and child.lower_ == "to" and child.i > cue.i:
            return next((one for one in child.children if one.dep_ == "pobj"), None)
    return None


def _according(token: Token) -> Cue | None:
    """`According to X, ...`: the clause is the one that it modifies."""
    doc = token.doc
    if token.lower_ != "according" or token.i + 1 >= len(doc) or doc[token.i + 1].lower_ != "to":
        return None
    to = doc[token.i + 1]
    speaker = next((child for child in to.children if child.dep_ == "pobj"), None)
    host = token.head
    for _ in range(12):
        if (host.pos_ in ("VERB", "AUX") and finite(host)) or host.head is host:
            break
        host = host.head
    clauses: list[tuple[int, int]] = []
    if speaker is not None and finite(host):
        low, high = token.i, max(token.right_edge.i, to.right_edge.i, speaker.right_edge.i)
        sentence = host.sent
        for first, last in ((sentence.start, low - 1), (high + 1, sentence.end - 1)):
            if (
                first <= last
                and (span := phrases.trimmed(doc.text, doc[first].idx, doc[last].idx + len(doc[last])))
                and span[1] - span[0] > 15
            ):
                clauses.append(span)
    return Cue(token, "say", "clause", speaker, tuple(clauses), None)
