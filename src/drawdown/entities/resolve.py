"""Who a noun phrase on its own means: for coders that have a phrase and no article around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drawdown.entities import gazetteer
from drawdown.entities.lookup import Hit
from drawdown.entities.registry import Noun, Registry

Resolved = tuple[str | None, str | None, str | None, str]
"""(entity_id, ISO-3 country, PLOVER sector, reason)."""

_WORDS = re.compile(r"[^\W\d_][\w'’.-]*")
_TAIL = re.compile(r"\s+(of|in|from|at|for|to|with|against|across|near|inside|within|who|that|which|on)\s+|\s*,\s*")
_ELSEWHERE = frozenset({"to", "with", "against", "who", "that", "which", "for", "on"})
"""What follows these words is not what the phrase belongs to: the ambassador *to* Poland."""
_FORMER = re.compile(r"\b(?:former|ex|retired|deposed|ousted|late)\b", re.IGNORECASE)
_NAMED = re.compile(r"\s+[A-Z][\w'’.-]+\s*")
"""Behind an office: a name of somebody that the registry does not know."""
_SIDED = re.compile(r"\b(?:pro|anti)[-\s]$", re.IGNORECASE)
"""Before a name: for or against it, so not of it."""
_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "you", "him", "her", "them", "us", "who", "someone"})


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A noun phrase cut before its first post-modifier; ``link`` is the word that begins it."""

    head: str
    link: str
    tail: str


def resolve(text: str, day: str | None, registry: Registry) -> Resolved:
    """Entity, country and sector of a noun phrase; each is None where nothing decides.

    A name of the registry that is no attribute of an actor noun wins ("Quds Force commander Soleimani"); else the
    last actor noun gives the sector, a name of a state or city the country. ``day`` (EDTF) resolves offices.
    """
    text = " ".join(text.split())
    if text.isupper() and len(text) > 5 and not registry.find(text):
        text = text.title()
    if text.lower() in _PRONOUNS:
        return None, None, "UNK", "pronoun"
    whole = [hit for hit in registry.find(text) if hit.name.kind != "place"]
    phrase = _cut(text, whole)
    hits = [hit for hit in registry.find(phrase.head) if not _SIDED.search(phrase.head[: hit.start])]
    title = _title(phrase.head, registry)
    former = bool(_FORMER.search(phrase.head))
    if named := [hit for hit in hits if hit.name.kind != "place" and not _is_state(hit, registry)]:
        entity, country, sector, why = _by_name(named[-1], title if _after(title, named[-1]) else None, former, day, registry)
        return entity, country or _country(phrase, [hit for hit in hits if _is_state(hit, registry)], registry)[0], sector, why
    country, why = _country(phrase, hits, registry)
    if title is None:
        return _bare(phrase, hits, country, why, registry)
    noun = registry.nouns[title[0]]
    if phrase.link == "of" and (noun.weak or noun.organ == "president"):
        noun = _headed(phrase.tail, registry) or noun
    sector = "ELI" if former and noun.sector in ("GOV", "MIL", "LEG", "SPY", "COP", "JUD") else _sector(noun, title, phrase.head, registry)
    if country is None:
        return None, None, sector, f"actor noun {title[0]!r}"
    if former:
        return None, country, sector, f"former {title[0]!r} of {country}"
    if _NAMED.match(phrase.head[title[1] :]):
        return None, country, sector, f"a person named behind {title[0]!r}, {why}"
    if registry.is_office(noun.organ):
        return registry.holder(noun.organ or "", country, day), country, sector, f"office of {title[0]!r} of {country}"
    return registry.organ(country, noun.organ), country, sector, f"actor noun {title[0]!r}, {why}"


def described(text: str, registry: Registry) -> tuple[str | None, str | None] | None:
    """Country and sector that a phrase gives to somebody else, whom it calls so: "Iranian deputy minister of sports"; None if it says nothing.

    Without an actor noun, all that counts is a nationality or possessive state at its beginning: "Biden critic" makes nobody American.
    """
    text = " ".join(text.split())
    phrase = _cut(text, registry.find(text))
    if _title(phrase.head, registry) is None:
        first = next((hit for hit in registry.find(text) if hit.start == 0 and _is_state(hit, registry)), None)
        owned = first is not None and (first.name.kind == "demonym" or text[first.end :][:2] in ("'s", "’s"))
        return (registry.actors[first.name.target].country, None) if first is not None and owned else None
    _, country, sector, _ = resolve(text, None, registry)
    return (country, None if sector == "UNK" else sector) if country or sector else None


def _cut(text: str, hits: list[Hit]) -> _Phrase:
    """The phrase at its first post-modifier that stands in no name ("Bank of Nerva" stays whole)."""
    for found in _TAIL.finditer(text):
        if not any(hit.start <= found.start() and found.end() <= hit.end for hit in hits) and found.start() > 0:
            return _Phrase(text[: found.start()], (found.group(1) or ",").lower(), text[found.end() :])
    return _Phrase(text, "", "")


def _after(title: tuple[str, int] | None, hit: Hit) -> bool:
    return title is not None and title[1] > hit.end


def _by_name(hit: Hit, title: tuple[str, int] | None, former: bool, day: str | None, registry: Registry) -> Resolved:
    actor = registry.actors[hit.name.target]
    if title is None:
        if former and actor.kind == "person":
            return actor.actor_id, actor.country, "ELI", f"former: {actor.name!r} in the registry"
        return actor.actor_id, actor.country, registry.sector(actor.actor_id, day), f"name {actor.name!r} in the registry"
    noun = registry.nouns[title[0]]
    if former:
        return None, actor.country, "ELI", f"former {title[0]!r} of {actor.name!r}"
    sector = actor.sector if noun.weak or noun.sector is None else noun.sector
    return None if noun.kind == "person" else actor.actor_id, actor.country, sector, f"actor noun {title[0]!r} of {actor.name!r}"


def _headed(text: str, registry: Registry) -> Noun | None:
    """The last actor noun of a text that has a sector, else the last: "head of the parliament's finance committee" is of the parliament."""
    last = None
    while (title := _title(text, registry)) is not None:
        noun = registry.nouns[title[0]]
        last = last or noun
        if noun.sector not in (None, "UNK"):
            return noun
        text = text[: title[1] - len(title[0])]
    return last


def _is_state(hit: Hit, registry: Registry) -> bool:
    return hit.name.target in registry.state_ids


def _country(phrase: _Phrase, hits: list[Hit], registry: Registry) -> tuple[str | None, str]:
    """The country that a phrase belongs to: a possessor or adjective, then what stands behind *of*, *in*, *from*; last a city."""
    for hit in hits:
        if hit.name.kind == "place":
            if country := registry.places[hit.name.target]["country"]:
                return country, f"place of {country}"
        elif _is_state(hit, registry):
            return registry.actors[hit.name.target].country, f"with {registry.actors[hit.name.target].name}"
    behind = "" if phrase.link in _ELSEWHERE else phrase.tail
    for hit in registry.find(behind):
        if hit.name.kind == "place":
            if country := registry.places[hit.name.target]["country"]:
                return country, f"place of {country}"
        elif country := registry.actors[hit.name.target].country:
            return country, f"of {registry.actors[hit.name.target].name}"
    for part in (phrase.head, behind):
        if city := _city(part, registry):
            return city.country, f"city of {city.country}"
    return None, ""


def _city(text: str, registry: Registry) -> gazetteer.City | None:
    """The largest city that capitalised words of a text name, if it has 100,000 inhabitants or the text is its name alone; no actor noun is one."""
    words = [match.group().removesuffix("'s").removesuffix("’s") for match in _WORDS.finditer(text)]
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            name = " ".join(words[at : at + size])
            if (
                name[:1].isupper()
                and name.lower() not in registry.nouns
                and (found := gazetteer.named(name))
                and (found[0].population >= 100_000 or name == text)
            ):
                return found[0]
    return None


def _bare(phrase: _Phrase, hits: list[Hit], country: str | None, why: str, registry: Registry) -> Resolved:
    """A phrase without an actor noun: a state, a capital, a people, a place, or nothing known."""
    states = [hit for hit in hits if _is_state(hit, registry)]
    if states:
        hit = states[-1]
        actor = registry.actors[hit.name.target]
        if hit.end < len(phrase.head.rstrip(" .'’s")) and phrase.head[hit.end :].strip(" .'’s").islower():
            return None, actor.country, "UNK", f"something of {actor.name}"
        return actor.actor_id, actor.country, "GOV" if hit.name.kind == "metonym" else None, "name of a state"
    if country is None:
        return None, None, None, "no name and no actor noun of the registry"
    if phrase.tail:
        return None, country, "UNK", why
    return None, country, "CVL" if why.startswith("city") else None, why


def _sector(noun: Noun, title: tuple[str, int], head: str, registry: Registry) -> str | None:
    """Sector of a noun: of a weak one, that of the last modifier before it."""
    words = [match.group().lower() for match in _WORDS.finditer(head[: title[1]])][: -len(title[0].split())]
    given = [registry.modifiers[word] for word in words if word in registry.modifiers]
    plain = noun.sector or ("MIL" if noun.organ == "armed_forces" else "UNK")
    return given[-1] if given and (noun.weak or noun.sector in (None, "CVL")) else plain


def _title(text: str, registry: Registry) -> tuple[str, int] | None:
    """The last actor noun of a phrase, as long as it goes, and where it ends: "foreign minister", not "minister"."""
    words = list(_WORDS.finditer(text))
    for last in range(len(words), 0, -1):
        for first in range(max(0, last - 4), last):
            phrase = text[words[first].start() : words[last - 1].end()].lower()
            phrase = phrase.removesuffix("'s").removesuffix("’s")
            for form in (phrase, singular(phrase)):
                if form in registry.nouns and not (last - first == 1 and words[first].group()[0].isupper() and len(form) < 4):
                    return form, words[last - 1].end()
    return None


def singular(phrase: str) -> str:
    """A noun phrase in lower case with its last word in the singular, by the common rules of English."""
    for plural, singular in (("children", "child"), ("people", "people"), ("men", "man"), ("ies", "y"), ("sses", "ss")):
        if phrase.endswith(plural):
            return phrase[: -len(plural)] + singular
    return phrase[:-1] if phrase.endswith("s") and not phrase.endswith("ss") else phrase
