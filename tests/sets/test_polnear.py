"""PolNeAR on a made-up text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drawdown.errors import KnowledgeError
from drawdown.sets import polnear
from drawdown.sets.polnear import Found
from drawdown.sets.spans import covered

FOLDER = Path(__file__).parents[1] / "data" / "sets" / "polnear"
Pieces = st.lists(st.tuples(st.integers(0, 20), st.integers(1, 9)).map(lambda one: (one[0], one[0] + one[1])), max_size=4)


def test_attributions_are_spans_of_the_text_in_pieces_and_the_first_annotator_counts() -> None:
    (news,) = polnear.read(FOLDER)
    told = [[[news.text[slice(*span)] for span in side] for side in (one.source, one.cue, one.content)] for one in news.attributions]
    assert told == [
        [["Mayor Anna Berg"], ["said"], ['"The bridge is no longer safe,"']],
        [["The council"], ["plans"], ["to rebuild it"]],
        [["Police"], ["told"], ["that nobody", "was hurt"]],
    ]
    assert [polnear.begins_with_a_mark(news, one) for one in news.attributions] == [True, False, False]
    assert [polnear.is_said(news, one) for one in news.attributions] == [True, False, True]


def test_the_code_finds_what_is_said_and_who_says_it() -> None:
    told = polnear.figures(polnear.read(FOLDER))
    assert told["contents said or told, found"].value == 1
    assert told["contents that begin with a mark, found"].value == 1
    assert told["contents"].precision == 1
    assert told["speaker, where found"].value == 1


def test_false_quotations_missed_contents_and_wrong_speakers_count() -> None:
    (news,) = polnear.read(FOLDER)
    bridge, hurt = news.text.index("The bridge"), news.text.index("nobody")
    told = polnear.judge([news], [[Found(0, 19, None), Found(bridge, bridge + 28, "the mayor"), Found(hurt, hurt + 15, "the police")]])
    assert (told["contents"].precision, told["contents"].recall) == (0.667, 0.667)
    assert told["speaker, where found"].value == 1
    assert polnear.judge([news], [[Found(hurt, hurt + 15, "Anna Berg")]])["speaker, where found"].value == 0
    assert polnear.judge([news], [[Found(hurt, hurt + 15, None)]])["speaker, where found"].value == 0


@pytest.mark.parametrize(
    ("row", "problem"),
    [("T1\tContent 5 900\tx", "offsets"), ("T1\tContent\tx", "offsets"), ("E1\tAttribution:T9 Content:T9", "names no span")],
)
def test_a_bad_row_is_named(tmp_path: Path, row: str, problem: str) -> None:
    (tmp_path / "a.txt").write_text("A short text.", encoding="utf-8")
    (tmp_path / "a.ann").write_text(row, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=rf"a\.ann: row 1: .*{problem}"):
        polnear.read(tmp_path)


def test_an_annotation_without_its_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A short text.", encoding="utf-8")
    (tmp_path / "b_12cd.ann").write_text("", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"no text b\.txt"):
        polnear.read(tmp_path)


@given(Pieces, Pieces)
def test_coverage_is_a_share_that_grows_with_what_covers(span: list[tuple[int, int]], others: list[tuple[int, int]]) -> None:
    assert 0 <= covered(span, others) <= covered(span, [*others, *span]) <= 1
    assert covered(span, span) == bool(span)
