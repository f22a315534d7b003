"""Rows of the table ``participants``: which mentions and entities the words are that fill the roles of an act."""

from __future__ import annotations

from spacy.tokens import Token

from drawdown.event_mentions import kinds, realis, syntax
from drawdown.event_mentions.lexicon import Lexicon
from drawdown.event_mentions.page import Page, Row
from drawdown.event_mentions.roles import Roles

LINKED = ("article_id", "start", "end", "raw_start", "raw_end", "text", "mention_id", "entity_id")
"""Columns that a participant shares with the mention that it is."""


MET = ("human", "persons", "people", "political", "troops", "captive", "building", "site", "venue", "territory", "land", "weapons", "goods")
"""Word classes of what a deed that strikes nobody is done to: people, bodies, places, what is seized or sent."""


ANYBODY = frozenset({"anybody", "anyone", "everybody", "everyone", "nobody", "somebody", "someone"})


def rows(page: Page, identifier: str, roles: Roles, lexicon: Lexicon, event_type: str) -> list[Row]:
    """Who takes part, role by role, in an act of this type: words go to somebody, not to a plan or an idea."""
    found: list[Row] = []
    for role, heads in (("actor", roles.actor), ("recipient", roles.recipient), ("instrument", roles.instrument), ("theme", roles.theme)):
        taken: set[tuple[int, int]] = set()
        for head in heads:
            row = _participant(page, head, role, lexicon)
            if row is None or head.lower_ in ANYBODY or (_is_nobody(row, head, lexicon) and _is_beside(head, role, lexicon, event_type)):
                continue
            if role == "recipient" and lexicon.has("membership", head.lemma_.lower()):
                actors = {one["entity_id"] for one in found if one["role"] == "actor"}
                if row["entity_id"] in actors:  # "broke up the cell and detained its members": not their own
                    row["entity_id"] = None
            if (row["start"], row["end"]) not in taken:
                found.append({"event_mention_id": identifier, "role": role, "ordinal": len(taken), **row})
                taken.add((row["start"], row["end"]))
    return found


def _is_nobody(row: Row, head: Token, lexicon: Lexicon) -> bool:
    """Whether no entity, country or kind of actor is known; the country of a treaty is none of its own."""
    if row["entity_id"] is None and lexicon.has("document", head.lemma_.lower()):
        return True
    return not (row["mention_id"] or row["country"] or row["sector"] not in {None, "UNK"})


def _is_beside(head: Token, role: str, lexicon: Lexicon, event_type: str) -> bool:
    """Whether a word that names nobody cannot have a role."""
    if role == "recipient":
        return _is_thing(head, lexicon, event_type)
    return role == "actor" and not _acts(head, lexicon)


def _is_thing(head: Token, lexicon: Lexicon, event_type: str) -> bool:
    """Whether a word that names nobody is a treaty, plan, paper, measure or idea, which no act is done to."""
    lemma = head.lemma_.lower()
    if head.pos_ != "NOUN":
        return head.pos_ == "PROPN" and lexicon.has("document", lemma)
    if lexicon.has_any(("paper", "document", "measure", "sanctions"), lemma):
        return True
    if event_type in realis.SPEECH_ACTS:
        return lexicon.has("proposals", lemma) or not lexicon.has("political", lemma)
    return event_type != "ASSAULT" and not lexicon.has_any(MET, lemma)  # violence may strike any thing


def _acts(head: Token, lexicon: Lexicon) -> bool:
    """Whether a word that names nobody can be who acts: no treaty, and no noun but for people and what acts or is used for them."""
    lemma = head.lemma_.lower()
    if head.pos_ == "PROPN":
        return not lexicon.has("document", lemma)
    return head.pos_ != "NOUN" or kinds.is_somebody(head, lexicon) or lexicon.has_any(("paper", "publication"), lemma)


def setting(page: Page, identifier: str, time: Row | None, place: Row | None) -> list[Row]:
    """When and where, from the rows of the time expression and of the place's mention."""
    return [_linked(page, identifier, role, found) for role, found in (("time", time), ("location", place)) if found is not None]


def speaker(page: Page, identifier: str, offset: int) -> list[Row]:
    """The speaker of a quotation as the actor of what its words demand, threaten or refuse without naming him: his nearest mention."""
    quote = page.quote_at(offset)
    if quote is None or quote["speaker_id"] is None:
        return []
    named = [row for row in page.mentions if row["entity_id"] == quote["speaker_id"]]
    near = min(named, key=lambda row: (max(quote["start"] - row["end"], row["start"] - quote["end"], 0), row["start"]), default=None)
    return [] if near is None else [_linked(page, identifier, "actor", near)]


def _linked(page: Page, identifier: str, role: str, found: Row) -> Row:
    known = page.entities.get(found.get("entity_id") or "", {})
    return {
        "event_mention_id": identifier,
        "role": role,
        "ordinal": 0,
        **{name: found.get(name) for name in LINKED},
        "country": known.get("country"),
        "sector": known.get("sector"),
    }


def _uttered(page: Page, head: Token) -> Row | None:
    """The quotation in the sentence of a document that speaks: "the statement warned" is whose statement it is."""
    mention = page.mention_at(head.idx)
    if head.dep_ != "nsubj" or (mention is not None and mention["entity_id"] is not None):
        return None
    end = head.sent.end_char
    spoken = (row for row in page.quotes if head.sent.start_char <= row["start"] < end or row["start"] <= head.sent.start_char < row["end"])
    return next((row for row in spoken if row["cue"] == head.head.text and (row["speaker_text"] or "").endswith(head.text)), None)


def _named_by(page: Page, head: Token, lexicon: Lexicon) -> Row | None:
    """The mention that says who a phrase is: at its head, in apposition to it, or its owner where it is a thing owned."""
    own = page.mention_at(head.idx)
    if own is not None and own["method"] == "nominal":
        called = [found for child in syntax.children(head, "appos") if (found := page.mention_at(child.idx)) and found["kind"] == "person"]
        own = next((found for found in called if found["entity_id"] is not None), own)
    if own is not None and own["entity_id"] is not None:
        return own
    near = syntax.children(head, "appos") + ([head.head] if head.dep_ == "appos" else []) + _holder(page, head)
    if head.dep_ == "appos" and lexicon.has("membership", head.head.lemma_.lower()):
        near += syntax.prepositional(head.head, "of")
    if head.dep_ == "attr" and head.head.lemma_ == "be":
        near += syntax.children(head.head, "nsubj")
    lemma = head.lemma_.lower()
    if lexicon.has("owned", lemma):
        near += syntax.children(head, "poss", "amod", "compound", "nmod") + syntax.prepositional(head, "of", "by")
    elif lexicon.has("membership", lemma):
        near += syntax.children(head, "poss") + syntax.prepositional(head, "of", "in", "from")
    elif own is not None:
        near += [child for child in syntax.children(head, "poss") if child.tag_ == "PRP$"]
    for token in (syntax.owner(one) for one in near if not kinds.is_dateline(one)):
        found = page.mention_at(token.idx)
        if found is not None and found["entity_id"] is not None:
            return found
    return own


def _holder(page: Page, head: Token) -> list[Token]:
    """Who holds an office, where the parse hangs his name on the body: "Commander of the [Home Guard General] Ruiz"."""
    for end in syntax.prepositional(head, "of"):
        held = page.mention_at(end.idx)
        near = (page.mention_at(word.idx) for word in end.subtree if word.i < end.i)
        if held is not None and held["kind"] == "person" and any(body is not None and body["kind"] != "person" for body in near):
            return [end]
    return []


def _belongs(head: Token) -> int:
    """Where the phrase of a noun ends with what it is of: "rulers of *Peru*"; 0 where nothing follows."""
    of = next((child for child in head.rights if child.lower_ == "of"), None) if head.pos_ == "NOUN" else None
    return max((end.idx + len(end.text) for end in syntax.children(of, "pobj")), default=0) if of is not None else 0


def _whose(head: Token, start: int) -> int:
    """Where the words begin that say whose a party is: "*Kenya's* High Court"."""
    owners = (child.left_edge.idx for child in head.lefts if child.dep_ == "poss" and child.pos_ == "PROPN")
    return min(start, next(owners, start))


def _participant(page: Page, head: Token, role: str, lexicon: Lexicon) -> Row | None:
    mention = _named_by(page, head, lexicon)
    if mention is not None and mention["start"] <= head.idx < mention["end"]:
        start, end = mention["start"], mention["end"]
    else:
        first, last = syntax.noun_phrase(head)
        start, end = head.doc[first].idx, head.doc[last - 1].idx + len(head.doc[last - 1].text)
    raw = page.offsets.to_raw(start, end)
    if raw is None:
        start, end = head.idx, head.idx + len(head.text)
        raw = page.offsets.to_raw(start, end)
    if raw is None:
        return None
    entity = mention["entity_id"] if mention else None
    country = sector = None
    quote = page.quote_at(head.idx) if head.lower_ in {"we", "i", "us", "me", "our", "my"} else _uttered(page, head)
    if quote is not None and quote["speaker_id"] is not None:
        entity = quote["speaker_id"]
    if entity is None and role in {"actor", "recipient"}:
        entity, country, sector, _ = page.resolve(page.text[_whose(head, start) : max(end, _belongs(head))], page.published)
    if entity is not None and entity not in page.entities:
        entity = None
    known = page.entities.get(entity or "", {})
    return {
        "article_id": page.article_id,
        "start": start,
        "end": end,
        "raw_start": raw[0],
        "raw_end": raw[1],
        "text": page.text[start:end],
        "mention_id": mention["mention_id"] if mention else None,
        "entity_id": entity,
        "country": known.get("country") or country,
        "sector": known.get("sector") or sector,
    }
