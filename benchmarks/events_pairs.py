"""The coder on sentences with a marked pair of actors (the PLV format), which users obtain themselves.

    python benchmarks/events_pairs.py FILE.tsv

Columns: sentence_id, sentence, marked_sentence (<s>..</s> source, <t>..</t> target), source, target, gold_quad, gold_root.
Prints precision, recall and F1 a root (YIELD = RETREAT or CONCEDE) and a quad class, their macro means, and the time.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from drawdown.event_mentions import lexicon, pair
from drawdown.layout import bundled_reference
from drawdown.params import Params
from drawdown.parses import pipeline
from drawdown.sets import plv

QUADS = {"verbal_cooperation": "1", "material_cooperation": "2", "verbal_conflict": "3", "material_conflict": "4", None: "0"}


def table(gold: list[str], told: list[str]) -> None:
    """Print a line a label, and the macro mean."""
    values = []
    for label in sorted(set(gold)):
        right = sum(a == b == label for a, b in zip(gold, told, strict=True))
        precision, recall = right / max(1, told.count(label)), right / gold.count(label)
        values.append(2 * precision * recall / max(1e-9, precision + recall))
        print(f"{label:10} P {precision:.2f}  R {recall:.2f}  F1 {values[-1]:.2f}  n {gold.count(label)}")
    accuracy = sum(a == b for a, b in zip(gold, told, strict=True)) / len(gold)
    print(f"{'macro F1':10} {sum(values) / len(values):.3f}  accuracy {accuracy:.3f}\n")


def main() -> None:
    nlp, words = pipeline.load(Params().parses.model), lexicon.read(bundled_reference())
    rows = plv.read(Path(sys.argv[1]))
    roots, quads, spent = [], [], 0.0
    for row in rows:
        doc = pipeline.parse(nlp, row.text)
        begun = time.perf_counter()
        best = pair.code_pair(doc, row.source, row.target, words)
        spent += time.perf_counter() - begun
        yields = best.event_type in {"RETREAT", "CONCEDE"}
        roots.append("YIELD" if yields else best.event_type or "NONE")
        quads.append("2" if yields else QUADS[best.quad_class])
    table([row.root for row in rows], roots)
    table([row.quad for row in rows], quads)
    print(f"coding without parsing: {1000 * spent / len(rows):.2f} ms a sentence")


if __name__ == "__main__":
    main()
