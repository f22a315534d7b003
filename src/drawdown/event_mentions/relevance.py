"""What counts as politics on a page that is about something else: sport, science, companies, courts, show business."""

from __future__ import annotations

from collections.abc import Collection, Sequence

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
    parties = _parties(talks, participants)
    return {key for key, rows in parties.items() if len(rows) <= 2 and any(row["mention_id"] in media for row in rows)}


def at_home(page: Page, events: Sequence[Row], participants: Sequence[Row]) -> set[str]:
    """Ids of the visits to ground of the visitors' own country ("the minister visited a province"): nobody else is met.

    Whoever is named as visited (a person, an organ, a group) is a host wherever he is.
    """
    ground = {row["mention_id"] for row in page.mentions if row["kind"] in GROUND}
    visits = {row["event_mention_id"] for row in events if row["mode"] == "visit"}
    return {key for key, rows in _parties(visits, participants).items() if _is_at_home(rows, ground)}


def _is_at_home(parties: Sequence[Row], ground: Collection[str]) -> bool:
    homes = {row["country"] for row in parties}
    both = {row["role"] for row in parties} == {"actor", "recipient"}
    visited = [row["mention_id"] for row in parties if row["role"] == "recipient"]
    return both and len(homes) == 1 and None not in homes and all(mention in ground for mention in visited)


def _parties(acts: Collection[str], participants: Sequence[Row]) -> dict[str, list[Row]]:
    """Actors and recipients of some acts, by the id of the act."""
    found: dict[str, list[Row]] = {}
    for row in participants:
        if row["event_mention_id"] in acts and row["role"] in {"actor", "recipient"}:
            found.setdefault(row["event_mention_id"], []).append(row)
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
