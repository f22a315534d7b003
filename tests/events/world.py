"""A small made-up world of reports, as frames that keep the contracts."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

import polars as pl

from drawdown import ids
from drawdown.events.inputs import LinkKnowledge, Tables
from drawdown.events.stage import link_knowledge
from drawdown.layout import bundled_reference
from drawdown.schemas import TABLES

ENTITIES = {
    "aldoria": ("state", "ALD", None, None),
    "aldorian_army": ("government", "ALD", "MIL", "aldoria"),
    "aldorian_parliament": ("government", "ALD", "LEG", "aldoria"),
    "borduria": ("state", "BOR", None, None),
    "bordurian_army": ("government", "BOR", "MIL", "borduria"),
    "syldavia": ("state", "SYL", None, None),
    "river_brigade": ("armed_group", "ALD", "PRM", None),
    "hill_front": ("armed_group", "ALD", "PRM", None),
    "general_orlan": ("person", "BOR", "MIL", "bordurian_army"),
    "marik_teval": ("person", "ALD", "PRM", "river_brigade"),
}
PLACES = {
    "arvan": ("city", "ALD", 33.0, 44.0, "city"),
    "arvan_airport": ("facility", "ALD", 33.2, 44.2, "point"),
    "lome": ("city", "BOR", 40.0, 50.0, "city"),
}


@dataclass
class Report:
    """One event mention of the made-up world; what is not given is unknown."""

    page: str
    at: int = 0
    type: str = "ASSAULT"
    mode: str | None = None
    text: str = "killed"
    rule: str = "kill.v"
    part: str = "body"
    actors: list[str] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    realis: str = "asserted"
    day: str | None = None
    until: str | None = None
    edtf: str | None = None
    basis: str | None = None
    place: str | None = None
    content: str | None = None
    deaths: int | None = None
    sentence: int | None = None

    @property
    def id(self) -> str:
        return ids.within("em", article(self.page), self.at, self.type)


def article(page: str) -> str:
    return "a_" + hashlib.sha256(page.encode()).hexdigest()[:16]


def tables(
    reports: list[Report],
    pages: dict[str, str | None] | None = None,
    quotes: list[tuple[str, ...]] | None = None,
    texts: dict[str, str] | None = None,
) -> Tables:
    """Frames of the reports; ``pages`` are publication days by page, ``quotes`` (page, text, speaker if known) direct quotations, ``texts`` what
    pages say."""
    days = {report.page: "2020-02-01" for report in reports} | (pages or {})
    return Tables.of(
        event_mentions=TABLES["event_mentions"].frame([_mention(report) for report in reports]),
        participants=TABLES["participants"].frame([row for report in reports for row in _participants(report)]),
        articles=TABLES["articles"].frame([_article(page, day, (texts or {}).get(page)) for page, day in sorted(days.items())]),
        entities=TABLES["entities"].frame([_entity(name) for name in ENTITIES]),
        places=TABLES["places"].frame([_place(name) for name in PLACES]),
        quotes=TABLES["quotes"].frame([_quote(at, *quote) for at, quote in enumerate(quotes or [])]),
        sentences=TABLES["sentences"].frame([_sentence(page, text) for page, text in sorted((texts or {}).items())]),
    )


@cache
def known() -> LinkKnowledge:
    """The knowledge that the package comes with, before any release."""
    return link_knowledge(bundled_reference())


def events_of(links: pl.DataFrame) -> list[set[str]]:
    """The events as sets of mentions."""
    return sorted((set(group["event_mention_id"]) for _, group in links.group_by("event_id")), key=sorted)


def _span(start: int, text: str) -> dict[str, object]:
    return {"start": start, "end": start + len(text), "raw_start": start, "raw_end": start + len(text), "text": text}


def _mention(report: Report) -> dict[str, object]:
    low = None if report.day is None else date.fromisoformat(report.day)
    high = low if report.until is None else date.fromisoformat(report.until)
    return {
        "event_mention_id": report.id,
        "article_id": article(report.page),
        "sentence_id": ids.within("s", article(report.page), report.at if report.sentence is None else report.sentence),
        "part": report.part,
        **_span(report.at, report.text),
        "event_type": report.type,
        "mode": report.mode,
        "quad_class": "material_conflict",
        "score": 0.0,
        "realis": report.realis,
        "tense": "past",
        "content_type": report.content,
        "content_realis": None if report.content is None else "threatened",
        "edtf": report.edtf or (report.day if report.until is None else f"{report.day}/{report.until}"),
        "earliest": low,
        "latest": high,
        "date_basis": report.basis or ("stated" if report.day or report.edtf else "unknown"),
        "place_id": report.place,
        **{f"deaths_{which}": report.deaths for which in ("low", "best", "high")},
        "confidence": 0.9,
        "rule": report.rule,
        "reason": "made up",
    }


def _participants(report: Report) -> list[dict[str, object]]:
    """Names in ``ENTITIES`` are linked; anything else is a phrase, with its country behind ``@``."""
    rows = []
    for role, names in (("actor", report.actors), ("recipient", report.recipients)):
        for ordinal, name in enumerate(names):
            phrase, _, country = name.partition("@")
            linked = phrase in ENTITIES
            rows.append(
                {
                    "event_mention_id": report.id,
                    "role": role,
                    "ordinal": ordinal,
                    "article_id": article(report.page),
                    **_span(report.at, phrase),
                    "entity_id": phrase if linked else None,
                    "country": ENTITIES[phrase][1] if linked else country or None,
                    "sector": ENTITIES[phrase][2] if linked else None,
                }
            )
    return rows


def _article(page: str, day: str | None, text: str | None) -> dict[str, object]:
    return {
        "article_id": article(page),
        "document_id": "d_" + article(page)[2:],
        "publisher": f"The {page.title()}",
        "published": day,
        "published_basis": "none" if day is None else "url",
        "language": "en",
        "text": text,
        "text_sha256": "0" * 64,
        "words": 100,
    }


def _sentence(page: str, text: str) -> dict[str, object]:
    """The text of a page as its one sentence, 0."""
    return {
        "sentence_id": ids.within("s", article(page), 0),
        "article_id": article(page),
        "ordinal": 0,
        "start": 0,
        "end": len(text),
        "part": "body",
    }


def _entity(name: str) -> dict[str, object]:
    kind, country, sector, parent = ENTITIES[name]
    counts = {"in_registry": True, "mentions": 1, "articles": 1}
    return {"entity_id": name, "name": name, "kind": kind, "country": country, "sector": sector, "parent_id": parent, **counts}


def _place(name: str) -> dict[str, object]:
    kind, country, latitude, longitude, precision = PLACES[name]
    return {
        "place_id": name,
        "name": name,
        "kind": kind,
        "country": country,
        "latitude": latitude,
        "longitude": longitude,
        "precision": precision,
    }


def _quote(at: int, page: str, text: str, speaker: str | None = None) -> dict[str, object]:
    return {
        "quote_id": ids.within("q", article(page), at),
        "article_id": article(page),
        **_span(at, text),
        "part": "body",
        "kind": "direct",
        "speaker_id": speaker,
        "reason": "made up",
    }


def shift(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
