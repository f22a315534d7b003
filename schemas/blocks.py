"""blocks: every character of every page, with its role."""

import polars as pl

from drawdown.registry import Column, ForeignKey, Receipt, Rule, Table
from drawdown.schemas import columns as c
from drawdown.schemas import vocabularies as v

TABLE = Table(
    name="blocks",
    title="Blocks of the pages",
    description=(
        "The map of each page: blocks that cover it from the first character to the last without gap or overlap, each with one role. "
        "A block begins with its first printed character and runs to the next block, so white space behind it is its own. Content blocks "
        "(title, subtitle, dateline, body, caption) also say where they stand in the article; their `end - start` characters begin at `raw_start`."
    ),
    stage="articles",
    primary_key=("block_id",),
    columns=(
        c.BLOCK_ID,
        c.DOCUMENT_ID,
        c.ARTICLE_ID.but(nullable=True),
        Column("ordinal", "integer", "Position on the page, from 0.", minimum=0, example=12),
        c.RAW_START,
        c.RAW_END,
        Column("role", "string", "What the block is there for.", vocabulary=v.ROLES, example="body"),
        c.START.but(nullable=True, description="First character in `articles.text`; null where the block is not content."),
        c.END.but(nullable=True, description="One past the last character in `articles.text`; null where the block is not content."),
        c.REASON.but(example="long punctuated line between body lines"),
    ),
    foreign_keys=(
        ForeignKey(("document_id",), "documents", ("document_id",)),
        ForeignKey(("article_id",), "articles", ("article_id",)),
    ),
    rules=(
        Rule("block_not_empty", "A block holds at least one character.", pl.col("raw_end") > pl.col("raw_start")),
        Rule(
            "content_has_offsets",
            "A block of an article has offsets in it exactly when its role is content.",
            (pl.col("role").is_in(list(v.PARTS)) & pl.col("article_id").is_not_null()) == pl.col("start").is_not_null(),
        ),
        Rule(
            "content_fits_block",
            "Content is not longer than its block.",
            pl.col("end") - pl.col("start") <= pl.col("raw_end") - pl.col("raw_start"),
        ),
    ),
    receipt=Receipt(text=None),
)
