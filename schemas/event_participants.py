"""event_participants: who took part in a happening, over all reports."""

from drawdown.registry import Column, ForeignKey, Table
from drawdown.schemas import columns as c

TABLE = Table(
    name="event_participants",
    title="Participants of events",
    description="The entities that the reports of an event name in a role, and how many reports and articles name each.",
    stage="events",
    primary_key=("event_id", "role", "entity_id"),
    columns=(
        c.EVENT_ID,
        Column("role", "string", "Role in the event.", vocabulary=("actor", "recipient"), example="actor"),
        c.ENTITY_ID,
        Column("mentions", "integer", "Event mentions that name it in this role.", minimum=1, example=3),
        Column("articles", "integer", "Articles that do.", minimum=1, example=2),
    ),
    foreign_keys=(
        ForeignKey(("event_id",), "events", ("event_id",)),
        ForeignKey(("entity_id",), "entities", ("entity_id",)),
    ),
)
