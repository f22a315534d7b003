"""Named mentions: names of the registry first, spaCy's entities for the rest."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Doc, Span, Token

from drawdown.entities import aliases, attributes, gazetteer, grounds
from drawdown.entities.article import Article, Row
from drawdown.entities.registry import Hit, Registry

_MODEL_KINDS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "facility", "NORP": "nationality"}
_DIRECTIONS = frozenset(
    {
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
        "northeastern",
        "northwestern",
        "southeastern",
        "southwestern",
    }
)
_NEAR = ("Near ", "Outside ", "Inside ", "Around ")
"""Prepositions that begin a line or a headline, which the model takes into the name."""
_TRIM = " \t\n'\"’‘“”*.,;:-–—()[]"


def find(article: Article, doc: Doc, registry: Registry) -> list[Row]:
    """Rows of ``mentions`` for names, in order; spans do not overlap."""
    hits = [hit for hit in registry.find(article.text) if not _part_of_other_name(hit, doc)]
    hits = _outside_bodies(hits, doc, registry)
    rows = [row for hit in hits if (row := _registry_row(article, doc, hit, registry))]
    countries = Counter(registry.actors[hit.name.target].country or "" for hit in hits if hit.name.kind not in ("place", "metonym"))
    taken = {offset for row in rows for offset in range(row["start"], row["end"])}
    for entity in doc.ents:
        row = _model_row(article, entity, countries, registry) if entity.label_ in _MODEL_KINDS else None
        if row and taken.isdisjoint(range(row["start"], row["end"])):
            rows.append(row)
            taken.update(range(row["start"], row["end"]))
    rows = aliases.acronyms(sorted(rows, key=lambda row: row["start"]), article)
    return attributes.told(aliases.surnames(rows, article), doc, registry)


def _token(doc: Doc, start: int, end: int) -> Token | None:
    """The head token of a span of characters."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return span.root if span is not None and len(span) else None


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
    """Whether a name of three words or more heads its own: capitalised to a noun for a body, more than that noun beside a state's name."""
    words = [token for token in entity if token.lower_ not in ("the", "of", "and", "for", "on")]
    own = [token for token in words if not any(hit.start <= token.idx < hit.end for hit in held)]
    if len(words) < 3 or len(own) < 2 or not all(token.text[:1].isupper() for token in words):
        return False
    plain = " ".join(token.lower_ for token in own)
    noun = registry.nouns.get(own[-1].lower_)
    body = noun is not None and (noun.kind in ("organisation", "media") or noun.organ == "education")
    return body and plain not in registry.nouns


def _registry_row(article: Article, doc: Doc, hit: Hit, registry: Registry) -> Row | None:
    if hit.name.kind == "place":
        place = registry.places[hit.name.target]
        kind = "facility" if place["kind"] == "facility" else "place"
        row = article.span("m", "mention_id", hit.start, hit.end, kind)
        return row and row | aliases.link(kind, hit.name.target, hit.name.target, "gazetteer", 0.95, "name of our own gazetteer")
    actor = registry.actors[hit.name.target]
    kind, place_id = actor.kind, None
    reason = f"{hit.name.kind} name in the registry"
    if hit.name.kind == "demonym":
        kind = "nationality"
    elif actor.kind == "state":
        kind, place_id, reason = _state(article.text, doc, hit, registry)
        if kind == "place" and hit.name.kind == "metonym" and (city := registry.capital(actor.actor_id, article.text[hit.start : hit.end])):
            row = article.span("m", "mention_id", hit.start, hit.end, kind)
            return row and row | aliases.link(kind, city, city, "gazetteer", 0.9, reason)
    elif hit.name.kind == "seat" and (token := _token(doc, hit.start, hit.end)) is not None and grounds.is_ground(token):
        kind, reason = "facility", "seat as a building"
    row = article.span("m", "mention_id", hit.start, hit.end, kind)
    score = 0.8 if hit.name.kind == "surname" else 0.95
    return row and row | aliases.link(kind, hit.name.target, place_id, "registry", score, reason)


def _state(text: str, doc: Doc, hit: Hit, registry: Registry) -> tuple[str, str | None, str]:
    """Whether the name of a state, or of its capital, is said of its government, its land, or as an attribute."""
    token, state = _token(doc, hit.start, hit.end), hit.name.target
    capital = hit.name.kind == "metonym"
    said = "capital for its government" if capital else "name of a state"
    if token is None:
        return "state", None, said
    if any(child.lower_ in _DIRECTIONS for child in token.lefts) or _behind_place(doc, hit, registry) or grounds.is_part_of(token):
        return "place", None if capital else state, "part of a place"
    if text[hit.end : hit.end + 2] in ("'s", "’s"):
        return "state", None, said
    if token.dep_ in ("amod", "compound", "nmod") and token.head.i > token.i and not capital:
        return "nationality", None, "name of a state before a noun"
    before = doc[token.left_edge.i - 1].lower_ if token.left_edge.i else ""
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    if grounds.is_ground(token) or before in grounds.GROUND:
        return "place", None if capital else state, f"place behind {token.head.lower_!r}"
    return "state", None, said


def _behind_place(doc: Doc, hit: Hit, registry: Registry) -> bool:
    """Whether a state follows a place of it after a comma: Mosul, Iraq."""
    span = doc.char_span(hit.start, hit.end, alignment_mode="expand")
    if span is None or span.start < 2 or doc[span.start - 1].text != ",":
        return False
    place, last = doc[span.start - 2], doc[span.end - 1]
    named = (place.ent_type_ in ("GPE", "LOC", "FAC") and place.text[:1].isupper()) or place.lower_ in grounds.PLACE_NOUNS
    listed = any(other.name.target in registry.state_ids for other in registry.find(place.text))
    return named and not listed and (last.head.i in (place.i, place.head.i) or last.dep_ in ("appos", "npadvmod", "pobj"))


def _model_row(article: Article, entity: Span, countries: Counter[str], registry: Registry) -> Row | None:
    """A name that the model found: trimmed, without article and possessive."""
    text = article.text
    start, end = entity.start_char, entity.end_char
    for article_word in ("the ", "The "):
        if text.startswith(article_word, start):
            start += len(article_word)
    for possessive in ("'s", "’s"):
        if text.endswith(possessive, start, end):
            end -= len(possessive)
    while start < end and text[start] in _TRIM:
        start += 1
    near = text[start:end].startswith(_NEAR)
    if near:
        start = text.index(" ", start) + 1
    while start < end and text[end - 1] in _TRIM:
        end -= 1
    if start >= end or not any(character.isupper() for character in text[start:end]):
        return None
    kind = "place" if near else _MODEL_KINDS[entity.label_]
    name = text[start:end]
    if kind == "organisation" and name.lower() in registry.nouns:
        return None
    if kind == "person" and entity.start and entity.doc[entity.start - 1].lower_ in ("in", "near", "at"):
        kind = "place"
    if kind in ("person", "organisation") and (known := registry.variant(name)):
        actor = registry.actors[known]
        row = article.span("m", "mention_id", start, end, actor.kind)
        return row and row | aliases.link(actor.kind, known, None, "registry", 0.75, f"other transliteration of {actor.name!r}")
    if kind == "nationality":
        if registry.modifiers.get(name.lower()) == "REL":
            return None
        row = article.span("m", "mention_id", start, end, kind)
        return row and row | aliases.link(kind, None, None, "model", 0.5, f"spaCy: {entity.label_}")
    if _end_of_office(entity):
        return None
    if kind == "place" and (chosen := gazetteer.choose(name, countries)):
        city, why = chosen
        row = article.span("m", "mention_id", start, end, kind)
        key = f"geonames_{city.geonames_id}"
        return row and row | aliases.link(kind, key, key, "gazetteer", 0.8, why)
    row = article.span("m", "mention_id", start, end, kind)
    return row and row | aliases.link(kind, aliases.unknown_id(name, kind), None, "model", 0.5, f"spaCy: {entity.label_}")


def _end_of_office(entity: Span) -> bool:
    """Whether the name ends the name of an office: Secretary of *State*, Minister of *Defence*."""
    head = entity.root.head
    return head.lower_ == "of" and head.head.lower_ in ("secretary", "minister", "ministry", "department") and len(entity) == 1
