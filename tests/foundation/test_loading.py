"""Loading: what a researcher calls."""

from __future__ import annotations

import shutil
from pathlib import Path

import polars as pl
import pytest

import drawdown
from drawdown.errors import DrawdownError, MissingTableError
from drawdown.schemas import TABLES


def test_tables_are_named_in_order_of_flow() -> None:
    assert drawdown.tables() == list(TABLES)
    assert drawdown.tables()[:2] == ["documents", "articles"]


@pytest.mark.parametrize("name", TABLES)
def test_load_gives_the_described_columns(name: str, tables: Path) -> None:
    frame = drawdown.load(name, root=tables)
    assert frame.schema == TABLES[name].polars_schema()
    assert frame.equals(frame.sort(TABLES[name].primary_key))
    assert drawdown.describe(name)["column"].to_list() == frame.columns


def test_some_columns_and_lazily(tables: Path) -> None:
    lazy = drawdown.load("events", lazy=True, columns=["event_type", "event_id"], root=tables)
    assert isinstance(lazy, pl.LazyFrame)
    assert lazy.collect().columns == ["event_type", "event_id"]


def test_root_is_a_folder_of_tables_or_a_checkout(tables: Path, root: Path, tmp_path: Path) -> None:
    shutil.copy(tables / "events.parquet", tmp_path)
    here = drawdown.load("events", root=tmp_path)
    assert here.equals(drawdown.load("events", root=root))
    assert here.equals(drawdown.load("events", root=str(tables)))
    assert here.equals(drawdown.load("events"))


def test_errors_list_what_there_is(tmp_path: Path) -> None:
    with pytest.raises(DrawdownError, match=r"there is no table 'event'(.|\n)*event_mentions"):
        drawdown.load("event")
    with pytest.raises(DrawdownError, match=r"no column 'type'(.|\n)*event_type"):
        drawdown.load("events", columns=["type"])
    with pytest.raises(MissingTableError, match=r"events\.parquet does not exist"):
        drawdown.load("events", root=tmp_path)
    with pytest.raises(DrawdownError, match="there is no table"):
        drawdown.describe("event")
