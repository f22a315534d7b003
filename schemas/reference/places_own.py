"""places_own: places that gazetteers lack"""

from drawdown.registry import Column, Table
from drawdown.schemas import columns as c
from drawdown.schemas import vocabularies as v

TABLE = Table(
    name="places_own",
    title="Own gazetteer",
    description="Bases, provinces, villages, regions and waters in the spelling of the news, which GeoNames extracts lack or place elsewhere.",
    stage="entities",
    primary_key=("place_id",),
    columns=(
        c.PLACE_ID,
        Column("name", "string", "Name in English.", example="Ain al-Asad Air Base"),
        Column("kind", "string", "Kind.", vocabulary=v.PLACE_KINDS, example="facility"),
        c.COUNTRY,
        Column("geonames_id", "integer", "GeoNames id.", nullable=True, minimum=1),
        Column("latitude", "number", "WGS 84.", nullable=True, minimum=-90, maximum=90, unit="degrees"),
        Column("longitude", "number", "WGS 84.", nullable=True, minimum=-180, maximum=180, unit="degrees"),
        Column("precision", "string", "What the coordinates are the centre of.", vocabulary=v.PLACE_PRECISIONS, example="point"),
        Column("source", "string", "Where the facts of the row are from.", example="Wikipedia: Quds Force"),
    ),
)
