"""conflicts: where reports of one happening disagree."""

import polars as pl

from drawdown.registry import Column, ForeignKey, Rule, Table
from drawdown.schemas import columns as c
from drawdown.schemas import vocabularies as v

TABLE = Table(
    name="conflicts",
    title="Conflicts between reports",
    description=(
        "One row for each pair of different claims about one field of one event, each with a mention that makes it. Two claims are in conflict when "
        "they cannot both be true; a wider one does not contradict a narrower one within it."
    ),
    stage="events",
    primary_key=("conflict_id",),
    columns=(
        c.CONFLICT_ID,
        c.EVENT_ID,
        Column("field", "string", "What the reports disagree about.", vocabulary=v.CONFLICT_FIELDS, example="date"),
        Column("value_a", "string", "One value.", example="2020-01-02"),
        Column("value_b", "string", "The other value, after `value_a` in the order of characters.", example="2020-01-03"),
        c.EVENT_MENTION_ID.but(name="event_mention_a", description="An event mention that gives `value_a`."),
        c.EVENT_MENTION_ID.but(name="event_mention_b", description="An event mention that gives `value_b`."),
        c.ARTICLE_ID.but(name="article_a", description="Article of `event_mention_a`."),
        c.ARTICLE_ID.but(name="article_b", description="Article of `event_mention_b`."),
        Column("articles_a", "integer", "Articles that give `value_a`.", minimum=1, example=1),
        Column("articles_b", "integer", "Articles that give `value_b`.", minimum=1, example=2),
        c.CORRECTED,
    ),
    foreign_keys=(
        ForeignKey(("event_id",), "events", ("event_id",)),
        ForeignKey(("event_mention_a",), "event_mentions", ("event_mention_id",)),
        ForeignKey(("event_mention_b",), "event_mentions", ("event_mention_id",)),
        ForeignKey(("article_a",), "articles", ("article_id",)),
        ForeignKey(("article_b",), "articles", ("article_id",)),
    ),
    rules=(Rule("values_differ", "The two values differ and stand in order.", pl.col("value_a") < pl.col("value_b")),),
    limits=(
        "Differences that would make two happenings of one (dates more than three days apart, say) keep the reports apart, and so are no rows here. "
        "Different recipients are no conflict: one act may strike several, and each page may name another."
    ),
)
