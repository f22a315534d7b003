"""What an article has mentioned so far, and who of them a description or a pronoun most likely means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from drawdown.entities.article import Article, Row, head
from drawdown.entities.registry import Actor, Registry

REACH = 1200
"""Characters back to which a definite description looks."""
NEAR = 400
"""Characters back to which a pronoun looks; also the distance at which a mention counts for half."""
_SUBJECT = 1.5
"""How much more the subject of a clause counts than its other words."""

FILED = "place of a dateline"
"""Reason of the place where a report was filed."""

Resolved = tuple[str | None, str, float]
"""Entity, reason and score of a link."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A linked mention with its weight in the discourse and its number (None: either)."""

    row: Row
    weight: float
    plural: bool | None


@dataclass(slots=True)
class Discourse:
    """The mentions of one article in the order of its text. ``at`` finds the mention that covers a character."""

    article: Article
    doc: Doc
    registry: Registry
    names: list[Row]
    at: dict[int, Row] = field(default_factory=dict)
    countries: tuple[str, ...] = ()
    _seen: list[Seen] = field(default_factory=list)
    _next: int = 0

    def __post_init__(self) -> None:
        """Know all names of the article by their place, and the countries that it is about."""
        self.at = {offset: row for row in self.names for offset in range(row["start"], row["end"])}
        self.countries = _countries(self.names, self.registry)

    @property
    def story(self) -> str | None:
        """The country on whose ground the article plays; None where there is none."""
        return self.countries[0] if self.countries else None

    def here(self, token: Token) -> str | None:
        """The country on whose ground an act plays of which a token is a party: the only one that its sentence, or else its paragraph, names
        before it, if land or a place of it is named, where the report was filed last of all; else that of the story."""
        for begin in (token.sent.start_char, self.article.text.rfind("\n", 0, token.idx) + 1):
            told = [row for row in self.names if begin <= row["start"] < token.idx]
            told = [row for row in told if row["reason"] != FILED] or told
            near = _countries(told, self.registry)
            if len(near) == 1 and any(row["kind"] in ("place", "facility") for row in told):
                return near[0]
        return self.story

    def advance(self, offset: int) -> None:
        """Take the names that end at or before a character as mentioned."""
        while self._next < len(self.names) and self.names[self._next]["end"] <= offset:
            self._add(self.names[self._next], None)
            self._next += 1

    def add(self, row: Row, token: Token) -> None:
        """Take a description or pronoun as mentioned."""
        for offset in range(row["start"], row["end"]):
            self.at.setdefault(offset, row)
        self._add(row, token)

    def _add(self, row: Row, token: Token | None) -> None:
        if row["entity_id"] is None:
            return
        if token is None:
            token = head(self.doc, row["start"], row["end"])
        subject = token is not None and token.dep_ in ("nsubj", "nsubjpass")
        plural = None if row["kind"] in ("state", "place", "nationality") else row["text"][-1:] == "s" and row["text"][-2:] != "ss"
        self._seen.append(Seen(row, _SUBJECT if subject else 1.0, plural))

    def before(self, offset: int, reach: int) -> Iterator[Seen]:
        """Linked mentions within reach before a character, the nearest first."""
        for seen in reversed(self._seen):
            if offset - seen.row["end"] > reach:
                return
            if seen.row["end"] <= offset:
                yield seen

    def actor(self, row: Row) -> Actor | None:
        """The actor of the registry that a mention means."""
        return self.registry.actors.get(row["entity_id"] or "")

    def salient(self, offset: int, fits: Callable[[Seen], float], what: str) -> Resolved:
        """The fitting entity that is most on the reader's mind: mentions add up, halved in weight every ``NEAR`` characters back.

        ``fits`` gives how well a mention fits, 0 for not at all.
        """
        weights: Counter[str] = Counter()
        last: dict[str, Row] = {}
        for seen in self.before(offset, REACH):
            if fit := fits(seen):
                key = seen.row["entity_id"]
                weights[key] += fit * seen.weight * 0.5 ** ((offset - seen.row["end"]) / NEAR)
                last.setdefault(key, seen.row)
        if not weights:
            return None, f"no {what} before it", 0.4
        best = min(weights, key=lambda key: (-round(weights[key], 6), offset - last[key]["end"], key))
        return best, f"most salient {what} before it: {last[best]['text']!r}", 0.6

    def subject(self, token: Token, plural: bool = False) -> Row | None:
        """The mention that is the subject of the clause around a token; with a verb that may have a plural subject, if that is asked."""
        for above in token.ancestors:
            for child in above.lefts:
                if child.dep_ not in ("nsubj", "nsubjpass") or child.i >= token.i or (plural and above.tag_ == "VBZ"):
                    continue
                if (row := self.at.get(child.idx)) is not None:
                    return row
            if above.dep_ == "ROOT":
                break
        return None


def _countries(names: list[Row], registry: Registry) -> tuple[str, ...]:
    """The countries of an article, the one on whose ground it plays first: named as land or through its places, then as a side."""
    counts: Counter[str] = Counter()
    for row in names:
        key = row["entity_id"] or ""
        actor, place = registry.actors.get(key), registry.places.get(key)
        country = actor.country if actor else place["country"] if place else None
        seat = actor is not None and row["kind"] == "facility"
        if country and row["method"] in ("registry", "gazetteer") and not seat:
            counts[country] += {"place": 4, "facility": 4, "state": 2, "nationality": 1}.get(row["kind"], 0)
    return tuple(sorted((country for country in counts if counts[country]), key=lambda country: (-counts[country], country)))
