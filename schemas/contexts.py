"""contexts: what an event mention is about."""

from drawdown.registry import Column, ForeignKey, Table
from drawdown.schemas import columns as c
from drawdown.schemas import vocabularies as v

TABLE = Table(
    name="contexts",
    title="Contexts of event mentions",
    description="PLOVER contexts: the themes in which an event mention stands. An event mention may have none or several.",
    stage="event_mentions",
    primary_key=("event_mention_id", "context"),
    columns=(
        c.EVENT_MENTION_ID,
        Column("context", "string", "PLOVER context.", vocabulary=v.contexts(), example="military"),
        c.REASON.but(example="troops"),
        c.CORRECTED,
    ),
    foreign_keys=(ForeignKey(("event_mention_id",), "event_mentions", ("event_mention_id",)),),
)
