import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drawdown.articles import sketches

WORDS = st.sampled_from(["a", "b", "c", "d", "e", "it’s", "É"])
TEXT = "The groups met on Monday in the capital and said that they would go on with the talks until the end of the month."


def sketch(text: str) -> set[int]:
    return set(sketches.frame([text])["hash"])


@given(st.lists(WORDS, min_size=13, max_size=40), st.integers(0, 5))
def test_thirteen_shared_words_always_share_a_fingerprint(run: list[str], before: int) -> None:
    alone, within = sketch(" ".join(run)), sketch(" ".join(["x"] * before + run + ["y"] * 4))
    assert any(value % 2 == 0 for value in alone & within)


@given(st.lists(st.lists(WORDS, max_size=30).map(" ".join) | st.text(max_size=40), max_size=6))
def test_many_at_once_give_the_same_as_one_by_one(texts: list[str]) -> None:
    found = sketches.frame(texts)
    assert found.schema == sketches.SCHEMA
    for at, text in enumerate(texts):
        hashes = found.filter(found["article"] == at)["hash"].to_list()
        assert hashes == sketches.frame([text])["hash"].to_list() == sorted(set(hashes))
        assert all(value >= 0 for value in hashes)


def test_the_same_words_give_the_same_sketch_and_few_changes_much_of_it() -> None:
    assert sketch(TEXT) == sketch(TEXT.upper().replace(" ", "\n"))
    bands = {value for value in sketch(TEXT * 9) if value % 2}
    changed = {value for value in sketch((TEXT * 9).replace("Monday", "Tuesday", 1)) if value % 2}
    assert len(bands) == 32
    assert len(bands & changed) > 16


def test_texts_of_no_and_of_few_words() -> None:
    assert sketch("") == sketch("…") == set()
    assert sketch("Talks go on") == sketch("talks  go on!") != sketch("Talks end now")
    assert sketches.frame([]).height == 0


@pytest.mark.parametrize("length", [1, 4, 5, 8, 9, 14])
def test_sketches_are_the_same_on_every_machine(length: int) -> None:
    """Worked out apart, in integers without bounds."""
    codes = list(range(3, 3 + length))
    runs = []
    for at in range(length - 8 + 1):
        value = 0
        for code in codes[at : at + 8]:
            value = (value * 0x9E3779B97F4A7C15 + code) % 2**64
        for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB), (31, 1)):
            value = (value ^ (value >> shift)) * factor % 2**64
        runs.append(value)
    windows = [runs[at : at + 6] for at in range(max(1, len(runs) - 5))] if runs else []
    assert sketches.fingerprints(np.array(codes, np.uint64)).tolist() == [(min(window) >> 2) * 2 for window in windows]
