"""Unknown actors of several pages: spellings and surnames that are one, and those that are not."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drawdown.entities import linking, variants
from drawdown.entities.aliases import unknown_id


def table(*names: tuple[str, str, int]) -> pl.DataFrame:
    """Mentions by the model: name, kind, how often."""
    rows = [
        {"entity_id": unknown_id(text, kind), "kind": kind, "text": text, "method": "model"}
        for text, kind, times in names
        for _ in range(times)
    ]
    return pl.DataFrame(rows, schema={"entity_id": pl.String, "kind": pl.String, "text": pl.String, "method": pl.String})


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Yousef al-Haddadi", "Yusuf al-Hadadi", True),
        ("Ruth K. Ostrow", "Ruth Ostrow", True),
        ("Ruth Ostrow", "Rolf Ostrow", False),
        ("Ruth Ostrow", "Ostrow", False),
        ("", "", False),
    ],
)
def test_spellings(a: str, b: str, same: bool) -> None:
    assert variants.alike(a, b) is variants.alike(b, a) is same


def test_the_commoner_spelling_stays() -> None:
    merged = variants.merged(
        table(("Yousef al-Haddadi", "person", 1), ("Yusuf al-Hadadi", "person", 3), ("Harbour Bank", "organisation", 1))
    )
    assert merged == {unknown_id("Yousef al-Haddadi", "person"): unknown_id("Yusuf al-Hadadi", "person")}


def test_a_surname_is_the_only_person_who_has_it() -> None:
    one = table(("Ruth Ostrow", "person", 1), ("Ostrow", "person", 2))
    assert len(set(variants.merged(one).items())) == 1
    assert variants.merged(pl.concat([one, table(("Pavel Ostrow", "person", 1))])) == {}


def test_rows_get_the_id_that_stays_and_say_why() -> None:
    frame = pl.DataFrame({"entity_id": ["x_a", "x_b", None], "reason": ["one", "two", "three"]})
    moved = linking.relinked(frame, {"x_b": "x_a"}, "entity_id")
    assert moved["entity_id"].to_list() == ["x_a", "x_a", None]
    assert moved["reason"][0] == "one"
    assert "another page" in moved["reason"][1]
    assert moved["reason"][2] == "three"


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Ruth Ostrow", "Rut Ostrow", "Ostrow", "R. Ostrov", "Anna Bell", "Bell"]), st.just("person"), st.integers(1, 3)
        ),
        max_size=8,
    )
)
def test_the_order_of_mentions_changes_nothing(names: list[tuple[str, str, int]]) -> None:
    frame = table(*names)
    assert variants.merged(frame) == variants.merged(frame.reverse())
    merged = variants.merged(frame)
    assert not set(merged) & set(merged.values())
