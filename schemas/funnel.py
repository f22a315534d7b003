"""funnel: what became of the documents."""

from drawdown.registry import Column, Table

TABLE = Table(
    name="funnel",
    title="From documents to articles",
    description="How many documents came in, how many each rule set aside, and how many became articles: the first number is the sum of the others.",
    stage="articles",
    primary_key=("ordinal",),
    columns=(
        Column("ordinal", "integer", "Position in the funnel, from 0.", minimum=0, example=1),
        Column("step", "string", "What is counted.", vocabulary=("received", "quarantined", "articles"), example="quarantined"),
        Column("stage", "string", "Stage that decided.", vocabulary=("documents", "articles"), example="documents"),
        Column("rule", "string", "Rule that set the documents aside; null elsewhere.", nullable=True, example="same_bytes"),
        Column("documents", "integer", "Number of documents.", minimum=0, example=5),
    ),
)
