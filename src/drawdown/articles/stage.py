"""Source texts in; articles, blocks and quarantine out."""

from __future__ import annotations

from concurrent.futures import Executor
from dataclasses import dataclass

import polars as pl

from drawdown import contracts, executors, io
from drawdown.articles import lexicon as lexicons
from drawdown.articles import page as pages
from drawdown.articles.lexicon import Lexicon
from drawdown.layout import Layout
from drawdown.params import ArticlesParams, Params
from drawdown.progress import track
from drawdown.schemas import TABLES
from drawdown.schemas import pages as pages_schema

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Task:
    """What a worker needs to clean the pages of one shard."""

    path: str
    lexicon: Lexicon
    params: ArticlesParams


def run(layout: Layout, params: Params, pool: Executor) -> None:
    """``interim/documents`` -> ``articles``, ``blocks``, ``quarantine``."""
    folder = layout.interim_folder("documents")
    quarantine = contracts.read(TABLES["quarantine"], folder / "quarantine.parquet")
    known = lexicons.load(layout.reference)
    tasks = [Task(str(path), known, params.articles) for path in sorted(folder.glob("[0-9]*.parquet"))]
    with track("articles", len(tasks)) as done:
        results = executors.run(pool, clean_shard, tasks, done)
    for index, name in enumerate(("articles", "blocks", "quarantine")):
        frames = [TABLES[name].frame([]), *(result[index] for result in results)]
        if name == "quarantine":
            frames.append(quarantine)
        contracts.write(TABLES[name], pl.concat(frames), layout.table(name))


def clean_shard(task: Task) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """Rows of ``articles``, ``blocks`` and ``quarantine`` that one shard of source texts gives."""
    from pathlib import Path

    frame = contracts.require(pages_schema.TABLE, io.read_frame(Path(task.path), made_by="documents"), task.path)
    articles: list[Row] = []
    blocks: list[Row] = []
    aside: list[Row] = []
    for page in frame.iter_rows(named=True):
        result = pages.clean(page, task.lexicon, task.params, {})
        blocks += result.blocks
        articles += [result.article] if result.article else []
        aside += [result.quarantine] if result.quarantine else []
    return TABLES["articles"].frame(articles), TABLES["blocks"].frame(blocks), TABLES["quarantine"].frame(aside)
