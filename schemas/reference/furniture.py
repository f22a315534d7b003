"""furniture: words that news sites print around an article."""

from drawdown.registry import Column, Table
from drawdown.schemas import vocabularies as v

MATCHES = ("line", "start", "inside")
EFFECTS = ("none", "opens_list", "ends_article", "interrupts", "names_next")

TABLE = Table(
    name="furniture",
    title="Words around articles",
    description="Labels, buttons, notices and headings that news sites print around an article, in general use and of no publisher's own.",
    stage="articles",
    primary_key=("phrase", "match"),
    columns=(
        Column("phrase", "string", "Lower case; punctuation at the edges left out.", example="read more"),
        Column(
            "match",
            "string",
            "Whether the phrase is the whole line, begins it, or stands anywhere in it.",
            vocabulary=MATCHES,
            example="line",
        ),
        Column("role", "string", "Role of the line.", vocabulary=v.ROLES, example="boilerplate"),
        Column(
            "effect",
            "string",
            "`opens_list`: the headlines or labels behind it share its role; `ends_article`: no running text stands behind it; `interrupts`: running text stands on both sides; `names_next`: a name on the next line is a byline.",
            vocabulary=EFFECTS,
            example="none",
        ),
    ),
)
