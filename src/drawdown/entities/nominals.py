"""Mentions by description: "US forces", "Iraqi lawmakers", "the prime minister", "the legislature", and pronouns that speak or act."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from drawdown.entities.article import Article, Row
from drawdown.entities.registry import Noun, Registry

_PREMODIFIERS = frozenset({"amod", "compound", "nmod", "nummod"})
_PRONOUNS = frozenset({"he", "she"})
_REACH = 400
"""Characters back to which a pronoun or a definite description looks."""


def find(article: Article, doc: Doc, names: list[Row], registry: Registry) -> list[Row]:
    """Rows of ``mentions`` for nominal and pronominal mentions, in order; ``names`` are the named ones of the article."""
    named = {offset: row for row in names for offset in range(row["start"], row["end"])}
    known = list(names)
    rows: list[Row] = []
    for token in doc:
        row = None
        if token.pos_ in ("NOUN", "PROPN") and token.idx not in named:
            row = _nominal(article, token, named, known, registry)
        elif token.lower_ in _PRONOUNS and token.dep_ in ("nsubj", "nsubjpass"):
            row = _pronoun(article, token, known)
        if row is not None:
            rows.append(row)
            known.append(row)
    return rows


def noun(token: Token, registry: Registry) -> Noun | None:
    """The actor noun of the registry that a token heads: "foreign minister" before "minister"."""
    lemma = token.lemma_.lower()
    for first in token.lefts:
        if first.dep_ in ("compound", "amod") and (found := registry.nouns.get(f"{first.lower_} {lemma}")):
            return found
    if token.text.isupper() and len(token.text) > 1 and token.lower_ != "pm":
        return None
    return registry.nouns.get(lemma) or registry.nouns.get(token.lower_)


def _nominal(article: Article, token: Token, named: dict[int, Row], known: list[Row], registry: Registry) -> Row | None:
    described = noun(token, registry)
    if described is None or (token.dep_ == "compound" and token.head.i > token.i):
        return None
    start, end = _start(token), token.idx + len(token.text)
    if any(offset in named and named[offset]["kind"] == "person" for offset in range(start, end)):
        return None
    country = _country(token, named, registry)
    if described.weak and country is None and not any(child.lower_ in registry.modifiers for child in token.lefts):
        return None
    sector = next((registry.modifiers[child.lower_] for child in token.lefts if child.lower_ in registry.modifiers), described.sector)
    entity, reason, score = _resolve(article, token, described, sector, country, known, registry)
    row = article.span("m", "mention_id", start, end, described.kind)
    return row and row | {
        "kind": described.kind,
        "entity_id": entity,
        "place_id": None,
        "method": "nominal",
        "score": score,
        "reason": reason,
    }


def _start(token: Token) -> int:
    """Where a noun phrase begins, without articles, possessors and quotation marks: the leftmost premodifier that touches."""
    first = token
    for child in reversed(list(token.lefts)):
        if child.dep_ not in _PREMODIFIERS or child.i + 1 < first.i - 1:
            break
        first = child
        for inner in child.subtree:
            if inner.i < first.i and inner.dep_ in (*_PREMODIFIERS, "punct", "advmod", "npadvmod"):
                first = inner
    return int(first.idx)


def _country(token: Token, named: dict[int, Row], registry: Registry) -> str | None:
    """The state that a noun phrase is said to belong to: "Iraqi lawmakers", "Iraq's parliament", "president of Iraq"."""
    near = [child for child in token.lefts if child.dep_ in ("amod", "compound", "nmod", "poss")]
    near += [grand for child in token.rights if child.lower_ == "of" for grand in child.children if grand.dep_ == "pobj"]
    for child in near:
        row = named.get(child.idx)
        actor = registry.actors.get(row["entity_id"]) if row and row["entity_id"] else None
        if actor is not None and actor.kind == "state":
            return actor.country
    return None


def _resolve(
    article: Article, token: Token, described: Noun, sector: str | None, country: str | None, known: list[Row], registry: Registry
) -> tuple[str | None, str, float]:
    """Entity of a description with the reason and a score."""
    if country is not None:
        if registry.is_office(described.organ) and token.tag_ in ("NN", "NNP"):
            holder = registry.holder(described.organ or "", country, article.published)
            return (holder, "office held on the day of publication", 0.8) if holder else (None, "office; no date says whose", 0.5)
        entity = registry.organ(country, described.organ)
        return entity, "organ of a state" if entity else f"actor noun with {country}", 0.8 if entity else 0.6
    if any(child.lower_ == "the" for child in token.lefts):
        return _definite(token, described.kind, sector, known, registry)
    return None, "actor noun", 0.5


def _definite(token: Token, kind: str, sector: str | None, known: list[Row], registry: Registry) -> tuple[str | None, str, float]:
    """ "The legislature", "the premier": the last actor before it of the same sector; a person for a person's noun, else no person."""
    for row in sorted(known, key=lambda row: row["end"], reverse=True):
        if row["end"] > token.idx:
            continue
        if token.idx - row["end"] > 3 * _REACH:
            break
        actor = registry.actors.get(row["entity_id"] or "")
        if actor is None or sector is None or actor.sector != sector or actor.kind in ("state", "media"):
            continue
        if (actor.kind == "person") == (kind == "person"):
            return actor.actor_id, f"the same sector as {row['text']!r} before it", 0.6
    return None, "definite description", 0.4


def _pronoun(article: Article, token: Token, known: list[Row]) -> Row | None:
    """ "He", "she": the last person named before, if not far."""
    people = [
        row for row in known if row["kind"] == "person" and row["end"] <= token.idx and row["entity_id"] and row["text"][:1].isupper()
    ]
    if not people or token.idx - max(people, key=lambda row: row["end"])["end"] > _REACH:
        return None
    person = max(people, key=lambda row: row["end"])
    row = article.span("m", "mention_id", token.idx, token.idx + len(token.text), "person")
    return row and row | {
        "kind": "person",
        "entity_id": person["entity_id"],
        "place_id": None,
        "method": "pronoun",
        "score": 0.5,
        "reason": f"last person named: {person['text']}",
    }
