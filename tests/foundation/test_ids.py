"""Ids: made of content, the same everywhere."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from drawdown import ids

HEX = st.text("0123456789abcdef", min_size=16, max_size=16)


def test_known_values_never_change() -> None:
    assert ids.document_id(hashlib.sha256(b"page").hexdigest()) == "d_" + hashlib.sha256(b"page").hexdigest()[:16]
    assert ids.digest("a", 1, None) == hashlib.sha256(b"1:a1:11:-").hexdigest()


@given(st.lists(st.text(max_size=5), max_size=4), st.lists(st.text(max_size=5), max_size=4))
def test_parts_are_kept_apart(one: list[str], other: list[str]) -> None:
    assert (ids.digest(*one) == ids.digest(*other)) == (one == other)


@given(HEX)
def test_copies_of_a_page_are_told_apart(digits: str) -> None:
    sha = digits * 4
    assert len({ids.document_id(sha), ids.document_id(sha, "a/x.txt"), ids.document_id(sha, "b/x.txt")}) == 3


@given(HEX, st.integers(1, 50))
def test_rows_of_a_page_are_in_the_shard_of_the_page(digits: str, shards: int) -> None:
    article = f"a_{digits}"
    mention = ids.within("em", article, 10, 20)
    assert ids.shard(mention, shards) == ids.shard(article, shards) == ids.shard(f"d_{digits}", shards)


@given(HEX, st.integers(1, 50))
def test_ranges_of_shards_hold_their_ids(digits: str, shards: int) -> None:
    low, high = ids.shard_range(ids.shard(f"a_{digits}", shards), shards)
    assert low <= digits
    assert high is None or digits < high


@given(HEX, st.lists(st.integers() | st.text(max_size=5) | st.none(), max_size=5))
def test_many_ids_at_once_are_those_of_each(digits: str, places: list[object]) -> None:
    page = ids.document_id(digits)
    assert ids.all_within("b", page, places) == [ids.within("b", page, place) for place in places]
