"""How an act stands on its page: who vouches for it, and whether the page tells it as its news or as background."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from drawdown.event_mentions import realis, syntax
from drawdown.event_mentions.lexicon import Lexicon
from drawdown.event_mentions.page import Page, Row
from drawdown.event_mentions.triggers import Node

HISTORY_DAYS = 7
"""An act dated more than so many days before the page is its history (codebook, section 4)."""


VAGUE = frozenset({"month", "season", "year", "decade"})
"""News has a day: an act in the past tense that gets no more than a month is background."""


NOBODY = frozenset({"which", "that", "what"})
"""Words that name no speaker: "a deal according to which Peru pays"."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Realis in the light of the page; who vouches (None: the page itself), and the quotation in which the act is told."""

    realis: str
    source_id: str | None
    quote_id: str | None


def read(page: Page, node: Node, actors: list[Token], status: realis.Status, time: Row | None, lexicon: Lexicon) -> Claim:
    """Realis in the light of the page, who vouches, and the quotation; ``actors``: the heads of who does it."""
    quote = page.quote_at(node.token.idx)
    if quote is not None and quote["speaker_id"] is None and (quote["speaker_text"] or "").lower() in NOBODY:
        quote = None
    kind = status.realis
    indirect = quote is not None and quote["kind"] == "indirect"
    factive = quote is not None and indirect and (lexicon.has("factive", _lemma_of(quote["cue"], node.token.doc)) or _fact(node))
    source = quote["speaker_id"] if quote is not None and not factive else None
    attributed = quote is not None and not factive and (source is not None or quote["speaker_text"] is not None)
    claimed = attributed and (node.event_type not in realis.SPEECH_ACTS or (quote is not None and _of_others(page, quote, actors)))
    if kind == "historical" and claimed:
        kind = "alleged"
    if (
        kind == "planned"
        and source is not None
        and lexicon.quads[node.event_type] == "material_conflict"
        and _is_foreign(page, actors, source)
    ):
        kind = "conditional"  # the violence of others is no plan that the speaker could know: he predicts it
    if kind in {"asserted", "alleged"} and _is_to_come(page, status, time, lexicon):
        kind = "planned"
    if kind == "asserted":
        if claimed and status.tense != "future":
            kind = "alleged"
        elif _is_history(page, node, status, time, lexicon):
            kind = "historical"
    return Claim(kind, source, quote["quote_id"] if quote is not None else None)


def _of_others(page: Page, quote: Row, actors: list[Token]) -> bool:
    """Whether a speech act that is told in a quotation is another's: "he said that Peru had threatened Chile".

    Officials speak for their country ("Peru condemns the raid", its minister said): only those of other countries are others.
    """
    if page.entities.get(quote["speaker_id"] or "", {}).get("kind") == "media":
        return True
    if quote["kind"] != "indirect" and actors and all(head.lower_ in {"they", "he", "she"} for head in actors):
        return True
    speaker = quote["speaker_text"] or ""
    named = next((row.get("country") for row in page.mentions if row["text"] and row["text"] in speaker and row.get("country")), None)
    own = page.country(quote["speaker_id"]) or named
    if own is None and (quote["speaker_id"] is not None or not speaker.islower()):
        return False  # a name whose country is not known may speak for the one that acts
    for head in actors:
        mention = page.mention_at(head.idx)
        entity = mention["entity_id"] if mention is not None else None
        country = page.country(entity) or (mention or {}).get("country")
        if country is None and mention is not None and entity is None:
            country = page.resolve(mention["text"], page.published)[1]
        if (
            head.pos_ == "PRON"
            or entity == quote["speaker_id"] is not None
            or (quote["speaker_id"] and (own is None or country in {None, own}))
        ):
            return False
    return bool(actors)


def own_side(page: Page, node: Node, actors: list[Token], status: realis.Status, lexicon: Lexicon) -> Node:
    """What a speaker says that his own side will do is a promise, a concession or a threat ("Kenya will hit back, its minister said").

    His side: himself, or what has his country. Returns the act unchanged where somebody else speaks, or nobody.
    """
    quote = page.quote_at(node.token.idx)
    noun = node.token.pos_ in syntax.NOMINAL and node.token.dep_ == "dobj"  # "will take revenge"
    verb = node.token.head if noun else node.token
    if verb.dep_ == "xcomp" and lexicon.has("lasting", verb.head.lemma_):  # "will continue to help"
        verb = verb.head
    will = any(child.lower_ in {*lexicon.classes["modal_will"], "would", "'d"} for child in syntax.children(verb, "aux"))
    if quote is None or node.content is not None or verb.tag_ != "VB" or status.realis != "planned" or not will:
        return node
    clause = verb.head if verb.dep_ == "conj" else verb
    if clause.dep_ != "ROOT" and not (clause.dep_ == "ccomp" and clause.head.text == quote["cue"]):
        return node
    speaker = quote["speaker_id"]
    country = page.country(speaker)
    if speaker is None or not actors or not _is_of(page, actors[0], speaker, country):
        return node
    made = lexicon.compose("announce" if node.event_type == "RETREAT" else "future", node.event_type, node.mode)
    if made is None:
        return node
    return replace(
        node,
        event_type=made.event_type,
        mode=made.mode,
        content=node,
        content_realis=made.content_realis,
        notes=[*node.notes, f"own side: {made.reason}"],
    )


def _is_of(page: Page, head: Token, speaker: str, country: str | None) -> bool:
    """Whether an actor is the speaker, or of his country; a pronoun may be anybody."""
    mention = page.mention_at(head.idx)
    entity = mention["entity_id"] if mention is not None else None
    if entity is None:
        return False
    return bool(entity == speaker or (country is not None and page.country(entity) == country))


def _is_foreign(page: Page, actors: list[Token], speaker: str) -> bool:
    """Whether those who act are known to be of another country than the speaker."""
    own = page.country(speaker)
    mentions = [page.mention_at(head.idx) for head in actors]
    named = [page.country(mention["entity_id"]) for mention in mentions if mention is not None]
    return own is not None and bool(named) and all(country not in {None, own} for country in named)


def _lemma_of(cue: str | None, doc: Doc) -> str:
    return next((token.lemma_ for token in doc if token.text == cue), cue or "")


def _fact(node: Node) -> bool:
    """Whether the clause is what a fact is: "pointed to the fact that rebels attacked"."""
    return any(at.dep_ in {"acl", "relcl", "ccomp"} and at.head.lemma_ == "fact" for at in syntax.path_up(node.token))


def _is_to_come(page: Page, status: realis.Status, time: Row | None, lexicon: Lexicon) -> bool:
    """Whether an act is dated after the page, or as next: "is visiting Warsaw next week"."""
    if time is None or status.tense == "past":
        return False
    if page.day is not None and time["earliest"] is not None:
        return bool(time["earliest"] > page.day)
    return lexicon.has("upcoming", *time["text"].lower().split())


def _is_history(page: Page, node: Node, status: realis.Status, time: Row | None, lexicon: Lexicon) -> bool:
    if time is None or status.tense == "future" or status.perfect or lexicon.has("lasting", node.token.head.lemma_.lower()):
        return False
    if page.day is not None and time["latest"] is not None and (page.day - time["latest"]).days > HISTORY_DAYS:
        return True
    dated = time["precision"] == "day" and time["basis"] == "stated" and page.day is None and not time["edtf"].startswith("XXXX")
    if dated and page.text[: time["start"]].lower().endswith("on "):  # news does not say of which year it is; captions do
        return status.tense != "present"
    if time["precision"] == "range" and page.day is None and time["latest"] is not None:
        return status.tense != "present" and not time["edtf"].endswith("..")
    if time["precision"] in VAGUE:
        return status.tense != "present" and not status.perfect
    return "ago" in time["text"].split()
