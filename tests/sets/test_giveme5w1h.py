"""Giveme5W1H on a made-up article."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from drawdown.errors import KnowledgeError
from drawdown.sets import giveme5w1h

FOLDER = Path(__file__).parents[1] / "data" / "sets" / "giveme5w1h"
DAY = (date(2012, 3, 6), date(2012, 3, 6))


def test_parts_that_another_holds_are_read_once_and_answers_are_found_however_nested() -> None:
    (one,) = giveme5w1h.read(FOLDER)
    assert one.text == "Gunmen kill judge\n\nGunmen killed a judge in Baghdad on Tuesday. The judge was on his way to court."
    assert one.published == "2012-03-08"
    assert one.phrases == {"who": ("Gunmen",), "when": ("on Tuesday", "2012-03-06"), "where": ("in Baghdad",)}
    assert one.days == (DAY,)
    assert giveme5w1h.read(FOLDER / "a.json") == [one]


def test_the_code_answers_who_when_and_where() -> None:
    told = giveme5w1h.figures(giveme5w1h.read(FOLDER))
    assert {name: (figure.value, figure.gold) for name, figure in told.items()} == {
        "an event is found": (1, 1), "who, phrases meet": (1, 1), "where, phrases meet": (1, 1),
        "when, the same day": (1, 1), "when, days overlap": (1, 1),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("told", "days"),
    [
        ("2012-03-06", (DAY,)),
        ("2012-03-06T08:30:00", (DAY,)),
        ("2012-02", ((date(2012, 2, 1), date(2012, 2, 29)),)),
        ("2012", ((date(2012, 1, 1), date(2012, 12, 31)),)),
        ("2012-03-06/2012-03-08", ((date(2012, 3, 6), date(2012, 3, 8)),)),
        ("2012-W10", ()),
        ("2012-13", ()),
        ("XXXX-03-06", ()),
        ("on Tuesday", ()),
        (None, ()),
    ],
)
def test_dates_are_first_and_last_days(told: str | None, days: object) -> None:
    assert giveme5w1h.days(told) == days


def test_phrases_meet_in_a_word_that_says_something() -> None:
    assert giveme5w1h.alike(["the Gunmen"], ["two gunmen"])
    assert not giveme5w1h.alike(["the judge"], ["the court"])
    assert giveme5w1h.overlap(DAY, (date(2012, 3, 1), date(2012, 3, 6)))
    assert not giveme5w1h.overlap(DAY, (date(2012, 3, 7), date(2012, 3, 9)))


@pytest.mark.parametrize(("content", "problem"), [("[1]", "row 1: no object"), ("{}", "are empty"), ("{", "no JSON")])
def test_a_bad_file_is_named(tmp_path: Path, content: str, problem: str) -> None:
    (tmp_path / "bad.json").write_text(content, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=rf"bad\.json.*{problem}"):
        giveme5w1h.read(tmp_path)
