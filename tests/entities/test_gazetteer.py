"""Cities by name."""

from __future__ import annotations

import pytest

from drawdown.entities import gazetteer


@pytest.mark.parametrize(
    ("name", "countries", "city", "country"),
    [
        ("New York", {}, "New York City", "USA"),
        ("Kiev", {}, "Kyiv", "UKR"),
        ("Cologne", {}, "Köln", "DEU"),
        ("Fallujah", {"IRQ": 2}, "Al Fallūjah", "IRQ"),
        ("London", {}, "London", "GBR"),
        ("London", {"CAN": 3}, "London", "CAN"),
        ("Birmingham", {"USA": 3}, "Birmingham", "USA"),
        ("Naples", {"USA": 5}, "Naples", "ITA"),
        ("Naples", {"USA": 5, "ITA": 1}, "Naples", "ITA"),
        ("Cambridge", {"USA": 5, "GBR": 2}, "Cambridge", "USA"),
    ],
)
def test_a_city_is_found_by_its_own_or_another_name(name: str, countries: dict[str, int], city: str, country: str) -> None:
    chosen = gazetteer.choose(name, countries)
    assert chosen is not None
    assert (chosen[0].name, chosen[0].country) == (city, country)


@pytest.mark.parametrize("name", ["NYC", "Kin", "South", "Reuters", "nowhere at all"])
def test_codes_short_words_and_other_words_are_no_cities(name: str) -> None:
    assert gazetteer.choose(name, {}) is None


def test_a_name_of_its_own_goes_before_another_name() -> None:
    assert not set(gazetteer.other_names()) & set(gazetteer.cities())
    assert all(city.population >= gazetteer.KNOWN_ABROAD for rows in gazetteer.other_names().values() for city in rows)
