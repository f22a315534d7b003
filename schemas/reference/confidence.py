"""confidence: how often event mentions of a kind were right when they were read against their pages."""

import polars as pl

from drawdown.registry import Column, Rule, Table
from drawdown.schemas import vocabularies as v

TOLD = Column(
    "told",
    "string",
    "`done`: a finite clause tells the act as done (tense past or present; asserted, historical or alleged); `other`: nouns, non-finite verbs, "
    "and what is planned, possible or denied.",
    vocabulary=v.TOLD,
    example="done",
)

TABLE = Table(
    name="confidence",
    title="Confidence of event mentions",
    description=(
        "Cells of event mentions, with the share of each that was right in type and trigger among those judged "
        "(`data/gold/confidence_judgements.csv`). Written by `benchmarks/confidence.py`; a cell reaches up to the next one of its kind."
    ),
    stage="event_mentions",
    primary_key=("told", "prior_from"),
    columns=(
        TOLD,
        Column(
            "prior_from",
            "number",
            "Lowest prior of the cell: that of the lexicon row (with the content's, their mean), times 0.8 where no actor is found.",
            minimum=0,
            maximum=1,
            example=0.61,
        ),
        Column("n", "integer", "Event mentions of the cell that were judged.", minimum=0, example=35),
        Column("right", "integer", "How many of them were right.", minimum=0, example=14),
        Column("confidence", "number", "(right + 1) / (n + 2): the share under a flat prior.", minimum=0, maximum=1, example=0.405),
    ),
    rules=(
        Rule("right_of_n", "`right` is at most `n`.", pl.col("right") <= pl.col("n")),
        Rule(
            "smoothed_share",
            "`confidence` is (right + 1) / (n + 2).",
            (pl.col("confidence") - (pl.col("right") + 1) / (pl.col("n") + 2)).abs() < 0.0006,
        ),
    ),
)
