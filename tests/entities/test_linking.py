"""The tables entities and places: what depends on the date is that of the newest page."""

from __future__ import annotations

import polars as pl
import pytest

from drawdown.entities import linking, registry
from drawdown.layout import bundled_reference

MENTIONS = {"article_id": pl.String, "entity_id": pl.String, "place_id": pl.String, "kind": pl.String, "text": pl.String, "method": pl.String, "country": pl.String, "sector": pl.String}  # fmt: skip


def entities(mentions: list[tuple[str | None, ...]], *days: str | None) -> dict[str, dict[str, object]]:
    frame = pl.DataFrame(mentions, schema=MENTIONS, orient="row")
    published = pl.DataFrame(
        {"article_id": [f"a{number}" for number in range(len(days))], "published": list(days)}, schema_overrides={"published": pl.String}
    )
    rows = linking.entity_rows(frame, set(), published, registry.load(bundled_reference()))
    return {row["entity_id"]: row for row in rows}


def person(article: str, entity: str) -> tuple[str | None, ...]:
    return (article, entity, None, "person", "X", "registry", None, None)


@pytest.mark.parametrize(
    ("days", "sector"),
    [
        ((None,), "GOV"),
        (("2013-05-01",), "GOV"),
        (("2021-05-01T10:00Z",), "ELI"),
        (("2013-05-01", "2021-05-01"), "ELI"),
        (("2021-XX-XX",), "GOV"),
    ],
)
def test_a_sector_is_that_of_the_newest_page(days: tuple[str | None, ...], sector: str) -> None:
    rows = entities([person(f"a{number}", "viktor_yanukovych") for number in range(len(days))], *days)
    assert rows["viktor_yanukovych"]["sector"] == sector


def test_a_parent_is_that_of_the_day_else_the_last_before_it() -> None:
    known = registry.load(bundled_reference())
    assert known.parent("marco_rubio", "2015-01-01") == "us_senate"
    assert known.parent("marco_rubio", "2005-01-01") is None
    assert known.parent("qasem_soleimani", "2021-07-19") == "quds_force"
    assert known.parent("turkish_army", "2021-07-19") == "turkey"
    assert known.parent("nobody", None) is None


def test_states_have_the_item_that_a_stored_source_confirms() -> None:
    assert entities([("a0", "iraq", "iraq", "state", "Iraq", "registry", None, None)], None)["iraq"]["wikidata_id"] == "Q796"


def test_what_pages_say_of_unknown_actors_stands_in_the_table() -> None:
    said = ("a0", "x_1", None, "person", "Pavel Ostrow", "model", "HRV", "GOV")
    row = entities([said, person("a0", "x_1")], None)["x_1"]
    assert (row["name"], row["country"], row["sector"], row["in_registry"], row["mentions"]) == ("Pavel Ostrow", "HRV", "GOV", False, 2)


def test_places_of_our_own_and_states_have_their_geonames_id() -> None:
    rows = [("a0", key, key, "place", key, "gazetteer", None, None) for key in ("baghdad", "mosul", "iraq")]
    told = linking.place_rows(pl.DataFrame(rows, schema=MENTIONS, orient="row"), registry.load(bundled_reference()))
    assert {row["place_id"]: row["geonames_id"] for row in told} == {"baghdad": 98182, "mosul": 99072, "iraq": 99237}
