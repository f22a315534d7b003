"""Titles of works."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drawdown.entities import works


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("the author of the book, “The Plot to Sell Peru: How It Was Done,” spoke", ["The Plot to Sell Peru: How It Was Done"]),
        ('a film called "The Last Train to Lima" opened', ["The Last Train to Lima"]),
        ("he said, “We will never leave Peru,” and left", []),
        ("called it “Great Satan” again", []),
        ("Rebels Say “No Place Here For Peru Troops” Again", []),
        ("“Peru Must Leave The Coast Now”", []),
    ],
)
def test_a_title_has_capitals_in_running_text(text: str, titles: list[str]) -> None:
    assert [text[start:end] for start, end in works.spans(text)] == titles


@given(st.text())
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    found = works.spans(text)
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert found == sorted(found)
