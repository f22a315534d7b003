"""event_mentions: what each page says was done."""

import polars as pl

from drawdown.registry import Column, ForeignKey, Rule, Table
from drawdown.schemas import columns as c
from drawdown.schemas import vocabularies as v

TABLE = Table(
    name="event_mentions",
    title="Event mentions",
    description=(
        "What a page says: one row for each trigger, with its PLOVER type, its realis, and who vouches for it. It claims nothing of its own: "
        "a row is a report, and `events` links the reports of one happening."
    ),
    stage="event_mentions",
    primary_key=("event_mention_id",),
    columns=(
        c.EVENT_MENTION_ID,
        c.ARTICLE_ID,
        c.SENTENCE_ID,
        c.PART,
        *c.SPAN[:4],
        c.TEXT.but(description="The trigger, exactly as on the page.", example="assassinated"),
        c.EVENT_TYPE,
        c.MODE,
        Column(
            "quad_class", "string", "Verbal or material, cooperation or conflict.", vocabulary=v.QUAD_CLASSES, example="material_conflict"
        ),
        Column(
            "score",
            "number",
            "PLOVER's score of type and mode: -10 (conflict) to 10 (cooperation).",
            minimum=-10,
            maximum=10,
            example=-10.0,
        ),
        Column("realis", "string", "Status of the coded act itself.", vocabulary=v.REALIS, example="asserted"),
        Column("tense", "string", "Tense of the clause.", vocabulary=v.TENSES, example="past"),
        c.ENTITY_ID.but(
            name="source_id",
            nullable=True,
            description="Who vouches for the act in this text; null is the narrator, the page itself.",
            example="qais_al_khazali",
        ),
        c.QUOTE_ID.but(nullable=True, description="Quotation in which the trigger stands."),
        c.EVENT_TYPE.but(name="content_type", nullable=True, description="What a threat, demand, promise, refusal or accusation is about."),
        c.MODE.but(name="content_mode", description="Mode of that content."),
        Column("content_realis", "string", "Status of that content.", nullable=True, vocabulary=v.CONTENT_REALIS, example="threatened"),
        c.EDTF_DATE,
        c.EARLIEST,
        c.LATEST,
        c.DATE_BASIS,
        c.TIME_ID.but(nullable=True, description="Time expression that gives the date."),
        c.PLACE_ID.but(nullable=True, description="Where it happened, as far as the text says."),
        *(
            Column(
                f"{what}_{which}",
                "integer",
                f"{label}: {bound} figure that the sentence gives; null where it leaves that open (*at least 25*).",
                nullable=True,
                minimum=0,
                unit="persons",
                example=25,
            )
            for what, label in (("deaths", "People killed"), ("injured", "People injured"))
            for which, bound in (("low", "lowest"), ("best", "best"), ("high", "highest"))
        ),
        *(
            Column(
                f"{what}_{side}",
                "integer",
                f"{edge} of the number of {people} in `articles.text`.",
                nullable=True,
                minimum=0,
                unit="code points",
                example=None,
            )
            for what, people in (("deaths", "dead"), ("injured", "injured"))
            for side, edge in (("start", "First character"), ("end", "Behind the last character"))
        ),
        Column(
            "confidence",
            "number",
            "Probability that type and trigger are right: the share of like rows that were right among those judged (`data/reference/confidence.csv`).",
            minimum=0,
            maximum=1,
            example=0.75,
        ),
        Column("rule", "string", "Id of the lexicon row that coded it.", example="kill.v"),
        c.REASON.but(example="passive of kill.v, agent in by-phrase"),
        c.CORRECTED,
    ),
    foreign_keys=(
        ForeignKey(("article_id",), "articles", ("article_id",)),
        ForeignKey(("sentence_id",), "sentences", ("sentence_id",)),
        ForeignKey(("source_id",), "entities", ("entity_id",)),
        ForeignKey(("quote_id",), "quotes", ("quote_id",)),
        ForeignKey(("time_id",), "time_expressions", ("time_id",)),
        ForeignKey(("place_id",), "places", ("place_id",)),
    ),
    rules=(
        *c.SPAN_RULES,
        *c.DATE_RULES,
        *c.MODE_RULES,
        Rule(
            "content_mode_of_its_type",
            "`content_mode` is one of the modes of `content_type`.",
            pl.concat_str("content_type", pl.lit("/"), "content_mode").is_in(list(v.mode_pairs())),
        ),
        Rule(
            "content_whole",
            "Content has a type exactly when it has a realis.",
            pl.col("content_type").is_null() == pl.col("content_realis").is_null(),
        ),
        *(
            Rule(
                f"{what}_in_order",
                "low <= best <= high.",
                (pl.col(f"{what}_low") <= pl.col(f"{what}_best")) & (pl.col(f"{what}_best") <= pl.col(f"{what}_high")),
            )
            for what in ("deaths", "injured")
        ),
    ),
    receipt=c.RECEIPT,
)
