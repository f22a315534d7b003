"""Printing the scorecard of a checkout."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typer
import yaml

from drawdown.cli import stages
from drawdown.errors import KnowledgeError
from drawdown.scores import breakdown, reliability
from drawdown.scores import stage as scoring
from drawdown.sets import catalogue

HEADER = ["what (measure)", "value", "95 % interval", "P", "R", "gold", "found", "floor"]

APART = {breakdown.PREFIX: list(breakdown.FIELDS), reliability.PREFIX: ["mean"]}
"""Columns of the parts that have no floors."""


def scorecard() -> None:
    """Compare the tables of this checkout with its gold and print every figure; nothing is written, no floor is held."""
    layout = stages.project()
    if layout.gold is None or not layout.gold.is_dir():
        raise KnowledgeError("there is no gold to score against", remedy="run in a checkout that has data/gold")
    typer.echo(render(scoring.compare(layout, layout.gold), _floors(layout.gold / "floors.yaml")))


def public_set(name: str, path: Path) -> None:
    """Print the figures on a public test set (:mod:`drawdown.sets.catalogue`)."""
    typer.echo(render({name: {what: figure.row() for what, figure in catalogue.score(name, path).items()}}, {}))


def render(scores: Mapping[str, Mapping[str, Mapping[str, Any]]], floors: Mapping[str, Mapping[str, float]]) -> str:
    """The scorecard as text, a block a table."""
    blocks = []
    for table, measures in scores.items():
        apart = next((columns for prefix, columns in APART.items() if table.startswith(prefix)), [])
        header = [*HEADER[:-1], *apart] if apart else HEADER
        rows = [
            _cells(name, measure) + ([_number(measure.get(f)) for f in apart] if apart else [_number(floors.get(table, {}).get(name))])
            for name, measure in measures.items()
        ]
        blocks.append(f"{table}\n{_align([header, *rows])}")
    return "\n\n".join(blocks)


def _cells(name: str, measure: Mapping[str, Any]) -> list[str]:
    interval = "" if measure.get("low") is None else f"{measure['low']:.3f}-{measure['high']:.3f}"
    ratios = [_number(measure.get(key)) for key in ("precision", "recall")]
    return [
        f"{name} ({measure['measure']})",
        _number(measure["value"]),
        interval,
        *ratios,
        str(measure["gold"]),
        str(measure.get("found", "")),
    ]


def _align(rows: list[list[str]]) -> str:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join([row[0].ljust(widths[0]), *(c.rjust(w) for c, w in zip(row[1:], widths[1:], strict=True))]) for row in rows]
    return "\n".join(f"  {line.rstrip()}" for line in lines)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def _floors(path: Path) -> dict[str, dict[str, float]]:
    return yaml.safe_load(path.read_text(encoding="utf-8")) or {} if path.is_file() else {}
