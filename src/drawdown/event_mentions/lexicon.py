"""The coder's knowledge, read once from ``data/reference`` and never changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from drawdown import calibration, knowledge
from drawdown.schemas import vocabularies
from drawdown.schemas.reference import actor_nouns, compositions, numerals, predicates, states, time_words, word_classes

HUMAN = frozenset({"person", "armed_group"})
"""Kinds of the nouns for actors that make up the class ``human``, with the class ``people``."""


PUBLIC = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY", "REB", "PRM", "PTY", "OPP", "UAF", "REL", "SOC", "REF", "LAB", "AGR"})
"""Sectors of the nouns for actors that belong to the class ``political``."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """One row of ``predicates``."""

    rule: str
    lemma: str
    pos: str
    particle: str | None
    object_class: str | None
    compound: str | None
    operator: str | None
    event_type: str | None
    mode: str | None
    frame: str
    confidence: float

    @property
    def conditions(self) -> tuple[int, str]:
        """Sort key: rows with more conditions first, then by rule id."""
        return -(2 * bool(self.object_class) + 2 * bool(self.compound) + bool(self.particle)), self.rule


@dataclass(frozen=True, slots=True)
class Composition:
    """What an operator makes of an act."""

    event_type: str
    mode: str | None
    content_realis: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Predicates by lemma and part of speech (most conditions first), word classes, compositions, ontology, number words,
    and the cells of confidence."""

    predicates: dict[tuple[str, str], tuple[Predicate, ...]]
    classes: dict[str, frozenset[str]]
    compositions: dict[tuple[str, str, str | None], Composition]
    quads: dict[str, str]
    scores: dict[tuple[str, str | None], float]
    numerals: dict[str, tuple[int, str]]
    cells: calibration.Cells
    states: frozenset[str]
    """Places that are a state."""

    def has(self, name: str, *lemmas: str) -> bool:
        """Whether any of the lemmas belongs to a word class."""
        return not self.classes[name].isdisjoint(lemmas)

    def has_any(self, names: Iterable[str], *lemmas: str) -> bool:
        """Whether any of the lemmas belongs to any of some word classes."""
        return any(self.has(name, *lemmas) for name in names)

    def compose(self, operator: str, event_type: str, mode: str | None) -> Composition | None:
        """What the operator makes of an act: the row of its mode, else of its type, else of any type."""
        table = self.compositions
        return table.get((operator, event_type, mode)) or table.get((operator, event_type, None)) or table.get((operator, "*", None))


@cache
def read(folder: Path) -> Lexicon:
    """The lexicon in a folder of reference data; errors of its files name row and remedy."""
    rows: dict[tuple[str, str], list[Predicate]] = {}
    for row in knowledge.read(predicates.TABLE, folder).iter_rows(named=True):
        rows.setdefault((row["lemma"], row["pos"]), []).append(Predicate(**row))
    classes = knowledge.classes(word_classes.TABLE, folder)
    classes["weekday"] = frozenset(word.lower() for word in knowledge.classes(time_words.TABLE, folder)["weekday"])
    nouns = knowledge.read(actor_nouns.TABLE, folder).select("noun", "kind", "sector").rows()
    classes["human"] = classes["people"] | {noun for noun, kind, _ in nouns if kind in HUMAN}
    classes["political"] |= {noun for noun, _, sector in nouns if sector in PUBLIC} - classes["private"]
    composed = {
        (row["operator"], row["content_type"], row["content_mode"]): Composition(
            row["event_type"], row["mode"], row["content_realis"], row["reason"]
        )
        for row in knowledge.read(compositions.TABLE, folder).iter_rows(named=True)
    }
    events: list[dict[str, Any]] = vocabularies.ontology()["events"]
    return Lexicon(
        {key: tuple(sorted(found, key=lambda predicate: predicate.conditions)) for key, found in rows.items()},
        classes,
        composed,
        {event["event"]: event["quad"] for event in events},
        {(event["event"], None): event["score"] for event in events}
        | {(event["event"], mode["mode"]): mode["score"] for event in events for mode in event["modes"]},
        {word: (value, kind) for word, value, kind in knowledge.read(numerals.TABLE, folder).iter_rows()},
        calibration.read(folder),
        frozenset(knowledge.read(states.TABLE, folder)["entity_id"]),
    )
