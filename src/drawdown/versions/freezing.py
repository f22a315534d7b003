"""Freezing a version: the step is large enough, the changelog tells of it, and the ids of its events are kept for good."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from drawdown import contracts, diff, io, knowledge
from drawdown.errors import ContractError
from drawdown.events import founding
from drawdown.layout import Layout
from drawdown.release import facts
from drawdown.schemas import TABLES
from drawdown.schemas.reference import event_ids, releases
from drawdown.versions import opening


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the tables stand: ``last`` is the last release (None: there is none), ``moved`` whether the tables differ from it."""

    version: str
    last: str | None
    moved: bool

    @property
    def frozen(self) -> bool:
        """Whether these very tables are the last release."""
        return self.version == self.last and not self.moved


def standing(layout: Layout) -> Standing:
    """Compare ``dataset.yaml`` and the ledger with the last release."""
    version = facts.read(layout.reference).version
    released = knowledge.read(releases.TABLE, layout.reference)
    if released.is_empty():
        return Standing(version, None, True)
    last = released.row(-1, named=True)
    return Standing(version, last["version"], last["ledger_sha256"] != io.file_sha256(layout.release / "ledger.csv"))


def require_explained(layout: Layout, changelog: str) -> Standing:
    """The standing, if every change since the last release is announced: a version of its own, with a section in the changelog.

    Else a ContractError that names the command which shows the change.
    """
    now = standing(layout)
    if now.version == now.last and now.moved:
        raise ContractError(
            f"the tables differ from those released as {now.last}, and dataset.yaml still gives them that version",
            remedy="see the change with `drawdown diff RELEASE_COMMIT .`, then raise `version` in data/reference/dataset.yaml by that step",
        )
    if not has_section(changelog, now.version):
        raise ContractError(
            f"CHANGELOG.md has no section for version {now.version} of the data",
            remedy=f"tell what changed under `## Data`, `### {now.version} (...)`",
        )
    return now


def has_section(changelog: str, version: str) -> bool:
    """Whether the changelog's part on data has a section for the version."""
    parts = re.split(r"^## ", changelog, flags=re.MULTILINE)
    return any(part.startswith("Data") and re.search(rf"^### {re.escape(version)}\b", part, re.MULTILINE) for part in parts)


def freeze(layout: Layout, checkout: Path) -> list[str]:
    """Write ``event_ids.csv`` and a row of ``releases.csv``; lines that say what was done.

    A step smaller than the difference from the last release demands is a ContractError, and nothing is written.
    """
    now = require_explained(layout, (checkout / "CHANGELOG.md").read_text(encoding="utf-8"))
    if now.frozen:
        return [f"version {now.version} is frozen already, with these very tables"]
    told = [f"version {now.version} is the first release"] if now.last is None else _require_step(layout, checkout, now)
    events, links = (contracts.read(TABLES[name], layout.table(name)) for name in ("events", "event_links"))
    _write(event_ids.TABLE.name, founding.to_release(events, links), layout.reference)
    _write(releases.TABLE.name, _with(layout, now.version), layout.reference)
    return [*told, "wrote data/reference/event_ids.csv and data/reference/releases.csv: run `dvc repro`, then commit"]


def last_release(checkout: Path) -> str:
    """The commit that wrote the last row of ``releases.csv``."""
    found = opening.last_change("data/reference/releases.csv", checkout)
    if not found:
        raise ContractError(
            "git does not know the commit of the last release", remedy="commit it; in a shallow clone, git fetch --unshallow first"
        )
    return found


def _require_step(layout: Layout, checkout: Path, now: Standing) -> list[str]:
    with opening.opened(last_release(checkout), checkout) as old:
        found = diff.compare_all(TABLES, diff.read_folder(TABLES, old), diff.read_folder(TABLES, layout.tables))
    needed = diff.bump(found, code_changed=True)
    if not diff.allowed(str(now.last), now.version, needed):
        lines = "\n".join(diff.summary(found))
        raise ContractError(
            f"from {now.last} to {now.version} is too small a step: the tables demand a {needed} one\n{lines}",
            remedy="raise `version` in data/reference/dataset.yaml by that step, and rename the section of CHANGELOG.md",
        )
    return [f"from {now.last} to {now.version} ({needed} or more):", *diff.summary(found)]


def _with(layout: Layout, version: str) -> pl.DataFrame:
    dataset = facts.read(layout.reference)
    row = {"version": version, "released": dataset.released, "ledger_sha256": io.file_sha256(layout.release / "ledger.csv")}
    row_frame = pl.DataFrame([row]).with_columns(pl.col("released").str.to_date("%Y-%m-%d"))
    return pl.concat([knowledge.read(releases.TABLE, layout.reference), row_frame])


def _write(name: str, frame: pl.DataFrame, folder: Path) -> None:
    io.write_text(folder / f"{name}.csv", frame.with_columns(pl.selectors.boolean().cast(pl.String)).write_csv())
