"""Independent witnesses: a page that reports in another page's words is none."""

from __future__ import annotations

import polars as pl

from drawdown.events.inputs import Tables


def count(reports: pl.DataFrame, tables: Tables) -> pl.DataFrame:
    """``event_id``, ``origins``: articles of each event, those that share a reporting sentence word for word counted once."""
    worded = reports.select("event_id", "article_id", "sentence_id").join(wordings(tables), on="sentence_id", how="left")
    shared = (
        worded.drop_nulls("wording")
        .group_by("event_id", "wording")
        .agg(pl.col("article_id").unique().sort().alias("pages"))
        .filter(pl.col("pages").list.len() > 1)
        .sort("event_id", "wording")
    )
    repeats = [(str(event), _merged(group["pages"].to_list())) for (event,), group in shared.group_by("event_id", maintain_order=True)]
    less = pl.DataFrame(repeats, schema={"event_id": pl.String, "less": pl.Int64}, orient="row")
    pages = reports.group_by("event_id").agg(pl.col("article_id").n_unique().cast(pl.Int64).alias("pages"))
    joined = pages.join(less, on="event_id", how="left")
    return joined.select("event_id", (pl.col("pages") - pl.col("less").fill_null(0)).alias("origins"))


def wordings(tables: Tables) -> pl.DataFrame:
    """``sentence_id`` and its letters and digits, for sentences of six words and more."""
    texts = tables.sentences.join(tables.articles.select("article_id", pl.col("text").alias("whole")), on="article_id")
    sentence = pl.col("whole").str.slice(pl.col("start"), pl.col("end") - pl.col("start"))
    plain = sentence.str.to_lowercase().str.replace_all(r"[^\p{L}\p{N}]+", " ").str.strip_chars()
    return texts.select("sentence_id", plain.alias("wording")).filter(pl.col("wording").str.count_matches(" ") >= 5)


def _merged(groups: list[list[str]]) -> int:
    """How many pages vanish when the pages of each group are taken for one."""
    parent: dict[str, str] = {}

    def root(page: str) -> str:
        while parent.setdefault(page, page) != page:
            page = parent[page]
        return page

    less = 0
    for first, *others in groups:
        for other in others:
            left, right = sorted((root(first), root(other)))
            if left != right:
                parent[right] = left
                less += 1
    return less
