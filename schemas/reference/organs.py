"""organs: which actor an organ of a state is"""

from drawdown.registry import Column, ForeignKey, Table
from drawdown.schemas import columns as c

TABLE = Table(
    name="organs",
    title="Organs of states",
    description="The actor of the registry that is an organ of a state, so that its troops or lawmakers are linked to it.",
    stage="entities",
    primary_key=("country", "organ"),
    columns=(
        c.COUNTRY.but(nullable=False),
        Column("organ", "string", "Organ, snake case.", pattern="^[a-z_]+$", example="parliament"),
        c.ENTITY_ID,
    ),
    foreign_keys=(ForeignKey(("entity_id",), "actors", ("entity_id",)),),
)
