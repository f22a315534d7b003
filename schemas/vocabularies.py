"""Closed vocabularies of the published tables. Those of the event ontology are read from ``plover.json``."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

PARTS = ("title", "subtitle", "dateline", "body", "caption")
"""Roles whose blocks make up ``articles.text``."""

HEADLINES = ("title", "subtitle")
"""Parts that stand above the running text."""

ROLES = (
    *PARTS,
    "byline",
    "credit",
    "inset",
    "related",
    "tag",
    "section",
    "publisher",
    "clock",
    "url",
    "footnote",
    "disclaimer",
    "boilerplate",
)
"""What a block of a page is there for."""

MEDIA_TYPES = ("text/plain", "text/html", "application/octet-stream")
PUBLISHED_BASES = ("header_clock", "url", "meta", "sources", "none")
MENTION_KINDS = (
    "person",
    "armed_group",
    "organisation",
    "government",
    "state",
    "place",
    "facility",
    "media",
    "nationality",
    "event",
)
MENTION_METHODS = ("registry", "gazetteer", "model", "nominal", "pronoun")
DATE_PRECISIONS = ("day", "month", "season", "year", "decade", "range", "unknown")
DATE_BASES = ("stated", "relative", "document", "inferred", "unknown")
PLACE_KINDS = ("country", "province", "city", "village", "facility", "region", "water")
PLACE_PRECISIONS = ("point", "city", "province", "country", "region")
QUOTE_KINDS = ("direct", "partial", "indirect")
CUE_CLASSES = ("say", "claim", "deny", "threaten", "demand", "accuse", "promise", "praise", "ask")
REALIS = ("asserted", "historical", "alleged", "planned", "conditional", "negated")
DONE = ("asserted", "historical", "alleged")
"""Realis of acts that are told as done, whoever vouches for it."""

CONTENT_REALIS = ("threatened", "demanded", "planned", "conditional", "alleged", "negated")
TENSES = ("past", "present", "future", "none")
TOLD = ("done", "other")
"""Whether a finite clause tells an act as done: what confidence is estimated apart for."""

MISTAKES = ("topic", "repeated", "same", "content", "state", "sense", "type")
"""Why a judged event mention is wrong; `data/gold/README.md` says what each means."""

PARTICIPANT_ROLES = ("actor", "recipient", "location", "time", "instrument", "theme")
EVENT_REALIS = (*REALIS, "disputed")
EVENT_CHANGES = ("merged", "split", "withdrawn")
CONFLICT_FIELDS = ("date", "count", "actor", "recipient", "realis", "place")
TARGET_KINDS = ("entity", "event")
EVALUATIONS = ("favourable", "unfavourable", "neutral")
QUAD_CLASSES = (
    "verbal_cooperation",
    "material_cooperation",
    "verbal_conflict",
    "material_conflict",
)


@cache
def ontology() -> dict[str, Any]:
    """The PLOVER ontology as ``data/reference/plover.json`` holds it."""
    with (files("drawdown") / "reference" / "plover.json").open(encoding="utf-8") as file:
        return json.load(file)  # type: ignore[no-any-return]


def event_types() -> tuple[str, ...]:
    """The 16 event types, upper case, in the manual's order."""
    return tuple(event["event"] for event in ontology()["events"])


def modes() -> tuple[str, ...]:
    """Every mode of every event type; which type has which is a rule of its own (:func:`mode_pairs`)."""
    return tuple(sorted({mode["mode"] for event in ontology()["events"] for mode in event["modes"]}))


def mode_pairs() -> tuple[str, ...]:
    """The allowed pairs as ``TYPE/mode``."""
    return tuple(f"{event['event']}/{mode['mode']}" for event in ontology()["events"] for mode in event["modes"])


def contexts() -> tuple[str, ...]:
    """PLOVER contexts."""
    return tuple(ontology()["contexts"])


def sectors() -> tuple[str, ...]:
    """PLOVER sectors and, behind them, the codes of international actors."""
    return (*ontology()["sectors"], *ontology()["international_codes"])
