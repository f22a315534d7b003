"""The reliability of confidence as tables: what it said, and what was right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from drawdown.pages import markdown as md

PREFIX = "confidence on "

Measure = Mapping[str, Any]


def tables(scores: Mapping[str, Mapping[str, Measure]]) -> str:
    """A table for each set of pages, with the figures that sum it up below."""
    parts = {name.removeprefix(PREFIX): measures for name, measures in scores.items() if name.startswith(PREFIX) and measures}
    if not parts:
        return "Not measured for these tables.\n"
    return "\n".join(_part(name, measures) for name, measures in parts.items())


def _part(name: str, measures: Mapping[str, Measure]) -> str:
    bins = [
        [bin_, f"{row['gold']:,}", f"{row['mean']:.3f}", f"{row['value']:.3f}", f"{row['low']:.3f} to {row['high']:.3f}"]
        for bin_, row in measures.items()
        if "mean" in row
    ]
    rest = "; ".join(f"{what} {_figure(row)}" for what, row in measures.items() if "mean" not in row)
    head = ["confidence", "event mentions", "as forecast", "share right", "95 % interval"]
    return f"**{name[0].upper()}{name[1:]}**\n\n{md.table(head, bins, align=' rrrr')}\n{rest}.\n"


def _figure(row: Measure) -> str:
    interval = "" if row["low"] is None else f" ({row['low']:.3f} to {row['high']:.3f}, {row['gold']:,} judged)"
    return f"{row['value']:.3f}{interval}"
