"""Confidence of event mentions from the judgements of unseen news: ``data/gold/confidence_judgements.csv`` -> ``data/reference/confidence.csv``.

    python benchmarks/confidence.py --check    # whether the counts are those of the judgements
    python benchmarks/confidence.py --write    # bring them up to date; the cells stay as the file has them
    python benchmarks/confidence.py --plv FILE # a test that has no part in the fit: 260 sentences of PLV, drawn with a fixed seed

``--write`` changes counts and confidence alone: to try other cells, edit ``told`` and ``prior_from`` in the file, write, and compare the
reliability in the scorecard (`dvc repro`). ``--plv`` prints, by confidence, how many event mentions between the marked actors have the
annotated root (RETREAT and CONCEDE are one).
"""

from __future__ import annotations

import csv
import io as text_io
import random
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from pathlib import Path

from drawdown import calibration, io, knowledge
from drawdown.schemas.gold import GOLD
from drawdown.scores import reliability
from drawdown.sets import coding, plv

ROOT = Path(__file__).parent.parent
REFERENCE = ROOT / "data" / "reference"
TARGET = REFERENCE / "confidence.csv"


def fitted() -> str:
    """The table as it should be."""
    judged = knowledge.read(GOLD["confidence_judgements"], ROOT / "data" / "gold").iter_rows(named=True)
    known = [calibration.Judged(**{field.name: row[field.name] for field in fields(calibration.Judged)}) for row in judged]
    target = text_io.StringIO()
    writer = csv.DictWriter(target, [field.name for field in fields(calibration.Cell)], lineterminator="\n")
    writer.writeheader()
    writer.writerows(asdict(cell) | {"prior_from": f"{cell.prior_from:g}"} for cell in calibration.fit(calibration.read(REFERENCE), known))
    return target.getvalue()


def between(sentence: plv.Sentence, people: Sequence[Mapping[str, object]]) -> bool:
    """Whether the marked source acts and the marked target takes part."""

    def has(marked: tuple[int, int] | None, *roles: str) -> bool:
        spans = [(int(str(one["start"])), int(str(one["end"]))) for one in people if one["role"] in roles]
        return marked is not None and any(start < marked[1] and marked[0] < end for start, end in spans)

    return has(sentence.source, "actor") and has(sentence.target, "actor", "recipient")


def on_plv(path: Path, size: int = 260, seed: int = 3) -> str:
    """A line for each confidence: event mentions, and the share of the annotated root."""
    sentences = random.Random(seed).sample([one for one in plv.read(path) if one.source and one.target], size)
    coded = coding.code([coding.Text(one.text) for one in sentences])
    forecasts = []
    for sentence, events, people in zip(sentences, coded.rows("event_mentions"), coded.rows("participants"), strict=True):
        for event in events:
            root = plv.YIELD if event["event_type"] in {"RETREAT", "CONCEDE"} else event["event_type"]
            if between(sentence, [one for one in people if one["event_mention_id"] == event["event_mention_id"]]):
                forecasts.append((event["confidence"], event["confidence"], root == sentence.root))
    return "\n".join(f"{name}: {row['value']} of {row['gold']}" for name, row in reliability.reliability(forecasts).items())


def main() -> None:
    if "--plv" in sys.argv:
        print(on_plv(Path(sys.argv[sys.argv.index("--plv") + 1])))
        return
    if "--write" in sys.argv:
        io.write_text(TARGET, fitted())
    elif TARGET.read_text(encoding="utf-8") != fitted():
        sys.exit(f"{TARGET} is not what the judgements give: run python benchmarks/confidence.py --write")


if __name__ == "__main__":
    main()
