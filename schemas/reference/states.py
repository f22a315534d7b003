"""states: the states of the world"""

from drawdown.registry import Column, Table
from drawdown.schemas import columns as c

TABLE = Table(
    name="states",
    title="States",
    description="States and territories of ISO 3166-1 with their capitals.",
    stage="entities",
    primary_key=("country",),
    columns=(
        c.COUNTRY.but(nullable=False),
        c.ENTITY_ID,
        Column("name", "string", "Usual English name.", example="Iraq"),
        Column("capital", "string", "Capital.", nullable=True, example="Baghdad"),
        Column("geonames_id", "integer", "GeoNames id.", nullable=True, minimum=1),
        Column(
            "wikidata_id", "string", "Wikidata item, where a stored source confirms it.", nullable=True, pattern="^Q[0-9]+$", example="Q796"
        ),
        Column("source", "string", "Where the facts of the row are from.", example="Wikipedia: Quds Force"),
    ),
)
