"""The contracts: one module a table. ``TABLES`` lists them in the order in which data flows."""

from __future__ import annotations

from drawdown.registry import Table
from drawdown.schemas import (
    articles,
    blocks,
    conflicts,
    contexts,
    contrasts,
    documents,
    entities,
    event_history,
    event_links,
    event_mentions,
    event_participants,
    events,
    labels,
    mentions,
    participants,
    places,
    quarantine,
    quotes,
    sentences,
    time_expressions,
)

TABLES: dict[str, Table] = {
    module.TABLE.name: module.TABLE
    for module in (
        documents,
        articles,
        blocks,
        quarantine,
        sentences,
        mentions,
        entities,
        places,
        time_expressions,
        quotes,
        event_mentions,
        participants,
        contexts,
        events,
        event_links,
        event_participants,
        event_history,
        conflicts,
        labels,
        contrasts,
    )
}

__all__ = ["TABLES"]
