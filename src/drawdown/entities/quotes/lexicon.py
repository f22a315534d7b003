"""The words of saying."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from drawdown import knowledge
from drawdown.schemas.reference.speech_verbs import TABLE


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Verbs and nouns of saying: lemma to (cue class, frame)."""

    verbs: dict[str, tuple[str, str]]
    nouns: dict[str, tuple[str, str]]

    def document(self, lemma: str) -> bool:
        """Whether a noun names a piece of speech or writing that can itself be said to say."""
        return self.nouns.get(lemma, ("", ""))[1] == "document"


def read(folder: Path) -> Lexicon:
    """The lexicon from ``folder/speech_verbs.csv``."""
    return build(knowledge.read(TABLE, folder).select("lemma", "pos", "cue_class", "frame").iter_rows())


def build(rows: Iterable[tuple[str, str, str, str]]) -> Lexicon:
    """A lexicon from rows of (lemma, pos, cue class, frame)."""
    verbs: dict[str, tuple[str, str]] = {}
    nouns: dict[str, tuple[str, str]] = {}
    for lemma, pos, cue_class, frame in rows:
        (verbs if pos == "verb" else nouns)[lemma] = (cue_class, frame)
    return Lexicon(verbs, nouns)
