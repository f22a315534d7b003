"""link_types: event types that may be two names of one happening."""

from drawdown.registry import Column, Table
from drawdown.schemas import columns as c

TABLE = Table(
    name="link_types",
    title="Families of event types",
    description="Types of one family may be linked, at a price (`link_weights`, `related_type`); every other type is a family of its own.",
    stage="events",
    primary_key=("event_type",),
    columns=(
        c.EVENT_TYPE,
        Column("family", "string", "Name of the family.", pattern="^[a-z]+$", example="retreat"),
        Column("why", "string", "Why one happening may be told under both types.", example="Plan and execution of one act."),
    ),
)
