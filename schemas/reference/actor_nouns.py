"""actor_nouns: common nouns that name actors"""

from drawdown.registry import Column, Table
from drawdown.schemas import vocabularies as v

TABLE = Table(
    name="actor_nouns",
    title="Nouns for actors",
    description="Common nouns that name an actor by what it is, with the kind and PLOVER sector that they imply.",
    stage="entities",
    primary_key=("noun",),
    columns=(
        Column("noun", "string", "Noun or compound, singular.", example="lawmaker"),
        Column("kind", "string", "Kind of mention.", vocabulary=v.MENTION_KINDS, example="government"),
        Column("sector", "string", "PLOVER sector.", nullable=True, vocabulary=v.sectors(), example="LEG"),
        Column("organ", "string", "Organ of a state that the noun names, as in `organs`.", nullable=True, example="parliament"),
        Column("weak", "boolean", "Whether the noun is an actor only with a modifier that says whose it is.", example=False),
    ),
)
