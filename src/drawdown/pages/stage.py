"""Write every generated page and fragment below ``docs/generated``, and the marked part of the README."""

from __future__ import annotations

import re
import shutil
from concurrent.futures import Executor
from pathlib import Path
from typing import Any

import polars as pl

from drawdown import contracts, io
from drawdown.errors import DrawdownError
from drawdown.layout import Layout
from drawdown.pages import contrasts, fragments, home, reliability, scorecard, tables
from drawdown.params import Params
from drawdown.schemas import TABLES

RULES = {
    "column_order": "The columns are those described above, in that order.",
    "column_type": "Each column has its type.",
    "not_null": "Columns not marked “may be null” hold a value in every row.",
    "vocabulary": "Columns with a closed vocabulary hold nothing else.",
    "pattern": "Columns with a pattern (ids, hashes, dates) keep to it.",
    "minimum": "Numbers are not below their minimum.",
    "maximum": "Numbers are not above their maximum.",
    "primary_key": "No two rows share their primary key.",
    "receipt_article": "The span of the article holds the characters that the row gives.",
    "receipt_raw": "The span of the raw page holds the same characters.",
    "text_sha256": "The text is the one that was hashed.",
    "word_count": "`words` counts the words of the text.",
    "tiling": "Blocks follow each other without gap or overlap.",
    "tiling_end": "The last block ends with the page.",
    "accounted_for": "Every document is in `articles` or in `quarantine`, never in both.",
}
"""What the rules that every table shares say, for people."""

_MARKED = re.compile(r"(<!-- generated: tables -->\n).*?(<!-- end -->)", re.DOTALL)


def run(layout: Layout, params: Params, pool: Executor) -> None:
    """``release``, ``tables`` -> ``docs/generated``."""
    del params, pool
    target = layout.release.parent.parent / "docs" / "generated"
    shutil.rmtree(target, ignore_errors=True)
    for name, text in pages(layout).items():
        io.write_text(target / name, text)


def pages(layout: Layout) -> dict[str, str]:
    """All generated files, by path below ``docs/generated``."""
    frames = {name: contracts.read(table, layout.table(name)) for name, table in TABLES.items()}
    validation = fragments.read_json(layout.release / "validation.json")
    paths = {document[2:]: path for document, path in frames["documents"].select("document_id", "path").iter_rows()}
    raws = _raws(layout)
    found = {
        f"tables/{name}.md": tables.page(table, frames[name], raws, paths, _rules(_checked(validation, name)))
        for name, table in TABLES.items()
    }
    found["tables.md"] = fragments.table_of_tables(frames, "generated/tables/{}.md")
    found["tiles.md"] = home.tiles(frames)
    found["receipts.md"] = home.checked_spans(frames)
    found["traced.md"] = home.traced(frames, raws)
    found["sources.md"] = fragments.sources(layout.sources)
    found["mention_kinds.md"] = fragments.counts(frames, "mentions", "kind")
    found["funnel.md"] = fragments.funnel(frames)
    found["corpus.md"] = fragments.corpus(frames)
    found["event_types.md"] = fragments.counts(frames, "event_mentions", "event_type")
    found["realis.md"] = fragments.counts(frames, "event_mentions", "realis")
    found["roles.md"] = fragments.counts(frames, "blocks", "role")
    found["conflicts.md"] = fragments.conflicts(frames)
    found["contrasts.md"] = contrasts.figure(frames)
    found["validation.md"] = fragments.validation(validation)
    scores = fragments.read_json(layout.release / "scores.json")
    found["scorecard.md"] = scorecard.figure({name: part for name, part in scores.items() if not name.startswith(reliability.PREFIX)})
    found["reliability.md"] = reliability.tables(scores)
    found["digests.md"] = fragments.digests(fragments.read_json(layout.release / "digests.json"))
    found["model.md"] = fragments.model(fragments.read_json(layout.release / "model.json"))
    return found


def readme(layout: Layout, text: str) -> str:
    """The README with its table of tables brought up to date; an error if the markers are gone."""
    frames = {name: contracts.read(table, layout.table(name)) for name, table in TABLES.items()}
    lines = "\n".join(f"| `{name}` | {frames[name].height:,} | {table.title} |" for name, table in TABLES.items())
    fresh = f"| table | rows | what |\n| --- | ---: | --- |\n{lines}\n"
    if not _MARKED.search(text):
        raise DrawdownError("README.md has lost its markers", remedy="put back <!-- generated: tables --> and <!-- end -->")
    return _MARKED.sub(lambda match: match.group(1) + fresh + match.group(2), text)


def _checked(validation: dict[str, Any], name: str) -> list[str]:
    """The rules that the gate held a table to; without its verdict, those of the registry."""
    checked = validation.get("tables", {}).get(name)
    return list(checked["rules"]) if checked else [rule.name for rule in TABLES[name].rules]


def _rules(names: list[str]) -> dict[str, str]:
    return {name: RULES.get(name) or _key_rule(name) for name in names}


def _key_rule(name: str) -> str:
    return f"Every value points to a row of `{name[12:-1]}`." if name.startswith("foreign_key(") else ""


def _raws(layout: Layout) -> dict[str, str]:
    files: list[Path] = [path for path in sorted(layout.interim_folder("documents").glob("*.parquet")) if path.stem.isdigit()]
    if not files:
        return {}
    return {document[2:]: text for document, text in pl.scan_parquet(files).select("document_id", "text").collect().iter_rows()}
