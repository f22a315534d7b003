"""numerals: number words."""

from drawdown.registry import Column, Table

TABLE = Table(
    name="numerals",
    title="Number words",
    description=(
        "What number words stand for. A *multiplier* multiplies the number before it (*two dozen*) and is that number alone (*a dozen*); "
        "*several* gives a lower bound only."
    ),
    stage="event_mentions",
    primary_key=("word",),
    columns=(
        Column("word", "string", "Word in lower case.", example="dozen"),
        Column("value", "integer", "Number, or the lower bound.", minimum=0, example=12),
        Column("kind", "string", "How it counts.", vocabulary=("value", "multiplier", "several"), example="multiplier"),
    ),
)
