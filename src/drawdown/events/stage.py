"""Event mentions in; happenings, their reports, disagreements and the wording of the pages out."""

from __future__ import annotations

from concurrent.futures import Executor
from dataclasses import replace
from pathlib import Path

import polars as pl

from drawdown import contracts, corrections, executors, knowledge, shards
from drawdown.events import claims, conflicts, contrasts, founding, linking, marking, merging, participation
from drawdown.events.inputs import LinkKnowledge, Tables
from drawdown.layout import Layout
from drawdown.params import Params
from drawdown.progress import track
from drawdown.schemas import TABLES
from drawdown.schemas.reference import event_ids, labels, link_types, link_weights

READ = ("event_mentions", "participants", "articles", "entities", "places", "quotes", "sentences")


def run(layout: Layout, params: Params, pool: Executor) -> None:
    """``event_mentions`` and what they point to -> ``events``, ``event_links``, ``event_participants``, ``event_history``,
    ``conflicts``, ``labels``, ``contrasts``."""
    tables = Tables.of(**{name: contracts.read(TABLES[name], layout.table(name)) for name in READ})
    known = link_knowledge(layout.reference)
    known = replace(known, released=founding.of_corpus(known.released, tables.articles))
    prepared = claims.build(tables, known)
    links, named = linking.link_claims(prepared, known)
    marked = _labels(layout, params.documents.shards, named, pool)
    written = {
        "events": merging.merge(tables, prepared, named),
        "event_links": links,
        "event_participants": participation.merge(tables.participants, named),
        "event_history": founding.history(known.released, named),
        "conflicts": conflicts.find(prepared, tables.event_mentions, named),
        "labels": marked,
        "contrasts": contrasts.count(marked, tables.articles),
    }
    path = layout.reference / "corrections.yaml"
    entries = corrections.of_stage("events", path, TABLES)
    written = {name: corrections.apply(TABLES[name], frame, entries) for name, frame in written.items()}
    written["corrections"] = TABLES["corrections"].frame(corrections.rows(corrections.read(path, TABLES)))
    for name, frame in written.items():
        contracts.require(TABLES[name], frame, f"output of stage events: {name}")
    for name, frame in written.items():
        contracts.write(TABLES[name], frame, layout.table(name))


def link_knowledge(reference: Path) -> LinkKnowledge:
    """Weights, families of types, and the ids of the last release, from a folder of reference data."""
    lexicon = knowledge.read(labels.TABLE, reference)
    return LinkKnowledge(
        weights=knowledge.read(link_weights.TABLE, reference),
        types=knowledge.read(link_types.TABLE, reference),
        released=knowledge.read(event_ids.TABLE, reference),
        acts=tuple(lexicon.filter((pl.col("role") == "head") & (pl.col("target_kind") == "event"))["entry"]),
    )


def _labels(layout: Layout, count: int, named: pl.DataFrame, pool: Executor) -> pl.DataFrame:
    """Labels of all shards; a label of an act names the event of its mention."""
    tasks = [marking.Task(shard, count, layout) for shard in shards.filled(TABLES["articles"], layout.table("articles"), count)]
    with track("labels", len(tasks)) as done:
        frames = executors.run(pool, marking.mark_shard, tasks, done)
    table = TABLES["labels"]
    rows = pl.concat([table.frame([]), *frames])
    joined = rows.join(named.select(pl.col("event_mention_id").alias("target_id"), "event_id"), on="target_id", how="left")
    return joined.with_columns(pl.coalesce("event_id", "target_id").alias("target_id")).select(table.column_names)
