"""actors: who is who, by hand"""

from drawdown.registry import Column, Table
from drawdown.schemas import columns as c
from drawdown.schemas import vocabularies as v

TABLE = Table(
    name="actors",
    title="Actor registry",
    description="Armed groups, organs of states, organisations, media and persons: a neutral name and what is known of each.",
    stage="entities",
    primary_key=("entity_id",),
    columns=(
        c.ENTITY_ID,
        Column("name", "string", "Neutral name.", example="Quds Force"),
        Column("kind", "string", "Kind.", vocabulary=v.MENTION_KINDS, example="government"),
        c.COUNTRY,
        c.SECTOR,
        Column("gender", "string", "f or m, for persons, so that pronouns agree.", nullable=True, vocabulary=("f", "m"), example="m"),
        Column("wikidata_id", "string", "Wikidata item, where a stored source confirms it.", nullable=True, pattern="^Q[0-9]+$"),
        Column("source", "string", "Where the facts of the row are from.", example="Wikipedia: Quds Force"),
    ),
)
