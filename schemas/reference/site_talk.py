"""site_talk: phrases in which a site speaks of itself and its readers."""

from drawdown.registry import Column, Table

TABLE = Table(
    name="site_talk",
    title="Words of a site about itself",
    description="Phrases of notices, rules, sign-up forms and advertisements: running text that is full of them is not an article.",
    stage="articles",
    primary_key=("phrase",),
    columns=(
        Column("phrase", "string", "Lower case, between word boundaries.", example="privacy policy"),
        Column("weight", "number", "How much it says: 1 decides alone in a short line.", minimum=0, maximum=3, example=1.0),
    ),
)
