"""offices: who held which office when"""

from drawdown.registry import Column, ForeignKey, Table
from drawdown.schemas import columns as c

TABLE = Table(
    name="offices",
    title="Office holders",
    description="Holders of public offices with their terms, so that a title resolves by the date of the article.",
    stage="entities",
    primary_key=("entity_id", "office", "valid_from"),
    columns=(
        c.ENTITY_ID,
        Column("office", "string", "Office, snake case.", pattern="^[a-z_]+$", example="prime_minister"),
        c.COUNTRY,
        c.SECTOR,
        Column("valid_from", "date", "First day.", example="2014-06-15"),
        Column("valid_to", "date", "Day on which it ended; null while it lasts.", nullable=True),
        Column("source", "string", "Where the facts of the row are from.", example="Wikipedia: Quds Force"),
    ),
    foreign_keys=(ForeignKey(("entity_id",), "actors", ("entity_id",)),),
)
