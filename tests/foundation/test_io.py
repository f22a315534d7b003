"""The one writer: whole files, the same bytes for the same rows, errors that lead somewhere."""

from __future__ import annotations

import itertools
import tempfile
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drawdown import io
from drawdown.errors import MissingTableError
from drawdown.schemas import TABLES
from tests import factory

PLACES = TABLES["places"]


def places(count: int) -> pl.DataFrame:
    return PLACES.frame([factory.row(PLACES, place_id=f"place_{n}", latitude=n / 7) for n in range(count)])


def test_order_of_rows_does_not_matter(tmp_path: Path) -> None:
    frame = places(50)
    io.write_table(PLACES, frame, tmp_path / "a.parquet")
    io.write_table(PLACES, frame.reverse(), tmp_path / "b.parquet")
    assert io.file_sha256(tmp_path / "a.parquet") == io.file_sha256(tmp_path / "b.parquet")


@settings(deadline=None)
@given(st.lists(st.integers(0, 40), max_size=30), st.lists(st.integers(1, 9), max_size=20))
def test_the_bytes_do_not_depend_on_how_rows_are_cut_into_frames(lengths: list[int], cuts: list[int]) -> None:
    rows = [{"key": at, "text": None if length == 40 else "x" * length, "yes": True} for at, length in enumerate(lengths)]
    frame = pl.DataFrame(rows, schema={"key": pl.Int64, "text": pl.String, "yes": pl.Boolean})
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as folder:
        patch.setattr(io, "ROW_GROUP", 7)
        patch.setattr(io, "GROUP_BYTES", 100)
        one, other = Path(folder) / "one.parquet", Path(folder) / "other.parquet"
        io.write_frame(frame, one, {"name": "it"})
        ends = [*itertools.accumulate(cuts), frame.height]
        with io.writing(other, frame.schema, {"name": "it"}) as writer:
            for start, end in itertools.pairwise([0, *ends]):
                writer.write(frame[start:end])
        assert one.read_bytes() == other.read_bytes()
        assert pl.read_parquet(one).equals(frame)
        groups = io.row_groups(one)
    assert sum(groups) == frame.height
    at = 0
    for size in groups:
        assert size <= 7
        assert sum(8 + 8 + len(row["text"] or "") for row in rows[at : at + size - 1]) < 100
        at += size


def test_table_and_schema_version_stand_in_the_file(tmp_path: Path) -> None:
    io.write_table(PLACES, places(1), tmp_path / "a.parquet")
    metadata = pl.read_parquet_metadata(tmp_path / "a.parquet")
    assert metadata["drawdown.table"] == "places"
    assert metadata["drawdown.schema_version"] == io.SCHEMA_VERSION


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    io.write_text(path, "old")

    def interrupted() -> None:
        with io.replacing(path) as temporary:
            temporary.write_text("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_missing_table_names_the_file_and_its_stage(tmp_path: Path) -> None:
    with pytest.raises(MissingTableError, match=r"places\.parquet does not exist.*\n.*drawdown entities"):
        io.read_table(PLACES, tmp_path / "places.parquet")


def test_corrupt_table_names_the_file_and_its_stage(tmp_path: Path) -> None:
    path = tmp_path / "places.parquet"
    path.write_bytes(b"PAR1 not a table")
    with pytest.raises(MissingTableError, match=r"places\.parquet cannot be read(.|\n)*drawdown entities"):
        io.read_table(PLACES, path)
    with pytest.raises(MissingTableError, match="drawdown entities"):
        io.read_schema(PLACES, path)


@given(st.lists(st.floats(-90, 90), min_size=1, max_size=5))
def test_logical_digest_sees_every_change_and_no_order(values: list[float]) -> None:
    frame = PLACES.frame([factory.row(PLACES, place_id=f"p{n}", latitude=value) for n, value in enumerate(values)])
    assert io.logical_digest(PLACES, frame) == io.logical_digest(PLACES, frame.reverse())
    moved = frame.with_columns(pl.when(pl.col("place_id") == "p0").then(91.0).otherwise("latitude").alias("latitude"))
    assert io.logical_digest(PLACES, frame) != io.logical_digest(PLACES, moved)
