"""place_names: what those places are called"""

from drawdown.registry import Column, ForeignKey, Table
from drawdown.schemas import columns as c

TABLE = Table(
    name="place_names",
    title="Names of our own places",
    description="Every name under which a place of our own gazetteer appears in print.",
    stage="entities",
    primary_key=("name", "place_id"),
    columns=(
        Column("name", "string", "The name as printed; case counts.", example="al-Asad"),
        c.PLACE_ID,
    ),
    foreign_keys=(ForeignKey(("place_id",), "places_own", ("place_id",)),),
)
