"""mentions: who and what is named, and where."""

from drawdown.registry import Column, ForeignKey, Table
from drawdown.schemas import columns as c
from drawdown.schemas import vocabularies as v

TABLE = Table(
    name="mentions",
    title="Mentions of entities",
    description=(
        "Every span of an article that names, describes or stands for a person, group, organisation, government, state, place or facility, "
        "linked to its entity where the evidence allows. Spans never cross a block of the page."
    ),
    stage="entities",
    primary_key=("mention_id",),
    columns=(
        c.MENTION_ID,
        c.ARTICLE_ID,
        *c.SPAN,
        c.PART,
        Column("kind", "string", "What kind of thing is mentioned here.", vocabulary=v.MENTION_KINDS, example="person"),
        c.ENTITY_ID.but(nullable=True, description="Entity that is meant; null where the evidence does not decide."),
        c.PLACE_ID.but(
            nullable=True,
            description="Place whose name it is, for mentions of places, facilities and states: of a state its land, of a capital that stands for its government the city.",
        ),
        Column("method", "string", "How it was found.", vocabulary=v.MENTION_METHODS, example="registry"),
        c.COUNTRY.but(description="Country (ISO 3166-1 alpha-3) that the page gives here to an actor that the registry lacks."),
        c.SECTOR.but(description="PLOVER sector that the page gives here to an actor that the registry lacks."),
        c.SCORE,
        c.REASON,
        c.CORRECTED,
    ),
    foreign_keys=(
        ForeignKey(("article_id",), "articles", ("article_id",)),
        ForeignKey(("entity_id",), "entities", ("entity_id",)),
        ForeignKey(("place_id",), "places", ("place_id",)),
    ),
    rules=c.SPAN_RULES,
    receipt=c.RECEIPT,
)
