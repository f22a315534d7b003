"""event_links: which report belongs to which happening."""

from drawdown.registry import ForeignKey, Table
from drawdown.schemas import columns as c

TABLE = Table(
    name="event_links",
    title="Links from events to their mentions",
    description="Each event mention and the event that it reports, with the reasons for the link.",
    stage="events",
    primary_key=("event_id", "event_mention_id"),
    columns=(
        c.EVENT_ID,
        c.EVENT_MENTION_ID,
        c.SCORE.but(description="How well the mention fits the event's other mentions, from 0 to 1; 1 where it stands alone."),
        c.REASON.but(example="same type; same person hurt; dates overlap"),
        c.CORRECTED,
    ),
    foreign_keys=(
        ForeignKey(("event_id",), "events", ("event_id",)),
        ForeignKey(("event_mention_id",), "event_mentions", ("event_mention_id",)),
    ),
)
