"""reference_words: words by which descriptions point, and nouns for land and places"""

from drawdown.registry import Table
from drawdown.schemas import columns as c

CLASSES = (
    "before_given",
    "cabinet",
    "chamber",
    "city_noun",
    "departure",
    "direction",
    "division_noun",
    "facility_noun",
    "family_first",
    "given_name",
    "ground",
    "grouping",
    "honorific",
    "land",
    "leading",
    "leaving",
    "lesser",
    "line_opening",
    "natural_noun",
    "no_actor",
    "not_now",
    "part_of",
    "part_of_land",
    "particle",
    "patronymic",
    "pointing",
    "province_noun",
    "quantifier",
    "relation",
    "somebody_else",
    "state_noun",
    "state_organ",
    "story_organ",
    "title",
    "unnamed",
)
"""What the rules of descriptions call these words; ``docs/registry.md`` says what each is for."""

TABLE = Table(
    name="reference_words",
    title="Words of reference",
    description="Words, in lower case, by which the rules tell whom a description means and whether a name stands for land or for a side.",
    stage="entities",
    primary_key=("class", "word"),
    columns=(
        c.WORD_CLASS.but(vocabulary=CLASSES, example="not_now"),
        c.WORD.but(description="Lower case; of `story_organ`, `state_organ` and `chamber` the organ, as in `organs`.", example="former"),
    ),
)
