"""state_names: what states and their people are called"""

from drawdown.registry import Column, ForeignKey, Table
from drawdown.schemas import columns as c

TABLE = Table(
    name="state_names",
    title="Names of states",
    description="Names, adjectives, names of the people, and capitals that stand for the government.",
    stage="entities",
    primary_key=("country", "form", "kind"),
    columns=(
        c.COUNTRY.but(nullable=False),
        Column("form", "string", "The word as printed; case counts.", example="Iraqi"),
        Column("kind", "string", "Kind of name.", vocabulary=("name", "adjective", "people", "capital"), example="adjective"),
        Column("source", "string", "Where the facts of the row are from.", example="Wikipedia: Quds Force"),
    ),
    foreign_keys=(ForeignKey(("country",), "states", ("country",)),),
)
