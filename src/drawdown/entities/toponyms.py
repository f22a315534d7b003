"""Which place a name that the model found is the name of: a city, or a part of a state."""

from __future__ import annotations

import re
from collections.abc import Mapping

from drawdown.entities import divisions, gazetteer
from drawdown.entities.datelines import Dateline
from drawdown.entities.divisions import Division
from drawdown.entities.gazetteer import City
from drawdown.entities.lookup import Hit, Name
from drawdown.entities.registry import Registry

GREAT = 500_000
"""Inhabitants from which a city goes before a part of another state, or a federal state, of its name."""
GREATEST = 5_000_000
"""The same, where that is not the name that the gazetteer gives it first: New York."""
_BEHIND = re.compile(r",\s+((?:[A-Z][\w.'’-]*)(?:\s[A-Z][\w.'’-]*){0,2})")
"""What follows a place behind a comma: Marietta, *Ohio*; Windsor, *Ont.*"""

_IN = re.compile(r"\s+in\s+(?:(?:north|south|east|west|central)\w*\s+)?((?:[A-Z][\w.'’-]*)(?:\s[A-Z][\w.'’-]*){0,2})")
"""Where a place lies, without a comma: Mersin in southern *Turkey*."""
_BEFORE = re.compile(r"((?:[A-Z][\w.'’-]*)(?:\s[A-Z][\w.'’-]*){0,2}),\s\Z")
"""A place before a comma, and the name behind it: *London*, Ontario."""
_AHEAD, _NEXT = re.compile(r"\b[A-Z][\w.'’]*[ -]\Z"), re.compile(r"[ -][A-Z][\w'’]*")
"""One more word of a name: *New* Mexico, British *Columbia*."""
_NATURAL = re.compile(r"\b([A-Z][a-z]+) of (?:the )?\Z")
"""The *Sea of* Japan."""
_POST = re.compile(r"\b([A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,3}), ([A-Z]{2})\b(?!\.\w)")
_POSTS = ("US", "CA")
"""Countries whose parts the post writes with two letters behind a city."""

_OF = re.compile(r"\b(\w+) of (?:[A-Z][\w-]+(?:, | and ))*\Z")
_NOUN = re.compile(r"(?:,? and [A-Z][\w-]+)? (\w+)")
REACH = 80
"""Characters before a name in which the noun of a list of provinces stands."""

Chosen = tuple[str, str]
"""Place id and reason."""


def choose(text: str, start: int, end: int, countries: Mapping[str, int], registry: Registry) -> Chosen | None:
    """The place that a span of a text names in a story about these countries (ISO-3 to number of mentions), and why; None if unknown."""
    name, noun = _province(text, start, end, registry)
    if noun is not None:
        found = division(name, countries, registry)
        return (found.place_id, f"a {noun}") if found else _city(gazetteer.choose(name, countries))
    name = _small(text[start:end])
    if name != text[start:end] and (known := _known(name, registry)) is not None:
        return known, "name in capitals"
    above = _above(text, end, registry)
    if above is not None and (town := _within(name, *above)) is not None:
        return _key(town), "city of what stands behind it"
    if above is not None and (part := _of(name, above[0], registry)) is not None:
        return part.place_id, "part of what stands behind it"
    abbreviated = division(text[start : end + 1], countries, registry) if text[end : end + 1] == "." else None
    part = abbreviated or (None if name.lower() in registry.words["natural_noun"] else division(name, countries, registry))
    chosen = gazetteer.choose(name, countries)
    if chosen is not None and (whole := _holding(text, start, name, registry)) is not None and whole.country != chosen[0].country:
        return whole.place_id, "part of a state, behind a city of it"
    if part is None or (chosen is not None and _before(chosen[0], part, name, countries, registry)):
        return _city(chosen)
    return part.place_id, f"part of a state: {part.country}"


def _province(text: str, start: int, end: int, registry: Registry) -> tuple[str, str | None]:
    """A name without the noun that says that it is one of a part of a state, and that noun: Gilan *Province*, the *provinces* of Gilan and Fars."""
    whole = text[start:end]
    name, _, noun = whole.rpartition(" ")
    if name and noun.lower() in registry.words["division_noun"]:
        return whole if divisions.key(whole) in registry.divisions else name, noun.lower()
    before, behind = _OF.search(text, max(0, start - REACH), start), _NOUN.match(text, end)
    nouns = [found.group(1).lower().removesuffix("s") for found in (before, behind) if found is not None]
    return whole, next((noun for noun in nouns if noun in registry.words["division_noun"]), None)


def wider(text: str, hit: Hit, registry: Registry) -> tuple[int, int] | None:
    """Span of another place that has the name of a state, or in whose name it is only one word: New *Mexico*, Port *Sudan*, the *Jordan* River,
    *Lebanon*, Pennsylvania; of a part of a state in whose name that of a place is only one word: Lower *Juba*. None if the state or the place is meant."""
    ground = hit.name.kind in ("place", "metonym")
    if not ground and hit.name.target not in registry.state_ids:
        return None
    before, behind = _AHEAD.search(text, max(0, hit.start - REACH), hit.start), _NEXT.match(text, hit.end)
    spans = [(before.start(), behind.end())] if before and behind else []
    spans += [(before.start(), hit.end)] if before else []
    spans += [(hit.start, behind.end())] if behind else []
    parts = [span for span in spans if divisions.key(text[slice(*span)]) in registry.divisions]
    if ground:
        return next(iter(parts), None)
    above = _above(text, hit.end, registry)
    country = registry.actors[hit.name.target].country
    if above is not None and above[1] is not None and above[0] != country and _within(text[hit.start : hit.end], *above) is not None:
        return hit.start, hit.end
    natural = registry.words["natural_noun"]
    if behind and behind.group()[1:].lower() in natural:
        return hit.start, behind.end()
    if (water := _NATURAL.search(text, max(0, hit.start - REACH), hit.start)) and water.group(1).lower() in natural:
        return water.start(), hit.end
    return next((span for span in spans if span in parts or gazetteer.named(text[slice(*span)])), None)


def posts(text: str) -> list[tuple[int, int, str]]:
    """States and provinces by the letters of their post, behind a city that lies there: span and place id."""
    found = []
    for pair in _POST.finditer(text):
        words, code = pair.group(1).split(), pair.group(2)
        for one in filter(None, (divisions.listed().get(f"{country}-{code}") for country in _POSTS)):
            if any(_within(city, one.country, one.code) is not None for city in _endings(words)):
                found.append((pair.start(2), pair.end(2), one.place_id))
                break
    return found


def _endings(words: list[str]) -> list[str]:
    """All of some words, and what is left of them without the first, the first two, and so on."""
    return [" ".join(words[size:]) for size in range(len(words))]


def _holding(text: str, start: int, name: str, registry: Registry) -> Division | None:
    """The part of a country that stands behind a city of it and a comma: London, *Ontario*."""
    before = _BEFORE.search(text, max(0, start - REACH), start)
    if before is None:
        return None
    cities = {city.country for name in _endings(before.group(1).split()) for city in gazetteer.called(name)}
    return next((one for one in registry.divisions.get(divisions.key(name), ()) if one.country in cities), None)


def filed(text: str, line: Dateline, countries: Mapping[str, int], registry: Registry) -> str | None:
    """Id of the city of a dateline; None where it names none. A country, or any other word before a dash, is none."""
    name, capitals = _small(text[line.start : line.place_end]), text[line.start : line.place_end].isupper()
    if any(hit.end - hit.start == len(name) for hit in registry.find(name)):
        return _known(name, registry)
    chosen = choose(name + text[line.place_end : line.end], 0, len(name), countries, registry)
    return chosen[0] if chosen and (capitals or chosen[0].startswith("geonames_")) else None


def elsewhere(text: str, hit: Hit, countries: Mapping[str, int], registry: Registry) -> bool:
    """Whether the name of a capital is another city's: by what stands behind it, or in a story about other countries, ``countries``."""
    country = registry.actors[hit.name.target].country
    above = _above(text, hit.end, registry)
    name = text[hit.start : hit.end]
    if above is not None and above[0] != country:
        return _within(name, *above) is not None or _of(name, above[0], registry) is not None
    chosen = None if country in countries or not gazetteer.named(name) else gazetteer.choose(name, countries)
    if chosen is None or chosen[0].country == country or chosen[0].country not in countries:
        return False
    return chosen[0].country != "USA" or all(
        city.population < chosen[0].population for city in gazetteer.named(name) if city.country == country
    )


def land(name: Name, form: str, registry: Registry) -> str | None:
    """The place that the name of a state, or of its capital, is the name of, whichever of the two is meant in a text."""
    if name.kind != "metonym":
        return name.target
    country = registry.actors[name.target].country
    listed = (_key(city) for city in gazetteer.named(form) if city.country == country)
    return registry.capital(name.target, form) or next(listed, None)


def _small(name: str) -> str:
    """A name printed in capitals as it is printed elsewhere."""
    return name.title() if name.isupper() and len(name) >= divisions.SHORTEST else name


def _known(name: str, registry: Registry) -> str | None:
    """The place of our own gazetteer, or the capital, of which a text is the whole name."""
    for hit in registry.find(name):
        if hit.end - hit.start == len(name) and hit.name.kind in ("place", "metonym"):
            return hit.name.target if hit.name.kind == "place" else land(hit.name, name, registry)
    return None


def _before(city: City, part: Division, name: str, countries: Mapping[str, int], registry: Registry) -> bool:
    """Whether a name means the city, and not the part of a state: a great one, one of the story, or a province's own, but for US states.

    A city that has the name only beside its own, which is no name of the part, is not its namesake: *Bahia* is not the city of Salvador.
    """
    federal = part.country == "USA"
    namesake = bool(gazetteer.named(name)) or part in registry.divisions.get(divisions.key(city.name), ())
    if city.population >= (GREAT if namesake else GREATEST) or (namesake and city.country == part.country and not federal):
        return True
    return city.country in countries and part.country not in countries


def division(name: str, countries: Mapping[str, int], registry: Registry) -> Division | None:
    """The part of a state of a name: of the country that the story names most, of the US, or of the only country that has one."""
    if name.lower() in registry.words["direction"]:
        return None
    found = registry.divisions.get(divisions.key(name), ())
    local = sorted((one for one in found if one.country in countries), key=lambda one: (-countries[one.country], one.code))
    federal = [one for one in found if one.country == "USA"]
    only = found if len({one.country for one in found}) == 1 else ()
    return next(iter(local or federal or only), None)


def _of(name: str, country: str, registry: Registry) -> Division | None:
    """The part of a country of a name."""
    return next((one for one in registry.divisions.get(divisions.key(name), ()) if one.country == country), None)


def is_town(text: str, start: int, end: int, registry: Registry) -> bool:
    """Whether a name is that of a town in what stands behind it, a state or a part of one: Oruro, *Bolivia*; Mersin in *Turkey*."""
    above = _above(text, end, registry) or _above(text, end, registry, _IN)
    return above is not None and _within(text[start:end], *above) is not None


def _above(text: str, end: int, registry: Registry, pattern: re.Pattern[str] = _BEHIND) -> tuple[str, str | None] | None:
    """Country and, of a part of it, the code of what stands behind a place and a comma; None where that is neither."""
    behind = pattern.match(text, end)
    words = behind.group(1).split() if behind else []
    for size in range(len(words), 0, -1):
        name = " ".join(words[:size])
        for form in (name, name.rstrip(".")):
            if found := registry.divisions.get(divisions.key(form)):
                one = next((one for one in found if one.country == "USA"), found[0])
                return one.country, one.code
        if (hits := registry.find(name)) and hits[0].name.target in registry.state_ids and hits[0].end >= len(name.rstrip(".")):
            country = registry.actors[hits[0].name.target].country
            return (country, None) if country else None
    return None


def _within(name: str, country: str, code: str | None) -> City | None:
    """The largest city of a name in a country, of a US state in that state."""
    if country != "USA" or code is None:
        return next((city for city in gazetteer.called(name) if city.country == country), None)
    listed = (city for cities in (gazetteer.called, gazetteer.towns) for city in cities(name))
    return next((city for city in listed if city.country == country and f"US-{city.division}" == code), None)


def _city(chosen: tuple[City, str] | None) -> Chosen | None:
    return (_key(chosen[0]), chosen[1]) if chosen else None


def _key(city: City) -> str:
    return f"geonames_{city.geonames_id}"
