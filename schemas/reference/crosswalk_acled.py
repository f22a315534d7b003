"""crosswalk_acled: ACLED event types and the PLOVER types nearest to them."""

from drawdown.registry import Column, Table
from drawdown.schemas import columns as c

TABLE = Table(
    name="crosswalk_acled",
    title="ACLED to PLOVER",
    description="ACLED sub-event types and the PLOVER type and mode nearest to each; null where PLOVER has none.",
    stage="event_mentions",
    primary_key=("acled_type", "acled_sub_type"),
    columns=(
        Column("acled_type", "string", "ACLED event type.", example="Battles"),
        Column("acled_sub_type", "string", "ACLED sub-event type.", example="Armed clash"),
        c.EVENT_TYPE.but(nullable=True),
        c.MODE,
    ),
    rules=c.MODE_RULES,
)
