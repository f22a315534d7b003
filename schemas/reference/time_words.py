"""time_words: the English words that tell time."""

from drawdown.registry import Column, Table
from drawdown.schemas import columns as c

TABLE = Table(
    name="time_words",
    title="Words of time",
    description=(
        "The closed classes of English words that dates and lengths of time are written with (months, weekdays, seasons, numerals, units, feasts with a fixed day), "
        "and the words beside them that decide whether a form of time tells one."
    ),
    stage="entities",
    primary_key=("class", "word"),
    columns=(
        c.WORD_CLASS.but(
            description="`month_verb`: months that are verbs in lower case; `vague`: counts that fix no date; `scale`: multiplies the numeral before it; `tens`: decades of a century; "
            "`hedge`, `unbounded`: before a count, with and without bound; `before_month`, `before_year`, `before_units`: words that stand before a month, a year or a bare unit; "
            "`name`: words that make a date before them a name; `counted`: things and units that make digits before them no year; `named_day`: words before a weekday that make it the name of a day; `rate`: words before *a week* that make it a rate; "
            "`coming`, `planning`: auxiliaries and lemmas of clauses about what is to come.",
            vocabulary=(
                "month",
                "month_short",
                "month_verb",
                "weekday",
                "weekday_short",
                "season",
                "daypart",
                "number",
                "scale",
                "vague",
                "ordinal",
                "century",
                "tens",
                "unit",
                "hedge",
                "unbounded",
                "feast",
                "before_month",
                "before_year",
                "before_units",
                "name",
                "counted",
                "rate",
                "named_day",
                "coming",
                "planning",
            ),
            example="month",
        ),
        c.WORD.but(description="As printed; lower case where case tells nothing.", example="January"),
        Column(
            "value",
            "integer",
            "Month 1-12; weekday from Monday = 0; season as EDTF counts (21 spring to 24 winter); numeral; number of a century; tens digit of a decade; a feast's month and day as MMDD.",
            nullable=True,
            minimum=0,
            example=1,
        ),
    ),
)
