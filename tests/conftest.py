"""What many tests need: the checkout, its built tables, and a small corpus with everything that goes wrong."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import settings

from drawdown.layout import Layout, bundled_reference
from tests import factory

ROOT = Path(__file__).parents[1]
Run = Callable[..., subprocess.CompletedProcess[str]]


def pytest_configure(config: pytest.Config) -> None:
    """Property tests try the same examples in every run; ``pytest --hypothesis-profile=default`` looks for new ones."""
    settings.register_profile("steady", derandomize=True)
    if not config.getoption("--hypothesis-profile"):
        settings.load_profile("steady")


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def tables() -> Path:
    """The folder of built tables; the tests run after `dvc repro`."""
    folder = ROOT / "data" / "tables"
    assert (folder / "events.parquet").is_file(), "the tables are not built: run `make test`, or `dvc repro` first"
    return folder


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    """A small project whose tables keep their contracts: one row each; its reference folder has the shipped ``dataset.yaml`` alone."""
    made = Layout.project(tmp_path)
    made.reference.mkdir(parents=True)
    shutil.copy(bundled_reference() / "dataset.yaml", made.reference)
    factory.fill(made)
    return made


@pytest.fixture
def drawdown() -> Run:
    """Run the command as a user would; stdout, stderr and exit code come back."""

    def run(*arguments: str | Path, cwd: Path = ROOT, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [Path(sys.executable).parent / "drawdown", *map(str, arguments)],
            cwd=cwd,
            env={**os.environ, "DRAWDOWN_WORKERS": "1", **(env or {})},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the checkout's data and parameters, to break things in; the code is the installed one."""
    copy = tmp_path / "checkout"
    shutil.copytree(ROOT / "data", copy / "data", symlinks=True)
    shutil.copy(ROOT / "params.yaml", copy)
    return copy
