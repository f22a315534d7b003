"""The words of saying."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Token

from drawdown import knowledge
from drawdown.schemas.reference import abbreviations, speech_verbs, speech_words


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Verbs, nouns and adjectives of saying: lemma to (cue class, frame); ``stop`` matches the mark that ends a sentence, or a line.

    ``sets`` are the classes of `speech_words`; ``work`` matches a word before a title where a mark follows.
    """

    verbs: dict[str, tuple[str, str]]
    nouns: dict[str, tuple[str, str]]
    adjectives: dict[str, tuple[str, str]]
    addressees: dict[tuple[str, str], str]
    stop: re.Pattern[str]
    sets: dict[str, frozenset[str]]
    work: re.Pattern[str]

    def document(self, lemma: str) -> bool:
        """Whether a noun names a piece of speech or writing that can itself be said to say."""
        return self.nouns.get(lemma, ("", ""))[1] == "document"

    def addressee(self, word: Token) -> str | None:
        """How a word leads to whom it is said: `object`, or a preposition; None when it leads to nobody."""
        return self.addressees.get((word.lemma_.lower(), "verb" if word.pos_ in ("VERB", "AUX") else "noun"))

    def objects(self, dep: str) -> dict[str, tuple[str, str]]:
        """The words that a light verb says something with, by their relation to it: `made the claim`, `made it clear`."""
        return self.nouns if dep == "dobj" else self.adjectives if dep in ("ccomp", "acomp", "oprd") else {}


def read(folder: Path) -> Lexicon:
    """The lexicon from ``folder``: `speech_verbs.csv`, `abbreviations.csv` and `speech_words.csv`."""
    rows = knowledge.read(speech_verbs.TABLE, folder).select("lemma", "pos", "cue_class", "frame", "addressee").iter_rows()
    short, sets = knowledge.read(abbreviations.TABLE, folder)["word"], knowledge.classes(speech_words.TABLE, folder)
    words: dict[str, dict[str, tuple[str, str]]] = {"verb": {}, "noun": {}, "adjective": {}}
    addressees: dict[tuple[str, str], str] = {}
    for lemma, pos, cue_class, frame, addressee in rows:
        words[pos][lemma] = (cue_class, frame)
        if addressee:
            addressees[lemma, pos] = addressee
    unless = "".join(rf"(?<!\b{re.escape(word)}\.)" for word in sorted(short))
    stop = re.compile(rf"[.!?](?<!\b[A-Z]\.){unless}(?=(?:''|[\"\u201d\u2019)\]])?\s)|\n")
    work = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, sets['work'])))})\W{{1,4}}$", re.IGNORECASE)
    return Lexicon(words["verb"], words["noun"], words["adjective"], addressees, stop, sets, work)
