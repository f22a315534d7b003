"""Running stages from the command line: in a checkout, or over any folder of pages."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import typer

from drawdown import executors, io
from drawdown import params as parameters
from drawdown.errors import ContractError, ParameterError
from drawdown.layout import Layout

STAGES = (
    "documents",
    "articles",
    "parses",
    "entities",
    "event_mentions",
    "events",
    "gate",
    "scores",
    "release",
    "pages",
)
"""The stages in the order in which data flows; the names in ``dvc.yaml``."""

BUILT = STAGES[: STAGES.index("gate") + 1]
"""What ``drawdown build`` runs: scores need gold, release and pages a project."""


@dataclass(frozen=True, slots=True)
class Resources:
    """How much of the machine, or which cluster, to use."""

    workers: int | None
    scheduler: str | None


def summary(stage: str) -> str:
    """First paragraph of a stage's docstring."""
    return (importlib.import_module(f"drawdown.{stage}").__doc__ or "").split("\n\n")[0].replace("``", "`")


def command(stage: str) -> Callable[[typer.Context], None]:
    """The subcommand that runs a stage in the checkout of the working folder."""

    def run(context: typer.Context) -> None:
        _run([stage], project(), parameters.load(Path("params.yaml")), context.obj)

    return run


def project() -> Layout:
    """The checkout that the command was called in."""
    root = Path.cwd()
    if not (root / "params.yaml").is_file() or not (root / "data").is_dir():
        raise ParameterError(
            f"{root} is not a checkout of the project (no params.yaml and data/)",
            remedy="change to the checkout's top folder, or use `drawdown build RAW_FOLDER OUT_FOLDER`",
        )
    return Layout.project(root)


def build(raw: Path, out: Path, params: Path | None, resources: Resources) -> Path:
    """Run the pipeline over a folder of pages; the tables lie in ``out`` itself, which is returned."""
    from drawdown.documents import files

    if out.resolve() == raw.resolve() or raw.resolve() in out.resolve().parents:
        raise ParameterError(f"{out} lies in {raw}", remedy="choose a folder for the tables outside that of the pages")
    if not files.names(raw):
        raise ParameterError(f"{raw} holds no pages", remedy="put pages into it; files whose names begin with a dot are skipped")
    out.mkdir(parents=True, exist_ok=True)
    _run(BUILT, Layout.folder(raw, out), parameters.load(params) if params else parameters.Params(), resources)
    return out


def datadocs(folder: Path) -> None:
    """Great Expectations' Data Docs over the tables of the checkout."""
    from drawdown.gate import expectations

    expectations.write_data_docs(project(), folder)


def check_generated() -> None:
    """Compare the README's generated part with the tables; an error names the command that brings it up to date."""
    from drawdown.pages import stage

    layout = project()
    text = Path("README.md").read_text(encoding="utf-8")
    if stage.readme(layout, text) != text:
        raise ContractError("README.md: the table of tables is not current", remedy="drawdown readme")
    typer.echo("README.md is current")


def update_readme() -> None:
    """Write the README's generated part anew."""
    from drawdown.pages import stage

    layout, path = project(), Path("README.md")
    io.write_text(path, stage.readme(layout, path.read_text(encoding="utf-8")))


def _run(names: tuple[str, ...] | list[str], layout: Layout, params: parameters.Params, resources: Resources) -> None:
    with executors.executor(resources.workers, resources.scheduler) as pool:
        for name in names:
            importlib.import_module(f"drawdown.{name}.stage").run(layout, params, pool)
