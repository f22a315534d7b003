"""The reports of one event side by side: which page, which publisher, what each says, in which words, and where they stand."""

from __future__ import annotations

import polars as pl

from drawdown import io, tracing
from drawdown.layout import Layout
from drawdown.schemas import TABLES

COLUMNS = ("page", "publisher", "when", "who", "status", "wording", "receipt", "linked")


def side_by_side(event_id: str, layout: Layout) -> pl.DataFrame:
    """One row a report of the event, in order of publication (undated pages last), then of the page; all columns are text.

    ``page``, ``publisher`` (with the day of publication), ``when`` (the date that the report gives the act), ``who`` (actors > recipients),
    ``status`` (realis, and whose claim it is), ``wording`` (the trigger marked in its line), ``receipt`` (characters of the raw page),
    ``linked`` (score and reasons). Without links of that id the frame is empty.
    """
    links = _read("event_links", layout).filter(event_id=event_id)
    mentions = _read("event_mentions", layout).join(
        links.select("event_mention_id", pl.col("score", "reason").name.suffix("_link")), on="event_mention_id"
    )
    articles = _read("articles", layout).select("article_id", "publisher", "published")
    rows = mentions.join(articles, on="article_id", how="left").sort("published", "article_id", "raw_start", nulls_last=True)
    names = dict(_read("entities", layout).select("entity_id", "name").iter_rows())
    parties = _parties(rows, layout, names)
    return pl.DataFrame([_row(row, parties, names, layout) for row in rows.iter_rows(named=True)], schema=dict.fromkeys(COLUMNS, pl.String))


def _row(row: dict[str, object], parties: dict[tuple[str, str], str], names: dict[str, str], layout: Layout) -> dict[str, str]:
    mention = str(row["event_mention_id"])
    who = [parties.get((mention, role), "?") for role in ("actor", "recipient")]
    source = names.get(str(row["source_id"]), str(row["source_id"])) if row["source_id"] else "the page"
    receipt = list(tracing.receipt(TABLES["event_mentions"], row, layout))
    where, wording = receipt[0].removeprefix("   -> ").rstrip(":"), receipt[1].strip() if len(receipt) > 1 else str(row["text"])
    page, _, characters = where.partition(", characters ")
    return {
        "page": page,
        "publisher": f"{row['publisher'] or 'not stated'}, {str(row['published'] or 'undated')[:10]}",
        "when": str(row["edtf"] or "not said"),
        "who": " > ".join(who) if who != ["?", "?"] else "not said",
        "status": f"{row['realis']}, says {source}",
        "wording": wording,
        "receipt": f"{mention}, characters {characters}",
        "linked": f"{row['score_link']}: {row['reason_link']}",
    }


def _parties(rows: pl.DataFrame, layout: Layout, names: dict[str, str]) -> dict[tuple[str, str], str]:
    people = (
        _read("participants", layout)
        .join(rows.select("event_mention_id"), on="event_mention_id")
        .sort("event_mention_id", "role", "ordinal")
    )
    said: dict[tuple[str, str], list[str]] = {}
    for mention, role, entity, text in people.select("event_mention_id", "role", "entity_id", "text").iter_rows():
        said.setdefault((mention, role), []).append(names.get(entity) or text)
    return {key: ", ".join(dict.fromkeys(values)) for key, values in said.items()}


def _read(name: str, layout: Layout) -> pl.DataFrame:
    return io.read_table(TABLES[name], layout.table(name))
