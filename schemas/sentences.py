"""sentences: where each sentence stands."""

from drawdown.registry import Column, ForeignKey, Receipt, Table
from drawdown.schemas import columns as c

TABLE = Table(
    name="sentences",
    title="Sentences",
    description="The sentences of each article in order, as spans of its text. No sentence crosses a block of the page.",
    stage="parses",
    primary_key=("sentence_id",),
    columns=(
        c.SENTENCE_ID,
        c.ARTICLE_ID,
        Column("ordinal", "integer", "Position in the article, from 0.", minimum=0, example=3),
        c.START,
        c.END,
        c.RAW_START,
        c.RAW_END,
        c.PART,
    ),
    foreign_keys=(ForeignKey(("article_id",), "articles", ("article_id",)),),
    rules=c.SPAN_RULES[:2],
    receipt=Receipt(text=None),
)
