"""Mentions by description: "US forces", "Iraqi lawmakers", "the prime minister", "the legislature", and pronouns that speak or act."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Doc, Token

from drawdown.entities.article import Article, Row
from drawdown.entities.registry import Noun, Registry
from drawdown.entities.resolve import singular

_PREMODIFIERS = frozenset({"amod", "compound", "nmod"})
_QUANTIFIERS = frozenset(
    {"many", "several", "few", "some", "other", "such", "own", "all", "more", "most", "remaining", "large", "same", "various", "numerous"}
)
"""Adjectives that count or point rather than describe; a span begins behind them."""
_PRONOUNS = {"he": "m", "she": "f", "they": None, "we": None}
_SPAN_OF_STATES = frozenset({"country", "nation", "republic", "kingdom", "emirate"})
_GROUND = frozenset({"in", "from", "into", "out", "inside", "across", "within", "near", "throughout", "around", "of"})
_STORY_ORGANS = frozenset({"parliament", "judiciary", "police", "army", "air_force", "security_forces"})
"""Organs that, without a country, are those of the country that the story is about."""
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
            row = _pronoun(article, token, known, registry)
        if row is not None:
            rows.append(row)
            known.append(row)
    return rows


def noun(token: Token, registry: Registry) -> Noun | None:
    """The actor noun of the registry that a token heads: "foreign minister" before "minister"."""
    forms = dict.fromkeys((token.lemma_.lower(), token.lower_, singular(token.lower_)))
    for first in token.lefts:
        if first.dep_ in ("compound", "amod"):
            for form in forms:
                if found := registry.nouns.get(f"{first.lower_} {form}"):
                    return found
    if token.text.isupper() and len(token.text) > 1 and token.lower_ != "pm":
        return None
    return next((registry.nouns[form] for form in forms if form in registry.nouns), None)


def _nominal(article: Article, token: Token, named: dict[int, Row], known: list[Row], registry: Registry) -> Row | None:
    described = noun(token, registry)
    if described is None or (token.dep_ == "compound" and token.head.i > token.i):
        return None
    if described.kind == "person" and token.tag_ in ("NN", "NNP") and _names_a_person(token, named):
        return None
    start, end = _start(article.text, token, named), token.idx + len(token.text)
    if token.lemma_.lower() in _SPAN_OF_STATES:
        return _state(article, token, (start, end), named, known, registry)
    person = next((named[offset] for offset in range(start, end) if offset in named and named[offset]["kind"] == "person"), None)
    if person is not None and described.organ != "government":
        return None
    country = _country(token, named, registry)
    kind = described.kind
    if person is not None:
        leader = registry.actors.get(person["entity_id"])
        country = leader.country if leader else None
    apposed, owner = _apposed(token, named), _owner(token, named, registry)
    if described.weak and not (country or apposed or owner) and not _described(token, registry):
        return None
    sector = next((registry.modifiers[child.lower_] for child in token.lefts if child.lower_ in registry.modifiers), described.sector)
    if kind == "person" and token.tag_ in ("NNS", "NNPS") and sector in ("GOV", "LEG", "MIL"):
        kind = "government"
    if kind == "person" and apposed is not None and apposed["kind"] == "person":
        entity, reason, score = apposed["entity_id"], f"in apposition to {apposed['text']!r}", 0.7
    elif owner is not None and kind != "person":
        entity, reason, score = owner["entity_id"], f"part of {owner['text']!r}", 0.6
        kind = owner["kind"] if described.weak else kind
    else:
        entity, reason, score = _resolve(article, token, described, sector, country, known, registry)
    row = article.span("m", "mention_id", start, end, kind)
    return row and row | {"kind": kind, "entity_id": entity, "place_id": None, "method": "nominal", "score": score, "reason": reason}


def _names_a_person(token: Token, named: dict[int, Row]) -> bool:
    """Whether a person's name follows at once: a title or office before a name belongs to no mention."""
    after = token.doc[token.i + 1].idx if token.i + 1 < len(token.doc) else -1
    return after in named and named[after]["kind"] == "person"


def _apposed(token: Token, named: dict[int, Row]) -> Row | None:
    """The name beside which a description stands in apposition, on either side."""
    near = [token.head] if token.dep_ == "appos" else []
    near += [child for child in token.rights if child.dep_ == "appos"]
    return next((named[other.idx] for other in near if other.idx in named), None)


def _owner(token: Token, named: dict[int, Row], registry: Registry) -> Row | None:
    """The group or organisation whose name stands right before a noun: the *PMU* groups."""
    for child in token.lefts:
        row = named.get(child.idx) if child.dep_ in ("compound", "nmod", "amod") else None
        if row is not None and row["kind"] in ("armed_group", "organisation") and row["entity_id"] in registry.actors:
            return row
    return None


def _described(token: Token, registry: Registry) -> bool:
    """Whether a weak noun stands for an actor all the same: a modifier says whose, or it acts, or it is one known before."""
    if any(child.lower_ in registry.modifiers for child in token.lefts):
        return True
    definite = any(child.lower_ in ("the", "its", "their", "these", "those") for child in token.lefts)
    return token.dep_ in ("nsubj", "nsubjpass") or (definite and token.dep_ in ("dobj", "pobj", "poss", "appos"))


def _state(
    article: Article, token: Token, span: tuple[int, int], named: dict[int, Row], known: list[Row], registry: Registry
) -> Row | None:
    """ "The country": the state whose land was last named before it, else the one that was last named at all."""
    ground = token.dep_ == "pobj" and token.head.lower_ in _GROUND
    kind = "place" if ground else "state"
    country = _country(token, named, registry)
    entity, reason = registry.states.get(country or ""), "country with its adjective"
    if entity is None and token.tag_ in ("NN", "NNP"):
        land = [row for row in known if row["kind"] == "place" and row["end"] <= span[0] and row["entity_id"] in registry.state_ids]
        near = max((row for row in land if span[0] - row["end"] <= _REACH), key=lambda row: row["end"], default=None)
        story = _story(known, registry)
        entity, reason = (
            (near["entity_id"], f"land named before: {near['text']!r}") if near else (registry.states.get(story or ""), "story")
        )
        reason = "country of the story" if reason == "story" else reason
    row = article.span("m", "mention_id", *span, kind)
    link = {"kind": kind, "entity_id": entity, "place_id": entity if ground else None, "method": "nominal", "score": 0.5, "reason": reason}
    return row and row | link


def _start(text: str, token: Token, named: dict[int, Row]) -> int:
    """Where a noun phrase begins, without articles, possessors and quotation marks: the leftmost premodifier that touches."""
    first = token
    for child in reversed(list(token.lefts)):
        if child.dep_ not in _PREMODIFIERS or child.i + 1 < first.i - 1 or child.lower_ in _QUANTIFIERS:
            break
        if child.idx in named and text[named[child.idx]["end"] : named[child.idx]["end"] + 1] in ("*", ",", ")"):
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
        entity = registry.organ(country, described.organ) if described.kind != "person" or token.tag_ in ("NNS", "NNPS") else None
        return entity, "organ of a state" if entity else f"actor noun with {country}", 0.8 if entity else 0.6
    if described.organ in _STORY_ORGANS and (story := _story(known, registry)) and (entity := registry.organ(story, described.organ)):
        return entity, f"organ of the country of the story, {story}", 0.5
    if any(child.lower_ in ("the", "its", "their") for child in token.lefts):
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


def _story(known: list[Row], registry: Registry) -> str | None:
    """The country on whose ground the article plays: named as land or through its places, then as a side; None where there is none."""
    counts: Counter[str] = Counter()
    for row in known:
        key = row["entity_id"] or ""
        actor, place = registry.actors.get(key), registry.places.get(key)
        country = actor.country if actor else place["country"] if place else None
        if country and row["method"] in ("registry", "gazetteer"):
            counts[country] += {"place": 4, "facility": 4, "state": 2, "nationality": 1}.get(row["kind"], 0)
    return min(counts, key=lambda country: (-counts[country], country)) if counts else None


def _pronoun(article: Article, token: Token, known: list[Row], registry: Registry) -> Row | None:
    """ "He", "she": the last person named before, if not far; "they": the last group; "we" waits for its speaker."""
    before = [row for row in known if row["end"] <= token.idx and row["entity_id"] and token.idx - row["end"] <= _REACH]
    gender = _PRONOUNS[token.lower_]
    if token.lower_ == "we":
        fitting: list[Row] = []
    elif token.lower_ == "they":
        fitting = [row for row in before if row["kind"] in ("armed_group", "government", "organisation")]
    else:
        fitting = [row for row in before if row["kind"] == "person" and row["text"][:1].isupper() and row["method"] != "pronoun"]
        fitting = [row for row in fitting if _gender(row, registry) in (None, gender)]
        fitting = [row for row in fitting if _is_subject(row, token.doc)] or fitting
    if not fitting and gender:
        return None
    meant = max(fitting, key=lambda row: row["end"], default=None)
    row = article.span("m", "mention_id", token.idx, token.idx + len(token.text), "person")
    return row and row | {
        "kind": "person",
        "entity_id": meant["entity_id"] if meant else None,
        "place_id": None,
        "method": "pronoun",
        "score": 0.5 if meant else 0.3,
        "reason": f"last named: {meant['text']}" if meant else "pronoun without an antecedent in reach",
    }


def _is_subject(row: Row, doc: Doc) -> bool:
    span = doc.char_span(row["start"], row["end"], alignment_mode="expand")
    return span is not None and span.root.dep_ in ("nsubj", "nsubjpass")


def _gender(row: Row, registry: Registry) -> str | None:
    actor = registry.actors.get(row["entity_id"])
    return actor.gender if actor else None
