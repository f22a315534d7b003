"""entities: who is who."""

from drawdown.registry import Column, ForeignKey, Table
from drawdown.schemas import columns as c
from drawdown.schemas import vocabularies as v

TABLE = Table(
    name="entities",
    title="Entities",
    description=(
        "The persons, groups, organisations, governments and states that the corpus mentions, and what the registry knows of them. "
        "Those it does not know have an id of their own, so that they can be counted and added."
    ),
    stage="entities",
    primary_key=("entity_id",),
    columns=(
        c.ENTITY_ID,
        Column(
            "name",
            "string",
            "Neutral name; outside the registry as printed in the corpus: of a person the fullest form, else the commonest.",
            example="Qasem Soleimani",
        ),
        Column("kind", "string", "What kind of entity it is.", vocabulary=v.MENTION_KINDS, example="person"),
        c.COUNTRY,
        c.SECTOR.but(
            description="PLOVER sector, or code of an international actor; of a person with offices, that of the newest dated article."
        ),
        c.ENTITY_ID.but(
            name="parent_id",
            nullable=True,
            description="Entity that this one belongs to, by the date of the newest dated article that mentions it.",
            example="quds_force",
        ),
        Column("in_registry", "boolean", "Whether `data/reference` knows it.", example=True),
        Column(
            "wikidata_id", "string", "Wikidata item, where a stored source confirms it.", nullable=True, pattern="^Q[0-9]+$", example=None
        ),
        Column("mentions", "integer", "Mentions in the corpus; 0 for an entity that is here only as a parent.", minimum=0, example=14),
        Column("articles", "integer", "Articles that mention it.", minimum=0, example=4),
        c.CORRECTED,
    ),
    foreign_keys=(ForeignKey(("parent_id",), "entities", ("entity_id",)),),
)
