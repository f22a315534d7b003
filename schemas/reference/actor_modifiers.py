"""actor_modifiers: adjectives that give a sector"""

from drawdown.registry import Column, Table
from drawdown.schemas import vocabularies as v

TABLE = Table(
    name="actor_modifiers",
    title="Modifiers for actors",
    description="Adjectives and nouns before an actor noun that decide its sector.",
    stage="entities",
    primary_key=("modifier",),
    columns=(
        Column("modifier", "string", "The word, lower case.", example="military"),
        Column("sector", "string", "PLOVER sector.", vocabulary=v.sectors(), example="MIL"),
    ),
)
