"""The scorecard as a figure: for each measure its value and interval on a line from 0 to 1, and the number of items."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from drawdown.pages import markdown as md
from drawdown.schemas import TABLES

Measure = Mapping[str, Any]


def figure(scores: Mapping[str, Mapping[str, Measure]]) -> str:
    """HTML that needs no script: a block a table, a row a measure."""
    if not scores:
        return "Not measured for these tables.\n"
    blocks = (_block(table, measures) for table, measures in scores.items() if measures)
    return "\n".join(['<div class="scores" markdown="0">', *blocks, "</div>", ""])


def _block(table: str, measures: Mapping[str, Measure]) -> str:
    head = '<div class="score score-head"><span></span><span>0 to 1</span><span>value, 95 % interval</span><span>items</span></div>'
    rows = (_row(name, measure) for name, measure in measures.items())
    return "\n".join([f'<figure class="scored"><figcaption>{md.cell(_title(table))}</figcaption>', head, *rows, "</figure>"])


def _title(table: str) -> str:
    """The title of a table, also of a part of one ("event_mentions by type")."""
    name, by, part = table.partition(" by ")
    return (TABLES[name].title if name in TABLES else name) + (f", by {part}" if by else "")


def _row(name: str, measure: Measure) -> str:
    value, low, high = (measure.get(key) for key in ("value", "low", "high"))
    told = "not measured" if value is None else f"<strong>{value:.3f}</strong>"
    if low is not None and high is not None:
        told += f" {low:.3f} to {high:.3f}"
    kind = str(measure["measure"])
    if measure.get("precision") is not None and measure.get("recall") is not None:
        kind += f", P {measure['precision']:.3f}, R {measure['recall']:.3f}"
    return (
        f'<div class="score"><span>{md.cell(name)} <small>{md.cell(kind)}</small></span>'
        f'<span class="score-line">{_line(value, low, high)}</span><span>{told}</span><span>{measure["gold"]:,}</span></div>'
    )


def _line(value: float | None, low: float | None, high: float | None) -> str:
    band = (
        ""
        if low is None or high is None
        else f'<span class="score-band" style="left:{100 * low:.1f}%;width:{100 * (high - low):.1f}%"></span>'
    )
    return band + ("" if value is None else f'<span class="score-dot" style="left:{100 * value:.1f}%"></span>')
