"""Sketches of articles, by which those that share text find each other: hashes of bands of their MinHash, and winnowed fingerprints."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

import numpy as np
import numpy.typing as npt
import polars as pl
from rensa import RMinHash

from drawdown.articles.passages import GRAM, SHINGLE, plain_words

Hashes = npt.NDArray[np.uint64]

SCHEMA = pl.Schema({"article": pl.UInt32(), "hash": pl.Int64()})
"""Columns of a frame of sketches: which article, by its place among those of the frame, and one hash of its sketch."""
_WINDOW = 6
_PERMUTATIONS, _BAND = 128, 4
_SEED = 1
_BASE = np.uint64(0x9E3779B97F4A7C15)
_MIXERS = ((np.uint64(30), np.uint64(0xBF58476D1CE4E5B9)), (np.uint64(27), np.uint64(0x94D049BB133111EB)), (np.uint64(31), np.uint64(1)))


def frame(texts: Sequence[str]) -> pl.DataFrame:
    """The sketches of articles, the same on every machine: of each its distinct hashes in order, odd ones of bands, even ones of fingerprints."""
    codes = [_codes(text) for text in texts]
    found = [np.unique(np.concatenate(both)) for both in zip(map(fingerprints, codes), _bands(codes), strict=True)]
    article = np.repeat(np.arange(len(found)), [len(hashes) for hashes in found])
    hashes = np.concatenate([np.empty(0, np.int64), *found])
    return pl.DataFrame({"article": article, "hash": hashes}, schema_overrides=SCHEMA)


def _codes(text: str) -> Hashes:
    """A number for each word."""
    return np.array([crc32(word.encode("utf-8", "surrogatepass")) for word in plain_words(text)], np.uint64)


def fingerprints(codes: Hashes) -> npt.NDArray[np.int64]:
    """Hashes of some runs of eight words: of any six runs in a row the smallest, so that two texts which share thirteen words in a row
    share a fingerprint."""
    runs = _runs(codes, GRAM)
    last = max(1, len(runs) - _WINDOW + 1)
    windows = [runs[at : last + at] for at in range(_WINDOW) if len(runs[at : last + at]) == last]
    least = np.minimum.reduce(windows) if windows else runs
    return (least >> np.uint64(2)).astype(np.int64) * 2


def _bands(codes: Sequence[Hashes]) -> Sequence[npt.NDArray[np.int64]]:
    """Hashes of the bands of each article's MinHash over its shingles; an article without a word has none."""
    shingles = [_runs(found, min(SHINGLE, len(found))) for found in codes]
    rows = RMinHash.digest_matrix_from_token_hash_sets(shingles, num_perm=_PERMUTATIONS, seed=_SEED).to_rows()
    signatures = np.array(rows, np.uint64).reshape(len(shingles), _PERMUTATIONS // _BAND, _BAND)
    hashes = np.broadcast_to(np.arange(signatures.shape[1], dtype=np.uint64), signatures.shape[:2])
    for at in range(_BAND):
        hashes = hashes * _BASE + signatures[:, :, at]
    odd = (_mixed(hashes) >> np.uint64(2)).astype(np.int64) * 2 + 1
    return [row if len(found) else row[:0] for row, found in zip(odd, codes, strict=True)]


def _runs(codes: Hashes, length: int) -> Hashes:
    """A hash for each run of so many words."""
    count = max(0, len(codes) - length + 1) if length else 0
    hashes = np.zeros(count, np.uint64)
    for at in range(length):
        hashes = hashes * _BASE + codes[at : count + at]
    return _mixed(hashes)


def _mixed(hashes: Hashes) -> Hashes:
    """The numbers with their bits mixed (the finalizer of SplitMix64), so that the smallest of some is any of them."""
    for shift, factor in _MIXERS:
        hashes = (hashes ^ (hashes >> shift)) * factor
    return hashes
