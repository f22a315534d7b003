"""The pages on which cleaning is measured: read for :mod:`run` and :mod:`headlines`."""

from __future__ import annotations

import gzip
from pathlib import Path

from drawdown.sets import files

REFERENCE = Path(__file__).parents[2] / "data" / "reference"


def read(folder: Path, limit: int = 0) -> list[dict[str, str]]:
    """The rows of ``pages.jsonl.gz``, or so many of them, each with the page itself as ``html``."""
    rows = [row for _, row in files.lines(folder / "pages.jsonl.gz")]
    return [
        row | {"html": gzip.decompress((folder / "html" / f"{row['id']}.html.gz").read_bytes()).decode("utf-8", "replace")}
        for row in rows[: limit or len(rows)]
    ]
