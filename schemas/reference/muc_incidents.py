"""muc_incidents: the incident types of MUC-4."""

from drawdown.registry import Column, Table
from drawdown.schemas import columns as c

TABLE = Table(
    name="muc_incidents",
    title="Incident types of MUC-4",
    description="PLOVER types and modes, and the type of terrorist incident that MUC-4 would call them; a type without mode stands for its modes that have no row.",
    stage="event_mentions",
    primary_key=("event_type", "mode"),
    columns=(
        c.EVENT_TYPE,
        c.MODE,
        Column(
            "incident",
            "string",
            "Incident type.",
            vocabulary=("ARSON", "ATTACK", "BOMBING", "FORCED WORK STOPPAGE", "KIDNAPPING", "ROBBERY"),
            example="KIDNAPPING",
        ),
    ),
    rules=c.MODE_RULES,
)
