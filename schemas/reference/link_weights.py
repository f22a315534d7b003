"""link_weights: how much each piece of evidence speaks for two reports being of one happening."""

import polars as pl

from drawdown.registry import Column, Rule, Table

TABLE = Table(
    name="link_weights",
    title="Weights of the evidence for a link",
    description=(
        "The Fellegi-Sunter model of the stage `events`: each comparison of two event mentions has levels, each level a match weight in bits "
        "(log2 of how much likelier the level is for two reports of one happening than for two of different ones). The weights of a pair are added."
    ),
    stage="events",
    primary_key=("comparison", "level"),
    columns=(
        Column("comparison", "string", "What is compared.", pattern="^[a-z]+$", example="actor"),
        Column("level", "string", "How the two mentions compare.", pattern="^[a-z_]+$", example="specific"),
        Column(
            "weight",
            "number",
            "Match weight; a multiple of one half, so that sums are exact.",
            minimum=-20,
            maximum=20,
            unit="bits",
            example=3.5,
        ),
        Column(
            "words",
            "string",
            "The level as `event_links.reason` names it; null where it is no reason.",
            nullable=True,
            example="same actor",
        ),
        Column("why", "string", "Why the weight is what it is.", example="A named person, group or body did it in both."),
    ),
    rules=(Rule("half_bits", "`weight` is a multiple of one half.", (pl.col("weight") * 2).round() == pl.col("weight") * 2),),
)
