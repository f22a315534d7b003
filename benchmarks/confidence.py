"""Confidence of event mentions from the judgements of unseen news: ``data/gold/confidence_judgements.csv`` -> ``data/reference/confidence.csv``.

    python benchmarks/confidence.py --check    # whether the counts are those of the judgements
    python benchmarks/confidence.py --write    # bring them up to date; the cells stay as the file has them

``--write`` changes counts and confidence alone: to try other cells, edit ``told`` and ``prior_from`` in the file, write, and compare the
reliability in the scorecard (`dvc repro`).
"""

from __future__ import annotations

import csv
import io as text_io
import sys
from dataclasses import asdict, fields
from pathlib import Path

from drawdown import calibration, io, knowledge
from drawdown.schemas.gold import GOLD

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


def main() -> None:
    if "--write" in sys.argv:
        io.write_text(TARGET, fitted())
    elif TARGET.read_text(encoding="utf-8") != fitted():
        sys.exit(f"{TARGET} is not what the judgements give: run python benchmarks/confidence.py --write")


if __name__ == "__main__":
    main()
