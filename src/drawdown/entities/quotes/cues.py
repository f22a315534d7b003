"""Words of saying in a parsed text: who says, and which clause."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from drawdown.entities.quotes import addressees, clauses, nominal, phrases
from drawdown.entities.quotes.cue import Cue, Place
from drawdown.entities.quotes.lexicon import Lexicon

_NO_SUBJECT = frozenset({"it", "them", "him", "us", "me", "himself", "herself", "itself", "themselves"})


def find(doc: Doc, text: str, lexicon: Lexicon, quoted: list[tuple[int, int]]) -> list[Cue]:
    """Cues outside quotation marks, in order of the text; ``quoted`` are the spans between outermost marks, in order.

    ``text`` is the text of ``doc``.
    """
    found: list[Cue] = []
    at = 0
    for sentence in doc.sents:
        place = Place(sentence, sentence.start, sentence.end, _headline(sentence), text, lexicon)
        for token in sentence:
            while at < len(quoted) and quoted[at][1] <= token.idx:
                at += 1
            if at < len(quoted) and quoted[at][0] <= token.idx:
                continue
            cue = nominal.according(token, place) or _verb(token, place) or nominal.noun(token, place)
            if cue is not None:
                found.append(_continued(_outside(cue, place, quoted), found, place))
    return found


def _outside(cue: Cue, place: Place, quoted: list[tuple[int, int]]) -> Cue:
    """The cue without what the parse took out of a quotation: a speaker inside one, and a clause that begins with a whole one and goes on."""
    near = quoted[max(0, bisect_left(quoted, (cue.start, 0)) - 4) : bisect_left(quoted, (cue.start, 0)) + 4]
    speaker = cue.speaker
    if speaker is not None and any(start <= speaker.idx < end for start, end in near):
        speaker = phrases.beside(cue.token, place.start)
        if speaker is not None and any(start <= speaker.idx < end for start, end in near):
            speaker = None
    kept = tuple(
        (first, last)
        for first, last in cue.clauses
        if not any(abs(start - first) <= 2 and end < last - 2 and place.text[end - 1] in ",.?!" and last < cue.start for start, end in near)
    )
    return replace(cue, speaker=speaker, clauses=kept)


def _continued(cue: Cue, found: list[Cue], place: Place) -> Cue:
    """`..., X said, adding that ...`: a participle without a subject of its own goes on with the speaker of the cue before it."""
    if cue.speaker is not None or cue.token.tag_ != "VBG" or not found or found[-1].token.i < place.start:
        return cue
    if cue.token.doc[cue.token.i - 1].text not in (",", "and", "\u201d", '"', "''"):
        return cue
    before = found[-1]
    return replace(cue, speaker=before.speaker or phrases.inverted(before.token))


def _verb(token: Token, place: Place) -> Cue | None:
    entry = place.lexicon.verbs.get(_lemma(token, place) or "")
    if entry is None:
        return None
    cue_class, frame = entry
    match frame:
        case "light":
            return _light(token, place)
        case "name" if (light := _light(token, place)) is not None:
            return light
        case "piece":
            cue = _clausal(token, cue_class, place)
            return cue if cue.clauses and cue.speaker is not None and place.lexicon.document(cue.speaker.lemma_.lower()) else None
        case "setting":
            return None
        case "clause":
            return _clausal(token, cue_class, place)
        case _:
            if (told := _light(token, place)) is not None:  # "called attention to the fact that"
                return told
            speaker = _speaker(token, False, place)
            return Cue(token, cue_class, frame, speaker, (), addressees.of_cue(token, speaker, place.lexicon))


def _clausal(token: Token, cue_class: str, place: Place) -> Cue:
    """A verb that reports clauses: those of the parse, else those of the printed order."""
    spans = clauses.parsed(token, place)
    speaker = _speaker(token, any(start > token.idx for start, _ in spans), place)
    around = clauses.around(token, speaker, place)
    if not spans:
        spans = clauses.after_that(token, place) or around
    elif around and spans[0][0] < token.idx and spans[0][0] <= around[0][0] + 3:
        spans = around
    first = nominal.behind_dateline(place)
    doc = token.doc
    spans = [(max(start, doc[first].idx) if start < token.idx else start, end) for start, end in spans]
    if doc[first].tag_ in ("VBG", "VBN") and doc[first].dep_ == "advcl" and doc[first].head == token:  # "Asked about the port, she said"
        spans = [(start, end) for start, end in spans if start > token.idx]
    spans = [clauses.stretched(token, start, end, place) for start, end in spans]
    return Cue(token, cue_class, "clause", speaker, tuple(spans), addressees.of_cue(token, speaker, place.lexicon))


def _light(token: Token, place: Place) -> Cue | None:
    """`made the claim that`, `made it clear that`: the class is that of the noun or adjective."""
    said = next((child for child in token.children if child.lemma_.lower() in place.lexicon.objects(child.dep_)), None)
    spans = clauses.after_that(token, place) if said is not None else []
    if said is None or not spans:
        return None
    return Cue(token, place.lexicon.objects(said.dep_)[said.lemma_.lower()][0], "clause", _speaker(token, True, place), tuple(spans), None)


def _lemma(token: Token, place: Place) -> str | None:
    """Lemma of a verb, or of what the tagger took for a noun: in a headline, or between a name and `that`."""
    if token.pos_ in ("VERB", "AUX"):
        return token.lemma_.lower()
    if token.pos_ not in ("NOUN", "PROPN") or token.i == place.start:
        return None
    doc = token.doc
    between = (
        token.tag_ == "NNS"
        and token.dep_ not in ("pobj", "conj")
        and doc[token.i - 1].tag_ in ("NNP", "PRP")
        and token.i + 1 < place.end
        and doc[token.i + 1].lower_ == "that"
    )
    if not between and not (place.headline and token.is_title):
        return None
    lower = token.lower_
    return next((form for form in (lower, lower.removesuffix("s"), lower.removesuffix("es")) if form in place.lexicon.verbs), None)


def _headline(sentence: Span) -> bool:
    """Whether a sentence is a headline where every word is capitalised."""
    words = [word for word in sentence if word.is_alpha and len(word) > 3]
    return len(words) >= 4 and sentence[-1].text != "." and sum(word.is_title or word.is_upper for word in words) >= 0.8 * len(words)


def _speaker(token: Token, behind: bool, place: Place) -> Token | None:
    """Who says it: a pronoun or name directly before the word wins over what the parse shows from afar."""
    doc = token.doc
    if (cited := phrases.cited(token, place.lexicon.sets["citing"])) is not None:
        return cited
    if token.i > place.start and doc[token.i - 1].tag_ == "PRP" and doc[token.i - 1].lower_ not in _NO_SUBJECT:
        return doc[token.i - 1]
    found = phrases.subject(token, place.start)
    if found is not None and found.tag_ == "VBG":  # "Meeting the crowd, Berg condemned ..."
        found = phrases.beside(token, place.start)
    if (last := _last(token, place)) is not None:
        return last
    fronted = token.tag_ == "VBG" and token.i <= place.start + 1 and token.head.i > token.i and token.dep_ in ("advcl", "ccomp", "prep")
    if fronted and (host := next((one for one in token.head.lefts if one.dep_ == "nsubj" and one.i > token.i), None)) is not None:
        return host  # "Stressing that the dam held, Berg said"
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
    if found is not None and found.i > token.i and (behind or found.dep_ not in ("nsubj", "pobj") or clauses.after_that(token, place)):
        found = None
    if found is None and any(child.dep_ in ("auxpass", "expl") for child in token.children):
        return _written(token, place)
    if found is None and token.tag_ in ("VBD", "VBZ", "VBP", "VBN", "NNS", "NNP", "NN", "NNPS"):
        found = phrases.beside(token, place.start)
    return found


def _last(token: Token, place: Place) -> Token | None:
    """The name with which a sentence ends behind a comma and a word of saying: "..., reports Valley TV."."""
    before = token.doc[token.i - 1].text if token.i > place.start else ""
    name = phrases.inverted(token) if before in (",", "\u201d", '"', "''") and token.tag_ in ("VBD", "VBZ") else None
    if place.lexicon.addressee(token) == "object":  # "Berg, who lives there, told Valley TV"
        return None
    ends = name is not None and (name.i + 1 == place.end or token.doc[name.i + 1].text in (".", "\n\n"))
    return name if ends and name is not None and name.pos_ == "PROPN" else None


def _written(token: Token, place: Place) -> Token | None:
    """`In a statement by X it was said`: X, or the piece of writing when the sentence names only that before the word."""
    doc = token.doc
    first = max(place.start, token.i - 40)
    at = next((at for at in range(token.i - 1, first - 1, -1) if place.lexicon.document(doc[at].lemma_.lower())), None)
    if at is None:
        return None
    by = next((one for one in doc[at : token.i] if one.lower_ == "by" and one.pos_ == "ADP"), None)
    author = next((one for one in by.children if one.dep_ == "pobj"), None) if by is not None else None
    return author if author is not None else doc[at]
