"""Labels in a parsed article: the words that name armed actors and violent acts, or praise and blame."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

import polars as pl
from spacy.tokens import Doc, Token

Span = tuple[int, int]

_MODIFIER_TAGS = {"ADJ", "NOUN", "PROPN", "VERB", "ADV", "NUM", "PART", "X"}
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

    @classmethod
    def of(cls, table: pl.DataFrame) -> Lexicon:
        """The lexicon from the reference table ``labels``."""
        roles: dict[str, dict[str, Word]] = {"head": {}, "carrier": {}, "modifier": {}, "judgement": {}}
        for entry, role, evaluation, kind in table.select("entry", "role", "evaluation", "target_kind").iter_rows():
            roles[role][entry] = Word(evaluation, kind)
        return cls(roles["head"], roles["carrier"], roles["modifier"], roles["judgement"])


@dataclass(frozen=True, slots=True)
class Label:
    """One label: its span in the article, the entry that classes it, and the token that carries it."""

    start: int
    end: int
    head: str
    evaluation: str
    target_kind: str
    token: int


def find(doc: Doc, lexicon: Lexicon, names: Collection[Span]) -> Iterator[Label]:
    """Labels of one article in order; ``names`` are spans of proper names, which are never labels."""
    named = _inside(doc, names)
    for token in doc:
        if token.i in named:
            continue
        label = _noun(token, lexicon, named) or _predicate(token, lexicon)
        if label is not None:
            yield label


def _inside(doc: Doc, spans: Collection[Span]) -> frozenset[int]:
    """Tokens inside any of the spans."""
    characters = {offset for start, end in spans for offset in range(start, end)}
    return frozenset(token.i for token in doc if token.idx in characters)


def _noun(token: Token, lexicon: Lexicon, named: frozenset[int]) -> Label | None:
    """A head or carrier with its modifiers, or any noun that a judgement stands before."""
    if token.pos_ not in {"NOUN", "PROPN"} or _modifies_noun(token):
        return None
    entry, first = _entry(token, lexicon)
    word = lexicon.heads.get(entry) or lexicon.carriers.get(entry)
    kind = (word.target_kind if word else None) or "entity"
    modifiers = [found for found in _modifiers(token, first, named) if _applies(found, word is not None, kind, lexicon)]
    if entry not in lexicon.heads and not modifiers:
        return None
    start = doc_start = min([first, *(found.i for found in modifiers)])
    text = token.doc[doc_start : token.i + 1]
    if "\n" in text.text:
        start, modifiers = first, []
        if entry not in lexicon.heads:
            return None
    evaluation, deciding = _class(entry, modifiers, lexicon)
    said = entry if deciding is None or deciding == entry else f"{deciding} {entry}"
    return Label(token.doc[start].idx, token.idx + len(token.text), said, evaluation, kind, token.i)


def _predicate(token: Token, lexicon: Lexicon) -> Label | None:
    """A judgement that is said of a subject: "the attack was cowardly"."""
    word = lexicon.judgements.get(token.lower_)
    if word is None or token.dep_ not in {"acomp", "oprd"} or word.evaluation is None:
        return None
    return Label(token.idx, token.idx + len(token.text), token.lower_, word.evaluation, word.target_kind or "entity", token.i)


def _entry(token: Token, lexicon: Lexicon) -> tuple[str, int]:
    """The longest entry that ends in a noun, and the token where it begins."""
    lemma = token.lemma_.lower()
    for length in (2, 1):
        first = token.i - length
        if first >= token.sent.start:
            entry = " ".join([*(part.lower_ for part in token.doc[first : token.i]), lemma])
            if entry in lexicon.heads:
                return entry, first
    return (lemma if lemma in lexicon.heads or lemma in lexicon.carriers else token.lower_), token.i


def _modifies_noun(token: Token) -> bool:
    """A noun in front of another ("strike" in "strike group") names nothing by itself."""
    return token.dep_ == "compound" and token.head.i > token.i and token.head.pos_ in {"NOUN", "PROPN"}


def _modifiers(token: Token, first: int, named: frozenset[int]) -> Iterator[Token]:
    """Words in front of a noun that belong to its phrase, nearest first."""
    for at in range(first - 1, max(token.sent.start, first - _REACH) - 1, -1):
        before = token.doc[at]
        if at in named or before.text in {",", "-", "–"}:
            continue
        if before.pos_ not in _MODIFIER_TAGS or before.text.endswith(("'s", "’s")):
            return
        yield before


def _applies(token: Token, listed: bool, kind: str, lexicon: Lexicon) -> bool:
    if token.lower_ in lexicon.judgements:
        return True
    word = lexicon.modifiers.get(token.lower_) or lexicon.modifiers.get(token.lemma_.lower())
    return listed and word is not None and word.target_kind in {None, kind}


def _class(entry: str, modifiers: list[Token], lexicon: Lexicon) -> tuple[str, str | None]:
    """Class of the whole label and the word that decides it: blame before praise before neither, the nearest word first."""
    voices = [(entry, lexicon.heads[entry].evaluation)] if entry in lexicon.heads else []
    for token in modifiers:
        word = lexicon.judgements.get(token.lower_) or lexicon.modifiers.get(token.lower_) or lexicon.modifiers[token.lemma_.lower()]
        voices.append((token.lower_, word.evaluation))
    for wanted in ("unfavourable", "favourable"):
        for said, evaluation in voices:
            if evaluation == wanted:
                return wanted, said
    return "neutral", voices[0][0]
