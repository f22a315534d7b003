"""TR-News and GeoWebNews: news with every toponym marked and found in GeoNames."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pycountry
from lxml import etree

from drawdown.entities import gazetteer
from drawdown.errors import KnowledgeError
from drawdown.scores.measures import Outcome
from drawdown.sets import coding
from drawdown.sets import figures as measured
from drawdown.sets.coding import Row
from drawdown.sets.figures import Figures

NEAR = 161
"""Kilometres (100 miles) within which toponym resolution counts as right in its literature."""
EARTH = 6371.0
GROUND = {"place", "facility", "state"}
NAMED = {"registry", "gazetteer", "model"}
NAMES = {
    "start": {"start"}, "end": {"end"}, "phrase": {"phrase", "name", "text"}, "geonames": {"geonameid", "geonamesid", "geonames"},
    "latitude": {"lat", "latitude"}, "longitude": {"lon", "long", "lng", "longitude"}, "country": {"country", "cc", "countrycode"},
}  # fmt: skip
"""What releases of the sets call the parts of a toponym, as elements or attributes, however deep."""


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name in a text (half-open span), and which place is meant, as far as the set says; ``country`` is ISO 3166-1 alpha-3."""

    start: int
    end: int
    geonames_id: int | None = None
    country: str | None = None
    point: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class News:
    """A text and its toponyms."""

    name: str
    text: str
    toponyms: tuple[Toponym, ...]


def read(path: Path) -> list[News]:
    """An XML file of articles, or a folder of such files -> texts with toponyms; KnowledgeError names file, article and remedy.

    Where a span does not hold the phrase that it should, the nearest place of the phrase in the text is taken.
    """
    listed = sorted(path.rglob("*.xml")) if path.is_dir() else [path]
    if not path.exists() or not listed:
        raise KnowledgeError(f"{path}: no such file, or no .xml in the folder", remedy="give the set's XML file or its folder")
    return [news for file in listed for news in _articles(file)]


def figures(records: list[News]) -> Figures:
    """Toponyms found (any overlap), and of those found, whether country, place (161 km) and GeoNames id are right."""
    coded = coding.code([coding.Text(one.text) for one in records])
    places = coded.by_key("places")
    told = [[row for row in rows if row["place_id"] and row["method"] in NAMED] for rows in coded.rows("mentions")]
    pairs = [
        (news.name, one, places[hit["place_id"]] if hit else None)
        for news, rows in zip(records, told, strict=True)
        for one in news.toponyms
        for hit in [_hit(one, rows)]
    ]
    false = [
        Outcome((news.name, 0), fp=not any(_meet(one, row) for one in news.toponyms))
        for news, rows in zip(records, told, strict=True)
        for row in rows
        if row["kind"] in GROUND
    ]
    found = [(name, one, place) for name, one, place in pairs if place]
    return {
        "toponyms": measured.f1([*_judged((name, place is not None) for name, _, place in pairs), *false]),
        "country, where found": measured.accuracy(
            _judged((name, place["country"] == one.country) for name, one, place in found if one.country)
        ),
        "within 161 km, where found": measured.accuracy(_judged((name, near(one, place)) for name, one, place in found if one.point)),
        "within 161 km, of all": measured.accuracy(
            _judged((name, place is not None and near(one, place)) for name, one, place in pairs if one.point)
        ),
        "GeoNames id, where found": measured.accuracy(
            _judged((name, place["geonames_id"] == one.geonames_id) for name, one, place in found if one.geonames_id)
        ),
    }


def near(one: Toponym, place: Row) -> bool:
    """Whether a row of ``places`` is the place meant, or lies within 161 km of it (a place without coordinates does not)."""
    if one.geonames_id is not None and one.geonames_id == place["geonames_id"]:
        return True
    return one.point is not None and place["latitude"] is not None and distance(one.point, (place["latitude"], place["longitude"])) <= NEAR


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Kilometres between two points (degrees of latitude and longitude) along a great circle."""
    (north, east), (north_, east_) = (tuple(map(math.radians, point)) for point in (one, other))
    half = math.sin((north_ - north) / 2) ** 2 + math.cos(north) * math.cos(north_) * math.sin((east_ - east) / 2) ** 2
    return 2 * EARTH * math.asin(min(1.0, math.sqrt(half)))


def _judged(rows: Iterator[tuple[str, bool]]) -> Iterator[Outcome]:
    return (Outcome((name, 0), tp=right, fn=not right) for name, right in rows)


def _meet(one: Toponym, row: Row) -> bool:
    return bool(row["start"] < one.end and one.start < row["end"])


def _hit(one: Toponym, rows: Sequence[Row]) -> Row | None:
    """The mention that shares most characters with a toponym."""
    meeting = [row for row in rows if _meet(one, row)]
    return max(meeting, key=lambda row: min(row["end"], one.end) - max(row["start"], one.start), default=None)


def _articles(file: Path) -> Iterator[News]:
    try:
        root = etree.fromstring(file.read_bytes(), etree.XMLParser(resolve_entities=False, huge_tree=True))
    except etree.XMLSyntaxError as error:
        raise KnowledgeError(f"{file}: line {error.lineno}: no XML ({error.msg})", remedy="mend the file") from error
    listed = [element for element in root.iter() if _tag(element) == "article"]
    if not listed:
        raise KnowledgeError(f"{file}: no article", remedy="give the set's XML file: articles with a text and toponyms")
    for number, article in enumerate(listed, start=1):
        name = f"{file.name}: article {article.get('docid') or article.get('id') or number}"
        text = next((element.text or "" for element in article if _tag(element) == "text"), "")
        if not any(map(str.isalnum, text)):
            raise KnowledgeError(f"{file}: {name}: no text", remedy="mend or drop the article")
        marked = [element for element in article.iter() if _tag(element) == "toponym"]
        yield News(name, text, tuple(_toponym(element, text, f"{file}: {name}") for element in marked))


def _tag(element: etree._Element) -> str:
    return element.tag.lower() if isinstance(element.tag, str) else ""


def _toponym(element: etree._Element, text: str, where: str) -> Toponym:
    told: dict[str, str] = {}
    for part in element.iter():
        for name, value in [(_tag(part), part.text), *part.attrib.items()]:
            plain = re.sub(r"[^a-z]", "", str(name).lower())
            for key in (key for key, names in NAMES.items() if plain in names and value and value.strip()):
                told.setdefault(key, str(value).strip())
    start, phrase = _number(told.get("start")), told.get("phrase", "")
    if start is None:
        raise KnowledgeError(f"{where}: toponym {phrase!r} has no start", remedy="mend or drop the toponym")
    end = int(_number(told.get("end")) or start + len(phrase))
    first = int(start)
    if phrase and text[first:end] != phrase:
        places = [found.start() for found in re.finditer(re.escape(phrase), text)]
        if not places:
            raise KnowledgeError(f"{where}: {phrase!r} is not in the text", remedy="mend or drop the toponym")
        first = min(places, key=lambda at: abs(at - int(start)))
        end = first + len(phrase)
    number = _number(told.get("geonames"))
    city = gazetteer.numbered().get(int(number)) if number else None
    latitude, longitude = _number(told.get("latitude")), _number(told.get("longitude"))
    point = (latitude, longitude) if latitude is not None and longitude is not None else (city.latitude, city.longitude) if city else None
    return Toponym(first, end, int(number) if number else None, _country(told.get("country")) or (city.country if city else None), point)


def _number(text: str | None) -> float | None:
    found = re.fullmatch(r"-?\d+(?:\.\d+)?", text or "")
    return float(found[0]) if found else None


def _country(told: str | None) -> str | None:
    """A code or name of a country as ISO 3166-1 alpha-3."""
    try:
        return str(pycountry.countries.lookup(told).alpha_3) if told else None
    except LookupError:
        return None
