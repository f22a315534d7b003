"""Through whom words came to the page: documents, broadcasters, agencies."""

from __future__ import annotations

from drawdown.entities.article import Article, Row
from drawdown.entities.quotes.cue import Cue
from drawdown.entities.quotes.speakers import Speaker, Speakers

BETWEEN = " > "
_NEAR = 1500
"""How many characters around a cue are searched for media: bounds the work in sentences of any length."""


def chain(article: Article, cue: Cue, speaker: Speaker, speakers: Speakers) -> str | None:
    """The relay of a cue's words, nearest to the speaker first: the document, then the media of the sentence."""
    written = speaker.document or _written(cue, speakers)
    links = [written] if written else []
    first, last = article.sentence(cue.start)
    for row in speakers.inside(max(first, cue.start - _NEAR), min(last, cue.end + _NEAR)):
        name = row["text"]
        if (
            row["kind"] == "media"
            and not any(start <= row["start"] < end for start, end in cue.clauses)
            and _other(row, article, speaker, speakers)
            and name not in links
        ):
            links.append(name)
    return BETWEEN.join(links) or None


def _written(cue: Cue, speakers: Speakers) -> str | None:
    """The piece of writing in which somebody says it: "said in a statement", "in a letter to the council, she wrote"."""
    words = speakers.lexicon.sets["written"]
    held = (
        end for prep in cue.token.children if prep.dep_ == "prep" and prep.lower_ == "in" for end in prep.children if end.dep_ == "pobj"
    )
    return next((end.lemma_.lower() for end in held if end.lemma_.lower() in words), None)


def _other(row: Row, article: Article, speaker: Speaker, speakers: Speakers) -> bool:
    """Whether a medium is neither the speaker nor the page's own publisher."""
    if row["start"] >= speaker.start and row["end"] <= speaker.end:
        return False
    if speaker.entity_id is not None and row["entity_id"] == speaker.entity_id:
        return False
    if row["text"].rpartition(" ")[2].lower() in speakers.lexicon.sets["media"]:
        return False
    own = set((article.publisher or "").lower().split()[:1])
    return not own & {*row["text"].lower().split(), *(row["entity_id"] or "").split("_")}
