"""Columns that stand in more than one table, described here and nowhere else."""

from __future__ import annotations

import polars as pl

from drawdown.registry import Column, Receipt, Rule
from drawdown.schemas import vocabularies as v

EDTF = r"^(?:(?:[0-9]{4}|[0-9]{3}X|XXXX)(?:-(?:[0-9]{2}|XX)(?:-(?:[0-9]{2}|XX))?)?[~?%]?|\.\.)?(?:/(?:(?:[0-9]{4}|[0-9]{3}X|XXXX)(?:-(?:[0-9]{2}|XX)(?:-(?:[0-9]{2}|XX))?)?[~?%]?|\.\.)?)?$"
"""The part of EDTF (ISO 8601-2, level 1) in use: dates, unspecified digits, seasons, qualifiers, intervals."""


def identifier(name: str, prefix: str, description: str, *, digits: int = 20) -> Column:
    """An id column: ``prefix``, underscore and a number of hexadecimal digits."""
    return Column(
        name,
        "string",
        description,
        pattern=f"^{prefix}_[0-9a-f]{{{digits}}}$",
        example=f"{prefix}_" + "602093fdf5a515e10d3c"[:digits],
    )


WORD_CLASS = Column("class", "string", "Name of the class.", pattern="^[a-z_]+$", example="media")
WORD = Column("word", "string", "A word of the class, lower case.", example="press")
"""The shape of the reference tables that hold classes of words."""
DOCUMENT_ID = identifier("document_id", "d", "Input document: first 16 digits of the sha256 of its bytes.", digits=16)
ARTICLE_ID = identifier("article_id", "a", "Article: the digits of its document's id.", digits=16)
BLOCK_ID = identifier("block_id", "b", "Block of a page, made from where it starts in the raw page.")
SENTENCE_ID = identifier("sentence_id", "s", "Sentence, made from where it stands in the raw page.")
MENTION_ID = identifier("mention_id", "m", "Mention of an entity, made from its raw span and kind.")
TIME_ID = identifier("time_id", "t", "Time expression, made from its raw span.")
QUOTE_ID = identifier("quote_id", "q", "Quotation, made from its raw span and kind.")
EVENT_MENTION_ID = identifier("event_mention_id", "em", "Event mention, made from the raw span of its trigger and its type.")
EVENT_ID = identifier("event_id", "e", "Happening that one or more event mentions report.", digits=16)
CONFLICT_ID = identifier("conflict_id", "c", "Disagreement between two event mentions.", digits=16)
LABEL_ID = identifier("label_id", "l", "Label, made from its raw span and target.")
ENTITY_ID = Column(
    "entity_id",
    "string",
    "Entity: a readable name for those of the registry, `x_` and 16 digits for others.",
    pattern="^[a-z0-9][a-z0-9_]*$",
    example="qasem_soleimani",
)
PLACE_ID = Column(
    "place_id",
    "string",
    "Place: `geonames_` and the GeoNames id, or a readable name for rows of our own gazetteer.",
    pattern="^[a-z0-9][a-z0-9_]*$",
    example="geonames_98182",
)

START = Column("start", "integer", "First character in `articles.text`.", minimum=0, unit="code points", example=120)
END = Column("end", "integer", "One past the last character in `articles.text`.", minimum=0, unit="code points", example=133)
RAW_START = Column("raw_start", "integer", "First character in the decoded raw page.", minimum=0, unit="code points", example=530)
RAW_END = Column(
    "raw_end",
    "integer",
    "One past the last character in the decoded raw page.",
    minimum=0,
    unit="code points",
    example=543,
)
TEXT = Column("text", "string", "The characters of the span, exactly as on the page.", example="Qassem Soleimani")
PART = Column("part", "string", "Part of the article in which the row stands.", vocabulary=v.PARTS, example="body")
COUNTRY = Column(
    "country",
    "string",
    "ISO 3166-1 alpha-3 code; null where there is none or it is not known.",
    nullable=True,
    pattern="^[A-Z]{3}$",
    example="IRQ",
)
SECTOR = Column(
    "sector",
    "string",
    "PLOVER sector, or code of an international actor.",
    nullable=True,
    vocabulary=v.sectors(),
    example="PRM",
)
EDTF_DATE = Column(
    "edtf",
    "string",
    "Date in EDTF (ISO 8601-2); `X` stands for digits that nobody gave.",
    nullable=True,
    pattern=EDTF,
    example="2020-01-03",
)
EARLIEST = Column("earliest", "date", "First day that the date allows.", nullable=True, example="2020-01-03")
LATEST = Column("latest", "date", "Last day that the date allows.", nullable=True, example="2020-01-03")
DATE_BASIS = Column(
    "date_basis",
    "string",
    "How the date is known: stated beside the event, relative to another date, the document's own, inferred, or unknown.",
    vocabulary=v.DATE_BASES,
    example="stated",
)
EVENT_TYPE = Column("event_type", "string", "PLOVER event type.", vocabulary=v.event_types(), example="ASSAULT")
MODE = Column("mode", "string", "PLOVER mode of the event type.", nullable=True, vocabulary=v.modes(), example="aerial")
SCORE = Column(
    "score",
    "number",
    "How far the evidence carries, from 0 to 1; comparable within one `method` only.",
    minimum=0,
    maximum=1,
    example=0.9,
)
REASON = Column("reason", "string", "Which evidence decided, in words.", example="registry name, longest match")

CORRECTED = Column(
    "corrected",
    "boolean",
    "Whether a person has changed the row; `corrections` keeps what the machine had said.",
    example=False,
    default=False,
)

SPAN = (START, END, RAW_START, RAW_END, TEXT)
RECEIPT = Receipt()
SPAN_RULES = (
    Rule("span_not_empty", "A span holds at least one character.", pl.col("end") > pl.col("start")),
    Rule(
        "raw_span_same_length",
        "A span is as long in the raw page as in the article.",
        pl.col("raw_end") - pl.col("raw_start") == pl.col("end") - pl.col("start"),
    ),
    Rule(
        "span_length_is_text_length",
        "`text` has as many characters as the span.",
        pl.col("text").str.len_chars() == pl.col("end") - pl.col("start"),
    ),
)
DATE_RULES = (
    Rule("dates_in_order", "`earliest` is not after `latest`.", pl.col("earliest") <= pl.col("latest")),
    Rule(
        "interval_whole",
        "`earliest` and `latest` are both known or both unknown.",
        pl.col("earliest").is_null() == pl.col("latest").is_null(),
    ),
)
MODE_RULES = (
    Rule(
        "mode_of_its_type",
        "`mode` is one of the modes of `event_type`.",
        pl.concat_str("event_type", pl.lit("/"), "mode").is_in(list(v.mode_pairs())),
    ),
)
