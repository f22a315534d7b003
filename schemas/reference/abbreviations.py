"""abbreviations: words whose period ends no sentence."""

from drawdown.registry import Column, Table

TABLE = Table(
    name="abbreviations",
    title="Abbreviations",
    description="English abbreviations before a name or number, whose period ends no sentence.",
    stage="entities",
    primary_key=("word",),
    columns=(
        Column("word", "string", "As printed, without its last period.", example="Gen"),
        Column("kind", "string", "What it stands for.", vocabulary=("title", "name", "reference"), example="title"),
    ),
)
