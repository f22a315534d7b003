"""predicates: the words that tell political acts."""

from drawdown.registry import Column, Table
from drawdown.schemas import columns as c

OPERATORS = (
    "promise",
    "announce",
    "demand",
    "order",
    "refuse",
    "threaten",
    "accuse",
    "condemn",
    "investigate",
    "praise",
    "end",
    "begin",
    "do",
    "fail",
    "plan",
    "consider",
    "wish",
    "allow",
    "receive",
    "say",
)
"""What a word does to the act in its complement; ``compositions`` says what comes out."""

FRAMES = ("transitive", "reciprocal", "intransitive", "unaccusative", "nominal", "visit", "host", "to", "undergoer", "receive", "gathering")
"""Where the participants of a predicate stand. The subject of an unaccusative verb is the means: "a bomb went off near the palace".
That of a `host` verb is who is visited: "received the envoy".
For `gathering` ("protesters massed") the class is that of the subject."""

TABLE = Table(
    name="predicates",
    title="Predicates",
    description=(
        "One row for each word, with its particle or the class of its object, that tells an act of a PLOVER type, or that changes the act in "
        "its complement (light, aspectual, speech and attitude words). Of the rows that fit a word, the one with most conditions wins."
    ),
    stage="event_mentions",
    primary_key=("rule",),
    columns=(
        Column(
            "rule", "string", "Id of the row: word, part of speech, particle, `@` object class, `<` compound.", example="impose.v@curfew"
        ),
        Column("lemma", "string", "Lemma of the word.", example="impose"),
        Column("pos", "string", "Part of speech.", vocabulary=("VERB", "NOUN", "ADJ"), example="VERB"),
        Column("particle", "string", "Particle or preposition that must go with it.", nullable=True, example="out"),
        Column(
            "object_class",
            "string",
            "Class of `word_classes` that its object (of an unaccusative verb: its subject) must belong to.",
            nullable=True,
            example="curfew",
        ),
        Column("compound", "string", "Word that must stand before a noun.", nullable=True, example="hunger"),
        Column("operator", "string", "What it does to the act in its complement.", nullable=True, vocabulary=OPERATORS, example="demand"),
        c.EVENT_TYPE.but(nullable=True, description="Type of the act when the word tells one by itself."),
        c.MODE,
        Column("frame", "string", "Where its participants stand.", vocabulary=FRAMES, example="transitive"),
        Column(
            "confidence",
            "number",
            "Prior for type and trigger, set by hand; `confidence` says what became of it.",
            minimum=0,
            maximum=1,
            example=0.85,
        ),
    ),
    rules=c.MODE_RULES,
)
