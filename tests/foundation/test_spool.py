"""Rows out of order in, rows in order out, whatever fits in the buffer."""

from __future__ import annotations

import tempfile
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drawdown import contracts, ids, io, shards, spool
from drawdown.schemas import TABLES
from tests import factory

QUARANTINE = TABLES["quarantine"]
Keys = st.sets(st.integers(0, 2**64 - 1), max_size=40)


def row(key: int) -> dict[str, object]:
    return factory.row(QUARANTINE, document_id=f"d_{key:016x}")


@settings(deadline=None, max_examples=40)
@given(Keys, st.integers(1, 5), st.sampled_from([2000, 9000, 1 << 20]))
def test_rows_come_back_in_order_shard_by_shard(keys: set[int], parts: int, buffer: int) -> None:
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as folder:
        patch.setattr(spool, "BUFFER", buffer)
        with spool.Spool(QUARANTINE, Path(folder)) as rows:
            for key in keys:
                rows.add(row(key))
            found = [list(rows.frames(part, parts)) for part in range(parts)]
        assert list(Path(folder).iterdir()) == []
    whole = pl.concat([QUARANTINE.frame([]), *(frame for part in found for frame in part)])
    assert whole.equals(QUARANTINE.frame([row(key) for key in keys]))
    for number, part in enumerate(found):
        assert {ids.shard(key, parts) for frame in part for key in frame["document_id"]} <= {number}


def test_rows_are_found_again_by_id(tmp_path: Path) -> None:
    with spool.Spool(QUARANTINE, tmp_path) as rows:
        assert rows.find(["d_0"], ["path"]).is_empty()
        rows.extend(QUARANTINE.frame([row(7) | {"path": "seven.txt"}, row(8)]))
        assert rows.find([f"d_{7:016x}"], ["path"])["path"].to_list() == ["seven.txt"]


def test_a_table_whose_ids_are_names_cannot_be_spooled(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="places"):
        spool.Spool(TABLES["places"], tmp_path)


@settings(deadline=None, max_examples=40)
@given(Keys)
def test_parts_of_a_file_are_all_of_it_in_order(keys: set[int]) -> None:
    frame = QUARANTINE.frame([row(key % 7 << 32 | key >> 20) for key in keys]).unique().sort(QUARANTINE.primary_key)
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as folder:
        patch.setattr(io, "ROW_GROUP", 2)
        path = Path(folder) / "quarantine.parquet"
        contracts.write(QUARANTINE, frame, path)
        parts = [shards.part_rows(QUARANTINE, part) for part in shards.parts(QUARANTINE, path)]
    assert pl.concat([QUARANTINE.frame([]), *parts]).equals(frame)
    pages = [{key[:10] for key in part["document_id"]} for part in parts]
    assert sum(map(len, pages)) == len(set().union(*pages))
