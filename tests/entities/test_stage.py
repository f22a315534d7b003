"""The stage as a whole: how its tables are cut on the way changes nothing."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from drawdown import executors, io
from drawdown.entities import stage
from drawdown.layout import Layout
from drawdown.params import Params


def test_tables_that_are_written_in_many_parts_hold_the_same_rows(checkout: Path, tables: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(io, "GROUP_BYTES", 8000)
    layout = Layout.project(checkout)
    stage.run(layout, Params(), executors.SerialExecutor())
    assert len(io.row_groups(layout.table("mentions"))) > 3
    for name in (*stage.PER_ARTICLE, "entities", "places"):
        assert pl.read_parquet(layout.table(name)).equals(pl.read_parquet(tables / f"{name}.parquet")), name
    assert not layout.interim_folder("entities").exists()
