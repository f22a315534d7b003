"""The command's subcommands, each a thin layer over a function of the package."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from drawdown import __version__
from drawdown.cli import inspect, score, stages, versions
from drawdown.sets import catalogue

app = typer.Typer(
    help="Saved news pages in; validated, documented tables of who is said to have done what to whom out.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"drawdown {__version__}")
        raise typer.Exit


@app.callback()
def options(
    context: typer.Context,
    workers: Annotated[int | None, typer.Option(help="Processes to use; all cores by default. Never changes a result.")] = None,
    scheduler: Annotated[str | None, typer.Option(help="Address of a dask scheduler (needs the extra `cluster`).")] = None,
    debug: Annotated[bool, typer.Option("--debug", help="Show tracebacks.")] = False,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")] = False,
) -> None:
    """Options that every subcommand shares."""
    del debug, version  # main() and the callback read them
    context.obj = stages.Resources(workers, scheduler)


for _name in (name for name in stages.STAGES if name != "pages"):
    app.command(_name, help=stages.summary(_name), rich_help_panel="Stages (what `dvc repro` runs)")(stages.command(_name))


@app.command("pages", help=stages.summary("pages"), rich_help_panel="Stages (what `dvc repro` runs)")
def pages(
    context: typer.Context,
    check: Annotated[bool, typer.Option("--check", help="Only say whether the generated files in git are current.")] = False,
) -> None:
    """Write the generated pages, or check them."""
    if check:
        stages.check_generated()
    else:
        stages.command("pages")(context)


@app.command()
def readme() -> None:
    """Bring the table of tables in README.md up to date."""
    stages.update_readme()


@app.command()
def build(
    context: typer.Context,
    raw_folder: Annotated[Path, typer.Argument(help="Folder of pages; needs no description of them.", exists=True, file_okay=False)],
    out_folder: Annotated[Path, typer.Argument(help="Folder for the tables; made if it does not exist.")],
    params: Annotated[Path | None, typer.Option(help="A params.yaml; the shipped values by default.")] = None,
) -> None:
    """Run the whole pipeline on any folder of pages, without DVC."""
    inspect.echo_tables(stages.build(raw_folder, out_folder, params, context.obj))


@app.command()
def info(path: Annotated[Path | None, typer.Argument(help="A folder of tables or a checkout.")] = None) -> None:
    """Say what is installed, where the tables lie, and how many rows they have."""
    inspect.info(path)


@app.command()
def validate(path: Annotated[Path | None, typer.Argument(help="A folder of tables or a checkout.")] = None) -> None:
    """Check any folder of tables against the contracts; exit code 1 if one is broken."""
    inspect.validate(path)


@app.command()
def show(
    table: Annotated[str, typer.Argument(help="Name of a table.")],
    page: Annotated[str | None, typer.Argument(help="Only rows of pages whose path or id contains this.")] = None,
    of_page: Annotated[str | None, typer.Option("--page", help="The same, as an option.", hidden=True)] = None,
    columns: Annotated[str | None, typer.Option(help="Columns to show, separated by commas.")] = None,
    rows: Annotated[int, typer.Option(help="At most so many rows; 0 for all.", min=0)] = 20,
    form: Annotated[inspect.Form, typer.Option("--format", help="How to print.")] = inspect.Form.table,
    root: Annotated[Path | None, typer.Option(help="A folder of tables or a checkout.")] = None,
) -> None:
    """Print rows of a table; `show blocks PAGE` prints the page itself, with the role of every block in the margin."""
    inspect.show(table, page or of_page, columns, rows, form, root)


@app.command("score", epilog=f"Public test sets, which you obtain yourself:\n\n{catalogue.listing()}")
def scorecard(
    of_set: Annotated[
        tuple[str, Path] | None, typer.Option("--set", metavar="NAME PATH", help="Score a public test set (listed below) instead.")
    ] = None,
) -> None:
    """Print the scorecard: every figure with its interval and floor; event mentions also by type and by publisher."""
    if of_set is None:
        score.scorecard()
    else:
        score.public_set(*of_set)


@app.command()
def unknown(
    rows: Annotated[int, typer.Option(help="At most so many actors; 0 for all.", min=0)] = 20,
    form: Annotated[
        inspect.Form, typer.Option("--format", help="How to print; `rows` shows the lines to add to the registry.")
    ] = inspect.Form.table,
    root: Annotated[Path | None, typer.Option(help="A folder of tables or a checkout.")] = None,
) -> None:
    """List the actors that the corpus names most and the registry lacks: what to add to it next."""
    inspect.unknown(rows, form, root)


@app.command()
def trace(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="Any id of any table.")],
    root: Annotated[Path | None, typer.Option(help="A folder of tables or a checkout.")] = None,
) -> None:
    """Print a row with the raw characters that it came from, in context; of an article, the map of its page."""
    inspect.trace(identifier, root)


@app.command()
def diff(
    old: Annotated[str, typer.Argument(help="The earlier version: a folder of tables, a checkout, a wheel, or a git revision.")],
    new: Annotated[str, typer.Argument(help="The later version.")] = ".",
    cells: Annotated[bool, typer.Option("--cells", help="Also print every row that came or went, and every changed cell.")] = False,
) -> None:
    """Compare two versions of the tables row by row, and say which step of the version the difference demands."""
    versions.diff(old, new, cells)


@app.command()
def freeze() -> None:
    """Freeze this version of the data: refuse a step that is too small, keep the ids of its events (`make release` calls it)."""
    versions.freeze()


@app.command()
def correct(
    table: Annotated[str, typer.Argument(help="Name of the table.")],
    key: Annotated[str, typer.Argument(metavar="ID", help="Primary key of the row; several columns are joined by `/`.")],
    field: Annotated[str | None, typer.Argument(help="Column to correct; leave out with --drop.")] = None,
    value: Annotated[str | None, typer.Argument(help="What it should say; leave out for unknown (null).")] = None,
    reason: Annotated[str, typer.Option(help="Why.", prompt=True)] = "",
    by: Annotated[str, typer.Option(help="Who says so.", prompt=True)] = "",
    source: Annotated[str, typer.Option(help="Where it can be checked.", prompt=True)] = "",
    drop: Annotated[bool, typer.Option("--drop", help="Withdraw the row.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask after showing the receipt.")] = False,
) -> None:
    """Show a row with its receipt, then write a correction of it to data/reference/corrections.yaml."""
    versions.correct(versions.Wish(table, key, field, value, drop), {"reason": reason, "by": by, "source": source}, ask=not yes)


@app.command("datadocs")
def datadocs(folder: Annotated[Path, typer.Argument(help="Folder to write to; replaced if it exists.")]) -> None:
    """Write Great Expectations' Data Docs over the tables of this checkout."""
    stages.datadocs(folder)
