"""compositions: what a promise, demand, refusal, threat or end of an act is."""

import polars as pl

from drawdown.registry import Column, Rule, Table
from drawdown.schemas import columns as c
from drawdown.schemas import vocabularies as v
from drawdown.schemas.reference.predicates import OPERATORS

TABLE = Table(
    name="compositions",
    title="Compositions",
    description=(
        "The type of an act that is about another act: refusing to withdraw is REJECT/yield. `*` stands for any type that has no row of its own. "
        "`future`, `intent` and `negated` serve the strict reading of PLOVER, which has no realis."
    ),
    stage="event_mentions",
    primary_key=("operator", "content_type", "content_mode"),
    columns=(
        Column(
            "operator",
            "string",
            "What is done with the act; `forbid` is not allowing.",
            vocabulary=(*OPERATORS, "forbid", "future", "negated", "intent"),
            example="demand",
        ),
        Column("content_type", "string", "Type of the act it is about.", vocabulary=(*v.event_types(), "*"), example="RETREAT"),
        c.MODE.but(name="content_mode", description="Mode of the act it is about; null for any."),
        c.EVENT_TYPE,
        c.MODE,
        Column(
            "content_realis",
            "string",
            "Status of the content; null when the content is not kept.",
            nullable=True,
            vocabulary=v.CONTENT_REALIS,
            example="demanded",
        ),
        Column("reason", "string", "The composition in words.", example="asks the other to give way"),
    ),
    rules=(
        *c.MODE_RULES,
        Rule("mode_needs_type", "A content mode has a content type.", pl.col("content_mode").is_null() | (pl.col("content_type") != "*")),
    ),
)
