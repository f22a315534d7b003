"""Named mentions: names of the registry first, spaCy's entities for the rest."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from drawdown.entities import aliases, attributes, candidates, datelines, divisions, grounds, toponyms
from drawdown.entities.article import Article, Row, head
from drawdown.entities.candidates import Candidate
from drawdown.entities.discourse import FILED
from drawdown.entities.folding import fold
from drawdown.entities.lookup import Hit
from drawdown.entities.registry import Registry
from drawdown.entities.resolve import singular

_JOINED = re.compile(r"\b(?:[Aa]l|[Ee]l|[Aa]s|[Aa]sh|[Aa]n|[Aa]r|[Aa]t|[Aa]z)-$")
"""An Arabic article joined to the name behind it."""


def find(article: Article, doc: Doc, registry: Registry, titles: frozenset[int]) -> list[Row]:
    """Rows of ``mentions`` for names, in order; spans do not overlap. None stands at a character of ``titles``."""
    hits = [
        hit
        for hit in registry.find(article.text)
        if not _part_of_other_name(hit, doc)
        and not _is_given(hit, article.text, doc, registry)
        and not _is_surname(hit, article.text, registry)
    ]
    hits = _outside_bodies(_outside_the_us(_capitals(hits, article.text, registry), doc, registry), doc, registry)
    wider = [toponyms.wider(article.text, hit, registry) for hit in hits]
    hits = [hit for hit, longer in zip(hits, wider, strict=True) if longer is None]
    countries = Counter(registry.actors[hit.name.target].country or "" for hit in hits if hit.name.kind not in ("place", "metonym"))
    rows = _datelines(article, countries, registry)
    filed = {offset for row in rows for offset in range(row["start"], row["end"])}
    rows += [row for hit in hits if hit.start not in filed and (row := _registry_row(article, doc, hit, registry))]
    rows += _posts(article)
    taken = {offset for row in rows for offset in range(row["start"], row["end"])}
    parts = [Candidate(*span, "place") for span in wider if span is not None]
    for candidate in [*parts, *_grounded(candidates.find(doc, registry), doc, countries, registry)]:
        row = _model_row(article, candidate, countries, registry)
        if row and taken.isdisjoint(range(row["start"], row["end"])):
            rows.append(row)
            taken.update(range(row["start"], row["end"]))
    rows = sorted((row for row in rows if row["start"] not in titles), key=lambda row: row["start"])
    rows = aliases.acronyms(rows, article)
    rows = aliases.surnames(rows, article)
    named = aliases.first_names(rows, article, registry.words["before_given"], registry.words["family_first"])
    return attributes.told(named, doc, registry)


def _datelines(article: Article, countries: Counter[str], registry: Registry) -> list[Row]:
    """The places of datelines: where a report was filed, and no side of what it tells."""
    rows = []
    for line in datelines.find(article.text):
        place = toponyms.filed(article.text, line, countries, registry)
        row = article.span("m", "mention_id", line.start, line.place_end, "place") if place is not None else None
        if row is not None:
            rows.append(row | aliases.link("place", place, place, "gazetteer", 0.9, FILED))
    return rows


def _posts(article: Article) -> list[Row]:
    """States by the letters of their post, behind a city of theirs: Denver, *CO*."""
    found = ((article.span("m", "mention_id", start, end, "place"), key) for start, end, key in toponyms.posts(article.text))
    return [
        row | aliases.link("place", key, key, "gazetteer", 0.9, "letters of the post behind a city")
        for row, key in found
        if row is not None
    ]


def _part_of_other_name(hit: Hit, doc: Doc) -> bool:
    """Whether a bare surname is somebody else's (Jean Bush is not George W. Bush) or, as ground, a place's ("in al-Assad")."""
    if hit.name.kind != "surname":
        return False
    span = doc.char_span(hit.start, hit.end, alignment_mode="expand")
    if span is None or span.start == 0:
        return False
    before = doc[span.start - 1]
    if before.lower_ in ("in", "at", "near", "outside"):
        return True
    return before.ent_type_ == "PERSON" and before.pos_ == "PROPN" and before.text[:1].isupper() and doc[span.start].ent_type_ == "PERSON"


def _is_given(hit: Hit, text: str, doc: Doc, registry: Registry) -> bool:
    """Whether the name of a place is a part of a person's: *Jordan* Otieno, Jean *London*."""
    if text[hit.start : hit.end].lower() not in registry.words["given_name"]:
        return False
    span = doc.char_span(hit.start, hit.end, alignment_mode="expand")
    persons = [entity for entity in doc.ents if entity.label_ == "PERSON" and len(entity) > 1]
    return span is not None and any(entity.start <= span.start and span.end <= entity.end for entity in persons)


def _is_surname(hit: Hit, text: str, registry: Registry) -> bool:
    """Whether the name of a group is, with an article joined to it, the surname of a person, and no noun for a group follows: *al-Houthi* said."""
    actor = registry.actors.get(hit.name.target)
    if (
        actor is None
        or actor.kind not in ("armed_group", "organisation")
        or (joined := _JOINED.search(text, max(0, hit.start - 5), hit.start)) is None
    ):
        return False
    after = re.match(r"\s+(\w+)", text[hit.end : hit.end + 30])
    noun = registry.nouns.get(singular(after.group(1))) if after else None
    return fold(text[joined.start() : hit.end]) in registry.surnames and (noun is None or noun.kind == "person")


def _capitals(hits: list[Hit], text: str, registry: Registry) -> list[Hit]:
    """Names without those of capitals where a city elsewhere is meant: Lima, *Ohio*; Kingston in an article on Canada that has no word of Jamaica."""
    states = [hit.name for hit in hits if hit.name.target in registry.state_ids]
    own = {name.target for name in states if name.kind != "metonym"}
    countries = Counter(registry.actors[name.target].country or "" for name in states if name.target in own)
    return [hit for hit in hits if hit.name.kind != "metonym" or not toponyms.elsewhere(text, hit, countries, registry)]


def _outside_the_us(hits: list[Hit], doc: Doc, registry: Registry) -> list[Hit]:
    """Names without those of states that are a US state's here: Georgia in an article that names other US states and nothing else of Georgia."""
    text = doc.text  # spaCy builds it anew at every reading
    shared = {hit for hit in hits if hit.name.target in registry.state_ids and _us_state(text[hit.start : hit.end], registry)}
    if not shared:
        return hits
    named = {hit.name.target for hit in hits if hit not in shared}
    others = {entity.text for entity in doc.ents if entity.label_ == "GPE" and _us_state(entity.text, registry)}
    own = {text[hit.start : hit.end] for hit in shared}
    return [hit for hit in hits if hit not in shared or hit.name.target in named or not others - own]


def _us_state(name: str, registry: Registry) -> bool:
    return any(one.country == "USA" for one in registry.divisions.get(divisions.key(name), ()))


def _outside_bodies(hits: list[Hit], doc: Doc, registry: Registry) -> list[Hit]:
    """Names without those of states and cities that the name of an organisation holds: the *Nerva* Stock Exchange is not Nerva."""
    inside: set[int] = set()
    for entity in doc.ents:
        start, end = entity.start_char, entity.end_char
        held = [hit for hit in hits if hit.start < end and start < hit.end] if entity.label_ == "ORG" else []
        states = all(hit.name.kind == "place" or hit.name.target in registry.state_ids for hit in held)
        if held and states and all(start <= hit.start and hit.end <= end for hit in held) and _is_body(entity, held, registry):
            inside.update(range(start, end))
    return [hit for hit in hits if hit.start not in inside]


def _is_body(entity: Span, held: list[Hit], registry: Registry) -> bool:
    """Whether a name of three words or more heads its own: capitalised to a noun for a body (last, or before "of"), more than that noun beside a state's name."""
    of = next((token.i for token in entity if token.lower_ == "of"), entity.end)
    words = [token for token in entity if token.lower_ not in ("the", "of", "and", "for", "on")]
    own = [token for token in words if not any(hit.start <= token.idx < hit.end for hit in held)]
    if len(words) < 3 or len(own) < 2 or not all(token.text[:1].isupper() for token in words):
        return False
    plain = " ".join(token.lower_ for token in own)
    heads = [own[-1], *[token for token in own if token.i < of][-1:]]
    nouns = [noun for token in heads if (noun := registry.nouns.get(token.lower_)) is not None]
    return plain not in registry.nouns and any(noun.kind in ("organisation", "media") or noun.organ == "education" for noun in nouns)


def _registry_row(article: Article, doc: Doc, hit: Hit, registry: Registry) -> Row | None:
    if hit.name.kind == "place":
        place = registry.places[hit.name.target]
        kind = "facility" if place["kind"] == "facility" else "place"
        row = article.span("m", "mention_id", hit.start, _without_noun(article.text, hit, registry), kind)
        return row and row | aliases.link(kind, hit.name.target, hit.name.target, "gazetteer", 0.95, "name of our own gazetteer")
    actor = registry.actors[hit.name.target]
    kind, place_id = actor.kind, None
    reason = f"{hit.name.kind} name in the registry"
    if hit.name.kind == "demonym":
        kind = "nationality"
    elif actor.kind == "state":
        kind, reason = _state(article.text, doc, hit, registry)
        place_id = toponyms.land(hit.name, article.text[hit.start : hit.end], registry)
        if kind == "place" and hit.name.kind == "metonym" and place_id is not None:
            row = article.span("m", "mention_id", hit.start, hit.end, kind)
            return row and row | aliases.link(kind, place_id, place_id, "gazetteer", 0.9, reason)
    elif hit.name.kind == "seat" and (token := head(doc, hit.start, hit.end)) is not None and grounds.is_ground(token, registry):
        kind, reason = "facility", "seat as a building"
        place_id = hit.name.target if hit.name.target in registry.places else None
    row = article.span("m", "mention_id", hit.start, hit.end, kind)
    score = 0.8 if hit.name.kind == "surname" else 0.95
    return row and row | aliases.link(kind, hit.name.target, place_id, "registry", score, reason)


def _without_noun(text: str, hit: Hit, registry: Registry) -> int:
    """Where a place's name ends before the noun that only goes with it: "Anbar province"."""
    name, _, last = text[hit.start : hit.end].rpartition(" ")
    return hit.start + len(name.rstrip()) if name and last.islower() and grounds.is_place_noun(last, registry) else hit.end


def _state(text: str, doc: Doc, hit: Hit, registry: Registry) -> tuple[str, str]:
    """Whether the name of a state, or of its capital, is said of its government, its land, or as an attribute."""
    token = head(doc, hit.start, hit.end)
    capital = hit.name.kind == "metonym"
    said = "capital for its government" if capital else "name of a state"
    if token is None:
        return "state", said
    if (
        any(child.lower_ in registry.words["direction"] and child.idx < hit.start for child in token.lefts)
        or _behind_place(doc, hit, registry)
        or grounds.is_part_of(token, registry)
    ):
        return "place", "part of a place"
    if text[hit.end : hit.end + 2] in ("'s", "’s"):
        return "state", said
    if token.dep_ in ("amod", "compound", "nmod") and token.head.i > token.i and not capital:
        return "nationality", "name of a state before a noun"
    before = doc[token.left_edge.i - 1].lower_ if token.left_edge.i else ""
    while (token.dep_ == "conj" or _called(token, registry)) and token.head.i < token.i:
        token = token.head
    if grounds.is_ground(token, registry) or before in registry.words["ground"]:
        return "place", f"place behind {token.head.lower_!r}"
    return "state", said


def _called(token: Token, registry: Registry) -> bool:
    """Whether a name stands behind the noun for a place that it is the name of: "the capital Nerva"."""
    noun = token.head.lemma_.lower()
    return token.dep_ == "appos" and (noun == "capital" or grounds.is_place_noun(noun, registry))


def _behind_place(doc: Doc, hit: Hit, registry: Registry) -> bool:
    """Whether a state follows a place of it after a comma: Mosul, Iraq."""
    span = doc.char_span(hit.start, hit.end, alignment_mode="expand")
    if span is None or span.start < 2 or doc[span.start - 1].text != ",":
        return False
    place, last = doc[span.start - 2], doc[span.end - 1]
    named = (place.ent_type_ in ("GPE", "LOC", "FAC") and place.text[:1].isupper()) or grounds.is_place_noun(place.lower_, registry)
    before = doc[max(0, place.i - 3) : place.i + 1].text
    listed = any(other.name.target in registry.state_ids and other.end == len(before) for other in registry.find(before))
    return named and not listed and (last.head.i in (place.i, place.head.i) or last.dep_ in ("appos", "npadvmod", "pobj"))


def _grounded(found: list[Candidate], doc: Doc, countries: Counter[str], registry: Registry) -> list[Candidate]:
    """The same; places where the model takes the name of one for another's and it stands as ground does ("fled *Tigray*", "from *Gao* to Kidal"),
    or what it lies in stands behind it."""
    text = doc.text  # spaCy builds it anew at every reading
    longer = {word for entity in doc.ents if len(entity) > 1 for word in entity.text.split()}

    def is_ground(one: Candidate) -> bool:
        if toponyms.is_town(text, one.start, one.end, registry):
            return True
        token = head(doc, one.start, one.end)
        if token is None or (token.idx, token.idx + len(token.text)) != (one.start, one.end):
            return False
        if token.lower_ in registry.words["given_name"] or token.text in longer:
            return False
        while token.dep_ == "conj":
            token = token.head
        ground = grounds.is_ground(token, registry) and (one.kind != "organisation" or token.head.lower_ != "at")
        return ground and toponyms.choose(text, one.start, one.end, countries, registry) is not None

    taken_for = ("person", "nationality", "organisation")
    return [replace(one, kind="place") if one.kind in taken_for and is_ground(one) else one for one in found]


def _model_row(article: Article, found: Candidate, countries: Counter[str], registry: Registry) -> Row | None:
    """A name that the model found: a spelling of somebody known, a city, or somebody unknown."""
    name, kind = article.text[found.start : found.end], found.kind
    if kind in ("person", "organisation") and (known := registry.variant(name)):
        actor = registry.actors[known]
        linked = aliases.link(actor.kind, known, None, "registry", 0.75, f"other transliteration of {actor.name!r}")
    elif kind == "nationality":
        linked = aliases.link(kind, None, None, "model", 0.5, "nationality that the model found")
    elif kind == "place" and (chosen := toponyms.choose(article.text, found.start, found.end, countries, registry)):
        key, why = chosen
        linked = aliases.link(kind, key, key, "gazetteer", 0.8, why)
    elif kind in ("facility", "organisation") and " " in name and (part := toponyms.division(name, countries, registry)) is not None:
        linked = aliases.link("place", part.place_id, part.place_id, "gazetteer", 0.7, f"part of a state: {part.country}")
    else:
        if kind == "place" and name.rpartition(" ")[2].lower() in registry.words["facility_noun"]:
            kind = "facility"
        linked = aliases.link(kind, aliases.unknown_id(name, kind), None, "model", 0.5, f"{kind} that the model found")
    row = article.span("m", "mention_id", found.start, found.end, linked["kind"])
    return row and row | linked
