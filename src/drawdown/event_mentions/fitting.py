"""Which rows of the lexicon fit a word: its lemma, its particle, the class of its object, the word before it."""

from __future__ import annotations

from spacy.tokens import Token

from drawdown.event_mentions import syntax
from drawdown.event_mentions.lexicon import Lexicon, Predicate

NAMES = frozenset({"DATE", "TIME", "PERSON", "GPE", "NORP", "LOC"})
"""Entity types whose proper nouns tell no act ("in March")."""


def rows(token: Token, lexicon: Lexicon) -> list[tuple[Predicate, tuple[Token, ...]]]:
    """Rows that fit a token, most conditions first, each with the particle tokens that it uses."""
    part = (
        "VERB"
        if token.pos_ in syntax.VERBAL or _is_verb(token)
        else "ADJ"
        if token.pos_ == "ADJ"
        else "NOUN"
        if token.pos_ in {"NOUN", "PROPN"}
        else None
    )
    if part is None or (token.pos_ == "PROPN" and token.ent_type_ in NAMES):
        return []
    lemma = _noun_lemma(token) if part == "NOUN" else syntax.lemma(token)
    if token.pos_ == "ADJ" and part == "VERB":
        lemma = next((stem for stem in (lemma[:-1], lemma[:-2]) if (stem, part) in lexicon.predicates), lemma)
    if part == "NOUN" and token.dep_ == "ROOT" and token.i + 1 < len(token.doc) and token.doc[token.i + 1].lower_ == "to":
        part = "VERB"  # "Rebels Vow to Fight": headlines mislead the tagger
    found = []
    joined = syntax.hyphenated(token)
    if joined is not None and (joined, part) in lexicon.predicates:
        lemma = joined
    for row in lexicon.predicates.get((lemma, part), ()):
        used = _fits(token, row, lexicon)
        if used is not None:
            found.append((row, used))
    return found


def _is_verb(token: Token) -> bool:
    """Whether what the parse takes for an adjective has an object: "left the pact and reimposed sanctions"."""
    return token.pos_ == "ADJ" and token.lower_.endswith("ed") and bool(syntax.children(token, "dobj"))


def _noun_lemma(token: Token) -> str:
    lemma = token.lemma_.lower()
    if token.pos_ == "PROPN" and lemma.endswith("s") and not lemma.endswith("ss"):
        return lemma[:-1]
    return lemma


def _fits(token: Token, row: Predicate, lexicon: Lexicon) -> tuple[Token, ...] | None:
    used: tuple[Token, ...] = ()
    if row.particle:
        tokens = _particle(token, row.particle, within_object=bool(row.object_class))
        if tokens is None:
            return None
        used = tokens
    elif row.pos == "VERB" and syntax.children(token, "prt") and row.operator not in {"do", "begin"}:
        return None
    if row.compound:
        before = tuple(child for child in token.lefts if child.lemma_.lower() == row.compound)
        if not before:
            return None
        used = (*used, *before)
    if row.object_class and not _object_in(token, row, used, lexicon):
        return None
    return used


def _particle(token: Token, wanted: str, *, within_object: bool) -> tuple[Token, ...] | None:
    """Tokens of the particle: a child, then a child of it or of the verb; None when it is not there.

    ``within_object``: a preposition behind the object may belong to it ("take the matter to court", not "calling it a boon for").
    """
    used: list[Token] = []
    for word in wanted.split(" "):
        places = [token, *used]
        if not used:
            places += [child for child in token.children if child.dep_ == "dobj"]
        hit = next(
            (
                child
                for place in places
                for child in place.children
                if child.lower_ == word
                and (child.i > token.i or any(end.tag_ == "WDT" for end in child.children))
                and child.dep_ not in {"punct", "mark", "det"}
                and not any(end.ent_type_ in {"DATE", "TIME"} for end in syntax.children(child, "pobj"))
                and (within_object or place.dep_ != "dobj" or child.dep_ != "prep")
            ),
            None,
        )
        if hit is None and token.i + 1 + len(used) < len(token.doc) and token.doc[token.i + 1 + len(used)].lower_ == word:
            hit = token.doc[token.i + 1 + len(used)]
        if hit is None:
            return None
        used.append(hit)
    return tuple(used)


def _object_in(token: Token, row: Predicate, used: tuple[Token, ...], lexicon: Lexicon) -> bool:
    members = lexicon.classes[row.object_class or ""]
    if row.pos == "NOUN":
        things = [
            *syntax.children(token, "compound", "amod", "nmod", "poss"),
            *syntax.prepositional(token, "of", "from", "on", "against", "by"),
            *_doers_of(token, lexicon),
        ]
    elif row.frame == "unaccusative":
        if syntax.children(token, "dobj"):
            return False
        things = syntax.undergoers(token) if syntax.is_passive(token) else syntax.subjects(token)
    elif row.frame == "gathering":
        return any(_belongs(subject, members) for subject in syntax.subjects(token))
    else:
        things = syntax.undergoers(token) + syntax.children(token, "dative", "attr", "oprd", "acomp")
        things += syntax.children(token, "dobj") if syntax.is_passive(token) else []  # "was granted asylum"
        things += [end for particle in used for end in syntax.children(particle, "pobj", "pcomp")]
        if not things or row.particle:
            outside = {*lexicon.classes["setting"], "under"}
            things += [end for end in syntax.prepositional(token) if end.head.lower_ not in outside]
        if token.dep_ == "relcl" and any(thing.tag_ == "WDT" for thing in things):  # "the pact from which Peru withdrew"
            things.append(token.head)
    if row.object_class == "any":
        return any(thing.dep_ in {"dobj", "nsubjpass"} for thing in things)
    if "*place" in members and any(thing.ent_type_ in {"GPE", "LOC", "FAC"} for thing in things):
        return True
    if "*person" in members and any(thing.ent_type_ == "PERSON" for thing in things):
        return True
    return any(_belongs(thing, members) for thing in things) or (row.pos == "VERB" and _belongs_conjunct(things, members))


def _doers_of(token: Token, lexicon: Lexicon) -> list[Token]:
    """Who does what a noun names, where a light verb says so: "teachers began a strike", "are on strike"."""
    verb = syntax.governor(token)
    light = verb is not None and token.dep_ in {"dobj", "pobj"} and (lexicon.has("light", verb.lemma_.lower()) or verb.lemma_ == "be")
    return syntax.subjects(verb) if light and verb is not None else []


def _belongs(thing: Token, members: frozenset[str], depth: int = 2) -> bool:
    if thing.lemma_.lower() in members or thing.lower_ in members:
        return True
    near = [child for child in thing.children if child.dep_ in {"compound", "nmod", "amod"}]
    if any(child.lemma_.lower() in members for child in near):
        return True
    return bool(depth) and any(_belongs(end, members, depth - 1) for end in syntax.prepositional(thing, "of"))


def _belongs_conjunct(things: list[Token], members: frozenset[str]) -> bool:
    return any(_belongs(other, members) for thing in things for other in thing.conjuncts)
