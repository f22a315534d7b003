"""publisher_rules: what the pages of one publisher print that no general rule can know."""

from drawdown.registry import Column, Table
from drawdown.schemas import vocabularies as v

TABLE = Table(
    name="publisher_rules",
    title="Publisher profiles",
    description="Lines of a publisher's page templates, for the few that need it. A page of another publisher is not touched by them.",
    stage="articles",
    primary_key=("publisher_id", "pattern"),
    columns=(
        Column("publisher_id", "string", "Publisher, as in `publishers`.", example="sputnik"),
        Column("pattern", "string", "Regular expression that a whole line must match.", example="^Go to the (?:mediabank|photo bank)$"),
        Column("role", "string", "Role of the line.", vocabulary=v.ROLES, example="boilerplate"),
        Column("generation", "string", "Which generation of the publisher's pages prints it.", nullable=True, example="2021-"),
    ),
)
