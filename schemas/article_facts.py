"""article_facts: every reading of what a page says of itself."""

import polars as pl

from drawdown.registry import Column, ForeignKey, Rule, Table
from drawdown.schemas import columns as c

FACTS = ("title", "subtitle", "section", "author", "publisher", "url", "published", "tags")
BASES = ("block", "header_clock", "url", "meta", "sources", "registry")

TABLE = Table(
    name="article_facts",
    title="What pages say of themselves",
    description=(
        "Every reading of a page's headline, address, publisher, section, author, tags and date, with the block, address or head it was read from. "
        "The reading that `articles` took is marked; readings that disagree with it stay, so that a clock that shows when a page was saved does not "
        "vanish behind the date of publication."
    ),
    stage="articles",
    primary_key=("article_id", "fact", "ordinal"),
    columns=(
        c.ARTICLE_ID,
        Column("fact", "string", "Column of `articles` that it speaks of.", vocabulary=FACTS, example="published"),
        Column("ordinal", "integer", "Rank of the reading, the best 0.", minimum=0, example=0),
        Column("value", "string", "What was read, in the form that the column of `articles` has.", example="2021-07-19"),
        Column(
            "basis",
            "string",
            "Where it was read: a block of the page, a clock on it, the address, the head of the HTML or its container, `sources.yaml`, or the registry of publishers by the address's host.",
            vocabulary=BASES,
            example="url",
        ),
        Column("chosen", "boolean", "Whether `articles` has this reading.", example=True),
        c.RAW_START.but(nullable=True, description="First character of the evidence in the raw page; null where it is not printed there."),
        c.RAW_END.but(nullable=True, description="One past the last character of the evidence; null where it is not printed there."),
        Column(
            "evidence",
            "string",
            "The characters that were read, as printed or declared.",
            example="https://example.org/2021/07/19/article.html",
        ),
        Column(
            "conflict",
            "boolean",
            "Whether it contradicts the chosen reading (for dates: another day, or no date at all as in 31 February).",
            example=False,
        ),
    ),
    foreign_keys=(ForeignKey(("article_id",), "articles", ("article_id",)),),
    rules=(
        Rule("chosen_first", "The chosen reading has rank 0.", ~pl.col("chosen") | (pl.col("ordinal") == 0)),
        Rule("chosen_is_no_conflict", "What was chosen does not contradict itself.", ~(pl.col("chosen") & pl.col("conflict"))),
        Rule(
            "span_whole",
            "`raw_start` and `raw_end` are both there or both null.",
            pl.col("raw_start").is_null() == pl.col("raw_end").is_null(),
        ),
    ),
)
