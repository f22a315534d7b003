"""word_classes: kinds of things and of words that rules refer to."""

from drawdown.registry import Column, Table

TABLE = Table(
    name="word_classes",
    title="Word classes",
    description="Sets of lemmas that the rows of `predicates` and the rules of realis refer to by name.",
    stage="event_mentions",
    primary_key=("class", "lemma"),
    columns=(
        Column("class", "string", "Name of the class.", pattern="^[a-z_]+$", example="troops"),
        Column("lemma", "string", "A member.", example="soldier"),
    ),
)
