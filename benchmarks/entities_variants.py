"""How alike two spellings must be to be one actor: precision and recall at thresholds, on pairs of names of the registry.

    python benchmarks/entities_variants.py

Pairs: two names of several words of one person of the registry (its transliterations), against names of two different
persons. The states' leaders and the groups are left out, as their aliases are translations, not spellings. Compared: the
transliteration key being the same, and rapidfuzz over the folded names and over the keys.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

from rapidfuzz import fuzz

from drawdown import knowledge
from drawdown.entities import variants
from drawdown.entities.folding import fold, key, lower
from drawdown.layout import bundled_reference
from drawdown.schemas.reference import actors, names

THRESHOLDS = (80, 84, 88, 90, 92, 94, 96)


def pairs() -> list[tuple[str, str, bool]]:
    """Two names of persons, and whether they are of one person."""
    folder = bundled_reference()
    people = set(knowledge.read(actors.TABLE, folder).filter(kind="person")["entity_id"])
    rows = knowledge.read(names.TABLE, folder).select("name", "entity_id", "kind").rows()
    listed = sorted({(name, who) for name, who, kind in rows if who in people and kind in ("name", "alias") and " " in name})
    return [(a, b, x == y) for (a, x), (b, y) in combinations(listed, 2)]


def report(name: str, found: list[bool], gold: list[bool]) -> None:
    """One line: precision, recall, F1."""
    both = sum(f and g for f, g in zip(found, gold, strict=True))
    precision, recall = both / max(1, sum(found)), both / sum(gold)
    f1 = 2 * precision * recall / (precision + recall) if both else 0.0
    print(f"{name:44} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")


def main() -> None:
    """Measure every way at every threshold."""
    listed = pairs()
    gold = [same for *_, same in listed]
    print(f"{sum(gold)} pairs of one person, {len(gold) - sum(gold)} of two")
    report("same transliteration key", [key(a) == key(b) for a, b, _ in listed], gold)
    ways: dict[str, Callable[[str], str]] = {"folded names": lambda name: lower(fold(name)), "keys": key}
    for way, change in ways.items():
        for threshold in THRESHOLDS:
            report(f"rapidfuzz ratio of {way} >= {threshold}", [fuzz.ratio(change(a), change(b)) >= threshold for a, b, _ in listed], gold)
    report("as used (drawdown.entities.variants)", [variants.alike(a, b) for a, b, _ in listed], gold)


if __name__ == "__main__":
    main()
