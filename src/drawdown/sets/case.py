"""CASE-2021 task 2: snippets of news with an ACLED-like sub-event type."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from drawdown import knowledge
from drawdown.layout import bundled_reference
from drawdown.schemas.reference import case_labels, crosswalk_acled
from drawdown.sets import coding, files
from drawdown.sets import figures as measured
from drawdown.sets.coding import Act
from drawdown.sets.figures import Figures

COLUMNS = ("id", "EventSnippet", "SubType")
NONE, OTHER = "no event", "another event"


@dataclass(frozen=True, slots=True)
class Snippet:
    """A snippet and its sub-event type as the set writes it (``ARMED_CLASH``, ``PEACE_PROTEST`` ...)."""

    snippet_id: str
    text: str
    sub_type: str


@dataclass(frozen=True, slots=True)
class Label:
    """A sub-event type: whether an event coder should find it, and the PLOVER type and mode nearest to it (None: there is none)."""

    political: bool
    act: Act | None


def read(path: Path) -> list[Snippet]:
    """Tab-separated with a header -> snippets; KnowledgeError names file and row."""
    return [_snippet(row, path, number) for number, row in files.tabbed(path, COLUMNS)]


def figures(records: list[Snippet]) -> Figures:
    """How often the main event of a snippet has the PLOVER type and mode of its label, and how often one without politics has none.

    Sub-event types that PLOVER does not tell apart (a clash, an attack) count as one; those that it has no type for are judged by
    whether any event is found, and a label that nobody described is left out and counted.
    """
    known = labels(bundled_reference())
    told = coding.code([coding.Text(one.text) for one in records]).rows("event_mentions")
    found = [(known.get(_plain(one.sub_type)), rows) for one, rows in zip(records, told, strict=True)]
    coded = [(label.act, rows) for label, rows in found if label and label.act]
    acts = {act for act, _ in coded}
    gold, main = [_name(act) for act, _ in coded], [_nearest(rows, acts) for _, rows in coded]
    types = [act[0] for act, _ in coded], [_type(coding.main(rows)) for _, rows in coded]
    return {
        "label is known": measured.share([label is not None for label, _ in found]),
        "political snippets with an event": measured.share([bool(rows) for label, rows in found if label and label.political]),
        "other snippets without an event": measured.share([not rows for label, rows in found if label and not label.political]),
        "type and mode among the events": measured.share([any(_is(row, act) for row in rows) for act, rows in coded]),
        "type of the main event": measured.share([one == other for one, other in zip(*types, strict=True)]),
        "type of the main event, mean of types": measured.macro_f1(*types),
        "type and mode of the main event": measured.share([one == other for one, other in zip(gold, main, strict=True)]),
        "type and mode of the main event, mean": measured.macro_f1(gold, main),
        **measured.by_label(gold, main),
    }


def labels(reference: Path) -> Mapping[str, Label]:
    """The sub-event types by their label, and by the name that ACLED itself gives them (both in capitals, words joined by ``_``)."""
    crosswalk = knowledge.read(crosswalk_acled.TABLE, reference).iter_rows(named=True)
    acts = {row["acled_sub_type"]: (row["event_type"], row["mode"]) if row["event_type"] else None for row in crosswalk}
    by_name = {_plain(name): Label(True, act) for name, act in acts.items()}
    own = knowledge.read(case_labels.TABLE, reference).iter_rows(named=True)
    return by_name | {row["label"]: Label(row["political"], acts[row["acled_sub_type"]] if row["acled_sub_type"] else None) for row in own}


def _snippet(row: dict[str, str], path: Path, number: int) -> Snippet:
    identifier, text, sub_type = (row[name] for name in COLUMNS)
    if not (identifier and any(map(str.isalnum, text)) and sub_type):
        raise files.bad_row(path, number, "id, EventSnippet or SubType is empty")
    return Snippet(identifier, text, sub_type)


def _plain(label: str) -> str:
    return re.sub(r"[^A-Z]+", "_", label.upper()).strip("_")


def _is(row: coding.Row, act: Act) -> bool:
    return row["event_type"] == act[0] and act[1] in {None, row["mode"]}


def _nearest(rows: Sequence[coding.Row], acts: Iterable[Act]) -> str:
    """The main event in the words of the labels: its type and mode, or its type alone where no label has the mode."""
    row = coding.main(rows)
    if row is None:
        return NONE
    exact = (row["event_type"], row["mode"])
    return next((_name(act) for act in (exact, (exact[0], None)) if act in acts), OTHER)


def _type(row: coding.Row | None) -> str:
    return row["event_type"] if row else NONE


def _name(act: Act) -> str:
    return "/".join(filter(None, act))
