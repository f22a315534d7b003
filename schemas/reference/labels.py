"""labels: the words that name armed actors and violent acts, and those that praise or blame."""

from drawdown.registry import Column, Table
from drawdown.schemas import vocabularies as v

TABLE = Table(
    name="labels",
    title="Lexicon of labels",
    description=(
        "Words with which news names armed actors and violent acts, or praises and blames any actor, each with the class that the word itself carries. "
        "The class is a description of usage: it says what the word does, not whether it is right."
    ),
    stage="events",
    primary_key=("entry", "role"),
    columns=(
        Column("entry", "string", "Lemma, lower case.", pattern="^[a-z][a-z -]*$", example="militia"),
        Column(
            "role",
            "string",
            "head: a noun that is a label by itself; carrier: a noun that is one when a modifier of this lexicon stands before it; "
            "modifier: an adjective or noun that classifies a head or carrier; judgement: an adjective that makes a label of any noun, and of itself as a predicate; "
            "act: a noun of wider use that is a label where a coded event shows that it names violence; verb: a verb that passes a verdict by itself; "
            "wide: a noun that can take up any violent act told before; death: one that can take up any act that hurt a person.",
            vocabulary=("head", "carrier", "modifier", "judgement", "act", "verb", "wide", "death"),
            example="head",
        ),
        Column(
            "evaluation",
            "string",
            "Class of the word; null for carriers, and for `wide` and `death`, which say nothing of it.",
            nullable=True,
            vocabulary=v.EVALUATIONS,
            example="neutral",
        ),
        Column(
            "target_kind",
            "string",
            "What it names; null for modifiers of both.",
            nullable=True,
            vocabulary=v.TARGET_KINDS,
            example="entity",
        ),
        Column("source", "string", "Where the class is from.", example="codebook, section 11"),
    ),
)
