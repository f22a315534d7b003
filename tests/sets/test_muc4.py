"""MUC-4: stories and their keys, on made-up ones."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from drawdown.errors import KnowledgeError
from drawdown.sets import muc4
from drawdown.sets.muc4 import Told
from drawdown.sets.muc4_records import Incident, Story

FOLDER = Path(__file__).parents[1] / "data" / "sets" / "muc4"
TYPES = {("ASSAULT", None): "ATTACK", ("ASSAULT", "abduct"): "KIDNAPPING"}


@pytest.fixture(scope="module")
def stories() -> list[Story]:
    return muc4.read(FOLDER)


def test_a_story_is_its_paragraphs_without_dateline_and_notes(stories: list[Story]) -> None:
    assert [one.story_id for one in stories] == ["TST9-MUC4-0001", "TST9-MUC4-0002"]
    assert stories[0].text == (
        "UNKNOWN INDIVIDUALS KIDNAPPED A BANKER IN SANTA ROSA TODAY.\n\n"
        "POLICE SAID THAT REBELS PLANTED A BOMB AT A BANK IN THE CAPITAL. NOBODY WAS HURT."
    )
    assert [one.day for one in stories] == ["1990-01-03", "1989-12-14"]


def test_templates_are_incidents_and_an_empty_one_is_none(stories: list[Story]) -> None:
    assert stories[0].incidents == (
        Incident(frozenset({"KIDNAPPING"}), "ACCOMPLISHED", None),
        Incident(frozenset({"BOMBING", "ATTACK"}), "ATTEMPTED", "SUSPECTED OR ACCUSED BY AUTHORITIES"),
        Incident(frozenset({"ARSON"}), "THREATENED", None, optional=True),
    )
    assert stories[1].incidents == ()


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "4.  INCIDENT: TYPE                  KIDNAPPING",
            "4.  INCIDENT: TYPE                  PARADE",
            "row TST9-MUC4-0001: incident type 'PARADE'",
        ),
        ("TST9-MUC4-0002 (NONE)", "TST9-MUC4-0003 (NONE)", "no story TST9-MUC4-0003"),
        ("TST9-MUC4-0002 (NONE)", "NOTHING (NONE)", "without the id of its message"),
    ],
)
def test_a_key_that_cannot_be_used_is_named(old: str, new: str, problem: str, tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "set")
    key = tmp_path / "set" / "key.txt"
    key.write_text(key.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(KnowledgeError, match=problem):
        muc4.read(tmp_path / "set")


def test_a_folder_without_keys_is_named(tmp_path: Path) -> None:
    shutil.copy(FOLDER / "stories.txt", tmp_path)
    with pytest.raises(KnowledgeError, match="no keys"):
        muc4.read(tmp_path)


def _row(**values: Any) -> dict[str, Any]:
    empty = {
        "event_mention_id": "em_1",
        "mode": None,
        "realis": "asserted",
        "content_type": None,
        "content_mode": None,
        "content_realis": None,
    }
    return empty | values


def _part(role: str, sector: str | None) -> dict[str, Any]:
    return {"event_mention_id": "em_1", "role": role, "sector": sector}


@pytest.mark.parametrize(
    ("row", "people", "told"),
    [
        (_row(event_type="ASSAULT", mode="abduct"), [], [Told("KIDNAPPING", False, None)]),
        (_row(event_type="ASSAULT", mode="beat"), [_part("actor", "REB"), _part("recipient", "CVL")], [Told("ATTACK", False, True)]),
        (_row(event_type="ASSAULT", realis="alleged"), [_part("actor", "REB")], [Told("ATTACK", False, False)]),
        (_row(event_type="ASSAULT"), [_part("actor", "REB"), _part("recipient", "MIL")], []),
        (_row(event_type="ASSAULT", realis="historical"), [], []),
        (_row(event_type="ASSAULT", realis="negated"), [], []),
        (_row(event_type="THREATEN", content_type="ASSAULT", content_realis="threatened"), [], [Told("ATTACK", True, None)]),
        (_row(event_type="REQUEST", content_type="ASSAULT", content_realis="demanded"), [], []),
        (_row(event_type="CONSULT"), [], []),
    ],
)
def test_incidents_are_acts_against_the_unarmed_and_threats_of_them(
    row: dict[str, Any], people: list[dict[str, Any]], told: list[Told]
) -> None:
    assert muc4.incidents([row], people, TYPES) == told


def test_an_optional_incident_is_neither_missed_nor_false(stories: list[Story]) -> None:
    told = muc4.figures(stories)
    assert told["incident types of a story"].gold == 2
    assert told["stories without an incident where none is told"].value == 1.0
    assert told["incident BOMBING"].value == 1.0
    burnt = Story("A", "Rebels burned down a school.", None, stories[0].incidents[2:])
    assert muc4.figures([burnt])["incident types of a story"].found == 0
