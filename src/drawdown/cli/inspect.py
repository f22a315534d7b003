"""Looking at tables from the command line: info, show, trace, validate."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path

import polars as pl
import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table as Grid

from drawdown import __version__, io, loading, reports, tracing
from drawdown.cli import pageview
from drawdown.contracts import refuse
from drawdown.errors import DrawdownError, MissingTableError
from drawdown.layout import Layout
from drawdown.schemas import TABLES


class Form(StrEnum):
    """How rows are printed."""

    table = "table"
    rows = "rows"
    csv = "csv"
    json = "json"


def layout_of(path: Path | None) -> Layout:
    """The layout around a folder of tables, a checkout, or (no path) the tables that the package loads."""
    tables = loading.folder(path).resolve()
    if path is not None and not any((tables / f"{name}.parquet").is_file() for name in TABLES):
        raise MissingTableError(
            f"{path} holds no tables", remedy="name a folder that `drawdown build` wrote, or a checkout after `dvc repro`"
        )
    if tables.name == "tables" and tables.parent.name == "data":
        return Layout.project(tables.parent.parent)
    return Layout.folder(tables, tables)


def echo_tables(path: Path) -> None:
    """Print the table of tables, and how many pages came in and where they went."""
    layout = layout_of(path)
    counts = {name: _height(layout, name) for name in TABLES}
    typer.echo(f"tables in {path}")
    for name, count in counts.items():
        typer.echo(f"  {name:<18}{'missing' if count is None else f'{count:>9,}'}  {TABLES[name].title}")
    if counts["documents"] is None or counts["quarantine"] is None:
        return
    quarantine = io.read_table(TABLES["quarantine"], layout.table("quarantine"))
    rules = quarantine.group_by("rule").len().sort("rule")
    typer.echo(f"pages: {counts['documents']} in = {counts['articles']} articles + {quarantine['document_id'].n_unique()} in quarantine")
    for rule, count in rules.iter_rows():
        typer.echo(f"  {count:>9,}  {rule}")


def info(path: Path | None) -> None:
    """Version, where the tables lie, and the table of tables."""
    typer.echo(f"drawdown {__version__}, Python {sys.version.split()[0]}, Polars {pl.__version__}")
    echo_tables(path or loading.folder(None).resolve())


def validate(path: Path | None) -> None:
    """Check a folder of tables; print what was checked and what could not be."""
    from drawdown.gate import check

    layout = layout_of(path)
    verdict = check.check(layout)
    for name, rows in verdict.rows.items():
        typer.echo(f"  {name:<18}{rows:>9,} rows  {len(check.rules(name))} rules")
    for note in sorted(set(verdict.unchecked)):
        typer.echo(f"  not checked: {note}")
    refuse(verdict.failures, str(layout.tables))
    typer.echo(f"{layout.tables}: {len(verdict.rows)} tables keep their contracts")


def show(name: str, page: str | None, columns: str | None, rows: int, form: Form, root: Path | None) -> None:
    """Print rows of a table; see ``drawdown show --help``."""
    wanted = [column.strip() for column in columns.split(",")] if columns else None
    if name == "blocks" and page is not None and wanted is None and form is Form.table:
        for number, document in enumerate(_documents(page, root)):
            pageview.show(pageview.reading(pageview.load(document, layout_of(root))), blank=number > 0)
        return
    frame = loading.load(name, root=root)
    if page is not None:
        frame = _of_page(frame, name, page, root)
    if wanted is not None:
        loading.load(name, columns=wanted, root=root, lazy=True)
        frame = frame.select(wanted)
    shown = frame.head(rows) if rows else frame
    match form:
        case Form.csv:
            typer.echo(shown.write_csv(), nl=False)
        case Form.json:
            typer.echo(shown.write_ndjson(), nl=False)
        case Form.rows:
            _print_rows(shown)
        case Form.table:
            _print_grid(shown)
    if form in (Form.table, Form.rows) and shown.height < frame.height:
        typer.echo(f"{shown.height} of {frame.height} rows; --rows 0 shows all")


def unknown(rows: int, form: Form, root: Path | None) -> None:
    """Print the most frequent actors that the registry lacks."""
    from drawdown.entities.unknown import unknown_actors

    found = unknown_actors(loading.load("entities", root=root), rows)
    match form:
        case Form.csv:
            typer.echo(found.write_csv(), nl=False)
        case Form.json:
            typer.echo(found.write_ndjson(), nl=False)
        case Form.rows:
            _print_rows(found)
        case Form.table:
            _print_grid(found.drop("actors_csv", "names_csv"))
            typer.echo("add those that matter to data/reference/actors.csv and names.csv; --format rows prints the lines to complete")


def trace(identifier: str, root: Path | None) -> None:
    """Print a row and its receipt; for an event, its reports side by side; for an article or a document, the map of the page."""
    layout = layout_of(root)
    document = "d_" + identifier.removeprefix("a_").removeprefix("d_")
    if not tracing.rows(TABLES["documents"], layout, "document_id", document).is_empty():
        pageview.show(pageview.mapped(pageview.load(document, layout)))
        return
    for line in tracing.trace(identifier, layout):
        typer.echo(line)
    found = reports.side_by_side(identifier, layout) if identifier.startswith("e_") else pl.DataFrame()
    if not found.is_empty():
        _print_reports(found)


def _documents(page: str, root: Path | None) -> list[str]:
    """Ids of the documents whose path or id contains something."""
    documents = loading.load("documents", columns=["document_id", "path"], root=root)
    found = documents.filter(pl.any_horizontal(pl.col("path", "document_id").str.contains(page, literal=True)))
    if found.is_empty():
        raise DrawdownError(f"no page's path or id contains {page!r}", remedy="`drawdown show documents` lists the pages")
    return found.sort("path", "document_id")["document_id"].to_list()


def _of_page(frame: pl.DataFrame, name: str, page: str, root: Path | None) -> pl.DataFrame:
    digits = [document.removeprefix("d_") for document in _documents(page, root)]
    if "document_id" in frame.columns:
        selected = frame.filter(pl.col("document_id").is_in([f"d_{d}" for d in digits]))
    elif "article_id" in frame.columns:
        selected = frame.filter(pl.col("article_id").is_in([f"a_{d}" for d in digits]))
    elif "event_mention_id" in frame.columns:
        selected = frame.filter(pl.col("event_mention_id").str.slice(3, 8).is_in([d[:8] for d in digits]))
    else:
        raise DrawdownError(f"rows of {name} belong to no single page", remedy="leave out the page")
    order = [column for column in ("raw_start", "ordinal") if column in selected.columns]
    return selected.sort(order) if order else selected


def _print_grid(frame: pl.DataFrame) -> None:
    grid = Grid(box=None, header_style="bold", pad_edge=False)
    for column in frame.columns:
        grid.add_column(column, overflow="ellipsis", no_wrap=True, max_width=48)
    for row in frame.iter_rows():
        grid.add_row(*("" if value is None else escape(str(value).replace("\n", "⏎")) for value in row))
    console = Console()
    if not console.is_terminal:
        console = Console(width=max(80, 24 * len(frame.columns)))
    console.print(grid)


def _print_rows(frame: pl.DataFrame) -> None:
    for row in frame.iter_rows(named=True):
        for column, value in row.items():
            if value is not None:
                typer.echo(f"{column:>20}  {value}")
        typer.echo("")


def _print_reports(found: pl.DataFrame) -> None:
    """A report a row, wrapped, with a line between; as wide as the terminal, 160 characters where there is none."""
    grid = Grid(title=f"{found.height} reports of it", title_justify="left", header_style="bold", show_lines=True, pad_edge=False)
    for column in ("page, publisher", "when", "who", "status", "wording, receipt"):
        grid.add_column(column, ratio=5 if "wording" in column else 2, overflow="fold")
    for row in found.iter_rows(named=True):
        page = f"{escape(row['page'])}\n{escape(row['publisher'])}"
        wording = f"{escape(row['wording'])}\n[dim]{escape(row['receipt'])}\nlinked {escape(row['linked'])}[/dim]"
        grid.add_row(page, *(escape(row[name]) for name in ("when", "who", "status")), wording)
    console = Console()
    (console if console.is_terminal else Console(width=160)).print(grid)


def _height(layout: Layout, name: str) -> int | None:
    try:
        return io.height(TABLES[name], layout.table(name))
    except MissingTableError:
        return None
