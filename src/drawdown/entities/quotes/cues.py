"""Words of saying in a parsed text: who says, and which clause."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from drawdown.entities.quotes import phrases
from drawdown.entities.quotes.lexicon import Lexicon

_WINDOW = 300
"""How many tokens around a word of saying are read: bounds the work in sentences of any length."""


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


@dataclass(frozen=True, slots=True)
class _Place:
    """The sentence that is read, and what spaCy would work out anew for each of its words: its bounds, its look, the article's text."""

    sentence: Span
    start: int
    end: int
    headline: bool
    text: str
    lexicon: Lexicon


def find(doc: Doc, text: str, lexicon: Lexicon, quoted: list[tuple[int, int]]) -> list[Cue]:
    """Cues outside quotation marks, in order of the text; ``quoted`` are the spans between outermost marks, in order.

    ``text`` is the text of ``doc``.
    """
    found = []
    at = 0
    for sentence in doc.sents:
        place = _Place(sentence, sentence.start, sentence.end, _headline(sentence), text, lexicon)
        for token in sentence:
            while at < len(quoted) and quoted[at][1] <= token.idx:
                at += 1
            if at < len(quoted) and quoted[at][0] <= token.idx:
                continue
            cue = _according(token, place) or _verb(token, place)
            if cue is not None:
                found.append(_outside(cue, place, quoted))
    return found


def _outside(cue: Cue, place: _Place, quoted: list[tuple[int, int]]) -> Cue:
    """The cue without what the parse took out of a quotation: a speaker inside one, and a clause that begins with a whole one and goes on."""
    near = quoted[max(0, bisect_left(quoted, (cue.start, 0)) - 4) : bisect_left(quoted, (cue.start, 0)) + 4]
    speaker = cue.speaker
    if speaker is not None and any(start <= speaker.idx < end for start, end in near):
        speaker = phrases.beside(cue.token, place.start)
        if speaker is not None and any(start <= speaker.idx < end for start, end in near):
            speaker = None
    clauses = tuple(
        (first, last)
        for first, last in cue.clauses
        if not any(abs(start - first) <= 2 and end < last - 2 and place.text[end - 1] in ",.?!" and last < cue.start for start, end in near)
    )
    return replace(cue, speaker=speaker, clauses=clauses)


def _verb(token: Token, place: _Place) -> Cue | None:
    lexicon = place.lexicon
    lemma = token.lemma_.lower() if token.pos_ in ("VERB", "AUX") else _headline_verb(token, place)
    entry = lexicon.verbs.get(lemma or "")
    if entry is None:
        return None
    cue_class, frame = entry
    if frame == "light":
        said = next((child for child in token.children if child.dep_ == "dobj" and child.lemma_.lower() in lexicon.nouns), None)
        clauses = _that(token, place) if said is not None else []
        return (
            Cue(token, lexicon.nouns[said.lemma_.lower()][0], "clause", _speaker(token, True, place), tuple(clauses), None)
            if said is not None and clauses
            else None
        )
    clauses = _clauses(token, place) if frame == "clause" else []
    behind = any(start > token.idx for start, _ in clauses)
    speaker = _speaker(token, behind, place)
    if frame == "clause":
        around = _around(token, speaker, place)
        if not clauses:
            clauses = _that(token, place) or around
        elif around and clauses[0][0] < token.idx and clauses[0][0] <= around[0][0] + 3:
            clauses = around
    clauses = [_cut(token, start, end, place) for start, end in clauses]
    return Cue(token, cue_class, frame, speaker, tuple(clauses), _addressee(token))


def _cut(cue: Token, start: int, end: int, place: _Place) -> tuple[int, int]:
    """A clause behind its cue, drawn out over a false end of sentence and cut before the next word of saying of the same speaker."""
    doc = cue.doc
    if start < cue.idx:
        return start, end
    span = doc.char_span(start, end, alignment_mode="expand")
    limit = min(span.end, span.start + _WINDOW) if span is not None else 0
    stop = _coordinated(cue, span.start, limit) if span is not None else limit
    if stop < limit:
        return phrases.trimmed(place.text, start, doc[stop - 1].idx + len(doc[stop - 1])) or (start, end)
    if end >= place.sentence.end_char - 2:
        return phrases.whole(place.text, start, end)
    return start, end


def _headline(sentence: Span) -> bool:
    """Whether a sentence is a headline where every word is capitalised."""
    words = [word for word in sentence if word.is_alpha and len(word) > 3]
    return len(words) >= 4 and sentence[-1].text != "." and sum(word.is_title or word.is_upper for word in words) >= 0.8 * len(words)


def _headline_verb(token: Token, place: _Place) -> str | None:
    """Lemma of a word of saying that the tagger took for a noun, in a headline."""
    if not place.headline or not token.is_title or token.pos_ not in ("NOUN", "PROPN") or token.i == place.start:
        return None
    lower = token.lower_
    return next((form for form in (lower, lower.removesuffix("s"), lower.removesuffix("es")) if form in place.lexicon.verbs), None)


def _speaker(token: Token, behind: bool, place: _Place) -> Token | None:
    """Who says it: a pronoun or name directly before the word wins over what the parse shows from afar."""
    doc = token.doc
    if token.i > place.start and doc[token.i - 1].tag_ == "PRP" and doc[token.i - 1].lower_ not in ("it", "them", "him", "us", "me"):
        return doc[token.i - 1]
    found = phrases.subject(token, place.start)
    direct = phrases.beside(token, place.start) if doc[token.i - 1].pos_ in ("NOUN", "PROPN") and token.i > place.start else None
    if (
        found is not None
        and direct is not None
        and found.i < direct.i
        and any(one.text == "," for one in doc[found.i : direct.left_edge.i + 1])
    ):
        found = direct if token.tag_ in ("VBD", "VBZ", "VBP") else found
    if found is not None and found.i > token.i and found.head == token and phrases.inverted(token) != found:
        found = None
    if found is not None and found.i > token.i and (behind or found.dep_ not in ("nsubj", "pobj") or _that(token, place)):
        found = None
    if found is None and any(child.dep_ in ("auxpass", "expl") for child in token.children):
        return _written(token, place)
    if found is None and token.tag_ in ("VBD", "VBZ", "VBP", "VBN", "NNS", "NNP", "NN", "NNPS"):
        found = phrases.beside(token, place.start)
    return found


def _written(token: Token, place: _Place) -> Token | None:
    """`In a statement by X it was said`: X, or the piece of writing when the sentence names only that before the word."""
    doc = token.doc
    first = max(place.start, token.i - 40)
    at = next((at for at in range(token.i - 1, first - 1, -1) if place.lexicon.document(doc[at].lemma_.lower())), None)
    if at is None:
        return None
    by = next((one for one in doc[at : token.i] if one.lower_ == "by" and one.pos_ == "ADP"), None)
    author = next((one for one in by.children if one.dep_ == "pobj"), None) if by is not None else None
    return author if author is not None else doc[at]


def _clauses(cue: Token, place: _Place) -> list[tuple[int, int]]:
    """The finite clauses that a verb reports, as the parse has them: its complement, that of its object noun, or what it is a parenthesis in."""
    roots = [child for child in cue.children if child.dep_ == "ccomp" and finite(child)]
    for child in cue.children:
        if child.dep_ in ("dobj", "attr") and child.lemma_.lower() in place.lexicon.nouns:
            roots += [inner for inner in child.children if inner.dep_ in ("acl", "ccomp") and finite(inner) and marked_that(inner)]
    spans = [span for root in roots for span in phrases.clause(place.text, root, cue)]
    if not spans and cue.dep_ == "parataxis" and cue.head.pos_ in ("VERB", "AUX") and finite(cue.head):
        spans = phrases.clause(place.text, cue.head, cue)
    if any(start < cue.idx for start, _ in spans) and (told := _that(cue, place)):
        return told
    return spans


def _that(cue: Token, place: _Place) -> list[tuple[int, int]]:
    """What follows `that` within a few words behind the cue, up to the end of the sentence or the next coordinated word of saying."""
    doc = cue.doc
    end = min(place.end, cue.i + _WINDOW)
    for at in range(cue.i + 1, min(cue.i + 9, end)):
        token = doc[at]
        if token.lower_ == "that" and token.tag_ in ("IN", "WDT") and at + 2 < end:
            last = _coordinated(cue, at, end) - 1
            span = phrases.trimmed(place.text, doc[at + 1].idx, doc[last].idx + len(doc[last]))
            return [span] if span and any(phrases.finite_form(doc[inner]) for inner in range(at + 1, end)) else []
        if token.pos_ in ("VERB", "AUX", "PUNCT", "SCONJ", "CCONJ") and token.text not in ("\u201c", "\u201d", '"', "(", ")"):
            return []
    return []


def _coordinated(cue: Token, start: int, end: int) -> int:
    """Where the next word of saying of the same speaker begins: `..., stressed that`, `and claimed`; else the end."""
    doc = cue.doc
    for at in range(start + 2, min(end, len(doc) - 1)):
        token = doc[at]
        if token.tag_ not in ("VBD", "VBZ", "VBN", "VBG") or doc[at - 1].text not in (",", "and", "but", "while"):
            continue
        if token.lemma_ == cue.lemma_ or (doc[at + 1].lower_ == "that" and token.tag_ == cue.tag_):
            return at - 1 if doc[at - 1].text in ("and", "but", "while") else at
    return end


def _around(cue: Token, speaker: Token | None, place: _Place) -> list[tuple[int, int]]:
    """`..., he said.` and `..., he said, ...`: the rest of the sentence, where commas part the speaker and the word from it."""
    if speaker is None or cue.tag_ not in ("VBD", "VBZ", "VBP"):
        return []
    doc, sentence = cue.doc, cue.doc[max(place.start, cue.i - _WINDOW) : min(place.end, cue.i + _WINDOW)]
    low, high = min(cue.i, speaker.left_edge.i), max(cue.i, speaker.i)
    if low <= sentence.start + 2 or high - low > 12:
        return []
    before = doc[low - 1].text
    if before in ("\u201d", '"'):
        before = doc[low - 2].text
    if before != ",":
        return []
    after = doc[high + 1] if high + 1 < sentence.end else None
    first = sentence.start + 2 if sentence[0].pos_ == "ADV" and sentence[1].text == "," else sentence.start
    parts = [(first, low - 1)]
    if after is not None and after.text == ",":
        told_first = speaker.i < cue.i and any(phrases.finite_form(one) for one in doc[high + 2 : sentence.end])
        if told_first and doc[min(high + 2, sentence.end - 1)].tag_ not in ("VBG", "VBN", "WDT", "WP"):
            parts.append((high + 2, sentence.end - 1))
    elif after is not None and after.text not in (".", "!", "\n\n") and after.pos_ not in ("ADP", "PROPN", "NOUN", "ADV"):
        return []
    spans = [phrases.trimmed(place.text, doc[first].idx, doc[last].idx + len(doc[last])) for first, last in parts if first <= last]
    if not any(phrases.finite_form(doc[at]) for at in range(sentence.start, low)):
        return []
    return [span for span in spans if span and span[1] - span[0] > 10]


def finite(verb: Token) -> bool:
    """Whether a verb heads a finite clause: it has a subject, and is no bare infinitive."""
    children = list(verb.children)
    if any(child.lower_ == "to" and child.dep_ == "aux" for child in children):
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
            return next((one for one in child.children if one.dep_ == "pobj"), None) if child.pos_ == "ADP" else child
        if child.dep_ == "prep" and child.lower_ == "to" and child.i > cue.i:
            return next((one for one in child.children if one.dep_ == "pobj"), None)
    return None


def _according(token: Token, place: _Place) -> Cue | None:
    """`According to X, ...`: the clause is the one that it modifies."""
    doc = token.doc
    if token.lower_ != "according" or token.i + 1 >= len(doc) or doc[token.i + 1].lower_ != "to":
        return None
    to = doc[token.i + 1]
    speaker = next((child for child in to.children if child.dep_ == "pobj"), None)
    host = token.head
    for _ in range(12):
        if (host.pos_ in ("VERB", "AUX") and finite(host)) or host.head == host:
            break
        host = host.head
    clauses: list[tuple[int, int]] = []
    if speaker is not None and finite(host):
        low, high = token.i, max(token.right_edge.i, to.right_edge.i, speaker.right_edge.i)
        for first, last in ((place.start, low - 1), (high + 1, place.end - 1)):
            if (
                first <= last
                and (span := phrases.trimmed(place.text, doc[first].idx, doc[last].idx + len(doc[last])))
                and span[1] - span[0] > 15
            ):
                clauses.append(span)
    return Cue(token, "say", "clause", speaker, tuple(clauses), None)
