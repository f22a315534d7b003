"""A small project whose tables keep their contracts."""

from __future__ import annotations

from pathlib import Path

import pytest

from drawdown import io
from drawdown.layout import Layout, bundled_reference
from drawdown.schemas import TABLES
from tests import factory


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    """Tables of one row each; the reference folder is the shipped one's ``dataset.yaml``."""
    made = Layout.project(tmp_path)
    made.reference.mkdir(parents=True)
    (made.reference / "dataset.yaml").write_bytes((bundled_reference() / "dataset.yaml").read_bytes())
    for table in TABLES.values():
        io.write_table(table, factory.frame(table), made.table(table.name))
    return made
