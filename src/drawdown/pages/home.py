"""What the landing page shows: how much there is, and one event traced to the characters of its pages."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from drawdown.pages import markdown as md
from drawdown.pages import receipts
from drawdown.schemas import TABLES

Frames = Mapping[str, pl.DataFrame]

TILES = (
    ("documents", "saved page", "saved pages"),
    ("mentions", "mention of an actor or place", "mentions of actors and places"),
    ("quotes", "quotation", "quotations"),
    ("event_mentions", "report of an event", "reports of events"),
    ("events", "event", "events"),
    ("conflicts", "conflict between reports", "conflicts between reports"),
)
PARTIES = 2
"""Parties named on each side of an event: those that most pages name."""
REPORTS = 3
"""Reports shown of one event, each from another page."""


def tiles(frames: Frames) -> str:
    """Rows of the main tables as tiles that link to their pages."""
    lines = ['<div class="tiles" markdown="0">']
    for name, one, more in TILES:
        count = frames[name].height
        label = one if count == 1 else more
        lines.append(f'<a class="tile" href="generated/tables/{name}.html"><strong>{count:,}</strong><span>{label}</span></a>')
    return "\n".join([*lines, "</div>", ""])


def checked_spans(frames: Frames) -> str:
    """One sentence: how many spans are checked at every build."""
    spans = sum(frames[name].height for name, table in TABLES.items() if table.receipt is not None)
    return f"{spans:,} spans in these tables are compared, character by character, with the pages they come from, at every build.\n"


def traced(frames: Frames, raws: Mapping[str, str]) -> str:
    """The event that most pages report, one with a conflict if there is any: its claims, and each report in its page.

    ``raws`` are source texts by the digits of a page's id.
    """
    event = _chosen(frames)
    if event is None:
        return "The corpus holds no event.\n"
    linked = frames["event_links"].filter(pl.col("event_id") == event["event_id"]).select("event_mention_id")
    reports = frames["event_mentions"].join(linked, on="event_mention_id", how="semi").sort("article_id", "raw_start")
    conflicts = frames["conflicts"].filter(pl.col("event_id") == event["event_id"])
    articles = {row["article_id"]: row for row in frames["articles"].iter_rows(named=True)}
    lines = [_claim(event, frames), ""]
    for report in _shown(reports, conflicts).iter_rows(named=True):
        lines += [_report(report, articles[report["article_id"]], raws.get(report["article_id"][2:])), ""]
    for conflict in conflicts.iter_rows(named=True):
        sides = f"`{md.plain(conflict['value_a'])}` and `{md.plain(conflict['value_b'])}`"
        lines += [
            f"The reports disagree about the {conflict['field']}: {sides}. That is a row in [conflicts](generated/tables/conflicts.md).",
            "",
        ]
    return "\n".join([*lines, f"`drawdown trace {event['event_id']}` prints all of it.", ""])


def _shown(reports: pl.DataFrame, conflicts: pl.DataFrame) -> pl.DataFrame:
    """One report of a page, those that disagree before others; in the order of ``reports``."""
    disputed = pl.concat([conflicts["event_mention_a"], conflicts["event_mention_b"]]).unique().implode()
    ranked = reports.with_row_index("at").sort(~pl.col("event_mention_id").is_in(disputed), "at")
    return ranked.unique("article_id", keep="first", maintain_order=True).head(REPORTS).sort("at")


def _chosen(frames: Frames) -> dict[str, object] | None:
    contested = pl.col("event_id").is_in(frames["conflicts"]["event_id"].unique().to_list())
    order = (
        frames["events"]
        .with_columns(contested.alias("contested"))
        .sort("contested", "articles", "mentions", "event_id", descending=[True, True, True, False])
    )
    return order.row(0, named=True) if order.height else None


def _claim(event: Mapping[str, object], frames: Frames) -> str:
    """``**ASSAULT** · aerial · United States → Qasem Soleimani · 2020-01-03 · asserted``."""
    names = dict(frames["entities"].select("entity_id", "name").iter_rows())
    parties = frames["event_participants"].filter(pl.col("event_id") == event["event_id"])
    ordered = parties.sort("articles", "mentions", "entity_id", descending=[True, True, False])
    sides = [
        [names.get(entity, entity) for entity in ordered.filter(pl.col("role") == role)["entity_id"]] for role in ("actor", "recipient")
    ]
    who = " → ".join(_few(side) for side in sides if side)
    facts = [f"**{event['event_type']}**", event["mode"], who, event["edtf"] or "date unknown", event["realis"]]
    return " · ".join(str(fact) for fact in facts if fact)


def _few(names: list[str]) -> str:
    """The first names, and whether there are more."""
    return md.cell(", ".join(names[:PARTIES]) + (" and others" if len(names) > PARTIES else ""))


def _report(report: Mapping[str, object], article: Mapping[str, object], raw: str | None) -> str:
    origin = md.cell(article["publisher"] or "publisher not stated")
    head = f"{origin}, {article['published'] or 'undated'}: characters {report['raw_start']:,} to {report['raw_end']:,}"
    return receipts.show(head, raw, int(str(report["raw_start"])), int(str(report["raw_end"])))
