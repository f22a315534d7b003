"""Source texts in; articles, blocks, quarantine, and what pages share, out.

Three passes over the shards: a sample of each site's pages shows its furniture; then every page is cleaned; then the pairs of articles
that share text are compared. What is dear in a page is done in the workers, what needs all pages on the driver.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import polars as pl

from drawdown import contracts, executors, io, offsets
from drawdown.articles import funnel, pairs, passages, templates
from drawdown.articles import lexicon as lexicons
from drawdown.articles import page as pages
from drawdown.articles.gauge import Gauge
from drawdown.articles.lexicon import Lexicon
from drawdown.layout import Layout
from drawdown.params import ArticlesParams, Params
from drawdown.progress import track
from drawdown.schemas import TABLES
from drawdown.schemas import pages as pages_schema

_HELD = 300
_BATCH = 100
TABLES_OF_PAGES = ("articles", "article_facts", "blocks", "quarantine")
Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Task:
    """What a worker needs to clean the pages of one shard."""

    path: str
    lexicon: Lexicon
    params: ArticlesParams
    recurring: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What the pages of one shard gave: frames by table, and the sketches of the articles."""

    frames: dict[str, pl.DataFrame]
    sketches: pl.DataFrame


def run(layout: Layout, params: Params, pool: Executor) -> None:
    """``interim/documents`` -> ``articles``, ``article_facts``, ``blocks``, ``quarantine``, ``funnel``, and what articles share."""
    folder = layout.interim_folder("documents")
    documents = contracts.read(TABLES["documents"], layout.table("documents"))
    aside = contracts.read(TABLES["quarantine"], folder / "quarantine.parquet")
    known = lexicons.load(layout.reference)
    shards = [str(path) for path in sorted(folder.glob("[0-9]*.parquet"))]
    with track("articles", 2 * len(shards)) as done:
        sampled = executors.run(pool, sample_shard, shards, done)
        recurring = templates.recurring(templates.smallest(page for part in sampled for page in part))
        cleaned = executors.run(pool, clean_shard, [Task(path, known, params.articles, recurring) for path in shards], done)
    frames = {name: pl.concat([TABLES[name].frame([]), *(part.frames[name] for part in cleaned)]) for name in TABLES_OF_PAGES}
    frames["quarantine"] = pl.concat([frames["quarantine"], aside])
    sketches = pl.concat([_sketches([]), *(part.sketches for part in cleaned)])
    frames |= shared_text(frames["articles"], frames["blocks"], sketches, params.articles)
    frames["funnel"] = TABLES["funnel"].frame(funnel.rows(documents.height, frames["articles"].height, frames["quarantine"]))
    for name, frame in frames.items():
        contracts.write(TABLES[name], frame, layout.table(name))


def _pages(path: str) -> pl.DataFrame:
    return contracts.require(pages_schema.TABLE, io.read_frame(Path(path), made_by="documents"), path)


def sample_shard(path: str) -> list[templates.Sampled]:
    """The sample that one shard gives for the furniture of each site."""
    found = (templates.sampled(key, text, url) for key, text, url in _pages(path).select("document_id", "text", "url").iter_rows())
    return templates.smallest(page for page in found if page is not None)


def clean_shard(task: Task) -> Cleaned:
    """Clean the pages of one shard."""
    rows: dict[str, list[Row]] = {name: [] for name in TABLES_OF_PAGES}
    sketches: list[tuple[str, int]] = []
    for result in _results(task):
        rows["blocks"] += result.blocks
        rows["article_facts"] += result.facts
        rows["quarantine"] += [result.quarantine] if result.quarantine else []
        if result.article:
            rows["articles"].append(result.article)
            starts = [int(str(block["start"])) for block in result.blocks if block["start"] is not None]
            words = passages.words_of(str(result.article["text"]), starts)
            sketches += [(str(result.article["article_id"]), value) for value in pairs.sketch(words)]
    return Cleaned({name: TABLES[name].frame(found) for name, found in rows.items()}, _sketches(sketches))


def _results(task: Task) -> Iterator[pages.Result]:
    gauge = Gauge(task.lexicon)
    for some in _pages(task.path).iter_slices(_BATCH):
        with_site = [(page, task.recurring.get(templates.site(page["text"], page["url"]), {})) for page in some.iter_rows(named=True)]
        yield from pages.clean_all(with_site, gauge, task.params)


def _sketches(rows: list[tuple[str, int]]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema={"article_id": pl.String, "hash": pl.Int64}, orient="row")


def shared_text(articles: pl.DataFrame, blocks: pl.DataFrame, sketches: pl.DataFrame, params: ArticlesParams) -> dict[str, pl.DataFrame]:
    """Frames of ``page_pairs`` and ``shared_passages``. Words are held for a few hundred articles at a time."""
    found = pairs.candidates(sketches)
    wanted = sorted({key for pair in found for key in pair})
    texts = dict(articles.filter(pl.col("article_id").is_in(wanted)).select("article_id", "text").iter_rows())
    maps = offsets.maps(blocks.filter(pl.col("article_id").is_in(wanted)))

    @lru_cache(maxsize=_HELD)
    def words(key: str) -> passages.Words:
        return passages.words_of(texts[key], [piece.start for piece in maps[key].pieces])

    rows: list[Row] = []
    spans: list[Row] = []
    for pair in found:
        compared = pairs.compare(pair, [words(key) for key in pair], [maps[key] for key in pair], params.passage_words, params.similarity)
        if compared is not None:
            rows.append(compared[0])
            spans += compared[1]
    return {"page_pairs": TABLES["page_pairs"].frame(rows), "shared_passages": TABLES["shared_passages"].frame(spans)}
