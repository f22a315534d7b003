"""conflicts: where reports of one happening disagree."""

from drawdown.registry import Column, ForeignKey, Table
from drawdown.schemas import columns as c
from drawdown.schemas import vocabularies as v

TABLE = Table(
    name="conflicts",
    title="Conflicts between reports",
    description="One row for each pair of different claims about one field of one event, each with a mention that makes it.",
    stage="events",
    primary_key=("conflict_id",),
    columns=(
        c.CONFLICT_ID,
        c.EVENT_ID,
        Column("field", "string", "What the reports disagree about.", vocabulary=v.CONFLICT_FIELDS, example="date"),
        Column("value_a", "string", "One value.", example="2020-01-02"),
        Column("value_b", "string", "The other value.", example="2020-01-03"),
        c.EVENT_MENTION_ID.but(name="event_mention_a", description="An event mention that gives `value_a`."),
        c.EVENT_MENTION_ID.but(name="event_mention_b", description="An event mention that gives `value_b`."),
    ),
    foreign_keys=(
        ForeignKey(("event_id",), "events", ("event_id",)),
        ForeignKey(("event_mention_a",), "event_mentions", ("event_mention_id",)),
        ForeignKey(("event_mention_b",), "event_mentions", ("event_mention_id",)),
    ),
)
