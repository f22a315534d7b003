"""Who speaks: the noun phrase at the cue, its mention, and the entity behind it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from spacy.tokens import Token

from drawdown.entities.article import Article, Row
from drawdown.entities.quotes import phrases
from drawdown.entities.quotes.lexicon import Lexicon

_SPEAKING_KINDS = ("person", "armed_group", "government", "organisation", "state", "media", "nationality", "facility", "place")
_PERSONAL = {"he", "she", "him", "her", "who"}


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker as printed, with mention and entity where known; ``document`` is the word when a piece of writing speaks."""

    start: int
    end: int
    text: str
    mention_id: str | None
    entity_id: str | None
    document: str | None
    reason: str


@dataclass(slots=True)
class Speakers:
    """Resolves the speakers of one article in the order of the text; remembers who spoke last."""

    article: Article
    lexicon: Lexicon
    mentions: list[Row]
    spoken: list[Speaker] = field(default_factory=list)
    documents: dict[str, Speaker] = field(default_factory=dict)
    starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Sort the mentions by place."""
        self.mentions = sorted(
            (row for row in self.mentions if row["kind"] in _SPEAKING_KINDS), key=lambda row: (row["start"], -row["end"])
        )
        self.starts = [row["start"] for row in self.mentions]

    def inside(self, start: int, end: int) -> list[Row]:
        """Mentions inside a span, in order."""
        low, high = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return [row for row in self.mentions[low:high] if row["end"] <= end]

    def at(self, head: Token) -> str | None:
        """Entity of the mention that holds a token; None when there is none."""
        start, end = phrases.noun_phrase(head)
        holding = [row for row in self.inside(min(start, head.idx), end) if row["start"] <= head.idx < row["end"]]
        known = [row for row in holding if row["entity_id"]]
        return max(known, key=lambda row: row["end"] - row["start"])["entity_id"] if known else None

    def resolve(self, head: Token) -> Speaker:
        """The speaker whose noun phrase has this head; remembered as the last who spoke."""
        start, end = phrases.noun_phrase(head)
        if self.article.offsets.to_raw(start, end) is None:
            start, end = head.idx, head.idx + len(head)
        if (holding := self._holding(head.idx)) is not None:
            start, end = min(start, holding["start"]), max(end, holding["end"])
        document = head.lemma_.lower() if self.lexicon.document(head.lemma_.lower()) else None
        mention, reason = self._mention(head, start, end, document is not None)
        entity = mention["entity_id"] if mention else None
        if document and entity is None:
            entity, reason = self._author(document, head.idx)
        elif entity is None and (last := self._antecedent(head)) is not None:
            entity, reason = last.entity_id, "pronoun: the last who spoke"
        speaker = Speaker(start, end, self.article.text[start:end], mention["mention_id"] if mention else None, entity, document, reason)
        self.spoken.append(speaker)
        if document and entity:
            self.documents[document] = speaker
        return speaker

    def _holding(self, offset: int) -> Row | None:
        """The longest mention that holds a character."""
        high = bisect_left(self.starts, offset + 1)
        return next((row for row in self.mentions[max(0, high - 8) : high] if row["end"] > offset and row["kind"] != "nationality"), None)

    def _mention(self, head: Token, start: int, end: int, document: bool) -> tuple[Row | None, str]:
        inside = self.inside(start, end)
        at = head.idx
        exact = [row for row in inside if row["start"] <= at < row["end"] and row["kind"] != "nationality"]
        if exact and not document:
            known = [row for row in exact if row["entity_id"]] or exact
            return max(known, key=lambda row: row["end"] - row["start"]), "mention at the head of the subject"
        owners = [row for row in inside if row["end"] <= at and row["entity_id"] and row["kind"] != "nationality"]
        if document and owners:
            return owners[-1], "whose document it is"
        behind = [row for row in inside if row["start"] > at and row["entity_id"] and row["kind"] != "nationality"]
        if document and behind:
            return behind[0], "whose document it is"
        spokesman = head.lemma_.lower() in (
            "spokesman",
            "spokeswoman",
            "spokesperson",
            "office",
            "representative",
            "side",
            "source",
            "official",
            "website",
            "page",
        )
        if spokesman:
            known = [row for row in inside if row["entity_id"]]
            if known and head.lemma_.lower() not in ("source", "official"):
                return known[0], "spokesman of"
        if exact:
            return exact[0], "mention at the head of the subject"
        return None, "no mention at the subject"

    def _author(self, document: str, before: int) -> tuple[str | None, str]:
        """Who issued a document named earlier: the nearest phrase `statement ... by X`, else the last speaker through the same word."""
        known = self.documents.get(document)
        if known and known.entity_id:
            return known.entity_id, "the document of before"
        for row in reversed(self.mentions[: bisect_left(self.starts, before)]):
            if row["entity_id"] and row["kind"] in ("armed_group", "organisation", "government", "person"):
                sentence = self._sentence(row["start"])
                if document in self.article.text[sentence[0] : sentence[1]].lower():
                    return row["entity_id"], f"named in the sentence that tells of the {document}"
        return None, "document without an author on the page"

    def _sentence(self, offset: int) -> tuple[int, int]:
        at = bisect_left(self.article.sentences, (offset + 1, 0)) - 1
        return self.article.sentences[at] if at >= 0 else (0, len(self.article.text))

    def _antecedent(self, head: Token) -> Speaker | None:
        if head.pos_ != "PRON":
            return None
        return next((one for one in reversed(self.spoken) if one.entity_id), None)
