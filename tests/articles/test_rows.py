from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drawdown.articles.rows import tuples


class Pair(NamedTuple):
    left: int
    right: str


@given(st.lists(st.tuples(st.integers(), st.text())))
def test_the_same_as_one_by_one(rows: list[tuple[int, str]]) -> None:
    found = tuples(Pair, [left for left, _ in rows], (right for _, right in rows))
    assert found == [Pair(left, right) for left, right in rows]
    assert all(type(pair) is Pair and pair.right == pair[1] for pair in found)


def test_columns_of_different_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        tuples(Pair, [1, 2], ["a"])
