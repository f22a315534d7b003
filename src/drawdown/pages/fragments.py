"""Figures that hand-written pages include: nothing in them is typed by a person."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import polars as pl
import yaml

from drawdown.pages import markdown as md
from drawdown.schemas import TABLES

Frames = Mapping[str, pl.DataFrame]


def table_of_tables(frames: Frames, link: str) -> str:
    """Every table with its rows and what a row is; ``link`` is a path with ``{}`` for the name."""
    rows = [
        [f"[{name}]({link.format(name)})", f"{frames[name].height:,}", table.title, f"`{table.stage}`"] for name, table in TABLES.items()
    ]
    return md.table(["table", "rows", "what", "stage"], rows, align=" r")


def funnel(frames: Frames) -> str:
    """Pages in, per reason out, articles."""
    quarantine = frames["quarantine"]
    rows = [["pages in", f"{frames['documents'].height:,}"]]
    rows += [[f"quarantined: `{rule}`", f"{count:,}"] for rule, count in quarantine.group_by("rule").len().sort("rule").iter_rows()]
    rows.append(["articles", f"{frames['articles'].height:,}"])
    return md.table(["", "pages"], rows, align=" r")


def corpus(frames: Frames) -> str:
    """The articles: publisher, date, words, and how much of each page is not the article."""
    blocks = frames["blocks"].with_columns((pl.col("raw_end") - pl.col("raw_start")).alias("length"))
    content = blocks.group_by("document_id").agg(
        pl.col("length").sum().alias("all"), pl.col("length").filter(pl.col("start").is_not_null()).sum().alias("kept")
    )
    rows = []
    joined = frames["articles"].join(content, on="document_id").join(frames["documents"].select("document_id", "path"), on="document_id")
    for row in joined.sort("path").iter_rows(named=True):
        share = f"{100 * (1 - row['kept'] / row['all']):.0f} %"
        published = f"{row['published'] or '*not stated*'} ({row['published_basis']})"
        rows.append(
            [
                md.code(row["path"]),
                md.cell(row["title"]),
                md.cell(row["publisher"]) or "*not stated*",
                published,
                f"{row['words']:,}",
                share,
            ]
        )
    return _wide(md.table(["page", "title", "publisher", "published (basis)", "words", "not the article"], rows, align="    rr"))


def counts(frames: Frames, table: str, column: str) -> str:
    """A bar chart of the values of a column."""
    grouped = frames[table].group_by(column).len().sort(["len", column], descending=[True, False])
    return md.bars([(str(value), count) for value, count in grouped.iter_rows()])


def conflicts(frames: Frames) -> str:
    """The conflicts, in words."""
    if frames["conflicts"].is_empty():
        return "No two reports of one happening disagree in this corpus.\n"
    events = dict(frames["events"].select("event_id", "event_type").iter_rows())
    rows = [
        [f"`{row['event_id']}`", events.get(row["event_id"], ""), row["field"], md.cell(row["value_a"]), md.cell(row["value_b"])]
        for row in frames["conflicts"].iter_rows(named=True)
    ]
    return md.table(["event", "type", "field", "one report", "another"], rows)


def _wide(table: str) -> str:
    return f'<div class="wide" markdown>\n\n{table}\n</div>\n'


def validation(report: Mapping[str, Any]) -> str:
    """What the gate checked, table by table."""
    if not report:
        return "Not validated yet.\n"
    rows = []
    for name, checked in report["tables"].items():
        outcomes = report["expectations"].get(name, [])
        kept = sum(outcome["success"] for outcome in outcomes)
        rows.append(
            [f"[{name}](generated/tables/{name}.md)", f"{checked['rows']:,}", str(len(checked["rules"])), f"{kept} of {len(outcomes)}"]
        )
    broken = report.get("failures", [])
    verdict = [f"- {md.cell(failure)}" for failure in broken] or ["No rule is broken."]
    unchecked = [f"- Not checked: {md.cell(note)}" for note in report.get("unchecked", [])]
    table = md.table(["table", "rows", "rules checked", "expectations kept"], rows, align=" rrr")
    return "\n".join([*verdict, *(["", *unchecked] if unchecked else []), "", table])


def digests(report: Mapping[str, Any]) -> str:
    """Logical digest of every table."""
    rows = [[f"`{name}`", f"{of['rows']:,}", f"`{of['full']['logical_sha256'][:16]}…`"] for name, of in report.get("tables", {}).items()]
    return md.table(["table", "rows", "logical digest"], rows, align=" r")


def sources(path: Path | None) -> str:
    """How each page was obtained and whose it is, as ``sources.yaml`` says."""
    pages: dict[str, Any] = (yaml.safe_load(path.read_text(encoding="utf-8")) or {}).get("pages", {}) if path and path.is_file() else {}
    if not pages:
        return "Nobody has described where these pages come from.\n"
    rows = [[md.code(name), md.cell(facts.get("obtained")), md.cell(facts.get("rights"))] for name, facts in sorted(pages.items())]
    return _wide(md.table(["page", "obtained", "rights"], rows))


def model(facts: Mapping[str, str]) -> str:
    """Which model parsed the articles."""
    return md.table(["fact", "value"], [[name.replace("_", " "), f"`{value}`"] for name, value in facts.items()])


def read_json(path: Path) -> Any:
    """A JSON file of the release; nothing where it does not exist."""
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
