"""Mentions by description: "US forces", "Iraqi lawmakers", "the prime minister", "the legislature", "the village"; and pronouns."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from drawdown.entities import descriptions, grounds, pronouns
from drawdown.entities.article import Article, Row
from drawdown.entities.discourse import Discourse
from drawdown.entities.registry import Noun, Registry
from drawdown.entities.resolve import singular

_ABBREVIATED = frozenset({"pm", "mp"})
"""Nouns for actors that are printed in capitals; others so printed are names."""
_DASHES = frozenset({"-", "--", "–", "—"})
_SPACED = (" -", " –", " —")
_PHRASE = 30
"""Tokens before a noun in which its phrase begins."""
_PREMODIFIERS = frozenset({"amod", "compound", "nmod"})


def find(article: Article, doc: Doc, names: list[Row], registry: Registry, titles: frozenset[int]) -> list[Row]:
    """Rows of ``mentions`` for nominal and pronominal mentions, in order; ``names`` are the named ones of the article, in order.

    None stands at a character of ``titles``.
    """
    discourse = Discourse(article, doc, registry, names)
    named = frozenset(discourse.at)
    rows: list[Row] = []
    for token in doc:
        row = None
        if token.idx in titles:
            continue
        discourse.advance(token.idx)
        if token.pos_ in ("NOUN", "PROPN") and token.idx not in named:
            row = _nominal(token, discourse) or grounds.find(token, start(token, discourse), discourse)
        elif token.lower_ in pronouns.PRONOUNS and token.idx not in named:
            row = pronouns.find(token, discourse)
        if row is not None:
            rows.append(row)
            discourse.add(row, token)
    return descriptions.backwards(rows, names, registry)


def noun(token: Token, registry: Registry) -> Noun | None:
    """The actor noun of the registry that a token heads: "foreign minister" before "minister"."""
    forms = dict.fromkeys((token.lemma_.lower(), token.lower_, singular(token.lower_)))
    for first in token.lefts:
        if first.dep_ in ("compound", "amod"):
            for form in forms:
                if found := registry.nouns.get(f"{first.lower_} {form}"):
                    return found
    if token.text.isupper() and len(token.text) > 1 and token.lower_ not in _ABBREVIATED:
        return None
    return next((registry.nouns[form] for form in forms if form in registry.nouns), None)


def start(token: Token, discourse: Discourse) -> int:
    """Where a noun phrase begins, without articles, possessors and quotation marks: the leftmost premodifier that touches."""
    first, text = token, discourse.article.text
    dash = _dash(token, text)
    for child in reversed([child for child in token.lefts if child.text != "-"]):
        if (
            child.i < dash
            or child.dep_ not in _PREMODIFIERS
            or child.i + 1 < first.i - 1
            or child.lower_ in discourse.registry.words["quantifier"]
        ):
            break
        row = discourse.at.get(child.idx)
        if row is not None and text[row["end"] : row["end"] + 1] in ("*", ",", ")"):
            break
        first = child
        for inner in child.subtree:
            if dash < inner.i < first.i and inner.dep_ in (*_PREMODIFIERS, "punct", "advmod", "npadvmod"):
                first = inner
    while first.i > 1 and text[first.idx - 1] == "-" and token.doc[first.i - 2].is_alpha and not text[first.idx - 2].isspace():
        first = token.doc[first.i - 2]
    return int(first.idx)


def _dash(token: Token, text: str) -> int:
    """The nearest dash between blanks in front of a token, which parts phrases and joins no words; -1 where there is none."""
    least = max(0, token.i - _PHRASE)
    before = text[token.doc[least].idx : token.idx]
    if not any(dash in before for dash in _SPACED):
        return -1
    doc = token.doc
    return next((at for at in range(token.i - 1, least, -1) if doc[at].text in _DASHES and doc[at - 1].whitespace_), -1)


def _nominal(token: Token, discourse: Discourse) -> Row | None:
    described = noun(token, discourse.registry)
    if described is None or described.kind == "state" or _is_modifier(token, described, discourse) or _is_nobody(token, discourse):
        return None
    if described.kind == "person" and token.tag_ in ("NN", "NNP") and any(_before_name(one, discourse, "person") for one in _titles(token)):
        return None
    begin, end = start(token, discourse), token.idx + len(token.text)
    person = next((row for at in range(begin, end) if (row := discourse.at.get(at)) is not None and row["kind"] == "person"), None)
    if person is not None and described.organ != "government":
        return None
    leader = discourse.actor(person) if person is not None else None
    country = (leader.country if leader else None) if person is not None else descriptions.country(token, discourse)
    beside, owner = descriptions.apposed(token, discourse.at), descriptions.owner(token, begin, described, discourse)
    if described.weak and not (country or beside or owner) and not _described(token, discourse.registry):
        return None
    modifiers = discourse.registry.modifiers
    sector = next((modifiers[child.lower_] for child in token.lefts if child.lower_ in modifiers), described.sector)
    kind = described.kind
    if kind == "person" and token.tag_ in ("NNS", "NNPS") and sector in ("GOV", "LEG", "MIL"):
        kind = "government"
    if beside is not None and (beside["kind"] == kind or {beside["kind"], kind} == {"armed_group", "organisation"}):
        entity, reason, score = beside["entity_id"], f"in apposition to {beside['text']!r}", 0.7
        kind = beside["kind"]
    elif owner is not None and (kind != "person" or (owner["kind"] == "armed_group" and token.tag_ not in ("NN", "NNP"))):
        entity, reason, score = owner["entity_id"], f"part of {owner['text']!r}", 0.6
        kind = owner["kind"] if described.weak or owner["kind"] == "armed_group" else kind
    else:
        entity, reason, score = descriptions.resolve(token, described, sector, country, discourse)
        actor = discourse.registry.actors.get(entity or "")
        kind = actor.kind if actor and described.weak and kind == "organisation" else kind
        kind = "state" if described.organ == "government" and not described.sector else kind  # "the Iraqi side"
    row = discourse.article.span("m", "mention_id", begin, end, kind)
    return row and row | {"kind": kind, "entity_id": entity, "place_id": None, "method": "nominal", "score": score, "reason": reason}


def _is_modifier(token: Token, described: Noun, discourse: Discourse) -> bool:
    """Whether a noun only describes the next one; not so before the name of a group ("the militia X"), and who acts before an act ("troop withdrawal")."""
    if token.dep_ != "compound" or token.head.i < token.i or _before_name(token, discourse):
        return False
    forces = described.kind == "armed_group" or described.sector in ("MIL", "COP") or described.organ == "armed_forces"
    return not (forces and token.head.pos_ == "NOUN" and token.head.lemma_.lower() in discourse.registry.acts)


def _is_nobody(token: Token, discourse: Discourse) -> bool:
    """Whether a noun is predicated of somebody ("they are clients"), counts the next one ("a band of rebels") or means a whole people."""
    if token.dep_ == "attr" and any(child.dep_ == "nsubj" and child.i < token.i for child in token.head.children):
        return True
    if token.lower_ == "people" and any((row := discourse.at.get(child.idx)) and row["kind"] == "nationality" for child in token.lefts):
        return True
    inner = [grand for child in token.rights if child.lower_ == "of" for grand in child.children if grand.dep_ == "pobj"]
    counts = token.lemma_.lower() in discourse.registry.words["grouping"]
    return counts and any(noun(other, discourse.registry) is not None and other.tag_ == "NNS" for other in inner)


def _titles(token: Token) -> list[Token]:
    """A noun and those coordinated behind it: "author, journalist and lawyer X"."""
    beside = [token, *(child for child in token.rights if child.dep_ == "appos" and child.pos_ == "NOUN")]
    return [*beside, *(other for one in beside for other in one.conjuncts if other.i > token.i)]


def _before_name(token: Token, discourse: Discourse, *kinds: str) -> bool:
    """Whether a name of a kind follows at once: a title or office before a person's name belongs to no mention."""
    after = discourse.at.get(token.doc[token.i + 1].idx) if token.i + 1 < len(token.doc) else None
    return after is not None and after["kind"] in (kinds or ("armed_group", "organisation"))


def _described(token: Token, registry: Registry) -> bool:
    """Whether a weak noun stands for an actor all the same: a modifier says whose, or it acts, or it is one known before."""
    if any(child.lower_ in registry.modifiers for child in token.lefts):
        return True
    return token.dep_ in ("nsubj", "nsubjpass") or (
        descriptions.definite(token, registry) and token.dep_ in ("dobj", "pobj", "poss", "appos")
    )
