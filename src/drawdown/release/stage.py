"""Write the release: every file is derived from the registry, the tables and ``dataset.yaml``."""

from __future__ import annotations

import json
from concurrent.futures import Executor
from pathlib import Path
from typing import Any

import polars as pl

from drawdown import contracts, io
from drawdown.layout import Layout
from drawdown.params import Params
from drawdown.parses import pipeline
from drawdown.registry import Table
from drawdown.release import croissant, datapackage, facts
from drawdown.release.public import public
from drawdown.schemas import TABLES


def run(layout: Layout, params: Params, pool: Executor) -> None:
    """``tables`` -> ``release/``: tables/*.parquet, {datapackage,croissant,digests,model}.json, {ledger,funnel,dictionary}.csv."""
    del pool
    dataset = facts.read(layout.reference)
    tables = list(TABLES.values())
    digests, files = {}, {}
    for table in tables:
        frame = contracts.read(table, layout.table(table.name))
        target = layout.release / "tables" / f"{table.name}.parquet"
        released = public(table, frame)
        contracts.write(table, released, target)
        files[table.name] = {"path": f"tables/{target.name}", "bytes": target.stat().st_size, "sha256": io.file_sha256(target)}
        digests[table.name] = {
            "rows": frame.height,
            "full": _digest(table, frame, layout.table(table.name)),
            "public": _digest(table, released, target),
        }
    _json(layout.release / "datapackage.json", datapackage.describe(dataset, tables, files, _publishers(layout)))
    _json(layout.release / "croissant.json", croissant.describe(dataset, tables, files))
    _json(layout.release / "digests.json", {"version": dataset.version, "tables": digests})
    _json(layout.release / "model.json", pipeline.model_facts(params.parses.model))
    io.write_text(layout.release / "ledger.csv", ledger(digests).write_csv())
    io.write_text(layout.release / "funnel.csv", io.read_table(TABLES["funnel"], layout.table("funnel")).write_csv())
    io.write_text(layout.release / "dictionary.csv", dictionary(tables).write_csv())


def ledger(digests: dict[str, Any]) -> pl.DataFrame:
    """One row a table: rows and logical digest; what a change of the data shows first."""
    return pl.DataFrame(
        [{"table": name, "rows": of["rows"], "logical_sha256": of["full"]["logical_sha256"]} for name, of in digests.items()]
    )


def dictionary(tables: list[Table]) -> pl.DataFrame:
    """One row a column of any table, for people without Python."""
    return pl.DataFrame(
        [
            {
                "table": table.name,
                "column": column.name,
                "type": column.type,
                "nullable": column.nullable,
                "primary_key": column.name in table.primary_key,
                "unit": column.unit,
                "vocabulary": None if column.vocabulary is None else " | ".join(column.vocabulary),
                "description": column.description,
            }
            for table in tables
            for column in table.columns
        ],
        schema_overrides={"unit": pl.String, "vocabulary": pl.String},
    )


def _publishers(layout: Layout) -> list[str]:
    """Whose pages these are: known publishers in order, then one entry for the pages that name none."""
    named = io.read_table(TABLES["articles"], layout.table("articles"))["publisher"]
    return [*named.drop_nulls().unique().sort(), *(["Publishers that their pages do not name"] if named.null_count() else [])]


def _digest(table: Table, frame: pl.DataFrame, path: Path) -> dict[str, str]:
    return {"file_sha256": io.file_sha256(path), "logical_sha256": io.logical_digest(table, frame)}


def _json(path: Path, content: dict[str, Any]) -> None:
    io.write_text(path, json.dumps(content, indent=1, ensure_ascii=False) + "\n")
