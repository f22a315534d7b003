import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drawdown.articles.segments import apart, cut

PAGE = st.text(st.sampled_from('ab é\t\n\r\x0b\u2028\xa0.,•*"“”0 '), max_size=120) | st.text(max_size=200)


@given(PAGE)
def test_segments_tile_the_page_from_its_first_printed_character(text: str) -> None:
    segments = cut(text)
    if not text.strip():
        assert segments == []
        return
    assert segments[0].start == len(text) - len(text.lstrip())
    assert segments[-1].raw_end == len(text)
    assert all(one.raw_end == two.start for one, two in itertools.pairwise(segments))


@given(PAGE)
def test_a_segment_begins_and_ends_with_print_and_owns_the_space_behind(text: str) -> None:
    for segment in cut(text):
        printed = text[segment.start : segment.end]
        assert printed == printed.strip()
        assert printed
        assert not text[segment.end : segment.raw_end].strip()


def test_lines_of_a_fixed_width_are_joined_to_paragraphs() -> None:
    line = "the delegation went on to the north of the country and came back in May"
    paragraph = "\n".join([line] * 5 + ["and stayed."])
    text = "\n\n".join(["A Headline", paragraph, paragraph])
    found = [text[segment.start : segment.end] for segment in cut(text)]
    assert found == ["A Headline", paragraph, paragraph]


def test_lines_of_a_flattened_page_are_left_apart() -> None:
    text = "Home\nNews\n\n" + "\n".join(
        f"Paragraph {n} of the page ends here, and it is a long one by any measure of length there is." * 2 for n in range(12)
    )
    assert len(cut(text)) == 14


def test_a_leaked_date_is_cut_from_what_is_printed_behind_it() -> None:
    text = " date 2021-05-06 Sign in\nMore"
    assert [text[segment.start : segment.end] for segment in cut(text)] == ["date 2021-05-06", "Sign in", "More"]


def test_a_blank_line_sets_apart() -> None:
    text = "one\n\n    two\nthree\r\rfour\r\nfive"
    found = cut(text)
    assert [apart(text, one.end, two.start) for one, two in itertools.pairwise(found)] == [True, False, True, False]


@pytest.mark.parametrize(
    "notice",
    [
        "All Content by Northern Post is licensed under a Creative Commons Attribution 4.0 International License.",
        "© 2020 Northern Post. All rights reserved.",
        "This article is licensed under CC BY 4.0",
    ],
)
def test_a_notice_of_rights_that_closes_a_paragraph_is_cut_from_it(notice: str) -> None:
    paragraph = (
        "The minister told reporters that this article of the law had been read by all. The talks were to go on until the end of the month."
    )
    text = f"{paragraph} {notice}\nMore"
    assert [text[segment.start : segment.end] for segment in cut(text)] == [paragraph, notice, "More"]


def test_a_sentence_about_rights_inside_a_paragraph_stays() -> None:
    text = (
        "This work was licensed under a statute of the province, the minister said on Tuesday. "
        + "He did not name it, and nobody asked him. " * 4
    )
    assert len(cut(text)) == 1
