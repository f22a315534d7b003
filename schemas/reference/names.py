"""names: what actors are called"""

from drawdown.registry import Column, ForeignKey, Table
from drawdown.schemas import columns as c

TABLE = Table(
    name="names",
    title="Names of actors",
    description="Every name, alias, transliteration, acronym and surname under which an actor of the registry appears in print.",
    stage="entities",
    primary_key=("name", "entity_id"),
    columns=(
        Column("name", "string", "The name as printed; case counts.", example="IRGC"),
        c.ENTITY_ID,
        Column("language", "string", "Language of the name, ISO 639-1.", pattern="^[a-z]{2}$", example="en"),
        Column(
            "kind",
            "string",
            "Kind of name; a `surname` yields to full names of others, a `seat` is a building that stands for who works there.",
            vocabulary=("name", "alias", "acronym", "surname", "seat"),
            example="acronym",
        ),
    ),
    foreign_keys=(ForeignKey(("entity_id",), "actors", ("entity_id",)),),
)
