"""crosswalk_cameo: CAMEO codes and the PLOVER types that they became."""

from drawdown.registry import Column, Table
from drawdown.schemas import columns as c

TABLE = Table(
    name="crosswalk_cameo",
    title="CAMEO to PLOVER",
    description="CAMEO roots, and the codes below them that go elsewhere than their root. A code takes the row of its longest prefix here.",
    stage="event_mentions",
    primary_key=("cameo",),
    columns=(
        Column("cameo", "string", "CAMEO code or root.", pattern="^[0-9]{2,4}$", example="084"),
        c.EVENT_TYPE.but(nullable=True, description="PLOVER type; null where PLOVER dropped the root."),
        c.MODE,
        Column("label", "string", "What the code stands for.", example="return or release"),
    ),
    rules=c.MODE_RULES,
)
