"""Cells of confidence: which cell an event mention falls into, and what judgements make of the cells."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drawdown import calibration
from drawdown.calibration import Cell, Judged
from drawdown.errors import KnowledgeError
from drawdown.layout import bundled_reference
from drawdown.schemas import vocabularies as v
from tests.conftest import ROOT

CELLS = (Cell("done", 0, 0, 0, 0.5), Cell("done", 0.7, 0, 0, 0.5), Cell("other", 0, 0, 0, 0.5))
HEADER = "told,prior_from,n,right,confidence\n"

judged = st.builds(
    Judged,
    article_id=st.just("a"),
    prior=st.floats(0, 1),
    tense=st.sampled_from(v.TENSES),
    realis=st.sampled_from(v.REALIS),
    right=st.booleans(),
)


def test_a_finite_clause_that_tells_the_act_as_done_is_apart() -> None:
    assert calibration.told("past", "asserted") == calibration.told("present", "alleged") == "done"
    assert {calibration.told("none", "asserted"), calibration.told("past", "negated"), calibration.told("future", "planned")} == {"other"}


def test_a_cell_reaches_up_to_the_next_of_its_kind() -> None:
    found = [calibration.cell(CELLS, prior, "past", "asserted").prior_from for prior in (0.0, 0.69, 0.7, 1.0)]
    assert found == [0, 0, 0.7, 0.7]
    assert calibration.cell(CELLS, 1.0, "none", "asserted") == CELLS[2]


def test_counts_and_smoothed_shares() -> None:
    rows = [Judged("a", 0.9, "past", "asserted", right) for right in (True, True, False)]
    assert calibration.fit(CELLS, rows) == (Cell("done", 0, 0, 0, 0.5), Cell("done", 0.7, 3, 2, 0.6), Cell("other", 0, 0, 0, 0.5))


@given(st.lists(judged))
def test_every_judgement_is_counted_once_and_order_does_not_matter(rows: list[Judged]) -> None:
    fitted = calibration.fit(CELLS, rows)
    assert sum(cell.n for cell in fitted) == len(rows)
    assert sum(cell.right for cell in fitted) == sum(row.right for row in rows)
    assert all(0 < cell.confidence < 1 for cell in fitted)
    assert calibration.fit(fitted, rows[::-1]) == fitted


@pytest.mark.parametrize(
    ("rows", "named"),
    [
        ("done,0,1,1,0.667\n", "told = other"),
        ("done,0.5,1,1,0.667\nother,0,0,0,0.5\n", "told = done"),
        ("done,0,1,2,1\nother,0,0,0,0.5\n", "right"),
        ("done,0,8,4,0.9\nother,0,0,0,0.5\n", "smoothed_share"),
        ("maybe,0,0,0,0.5\n", "maybe"),
    ],
)
def test_a_broken_table_is_named(tmp_path: Path, rows: str, named: str) -> None:
    (tmp_path / "confidence.csv").write_text(HEADER + rows)
    with pytest.raises(KnowledgeError, match=named):
        calibration.read(tmp_path)


def test_what_is_told_as_done_is_surer_than_the_rest() -> None:
    shipped = calibration.read(bundled_reference())
    by_kind = {told: [cell.confidence for cell in shipped if cell.told == told] for told in v.TOLD}
    assert min(by_kind["done"]) > max(by_kind["other"])


def test_the_shipped_table_is_what_the_judgements_give(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["confidence.py", "--check"])
    try:
        runpy.run_path(str(ROOT / "benchmarks" / "confidence.py"), run_name="__main__")
    except SystemExit as stopped:
        pytest.fail(str(stopped))
