"""Which clause a word of saying reports: what the parse shows, and the printed order where it fails."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from drawdown.entities.quotes import phrases
from drawdown.entities.quotes.cue import Place

_WINDOW = 300
"""How many tokens around a word of saying are read: bounds the work in sentences of any length."""

_ADJUNCTS = 9
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_SETTING = ("ADP", "PROPN", "NOUN", "ADV", "PRON", "DET", "ADJ", "NUM")


def parsed(cue: Token, place: Place) -> list[tuple[int, int]]:
    """The finite clauses that a verb reports, as the parse has them: its complement, that of its object noun, or what it is a parenthesis in."""
    spans = _under(cue, place)
    if any(start < cue.idx for start, _ in spans) and (told := after_that(cue, place)):
        return told
    return _within_reach(cue, spans)


def _within_reach(cue: Token, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans cut where they leave the window around the cue: longer ones are the parse of a sentence that has no end."""
    doc = cue.doc
    low, high = doc[max(0, cue.i - _WINDOW)].idx, doc[min(len(doc) - 1, cue.i + _WINDOW)].idx
    return [(max(start, low), min(end, high)) for start, end in spans if start < high and end > low]


def _under(cue: Token, place: Place) -> list[tuple[int, int]]:
    roots = [_passed_on(child, cue, place) for child in cue.children if child.dep_ == "ccomp" and finite(child)]
    first = next(
        (root for root in roots if root.i > cue.i), None
    )  # what stands behind it is another sentence, or "..., the agency reported"
    roots = [root for root in roots if first is None or root.i <= first.i]
    for child in cue.children:
        if child.dep_ in ("dobj", "attr") and child.lemma_.lower() in place.lexicon.nouns:
            roots += [inner for inner in child.children if inner.dep_ in ("acl", "ccomp") and finite(inner) and marked_that(inner)]
    spans = [span for root in roots for span in phrases.clause(place.text, root, cue)]
    if not spans and cue.dep_ == "parataxis" and cue.head.pos_ in ("VERB", "AUX") and finite(cue.head):
        spans = phrases.clause(place.text, cue.head, cue)
    return spans


def _passed_on(root: Token, cue: Token, place: Place) -> Token:
    """The clause without who passes it on: "said *the ferry was late*, Valley TV reported", where the parse puts the last verb over the clause."""
    if root.i < cue.i or root.lemma_.lower() not in place.lexicon.verbs:
        return root
    inner = next((child for child in root.lefts if child.dep_ == "ccomp" and finite(child)), None)
    return inner if inner is not None and cue.i < inner.i and inner.left_edge == root.left_edge else root


def after_that(cue: Token, place: Place) -> list[tuple[int, int]]:
    """What follows `that` within a few words behind the cue, up to the end of the sentence or the next coordinated word of saying."""
    doc = cue.doc
    end = min(place.end, cue.i + _WINDOW)
    for at in range(cue.i + 1, min(cue.i + 9, end)):
        token = doc[at]
        if token.dep_ == "nsubj" and token.head.dep_ == "relcl" and token.head.head.dep_ == "dobj" and token.head.head.head == cue:
            return []  # "ordered strikes that killed ten": a relative clause of what was ordered
        if token.lower_ == "that" and token.tag_ in ("IN", "WDT") and at + 2 < end:
            if token.tag_ == "WDT" and _relative(cue, doc[at - 1], place):
                return []
            last = _coordinated(cue, at, end, place) - 1
            span = phrases.trimmed(place.text, doc[at + 1].idx, doc[last].idx + len(doc[last]))
            return [span] if span and any(doc[inner].pos_ in ("VERB", "AUX") for inner in range(at + 1, end)) else []
        if token.pos_ in ("VERB", "AUX", "PUNCT", "SCONJ", "CCONJ") and token.text not in ("\u201c", "\u201d", '"', "(", ")"):
            return []
    return []


def _relative(cue: Token, noun: Token, place: Place) -> bool:
    """Whether the clause behind an object only says which thing it is: "stressed the goals that the town had set"."""
    thing = noun.dep_ == "dobj" and noun.head == cue and noun.pos_ == "NOUN" and noun.lemma_.lower() not in place.lexicon.nouns
    return thing and place.lexicon.addressee(cue) != "object"


def around(cue: Token, speaker: Token | None, place: Place) -> list[tuple[int, int]]:
    """`..., he said.` and `..., he said on Friday, ...`: the rest of the sentence, where commas part the speaker and the word from it."""
    if speaker is None or cue.tag_ not in ("VBD", "VBZ", "VBP"):
        return []
    if cue.dep_ == "relcl" or _transitive(cue, place):
        return []
    doc, sentence = cue.doc, cue.doc[max(place.start, cue.i - _WINDOW) : min(place.end, cue.i + _WINDOW)]
    low, high = min(cue.i, speaker.left_edge.i), max(cue.i, speaker.i)
    if low <= sentence.start + 2 or high - low > 12:
        return []
    before = doc[low - 1].text
    if before in ("\u201d", '"', "''"):
        before = doc[low - 2].text
    if before != ",":
        return []
    comma = _closing(doc, high + 1, sentence.end)
    if comma is None:
        return []
    first = sentence.start + 2 if sentence[0].pos_ == "ADV" and sentence[1].text == "," else sentence.start
    parts = [(first, low - 1)]
    interrupted = comma + 1 < sentence.end and doc[comma + 1].tag_ in _FINITE
    if comma < sentence.end - 1 and speaker.i < cue.i and _goes_on(doc, comma, high + 1 < comma, sentence.end):
        parts.append((comma + 1, sentence.end - 1))
    if not interrupted and not any(phrases.finite_form(doc[at]) for at in range(sentence.start, low)):
        return []
    spans = [phrases.trimmed(place.text, doc[first].idx, doc[last].idx + len(doc[last])) for first, last in parts if first <= last]
    return [span for span in spans if span and (interrupted or span[1] - span[0] > 10)]


def _transitive(cue: Token, place: Place) -> bool:
    """Whether a verb has a thing as its object ("wrote an article") and so reports no clause; whom it tells is none."""
    thing = any(child.dep_ == "dobj" and child.i > cue.i and child.pos_ == "NOUN" for child in cue.children)
    return thing and place.lexicon.addressee(cue) != "object"


def _closing(doc: Doc, start: int, end: int) -> int | None:
    """The comma that closes `, he told me on Friday,`, or the end of the sentence; None where more than an addressee or a setting follows."""
    for at in range(start, min(end, start + _ADJUNCTS)):
        if doc[at].text == ",":
            return at
        if doc[at].text in (".", "!", "\n\n"):
            return end
        if doc[at].pos_ in ("VERB", "AUX", "SCONJ", "CCONJ") or doc[at].tag_ in ("WDT", "WP", "WRB") or doc[at].pos_ == "PUNCT":
            return end if at > start and doc[start].pos_ in _SETTING else None
    return end if start >= end or doc[start].pos_ in _SETTING else None


def _goes_on(doc: Doc, comma: int, adjunct: bool, end: int) -> bool:
    """Whether what follows the comma is still reported: a clause, no participle or relative, and behind a setting no new clause of the page."""
    following = doc[comma + 1]
    if following.tag_ in ("VBG", "VBN", "WDT", "WP") or (
        adjunct and following.lower_ in ("as", "while", "when", "after", "before", "and", "but")
    ):
        return False
    return any(phrases.finite_form(one) for one in doc[comma + 1 : end])


def stretched(cue: Token, start: int, end: int, place: Place) -> tuple[int, int]:
    """A clause behind its cue, drawn out over a false end of sentence and cut before the next word of saying of the same speaker."""
    doc = cue.doc
    if start < cue.idx:
        return start, end
    span = doc.char_span(start, end, alignment_mode="expand")
    limit = min(span.end, span.start + _WINDOW) if span is not None else 0
    if span is not None and span[-1].pos_ == "CCONJ":  # the parse ends the clause where its second half begins
        limit = min(place.end, span.start + _WINDOW)
        end = doc[limit - 1].idx + len(doc[limit - 1])
        start, end = phrases.trimmed(place.text, start, end) or (start, end)
    stop = min(_coordinated(cue, span.start, limit, place), _credited(doc, span.start, limit)) if span is not None else limit
    if stop < limit:
        return phrases.trimmed(place.text, start, doc[stop - 1].idx + len(doc[stop - 1])) or (start, end)
    if end >= place.sentence.end_char - 2:
        return phrases.whole(place.text, start, end, place.lexicon.stop)
    return start, end


def _coordinated(cue: Token, start: int, end: int, place: Place) -> int:
    """Where the next word of saying of the same speaker begins: `..., stressed that`, `and claimed`, or one in the past behind a clause in the present
    (`said it wants peace and thanked them`); else the end."""
    doc = cue.doc
    present = any(child.dep_ == "ccomp" and child.i >= start and child.tag_ in ("VBZ", "VBP") for child in cue.children)
    for at in range(start + 2, min(end, len(doc) - 1)):
        token = doc[at]
        if token.tag_ not in ("VBD", "VBZ", "VBN", "VBG") or doc[at - 1].text not in (",", "and", "but", "while"):
            continue
        if token.lemma_ == cue.lemma_ or (doc[at + 1].lower_ == "that" and token.tag_ == cue.tag_):
            return at - 1 if doc[at - 1].text in ("and", "but", "while") else at
        if present and token.tag_ == cue.tag_ == "VBD" and doc[at - 1].text == "and" and token.lemma_.lower() in place.lexicon.verbs:
            return at - 1
    return end


def _credited(doc: Doc, start: int, end: int) -> int:
    """Where `..., according to X` begins, which says whence the page has the words; else the end."""
    return next((at for at in range(start + 2, end - 2) if doc[at].text == "," and doc[at + 1].lower_ == "according"), end)


def finite(verb: Token) -> bool:
    """Whether a verb heads a finite clause: it has a subject, and is no infinitive but that of a demand (`that they leave`)."""
    children = list(verb.children)
    if any(child.lower_ == "to" and child.dep_ == "aux" for child in children):
        return False
    subject = any(child.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for child in children)
    if subject and verb.tag_ == "VB" and marked_that(verb):
        return True
    return subject and (verb.tag_ in ("VBD", "VBZ", "VBP", "MD") or any(child.dep_ in ("aux", "auxpass") for child in children))


def marked_that(verb: Token) -> bool:
    """Whether a clause begins with `that`."""
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in verb.children)
