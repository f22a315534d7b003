"""A version is frozen only by a step large enough and with a section in the changelog; the ids of its events are kept."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import polars as pl
import pytest

from drawdown import io
from drawdown.errors import ContractError
from drawdown.layout import Layout
from drawdown.schemas import TABLES
from drawdown.versions import freezing

RELEASES = "data/reference/releases.csv"


@pytest.fixture
def unreleased(checkout: Path) -> Layout:
    """A copy of the checkout that was never released, at version 1.2.0."""
    (checkout / RELEASES).write_text("version,released,ledger_sha256\n", encoding="utf-8")
    (checkout / "data/reference/event_ids.csv").write_text("event_mention_id,event_id,founding\n", encoding="utf-8")
    set_version(checkout, "1.2.0")
    return Layout.project(checkout)


def set_version(checkout: Path, version: str) -> None:
    path = checkout / "data" / "reference" / "dataset.yaml"
    text, changed = re.subn(r"(?m)^version: .*$", f"version: {version}", path.read_text(encoding="utf-8"))
    assert changed == 1
    path.write_text(text, encoding="utf-8")
    (checkout / "CHANGELOG.md").write_text(
        f"# Changelog\n\n## Data\n\n### {version} (2026-01-31)\n\n## Code\n\n### 9.9.9\n", encoding="utf-8"
    )


def frozen(layout: Layout, checkout: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Freeze it, and keep its tables as those of the release."""
    freezing.freeze(layout, checkout)
    kept = tmp_path / "kept"
    kept.mkdir()
    for path in layout.tables.glob("*.parquet"):
        (kept / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(freezing, "last_release", lambda _: str(kept))
    return kept


def rename_a_place(layout: Layout) -> None:
    path = layout.table("places")
    frame = pl.read_parquet(path)
    io.write_frame(frame.with_columns(pl.lit("Nowhere").alias("name")), path)
    ledger = layout.release / "ledger.csv"
    ledger.write_text(ledger.read_text(encoding="utf-8").replace("places,", "places,1"), encoding="utf-8")


def test_the_first_release_keeps_the_id_of_every_event(unreleased: Layout, checkout: Path) -> None:
    told = freezing.freeze(unreleased, checkout)
    kept = pl.read_csv(unreleased.reference / "event_ids.csv")
    events = pl.read_parquet(unreleased.table("events"))
    assert set(kept["event_id"]) == set(events["event_id"])
    assert set(kept.filter("founding")["event_mention_id"]) == set(events["founding_mention_id"])
    assert told[0] == "version 1.2.0 is the first release"
    assert freezing.freeze(unreleased, checkout) == ["version 1.2.0 is frozen already, with these very tables"]


def test_changed_tables_need_a_version_of_their_own(
    unreleased: Layout, checkout: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    frozen(unreleased, checkout, monkeypatch, tmp_path)
    rename_a_place(unreleased)
    with pytest.raises(ContractError, match="differ from those released as"):
        freezing.freeze(unreleased, checkout)


@pytest.mark.parametrize(("version", "enough"), [("1.2.1", False), ("1.3.0", False), ("2.0.0", True)])
def test_a_step_that_is_too_small_is_refused(
    version: str, enough: bool, unreleased: Layout, checkout: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    frozen(unreleased, checkout, monkeypatch, tmp_path)
    before = (checkout / RELEASES).read_text(encoding="utf-8")
    rename_a_place(unreleased)
    set_version(checkout, version)
    if enough:
        assert any("`places`" in line for line in freezing.freeze(unreleased, checkout))
        assert version in (checkout / RELEASES).read_text(encoding="utf-8")
    else:
        with pytest.raises(ContractError, match="demand a major one"):
            freezing.freeze(unreleased, checkout)
        assert (checkout / RELEASES).read_text(encoding="utf-8") == before


def test_a_version_that_the_changelog_does_not_tell_of_is_refused(unreleased: Layout, checkout: Path) -> None:
    set_version(checkout, "9.9.9")
    (checkout / "CHANGELOG.md").write_text("## Data\n\n### 9.9.90 (x)\n\n## Code\n\n### 9.9.9 (x)\n", encoding="utf-8")
    with pytest.raises(ContractError, match=r"no section for version 9\.9\.9 of the data"):
        freezing.freeze(unreleased, checkout)


def test_every_change_since_the_last_release_is_announced(root: Path) -> None:
    freezing.require_explained(Layout.project(root), (root / "CHANGELOG.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["ledger.csv", "funnel.csv"])
def test_the_tables_are_those_that_git_knows(name: str, root: Path) -> None:
    path = f"data/release/{name}"
    known = subprocess.run(["git", "show", f":{path}"], cwd=root, capture_output=True, text=True, check=True).stdout
    built = (root / path).read_text(encoding="utf-8")
    assert built == known, "the tables changed: look at `drawdown diff HEAD .`, then `git add dvc.lock data/release`"


def test_the_ledger_counts_every_table(root: Path, tables: Path) -> None:
    ledger = pl.read_csv(root / "data" / "release" / "ledger.csv")
    assert dict(ledger.select("table", "rows").iter_rows()) == {name: pl.read_parquet(tables / f"{name}.parquet").height for name in TABLES}
