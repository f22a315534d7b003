"""participants: who takes part, and in which role."""

from drawdown.registry import Column, ForeignKey, Table
from drawdown.schemas import columns as c
from drawdown.schemas import vocabularies as v

TABLE = Table(
    name="participants",
    title="Participants of event mentions",
    description=(
        "Who did it, to whom, and what else takes part. Parties of a reciprocal event (a meeting, two-sided fighting) are all actors."
    ),
    stage="event_mentions",
    primary_key=("event_mention_id", "role", "ordinal"),
    columns=(
        c.EVENT_MENTION_ID,
        Column("role", "string", "Role in the event.", vocabulary=v.PARTICIPANT_ROLES, example="actor"),
        Column("ordinal", "integer", "Order within the role, from 0.", minimum=0, example=0),
        c.ARTICLE_ID,
        *c.SPAN,
        c.MENTION_ID.but(nullable=True, description="Mention that fills the role."),
        c.ENTITY_ID.but(nullable=True, description="Entity that fills the role."),
        c.COUNTRY,
        c.SECTOR,
        c.CORRECTED,
    ),
    foreign_keys=(
        ForeignKey(("event_mention_id",), "event_mentions", ("event_mention_id",)),
        ForeignKey(("article_id",), "articles", ("article_id",)),
        ForeignKey(("mention_id",), "mentions", ("mention_id",)),
        ForeignKey(("entity_id",), "entities", ("entity_id",)),
    ),
    rules=c.SPAN_RULES,
    receipt=c.RECEIPT,
)
