"""time_expressions: when."""

from drawdown.registry import Column, ForeignKey, Table
from drawdown.schemas import columns as c
from drawdown.schemas import vocabularies as v

TABLE = Table(
    name="time_expressions",
    title="Time expressions",
    description=(
        "Every expression of time, with the interval that it allows. A relative expression on a page without a publication date "
        "stays unresolved, and says so; nothing is filled in from today or from a default."
    ),
    stage="entities",
    primary_key=("time_id",),
    columns=(
        c.TIME_ID,
        c.ARTICLE_ID,
        *c.SPAN,
        c.PART,
        c.EDTF_DATE,
        c.EARLIEST,
        c.LATEST,
        Column("precision", "string", "Grain of the date.", vocabulary=v.DATE_PRECISIONS, example="day"),
        Column("basis", "string", "How the date is known.", vocabulary=v.DATE_BASES, example="stated"),
        c.REASON.but(example="day and month stated, year from January 2020 in the same sentence"),
        c.CORRECTED,
    ),
    foreign_keys=(ForeignKey(("article_id",), "articles", ("article_id",)),),
    rules=(*c.SPAN_RULES, *c.DATE_RULES),
    receipt=c.RECEIPT,
)
