"""Mentions by description of countries and places: "the country", "the Iraqi capital", "Iraqi soil", "the village of X", "the city"."""

from __future__ import annotations

from spacy.tokens import Token

from drawdown.entities import descriptions
from drawdown.entities.article import Row
from drawdown.entities.discourse import NEAR, Discourse
from drawdown.entities.registry import Registry


def is_ground(token: Token, registry: Registry) -> bool:
    """Whether the name of a state, or a noun for one, stands where land stands: behind a preposition or a verb of moving."""
    if token.dep_ == "dobj" and token.head.lemma_.lower() in registry.words["leaving"]:
        return True
    return token.dep_ == "pobj" and token.head.lower_ in registry.words["ground"]


def is_part_of(token: Token, registry: Registry) -> bool:
    """Whether a state or capital stands behind "of" and a noun for a part of land."""
    return token.dep_ == "pobj" and token.head.lower_ == "of" and is_place_noun(token.head.head.lemma_.lower(), registry)


def is_place_noun(word: str, registry: Registry) -> bool:
    """Whether a word is a noun for a place or a part of land, of which a state or its capital is the ground: a *district* of Baghdad."""
    return word in registry.words["part_of_land"] or _kind_of_place(word, registry) is not None


def _kind_of_place(word: str, registry: Registry) -> str | None:
    """The kind of place of our gazetteer that a noun may mean (GeoNames holds cities)."""
    return next((kind for kind in ("city", "province", "facility") if word in registry.words[f"{kind}_noun"]), None)


def find(token: Token, begin: int, discourse: Discourse) -> Row | None:
    """The row of a noun for a state or a place; ``begin`` is where its phrase begins. None for other nouns, and for places not named before."""
    lemma, words = token.lemma_.lower(), discourse.registry.words
    if token.dep_ == "compound" and token.head.i > token.i:
        return None
    if lemma in words["state_noun"]:
        return _state(token, begin, discourse)
    if lemma in words["land"] or lemma == "capital":
        return _land(token, begin, lemma, discourse)
    kind = _kind_of_place(lemma, discourse.registry)
    if kind is not None and token.tag_ in ("NN", "NNP"):
        return _place(token, begin, kind, discourse)
    return None


def _state(token: Token, begin: int, discourse: Discourse) -> Row | None:
    """ "The country": the state whose land was last named before it, else the one that the article is about."""
    home = any(child.tag_ == "PRP$" for child in token.lefts)
    behind = token.head.lower_ if token.dep_ == "pobj" else ""
    land = token.dep_ == "poss" and token.head.lemma_.lower() in discourse.registry.words["land"]
    ground = land or is_ground(token, discourse.registry) or behind == "of" or (behind == "to" and home)
    entity = discourse.registry.states.get(descriptions.country(token, discourse) or "")
    reason = "country with its adjective"
    if _unnamed(token, discourse.registry):
        entity, reason = None, "a country that is not named"
    elif entity is None and any(child.lower_ in ("his", "her") for child in token.lefts):
        entity, reason = None, "the country of somebody of whom it is not known"
    elif entity is None and token.tag_ in ("NN", "NNP"):
        states = discourse.registry.state_ids
        seen = (one.row for one in discourse.before(begin, NEAR) if one.row["kind"] == "place" and one.row["entity_id"] in states)
        if (near := next(seen, None)) is not None:
            entity, reason = near["entity_id"], f"land named before: {near['text']!r}"
        else:
            entity, reason = discourse.registry.states.get(discourse.story or ""), "country of the story"
    return _row(token, begin, "place" if ground else "state", entity, entity, reason, discourse)


def _unnamed(token: Token, registry: Registry) -> bool:
    """Whether a country is another than those named ("a third country", "any country"); "a country that they left" describes one of them."""
    described = any(child.dep_ == "relcl" for child in token.rights)
    return any(child.lower_ in registry.words["unnamed"] and not (described and child.dep_ == "det") for child in token.lefts)


def _land(token: Token, begin: int, lemma: str, discourse: Discourse) -> Row | None:
    """ "Iraqi soil" is the country as ground, "the Iraqi capital" its capital."""
    state = discourse.registry.states.get(descriptions.country(token, discourse) or "")
    if state is None or begin == token.idx:
        return None
    place = discourse.registry.capital_of(state) if lemma == "capital" else state
    return _row(token, begin, "place", place, place, f"{lemma} of {state}", discourse) if place else None


def _place(token: Token, begin: int, kind: str, discourse: Discourse) -> Row | None:
    """ "The city" alone: the last place of its kind; "the village of X", "X town": no more than the name."""
    named = [grand for child in token.rights if child.lower_ == "of" for grand in child.children if grand.dep_ == "pobj"]
    named += [child for child in token.children if child.dep_ in ("compound", "nmod", "appos")]
    if any(other.pos_ == "PROPN" or ((row := discourse.at.get(other.idx)) is not None and row["place_id"]) for other in named):
        return None
    if not descriptions.definite(token, discourse.registry):
        return None
    rows = [one.row for one in discourse.before(begin, NEAR) if one.row["place_id"] and _kind(one.row, discourse) == kind][:1]
    if not rows:
        return None
    row = rows[0]
    return _row(
        token,
        begin,
        "facility" if kind == "facility" else "place",
        row["entity_id"],
        row["place_id"],
        f"last named: {row['text']!r}",
        discourse,
    )


def _kind(row: Row, discourse: Discourse) -> str | None:
    place = discourse.registry.places.get(row["place_id"])
    return place["kind"] if place else "city" if row["place_id"].startswith("geonames_") else None


def _row(token: Token, begin: int, kind: str, entity: str | None, place: str | None, reason: str, discourse: Discourse) -> Row | None:
    row = discourse.article.span("m", "mention_id", begin, token.idx + len(token.text), kind)
    return row and row | {"kind": kind, "entity_id": entity, "place_id": place, "method": "nominal", "score": 0.5, "reason": reason}
