"""re3d on a made-up report."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from drawdown.errors import KnowledgeError
from drawdown.sets import re3d

FOLDER = Path(__file__).parents[1] / "data" / "sets" / "re3d"


def test_sure_annotations_are_gold_and_others_are_spared() -> None:
    (report,) = re3d.read(FOLDER)
    assert {(report.text[:end].split()[-1], kind) for end, kind in report.gold} == {
        ("Weller", "person"), ("Baghdad", "place"), ("Army", "side"), ("Mosul", "place"),
    }  # fmt: skip
    assert {report.text[:end].split()[-1] for end in report.unsure} == {"officials", "Monday"}
    weller, officials = report.text.index("Weller") + 6, report.text.index("officials") + 9
    told = [{(weller, "person"), (officials, "person"), (3, "place")}]
    assert re3d.spared([report], told) == [{(weller, "person"), (3, "place")}]
    (all_of_it,) = re3d.outcomes([report], told)
    (persons,) = re3d.outcomes([report], [{(weller, "person")}], "person")
    assert (all_of_it.tp, all_of_it.fp, all_of_it.fn) == (1, 2, 3)
    assert (persons.tp, persons.fp, persons.fn) == (1, 0, 0)


def test_the_code_finds_names_and_places() -> None:
    told = re3d.figures(re3d.read(FOLDER))
    assert told["mentions"].recall == 1
    assert told["mentions of Location"].recall == 1
    assert told["mentions"].gold == 4


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("{", "no JSON"),
        ("[]", "no JSON object"),
        ('{"documentId": "N1", "type": "Person"}', "end is missing"),
        ('{"documentId": "N2", "type": "Person", "end": 1}', "no document N2"),
        ('{"documentId": "N1", "type": "Person", "end": 999}', "before 999"),
    ],
)
def test_a_bad_row_is_named(tmp_path: Path, row: str, problem: str) -> None:
    shutil.copytree(FOLDER, tmp_path / "set")
    (tmp_path / "set" / "north" / "entities.json").write_text(row, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=rf"entities\.json: row 1: .*{problem}"):
        re3d.read(tmp_path / "set")
