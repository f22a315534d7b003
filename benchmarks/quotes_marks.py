"""Quotations beside the simplest finder there is, on PolNeAR: what stands between a pair of marks, said by the nearest name.

    python benchmarks/quotes_marks.py FOLDER

FOLDER holds texts and brat annotations (``drawdown.sets.polnear``). The names are our own mentions of persons and organisations. What the
figures mean is told at ``drawdown.sets.polnear.judge``; intervals: bootstrap over texts, 95 %.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path

from drawdown.sets import coding, polnear
from drawdown.sets.coding import Row
from drawdown.sets.polnear import Found

PAIR = re.compile(r"[“\"]([^“”\"\n]{5,}?)[”\"]")
NAMED = {"person", "organisation"}


def main() -> None:
    records = polnear.read(Path(sys.argv[1]))
    coded = coding.code([coding.Text(one.text) for one in records])
    ours = [[Found(row["start"], row["end"], row["speaker_text"]) for row in rows] for rows in coded.rows("quotes")]
    plain = [between_marks(one.text, rows) for one, rows in zip(records, coded.rows("mentions"), strict=True)]
    for name, told in (("drawdown", ours), ("pairs of marks and the nearest name", plain)):
        print(f"{name}, {len(records)} texts")
        for measure, figure in polnear.judge(records, told).items():
            sides = f"  P {figure.precision:.3f}  R {figure.recall:.3f}" if figure.precision is not None else ""
            print(f"  {measure:40} {figure.value:.3f} [{figure.low:.3f}, {figure.high:.3f}]  of {figure.gold}{sides}")


def between_marks(text: str, mentions: Sequence[Row]) -> list[Found]:
    """Everything between marks, with the name that stands nearest to it."""
    names = [row for row in mentions if row["kind"] in NAMED and row["method"] not in {"pronoun", "nominal"}]
    found = []
    for pair in PAIR.finditer(text):
        nearest = min(names, key=lambda row: min(abs(row["start"] - pair.end()), abs(row["end"] - pair.start())), default=None)
        found.append(Found(pair.start(1), pair.end(1), nearest["text"] if nearest else None))
    return found


if __name__ == "__main__":
    main()
