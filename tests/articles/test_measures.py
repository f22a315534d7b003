from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drawdown.articles import measures
from drawdown.articles.lexicon import Lexicon
from drawdown.articles.lines import Line


def measured(texts: list[str], lexicon: Lexicon) -> list[Line]:
    return measures.measure(texts, lexicon, measures.counts(lexicon))[0]


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("The delegation left the capital on Monday for talks.", True),
        ("Delegation Leaves Capital For Talks On Base In North", False),
        ("BAGHDAD – The delegation had left the capital on Monday for", True),
        ("“We have left,” he said to them.", True),
        ("It was over.", False),
        ("Mine Kills Three Near Border TownThe delegation had left the capital on Monday for the talks.", False),
    ],
)
def test_prose_is_a_sentence_of_some_words(known: Lexicon, text: str, prose: bool) -> None:
    assert measured([text], known)[0].prose is prose


def test_measures(known: Lexicon) -> None:
    (line,) = measured(["  The   Talks of the Groups: »"[2:]], known)
    assert (line.normal, line.words, line.density) == ("the talks of the groups", 5, 0.4)
    assert line.capitals == 1.0
    (row, bullet, counted) = measured(["a\tb", "• Talks go on", "Comments (12)"], known)
    assert row.row
    assert (bullet.bullet, bullet.worth) == (True, -4.0)
    assert counted.label == known.lines["comments"]


@given(
    words=st.lists(
        st.sampled_from(["the", "of", "were", "and", "troops", "Troops", "LEFT", "Base", "21", "“The", "(base)", "it"]),
        min_size=25,
        max_size=60,
    )
)
def test_what_is_told_of_a_line_agrees_with_what_was_counted_of_all(known: Lexicon, words: list[str]) -> None:
    (line,) = measured([" ".join(words)], known)
    assert line.words == len(words)
    assert line.prose is (line.density >= 0.2 and line.capitals < 0.8)


def test_the_lexicon_decides(known: Lexicon) -> None:
    silent = replace(known, function_words=frozenset({"zzz"}))
    assert measured(["The delegation left the capital on Monday for talks."], silent)[0].prose is False


def test_a_page_of_nothing_has_no_lines(known: Lexicon) -> None:
    assert measured([], known) == []


def test_only_lines_of_a_form_are_shown(known: Lexicon) -> None:
    texts = ["Troops leave the northern base", "© 2031 Example News", "Monday, 3 May 2031", "Read more", "They left."]
    shown = measures.measure(texts, known, measures.counts(known))[1]
    assert shown == {1: "© 2031 example news", 2: "monday, 3 may 2031", 3: "read more"}


def test_white_space_between_words_is_one_blank(known: Lexicon) -> None:
    (line,), shown = measures.measure(["By\u00a0Dana\tOsei  and\nKim."], known, measures.counts(known))
    assert (shown[0], line.normal, line.words) == ("by dana osei and kim.", "by dana osei and kim", 5)
