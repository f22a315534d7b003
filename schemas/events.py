"""events: the happenings that the pages report."""

from drawdown.registry import Column, ForeignKey, Table
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
        c.EDTF_DATE,
        c.EARLIEST,
        c.LATEST,
        c.DATE_BASIS,
        c.PLACE_ID.but(nullable=True, description="Where it happened."),
        Column(
            "realis",
            "string",
            "Status of the happening over all its mentions; disputed where one asserts and another denies.",
            vocabulary=v.EVENT_REALIS,
            example="asserted",
        ),
        Column("articles", "integer", "Articles that report it.", minimum=1, example=4),
        Column("publishers", "integer", "Known publishers that report it.", minimum=0, example=2),
        Column("mentions", "integer", "Event mentions linked to it.", minimum=1, example=6),
    ),
    foreign_keys=(ForeignKey(("place_id",), "places", ("place_id",)),),
    rules=(*c.DATE_RULES, *c.MODE_RULES),
)
