"""places: where."""

import polars as pl

from drawdown.registry import Column, Rule, Table
from drawdown.schemas import columns as c
from drawdown.schemas import vocabularies as v

TABLE = Table(
    name="places",
    title="Places",
    description="The places that the corpus mentions, with coordinates and how precise they are.",
    stage="entities",
    primary_key=("place_id",),
    columns=(
        c.PLACE_ID,
        Column("name", "string", "Name in English.", example="Baghdad"),
        Column("kind", "string", "What kind of place it is.", vocabulary=v.PLACE_KINDS, example="city"),
        c.COUNTRY,
        Column("geonames_id", "integer", "GeoNames id.", nullable=True, minimum=1, example=98182),
        Column("latitude", "number", "WGS 84.", nullable=True, minimum=-90, maximum=90, unit="degrees", example=33.34),
        Column("longitude", "number", "WGS 84.", nullable=True, minimum=-180, maximum=180, unit="degrees", example=44.4),
        Column("precision", "string", "What the coordinates are the centre of.", vocabulary=v.PLACE_PRECISIONS, example="city"),
        c.CORRECTED,
    ),
    rules=(
        Rule(
            "coordinates_whole",
            "Latitude and longitude are both known or both unknown.",
            pl.col("latitude").is_null() == pl.col("longitude").is_null(),
        ),
    ),
)
