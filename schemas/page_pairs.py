"""page_pairs: articles that share text."""

import polars as pl

from drawdown.registry import Column, ForeignKey, Rule, Table
from drawdown.schemas import columns as c

TABLE = Table(
    name="page_pairs",
    title="Pairs of articles that share text",
    description=(
        "Near-duplicates, re-publications, and articles that share at least one long passage. Nothing is deleted for it: whoever counts sources decides what a reprint is."
    ),
    stage="articles",
    primary_key=("article_a", "article_b"),
    columns=(
        c.ARTICLE_ID.but(name="article_a", description="The article with the smaller id."),
        c.ARTICLE_ID.but(name="article_b", description="The other article."),
        Column(
            "similarity",
            "number",
            "Share of the two articles' distinct runs of five words that both have (Jaccard), rounded to four places.",
            minimum=0,
            maximum=1,
            example=0.91,
        ),
        Column("words_a", "integer", "Words of the first article that stand in shared passages.", minimum=0, unit="words", example=412),
        Column("words_b", "integer", "Words of the second article that stand in shared passages.", minimum=0, unit="words", example=408),
        Column("passages", "integer", "Shared passages.", minimum=0, example=3),
        Column("near_duplicate", "boolean", "Whether `similarity` reaches the threshold of `params.yaml`.", example=True),
    ),
    foreign_keys=(
        ForeignKey(("article_a",), "articles", ("article_id",)),
        ForeignKey(("article_b",), "articles", ("article_id",)),
    ),
    rules=(Rule("pair_in_order", "The smaller id stands first.", pl.col("article_a") < pl.col("article_b")),),
)
