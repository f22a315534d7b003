"""What articles share, for a corpus of any size: sketches on disk, then pairs compared a few hundred articles at a time."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import TracebackType

import polars as pl

from drawdown import executors, offsets
from drawdown.articles import pairs, passages, sketches
from drawdown.params import ArticlesParams
from drawdown.schemas import TABLES

_TILE = 64
_PAIRS = 2000
Row = dict[str, object]


class Sketches:
    """Sketches of articles, on disk as they come; a context manager, they go with it. An article is named by its place in ``articles``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: list[Path] = []
        self._rows = 0

    def __enter__(self) -> Sketches:
        self._folder.mkdir(parents=True)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        shutil.rmtree(self._folder)

    def add(self, found: pl.DataFrame, before: int) -> None:
        """Take the sketches of some articles (:func:`drawdown.articles.sketches.frame`) that stand behind so many others."""
        path = self._folder / f"{len(self._files):06}.parquet"
        found.with_columns(pl.col("article") + before).write_parquet(path, compression="lz4")
        self._files.append(path)
        self._rows += found.height

    def candidates(self) -> pl.DataFrame:
        """Pairs of articles that are worth comparing."""
        stored = pl.scan_parquet(self._files, glob=False) if self._files else pl.LazyFrame(schema=sketches.SCHEMA)
        return pairs.candidates(stored, self._rows)


@dataclass(frozen=True, slots=True)
class Task:
    """Some pairs of article ids to compare, and where the articles are."""

    pairs: list[tuple[str, str]]
    articles: Path
    blocks: Path
    params: ArticlesParams


def compared(
    pool: Executor, candidates: pl.DataFrame, articles: Path, blocks: Path, params: ArticlesParams
) -> Iterator[tuple[pl.DataFrame, pl.DataFrame]]:
    """Parts of ``page_pairs`` and ``shared_passages``, in no order. The tables ``articles`` and ``blocks`` are read from their files.

    Pairs of neighbours on both sides are compared together: the words of an article, dear to find, then serve many pairs.
    """
    names = pl.read_parquet(articles, columns=["article_id"]).to_series() if candidates.height else pl.Series([], dtype=pl.String)
    tiled = candidates.sort(pl.col("article") // _TILE, pl.col("article_b") // _TILE, "article", "article_b")
    parts = (tiled[at : at + _PAIRS] for at in range(0, tiled.height, _PAIRS))
    tasks = (Task(list(zip(*(names.gather(part[side]) for side in part.columns), strict=True)), articles, blocks, params) for part in parts)
    return executors.stream(pool, compare_pairs, tasks)


def compare_pairs(task: Task) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The rows of ``page_pairs`` and ``shared_passages`` that some pairs give; the words of few articles are held at a time."""
    wanted = pl.col("article_id").is_in(sorted({key for pair in task.pairs for key in pair}))
    texts = dict(pl.scan_parquet(task.articles, glob=False).filter(wanted).select("article_id", "text").collect().iter_rows())
    maps = offsets.maps(pl.scan_parquet(task.blocks, glob=False).filter(wanted).collect())

    @lru_cache(maxsize=2 * _TILE)
    def words(key: str) -> passages.Words:
        return passages.words_of(texts[key], [piece.start for piece in maps[key].pieces])

    rows: list[Row] = []
    spans: list[Row] = []
    least, threshold = task.params.passage_words, task.params.similarity
    for pair in task.pairs:
        found = pairs.compare(pair, [words(key) for key in pair], [maps[key] for key in pair], least, threshold)
        if found is not None:
            rows.append(found[0])
            spans += found[1]
    return TABLES["page_pairs"].frame(rows), TABLES["shared_passages"].frame(spans)
