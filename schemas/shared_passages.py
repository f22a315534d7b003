"""shared_passages: what pairs of articles share, to the character."""

import polars as pl

from drawdown.registry import Column, ForeignKey, Rule, Table
from drawdown.schemas import columns as c


def _side(letter: str, which: str) -> tuple[Column, ...]:
    return tuple(
        column.but(name=f"{column.name}_{letter}", description=f"{column.description[:-1]}, in the {which} article.")
        for column in (c.START, c.END, c.RAW_START, c.RAW_END)
    )


TABLE = Table(
    name="shared_passages",
    title="Passages that two articles share",
    description=(
        "Runs of words that stand in both articles of a pair in the same order; case, punctuation and the form of apostrophes do not count. "
        "A passage stays inside one block of each page."
    ),
    stage="articles",
    primary_key=("article_a", "article_b", "start_a", "start_b"),
    columns=(
        c.ARTICLE_ID.but(name="article_a", description="The article with the smaller id."),
        c.ARTICLE_ID.but(name="article_b", description="The other article."),
        *_side("a", "first"),
        *_side("b", "second"),
        Column("words", "integer", "Length of the passage.", minimum=1, unit="words", example=43),
    ),
    foreign_keys=(ForeignKey(("article_a", "article_b"), "page_pairs", ("article_a", "article_b")),),
    rules=(
        Rule(
            "span_not_empty",
            "A passage holds at least one character.",
            (pl.col("end_a") > pl.col("start_a")) & (pl.col("end_b") > pl.col("start_b")),
        ),
        Rule(
            "raw_span_same_length",
            "A passage is as long in the raw page as in the article.",
            (pl.col("raw_end_a") - pl.col("raw_start_a") == pl.col("end_a") - pl.col("start_a"))
            & (pl.col("raw_end_b") - pl.col("raw_start_b") == pl.col("end_b") - pl.col("start_b")),
        ),
    ),
)
