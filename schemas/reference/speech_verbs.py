"""speech_verbs: the words that report speech."""

from drawdown.registry import Column, Table
from drawdown.schemas import vocabularies as v

TABLE = Table(
    name="speech_verbs",
    title="Words of saying",
    description="English verbs that report or introduce what someone said, and nouns and adjectives for pieces of speech.",
    stage="entities",
    primary_key=("lemma", "pos"),
    columns=(
        Column("lemma", "string", "Lower case.", example="warn"),
        Column("pos", "string", "Part of speech.", vocabulary=("verb", "noun", "adjective"), example="verb"),
        Column("cue_class", "string", "What kind of saying it is.", vocabulary=v.CUE_CLASSES, example="threaten"),
        Column(
            "frame",
            "string",
            (
                "`clause`: reports a clause, quoted or not; `light`: does so with a noun or adjective of this list as its object (made the claim that, made it clear that); "
                "`piece`: does so only where a piece of writing or research is the subject (a study found that); "
                "`quote`: only introduces words between quotation marks; `name`: does that (called it a 'gift'), or is light (called attention to the fact that); `document`: a noun that names a written or spoken piece and can itself be the speaker; "
                "`object`: a noun for an attitude, which reports a clause only as the object of a verb of saying (expressed the hope that); "
                "`setting`: a verb that reports nothing by itself, and only tells to whom (speaking to reporters)."
            ),
            vocabulary=("clause", "light", "piece", "quote", "name", "document", "object", "setting"),
            example="clause",
        ),
        Column(
            "addressee",
            "string",
            "What leads to whom it is said: the verb's `object` (told them), or a preposition (a letter to them, an interview with them).",
            vocabulary=("object", "to", "with"),
            nullable=True,
            example="object",
        ),
    ),
)
