from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drawdown.articles import forms, measures
from drawdown.articles.lexicon import Lexicon
from drawdown.articles.lines import Line

WORDS = [
    "World",
    "news",
    "the",
    "of",
    "Photo",
    "by",
    "Cookie",
    "policy",
    "Seen",
    "today",
    "US",
    "Iraq",
    "comments",
    "iPhone",
    "Related",
    "é",
    "",
]


def without_short_cut(text: str, lexicon: Lexicon) -> Line:
    return measures._measured([text], lexicon)[0]


@settings(deadline=None, max_examples=200)
@given(text=st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join).filter(str.strip).map(str.strip))
def test_a_few_plain_words_are_measured_as_any_other_line(known: Lexicon, text: str) -> None:
    (line,) = measures.measure([text], known)
    assert line == without_short_cut(text, known)._replace(sign=line.sign)
    assert line.sign or line.label or forms.of(line, known) is None


def test_publishers_and_labels_are_never_plain(known: Lexicon) -> None:
    names = [name for name in known.publishers if name.isascii()]
    for text in [*names, *known.lines, *(phrase for phrase in known.phrases if " " in phrase)]:
        assert measures.measure([text], known)[0] == without_short_cut(text, known), text


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
    assert measures.measure([text], known)[0].prose is prose


def test_measures(known: Lexicon) -> None:
    (line,) = measures.measure(["  The   Talks of the Groups: »"[2:]], known)
    assert (line.normal, line.words, line.density) == ("the talks of the groups", 5, 0.4)
    assert line.capitals == 1.0
    (row, bullet, counted) = measures.measure(["a\tb", "• Talks go on", "Comments (12)"], known)
    assert row.row
    assert (bullet.bullet, bullet.worth) == (True, -4.0)
    assert counted.label == known.lines["comments"]


def test_the_lexicon_decides(known: Lexicon) -> None:
    silent = replace(known, function_words=frozenset({"zzz"}))
    assert measures.measure(["The delegation left the capital on Monday for talks."], silent)[0].prose is False
