"""Loading: what a researcher calls."""

from __future__ import annotations

import shutil
import warnings
from pathlib import Path

import polars as pl
import pytest

import drawdown
from drawdown import io
from drawdown.errors import DrawdownError, MissingTableError, OlderTableWarning
from drawdown.schemas import TABLES
from tests import factory


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


def older(folder: Path, version: str, *lacking: str) -> Path:
    """A folder with a table ``event_mentions`` of another schema version, without some columns."""
    table = TABLES["event_mentions"]
    metadata = {"drawdown.table": table.name, "drawdown.schema_version": version}
    io.write_frame(factory.frame(table).drop(lacking), folder / "event_mentions.parquet", metadata)
    return folder


def test_a_table_from_before_a_column_was_added_is_loaded_with_a_warning(tmp_path: Path) -> None:
    table = TABLES["event_mentions"]
    folder = older(tmp_path, io.SCHEMA_VERSION, "confidence", "corrected")
    with pytest.warns(OlderTableWarning, match=r"written before event_mentions had confidence, corrected(.|\n)*drawdown build") as caught:
        frame = drawdown.load("event_mentions", root=folder)
    assert caught[0].filename == __file__
    assert frame.schema == table.polars_schema()
    assert frame.select("confidence", "corrected").row(0) == (None, False)
    assert frame.drop("confidence").equals(factory.frame(table).drop("confidence"))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert drawdown.load("event_mentions", columns=["text"], root=folder).height == 1


@pytest.mark.parametrize(
    ("version", "says"), [("99.0", "--upgrade"), ("1.99", "--upgrade"), ("0.9", "drawdown build"), ("soon", "--upgrade")]
)
def test_tables_of_a_newer_or_an_older_major_schema_are_refused(version: str, says: str, tmp_path: Path) -> None:
    folder = older(tmp_path, version)
    with pytest.raises(MissingTableError, match=rf"under schema {version}(.|\n)*{says}"):
        drawdown.load("event_mentions", root=folder)
    with pytest.raises(MissingTableError, match=rf"under schema {version}(.|\n)*{says}"):
        io.read_table(TABLES["event_mentions"], folder / "event_mentions.parquet")


def test_a_file_that_is_not_the_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MissingTableError, match="is not the table event_mentions: it has no column event_mention_id"):
        drawdown.load("event_mentions", root=older(tmp_path, io.SCHEMA_VERSION, "event_mention_id"))


def test_errors_list_what_there_is(tmp_path: Path) -> None:
    with pytest.raises(DrawdownError, match=r"there is no table 'event'(.|\n)*event_mentions"):
        drawdown.load("event")
    with pytest.raises(DrawdownError, match=r"no column 'type'(.|\n)*event_type"):
        drawdown.load("events", columns=["type"])
    with pytest.raises(MissingTableError, match=r"events\.parquet does not exist"):
        drawdown.load("events", root=tmp_path)
    with pytest.raises(DrawdownError, match="there is no table"):
        drawdown.describe("event")
