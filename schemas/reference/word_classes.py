"""word_classes: kinds of things and of words that rules refer to."""

from drawdown.registry import Table
from drawdown.schemas import columns as c

TABLE = Table(
    name="word_classes",
    title="Word classes",
    description="Sets of lemmas that the rows of `predicates` and the rules of realis refer to by name.",
    stage="event_mentions",
    primary_key=("class", "word"),
    columns=(
        c.WORD_CLASS.but(example="troops"),
        c.WORD.but(description="A lemma of the class, lower case.", example="soldier"),
    ),
)
