from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from drawdown import corrections
from drawdown.errors import KnowledgeError
from drawdown.layout import bundled_reference
from drawdown.schemas import TABLES

KEY = "em_" + "0" * 20
ENTRY = {
    "table": "contexts",
    "key": {"event_mention_id": KEY, "context": "military"},
    "field": "reason",
    "expect": "troops",
    "value": "soldiers",
    "reason": "the page says soldiers",
    "by": "A. Editor",
    "source": "the page itself",
    "date": "2026-01-31",
}


@pytest.fixture
def contexts() -> pl.DataFrame:
    return TABLES["contexts"].frame([{"event_mention_id": KEY, "context": name, "reason": "troops"} for name in ("military", "asylum")])


def written(folder: Path, **changes: object) -> Path:
    path = folder / "corrections.yaml"
    path.unlink(missing_ok=True)
    entry = {name: value for name, value in (ENTRY | changes).items() if value is not ...}
    corrections.append(path, entry, TABLES)
    return path


def test_a_cell_is_corrected_and_the_original_kept(tmp_path: Path, contexts: pl.DataFrame) -> None:
    entries = corrections.read(written(tmp_path), TABLES)
    fixed = corrections.apply(TABLES["contexts"], contexts, entries)
    assert dict(fixed.select("context", "reason").iter_rows()) == {"military": "soldiers", "asylum": "troops"}
    told = TABLES["corrections"].frame(corrections.rows(entries)).row(0, named=True)
    assert (told["original"], told["value"], told["dropped"], told["by"]) == ("troops", "soldiers", False, "A. Editor")


def test_a_row_is_dropped(tmp_path: Path, contexts: pl.DataFrame) -> None:
    entries = corrections.read(written(tmp_path, drop=True, field=..., expect=..., value=...), TABLES)
    assert corrections.apply(TABLES["contexts"], contexts, entries)["context"].to_list() == ["asylum"]


def test_a_stale_guard_stops_and_names_the_row(tmp_path: Path, contexts: pl.DataFrame) -> None:
    entries = corrections.read(written(tmp_path, expect="tanks"), TABLES)
    with pytest.raises(KnowledgeError, match=f"entry 1: contexts {KEY}/military, reason: expected 'tanks', the machine now says 'troops'"):
        corrections.apply(TABLES["contexts"], contexts, entries)


def test_a_row_that_is_gone_stops(tmp_path: Path, contexts: pl.DataFrame) -> None:
    entries = corrections.read(written(tmp_path), TABLES)
    with pytest.raises(KnowledgeError, match="no such row"):
        corrections.apply(TABLES["contexts"], contexts.clear(), entries)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"table": "nothing"}, "no table"),
        ({"field": "colour"}, "cannot be corrected"),
        ({"field": "context"}, "cannot be corrected"),
        ({"key": {"context": "military"}}, "the key of contexts"),
        ({"value": 7}, "not of type string"),
        ({"expect": ...}, "expect or value missing"),
        ({"by": ...}, "by missing"),
        ({"colour": "red"}, "expected the names"),
    ],
)
def test_wrong_entries_are_refused_before_they_are_written(tmp_path: Path, changes: dict[str, object], message: str) -> None:
    with pytest.raises(KnowledgeError, match=message):
        written(tmp_path, **changes)
    assert not (tmp_path / "corrections.yaml").exists()


def test_one_cell_twice_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path)
    with pytest.raises(KnowledgeError, match="corrected twice"):
        corrections.append(path, ENTRY, TABLES)
    assert len(corrections.read(path, TABLES)) == 1


def test_comments_stay_when_an_entry_is_added(tmp_path: Path) -> None:
    path = tmp_path / "corrections.yaml"
    path.write_text("# how to write one\n[]\n")
    corrections.append(path, ENTRY, TABLES)
    assert path.read_text().startswith("# how to write one\n- table: contexts\n")
    assert len(corrections.read(path, TABLES)) == 1


def test_the_shipped_file_is_sound_and_no_file_is_no_corrections(tmp_path: Path) -> None:
    corrections.read(bundled_reference() / "corrections.yaml", TABLES)
    assert corrections.read(tmp_path / "none.yaml", TABLES) == []


def test_corrections_of_a_table_in_parts_find_their_rows_or_stop(tmp_path: Path, contexts: pl.DataFrame) -> None:
    entries = corrections.read(written(tmp_path), TABLES)
    table = TABLES["contexts"]
    pending = corrections.Pending(entries)
    parts = [pending.apply(table, contexts[at : at + 1]) for at in range(contexts.height)]
    pending.finish()
    assert pl.concat(parts).equals(corrections.apply(table, contexts, entries))
    lost = corrections.Pending(entries)
    assert lost.apply(table, contexts[:0]).is_empty()
    with pytest.raises(KnowledgeError, match="there is no such row"):
        lost.finish()
    stale = corrections.Pending(corrections.read(written(tmp_path, expect="tanks"), TABLES))
    with pytest.raises(KnowledgeError, match="the machine now says 'troops'"):
        stale.apply(table, contexts)
