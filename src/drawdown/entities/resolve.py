"""Who a noun phrase on its own means: for coders that have a phrase and no article around it."""

from __future__ import annotations

import re

from drawdown.entities.registry import Registry

_WORDS = re.compile(r"[^\W\d_][\w'’.-]*")

Resolved = tuple[str | None, str | None, str | None, str]
"""(entity_id, ISO-3 country, PLOVER sector, reason)."""


def resolve(text: str, day: str | None, registry: Registry) -> Resolved:
    """Entity, country and sector of a noun phrase; each is None where nothing decides.

    A name of the registry that is no attribute of an actor noun wins ("Quds Force commander Soleimani"); else the
    last actor noun gives the sector, a name of a state the country. ``day`` (EDTF) resolves offices.
    """
    hits = registry.find(text)
    actors = [(hit, registry.actors[hit.name.target]) for hit in hits if hit.name.kind != "place"]
    states = [actor for _, actor in actors if actor.kind == "state"]
    country = states[0].country if states else None
    title = _title(text, registry)
    named = [(hit, actor) for hit, actor in actors if actor.kind != "state"]
    if named:
        _, actor = named[-1]
        return actor.actor_id, actor.country or country, actor.sector, f"name {actor.name!r} in the registry"
    if title is None:
        if states:
            return states[-1].actor_id, states[-1].country, "GOV", "name of a state"
        return None, None, None, "no name and no actor noun of the registry"
    described = registry.nouns[title]
    before = text.lower().split()
    sector = next((registry.modifiers[word] for word in before if word in registry.modifiers), described.sector)
    if country is None:
        return None, None, sector, f"actor noun {title!r}"
    if registry.is_office(described.organ):
        return registry.holder(described.organ or "", country, day), country, sector, f"office of {title!r} of {country}"
    return registry.organ(country, described.organ), country, sector, f"actor noun {title!r} with {country}"


def _title(text: str, registry: Registry) -> str | None:
    """The longest, then last, actor noun of a phrase before its first post-modifier."""
    words = [match.group() for match in _WORDS.finditer(re.split(r"\b(?:of|in|from|for|who|that|which)\b|,", text)[0] or text)]
    found = None
    for size in (1, 2, 3):
        for at in range(len(words) - size + 1):
            phrase = " ".join(words[at : at + size]).lower()
            for form in (phrase, _singular(phrase)):
                if form in registry.nouns:
                    found = form
    return found


def _singular(phrase: str) -> str:
    for plural, singular in (("men", "man"), ("women", "woman"), ("ies", "y"), ("sses", "ss"), ("children", "child"), ("people", "people")):
        if phrase.endswith(plural):
            return phrase[: -len(plural)] + singular
    return phrase[:-1] if phrase.endswith("s") and not phrase.endswith("ss") else phrase
