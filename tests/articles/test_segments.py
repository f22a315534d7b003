import pytest
from hypothesis import given
from hypothesis import strategies as st

from drawdown.articles.segments import apart, cut

PAGE = st.text(st.sampled_from('ab é\t\n\r\x0b\u2028\xa0.,•*"“”0 '), max_size=120) | st.text(max_size=200)


@given(PAGE)
def test_segments_begin_and_end_with_print_and_nothing_printed_stands_between(text: str) -> None:
    starts, ends, texts = cut(text)
    assert [text[start:end] for start, end in zip(starts, ends, strict=True)] == texts
    assert all(printed == printed.strip() != "" for printed in texts)
    between = zip([0, *ends], [*starts, len(text)], strict=True)
    assert "".join(text[end:start] for end, start in between).strip() == ""


def test_lines_of_a_fixed_width_are_joined_to_paragraphs() -> None:
    line = "the delegation went on to the north of the country and came back in May"
    paragraph = "\n".join([line] * 5 + ["and stayed."])
    text = "\n\n".join(["A Headline", paragraph, paragraph])
    found = cut(text).texts
    assert found == ["A Headline", paragraph, paragraph]


def test_a_few_lines_are_joined_where_a_sentence_goes_on() -> None:
    wrapped = "The delegation went on to the north of the country on Monday, where it met\nthe governor of the province and the head of its council."
    assert cut(wrapped).texts == [wrapped]
    assert cut(f"A Headline\n\n{wrapped}").texts == ["A Headline", wrapped]
    apart = "Delegation Went On to the North of the Country, Officials Say Today\nThe governor received it in the capital of the province on Tuesday."
    assert len(cut(apart).texts) == 2


def test_lines_of_a_flattened_page_are_left_apart() -> None:
    text = "Home\nNews\n\n" + "\n".join(
        f"Paragraph {n} of the page ends here, and it is a long one by any measure of length there is." * 2 for n in range(12)
    )
    assert len(cut(text).texts) == 14


def test_a_leaked_date_is_cut_from_what_is_printed_behind_it() -> None:
    text = " date 2021-05-06 Sign in\nMore"
    assert cut(text).texts == ["date 2021-05-06", "Sign in", "More"]


def test_a_blank_line_sets_apart() -> None:
    text = "one\n\n    two\nthree\r\rfour\r\nfive"
    found = cut(text)
    assert [apart(text, end, start) for end, start in zip(found.ends, found.starts[1:], strict=False)] == [True, False, True, False]


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
    assert cut(text).texts == [paragraph, notice, "More"]


def test_a_sentence_about_rights_inside_a_paragraph_stays() -> None:
    text = (
        "This work was licensed under a statute of the province, the minister said on Tuesday. "
        + "He did not name it, and nobody asked him. " * 4
    )
    assert len(cut(text).texts) == 1
