"""The site, built once from the hand-written pages and from tables of one row each."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from drawdown.executors import SerialExecutor
from drawdown.layout import Layout
from drawdown.pages import stage
from drawdown.params import Params
from tests import factory
from tests.conftest import ROOT


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with ``docs`` (generated pages included), ``mkdocs.yml`` and the changelog."""
    folder = tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / "docs", folder / "docs", ignore=shutil.ignore_patterns("generated"))
    for name in ("mkdocs.yml", "CHANGELOG.md"):
        shutil.copy(ROOT / name, folder)
    layout = Layout.project(folder)
    factory.fill(layout)
    stage.run(layout, Params(), SerialExecutor())
    return folder


@pytest.fixture(scope="session")
def site(project: Path) -> Path:
    """The built site; a warning of MkDocs is a failure."""
    done = subprocess.run(
        [Path(sys.executable).parent / "mkdocs", "build", "--strict", "--quiet"],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"
