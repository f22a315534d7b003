"""Spans looked up by place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drawdown.entities.quotes.spans import Spans

SPAN = st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.lists(SPAN, max_size=20), SPAN)
def test_exactly_those_that_share_a_character(spans: list[tuple[int, int]], asked: tuple[int, int]) -> None:
    found = Spans.of((start, end, number) for number, (start, end) in enumerate(spans)).overlapping(*asked)
    shared = [(start, end, number) for number, (start, end) in enumerate(spans) if set(range(start, end)) & set(range(*asked))]
    assert found == sorted(shared, key=lambda one: one[:2])


def test_nothing_overlaps_nothing() -> None:
    assert Spans.of([]).overlapping(0, 5) == []
