"""The figure of contrasts: a target is shown if it is named in more than one way, and every word stands in the column of its class."""

from __future__ import annotations

import re

import polars as pl

from drawdown.pages import contrasts
from drawdown.schemas import TABLES
from tests import factory


def frames(*rows: dict[str, object]) -> dict[str, pl.DataFrame]:
    table = TABLES["contrasts"]
    common = {"target_kind": "entity", "articles": 1, "uses": 1, "in_quote": False, "voices": 2}
    made = {name: factory.frame(TABLES[name]) for name in ("entities", "events", "event_participants", "articles")}
    return {**made, "contrasts": table.frame([{**common, **row} for row in rows])}


def test_every_word_stands_in_the_column_of_its_class() -> None:
    shown = contrasts.figure(
        frames(
            {"target_id": "harbour_guard", "voice": "Daily <Gull>", "head": "militia", "evaluation": "neutral", "uses": 3},
            {"target_id": "harbour_guard", "voice": "Daily <Gull>", "head": "thug", "evaluation": "unfavourable", "in_quote": True},
            {"target_id": "harbour_guard", "voice": "The Tern", "head": "hero", "evaluation": "favourable"},
        )
    )
    gull, tern = re.findall(r'<div class="contrast-row"><span>(.*?)</div>', shown)
    assert gull.startswith("Daily &#60;Gull&#62;</span>")
    assert '<span class="unfavourable"><span class="chip">“thug”</span></span>' in gull
    assert '<span class="neutral"><span class="chip">militia ×3</span></span>' in gull
    assert '<span class="favourable"><span class="chip">hero</span></span>' in tern
    assert '<span class="unfavourable"></span>' in tern


def test_a_target_with_one_name_from_one_voice_is_left_to_the_table() -> None:
    shown = contrasts.figure(frames({"target_id": "gull", "voice": "The Tern", "head": "militia", "evaluation": "neutral", "voices": 1}))
    assert shown == "No actor or act of this corpus is named in more than one way.\n"
