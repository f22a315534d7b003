"""Reading PLOVER gold standard records: events that people coded in news texts, as a JSON list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from drawdown import knowledge
from drawdown.layout import bundled_reference
from drawdown.schemas import vocabularies
from drawdown.schemas.reference import gsr_names
from drawdown.sets import files, markup

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor as the set codes it: its words, codes of country (ISO-3, or of an international actor) and sectors."""

    text: str
    countries: frozenset[str] = frozenset()
    sectors: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Event:
    """A coded event. ``event_type`` is None for a type that PLOVER 2.0 does not have; ``mode`` None where none is coded or it is not one of the type.

    Spans are half-open offsets in ``text``; ``deaths`` and ``injured`` are None where no whole number is given.
    """

    record_id: str
    text: str
    day: str | None
    event_type: str | None
    mode: str | None
    actors: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()
    location: str = ""
    deaths: int | None = None
    injured: int | None = None
    spans: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    """Where actors (``SRC``), recipients (``TAR``), trigger (``EVT``) and place (``LOC``) stand, as far as known."""


def read(path: Path) -> list[Event]:
    """A JSON list of records -> events; the first record, which documents the file, is left out.

    Old names of types and modes become present ones. KnowledgeError names file, record and remedy.
    """
    content = files.listed(path, "records")
    names = {(row["kind"], row["old"]): row["name"] for row in knowledge.read(gsr_names.TABLE, bundled_reference()).iter_rows(named=True)}
    return [_event(row, path, at, names) for at, row in enumerate(content, start=1) if not (at == 1 and _documents(row, names))]


def _documents(row: object, names: Mapping[tuple[str, str], str]) -> bool:
    """Whether a record holds descriptions of the fields: its event is no type."""
    return not isinstance(row, dict) or _type(row, names) is None


def _event(row: Any, path: Path, at: int, names: Mapping[tuple[str, str], str]) -> Event:
    if not isinstance(row, dict):
        raise files.bad_row(path, at, "not an object")
    marked = (row.get("textInfo") or {}).get("markup") if isinstance(row.get("textInfo"), dict) else None
    text, found = markup.unmarked(marked) if isinstance(marked, str) and marked.strip() else (str(row.get("text") or ""), {})
    if not any(map(str.isalnum, text)) or not str(row.get("event") or "").strip():
        raise files.bad_row(path, row.get("id") or at, "text or event is empty")
    actors = tuple(_actors(row.get("source")))
    recipients = actors if str(row.get("target")).strip().lower() == "same" else tuple(_actors(row.get("target")))
    event_type = _type(row, names)
    given = {"SRC": [one.text for one in actors], "TAR": [one.text for one in recipients], "EVT": _strings(row.get("eventText"))}
    return Event(
        str(row.get("id") or at),
        text,
        _day(row.get("date")),
        event_type,
        _mode(row, event_type, names),
        actors,
        recipients,
        ", ".join(_strings(row.get("eventLoc"))),
        _count(row.get("dead")),
        _count(row.get("injured")),
        {tag: tuple(found.get(tag) or _places(text, given.get(tag, []))) for tag in ("SRC", "TAR", "EVT", "LOC")},
    )


def _type(row: Mapping[str, Any], names: Mapping[tuple[str, str], str]) -> str | None:
    told = str(row.get("event") or "").strip().upper()
    event_type = names.get(("event", told), told)
    return event_type if event_type in vocabularies.event_types() else None


def _mode(row: Mapping[str, Any], event_type: str | None, names: Mapping[tuple[str, str], str]) -> str | None:
    for told in _strings(row.get("mode")):
        mode = names.get(("mode", told.lower()), told.lower())
        if f"{event_type}/{mode}" in vocabularies.mode_pairs():
            return mode
    return None


def _actors(value: object) -> Iterable[Actor]:
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            codes, sectors = _codes(one.get("code")), set(vocabularies.ontology()["sectors"])
            yield Actor(str(one.get("actorText") or ""), codes - sectors, _codes(one.get("sector")) | (codes & sectors))
        elif isinstance(one, str) and one.strip():
            yield Actor(one.strip())


def _codes(value: object) -> frozenset[str]:
    """Codes of three letters, also where several are written as one word (``IRQGOV``)."""
    words = (word for told in _strings(value) for word in re.findall(r"[A-Z]+", told.upper()))
    return frozenset(word[at : at + 3] for word in words if len(word) % 3 == 0 for at in range(0, len(word), 3))


def _strings(value: object) -> list[str]:
    """All strings in a value, whatever its form: the set writes one as it is, several as a list, a place also as an object."""
    if isinstance(value, str):
        return [value.strip()] if value.strip() else []
    if isinstance(value, dict):
        value = list(value.values())
    return [told for one in value for told in _strings(one)] if isinstance(value, list) else []


def _places(text: str, phrases: Iterable[str]) -> Iterable[Span]:
    """Where phrases first stand in a text, whatever their case."""
    for phrase in filter(None, phrases):
        if found := re.search(re.escape(phrase), text, re.IGNORECASE):
            yield found.span()


def _count(value: object) -> int | None:
    told = str(value).strip()
    return int(told) if told.isascii() and told.isdigit() else None


def _day(value: object) -> str | None:
    found = re.match(r"(\d{4})-?(\d\d)-?(\d\d)", str(value or ""))
    return "-".join(found.groups()) if found else None
