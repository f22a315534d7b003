"""contrasts: how publishers name the same actor or event."""

from drawdown.registry import Column, Table
from drawdown.schemas import vocabularies as v

TABLE = Table(
    name="contrasts",
    title="Wording by publisher",
    description=(
        "The uses of `labels` counted by target, publisher and lexicon entry; words of the page's own and words that it quotes are kept apart. "
        "It describes wording and does not judge it. Labels without target are not counted."
    ),
    stage="events",
    primary_key=("target_kind", "target_id", "voice", "head", "in_quote"),
    columns=(
        Column("target_kind", "string", "Whether an entity or an event is named.", vocabulary=v.TARGET_KINDS, example="entity"),
        Column("target_id", "string", "`entities.entity_id` or `events.event_id`.", example="popular_mobilization_forces"),
        Column(
            "voice",
            "string",
            "The publisher; the article's id where the page does not say who published it.",
            example="Sputnik International",
        ),
        Column("head", "string", "Lexicon entry.", example="resistance group"),
        Column("in_quote", "boolean", "Whether the words are quoted.", example=False),
        Column("evaluation", "string", "Class of the entry.", vocabulary=v.EVALUATIONS, example="favourable"),
        Column("uses", "integer", "Labels.", minimum=1, example=4),
        Column("articles", "integer", "Articles with such a label.", minimum=1, example=1),
        Column("voices", "integer", "Voices that have any label for this target: 2 and more can be compared.", minimum=1, example=2),
    ),
)
