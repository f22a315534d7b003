"""Whom a description means: "the PMU groups", "Iraq's parliament", "the forces", "the premier", "the group's leader"."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from drawdown.entities import titles
from drawdown.entities.article import Row
from drawdown.entities.discourse import NEAR, Discourse, Resolved, Seen
from drawdown.entities.registry import Noun, Registry
from drawdown.entities.resolve import singular
from drawdown.schemas import vocabularies

_FORCES = ("MIL", "COP", "SPY")
_PARTS = frozenset({"armed_group", "organisation"})
_EXAMPLES = frozenset({"especially", "including", "particularly", "notably", "mainly", "like", "such", "namely"})


def definite(token: Token, registry: Registry) -> bool:
    """Whether a noun points back: with a definite article, a demonstrative or a possessive pronoun."""
    return any(child.lower_ in registry.words["pointing"] for child in token.lefts)


def country(token: Token, discourse: Discourse) -> str | None:
    """The state that a noun phrase is said to belong to: "Iraqi lawmakers", "Iraq's parliament", "president of Iraq", "its troops"."""
    near = [child for child in token.lefts if child.dep_ in ("amod", "compound", "nmod", "poss")]
    bodies = titles.bodies(token, discourse.registry)
    near += [
        grand
        for child in token.lefts
        if child.dep_ == "compound" and child not in bodies
        for grand in child.lefts
        if grand.dep_ in ("amod", "compound")
    ]
    near += [grand for body in bodies for grand in body.lefts if grand.dep_ in ("amod", "compound", "nmod", "poss")]
    near += [grand for child in token.rights if child.lower_ == "of" for grand in child.children if grand.dep_ == "pobj"]
    for child in near:
        row = _possessor(child, token, discourse) if child.tag_ == "PRP$" else discourse.at.get(child.idx)
        actor = discourse.actor(row) if row else None
        if actor is not None and (actor.kind == "state" or child in bodies or (actor.kind == "person" and child.tag_ == "PRP$")):
            return actor.country
    if not near and token.dep_ == "conj" and token.head.i < token.i and token.head.pos_ == "NOUN" and not list(token.lefts):
        return country(token.head, discourse)
    return None


def _possessor(pronoun: Token, token: Token, discourse: Discourse) -> Row | None:
    """Whom "its" and "their" mean: the subject of the clause; "his" and "her": the last person named."""
    if pronoun.lower_ in ("his", "her"):
        return next((seen.row for seen in discourse.before(pronoun.idx, NEAR) if seen.row["kind"] == "person"), None)
    return discourse.subject(token, pronoun.lower_ == "their") if pronoun.lower_ in ("its", "their") else None


def resolve(token: Token, noun: Noun, sector: str | None, of: str | None, discourse: Discourse) -> Resolved:
    """Entity of a description with the reason and a score; ``of`` is the country that it is said to belong to."""
    registry, one = discourse.registry, token.tag_ in ("NN", "NNP")
    office = registry.is_office(noun.organ) and one
    if office and any(child.lower_ in registry.words["not_now"] for child in token.lefts):
        return None, "not the office of the day", 0.5
    if of is not None and office:
        return titles.held(token, noun, of, discourse)
    if of is not None:
        if noun.kind == "person" and one and definite(token, registry):
            post = titles.post(token, discourse, of)
            if not noun.weak or sector == "MIL":
                return post or discourse.salient(token.idx, lambda seen: _compatriot(seen, discourse, of, sector), f"such a person of {of}")
            if post is not None and titles.is_post(token, registry):
                return post
        entity = registry.organ(of, noun.organ) if noun.kind != "person" or not one else None
        return entity, "organ of a state" if entity else f"actor noun with {of}", 0.8 if entity else 0.6
    if (
        noun.organ in registry.words["story_organ"]
        and one
        and definite(token, registry)
        and (before := _called(token, discourse)) is not None
    ):
        return before.row["entity_id"], f"called so before: {before.row['text']!r}", 0.6
    alone = noun.kind == "person" and one  # a lawmaker is not the parliament
    if (
        not alone
        and noun.organ in registry.words["story_organ"]
        and (here := discourse.here(token))
        and (entity := registry.organ(here, noun.organ))
    ):
        return entity, f"organ of the country of the story, {here}", 0.5
    if noun.organ in registry.words["chamber"]:
        here = discourse.here(token)
        countries = discourse.countries if here in (None, discourse.story) else (here,)
        chambers = (registry.organ(country, noun.organ) for country in countries)
        return next((chamber for chamber in chambers if chamber), None), "organ of a country of the story that has one", 0.5
    if (
        noun.organ == "government"
        and noun.kind == "government"
        and noun.sector == "GOV"
        and token.lower_ in registry.words["cabinet"]
        and definite(token, registry)
        and (here := discourse.here(token))
    ):
        return registry.organ(here, "government"), f"government of the country of the story, {here}", 0.4
    if office and definite(token, registry):
        return titles.holder(token, noun, discourse)
    leads = token.lemma_.lower() in registry.words["leading"]
    if noun.kind == "person" and one and leads and (led := _led(token, discourse)) is not None:
        return led
    if definite(token, registry) or (noun.organ == "armed_forces" and (not one or token.dep_ == "compound")):
        return _antecedent(token, noun, sector, discourse)
    return None, "actor noun", 0.5


def _led(token: Token, discourse: Discourse) -> Resolved | None:
    """ "The leader of X", "X's commander", "the X commander": the one person named in the article whom the registry puts under X; None if unknown."""
    ties = [child for child in token.lefts if child.dep_ in ("poss", "compound", "nmod")]
    ties += [grand for child in token.rights if child.lower_ == "of" for grand in child.children if grand.dep_ == "pobj"]
    for tie in ties:
        row = discourse.at.get(tie.idx)
        if row is None or row["kind"] not in ("armed_group", "organisation"):
            continue
        under = {
            name["entity_id"]
            for name in discourse.names
            if name["kind"] == "person"
            and (actor := discourse.actor(name)) is not None
            and discourse.registry.parent(actor.actor_id, discourse.article.published) == row["entity_id"]
        }
        if len(under) == 1:
            return under.pop(), f"the person of {row['text']!r} that the article names", 0.6
    return None


def _antecedent(token: Token, noun: Noun, sector: str | None, discourse: Discourse) -> Resolved:
    """The most salient actor before a description that agrees with it in kind, sector and number."""
    plural = token.tag_ in ("NNS", "NNPS")
    if noun.organ == "armed_forces":
        return _forces(token, discourse)
    if noun.kind == "armed_group" or (noun.weak and noun.kind == "organisation" and sector in (None, "PRM", "REB", "UAF")):
        return _group(token, noun, plural, sector, discourse)
    if noun.kind == "person" and plural:
        return None, "several persons", 0.4
    if noun.kind == "person":
        if (post := titles.post(token, discourse)) is not None:
            return post
        owner = next((_possessor(child, token, discourse) for child in token.lefts if child.tag_ == "PRP$"), None)
        others = (seen for seen in discourse.before(token.idx, 3 * NEAR) if owner is None or seen.row["entity_id"] != owner["entity_id"])
        nearest = next((seen for seen in others if _is(seen, discourse, "person", sector)), None)
    elif plural:
        return None, "several bodies", 0.4
    else:
        before = list(discourse.before(token.idx, 3 * NEAR))
        nearest = next((seen for seen in before if _is_called(seen, token)), None)
        if nearest is None and noun.kind != "government":
            nearest = next((seen for seen in before if _is_body(seen, discourse, sector)), None)
    if nearest is None:
        return None, "definite description", 0.4
    how = "called so before" if _is_called(nearest, token) and noun.kind != "person" else "the same sector as one before"
    return nearest.row["entity_id"], f"{how}: {nearest.row['text']!r}", 0.6


def _forces(token: Token, discourse: Discourse) -> Resolved:
    """ "The troops", "combat forces": armed forces before it, above all those called by the same words; hardly any of its own sentence."""
    head = token.lower_
    words = " ".join(other.lower_ for other in [*(child for child in token.lefts if child.dep_ in ("amod", "compound")), token])

    foreign = _leaving(token, discourse.registry)

    def fit(seen: Seen) -> float:
        if not _is(seen, discourse, "government", "MIL") or seen.row["start"] >= token.sent.start_char:
            return 0.0
        actor = discourse.actor(seen.row)
        if foreign and actor is not None and actor.country == discourse.story:
            return 0.0
        said = seen.row["text"].lower()
        return 4.0 if " " in words and said.endswith(words) else 2.0 if said.endswith(head) else 1.0

    return discourse.salient(token.idx, fit, "armed forces")


def _leaving(token: Token, registry: Registry) -> bool:
    """Whether forces are to leave or be driven out: "the withdrawal of the troops", "expelled the forces"; who is at home does neither."""
    above = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token.head
    return token.dep_ in ("poss", "pobj", "dobj", "nsubjpass", "compound") and above.lemma_.lower() in registry.words["departure"]


def _group(token: Token, noun: Noun, plural: bool, sector: str | None, discourse: Discourse) -> Resolved:
    """ "The group", "the militias", "the fighters": the armed group of that number; of the same sector if one is known. Whose enemy or ally somebody is
    only the speaker knows."""
    if token.lemma_.lower() in discourse.registry.words["relation"]:
        return None, "who that is depends on who speaks", 0.4
    members = noun.kind == "armed_group" and plural

    def fits(seen: Seen) -> bool:
        agrees = members or seen.row["method"] != "nominal" or seen.plural == plural
        return seen.row["kind"] == "armed_group" and agrees

    same = discourse.salient(token.idx, lambda seen: fits(seen) and _is(seen, discourse, "armed_group", sector), "armed group of this kind")
    return same if same[0] is not None else discourse.salient(token.idx, fits, "armed group")


def _is(seen: Seen, discourse: Discourse, kind: str, sector: str | None) -> bool:
    actor = discourse.actor(seen.row)
    return actor is not None and sector is not None and actor.kind == kind and actor.sector == sector


def _compatriot(seen: Seen, discourse: Discourse, country: str, sector: str | None) -> bool:
    actor = discourse.actor(seen.row)
    return actor is not None and _is(seen, discourse, "person", sector) and actor.country == country


def _is_body(seen: Seen, discourse: Discourse, sector: str | None) -> bool:
    actor = discourse.actor(seen.row)
    return actor is not None and sector is not None and actor.sector == sector and actor.kind not in ("state", "media", "person")


def _is_called(seen: Seen, token: Token) -> bool:
    """Whether the name or description of a body ends in a noun: "the Foreign *Ministry*", "the Zionist *regime*"."""
    body = seen.row["kind"] not in ("person", "place", "nationality") and seen.row["method"] != "pronoun"
    return body and seen.row["text"].rpartition(" ")[2].lower() == token.lower_


def _called(token: Token, discourse: Discourse) -> Seen | None:
    """The last body before a noun whose name or description ends in it, and says more than it: "the Iranian *Army*" before "the Army"."""
    before = discourse.before(token.idx, 3 * NEAR)
    return next((seen for seen in before if _is_called(seen, token) and " " in seen.row["text"]), None)


def apposed(token: Token, at: dict[int, Row]) -> Row | None:
    """The name beside which a description stands: in apposition on either side, or right behind it ("the militia X")."""
    near = [token.head] if token.dep_ == "appos" else []
    near += [child for child in token.rights if child.dep_ == "appos" and not _exemplary(child, token)]
    first = token.left_edge
    opens = (
        token.dep_ == "nsubj" and token.right_edge.i + 1 < len(token.doc) and token.doc[token.right_edge.i + 1].text != ","
    )  # "..., a miner said"
    if first.lower_ in ("a", "an") and not opens and first.i > 1 and token.doc[first.i - 1].text in (",", "-", "–", "—"):
        near.append(token.doc[first.i - 2])
    row = next((at[other.idx] for other in near if other.idx in at), None)
    if row is None and token.i + 1 < len(token.doc) and (behind := at.get(token.doc[token.i + 1].idx)) is not None:
        row = behind if behind["kind"] in ("armed_group", "organisation", "media") and behind["method"] != "nominal" else None
    return row


def _exemplary(name: Token, token: Token) -> bool:
    """Whether a name behind a description is only one of those that it means: "armed groups, *especially* X"."""
    return any(other.lower_ in _EXAMPLES for other in token.doc[token.i + 1 : name.i + 1])


def owner(token: Token, begin: int, noun: Noun, discourse: Discourse) -> Row | None:
    """The group whose part a noun names: the *PMU* groups, several groups within *X*, fighters of *X*, *its* fighters."""
    kinds = _PARTS | {"media"} if noun.kind == "media" else _PARTS
    before = [*(child.idx for child in token.lefts if child.dep_ in ("compound", "nmod", "amod")), *range(begin, token.idx)]
    inside = [row for at in before if (row := discourse.at.get(at)) is not None]
    serving = noun.kind == "government" and noun.sector in _FORCES
    named = [row for row in inside if row["method"] != "nominal"]
    found = next((row for row in named if row["kind"] in kinds or (serving and _is_force(row, discourse))), None)
    members = noun.weak and noun.sector is None and token.tag_ == "NNS"
    if found is not None or (noun.kind == "person" and not members):
        return found
    forces, fighters = noun.organ == "armed_forces", members or noun.kind in ("armed_group", "organisation")
    for child in token.children:
        row = None
        if child.dep_ == "prep" and child.lower_ in discourse.registry.words["part_of"]:
            row = next((discourse.at.get(end.idx) for end in child.children if end.dep_ == "pobj"), None)
        elif child.dep_ == "poss":
            row = _possessor(child, token, discourse) if child.tag_ == "PRP$" else discourse.at.get(child.idx)
        if row is None or not row["entity_id"]:
            continue
        if (fighters and row["kind"] == "armed_group") or (forces and _is_force(row, discourse, ("MIL",))):
            return row
    return None


def _is_force(row: Row, discourse: Discourse, sectors: Collection[str] = _FORCES) -> bool:
    """Whether a name is that of a body of a state in one of the sectors: "a *Border Corps* officer" is of one whose people bear arms."""
    actor = discourse.actor(row)
    return actor is not None and actor.kind == "government" and actor.sector in sectors


def backwards(rows: list[Row], names: list[Row], registry: Registry) -> list[Row]:
    """Descriptions of a headline, which only the text below resolves, and those that repeat another's words.

    A headline's "Iraqi militants" or "troops" are the first such group, or armed forces, that the article names below, if
    nothing speaks against it by country. An open description of several words that another one ends in is the same.
    """
    below = sorted(
        (row for row in (*names, *rows) if row["part"] not in vocabularies.HEADLINES and row["entity_id"]), key=lambda row: row["start"]
    )
    linked = [
        _headline(row, names, below, registry) if row["part"] in vocabularies.HEADLINES and row["method"] == "nominal" else row
        for row in rows
    ]
    said = {row["text"].casefold(): row for row in reversed(linked) if row["entity_id"] and row["method"] == "nominal"}
    return [_repeated(row, said) for row in linked]


def _headline(row: Row, names: list[Row], below: list[Row], registry: Registry) -> Row:
    if row["entity_id"] is not None:
        return row
    noun = registry.nouns.get(singular(row["text"].split()[-1].lower()))
    forces = noun is not None and noun.organ == "armed_forces"
    if (row["kind"] != "armed_group" and not forces) or not registry.words["somebody_else"].isdisjoint(row["text"].lower().split()):
        return row
    said = {
        registry.actors[name["entity_id"]].country
        for name in names
        if row["start"] <= name["start"] < row["end"] and name["kind"] == "nationality" and name["entity_id"] in registry.actors
    }
    for other in below:
        actor = registry.actors.get(other["entity_id"])
        fits = actor is not None and (
            other["kind"] == "armed_group" if not forces else actor.kind == "government" and actor.sector == "MIL"
        )
        if actor is not None and fits and (not said or actor.country in said):
            return row | {"entity_id": actor.actor_id, "score": 0.4, "reason": f"headline: named below as {other['text']!r}"}
    return row


def _repeated(row: Row, said: dict[str, Row]) -> Row:
    words = row["text"].casefold()
    if row["entity_id"] is not None or row["method"] != "nominal" or " " not in words:
        return row
    other = said.get(words) or next((one for text, one in said.items() if text.endswith(" " + words) and one["kind"] == row["kind"]), None)
    if other is None or other["kind"] != row["kind"]:
        return row
    return row | {"entity_id": other["entity_id"], "score": 0.4, "reason": f"the same words as {other['text']!r}: {other['reason']}"}
