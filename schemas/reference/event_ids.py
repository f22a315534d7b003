"""event_ids: the events of the last release, so that their ids last."""

from drawdown.registry import Column, Table
from drawdown.schemas import columns as c

TABLE = Table(
    name="event_ids",
    title="Event ids that were released",
    description=(
        "One row for each link of the last release. An event that holds the founding mention of a released event keeps its id; "
        "a released id that is gone is explained in `event_history`. Written when a release is made, never by hand."
    ),
    stage="events",
    primary_key=("event_mention_id",),
    columns=(
        c.EVENT_MENTION_ID,
        c.EVENT_ID,
        Column("founding", "boolean", "Whether the event's id was made from this mention.", example=True),
    ),
)
