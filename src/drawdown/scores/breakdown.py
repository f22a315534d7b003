"""Event mentions scored apart, type by type and publisher by publisher."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from drawdown.scores import cards
from drawdown.scores.cards import Measures, Where
from drawdown.scores.matching import Row

PREFIX = "event_mentions by "
"""How the names of these parts of the scorecard begin; they are no part of ``metrics.json`` and have no floors."""

FIELDS = {"realis": "realis, where matched", "actors": "actors, where matched", "recipients": "recipients, where matched"}


def parts(gold: Sequence[Row], found: Sequence[Row], publishers: Mapping[str, str], where: Where) -> dict[str, Measures]:
    """Both breakdowns; ``publishers`` maps the path of a page to its publisher."""
    return {
        f"{PREFIX}type": by(gold, found, lambda row: str(row["event_type"]), where),
        f"{PREFIX}publisher": by(gold, found, lambda row: publishers.get(row["path"], "unknown"), where),
    }


def by(gold: Sequence[Row], found: Sequence[Row], key: Callable[[Row], str], where: Where) -> Measures:
    """A measure a group: F1 of type and trigger, with the values of ``FIELDS`` on its matched mentions (None: none matched)."""
    groups = sorted({key(row) for row in (*gold, *found)})
    measures: Measures = {}
    for group in groups:
        expected, reported = ([row for row in rows if key(row) == group] for rows in (gold, found))
        scored = cards.event_mentions(expected, reported, where)
        measures[group] = scored["type and trigger"] | {field: scored[name]["value"] for field, name in FIELDS.items()}
    return measures
