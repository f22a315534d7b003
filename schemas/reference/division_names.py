"""division_names: what the news calls provinces and federal states"""

from drawdown.registry import Column, Table

TABLE = Table(
    name="division_names",
    title="Names of provinces",
    description="English names and abbreviations of parts of states (ISO 3166-2), besides the names that the standard gives them.",
    stage="entities",
    primary_key=("name", "division"),
    columns=(
        Column(
            "name", "string", "As printed, without a noun behind it (*province*); an abbreviation with its last period.", example="Bavaria"
        ),
        Column("division", "string", "ISO 3166-2 code.", pattern="^[A-Z]{2}-[A-Z0-9]{1,3}$", example="DE-BY"),
        Column(
            "kind",
            "string",
            "The name in English, another spelling of it, or an abbreviation.",
            vocabulary=("name", "alias", "abbreviation"),
            example="name",
        ),
    ),
)
