"""case_labels: the sub-event labels of CASE-2021 task 2."""

from drawdown.registry import Column, Table

TABLE = Table(
    name="case_labels",
    title="Labels of CASE-2021",
    description="The labels of a public test set and the ACLED sub-event types that they stand for; null for what ACLED does not code.",
    stage="event_mentions",
    primary_key=("label",),
    columns=(
        Column("label", "string", "Label as the set writes it, in capitals.", pattern="^[A-Z_]+$", example="ARMED_CLASH"),
        Column("acled_sub_type", "string", "Row of `crosswalk_acled`.", nullable=True, example="Armed clash"),
        Column("political", "boolean", "Whether it is an act that an event coder should find.", example=True),
    ),
)
