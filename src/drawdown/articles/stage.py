"""Source texts in; articles, blocks, quarantine, and what pages share, out.

Three passes over the pages, a few megabytes at a time: a sample of each site's pages shows its furniture; then every page is cleaned; then
the pairs of articles that share text are compared. The work is done in the workers; the driver writes what comes back, in order of the ids,
and holds no table whole.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Executor
from contextlib import ExitStack
from dataclasses import dataclass

import polars as pl

from drawdown import contracts, executors, io, shards
from drawdown.articles import blocks, funnel, sharing, sketches, templates
from drawdown.articles import lexicon as lexicons
from drawdown.articles import page as pages
from drawdown.articles.gauge import Gauge
from drawdown.articles.lexicon import Lexicon
from drawdown.articles.sharing import Sketches
from drawdown.layout import Layout
from drawdown.params import ArticlesParams, Params
from drawdown.progress import track
from drawdown.schemas import TABLES
from drawdown.schemas import pages as pages_schema
from drawdown.spool import Spool

_BATCH = 100
TABLES_OF_PAGES = ("articles", "article_facts", "blocks")
TABLES_OF_PAIRS = ("page_pairs", "shared_passages")
Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Task:
    """What a worker needs to clean some pages."""

    part: shards.Part
    lexicon: Lexicon
    params: ArticlesParams
    recurring: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What some pages gave: frames by table, and the sketches of the articles."""

    frames: dict[str, pl.DataFrame]
    sketches: pl.DataFrame


def run(layout: Layout, params: Params, pool: Executor) -> None:
    """``interim/documents`` -> ``articles``, ``article_facts``, ``blocks``, ``quarantine``, ``funnel``, and what articles share."""
    folder, scratch = layout.interim_folder("documents"), layout.interim_folder("articles")
    shutil.rmtree(scratch, ignore_errors=True)
    parts = [part for path in sorted(folder.glob("[0-9]*.parquet")) for part in shards.parts(pages_schema.TABLE, path)]
    aside = Spool(TABLES["quarantine"], scratch)
    with track("articles", 2 * len(parts)) as done, Sketches(scratch / "sketches") as sketched, aside as quarantine:
        recurring = _furniture(executors.stream(pool, sample_part, parts, done))
        known = lexicons.load(layout.reference)
        tasks = [Task(part, known, params.articles, recurring) for part in parts]
        articles = _write_pages(layout, executors.stream(pool, clean_part, tasks, done), quarantine, sketched)
        for part in shards.parts(TABLES["quarantine"], folder / "quarantine.parquet"):
            quarantine.extend(shards.part_rows(TABLES["quarantine"], part))
        _write_spool("quarantine", quarantine, layout)
        _write_pairs(layout, params.articles, pool, sketched.candidates())
    shutil.rmtree(scratch)
    set_aside = pl.scan_parquet(layout.table("quarantine"), glob=False)
    counted = funnel.rows(io.height(TABLES["documents"], layout.table("documents")), articles, set_aside)
    contracts.write(TABLES["funnel"], TABLES["funnel"].frame(counted), layout.table("funnel"))


def _furniture(samples: Iterable[list[templates.Sampled]]) -> dict[str, dict[str, int]]:
    return templates.recurring(templates.first(page for sample in samples for page in sample))


def _write_pages(layout: Layout, results: Iterable[Cleaned], quarantine: Spool, sketched: Sketches) -> int:
    """Write the tables of pages as results come in; the number of articles."""
    with ExitStack() as opened:
        writers = {name: opened.enter_context(contracts.writing(TABLES[name], layout.table(name))) for name in TABLES_OF_PAGES}
        for cleaned in results:
            sketched.add(cleaned.sketches, before=writers["articles"].rows)
            quarantine.extend(cleaned.frames["quarantine"])
            for name, writer in writers.items():
                writer.write(cleaned.frames[name])
    return writers["articles"].rows


def _write_pairs(layout: Layout, params: ArticlesParams, pool: Executor, candidates: pl.DataFrame) -> None:
    scratch = layout.interim_folder("articles")
    with ExitStack() as opened:
        spools = [opened.enter_context(Spool(TABLES[name], scratch)) for name in TABLES_OF_PAIRS]
        for frames in sharing.compared(pool, candidates, layout.table("articles"), layout.table("blocks"), params):
            for spool, frame in zip(spools, frames, strict=True):
                spool.extend(frame)
        for name, spool in zip(TABLES_OF_PAIRS, spools, strict=True):
            _write_spool(name, spool, layout)


def _write_spool(name: str, spool: Spool, layout: Layout) -> None:
    with contracts.writing(TABLES[name], layout.table(name)) as writer:
        for frame in spool.frames():
            writer.write(frame)


def sample_part(part: shards.Part) -> list[templates.Sampled]:
    """The sample that some pages give for the furniture of each site."""
    return list(templates.sample(shards.part_rows(pages_schema.TABLE, part).select("document_id", "text", "url").iter_rows()))


def clean_part(task: Task) -> Cleaned:
    """Clean some pages."""
    rows: dict[str, list[Row]] = {name: [] for name in ("articles", "article_facts", "quarantine")}
    placed: list[pl.DataFrame] = []
    for results in _batches(task):
        placed.append(blocks.frame(result.blocks for result in results))
        rows["article_facts"] += [fact for result in results for fact in result.facts]
        rows["quarantine"] += [result.quarantine for result in results if result.quarantine]
        rows["articles"] += [result.article for result in results if result.article]
    frames = {name: TABLES[name].frame(found) for name, found in rows.items()}
    texts = [str(article["text"]) for article in rows["articles"]]
    table = TABLES["blocks"]
    return Cleaned(frames | {"blocks": pl.concat([table.frame([]), *placed]).sort(table.primary_key)}, sketches.frame(texts))


def _batches(task: Task) -> Iterator[list[pages.Result]]:
    gauge = Gauge(task.lexicon)
    for some in shards.part_rows(pages_schema.TABLE, task.part).iter_slices(_BATCH):
        with_site = [(page, task.recurring.get(templates.site(page["text"], page["url"]), {})) for page in some.iter_rows(named=True)]
        yield pages.clean_all(with_site, gauge, task.params)
