"""gsr_names: names of events and modes in sets coded before the present ontology."""

from drawdown.registry import Column, Table

TABLE = Table(
    name="gsr_names",
    title="Old names of PLOVER",
    description="Event types and modes that test sets coded by earlier drafts of PLOVER write otherwise, and their present names.",
    stage="event_mentions",
    primary_key=("kind", "old"),
    columns=(
        Column("kind", "string", "What is named.", vocabulary=("event", "mode"), example="event"),
        Column("old", "string", "Earlier name.", example="DEMAND"),
        Column("name", "string", "Name in `plover.json`.", example="REQUEST"),
        Column("source", "string", "Where the change is documented.", example="PLOVER 2.0"),
    ),
)
