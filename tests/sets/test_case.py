"""CASE-2021: sub-event types against the coder's types and modes, on made-up snippets."""

from __future__ import annotations

from pathlib import Path

import pytest

from drawdown.errors import KnowledgeError
from drawdown.layout import bundled_reference
from drawdown.sets import case

FILE = Path(__file__).parents[1] / "data" / "sets" / "case.tsv"


def test_snippets_are_read_with_their_quotation_marks() -> None:
    assert case.read(FILE)[0] == case.Snippet("7", 'Farmers marched "peacefully" in Northtown.', "PEACE_PROTEST")


def test_columns_are_found_whatever_their_case_and_order_and_lines_end_at_line_ends_alone(tmp_path: Path) -> None:
    other = tmp_path / "other.tsv"
    other.write_bytes("\ufeffSubtype\tID\teventsnippet\tmore\r\nATTACK\t7\tGunmen\u2028fired.\t\r\n".encode())
    assert case.read(other) == [case.Snippet("7", "Gunmen\u2028fired.", "ATTACK")]


@pytest.mark.parametrize("row", ["7\tNo type", "7\t...\tATTACK", "\tNo id.\tATTACK"])
def test_a_row_that_lacks_something_is_named(row: str, tmp_path: Path) -> None:
    bad = tmp_path / "bad.tsv"
    bad.write_text(f"id\tEventSnippet\tSubType\n{row}\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"bad\.tsv: row 2"):
        case.read(bad)


def test_every_label_has_a_row_of_the_crosswalk_or_none() -> None:
    known = case.labels(bundled_reference())
    assert known["AIR_STRIKE"] == known["AIR_DRONE_STRIKE"] == case.Label(True, ("ASSAULT", "aerial"))
    assert known["ARMED_CLASH"].act == known["ATTACK"].act == ("ASSAULT", None)
    assert known["ORG_CRIME"] == case.Label(False, None)
    assert known["DISR_WEAP"] == case.Label(True, None)


def test_figures_count_what_is_right_and_what_is_left_out() -> None:
    told = case.figures(case.read(FILE))
    assert {name: (one.value, one.gold) for name, one in told.items()} == {
        "label is known": (0.833, 6),
        "political snippets with an event": (1.0, 4),
        "other snippets without an event": (1.0, 1),
        "type and mode among the events": (0.667, 3),
        "type of the main event": (0.667, 3),
        "type of the main event, mean of types": (0.833, 3),
        "type and mode of the main event": (0.667, 3),
        "type and mode of the main event, mean": (0.667, 3),
        "PROTEST/demo": (1.0, 1),
        "ASSAULT/aerial": (1.0, 1),
        "ASSAULT": (0.0, 1),
    }
