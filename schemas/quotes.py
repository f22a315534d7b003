"""quotes: who said what."""

from drawdown.registry import Column, ForeignKey, Table
from drawdown.schemas import columns as c
from drawdown.schemas import vocabularies as v

TABLE = Table(
    name="quotes",
    title="Quotations and reported speech",
    description=(
        "What is quoted or reported, who said it, to whom, and through whom it came. The span of a direct or partial quote is what stands "
        "between the marks; that of indirect speech is the reported clause."
    ),
    stage="entities",
    primary_key=("quote_id",),
    columns=(
        c.QUOTE_ID,
        c.ARTICLE_ID,
        *c.SPAN,
        c.PART,
        Column(
            "kind",
            "string",
            "Direct, partial (a few quoted words in a sentence of the page's own), or indirect.",
            vocabulary=v.QUOTE_KINDS,
            example="direct",
        ),
        Column("cue", "string", "Word that reports it, as printed.", nullable=True, example="warned"),
        Column("cue_class", "string", "What kind of saying it is.", nullable=True, vocabulary=v.CUE_CLASSES, example="threaten"),
        c.ENTITY_ID.but(name="speaker_id", nullable=True, description="Entity that speaks."),
        Column("speaker_text", "string", "The speaker as printed.", nullable=True, example="the groups' joint statement"),
        c.MENTION_ID.but(name="speaker_mention_id", nullable=True, description="Mention that names the speaker."),
        c.ENTITY_ID.but(name="addressee_id", nullable=True, description="Entity that is spoken to.", example="united_states"),
        Column(
            "relay",
            "string",
            "Through whom the words came to the page, nearest to the speaker first, separated by ` > `.",
            nullable=True,
            example="statement > al-Mayadeen",
        ),
        c.REASON.but(example="cue verb after the quote, subject before it"),
        c.CORRECTED,
    ),
    foreign_keys=(
        ForeignKey(("article_id",), "articles", ("article_id",)),
        ForeignKey(("speaker_id",), "entities", ("entity_id",)),
        ForeignKey(("speaker_mention_id",), "mentions", ("mention_id",)),
        ForeignKey(("addressee_id",), "entities", ("entity_id",)),
    ),
    rules=c.SPAN_RULES,
    receipt=c.RECEIPT,
)
