"""Whom a role means that speaks ("the expert on Peru", "a harbour official"): by what the page says of those whom it names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from drawdown.entities.article import Article, Row
from drawdown.entities.folding import fold
from drawdown.entities.quotes.people import People
from drawdown.schemas import vocabularies

REACH = 1500
"""Characters from a role to the name that it introduces."""
_BEFORE, _BEHIND = 120, 140
"""Characters before and behind a name in which the page says who that is."""
_PART = re.compile(r"[;:!?,\"“”\n]|\b[a-z]+\b")
_MARKS = frozenset(';:!?,"“”\n')
_APPOSED = re.compile(r"\s?,\s(?P<said>[^,;.!?\"“”\n]+)")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Role:
    """A noun phrase that describes one person: its span as printed, and its mention."""

    start: int
    end: int
    mention: Row

    def bare(self, text: str) -> bool:
        """Whether it says no more than what somebody is: "the expert", "the Leader"."""
        printed = text[self.start : self.end]
        return printed[:4].lower() == "the " and (printed[4:] == printed[4:].lower() or printed[4:] == self.mention["text"].split()[-1])

    def noun(self) -> str:
        """Its head, in lower case."""
        return _words(self.mention["text"])[-1]


@dataclass(slots=True)
class Described:
    """What an article says of the persons whom it names, in front of their names and in apposition behind them; ``sets`` are those of the lexicon."""

    article: Article
    people: People
    sets: Mapping[str, frozenset[str]]
    mentions: Sequence[Row]
    starts: list[int] = field(default_factory=list)
    first: dict[str, int] = field(default_factory=dict)
    words: dict[str, set[str]] = field(default_factory=dict)
    beside: dict[str, set[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Read what is said of everybody, and where each is named first, below the headlines."""
        self.starts = [row["start"] for row in self.mentions]
        named = [row for row in self.mentions if row["kind"] == "person" and row.get("method") not in ("nominal", "pronoun")]
        for row in (one for one in named if one["entity_id"]):
            key = row["entity_id"]
            if row.get("part") not in vocabularies.HEADLINES:
                self.first.setdefault(key, row["start"])
            for start, end in self._told(row):
                self.words.setdefault(key, set()).update(_words(self.article.text[start:end]))
                inside = (other["entity_id"] for other in self.inside(start, end))
                self.beside.setdefault(key, set()).update(entity for entity in inside if entity)

    def agrees(self, role: Role, entity: str) -> bool:
        """Whether the page, or the registry, says of a person what his role says: the names in it, and of a post all its words."""
        said, beside, lands = self.words.get(entity, set()), self.beside.get(entity, set()), self.people.lands
        known = {lands[key] for key in (entity, *beside) if key in lands}
        tied = [row for row in self.inside(role.start, role.end) if row["entity_id"] and row["kind"] != "person"]
        meant = {word for row in tied if row["entity_id"] in beside or lands.get(row["entity_id"]) in known for word in _words(row["text"])}
        needed = {fold(word).lower() for word in _WORD.findall(self.article.text[role.start : role.end]) if word[0].isupper()}
        if role.noun() in self.people.posts:
            return needed.union(_words(role.mention["text"])) - self.sets["small"] <= said | meant
        needed -= {*self.sets["small"], role.noun()}
        return bool(needed) and needed <= said | meant

    def contradicts(self, role: Role, entity: str) -> bool:
        """Whether a role is a post, and the page tells another post of a person, but not this one."""
        said = self.words.get(entity, set())
        return role.noun() in self.people.posts and role.noun() not in said and not self.people.posts.isdisjoint(said)

    def introduces(self, role: Role, start: int, name: Row) -> bool:
        """Whether a role that spoke describes the name that speaks next, whose noun phrase begins at ``start``: a full name, new, and without any
        word of who that is.

        "A harbour official said ... Pavel Dolny added ...": nobody is named like that who has not been described before.
        """
        entity = name["entity_id"]
        if self.first.get(entity) != name["start"] or len(name["text"].split()) < 2 or name["start"] - role.end > REACH:
            return False
        if self.agrees(role, entity):
            return True
        land = self.people.lands.get(entity)
        if land is not None and any(self.article.sentence(role.end)[1] <= at < name["start"] for at in self.first.values()):
            return False  # somebody else is named before one whom everybody knows
        before = _WORD.findall(self.article.text[start : name["start"]])
        plain = all(word[0].isupper() and word.lower() not in self.people.posts for word in before)
        if not plain or re.match(r"\s?[,(]\s?\w", self.article.text[name["end"] : name["end"] + 4]):
            return False
        return land is None or any(self.people.lands.get(row["entity_id"] or "") == land for row in self.inside(role.start, role.end))

    def _told(self, name: Row) -> Iterator[tuple[int, int]]:
        """Spans in which a sentence says who a named person is."""
        text, (first, last) = self.article.text, self.article.sentence(name["start"])
        low = max(first, name["start"] - _BEFORE)
        for found in _PART.finditer(text, low, name["start"]):
            low = found.end() if found.group() in _MARKS or found.group() in self.sets["apart"] else low
        yield low, name["start"]
        if (behind := _APPOSED.match(text, name["end"], min(last, name["end"] + _BEHIND))) is not None:
            yield behind.span("said")

    def inside(self, start: int, end: int) -> list[Row]:
        """Mentions inside a span, in order."""
        low, high = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return [row for row in self.mentions[low:high] if row["end"] <= end]


def _words(text: str) -> list[str]:
    return [fold(word).lower() for word in _WORD.findall(text)]
