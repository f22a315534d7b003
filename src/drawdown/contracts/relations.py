"""Contracts that need more than one table: keys that point somewhere, receipts, tilings, and the count of the pages."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

import polars as pl

from drawdown.contracts.failures import Failure
from drawdown.registry import ForeignKey, Table

Frames = Mapping[str, pl.DataFrame]


def foreign_keys(table: Table, frames: Frames) -> list[Failure]:
    """Rows whose foreign key points to no row; keys to tables that are not at hand are not checked."""
    found = []
    for key in table.foreign_keys:
        if key.table in frames:
            found += _dangling(table, key, frames)
    return found


def _dangling(table: Table, key: ForeignKey, frames: Frames) -> list[Failure]:
    columns, target = list(key.columns), frames[key.table].select(key.references)
    given = frames[table.name].filter(pl.all_horizontal(pl.col(name).is_not_null() for name in columns))
    lost = given.join(target, left_on=columns, right_on=list(key.references), how="anti")
    rule = f"foreign_key({key.table})"
    rows = lost.select([*table.primary_key, *(pl.col(name).alias(f"__{name}") for name in columns)])
    width = len(table.primary_key)
    return [
        Failure(table.name, rule, ", ".join(columns), "/".join(map(str, row[:width])), ", ".join(map(str, row[width:])))
        for row in rows.iter_rows()
    ]


def receipts(table: Table, frame: pl.DataFrame, texts: Mapping[str, str], raws: Mapping[str, str]) -> list[Failure]:
    """Rows whose span does not hold, in the article or in the raw page, the characters that it says.

    ``texts`` are article texts by article id, ``raws`` decoded pages by article id; an article in neither
    is not checked here (the caller says so).
    """
    receipt = table.receipt
    if receipt is None or "article_id" not in frame.columns or table.name == "blocks":
        return []
    found = []
    names = [*table.primary_key, "article_id", receipt.start, receipt.end]
    names += [receipt.text] if receipt.text else []
    names += ["raw_start", "raw_end"] if receipt.raw else []
    for row in frame.select(list(dict.fromkeys(names))).iter_rows(named=True):
        article, start, end = row["article_id"], row[receipt.start], row[receipt.end]
        text, raw = texts.get(article), raws.get(article)
        key = "/".join(str(row[name]) for name in table.primary_key)
        claimed = row[receipt.text] if receipt.text else None
        seen = None if text is None else text[start:end]
        if seen is not None and (end > len(text or "") or (claimed is not None and seen != claimed)):
            found.append(Failure(table.name, "receipt_article", f"{receipt.start}, {receipt.end}", key, f"{seen!r} instead of {claimed!r}"))
        said = claimed if claimed is not None else seen
        if raw is not None and receipt.raw and said is not None:
            there = raw[row["raw_start"] : row["raw_end"]]
            if there != said:
                found.append(Failure(table.name, "receipt_raw", "raw_start, raw_end", key, f"{there!r} instead of {said!r}"))
    return found


def tiling(blocks: pl.DataFrame, documents: pl.DataFrame) -> list[Failure]:
    """Pages whose blocks leave a gap, overlap, or do not reach the last character."""
    ordered = blocks.sort("document_id", "ordinal").with_columns(
        pl.col("raw_end").shift(1).over("document_id").fill_null(0).alias("expected"),
        pl.int_range(pl.len()).over("document_id").alias("position"),
    )
    broken = ordered.filter((pl.col("raw_start") != pl.col("expected")) | (pl.col("ordinal") != pl.col("position")))
    found = [
        Failure(
            "blocks", "tiling", "raw_start", row["block_id"], f"starts at {row['raw_start']}, the block before ends at {row['expected']}"
        )
        for row in broken.iter_rows(named=True)
    ]
    last = ordered.group_by("document_id", maintain_order=True).agg(pl.col("raw_end").last())
    short = last.join(documents, on="document_id").filter(pl.col("raw_end") != pl.col("characters"))
    found += [
        Failure("blocks", "tiling_end", "raw_end", row["document_id"], f"blocks end at {row['raw_end']} of {row['characters']} characters")
        for row in short.iter_rows(named=True)
    ]
    return found


def content(blocks: pl.DataFrame, texts: Mapping[str, str], raws: Mapping[str, str]) -> list[Failure]:
    """Content blocks whose characters differ between article and raw page."""
    found = []
    for row in blocks.filter(pl.col("start").is_not_null()).iter_rows(named=True):
        text, raw = texts.get(row["article_id"]), raws.get(row["article_id"])
        if text is None or raw is None:
            continue
        length = row["end"] - row["start"]
        cleaned, there = text[row["start"] : row["end"]], raw[row["raw_start"] : row["raw_start"] + length]
        if cleaned != there or len(cleaned) != length:
            found.append(Failure("blocks", "receipt_raw", "raw_start", row["block_id"], f"{there[:60]!r} instead of {cleaned[:60]!r}"))
    return found


def text_hashes(articles: pl.DataFrame) -> list[Failure]:
    """Articles whose text is not the one that was hashed, or does not have the words that it says."""
    found = []
    for key, text, sha, words in articles.select("article_id", "text", "text_sha256", "words").iter_rows():
        if text is None:
            continue
        if hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != sha:
            found.append(Failure("articles", "text_sha256", "text", key, "the text is not the one that was hashed"))
        if len(text.split()) != words:
            found.append(Failure("articles", "word_count", "words", key, f"{len(text.split())} words, not {words}"))
    return found


def accounting(frames: Frames) -> list[Failure]:
    """In = out + quarantined: every document is in exactly one of articles and quarantine."""
    documents = set(frames["documents"]["document_id"])
    articles = set(frames["articles"]["document_id"])
    quarantined = set(frames["quarantine"]["document_id"])
    found = [
        Failure("documents", "accounted_for", "document_id", key, "neither in articles nor in quarantine")
        for key in documents - articles - quarantined
    ]
    found += [
        Failure("documents", "accounted_for", "document_id", key, "both in articles and in quarantine") for key in articles & quarantined
    ]
    return found
