"""The contracts: one module a table. ``TABLES`` lists them in the order in which data flows."""

from __future__ import annotations

from drawdown.registry import Table
from drawdown.schemas import (
    article_facts,
    articles,
    blocks,
    conflicts,
    contexts,
    contrasts,
    corrections,
    documents,
    entities,
    event_history,
    event_links,
    event_mentions,
    event_participants,
    events,
    funnel,
    labels,
    mentions,
    page_pairs,
    participants,
    places,
    quarantine,
    quotes,
    sentences,
    shared_passages,
    time_expressions,
)

TABLES: dict[str, Table] = {
    module.TABLE.name: module.TABLE
    for module in (
        documents,
        articles,
        article_facts,
        blocks,
        quarantine,
        funnel,
        page_pairs,
        shared_passages,
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
        corrections,
    )
}

__all__ = ["TABLES"]
