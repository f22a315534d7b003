"""What coding costs beside parsing: the full spaCy pipeline over a folder of texts, and our coder over its parses.

    python benchmarks/events_speed.py [FOLDER]

One core, one run; prints words and sentences a second, the share of coding, and peak memory.
"""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path

from drawdown.event_mentions import coder, lexicon
from drawdown.event_mentions.page import Page
from drawdown.layout import bundled_reference
from drawdown.offsets import OffsetMap, Piece
from drawdown.params import Params
from drawdown.parses import pipeline


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "data" / "raw"
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    nlp, words = pipeline.load(Params().parses.model), lexicon.read(bundled_reference())
    begun = time.perf_counter()
    docs = list(nlp.pipe(texts))
    parsed = time.perf_counter() - begun
    begun = time.perf_counter()
    events = 0
    for text, doc in zip(texts, docs, strict=True):
        spans = pipeline.sentence_spans(doc)
        sentences = [{"sentence_id": f"s_{at:020x}", "start": start, "end": end} for at, (start, end) in enumerate(spans)]
        page = Page("a_" + "0" * 16, text, OffsetMap([Piece(0, len(text), 0, "body")]), sentences=sentences)
        events += len(coder.code(page, doc, words).events)
    coded = time.perf_counter() - begun
    count, sentences_count = sum(len(text.split()) for text in texts), sum(len(list(doc.sents)) for doc in docs)
    print(f"{len(texts)} texts, {count} words, {sentences_count} sentences, {events} events")
    print(f"full spaCy pipeline (nlp.pipe): {parsed:.2f} s, {count / parsed:.0f} words/s")
    print(f"coding: {coded:.2f} s, {sentences_count / coded:.0f} sentences/s, {coded / parsed:.1%} of the pipeline's time")
    print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
