"""articles: the article on each page."""

import polars as pl

from drawdown.registry import Column, ForeignKey, Rule, Table
from drawdown.schemas import columns as c
from drawdown.schemas import vocabularies as v

TABLE = Table(
    name="articles",
    title="Articles",
    description=(
        "One row for each page that holds an article: its running text without the furniture of the page, and what the "
        "page itself says of title, publisher, address and date. What it does not say is null, with the basis beside it."
    ),
    stage="articles",
    primary_key=("article_id",),
    columns=(
        c.ARTICLE_ID,
        c.DOCUMENT_ID,
        Column("title", "string", "Headline.", nullable=True, example="Iraqi PM Says US Combat Troops Have Got to Go"),
        Column("subtitle", "string", "Standfirst or lead set apart from the running text.", nullable=True, example=None),
        Column("section", "string", "Section of the publication, as printed.", nullable=True, example="Middle East"),
        Column(
            "author",
            "string",
            "Who signs the article: names of the byline, else those that the page declares, `; ` between them; without offices of the press, dates and accounts.",
            nullable=True,
            example=None,
        ),
        Column(
            "publisher",
            "string",
            "Publisher, by its name in the registry where it is known there.",
            nullable=True,
            example="Sputnik International",
        ),
        Column(
            "publisher_id",
            "string",
            "Row of `publishers` in the reference data that holds country, owner and state affiliation; null for publishers not known there.",
            nullable=True,
            pattern="^[a-z0-9_]+$",
            example="sputnik",
        ),
        Column(
            "url",
            "string",
            "Address of the article that the page or its source record gives.",
            nullable=True,
            pattern="^https?://[^\\s]+$",
            example="https://example.org/middleeast/2021/07/19/article.html",
        ),
        Column(
            "published",
            "string",
            "Publication date or instant in EDTF; null where nothing says.",
            nullable=True,
            pattern=r"^[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:[0-9]{2})?)?)?)?$",
            example="2021-07-19",
        ),
        Column("published_basis", "string", "Where the publication date was read.", vocabulary=v.PUBLISHED_BASES, example="url"),
        Column("tags", "string", "Tags printed on the page, separated by ` | `.", nullable=True, example="Iraq | US"),
        Column("language", "string", "Language of the text, ISO 639-1.", pattern="^[a-z]{2}$", example="en"),
        Column(
            "text",
            "string",
            "The content blocks in page order joined by a blank line; offsets of every other table point here. Null in the published release: the text is not ours to give away.",
            nullable=True,
            example="Iraqi PM Says US Combat Troops Have Got to Go\n\nIn January 2020, ...",
        ),
        Column("text_sha256", "string", "sha256 of the text, UTF-8.", pattern="^[0-9a-f]{64}$", example="0" * 64),
        Column("words", "integer", "Words of the text, counted between white space.", minimum=1, unit="words", example=862),
    ),
    foreign_keys=(ForeignKey(("document_id",), "documents", ("document_id",)),),
    rules=(
        Rule(
            "article_of_its_document",
            "The article's id has the digits of its document's.",
            pl.col("article_id").str.slice(2) == pl.col("document_id").str.slice(2),
        ),
        Rule(
            "date_has_basis",
            "A publication date is there exactly when its basis is not `none`.",
            pl.col("published").is_null() == (pl.col("published_basis") == "none"),
        ),
    ),
)
