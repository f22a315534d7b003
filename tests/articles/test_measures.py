from dataclasses import replace

import pytest

from drawdown.articles import measures
from drawdown.articles.lexicon import Lexicon


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


def test_a_page_of_nothing_has_no_lines(known: Lexicon) -> None:
    assert measures.measure([], known) == []
