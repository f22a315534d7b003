"""PLOVER gold standard records, on a made-up file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drawdown.errors import KnowledgeError
from drawdown.event_mentions import lexicon
from drawdown.layout import bundled_reference
from drawdown.sets import gsr, gsr_records, markup
from drawdown.sets.gsr_records import Actor, Event

FILE = Path(__file__).parents[1] / "data" / "sets" / "gsr.json"


@pytest.fixture(scope="module")
def records() -> list[Event]:
    return gsr.read(FILE)


def test_the_record_that_documents_the_file_is_left_out(records: list[Event]) -> None:
    assert [one.record_id for one in records] == ["A-1", "A-2", "A-3", "A-4"]


def test_marks_give_the_text_and_its_spans(records: list[Event]) -> None:
    text = records[0].text
    assert text == "Iraqi police detained two Turkish journalists in Mosul (Nineveh) on Monday."
    assert {tag: [text[slice(*span)] for span in spans] for tag, spans in records[0].spans.items()} == {
        "SRC": ["Iraqi police"],
        "TAR": ["two Turkish journalists"],
        "EVT": ["detained"],
        "LOC": ["Mosul (Nineveh)"],
    }


def test_without_marks_the_words_of_the_actors_are_looked_up(records: list[Event]) -> None:
    (span,) = records[1].spans["SRC"]
    assert records[1].text[slice(*span)] == "The foreign ministers of Chile and Peru"
    assert records[2].spans["EVT"] == ()


def test_old_names_of_types_and_modes_become_present_ones(records: list[Event]) -> None:
    assert [(one.event_type, one.mode) for one in records] == [
        ("COERCE", "arrest"),
        ("CONSULT", None),
        ("ASSAULT", "targeted"),
        (None, None),
    ]


def test_actors_come_with_all_their_codes(records: list[Event]) -> None:
    assert records[0].recipients == (Actor("two Turkish journalists", frozenset({"TUR"}), frozenset({"JRN"})),)
    assert (
        records[1].recipients
        == records[1].actors
        == (Actor("the foreign ministers of Chile and Peru", frozenset({"CHL", "PER"}), frozenset({"GOV"})),)
    )
    assert records[2].actors == (Actor("gunmen"),)


def test_a_code_that_holds_the_sector_is_taken_apart(records: list[Event]) -> None:
    assert records[0].actors == (Actor("Iraqi police", frozenset({"IRQ"}), frozenset({"COP"})),)


def test_days_places_and_counts_are_read_where_they_are_whole(records: list[Event]) -> None:
    assert [one.day for one in records] == ["2015-06-12", "2015-06-12", "2015-06-12", None]
    assert [one.location for one in records] == ["Mosul, Nineveh, Iraq", "", "Baghdad, IRQ", ""]
    assert [(one.deaths, one.injured) for one in records] == [(None, 0), (None, None), (1, None), (None, None)]


def test_figures_judge_each_field_where_the_set_gives_it(records: list[Event]) -> None:
    told = gsr.figures(records)
    values = {name: (one.value, one.gold) for name, one in told.items()}
    assert values["type is of the ontology"] == (0.75, 4)
    assert values["event type"] == (1.0, 3)
    assert values["event type ASSAULT"] == (1.0, 1)
    assert values["location"] == (1.0, 2)
    assert values["injured"] == (1.0, 1)
    assert values["type, given the actors"] == (1.0, 3)
    assert values["type, given the trigger"] == (1.0, 1)
    judged = ("mode", "countries of actors", "sectors of actors", "countries of recipients", "deaths")
    assert [values[name][1] for name in judged] == [2, 3, 2, 3, 1]


def test_a_mention_that_nobody_coded_is_a_false_one(records: list[Event]) -> None:
    two = Event("B", records[0].text + " Gunmen killed a judge.", None, "COERCE", "arrest", spans=records[0].spans)
    told = gsr.figures([two])["event type"]
    assert (told.precision, told.recall) == (0.5, 1.0)


@pytest.mark.parametrize(
    ("realis", "read"), [("asserted", ("CONSULT", "visit")), ("planned", ("AGREE", None)), ("negated", ("REJECT", "meet"))]
)
def test_acts_to_come_and_denied_are_read_as_the_manual_reads_them(realis: str, read: tuple[str, str | None]) -> None:
    row = gsr.strict({"event_type": "CONSULT", "mode": "visit", "realis": realis}, lexicon.read(bundled_reference()))
    assert (row["event_type"], row["mode"]) == read


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("{", "line 1"),
        ("{}", "no list"),
        ([{"event": "type"}, {"id": "x9", "event": "COERCE", "text": "."}], "row x9: text or event"),
        ([{"event": "type"}, {"text": "Police arrested him.", "event": ""}], "row 2: text or event"),
        ([{"event": "type"}, "COERCE"], "row 2: not an object"),
    ],
)
def test_a_bad_file_is_named_with_its_record(content: Any, problem: str, tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    with pytest.raises(KnowledgeError, match=rf"bad\.json: {problem}"):
        gsr_records.read(bad)


def test_a_mark_may_be_both_and_hold_another() -> None:
    plain, spans = markup.unmarked("(SRC/TAR: Troops of (LOC: Iraq) (and others)) (EVT: clashed")
    assert plain == "Troops of Iraq (and others) clashed"
    assert {tag: [plain[slice(*span)] for span in found] for tag, found in spans.items()} == {
        "SRC": ["Troops of Iraq (and others)"],
        "TAR": ["Troops of Iraq (and others)"],
        "LOC": ["Iraq"],
        "EVT": ["clashed"],
    }


@given(st.text(alphabet="ab ():SRCTAEVLO/", max_size=40))
def test_marks_never_break_and_spans_lie_in_the_text(marked: str) -> None:
    plain, spans = markup.unmarked(marked)
    assert all(0 <= start <= end <= len(plain) for found in spans.values() for start, end in found)
    assert len(plain) <= len(marked)
