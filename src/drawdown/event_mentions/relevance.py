"""What counts as politics on a page that is about something else: sport, science, companies, courts, show business."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from drawdown.event_mentions.lexicon import Lexicon
from drawdown.event_mentions.page import Page, Row

PUBLIC_KINDS = frozenset({"government", "armed_group", "state", "nationality"})
PUBLIC_SECTORS = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY", "REB", "PRM", "PTY", "OPP", "UAF", "ELI"})
GROUND = frozenset({"place", "facility", "state"})
LONG = 10
"""Sentences that a page must have before its mentions say what it is about."""
SPARSE = 0.12
"""Mentions of states and their organs a sentence, below which a page is about something else.

Read off 71 pages of many kinds (those below it were about sport, games, science, companies) and 341 pages on a conflict (all above).
"""


GAMES = 0.25
"""Share of the sentences with a word of sport from which a page is about sport: it was above it on ten pages about games, below on 500 others."""
FEW = 3


def is_about_sport(doc: Doc, lexicon: Lexicon) -> bool:
    """Whether a page is about sport, where states meet, defeat and release each other: words of sport in many of its sentences."""
    told = played = 0
    for sentence in doc.sents:
        told += 1
        played += any(token.pos_ in {"NOUN", "VERB", "PROPN"} and lexicon.has("sport", token.lemma_.lower()) for token in sentence)
    return played >= FEW and played >= GAMES * told


def is_elsewhere(page: Page) -> bool:
    """Whether a page is about something else than politics: long enough to tell, and hardly a state or organ named."""
    named = sum(row["kind"] in PUBLIC_KINDS for row in page.mentions)
    return len(page.sentences) >= LONG and named < SPARSE * len(page.sentences)


def interviews(page: Page, events: Sequence[Row], participants: Sequence[Row]) -> set[str]:
    """Ids of the talks whose other party is a medium: "speaking with the agency, the envoy said" (codebook, section 3)."""
    media = {row["mention_id"] for row in page.mentions if row["kind"] == "media"}
    talks = {row["event_mention_id"] for row in events if row["event_type"] == "CONSULT" and row["mode"] != "visit"}
    parties: dict[str, list[bool]] = {}
    for row in participants:
        if row["event_mention_id"] in talks and row["role"] in {"actor", "recipient"}:
            parties.setdefault(row["event_mention_id"], []).append(row["mention_id"] in media)
    return {key for key, told in parties.items() if any(told) and len(told) <= 2}


def at_home(page: Page, events: Sequence[Row], participants: Sequence[Row]) -> set[str]:
    """Ids of the visits to ground of the visitors' own country ("the minister visited a province"): nobody else is met.

    Whoever is named as visited (a person, an organ, a group) is a host wherever he is.
    """
    kinds = {row["mention_id"]: row["kind"] for row in page.mentions}
    parties: dict[str, dict[str, list[Row]]] = {}
    for row in participants:
        parties.setdefault(row["event_mention_id"], {}).setdefault(row["role"], []).append(row)
    found = set()
    for row in events:
        roles = parties.get(row["event_mention_id"], {})
        visited, visitors = roles.get("recipient", []), roles.get("actor", [])
        ground = all(kinds.get(one["mention_id"]) in GROUND for one in visited)
        homes = {one["country"] for one in [*visited, *visitors]}
        if row["mode"] == "visit" and visited and visitors and ground and len(homes) == 1 and None not in homes:
            found.add(row["event_mention_id"])
    return found


def private(page: Page, events: Sequence[Row], participants: Sequence[Row]) -> set[str]:
    """Ids of the acts in which no public actor takes part, where the page is about something else; none elsewhere."""
    if not is_elsewhere(page):
        return set()
    kinds = {row["mention_id"]: row["kind"] for row in page.mentions}
    public = {
        row["event_mention_id"]
        for row in participants
        if row["role"] in {"actor", "recipient"} and (kinds.get(row["mention_id"]) in PUBLIC_KINDS or row["sector"] in PUBLIC_SECTORS)
    }
    return {row["event_mention_id"] for row in events} - public
