"""Which articles share text: candidates by MinHash and by fingerprints, then an exact comparison of each candidate pair."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from drawdown.articles import passages
from drawdown.articles.passages import Words
from drawdown.offsets import OffsetMap

_BAND = 4
_COMMON = 50
_HELD = 2_000_000
Row = dict[str, object]


def sketch(words: Words) -> list[int]:
    """The sketch of an article by which its pairs are found: hashes of the bands of its MinHash signature, and its fingerprints."""
    values = passages.signature(words.shingles)
    bands = (passages.hashed(" ".join(map(str, (at, *values[at : at + _BAND])))) for at in range(0, len(values), _BAND))
    return sorted({*bands, *passages.fingerprints(words.words)})


def candidates(sketches: pl.LazyFrame, rows: int) -> pl.DataFrame:
    """Pairs of articles (columns ``article``, the smaller, and ``article_b``), in order, that share a hash of their sketches.

    ``sketches`` has columns ``article`` and ``hash``, and so many rows; they are looked at a part of the hashes at a time.
    What more than fifty articles share (a notice, a sentence that everybody prints) makes no pairs of its own.
    """
    parts = 1 + rows // _HELD
    found = pl.DataFrame(schema={name: sketches.collect_schema()["article"] for name in ("article", "article_b")})
    for part in range(parts):
        held = sketches.filter(pl.col("hash") % parts == part).collect()
        common = held.with_columns(pl.len().over("hash").alias("articles")).filter(pl.col("articles").is_between(2, _COMMON)).sort("hash")
        batch = (pl.col("articles").cum_sum() // _HELD).max().over("hash").alias("batch")
        for some in common.with_columns(batch).partition_by("batch"):
            kept = some.select("article", "hash")
            pairs = kept.join(kept, on="hash", suffix="_b").filter(pl.col("article") < pl.col("article_b"))
            found = pl.concat([found, pairs.select("article", "article_b")]).unique()
    return found.sort("article", "article_b")


def compare(
    pair: tuple[str, str], words: Sequence[Words], maps: Sequence[OffsetMap], least: int, threshold: float
) -> tuple[Row, list[Row]] | None:
    """Rows of ``page_pairs`` and ``shared_passages`` for a candidate pair; None when it shares neither enough nor a passage."""
    first, second = (item.shingles for item in words)
    union = len(first | second)
    similarity = round(len(first & second) / union, 4) if union else 0.0
    runs = passages.shared(words[0], words[1], least)
    if not runs and similarity < threshold:
        return None
    row: Row = {
        "article_a": pair[0],
        "article_b": pair[1],
        "similarity": similarity,
        "words_a": sum(length for _, _, length in runs),
        "words_b": len({at for _, start, length in runs for at in range(start, start + length)}),
        "passages": len(runs),
        "near_duplicate": similarity >= threshold,
    }
    return row, [_passage(pair, words, maps, run) for run in runs]


def _passage(pair: tuple[str, str], words: Sequence[Words], maps: Sequence[OffsetMap], run: tuple[int, int, int]) -> Row:
    row: Row = {"article_a": pair[0], "article_b": pair[1], "words": run[2]}
    for letter, item, where, at in zip("ab", words, maps, run[:2], strict=True):
        start, end = item.spans[at][0], item.spans[at + run[2] - 1][1]
        raw = where.to_raw(start, end)
        if raw is None:
            raise AssertionError(f"shared passage {start}-{end} crosses a block")
        row |= {f"start_{letter}": start, f"end_{letter}": end, f"raw_start_{letter}": raw[0], f"raw_end_{letter}": raw[1]}
    return row
