"""The tables ``entities`` and ``places``, counted from the mentions of the whole corpus."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from drawdown.entities import attributes, divisions, gazetteer
from drawdown.entities.article import Row
from drawdown.entities.registry import Registry

READ = ("article_id", "entity_id", "place_id", "kind", "text", "method", "country", "sector")
"""Columns of ``mentions`` that :func:`entity_rows` and :func:`place_rows` read."""


def entity_rows(mentions: pl.DataFrame, quoted: set[str], published: pl.DataFrame, registry: Registry) -> list[Row]:
    """Rows of ``entities``: those that are mentioned, speak or are spoken to (``quoted``), and their parents.

    What depends on time (sector, parent) is that of the newest dated article that mentions the entity; ``published`` has
    ``article_id`` and ``published``. Without one, it is as registered.
    """
    newest = _newest(mentions, published)
    counted = _counts(mentions)
    wanted = set(counted) | quoted
    for entity in sorted(wanted):
        wanted |= _ancestors(entity, newest, registry)
    commonest, told = _commonest(mentions), attributes.of_entities(mentions)
    rows = []
    for entity in sorted(wanted):
        counts = counted.get(entity, {"mentions": 0, "articles": 0})
        rows.append(_facts(entity, commonest, told, newest.get(entity), registry) | counts)
    return rows


def relinked(frame: pl.DataFrame, same: Mapping[str, str], *columns: str) -> pl.DataFrame:
    """A table of the stage in which entities that are others (``variants.merged``) have the id that stays; mentions say why."""
    if not same or not columns:
        return frame
    changed = frame.with_columns(pl.col(columns).replace(same))
    if "reason" not in frame.columns or "entity_id" not in columns:
        return changed
    moved = frame["entity_id"].is_in(list(same))
    why = pl.col("reason") + "; spelling or surname of one named on another page"
    return changed.with_columns(pl.when(moved.fill_null(False)).then(why).otherwise("reason").alias("reason"))


def place_rows(mentions: pl.DataFrame, registry: Registry) -> list[Row]:
    """Rows of ``places``: those that are mentioned."""
    used = sorted(mentions["place_id"].drop_nulls().unique())
    return [_place(key, registry) for key in used]


def _counts(mentions: pl.DataFrame) -> dict[str, Row]:
    grouped = (
        mentions.filter(pl.col("entity_id").is_not_null())
        .group_by("entity_id")
        .agg(pl.len().cast(pl.Int64).alias("mentions"), pl.col("article_id").n_unique().cast(pl.Int64).alias("articles"))
    )
    return {row["entity_id"]: {"mentions": row["mentions"], "articles": row["articles"]} for row in grouped.to_dicts()}


def _newest(mentions: pl.DataFrame, published: pl.DataFrame) -> dict[str, str]:
    """The last day on which an article that mentions an entity was published."""
    days = published.with_columns(pl.col("published").str.slice(0, 10)).filter(pl.col("published").str.contains(r"^\d{4}-\d\d-\d\d$"))
    joined = mentions.select("article_id", "entity_id").drop_nulls().join(days, on="article_id")
    return dict(joined.group_by("entity_id").agg(pl.col("published").max()).iter_rows())


def _ancestors(entity: str, newest: Mapping[str, str], registry: Registry) -> set[str]:
    found: set[str] = set()
    above = registry.parent(entity, newest.get(entity))
    while above is not None and above not in found:
        found.add(above)
        above = registry.parent(above, newest.get(above))
    return found


def _commonest(mentions: pl.DataFrame) -> dict[str, tuple[str, str]]:
    """Printed name and kind of each entity: of a person the fullest, else the commonest; the first in the alphabet where two tie."""
    named = mentions.filter(pl.col("entity_id").is_not_null() & pl.col("method").is_in(["model", "gazetteer", "registry"]))
    words = pl.when(pl.col("kind") == "person").then(pl.col("text").str.count_matches(r"\S+")).otherwise(0)
    grouped = (
        named.group_by("entity_id", "text", "kind")
        .agg(pl.len(), words.first().alias("words"))
        .sort(["entity_id", "words", "len", "text", "kind"], descending=[False, True, True, False, False])
    )
    first = grouped.unique("entity_id", keep="first", maintain_order=True)
    return {row["entity_id"]: (row["text"], row["kind"]) for row in first.to_dicts()}


def _facts(
    entity: str,
    commonest: dict[str, tuple[str, str]],
    told: Mapping[str, tuple[str | None, str | None]],
    day: str | None,
    registry: Registry,
) -> Row:
    actor = registry.actors.get(entity)
    if actor is not None:
        return {
            "entity_id": entity,
            "name": actor.name,
            "kind": actor.kind,
            "country": actor.country,
            "sector": registry.sector(entity, day),
            "parent_id": registry.parent(entity, day),
            "in_registry": True,
            "wikidata_id": actor.wikidata_id,
        }
    name, kind = commonest.get(entity, (entity, "organisation"))
    place = registry.places.get(entity)
    said, sector = told.get(entity, (None, None))
    listed = _city(entity) or _division(entity)
    country = place["country"] if place else listed.country if listed else said
    return {
        "entity_id": entity,
        "name": place["name"] if place else name,
        "kind": kind,
        "country": country,
        "sector": sector,
        "parent_id": None,
        "in_registry": place is not None,
        "wikidata_id": None,
    }


def _city(key: str) -> gazetteer.City | None:
    return gazetteer.by_id(int(key.removeprefix("geonames_"))) if key.startswith("geonames_") else None


def _division(key: str) -> divisions.Division | None:
    if not key.startswith(divisions.PREFIX):
        return None
    return divisions.listed().get(key.removeprefix(divisions.PREFIX).upper().replace("_", "-", 1))


def _place(key: str, registry: Registry) -> Row:
    empty: Row = {"geonames_id": None, "latitude": None, "longitude": None}
    if key in registry.places:
        own = registry.places[key]
        return (
            empty
            | {"place_id": key}
            | {k: own[k] for k in ("name", "kind", "country", "geonames_id", "latitude", "longitude", "precision")}
        )
    if key in registry.actors:
        actor = registry.actors[key]
        known = {"place_id": key, "name": actor.name, "kind": "country", "country": actor.country, "precision": "country"}
        return empty | known | {"geonames_id": registry.geonames.get(key)}
    if (part := _division(key)) is not None:
        name = registry.division_titles.get(part.code, part.name)
        known = {"place_id": key, "name": name, "kind": "province", "country": part.country, "precision": "province"}
        return empty | known | {"geonames_id": part.geonames_id}
    city = _city(key)
    if city is None:
        raise KeyError(f"place {key} is in no gazetteer")
    return {
        "place_id": key,
        "name": city.name,
        "kind": "city",
        "country": city.country,
        "geonames_id": city.geonames_id,
        "latitude": city.latitude,
        "longitude": city.longitude,
        "precision": "city",
    }
