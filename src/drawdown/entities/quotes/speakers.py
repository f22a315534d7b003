"""Who speaks: the noun phrase at the cue, its mention, and the entity behind it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from spacy.tokens import Token

from drawdown.entities import datelines
from drawdown.entities.article import Article, Row
from drawdown.entities.pronouns import PERSONS
from drawdown.entities.quotes import phrases
from drawdown.entities.quotes.lexicon import Lexicon
from drawdown.entities.quotes.people import People
from drawdown.entities.quotes.roles import Described, Role

_SPEAKING_KINDS = ("person", "armed_group", "government", "organisation", "state", "media", "nationality", "facility", "place")
_ISSUERS = ("armed_group", "organisation", "government", "person", "state", "media")
_BACK, _FORTH = 20, 4
_LOOSE = 0.6
_ROLE_REACH = 1000
"""Characters from the last who spoke to a role that may be his."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker as printed, with mention and entity where known; ``document`` is the word when a piece of writing speaks; ``words`` whether the page
    gives what he says ("called for peace" gives none); ``role`` where he is described as one person, and not named."""

    start: int
    end: int
    text: str
    mention_id: str | None
    entity_id: str | None
    document: str | None
    reason: str
    words: bool = True
    role: Role | None = None


@dataclass(slots=True)
class Speakers:
    """Resolves the speakers of one article in the order of the text; remembers who spoke last."""

    article: Article
    lexicon: Lexicon
    mentions: list[Row]
    quoted: list[tuple[int, int]] = field(default_factory=list)
    people: People = field(default_factory=People)
    spoken: list[Speaker] = field(default_factory=list)
    documents: dict[str, Speaker] = field(default_factory=dict)
    described: Described = field(init=False)
    persons: frozenset[str | None] = field(init=False)

    def __post_init__(self) -> None:
        """Sort the mentions by place, and read what is said of those whom they name."""
        self.mentions = sorted(
            (row for row in self.mentions if row["kind"] in _SPEAKING_KINDS), key=lambda row: (row["start"], -row["end"])
        )
        self.persons = frozenset(row["entity_id"] for row in self.mentions if row["kind"] == "person")
        self.described = Described(self.article, self.people, self.lexicon.sets, self.mentions)

    def inside(self, start: int, end: int) -> list[Row]:
        """Mentions inside a span, in order."""
        return self.described.inside(start, end)

    def at(self, head: Token) -> str | None:
        """Entity of the mention that holds a token; None when there is none."""
        start, end = phrases.noun_phrase(head)
        holding = [row for row in self.inside(min(start, head.idx), end) if row["start"] <= head.idx < row["end"]]
        known = [row for row in holding if row["entity_id"]]
        return max(known, key=lambda row: row["end"] - row["start"])["entity_id"] if known else None

    def resolve(self, head: Token, within: bool = False, words: bool = True) -> Speaker:
        """The speaker whose noun phrase has this head; remembered as the last who spoke, unless he is quoted ``within`` what another says."""
        head = self._behind_dateline(head)
        start, end = phrases.noun_phrase(head)
        if self.article.offsets.to_raw(start, end) is None:
            start, end = head.idx, head.idx + len(head)
        if (holding := self._holding(head.idx)) is not None:
            start, end = min(start, holding["start"]), max(end, holding["end"])
        if (line := datelines.read(self.article.text, start)) is not None and line.end <= head.idx:
            start = head.idx - len(self.article.text[line.end : head.idx].lstrip())
        document = head.lemma_.lower() if head.pos_ != "VERB" and self.lexicon.document(head.lemma_.lower()) else None
        if (name := self._called(head, end)) is not None:  # "the head of the Harbour Board Anna Berg"
            end = name["end"]
        mention, reason = (name, "name behind his role") if name is not None else self._mention(head, start, end, document is not None)
        entity = mention["entity_id"] if mention else None
        if document and entity is None:
            entity, reason = self._issued(head) or self._author(document, head.idx)
        elif (entity is None or head.lower_ in PERSONS) and (last := self._antecedent(head)) is not None:
            entity, reason = last.entity_id, "pronoun: the last who spoke"
        elif entity is None and (name := self._apposed(head, end)) is not None:
            mention, entity, reason = name, name["entity_id"], "name in apposition to the subject"
        role = _role(head, mention, start, end)
        if role is not None and (entity is None or self._loose(role)) and (last := self._meant(role)) is not None:
            entity, reason = last.entity_id, "his role: the last who spoke"
        speaker = Speaker(
            start, end, self.article.text[start:end], mention["mention_id"] if mention else None, entity, document, reason, words, role
        )
        if not within:
            self.spoken.append(speaker)
        if document and entity and words:
            self.documents[document] = speaker
        return speaker

    def _behind_dateline(self, head: Token) -> Token:
        """The subject behind a dateline that the parse took for another: "LIMA (Reuters) - The *ministry* said ..."; the head itself otherwise."""
        begin = self.article.text.rfind("\n", 0, head.idx) + 1
        line = datelines.read(self.article.text, begin)
        if line is None or head.idx >= line.end:
            return head
        near = [*(child for child in head.head.lefts if child.dep_ in ("nsubj", "nsubjpass")), *head.rights]
        return next((child for child in near if child.idx >= line.end and child.dep_ in ("nsubj", "nsubjpass", "appos", "dep")), head)

    def _holding(self, offset: int) -> Row | None:
        """The longest mention that holds a character."""
        high = bisect_left(self.described.starts, offset + 1)
        return next((row for row in self.mentions[max(0, high - 8) : high] if row["end"] > offset and row["kind"] != "nationality"), None)

    def _mention(self, head: Token, start: int, end: int, document: bool) -> tuple[Row | None, str]:
        inside = self.inside(start, end)
        at = head.idx
        exact = [row for row in inside if row["start"] <= at < row["end"] and row["kind"] != "nationality"]
        if exact and not document:
            known = (
                [row for row in exact if row["entity_id"]]
                or [row for row in inside if row["entity_id"] and row["kind"] == exact[0]["kind"]]
                or exact
            )
            return max(known, key=lambda row: row["end"] - row["start"]), "mention at the head of the subject"
        owners = [row for row in inside if row["end"] <= at and row["entity_id"] and row["kind"] != "nationality"]
        if document and owners:
            return owners[-1], "whose document it is"
        behind = [row for row in inside if row["start"] > at and row["entity_id"] and row["kind"] != "nationality"]
        if document and behind:
            return behind[0], "whose document it is"
        if head.lemma_.lower() in self.lexicon.sets["spokesman"]:
            known = [row for row in inside if row["entity_id"]]
            if known:
                return known[0], "spokesman of"
        if exact:
            return exact[0], "mention at the head of the subject"
        return None, "no mention at the subject"

    def _issued(self, head: Token) -> tuple[str, str] | None:
        """Who issued a document, where the verb says so that has it as its object: `The Board released a report that says ...`."""
        by = next((one for one in head.head.lefts if one.dep_ == "nsubj"), None) if head.dep_ == "dobj" else None
        entity = self.at(by) if by is not None and head.head.lemma_.lower() in self.lexicon.sets["issuing"] else None
        return (entity, "who issued it") if entity else None

    def _called(self, head: Token, end: int) -> Row | None:
        """The name of a person right behind a role, over words that the parse took for the role's: `head of the Harbour Board Anna Berg`."""
        held = self._holding(head.idx)
        if head.pos_ not in ("NOUN", "PROPN") or (held is not None and held.get("method") != "nominal"):
            return None
        for row in self.inside(end, min(self.article.sentence(head.idx)[1], end + 50)):
            if row["kind"] == "person" and row["entity_id"] and row.get("method") not in ("nominal", "pronoun"):
                return row if re.fullmatch(r"(?: [A-Z][\w.-]*){0,3} ", self.article.text[end : row["start"]]) else None
        return None

    def _author(self, document: str, before: int) -> tuple[str | None, str]:
        """Who issued a document: told with it before, else in a sentence near it (`a statement by X`, `In the statement, X ...`)."""
        known = self.documents.get(document)
        if known and known.entity_id:
            return known.entity_id, "the document of before"
        here = bisect_left(self.article.sentences, (before + 1, 0)) - 1
        near = [*range(here - 1, max(-1, here - _BACK), -1), *range(here + 1, min(len(self.article.sentences), here + _FORTH))]
        for at in near:
            if (issuer := self._issuer(document, *self.article.sentences[at])) is not None:
                return issuer, f"named in a sentence that tells of the {document}"
        return None, "document without an author on the page"

    def _issuer(self, document: str, start: int, end: int) -> str | None:
        word = re.search(rf"\b{document}\b", self.article.text[start:end], re.IGNORECASE)
        if word is None or self._quoted(start + word.start()):
            return None
        bound = []
        headed = re.search(r"\bIn (?:a|an|the|its|their)(?: \w+)? $", self.article.text[max(0, start - 1) : start + word.start()])
        for row in self.inside(start + word.end(), end):
            between = self.article.text[start + word.end() : row["start"]]
            tied = re.search(r"\b(?:by|from)\b", between) or re.match(r"(?: of|,)(?: the| its| a)? $", between)
            tied = tied or (headed and re.fullmatch(r"[^,.;:]{0,80}, (?:the |its |a )?", between))
            if row["entity_id"] and row["kind"] in _ISSUERS and tied and not self._quoted(row["start"]):
                bound.append(row)
        chosen = next((row for row in bound if row["kind"] not in ("state", "media")), bound[0] if bound else None)
        return str(chosen["entity_id"]) if chosen else None

    def _quoted(self, offset: int) -> bool:
        at = bisect_left(self.quoted, (offset + 1, 0)) - 1
        return at >= 0 and offset < self.quoted[at][1]

    def _apposed(self, head: Token, end: int) -> Row | None:
        """The name behind a role: `The leader of the group, X, ...`."""
        if head.pos_ != "NOUN":
            return None
        limit = min(self.article.sentence(head.idx)[1], end + 120)
        for row in self.inside(end, limit):
            between = self.article.text[end : row["start"]]
            closed = self.article.text[row["end"] : row["end"] + 1] == "," and re.fullmatch(r"[^,;]*, ", between)
            if row["kind"] == "person" and row["entity_id"] and (closed or re.fullmatch(r" (?:[A-Z][\w.]* )?", between)):
                return row
        return None

    def _loose(self, role: Role) -> bool:
        """Whether a role that says no more than "the official" was tied to somebody only because he is of that sort, too."""
        plain = self.article.text[role.start + 4 : role.end].islower() and role.bare(self.article.text)
        return plain and role.noun() not in self.people.posts and role.mention.get("score", 1.0) <= _LOOSE

    def _meant(self, role: Role) -> Speaker | None:
        """For a role that says no more (`the spokesman`, `the expert`) the last who spoke, if that is a person named not far before; for one that says
        more (`the expert on Peru`) the last who spoke of whom the page says the same."""
        media = {row["mention_id"] for row in self.mentions if row["kind"] == "media"}  # "..., the agency reported. The official ..."
        spoken = [one for one in reversed(self.spoken) if one.words and one.mention_id not in media]
        if role.bare(self.article.text):
            near = [one for one in spoken if role.start - one.end <= _ROLE_REACH]
            called = (one for one in near if role.noun() in self.described.words.get(one.entity_id or "", ()))
            last = next(called, near[0] if near else None)
            fits = last is not None and last.entity_id in self.persons and not self.described.contradicts(role, last.entity_id or "")
            return last if fits else None
        known = {one.entity_id: one for one in reversed(spoken) if one.entity_id in self.persons}
        agreeing = (one for one in reversed(known.values()) if one.entity_id and self.described.agrees(role, one.entity_id))
        return next(agreeing, None) if self.article.text[role.start : role.start + 4].lower() == "the " else None

    def _antecedent(self, head: Token) -> Speaker | None:
        """For `he` and `she` the last person who spoke, if nothing is known against it: none where that is a role of nobody known; `it` is no person,
        but may be his document; nobody for other pronouns."""
        if head.pos_ != "PRON":
            return None
        wanted = PERSONS.get(head.lower_)
        known = [one for one in reversed(self.spoken) if (one.entity_id or one.role) and (one.words or wanted)]
        if wanted is None:
            bodies = (one for one in known if one.entity_id and (one.document or one.entity_id not in self.persons))
            return next(bodies, None) if head.lower_ in ("it", "its") else None
        last = next((one for one in known if one.role or one.entity_id in self.persons), None)
        return None if last is None or self.people.genders.get(last.entity_id or "", wanted) != wanted else last


def _role(head: Token, mention: Row | None, start: int, end: int) -> Role | None:
    """The role that a noun phrase describes one person by; None where it names somebody."""
    nominal = mention is not None and mention["kind"] == "person" and mention.get("method", "nominal") == "nominal"
    single = head.tag_ in ("NN", "NNP") and head.lower_ == head.text[:1].lower() + head.text[1:]
    return Role(start, end, mention) if mention is not None and nominal and single else None
