"""How an act stands on its page: who vouches for it, and whether the page tells it as its news or as background."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from drawdown.event_mentions import realis
from drawdown.event_mentions.lexicon import Lexicon
from drawdown.event_mentions.page import Page, Row
from drawdown.event_mentions.triggers import Node

HISTORY_DAYS = 7
"""An act dated more than so many days before the page is its history (codebook, section 4)."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Realis in the light of the page; who vouches (None: the page itself), and the quotation in which the act is told."""

    realis: str
    source_id: str | None
    quote_id: str | None


def read(page: Page, node: Node, status: realis.Status, time: Row | None, lexicon: Lexicon) -> Claim:
    """Realis in the light of the page, who vouches, and the quotation."""
    quote = page.quote_at(node.token.idx)
    kind = status.realis
    factive = quote is not None and quote["kind"] == "indirect" and lexicon.has("factive", _lemma_of(quote["cue"], node.token.doc))
    source = quote["speaker_id"] if quote is not None and not factive else None
    attributed = quote is not None and not factive and (source is not None or quote["speaker_text"] is not None)
    if kind == "historical" and attributed and node.event_type not in realis.SPEECH_ACTS:
        kind = "alleged"
    if kind == "asserted":
        if attributed and node.event_type not in realis.SPEECH_ACTS and status.tense != "future":
            kind = "alleged"
        elif _is_history(page, status, time):
            kind = "historical"
    return Claim(kind, source, quote["quote_id"] if quote is not None else None)


def _lemma_of(cue: str | None, doc: Doc) -> str:
    return next((token.lemma_ for token in doc if token.text == cue), cue or "")


def _is_history(page: Page, status: realis.Status, time: Row | None) -> bool:
    if time is None or status.tense == "future":
        return False
    if page.day is not None and time["latest"] is not None:
        wide = time["precision"] in {"season", "year", "decade"} and status.tense == "past"
        return wide or bool((page.day - time["latest"]).days > HISTORY_DAYS)
    if time["precision"] in {"month", "season", "year", "decade", "range"}:
        return status.tense != "present"
    return "ago" in time["text"].split()


def same_history(events: list[Row], participants: list[Row]) -> None:
    """An act that the page elsewhere sets into the past is past here too: same type, same sufferer, told as done."""
    named: dict[str, set[str]] = {}
    for row in participants:
        if row["role"] == "recipient":
            named.setdefault(row["event_mention_id"], set()).add(row["entity_id"] or row["text"].split()[-1])
    past = {
        (row["event_type"], name)
        for row in events
        if row["realis"] == "historical" and row["event_type"] not in realis.SPEECH_ACTS
        for name in named.get(row["event_mention_id"], ())
    }
    for row in events:
        if row["realis"] == "asserted" and any((row["event_type"], name) in past for name in named.get(row["event_mention_id"], ())):
            row["realis"] = "historical"
            row["reason"] += "; told as past elsewhere on the page"
    last: dict[str, str] = {}
    for row in events:
        again = row["realis"] == "asserted" and row["event_mention_id"] not in named and ".n" in row["rule"]
        if again and last.get(row["event_type"]) == "historical" and row["event_type"] not in realis.SPEECH_ACTS:
            row["realis"] = "historical"
            row["reason"] += "; takes up an act told as past"
        last[row["event_type"]] = row["realis"]
