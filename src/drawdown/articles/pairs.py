"""Which articles share text: candidates by MinHash and by fingerprints, then an exact comparison of each candidate pair."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from drawdown.articles import passages
from drawdown.articles.passages import Words
from drawdown.offsets import OffsetMap

_COMMON = 50
_PARTNERS = 100
_HELD = 2_000_000
_KEYS = ["article", "article_b"]
Row = dict[str, object]


def candidates(sketches: pl.LazyFrame, rows: int) -> pl.DataFrame:
    """Pairs of articles (columns ``article``, the smaller, and ``article_b``), in order, that share a hash of their sketches.

    ``sketches`` has columns ``article`` and ``hash``, and so many rows; they are looked at a part of the hashes at a time.
    Time and memory grow with the number of articles, however alike they are: a band that more than fifty articles share (a report that
    everybody reprints) pairs each with the first of them, a fingerprint that more than fifty share (a notice, a set phrase) makes no
    pairs; and a pair is left out when each of the two has a hundred others with which it shares more, the one behind it, the other
    ahead of it.
    """
    parts = 1 + rows // _HELD
    article = sketches.collect_schema()["article"]
    found = pl.DataFrame(schema=dict.fromkeys(_KEYS, article) | {"shared": pl.UInt32()})
    for part in range(parts):
        held = sketches.filter((pl.col("hash") // 2) % parts == part).collect().with_columns(pl.len().over("hash").alias("articles"))
        few = held.filter(pl.col("articles").is_between(2, _COMMON)).sort("hash")
        batch = (pl.col("articles").cum_sum() // _HELD).max().over("hash").alias("batch")
        for some in few.with_columns(batch).partition_by("batch"):
            kept = some.select("article", "hash")
            found = _counted(found, kept.join(kept, on="hash", suffix="_b"))
        many = held.filter((pl.col("articles") > _COMMON) & (pl.col("hash") % 2 == 1))
        found = _counted(found, many.select(pl.col("article").min().over("hash"), pl.col("article").alias("article_b")))
    return _closest(found).select(_KEYS).sort(_KEYS)


def _counted(found: pl.DataFrame, shared: pl.DataFrame) -> pl.DataFrame:
    """Pairs with the number of hashes that they share; ``shared`` has a row for each hash and pair. Cut to the closest when there are many."""
    fresh = shared.filter(pl.col("article") < pl.col("article_b")).group_by(_KEYS).agg(pl.len().cast(pl.UInt32).alias("shared"))
    both = pl.concat([found, fresh]).group_by(_KEYS).agg(pl.col("shared").sum())
    return _closest(both) if both.height > _HELD else both


def _closest(found: pl.DataFrame) -> pl.DataFrame:
    """Without the pairs that are neither among the first article's hundred closest behind it nor the second's hundred closest ahead."""
    ordered = found.sort(["shared", *_KEYS], descending=[True, False, False])
    return ordered.filter(pl.any_horizontal(pl.int_range(pl.len()).over(key) < _PARTNERS for key in _KEYS))


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
