"""actor_parents: who belongs to whom, and when"""

from drawdown.registry import Column, Table
from drawdown.schemas import columns as c

TABLE = Table(
    name="actor_parents",
    title="Parents of actors",
    description="The actor to which another belongs, with dates where they are known.",
    stage="entities",
    primary_key=("entity_id", "parent_id"),
    columns=(
        c.ENTITY_ID,
        c.ENTITY_ID.but(name="parent_id", description="Actor that it belongs to."),
        Column("valid_from", "date", "First day; null: not known or since ever.", nullable=True, example="2014-06-15"),
        Column("valid_to", "date", "Day on which it ended; null while it lasts.", nullable=True),
        Column("source", "string", "Where the facts of the row are from.", example="Wikipedia: Quds Force"),
    ),
)
