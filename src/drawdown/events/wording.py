"""Labels in a parsed article: the words that name armed actors and violent acts, or praise and blame."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

import polars as pl
from spacy.tokens import Doc, Token

Span = tuple[int, int]

ROLES = ("head", "carrier", "modifier", "judgement", "act", "verb", "wide", "death")
"""Roles of the lexicon, in the order of the fields of `Lexicon`."""

_MODIFIER_TAGS = {"ADJ", "NOUN", "PROPN", "VERB", "ADV", "NUM", "PART", "X"}
_ATTRIBUTES = {"amod", "compound", "nmod", "advmod", "punct", "dep"}
_REACH = 6
"""Tokens before a noun in which its modifiers are looked for."""


@dataclass(frozen=True, slots=True)
class Word:
    """What the lexicon says of one lemma in one role."""

    evaluation: str | None
    target_kind: str | None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lexicon of labels by role, then by lemma."""

    heads: Mapping[str, Word] = field(default_factory=dict)
    carriers: Mapping[str, Word] = field(default_factory=dict)
    modifiers: Mapping[str, Word] = field(default_factory=dict)
    judgements: Mapping[str, Word] = field(default_factory=dict)
    acts: Mapping[str, Word] = field(default_factory=dict)
    verbs: Mapping[str, Word] = field(default_factory=dict)
    wide: Mapping[str, Word] = field(default_factory=dict)
    deaths: Mapping[str, Word] = field(default_factory=dict)

    @classmethod
    def of(cls, table: pl.DataFrame) -> Lexicon:
        """The lexicon from the reference table ``labels``."""
        roles: dict[str, dict[str, Word]] = {role: {} for role in ROLES}
        for entry, role, evaluation, kind in table.select("entry", "role", "evaluation", "target_kind").iter_rows():
            roles[role][entry] = Word(evaluation, kind)
        return cls(*roles.values())


@dataclass(frozen=True, slots=True)
class Label:
    """One label: its span in the article, the entry that classes it, the token of its noun and its last token."""

    start: int
    end: int
    head: str
    evaluation: str
    target_kind: str
    token: int
    last: int


@dataclass(frozen=True, slots=True)
class Modifier:
    """A word in front of a noun: its first token, its text and its lemma, lower case; hyphens hold parts of one word together."""

    first: int
    text: str
    lemma: str


def find(doc: Doc, lexicon: Lexicon, names: Collection[Span], violence: Collection[Span] = ()) -> Iterator[Label]:
    """Labels of one article in order.

    ``names`` are spans of proper names, which are never labels; ``violence`` are triggers of violent events, where words of wider use name a violent act.
    """
    named, violent = _inside(doc, names), _inside(doc, violence)
    taken = -1
    for token in doc:
        if token.i in named or token.i <= taken:
            continue
        label = _noun(token, lexicon, named, token.i in violent) or _predicate(token, lexicon) or _verb(token, lexicon)
        if label is not None:
            taken = label.last
            yield label


def _inside(doc: Doc, spans: Collection[Span]) -> frozenset[int]:
    """Tokens inside any of the spans."""
    characters = {offset for start, end in spans for offset in range(start, end)}
    return frozenset(token.i for token in doc if token.idx in characters)


def _noun(token: Token, lexicon: Lexicon, named: frozenset[int], violent: bool) -> Label | None:
    """A head, an act of violence or a carrier with its modifiers, or any noun that a judgement stands before."""
    if token.pos_ not in {"NOUN", "PROPN"} or _modifies_noun(token, named):
        return None
    entry, first = _entry(token, lexicon)
    alone = lexicon.heads.get(entry) or (lexicon.acts.get(entry) if violent else None)
    listed = alone or lexicon.carriers.get(entry)
    kind = (listed.target_kind if listed else None) or "entity"
    modifiers = [m for m in _modifiers(token, first, named) if _word(m, listed is not None, kind, lexicon) is not None]
    behind = _behind(token, lexicon, kind) if entry in lexicon.carriers else None
    if alone is None and not modifiers and behind is None:
        return None
    evaluation, deciding = _class(entry, alone, [*modifiers, *([behind] if behind else [])], lexicon, kind)
    kept = modifiers if entry in lexicon.carriers else [m for m in modifiers if _belongs(m, kind, lexicon)]
    start = min([first, *(m.first for m in kept)])
    last = behind.first if behind else token.i
    said = entry if deciding in {None, entry} else f"{deciding} {entry}"
    end = token.doc[last]
    return Label(token.doc[start].idx, end.idx + len(end.text), said, evaluation, kind, token.i, last)


def _predicate(token: Token, lexicon: Lexicon) -> Label | None:
    """A judgement that is said of a subject: "the attack was cowardly"."""
    word = lexicon.judgements.get(token.lower_)
    if word is None or token.dep_ not in {"acomp", "oprd"} or word.evaluation is None:
        return None
    return Label(token.idx, token.idx + len(token.text), token.lower_, word.evaluation, word.target_kind or "entity", token.i, token.i)


def _verb(token: Token, lexicon: Lexicon) -> Label | None:
    """A verb that passes a verdict by itself: "they murdered him"."""
    word = lexicon.verbs.get(token.lemma_.lower()) if token.pos_ == "VERB" else None
    if word is None or word.evaluation is None:
        return None
    lemma = token.lemma_.lower()
    return Label(token.idx, token.idx + len(token.text), lemma, word.evaluation, word.target_kind or "event", token.i, token.i)


def _entry(token: Token, lexicon: Lexicon) -> tuple[str, int]:
    """The longest entry that ends in a noun, and the token where it begins."""
    forms = [*dict.fromkeys((token.lemma_.lower(), token.lower_, *_singulars(token.lower_)))]
    for length in (2, 1):
        first = token.i - length + 1
        for form in forms if first >= token.sent.start else ():
            entry = " ".join([*(part.lower_ for part in token.doc[first : token.i]), form])
            if entry in lexicon.heads or entry in lexicon.carriers or entry in lexicon.acts:
                return entry, first
    return forms[0], token.i


def _singulars(word: str) -> list[str]:
    """What a plural may be of; titles are in capitals, and the tagger leaves the plurals of names as they are."""
    return [word[:-3] + "y"] if word.endswith("ies") else [word[:-1]] if word.endswith("s") else []


def _modifies_noun(token: Token, named: frozenset[int]) -> bool:
    """A noun in front of another ("strike" in "strike group") names nothing by itself; before a name it does, and a plural seldom stands
    there."""
    if token.head.i in named:
        return False
    if token.i and token.nbor(-1).text == "-" and token.i + 1 < len(token.doc) and token.nbor(1).pos_ == "NOUN":
        return True
    plural = token.tag_ in {"NNS", "NNPS"} or token.lower_.endswith("s")
    return token.dep_ == "compound" and not plural and token.head.i > token.i and token.head.pos_ in {"NOUN", "PROPN"}


def _modifiers(token: Token, first: int, named: frozenset[int]) -> Iterator[Modifier]:
    """Words in front of a noun that belong to its phrase, nearest first."""
    doc, lowest = token.doc, max(token.sent.start, first - _REACH)
    at = first - 1
    while at >= lowest:
        word = doc[at]
        if at not in named and word.text not in {",", "-", "–"}:
            if not _stands_before_noun(word, at == first - 1):
                return
            begin = _begin(doc, at, lowest)
            text = doc[begin : at + 1].text.lower()
            yield Modifier(begin, text, word.lemma_.lower() if begin == at else text)
            at = begin
        at -= 1


def _stands_before_noun(word: Token, adjacent: bool) -> bool:
    """Whether a word can belong to the noun phrase behind it: finite verbs and subjects cannot."""
    if word.pos_ not in _MODIFIER_TAGS or word.text.endswith(("'s", "’s")):
        return False
    if word.pos_ == "VERB":
        return word.dep_ in _ATTRIBUTES
    return word.pos_ not in {"NOUN", "PROPN"} or adjacent or word.dep_ in _ATTRIBUTES


def _begin(doc: Doc, at: int, lowest: int) -> int:
    """First token of a hyphenated word."""
    while at - 1 >= lowest and not doc[at - 1].whitespace_ and (doc[at - 1].text.endswith("-") or doc[at].text.startswith("-")):
        at -= 1
        if doc[at].text == "-" and at - 1 >= lowest and not doc[at - 1].whitespace_:
            at -= 1
    return at


def _behind(token: Token, lexicon: Lexicon, kind: str) -> Modifier | None:
    """A modifier behind a carrier: "men of resistance"."""
    doc = token.doc
    if token.i + 2 >= len(doc) or doc[token.i + 1].lower_ != "of":
        return None
    last = doc[token.i + 2]
    found = Modifier(last.i, last.lower_, last.lemma_.lower())
    return found if last.pos_ == "NOUN" and _word(found, True, kind, lexicon) is not None else None


def _word(modifier: Modifier, listed: bool, kind: str, lexicon: Lexicon) -> Word | None:
    """What the lexicon says of a modifier in front of a noun; classifying modifiers count before listed nouns of their kind only."""
    judgement = lexicon.judgements.get(modifier.text)
    if judgement is not None or not listed:
        return judgement
    word = lexicon.modifiers.get(modifier.text) or lexicon.modifiers.get(modifier.lemma)
    return word if word is not None and word.target_kind in {None, kind} else None


def _belongs(modifier: Modifier, kind: str, lexicon: Lexicon) -> bool:
    """Whether a modifier of a head is part of the label: it evaluates, or it is a label by itself ("rebel fighters")."""
    word = _word(modifier, True, kind, lexicon)
    return word is not None and (word.evaluation != "neutral" or modifier.text in lexicon.heads)


def _class(entry: str, alone: Word | None, modifiers: list[Modifier], lexicon: Lexicon, kind: str) -> tuple[str, str | None]:
    """Class of the whole label and the word that decides it: blame before praise before neither, the nearest word first."""
    voices: list[tuple[str, str | None]] = [(entry, alone.evaluation)] if alone else []
    for modifier in modifiers:
        word = _word(modifier, True, kind, lexicon)
        voices.append((modifier.text, word.evaluation if word else None))
    for wanted in ("unfavourable", "favourable"):
        for said, evaluation in voices:
            if evaluation == wanted:
                return wanted, said
    return "neutral", voices[0][0]
