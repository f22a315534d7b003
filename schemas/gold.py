"""Contracts of the annotation in ``data/gold``: positions are offsets of the raw page, which no code can move.

The two passes (``annotator_a``, ``annotator_b``) are under the contracts of the tables that they gave.
"""

from __future__ import annotations

from drawdown.registry import Column, Table, Type
from drawdown.schemas import columns as c
from drawdown.schemas import vocabularies as v

PATH = Column("path", "string", "Page, as a file of the raw folder.", example="000_602093fdf5a515e1.txt")
SPAN = (PATH, c.RAW_START, c.RAW_END, c.TEXT)
KEY = Column("event_key", "string", "Name of the happening, shared by its mentions.", pattern="^[a-z0-9_]+$", example="soleimani_strike")


def positions() -> tuple[tuple[str, Type], ...]:
    """Columns that place one side of a conflict."""
    return ("path", "string"), ("raw_start", "integer"), ("raw_end", "integer")


def _gold(name: str, title: str, key: tuple[str, ...], columns: tuple[Column, ...]) -> Table:
    return Table(name=name, title=title, description=f"Gold: {title.lower()}.", stage="scores", primary_key=key, columns=columns)


GOLD: dict[str, Table] = {
    table.name: table
    for table in (
        _gold(
            "blocks",
            "Roles of blocks",
            ("path", "raw_start"),
            (PATH, c.RAW_START, c.RAW_END, Column("role", "string", "Role.", vocabulary=v.ROLES)),
        ),
        _gold(
            "mentions",
            "Mentions of entities",
            ("path", "raw_start", "raw_end", "kind"),
            (*SPAN, Column("kind", "string", "Kind.", vocabulary=v.MENTION_KINDS), c.ENTITY_ID.but(nullable=True)),
        ),
        _gold(
            "quotes",
            "Quotations and reported speech",
            ("path", "raw_start", "raw_end", "kind"),
            (
                *SPAN,
                Column("kind", "string", "Kind.", vocabulary=v.QUOTE_KINDS),
                Column("cue", "string", "Reporting word.", nullable=True),
                Column("speaker_text", "string", "Speaker as printed.", nullable=True),
                c.ENTITY_ID.but(name="speaker_id", nullable=True),
                Column("relay", "string", "Through whom.", nullable=True),
            ),
        ),
        _gold(
            "time_expressions",
            "Time expressions",
            ("path", "raw_start", "raw_end"),
            (*SPAN, c.EDTF_DATE, Column("basis", "string", "Basis.", vocabulary=v.DATE_BASES)),
        ),
        _gold(
            "event_mentions",
            "Event mentions",
            ("path", "raw_start", "event_type", "event_key"),
            (
                *SPAN,
                c.EVENT_TYPE,
                c.MODE,
                Column("realis", "string", "Realis.", vocabulary=v.REALIS),
                c.ENTITY_ID.but(name="source_id", nullable=True),
                c.EVENT_TYPE.but(name="content_type", nullable=True),
                c.MODE.but(name="content_mode"),
                Column("content_realis", "string", "Realis of the content.", nullable=True, vocabulary=v.CONTENT_REALIS),
                c.EDTF_DATE,
                Column("actors", "string", "Actors, joined by `|`.", nullable=True),
                Column("recipients", "string", "Recipients, joined by `|`.", nullable=True),
                KEY,
                Column("also", "string", "Other words of the sentence for the same happening, `start:end|...`.", nullable=True),
            ),
        ),
        _gold(
            "event_places",
            "Places of event mentions",
            ("path", "raw_start"),
            (
                *SPAN,
                Column("place", "string", "Name as printed; for a nominal, the name that it stands for.", example="Mosul"),
                c.COUNTRY,
                c.PLACE_ID.but(description="Id in our gazetteer; of a country: in the registry; else snake case of the name."),
            ),
        ),
        _gold(
            "conflicts",
            "Conflicts",
            ("event_key", "field", "value_a", "value_b"),
            (
                KEY,
                Column("field", "string", "Field.", vocabulary=v.CONFLICT_FIELDS),
                Column("value_a", "string", "One value."),
                Column("value_b", "string", "The other value."),
                *(Column(f"{name}_{side}", kind, "A mention that says so.") for side in "ab" for name, kind in positions()),
            ),
        ),
        _gold(
            "labels",
            "Labels",
            ("path", "raw_start", "raw_end"),
            (
                *SPAN,
                Column("target", "string", "Entity, or event_key.", nullable=True),
                Column("evaluation", "string", "Class.", vocabulary=v.EVALUATIONS),
                Column("in_quote", "boolean", "Whether in a quotation."),
            ),
        ),
        _gold(
            "confidence_judgements",
            "Event mentions of unseen news, judged right or wrong",
            ("event_mention_id",),
            (
                c.EVENT_MENTION_ID,
                c.ARTICLE_ID,
                c.SENTENCE_ID,
                Column("drawn_from", "string", "Which pages: of one topic, or a newspaper's at random.", vocabulary=("topic", "random")),
                Column("stands_for", "number", "How many event mentions of its stratum it stands for.", minimum=1, example=25.025),
                Column("rule", "string", "Id of the lexicon row that coded it.", example="kill.v"),
                c.EVENT_TYPE,
                Column("tense", "string", "Tense as coded.", vocabulary=v.TENSES),
                Column("realis", "string", "Realis as coded.", vocabulary=v.REALIS),
                Column("prior", "number", "Prior as coded; the strata are drawn by it.", minimum=0, maximum=1),
                Column("right", "boolean", "Whether type and trigger are right by the codebook."),
                Column("mistake", "string", "What is wrong; empty where it is right.", nullable=True, vocabulary=v.MISTAKES),
            ),
        ),
        _gold(
            "adjudication",
            "Decisions between two annotators",
            ("table", "path", "raw_start", "raw_end", "field"),
            (
                Column("table", "string", "Table of the gold that is decided about.", example="event_mentions"),
                *SPAN,
                Column(
                    "field", "string", "Column that differs; `span`: where the row stands; `row`: whether there is one.", example="realis"
                ),
                Column("value_a", "string", "Value of annotator A; of `row`: present or absent.", nullable=True),
                Column("value_b", "string", "Value of annotator B; the same as A's where both broke the codebook.", nullable=True),
                Column("value", "string", "Value of the gold.", nullable=True),
                Column("reason", "string", "Rule of the codebook that decides."),
            ),
        ),
    )
}
