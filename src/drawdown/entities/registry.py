"""The actor registry and our own gazetteer, loaded under contract and ready to be looked up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import polars as pl

from drawdown import knowledge
from drawdown.entities import divisions, integrity
from drawdown.entities.folding import fold
from drawdown.entities.lookup import Hit, Name, Names
from drawdown.schemas.reference import (
    actor_modifiers,
    actor_nouns,
    actor_parents,
    actors,
    division_names,
    names,
    offices,
    organs,
    place_names,
    places_own,
    predicates,
    reference_words,
    speech_verbs,
    state_names,
    states,
)

_MODULES = (
    actors,
    actor_parents,
    names,
    states,
    state_names,
    actor_nouns,
    actor_modifiers,
    offices,
    organs,
    places_own,
    place_names,
    division_names,
)


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor of the registry."""

    actor_id: str
    name: str
    kind: str
    country: str | None
    sector: str | None
    parent_id: str | None
    wikidata_id: str | None
    gender: str | None


@dataclass(frozen=True, slots=True)
class Term:
    """A term of office."""

    holder_id: str
    start: date
    end: date | None


@dataclass(frozen=True, slots=True)
class Parent:
    """What an actor belongs to, and when; null: since ever, or still."""

    parent_id: str
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class Noun:
    """A common noun for actors; a ``weak`` one needs a modifier that says whose it is."""

    kind: str
    sector: str | None
    organ: str | None
    weak: bool


class Registry:
    """Everything that ``data/reference`` knows of actors and places."""

    def __init__(self, folder: Path) -> None:
        frames = {module.TABLE.name: knowledge.read(module.TABLE, folder) for module in _MODULES}
        integrity.require(_MODULES, frames, folder)
        self._parents: dict[str, list[Parent]] = {}
        for row in frames["actor_parents"].sort("valid_from", "parent_id", nulls_last=False).to_dicts():
            self._parents.setdefault(row["entity_id"], []).append(Parent(row["parent_id"], row["valid_from"], row["valid_to"]))
        self.actors = {
            row["entity_id"]: Actor(row["entity_id"], row["name"], "state", row["country"], "GOV", None, row["wikidata_id"], None)
            for row in frames["states"].to_dicts()
        }
        for row in frames["actors"].to_dicts():
            key = row["entity_id"]
            self.actors[key] = Actor(
                key, row["name"], row["kind"], row["country"], row["sector"], self.parent(key, None), row["wikidata_id"], row["gender"]
            )
        self.places = {row["place_id"]: row for row in frames["places_own"].to_dicts()}
        self.divisions = divisions.by_name(frames["division_names"].select("name", "division").iter_rows())
        english = frames["division_names"].filter(pl.col("kind") == "name").select("division", "name")
        self.division_titles = dict(english.iter_rows())
        self.states = {row["country"]: row["entity_id"] for row in frames["states"].to_dicts()}
        self.geonames = dict(frames["states"].select("entity_id", "geonames_id").iter_rows())
        self.nouns = {
            row["noun"].lower(): Noun(row["kind"], row["sector"], row["organ"], row["weak"]) for row in frames["actor_nouns"].to_dicts()
        }
        self.modifiers = dict(frames["actor_modifiers"].select("modifier", "sector").iter_rows())
        self.organs = {(row["country"], row["organ"]): row["entity_id"] for row in frames["organs"].to_dicts()}
        self.words = knowledge.classes(reference_words.TABLE, folder)
        sectors = {noun.organ: noun.sector for noun in self.nouns.values() if noun.sector is not None}
        common = {organ: sectors.get(organ) for organ in sorted(self.words["state_organ"])}
        derived = {
            at: actor for at, actor in _organs(frames, common).items() if at not in self.organs and actor.actor_id not in self.actors
        }
        self.genders = {key: actor.gender for key, actor in self.actors.items() if actor.gender is not None}
        self.organs |= {at: actor.actor_id for at, actor in derived.items()}
        self.actors |= {actor.actor_id: actor for actor in derived.values()}
        of_persons = [row["name"] for row in frames["names"].to_dicts() if self.actors[row["entity_id"]].kind == "person"]
        self.surnames = frozenset(fold(name.rpartition(" ")[2]) for name in of_persons)
        self._terms: dict[tuple[str, str], list[Term]] = {}
        for row in frames["offices"].filter(pl.col("country").is_not_null()).to_dicts():
            self._terms.setdefault((row["office"], row["country"]), []).append(Term(row["entity_id"], row["valid_from"], row["valid_to"]))
        self._held: dict[str, list[tuple[Term, str | None]]] = {}
        for row in frames["offices"].to_dicts():
            self._held.setdefault(row["entity_id"], []).append((Term(row["entity_id"], row["valid_from"], row["valid_to"]), row["sector"]))
        self.state_ids = frozenset(self.states.values())
        listed = [(actor.name.title(), Name(actor.actor_id, "name")) for _, actor in sorted(derived.items())] + _listed(frames, self.states)
        self._names = Names(listed, self.state_ids)
        self._capitals_of = {
            row["country"]: key
            for row in frames["states"].to_dicts()
            if (key := _city_of(frames["places_own"], row["country"], row["capital"])) is not None
        }
        self.acting, self.acts, self.saying = _acting(folder)
        self.capitals = {(row["country"], fold(row["name"])): key for key, row in self.places.items() if row["kind"] == "city"}

    def sector(self, actor_id: str, day: str | None) -> str | None:
        """Sector of an actor on a day: that of the office held then, ELI when the last known office is over; else as registered."""
        actor, held = self.actors[actor_id], self._held.get(actor_id, [])
        if day is None or len(day) < 10 or not held:
            return actor.sector
        on = date.fromisoformat(day[:10])
        now = [sector for term, sector in held if term.start <= on and (term.end is None or on < term.end)]
        if now:
            return now[-1]
        return "ELI" if all(term.end is not None and term.end <= on for term, _ in held) else actor.sector

    def parent(self, actor_id: str, day: str | None) -> str | None:
        """What an actor belonged to on a day (EDTF), else last before it; without a day, the latest at all."""
        listed = self._parents.get(actor_id, [])
        if day is not None and len(day) >= 10:
            on = date.fromisoformat(day[:10])
            listed = [one for one in listed if one.start is None or one.start <= on]
            listed = [one for one in listed if one.end is None or on <= one.end] or listed
        if listed:
            return listed[-1].parent_id
        actor = self.actors.get(actor_id)
        return actor.parent_id if actor and actor_id not in self._parents else None

    def organ(self, country: str, organ: str | None) -> str | None:
        """The actor that is an organ of a state; "government" and "state" are the state itself."""
        if organ in ("government", "state"):
            return self.states.get(country)
        return self.organs.get((country, organ or ""))

    def find(self, text: str) -> list[Hit]:
        """Names in a text, longest first where they overlap; a name never begins or ends inside a word."""
        return self._names.find(text)

    def variant(self, name: str) -> str | None:
        """The actor one of whose names is this one in another transliteration; None if none or several are."""
        return self._names.variant(name)

    def capital(self, state_id: str, form: str) -> str | None:
        """The place of our own gazetteer that a capital's name means where it is ground."""
        return self.capitals.get((self.actors[state_id].country or "", fold(form)))

    def holder(self, office: str, country: str, day: str | None) -> str | None:
        """Who held an office on a day (EDTF; its first ten characters count); None if unknown, or without a day."""
        if day is None or len(day) < 10:
            return None
        on = date.fromisoformat(day[:10])
        holders = {t.holder_id for t in self._terms.get((office, country), []) if t.start <= on and (t.end is None or on < t.end)}
        return holders.pop() if len(holders) == 1 else None

    def held(self, holder: str, office: str, day: str | None) -> bool:
        """Whether somebody held an office of any country on a day; without a day, ever."""
        on = date.fromisoformat(day[:10]) if day is not None and len(day) >= 10 else None
        return any(
            term.holder_id == holder and (on is None or (term.start <= on and (term.end is None or on < term.end)))
            for (known, _), terms in self._terms.items()
            if known == office
            for term in terms
        )

    def capital_of(self, state_id: str) -> str | None:
        """The place of our own gazetteer that is the capital of a state."""
        return self._capitals_of.get(self.actors[state_id].country or "")

    def is_office(self, organ: str | None) -> bool:
        """Whether the registry knows holders of this office."""
        return any(office == organ for office, _ in self._terms)


@cache
def load(folder: Path) -> Registry:
    """The registry of a folder, once a process."""
    return Registry(folder)


_STATE_KINDS = {"name": "name", "adjective": "demonym", "people": "demonym", "capital": "metonym"}


def _listed(frames: dict[str, pl.DataFrame], states: dict[str, str]) -> list[tuple[str, Name]]:
    """Printed names with what they stand for; of equal names the last one counts."""
    ranked = {kind: rank for rank, kind in enumerate(("people", "adjective", "capital", "name"))}
    of_states = sorted(frames["state_names"].to_dicts(), key=lambda row: (ranked[row["kind"]], row["country"]))
    listed = [(row["form"], Name(states[row["country"]], _STATE_KINDS[row["kind"]])) for row in of_states]
    listed += [(row["name"], Name(row["place_id"], "place")) for row in frames["place_names"].to_dicts()]
    return listed + [(row["name"], Name(row["entity_id"], row["kind"])) for row in frames["names"].to_dicts()]


def _organs(frames: dict[str, pl.DataFrame], organs: dict[str, str | None]) -> dict[tuple[str, str], Actor]:
    """The organs of each state under its adjective, if no other state shares it: the Turkish army is ``turkish_army``."""
    of_states = (
        frames["state_names"].filter(pl.col("kind") == "adjective").sort("form").unique("country", keep="first", maintain_order=True)
    )
    adjectives = dict(of_states.unique("form", keep="none").select("country", "form").iter_rows())
    found = {}
    for country, state in frames["states"].select("country", "entity_id").iter_rows():
        for organ, sector in organs.items() if country in adjectives else ():
            name = f"{adjectives[country]} {organ.replace('_', ' ')}"
            entity = re.sub(r"[^a-z0-9]+", "_", fold(name).lower()).strip("_")
            found[country, organ] = Actor(entity, name, "government", country, sector, state, None, None)
    return found


def _acting(folder: Path) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Lemmas of the verbs that tell of acts or report speech, of the nouns for acts, and of the verbs that report clauses."""
    acts, says = knowledge.read(predicates.TABLE, folder), knowledge.read(speech_verbs.TABLE, folder)
    verbs = says.filter(pl.col("pos") == "verb")
    told = [*acts.filter(pl.col("pos") == "VERB")["lemma"], *verbs["lemma"]]
    saying = verbs.filter(pl.col("frame") == "clause")["lemma"]
    return frozenset(told), frozenset(acts.filter(pl.col("pos") == "NOUN")["lemma"]), frozenset(saying)


def _city_of(places: pl.DataFrame, country: str, name: str | None) -> str | None:
    """Id of a city of a country by its name."""
    wanted = fold(name or "")
    found = places.filter((pl.col("kind") == "city") & (pl.col("country") == country)).select("place_id", "name").iter_rows()
    return next((key for key, printed in found if fold(printed) == wanted), None)
