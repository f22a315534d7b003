"""event_history: what became of released events that are no longer what they were."""

from drawdown.registry import Column, ForeignKey, Table
from drawdown.schemas import columns as c
from drawdown.schemas import vocabularies as v

TABLE = Table(
    name="event_history",
    title="Merged, split and withdrawn events",
    description=(
        "One row for each released event and each place where its mentions now are, if that is not the event itself. An id is never used again: "
        "whoever cites one finds here what took its place."
    ),
    stage="events",
    primary_key=("event_id", "ordinal"),
    columns=(
        c.EVENT_ID.but(description="Event of the last release."),
        Column("ordinal", "integer", "Order within the event, from 0.", minimum=0, example=0),
        Column(
            "change",
            "string",
            "merged: the id is gone, its mentions are in `superseded_by`; split: the id lives, some of its mentions went there; "
            "withdrawn: no mention of it is reported any more.",
            vocabulary=v.EVENT_CHANGES,
            example="merged",
        ),
        c.EVENT_ID.but(name="superseded_by", nullable=True, description="Event that holds the mentions now; null where withdrawn."),
        Column("mentions", "integer", "How many of its mentions are there.", minimum=0, example=2),
    ),
    foreign_keys=(ForeignKey(("superseded_by",), "events", ("event_id",)),),
)
