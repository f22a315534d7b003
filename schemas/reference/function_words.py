"""function_words: the words that running text is full of and menus are not."""

from drawdown.registry import Column, Table

TABLE = Table(
    name="function_words",
    title="Function words",
    description="English articles, prepositions, conjunctions, pronouns, auxiliaries and reporting verbs: dense in prose, rare in menus.",
    stage="articles",
    primary_key=("word",),
    columns=(
        Column("word", "string", "Lower case.", example="the"),
        Column(
            "kind",
            "string",
            "`link`: articles, prepositions and conjunctions, which headlines in capitals leave in lower case; `clause`: the others.",
            vocabulary=("link", "clause"),
            example="link",
        ),
    ),
)
