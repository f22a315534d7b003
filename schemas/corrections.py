"""corrections: what people have changed."""

from drawdown.registry import Column, Table

TABLE = Table(
    name="corrections",
    title="Corrections",
    description="One row for each entry of `data/reference/corrections.yaml`: what the machine had said, what the table says now, why, and who says so.",
    stage="events",
    primary_key=("table", "row", "field"),
    columns=(
        Column("table", "string", "Table that is corrected.", example="labels"),
        Column("row", "string", "Primary key of the row; several columns are joined by `/`.", example="l_602093fdf5a515e10d3c"),
        Column("field", "string", "Column that is corrected; empty where the row was dropped.", example="evaluation"),
        Column("original", "string", "What the machine had said; null where that was unknown.", nullable=True, example="favourable"),
        Column(
            "value", "string", "What the table says now; null for unknown, and where the row was dropped.", nullable=True, example="neutral"
        ),
        Column("dropped", "boolean", "Whether the row was withdrawn.", example=False),
        Column("reason", "string", "Why.", example="the word is part of a name"),
        Column("by", "string", "Who corrected it.", example="A. Editor"),
        Column("source", "string", "Where it can be checked.", example="the page, characters 530 to 543"),
        Column("date", "string", "When, ISO 8601.", pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}$", example="2026-01-31"),
    ),
)
