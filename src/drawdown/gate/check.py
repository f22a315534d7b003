"""Every contract over a finished folder of tables, shard by shard."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from drawdown import contracts, ids, io, shards
from drawdown.contracts import Failure, relations
from drawdown.errors import MissingTableError
from drawdown.layout import Layout
from drawdown.registry import Table
from drawdown.schemas import TABLES, pages

PAGES = 1000
"""Pages that are looked at together: bounds the memory, changes no verdict."""


@dataclass(slots=True)
class Verdict:
    """What was checked: rows of each table, failures, and what could not be checked, with the reason."""

    rows: dict[str, int] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)
    unchecked: list[str] = field(default_factory=list)


def check(layout: Layout) -> Verdict:
    """Check all tables of a folder; raw receipts need the source texts that the stage ``documents`` keeps."""
    verdict = Verdict()
    present = _present(layout, verdict)
    for table in present:
        if shards.prefix(table) is None:
            _check_frame(table, io.read_table(table, layout.table(table.name)), verdict)
    received = io.height(TABLES["documents"], layout.table("documents")) if TABLES["documents"] in present else 0
    count = 1 + received // PAGES
    for shard in range(count):
        _check_shard(shard, count, [table for table in present if shards.prefix(table)], layout, verdict)
    _check_across(present, layout, verdict)
    verdict.failures.sort()
    return verdict


def _present(layout: Layout, verdict: Verdict) -> list[Table]:
    """The tables that can be read and have their columns; the others are failures."""
    present = []
    for table in TABLES.values():
        try:
            misshapen = contracts.shape(table, io.read_schema(table, layout.table(table.name)))
        except MissingTableError as error:
            misshapen = [Failure(table.name, "table_readable", value=error.problem)]
        verdict.failures += misshapen
        if not misshapen:
            present.append(table)
            verdict.rows[table.name] = 0
    return present


def _check_frame(table: Table, frame: pl.DataFrame, verdict: Verdict) -> None:
    verdict.rows[table.name] += frame.height
    verdict.failures += contracts.failures(table, frame)


def _check_shard(shard: int, count: int, tables: list[Table], layout: Layout, verdict: Verdict) -> None:
    frames = {table.name: shards.unchecked(table, layout.table(table.name), shard, count) for table in tables}
    for table in tables:
        _check_frame(table, frames[table.name], verdict)
    if not {"articles", "documents", "blocks"} <= frames.keys():
        return
    texts = {key: text for key, text in frames["articles"].select("article_id", "text").iter_rows() if text is not None}
    raws = _raw_texts(layout, shard, count)
    for table in tables:
        verdict.failures += relations.receipts(table, frames[table.name], texts, raws)
    verdict.failures += relations.tiling(frames["blocks"], frames["documents"])
    verdict.failures += relations.content(frames["blocks"], texts, raws)
    verdict.failures += relations.text_hashes(frames["articles"])
    articles = frames["articles"].height
    if len(texts) < articles:
        verdict.unchecked.append(f"receipts in {articles - len(texts)} articles: the release holds no running text")
    if lacking := articles - frames["articles"]["article_id"].is_in(list(raws)).sum():
        verdict.unchecked.append(f"receipts in {lacking} raw pages: no source texts beside the tables")


def _raw_texts(layout: Layout, shard: int, count: int) -> Mapping[str, str]:
    """Source texts of a shard's pages, by the id that their article has."""
    files = [path for path in sorted(layout.interim_folder("documents").glob("*.parquet")) if path.stem.isdigit()]
    parts = (shards.unchecked(pages.TABLE, path, shard, count).select("document_id", "text") for path in files)
    return {ids.article_id(key): text for part in parts for key, text in part.iter_rows()}


def _check_across(tables: list[Table], layout: Layout, verdict: Verdict) -> None:
    """Keys between tables, and the count of the pages: key columns only are read."""
    frames = {}
    for table in tables:
        keys = dict.fromkeys([*table.primary_key, *(name for key in table.foreign_keys for name in key.columns)])
        keys |= {"document_id": None} if table.name == "articles" else {}
        frames[table.name] = pl.read_parquet(layout.table(table.name), columns=list(keys))
    for table in tables:
        verdict.failures += relations.foreign_keys(table, frames)
    if {"documents", "articles", "quarantine"} <= frames.keys():
        verdict.failures += relations.accounting(frames)
    missing = sorted({key.table for table in tables for key in table.foreign_keys} - frames.keys())
    verdict.unchecked += [f"keys that point to {name}: the table is not there" for name in missing]


def rules(name: str) -> list[str]:
    """Names of all rules that hold for a table, for the report and the table's page."""
    table = TABLES[name]
    found = {"column_order", "column_type", "primary_key"}
    for column in table.columns:
        found |= {"not_null"} if not column.nullable else set()
        found |= {"vocabulary"} if column.vocabulary is not None else set()
        found |= {"pattern"} if column.pattern is not None else set()
        found |= {"minimum"} if column.minimum is not None else set()
        found |= {"maximum"} if column.maximum is not None else set()
    found |= {rule.name for rule in table.rules}
    found |= {f"foreign_key({key.table})" for key in table.foreign_keys}
    if table.receipt is not None:
        found |= {"receipt_article", "receipt_raw"}
    found |= {"articles": {"text_sha256", "word_count"}, "blocks": {"tiling", "tiling_end"}, "documents": {"accounted_for"}}.get(
        name, set()
    )
    return sorted(found)
