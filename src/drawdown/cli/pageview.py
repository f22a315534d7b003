"""A page as its blocks tell it: read from top to bottom with the roles in the margin, or as the map from article to page."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import typer
from rich.box import Box
from rich.console import Console, Group, RenderableType
from rich.table import Table as Grid
from rich.text import Text

from drawdown import tracing
from drawdown.layout import Layout
from drawdown.schemas import TABLES
from drawdown.schemas.article_facts import FACTS
from drawdown.schemas.vocabularies import PARTS

WIDTH = 100
"""Columns of the view where there is no terminal; a wider terminal is not used to the full, so that lines stay readable."""
_ROLE, _REASON, _RANGE = 11, 24, 15
_MARGINS = Box("  │ \n" * 8)
_DITTO = "″"


@dataclass(frozen=True, slots=True)
class Page:
    """All that the tables know of one page. ``raw`` is its source text, None where that is not beside the tables."""

    document: dict[str, Any]
    article: dict[str, Any] | None
    facts: list[dict[str, Any]]
    blocks: list[dict[str, Any]]
    quarantine: list[dict[str, Any]]
    raw: str | None

    def printed(self, block: dict[str, Any]) -> str:
        """The characters of a block; what can be shown of it where the page is not at hand."""
        if self.raw is not None:
            return self.raw[block["raw_start"] : block["raw_end"]]
        if block["start"] is not None and self.article and self.article["text"]:
            return str(self.article["text"][block["start"] : block["end"]])
        return f"[{block['raw_end'] - block['raw_start']} characters of the page]"


def load(document_id: str, layout: Layout) -> Page:
    """The page of a document, from its rows of the tables."""
    article_id = "a_" + document_id.removeprefix("d_")
    documents, articles, facts, blocks, quarantine = (
        tracing.rows(TABLES[name], layout, column, key)
        for name, column, key in (
            ("documents", "document_id", document_id),
            ("articles", "article_id", article_id),
            ("article_facts", "article_id", article_id),
            ("blocks", "document_id", document_id),
            ("quarantine", "document_id", document_id),
        )
    )
    return Page(
        documents.row(0, named=True),
        articles.row(0, named=True) if articles.height else None,
        sorted(facts.to_dicts(), key=lambda fact: (FACTS.index(fact["fact"]), fact["ordinal"])),
        blocks.sort("ordinal").to_dicts(),
        quarantine.to_dicts(),
        tracing.raw_text(document_id, layout),
    )


def reading(page: Page) -> RenderableType:
    """The page's own characters in order; in the left margin each block's role, in the right one the reason for it."""
    grid = _grid(_MARGINS, (_ROLE, None, _REASON))
    before = None
    for block in page.blocks:
        kind = (block["role"], block["reason"])
        role, reason = (_DITTO, "") if kind == before else kind
        style = "" if block["role"] in PARTS else "dim"
        grid.add_row(Text(role, style or "bold", justify="right"), Text(_shown(page.printed(block)), style), Text(reason, "dim"))
        before = kind
    return Group(_heading(page), Text(), grid)


def mapped(page: Page) -> RenderableType:
    """What the page says of itself with the evidence, then ranges of the article and of the page, with role and first characters."""
    parts: list[RenderableType] = [_heading(page)]
    if page.facts:
        facts = _grid(None, (_ROLE, None, 12, _RANGE))
        for fact in page.facts:
            facts.add_row(*_fact(fact))
        parts += [Text("\nWhat the page says of itself (× contradicts what was taken)", "bold"), facts]
    grid = _grid(None, (_RANGE, _RANGE, _ROLE, None))
    grid.add_row(*_map_row(("article", "page", "role", "first characters"), "dim"))
    for block in page.blocks:
        inside = "·" if block["start"] is None else f"{block['start']}-{block['end']}"
        cells = (inside, f"{block['raw_start']}-{block['raw_end']}", block["role"], " ".join(_shown(page.printed(block)).split()))
        grid.add_row(*_map_row(cells, "" if block["role"] in PARTS else "dim"))
    return Group(*parts, Text("\nMap: characters of the article and of the page", "bold"), grid)


def show(view: RenderableType, *, blank: bool = False) -> None:
    """Print a view, 100 columns wide or as wide as a narrower terminal; ``blank``: below an empty line."""
    console = Console()
    width = min(console.width, WIDTH) if console.is_terminal else WIDTH
    wide = Console(width=width)
    with wide.capture() as printed:
        wide.print(Group(*[Text()] * blank, view))
    for line in printed.get().splitlines():
        typer.echo(line.rstrip())


def _grid(box: Box | None, widths: tuple[int | None, ...]) -> Grid:
    grid = Grid(box=box, show_header=False, show_edge=False, expand=True, padding=(0, 1), pad_edge=False)
    for width in widths:
        grid.add_column(width=width, ratio=None if width else 1, overflow="fold")
    return grid


def _heading(page: Page) -> Text:
    document, article = page.document, page.article
    record = f", record {document['record']}" if document["record"] else ""
    lines = [(f"{document['path']}{record}\n", "bold")]
    content = sum(block["start"] is not None for block in page.blocks)
    size = f"{document['characters'] or 0:,} characters, {len(page.blocks)} blocks"
    if article is None:
        why = "; ".join(f"{row['rule']}, {row['detail']}" for row in page.quarantine)
        lines.append((f"{document['document_id']}: {size}; no article: {why}", "dim"))
    else:
        length = max(block["end"] or 0 for block in page.blocks)
        lines.append(
            (f"{article['article_id']}: {article['words']:,} words, {length:,} characters in {content} blocks; the page: {size}", "dim")
        )
    return Text.assemble(*lines)


def _fact(fact: dict[str, Any]) -> Iterator[RenderableType]:
    mark = " ×" if fact["conflict"] else ""
    style = "" if fact["chosen"] else "dim"
    where = "not printed" if fact["raw_start"] is None else f"{fact['raw_start']}-{fact['raw_end']}"
    evidence = " ".join(_shown(fact["evidence"]).split())
    value = [Text(fact["value"] + mark, style)]
    if evidence != fact["value"]:
        value.append(Text(evidence, "dim italic", no_wrap=True, overflow="ellipsis"))
    yield Text(fact["fact"] if fact["ordinal"] == 0 else _DITTO, "bold" if fact["ordinal"] == 0 else "dim", justify="right")
    yield Group(*value)
    yield Text(fact["basis"].replace("_", " "), style)
    yield Text(where, "dim")


def _map_row(cells: tuple[str, ...], style: str) -> Iterator[Text]:
    for cell, justify in zip(cells, ("right", "right", "left", "left"), strict=True):
        yield Text(cell, style, justify=justify, no_wrap=True, overflow="ellipsis")  # type: ignore[arg-type]


def _shown(text: str) -> str:
    """Characters that a terminal would obey are replaced by one that says so; white space at the end is left out, but for one blank line."""
    printed = text.rstrip()
    safe = "".join(char if char in "\n\t" or unicodedata.category(char) != "Cc" else "\N{REPLACEMENT CHARACTER}" for char in printed)
    return safe + ("\n" if text[len(printed) :].count("\n") > 1 else "")
