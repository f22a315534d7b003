"""labels: how the pages name actors and actions."""

from drawdown.registry import Column, ForeignKey, Table
from drawdown.schemas import columns as c
from drawdown.schemas import vocabularies as v

TABLE = Table(
    name="labels",
    title="Labels",
    description=(
        "The words with which each page names an actor or an action, and whether they praise, blame or do neither. "
        "The class belongs to the word in our lexicon; it is no judgement on whom it names."
    ),
    stage="events",
    primary_key=("label_id",),
    columns=(
        c.LABEL_ID,
        c.ARTICLE_ID,
        *c.SPAN,
        c.PART,
        Column("head", "string", "Lexicon entry that gives the class.", example="resistance group"),
        Column("target_kind", "string", "Whether an entity or an event is named.", vocabulary=v.TARGET_KINDS, example="entity"),
        Column(
            "target_id",
            "string",
            "`entities.entity_id` or `events.event_id`, by `target_kind`; null where the text does not decide.",
            nullable=True,
            example="popular_mobilization_forces",
        ),
        Column("evaluation", "string", "Class of the word.", vocabulary=v.EVALUATIONS, example="favourable"),
        Column("in_quote", "boolean", "Whether the word stands in a quotation, hence is the speaker's.", example=False),
        c.CORRECTED,
    ),
    foreign_keys=(ForeignKey(("article_id",), "articles", ("article_id",)),),
    rules=c.SPAN_RULES,
    receipt=c.RECEIPT,
)
