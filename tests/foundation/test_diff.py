from __future__ import annotations

from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drawdown import diff
from drawdown.errors import ContractError
from drawdown.schemas import TABLES

KEYS = st.integers(0, 6)
ROWS = st.dictionaries(
    KEYS,
    st.tuples(st.sampled_from([None, "a", "b"]), st.sampled_from([None, 0.5, float("nan")]), st.sampled_from([None, date(2020, 1, 3)])),
)


def frame(rows: dict[int, tuple[object, ...]]) -> pl.DataFrame:
    schema = {"key": pl.Int64, "word": pl.String, "share": pl.Float64, "day": pl.Date}
    return pl.DataFrame([(key, *values) for key, values in rows.items()], schema=schema, orient="row")


@given(ROWS)
def test_nothing_differs_from_itself(rows: dict[int, tuple[object, ...]]) -> None:
    same = diff.compare("t", ["key"], frame(rows), frame(rows).reverse())
    assert same.empty
    assert same.bump == "none"
    assert diff.summary([same]) == []


@given(ROWS, ROWS, st.sampled_from([[], ["word"], ["share", "day"]]), st.sampled_from([[], ["word"], ["day"]]))
def test_the_difference_applied_to_the_old_gives_the_new(
    old: dict[int, tuple[object, ...]], new: dict[int, tuple[object, ...]], less: list[str], later: list[str]
) -> None:
    before, after = frame(old).drop(less), frame(new).drop(later)
    found = diff.compare("t", ["key"], before, after)
    assert diff.apply(found, before).equals(after.sort("key"), null_equal=True)


def test_a_changed_type_is_a_change() -> None:
    old, new = pl.DataFrame({"key": [1], "n": [1]}), pl.DataFrame({"key": [1], "n": ["one"]})
    found = diff.compare("t", ["key"], old, new)
    assert found.cells.rows() == [(1, "n", "1", "one")]
    assert diff.apply(found, old).equals(new)


@pytest.mark.parametrize(
    ("old", "new", "step"),
    [
        ({1: ("a", None, None)}, {1: ("a", None, None), 2: ("b", None, None)}, "minor"),
        ({1: ("a", None, None)}, {1: ("b", None, None)}, "major"),
        ({1: (None, None, None)}, {1: ("b", None, None)}, "major"),
        ({1: ("a", None, None)}, {}, "major"),
        ({1: ("a", None, None)}, {1: ("a", None, None)}, "none"),
    ],
)
def test_the_step_of_the_version(old: dict[int, tuple[object, ...]], new: dict[int, tuple[object, ...]], step: str) -> None:
    assert diff.compare("t", ["key"], frame(old), frame(new)).bump == step


def test_columns_gained_are_additions_and_columns_lost_are_removals() -> None:
    rows = frame({1: ("a", 0.5, None)})
    assert diff.compare("t", ["key"], rows.drop("word"), rows).bump == "minor"
    assert diff.compare("t", ["key"], rows, rows.drop("word")).bump == "major"


def test_the_largest_step_of_all_tables_counts() -> None:
    empty, one = TABLES["contexts"].frame([]), {"event_mention_id": "em_" + "0" * 20, "context": "military", "reason": "troops"}
    diffs = diff.compare_all(TABLES, {"contexts": empty}, {"contexts": TABLES["contexts"].frame([one])})
    assert diff.bump(diffs) == "minor"
    assert diff.bump([]) == "none"
    assert diff.bump([], code_changed=True) == "patch"
    assert diff.summary(diffs) == ["- `contexts`: 1 added"]


@pytest.mark.parametrize(
    ("old", "new", "needed", "fine"),
    [
        ("1.4.2", "1.5.0", "minor", True),
        ("1.4.2", "1.4.3", "minor", False),
        ("1.4.2", "2.0.0", "minor", True),
        ("1.4.2", "1.3.9", "patch", False),
    ],
)
def test_a_step_too_small_is_seen(old: str, new: str, needed: diff.Bump, fine: bool) -> None:
    assert diff.allowed(old, new, needed) is fine


def test_a_key_twice_is_refused() -> None:
    twice = pl.DataFrame({"key": [1, 1], "word": ["a", "b"]})
    with pytest.raises(ContractError, match="key twice"):
        diff.compare("t", ["key"], twice, twice)
    with pytest.raises(ContractError, match="no column"):
        diff.compare("t", ["other"], twice, twice)
