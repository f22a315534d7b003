"""events: the happenings that the pages report."""

import polars as pl

from drawdown.registry import Column, ForeignKey, Rule, Table
from drawdown.schemas import columns as c
from drawdown.schemas import vocabularies as v

TABLE = Table(
    name="events",
    title="Events",
    description=(
        "One row for each happening (or announced, threatened or denied happening) that event mentions report, on one page or several. "
        "Its mentions stay rows of their own and are linked by `event_links`; where they disagree, `conflicts` says so."
    ),
    stage="events",
    primary_key=("event_id",),
    columns=(
        c.EVENT_ID,
        c.EVENT_TYPE,
        c.MODE,
        c.EVENT_TYPE.but(name="content_type", nullable=True, description="What a threat, demand, promise, refusal or accusation is about."),
        c.MODE.but(name="content_mode", description="Mode of that content."),
        c.EDTF_DATE.but(
            description="Date in EDTF on which the reports agree; else the one that most pages give, and a row in `conflicts`."
        ),
        c.EARLIEST,
        c.LATEST,
        c.DATE_BASIS,
        c.PLACE_ID.but(nullable=True, description="Where it happened: the most precise place that most reports give."),
        Column(
            "realis",
            "string",
            "Status of the happening over all its mentions; disputed where one asserts and another denies.",
            vocabulary=v.EVENT_REALIS,
            example="asserted",
        ),
        *(
            Column(
                f"{what}_{which}",
                "integer",
                f"{label}: {bound} of the figures that the reports give.",
                nullable=True,
                minimum=0,
                unit="persons",
                example=25,
            )
            for what, label in (("deaths", "People killed"), ("injured", "People injured"))
            for which, bound in (("low", "lowest"), ("best", "most common"), ("high", "highest"))
        ),
        Column("articles", "integer", "Articles that report it.", minimum=1, example=4),
        Column("publishers", "integer", "Known publishers that report it.", minimum=0, example=2),
        Column(
            "origins",
            "integer",
            "Articles that report it in words of their own: pages that share a reporting sentence word for word count once.",
            minimum=1,
            example=3,
        ),
        Column("mentions", "integer", "Event mentions linked to it.", minimum=1, example=6),
        c.EVENT_MENTION_ID.but(name="founding_mention_id", description="Event mention from which the id was made."),
        c.CORRECTED,
    ),
    foreign_keys=(
        ForeignKey(("place_id",), "places", ("place_id",)),
        ForeignKey(("founding_mention_id",), "event_mentions", ("event_mention_id",)),
    ),
    rules=(
        *c.DATE_RULES,
        *c.MODE_RULES,
        Rule("origins_are_articles", "No more origins than articles.", pl.col("origins") <= pl.col("articles")),
        Rule("articles_have_mentions", "No more articles than mentions.", pl.col("articles") <= pl.col("mentions")),
        *(
            Rule(
                f"{what}_in_order",
                "low <= best <= high.",
                (pl.col(f"{what}_low") <= pl.col(f"{what}_best")) & (pl.col(f"{what}_best") <= pl.col(f"{what}_high")),
            )
            for what in ("deaths", "injured")
        ),
    ),
)
