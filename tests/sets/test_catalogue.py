"""The sets that can be scored, and the page that tells of them."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from drawdown.sets import catalogue

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.mark.parametrize("name", catalogue.CATALOGUE)
def test_a_set_is_in_the_limits_and_in_the_help(name: str, root: Path) -> None:
    assert f"`drawdown score --set {name} " in (root / "docs" / "limits.md").read_text(encoding="utf-8")
    assert f"{name}: " in catalogue.listing()


def test_help_lists_the_sets(drawdown: Run) -> None:
    told = drawdown("score", "--help", env={"COLUMNS": "200"}).stdout
    assert all(f" {name}: " in told for name in catalogue.CATALOGUE)
