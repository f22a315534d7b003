"""Texts of a set go through the stages that read articles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drawdown.sets import coding
from drawdown.sets.coding import Text

FIRST = "Farmers marched in Mosul on Tuesday.\n\nPolice arrested two of them.\n \n\nGunmen killed a judge in Baghdad."


@pytest.fixture(scope="module")
def coded() -> coding.Coded:
    return coding.code([Text(FIRST, "2012-03-04"), Text("The sun shone."), Text("The president of Colombia visited Paris.")])


def test_rows_come_by_text_with_offsets_in_it(coded: coding.Coded) -> None:
    events = coded.rows("event_mentions")
    assert [[row["event_type"] for row in rows] for rows in events] == [["PROTEST", "COERCE", "ASSAULT"], [], ["CONSULT"]]
    assert [FIRST[row["start"] : row["end"]] for row in events[0]] == ["marched", "arrested", "killed"]
    assert [FIRST[row["start"] : row["end"]] for row in coded.rows("sentences")[0]] == [
        part.strip() for part in FIRST.split("\n") if part.strip()
    ]


def test_the_day_of_a_text_dates_its_events(coded: coding.Coded) -> None:
    assert coded.rows("event_mentions")[0][0]["edtf"] == "2012-02-28"


def test_places_and_entities_come_by_key(coded: coding.Coded) -> None:
    assert {"baghdad", "mosul"} <= coded.by_key("places").keys()
    assert coded.by_key("places")["mosul"]["country"] == "IRQ"


def test_the_same_text_twice_is_two_texts() -> None:
    twice = coding.code([Text("Police arrested a rebel.")] * 2)
    assert [len(rows) for rows in twice.rows("event_mentions")] == [1, 1]


def test_a_text_without_a_word_is_refused() -> None:
    with pytest.raises(ValueError, match="text 1"):
        coding.code([Text("One."), Text(" --- ")])


@given(st.text(alphabet="ab. \n\t", max_size=60))
def test_paragraphs_hold_every_printed_character_and_no_blank_line(text: str) -> None:
    spans = list(coding.paragraphs(text))
    covered = {at for start, end in spans for at in range(start, end)}
    assert all(at in covered for at, letter in enumerate(text) if not letter.isspace())
    assert all(text[start:end].strip() == text[start:end] for start, end in spans)
    assert all(line.strip() for start, end in spans for line in text[start:end].split("\n"))


def test_a_text_in_capitals_is_coded_as_prose_with_its_own_characters() -> None:
    text = FIRST.upper()
    told = coding.code([Text(text, "2012-03-04")])
    (events,) = told.rows("event_mentions")
    assert [(row["text"], row["event_type"]) for row in events] == [("MARCHED", "PROTEST"), ("ARRESTED", "COERCE"), ("KILLED", "ASSAULT")]
    assert all(text[row["start"] : row["end"]] == row["text"] for name in ("mentions", "participants") for row in told.rows(name)[0])
    assert {"baghdad", "mosul"} <= told.by_key("places").keys()
