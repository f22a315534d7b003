"""speech_verbs: the words that report speech."""

from drawdown.registry import Column, Table
from drawdown.schemas import vocabularies as v

TABLE = Table(
    name="speech_verbs",
    title="Words of saying",
    description="English verbs that report or introduce what someone said, and nouns for pieces of speech.",
    stage="entities",
    primary_key=("lemma", "pos"),
    columns=(
        Column("lemma", "string", "Lower case.", example="warn"),
        Column("pos", "string", "Part of speech.", vocabulary=("verb", "noun"), example="verb"),
        Column("cue_class", "string", "What kind of saying it is.", vocabulary=v.CUE_CLASSES, example="threaten"),
        Column(
            "frame",
            "string",
            "`clause`: reports a clause, quoted or not; `light`: does so with a noun of this list as its object (made the claim that); `quote`: only introduces words between quotation marks; `document`: a noun that names a written or spoken piece and can itself be the speaker.",
            vocabulary=("clause", "light", "quote", "document"),
            example="clause",
        ),
    ),
)
