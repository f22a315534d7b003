"""link_types: event types that may be two names of one happening."""

from drawdown.registry import Column, Table
from drawdown.schemas import columns as c

TABLE = Table(
    name="link_types",
    title="Families of event types",
    description=(
        "Types of one family may be linked, at a price (`link_weights`, `related_type`); every other type is a family of its own, and its modes are ways."
    ),
    stage="events",
    primary_key=("event_type",),
    columns=(
        c.EVENT_TYPE,
        Column("family", "string", "Name of the family.", pattern="^[a-z]+$", example="retreat"),
        Column(
            "modes",
            "string",
            "What the modes of the type are: ways of doing one act, on which pages may differ, or acts of their own.",
            vocabulary=("ways", "acts"),
            example="acts",
        ),
        Column(
            "tie",
            "string",
            "The mode in which an act of the type may be told under another type of the family, where not every mode may.",
            nullable=True,
            example="seize",
        ),
        Column("why", "string", "Why one happening may be told under both types.", example="Plan and execution of one act."),
    ),
)
