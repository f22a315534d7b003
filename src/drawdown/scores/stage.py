"""Read gold and tables, compare, and hold the floors."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Sequence
from concurrent.futures import Executor
from pathlib import Path
from typing import Any

import polars as pl
import yaml

from drawdown import calibration, contracts, io, knowledge
from drawdown.errors import ContractError, KnowledgeError
from drawdown.layout import Layout
from drawdown.params import Params
from drawdown.schemas import TABLES
from drawdown.schemas.gold import GOLD
from drawdown.scores import breakdown, cards, reliability
from drawdown.scores.matching import Row
from drawdown.scores.measures import Cluster


def run(layout: Layout, params: Params, pool: Executor) -> None:
    """``tables``, ``data/gold`` -> ``release/scores.json``, ``metrics.json``; a figure below its floor stops the build."""
    del params, pool
    if layout.gold is None:
        raise KnowledgeError("there is no gold to score against", remedy="run in a checkout that has data/gold")
    scores = compare(layout, layout.gold)
    io.write_text(layout.release / "scores.json", json.dumps(scores, indent=1, sort_keys=True) + "\n")
    io.write_text(layout.release / "metrics.json", json.dumps(metrics(scores), indent=1, sort_keys=True) + "\n")
    hold(scores, layout.gold / "floors.yaml")


def compare(layout: Layout, folder: Path) -> dict[str, cards.Measures]:
    """All measures, by table; positions are compared in the raw pages."""
    gold = {name: knowledge.read(table, folder).to_dicts() for name, table in GOLD.items()}
    happenings = placed(gold["event_mentions"], gold["event_places"])
    found = {name: _found(layout, name) for name in ("blocks", "mentions", "time_expressions", "quotes", "labels")}
    events = _events(layout)
    pages = {path: _page(layout, path) for path in sorted({row["path"] for row in gold["blocks"]})}
    lines = {path: _line_starts(page) for path, page in pages.items()}

    def where(row: Row) -> Cluster:
        return row["path"], bisect_right(lines.get(row["path"], [0]), row["raw_start"])

    annotated = {name: [row for row in rows if row["path"] in pages] for name, rows in found.items()}
    reported = [row for row in events if row["path"] in pages]
    return {
        "blocks": cards.blocks(gold["blocks"], annotated["blocks"], pages, where),
        "mentions": cards.mentions(gold["mentions"], annotated["mentions"], where),
        "time_expressions": cards.time_expressions(gold["time_expressions"], annotated["time_expressions"], where),
        "quotes": cards.quotes(gold["quotes"], annotated["quotes"], where),
        "event_mentions": cards.event_mentions(happenings, reported, where),
        "event_links": cards.links(gold["event_mentions"], reported, where),
        "conflicts": cards.conflicts(gold["conflicts"], _table(layout, "conflicts").to_dicts()),
        "labels": cards.labels(gold["labels"], annotated["labels"], where),
        **breakdown.parts(happenings, reported, _publishers(layout), where),
        **reliability.parts(gold["confidence_judgements"], calibration.read(layout.reference), happenings, reported),
    }


def placed(mentions: Sequence[Row], places: Sequence[Row]) -> list[Row]:
    """Annotated event mentions with the ``place_id`` of their triggers; None where the page tells no place."""
    known = {(row["path"], row["raw_start"]): row["place_id"] for row in places}
    return [row | {"place_id": known.get((row["path"], row["raw_start"]))} for row in mentions]


def metrics(scores: dict[str, cards.Measures]) -> dict[str, dict[str, float | None]]:
    """The values alone, under short names: what `dvc metrics show` and `dvc metrics diff` print."""
    return {
        table: {name.split(",")[0]: measure["value"] for name, measure in measures.items()}
        for table, measures in scores.items()
        if not table.startswith((breakdown.PREFIX, reliability.PREFIX))
    }


def hold(scores: dict[str, cards.Measures], path: Path) -> None:
    """Compare with the pinned floors; ContractError lists every figure that fell below its floor."""
    floors: dict[str, dict[str, float]] = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    fallen = []
    for table, measures in floors.items():
        for measure, floor in measures.items():
            value = scores.get(table, {}).get(measure, {}).get("value")
            if value is None or value < floor:
                fallen.append(f"  - {table}, {measure}: {value} is below its floor {floor}")
    if fallen:
        raise ContractError(
            "\n".join([f"{path}: figures below their floor", *fallen]),
            remedy="mend what got worse; a floor is lowered only with the reason beside it in the file",
        )


def _table(layout: Layout, name: str) -> pl.DataFrame:
    return contracts.read(TABLES[name], layout.table(name))


def _found(layout: Layout, name: str) -> list[Row]:
    """Rows of a table with the path of their page, entities outside the registry under their names as the gold writes them."""
    frame = _table(layout, name)
    keys = [column for column in ("entity_id", "speaker_id", "source_id") if column in frame.columns]
    frame = frame.with_columns(pl.col(keys).replace(_unregistered(layout)))
    documents = _table(layout, "documents").select("document_id", "path")
    if "document_id" not in frame.columns:
        frame = frame.with_columns(("d_" + pl.col("article_id").str.slice(2)).alias("document_id"))
    return frame.join(documents, on="document_id", how="left").to_dicts()


def _publishers(layout: Layout) -> dict[str, str]:
    """Publisher of each page, by the page's path."""
    articles = _table(layout, "articles").join(_table(layout, "documents").select("document_id", "path"), on="document_id")
    return dict(articles.select("path", pl.col("publisher").fill_null("unknown")).iter_rows())


def _unregistered(layout: Layout) -> dict[str, str]:
    """Entities outside the registry: id to name in snake case, which is how annotators write them."""
    entities = _table(layout, "entities").filter(pl.col("entity_id").str.starts_with("x_"))
    return {key: "_".join(re.findall(r"[a-z0-9]+", name.lower())) for key, name in entities.select("entity_id", "name").iter_rows()}


def _events(layout: Layout) -> list[Row]:
    """Event mentions with their event and the ids (where there is none: the heads) of actors and recipients."""
    participants = _table(layout, "participants").with_columns(pl.col("entity_id").replace(_unregistered(layout)))
    who = participants.with_columns(pl.coalesce("entity_id", pl.col("text").str.split(" ").list.last()).alias("who"))
    listed = who.filter(pl.col("role").is_in(["actor", "recipient"])).sort("event_mention_id", "role", "ordinal")
    grouped = listed.group_by("event_mention_id", "role", maintain_order=True).agg(pl.col("who").str.join("|"))
    by_role = {
        role: dict(grouped.filter(pl.col("role") == role).select("event_mention_id", "who").iter_rows()) for role in ("actor", "recipient")
    }
    events = dict(_table(layout, "event_links").select("event_mention_id", "event_id").iter_rows())
    return [
        row
        | {
            "actors": by_role["actor"].get(row["event_mention_id"]),
            "recipients": by_role["recipient"].get(row["event_mention_id"]),
            "event_id": events[row["event_mention_id"]],
        }
        for row in _found(layout, "event_mentions")
    ]


def _page(layout: Layout, path: str) -> str:
    """The decoded page as the stage ``documents`` left it."""
    documents = _table(layout, "documents").filter(pl.col("path") == path)
    if documents.is_empty():
        raise KnowledgeError(f"data/gold annotates {path}, which is not in the corpus", remedy="restore the page, or drop its gold")
    files = [file for file in sorted(layout.interim_folder("documents").glob("*.parquet")) if file.stem.isdigit()]
    return str(pl.scan_parquet(files).filter(pl.col("document_id") == documents["document_id"][0]).select("text").collect().item())


def _line_starts(page: str) -> list[int]:
    starts: list[Any] = [0]
    starts += [at + 1 for at, character in enumerate(page) if character == "\n"]
    return starts
