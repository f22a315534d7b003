"""How often the coder sees a political act in sentences that tell none (sport, weather, accidents, finance, everyday life).

    python benchmarks/events_offtopic.py [FILE]

FILE has one sentence a line; the default stands beside this script. All were made up.
"""

from __future__ import annotations

import sys
from pathlib import Path

from drawdown.event_mentions import coder, lexicon
from drawdown.event_mentions.page import Page
from drawdown.layout import bundled_reference
from drawdown.offsets import OffsetMap, Piece
from drawdown.params import Params
from drawdown.parses import pipeline


def main() -> None:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_suffix(".txt")
    nlp, words = pipeline.load(Params().parses.model), lexicon.read(bundled_reference())
    sentences = [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    wrong = 0
    for text in sentences:
        page = Page(
            "a_" + "0" * 16,
            text,
            OffsetMap([Piece(0, len(text), 0, "body")]),
            sentences=[{"sentence_id": "s_" + "0" * 20, "start": 0, "end": len(text)}],
        )
        events = coder.code(page, pipeline.parse(nlp, text), words).events
        wrong += bool(events)
        for event in events:
            print(f"{event['event_type']:9} {event['text']:12} {event['rule']:20} {text}")
    print(f"sentences with an event: {wrong} of {len(sentences)}")


if __name__ == "__main__":
    main()
