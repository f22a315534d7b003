"""Who holds a post or office that a description names: by the date, or by the title with which the article names somebody."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from spacy.tokens import Token

from drawdown.entities.article import Row
from drawdown.entities.discourse import REACH, Discourse, Resolved
from drawdown.entities.registry import Noun, Registry

_NO_TITLE = r"(?:with|by|to|from|after|before|met|told|said|says|who|which|that|when|while|as|on|at)\b"
"""Words that do not stand between a name and a title behind it."""
_GOES_ON = re.compile(r"\s+of\s+(?:the\s+)?\w+")
_BEFORE = 90
"""Characters before a name in which its title begins."""


class _Title(NamedTuple):
    """A title with its other names: as it stands before a name ("Foreign Minister X") and behind it ("X, the foreign minister")."""

    before: re.Pattern[str]
    behind: re.Pattern[str]

    @classmethod
    def of(cls, names: Iterable[str]) -> _Title:
        title = "|".join(re.escape(name) for name in sorted(set(names), key=lambda name: (-len(name), name)))
        whose = r"[\w'’.-]+\s+"
        return cls(
            re.compile(
                rf"(?P<whose>(?:{whose}){{0,3}})\b(?i:{title})\s+(?P<of>of\s+(?:the\s+)?(?:[A-Z]\w+\s+){{1,3}}?)?(?:[A-Z][\w.]*\s+)?$"
            ),
            re.compile(rf",\s+(?P<whose>(?:(?!{_NO_TITLE}){whose}){{0,6}})(?i:{title})\b(?P<of>\s+of\s+(?:the\s+)?\w+)?"),
        )


def held(token: Token, noun: Noun, of: str, discourse: Discourse) -> Resolved:
    """ "The Peruvian premier", ``of`` Peru: the holder on the day; without a day, who is named with the title, or the only one named who held it."""
    holder = discourse.registry.holder(noun.organ or "", of, discourse.article.published)
    if holder is not None:
        return holder, "office held on the day of publication", 0.8
    title = _title(token, noun, discourse.registry)
    if (row := _titled(token, title, discourse, of)) is not None:
        return row["entity_id"], f"named with this title: {row['text']!r}", 0.7
    people = {row["entity_id"]: row for row in discourse.names if _held_it(row, token, noun, title, of, discourse)}
    if len(people) == 1:
        (row,) = people.values()
        return row["entity_id"], f"the only one named who held the office: {row['text']!r}", 0.6
    return None, "office; no date says whose", 0.5


def holder(token: Token, noun: Noun, discourse: Discourse) -> Resolved:
    """ "The premier" without a country: who was named and held that office, else its holder in the country of the story."""
    day, registry = discourse.article.published, discourse.registry
    if (titled := _titled(token, _title(token, noun, registry), discourse)) is not None:
        return titled["entity_id"], f"named with this title: {titled['text']!r}", 0.7
    found = discourse.salient(
        token.idx,
        lambda seen: seen.row["kind"] == "person" and registry.held(seen.row["entity_id"], noun.organ or "", day),
        "holder of the office",
    )
    if found[0] is None and (here := discourse.here(token)) and (known := registry.holder(noun.organ or "", here, day)):
        return known, f"office in the country of the story, {here}, on the day of publication", 0.5
    return found


def post(token: Token, discourse: Discourse, of: str | None = None) -> Resolved | None:
    """Who was named with this title, and of this country if one is given; of a post, nobody else; None for other nouns that nobody was named with."""
    names = [_words(token), token.text] if of is not None and bodies(token, discourse.registry) else [_words(token)]
    if (titled := _titled(token, _Title.of(names), discourse, of)) is not None:
        return titled["entity_id"], f"named with this title: {titled['text']!r}", 0.7
    return (None, "a post that nobody was named with", 0.4) if is_post(token, discourse.registry) else None


def bodies(token: Token, registry: Registry) -> list[Token]:
    """Nouns before a noun that are bodies and no part of its title: "the Foreign *Ministry* spokesman", not "the *foreign* minister"."""
    before = [(child, registry.nouns.get(child.lower_)) for child in token.lefts if child.dep_ == "compound"]
    return [child for child, noun in before if noun is not None and noun.kind in ("government", "organisation")]


def is_post(token: Token, registry: Registry) -> bool:
    """Whether a noun is a title, which one at a time bears."""
    return token.lemma_.lower() in registry.words["title"]


def _title(token: Token, noun: Noun, registry: Registry) -> _Title:
    """The titles of an office, the words of the description among them: "foreign minister", "top diplomat"."""
    return _Title.of(
        [_words(token), *(name for name, other in registry.nouns.items() if other.organ == noun.organ and other.kind == "person")]
    )


def _held_it(row: Row, token: Token, noun: Noun, title: _Title, of: str, discourse: Discourse) -> bool:
    """Whether somebody whom the article names, here or below, bears the title there or held the office of the country."""
    if row["kind"] != "person" or row["entity_id"] is None:
        return False
    day, registry = discourse.article.published, discourse.registry
    if _land(row, discourse) == of and registry.held(row["entity_id"], noun.organ or "", day):
        return True
    return row["start"] > token.idx and _bears(row, token, title, discourse, of, len(discourse.article.text))


def _words(token: Token) -> str:
    """A noun with its compound: "foreign minister"."""
    return " ".join(other.text for other in [*(child for child in token.lefts if child.dep_ == "compound"), token])


def _titled(token: Token, title: _Title, discourse: Discourse, of: str | None = None) -> Row | None:
    """The last person before a noun who bears the title, and of this country if one is given."""
    people = (
        seen.row for seen in discourse.before(token.idx, 3 * REACH) if seen.row["kind"] == "person" and seen.row["method"] != "pronoun"
    )
    return next((row for row in people if _bears(row, token, title, discourse, of, token.idx)), None)


def _bears(row: Row, token: Token, title: _Title, discourse: Discourse, of: str | None, end: int) -> bool:
    """Whether a person's name stands right behind a title, or before it.

    A title that goes on ("the leader *of the party*") is only that of one of whom the same is said; one of a country ("the Peruvian envoy") is nobody's
    who was named with another; a deputy or former holder is not the holder. The text is read up to ``end``.
    """
    text, lesser = discourse.article.text, discourse.registry.words["lesser"]
    going_on = _GOES_ON.match(text, token.idx + len(token.text)) if of is None else None
    in_front = title.before.search(text, max(0, row["start"] - _BEFORE), row["start"]) if going_on is None else None
    found = in_front or title.behind.match(text, row["end"], end)
    if found is None or (found is not in_front and going_on and found["of"] and _last_word(found["of"]) != _last_word(going_on.group())):
        return False
    own = {child.lower_ for child in token.lefts}
    if lesser & own != lesser & set(found["whose"].lower().split()):
        return False
    lands = {_land(row, discourse), *_lands(found.start(), found.end(), discourse)} - {None}
    return of is None or lands == {of} or (not lands and of == discourse.story)


def _last_word(text: str) -> str:
    return text.rsplit(maxsplit=1)[-1].lower()


def _land(row: Row, discourse: Discourse) -> str | None:
    actor = discourse.actor(row)
    return actor.country if actor is not None else None


def _lands(start: int, end: int, discourse: Discourse) -> set[str | None]:
    """Countries that the words of a title name."""
    rows = [discourse.at[at] for at in range(start, end) if at in discourse.at]
    return {_land(row, discourse) for row in rows if row["kind"] in ("nationality", "state")}
