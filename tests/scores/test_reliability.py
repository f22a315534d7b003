"""Reliability of confidence: bins, proper scores, what is left out of the fit, and shares of strata."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drawdown.calibration import Cell
from drawdown.cli import score
from drawdown.pages import reliability as shown
from drawdown.scores import reliability

CELLS = (Cell("done", 0, 0, 0, 0.5), Cell("other", 0, 0, 0, 0.5))


def row(article: str, right: bool, drawn_from: str = "topic", stands_for: float = 1.0) -> dict[str, Any]:
    known = {"prior": 0.5, "tense": "past", "realis": "asserted"}
    return {"article_id": article, "right": right, "drawn_from": drawn_from, "stands_for": stands_for} | known


def test_a_row_for_each_confidence_and_proper_scores() -> None:
    found = reliability.reliability([(0.7, 0.7, True), (0.7, 0.8, True), (0.7, 0.6, False), (0.1, 0.1, False), (1.0, 1.0, True)])
    assert (found["0.700"]["value"], found["0.700"]["mean"], found["0.700"]["gold"]) == (0.667, 0.7, 3)
    assert [name for name in found if "mean" in found[name]] == ["0.100", "0.700", "1.000"]
    assert found["0.100"]["low"] == 0
    assert found["Brier score"]["value"] == pytest.approx((0.09 + 0.04 + 0.36 + 0.01) / 5, abs=0.001)
    assert found["Brier score of one figure for all"]["value"] == pytest.approx(0.24)
    assert found["calibration error"]["value"] == pytest.approx((3 * 0.033 + 0.1) / 5, abs=0.001)


def test_confidence_that_is_right_about_itself_has_no_error() -> None:
    found = reliability.reliability([(0.5, 0.5, True), (0.5, 0.5, False)])
    assert found["calibration error"]["value"] == 0
    assert reliability.reliability([]) == {}


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from([0.152, 0.405, 0.75]), st.floats(0, 1), st.booleans()), min_size=1))
def test_every_forecast_is_in_one_bin_and_within_its_interval(forecasts: list[tuple[float, float, bool]]) -> None:
    found = reliability.reliability(forecasts)
    bins = [measure for measure in found.values() if "mean" in measure]
    assert sum(measure["gold"] for measure in bins) == len(forecasts)
    assert all(measure["low"] - 0.001 <= measure["value"] <= measure["high"] + 0.001 for measure in bins)
    assert all(0 <= found[name]["value"] <= 1 for name in ("Brier score", "calibration error"))


def test_an_article_is_forecast_from_the_others_alone() -> None:
    rows = [row("a", True), row("a", True), row("b", False)]
    assert reliability.left_out(rows, CELLS, "article_id") == [(0.5, 0.333, True), (0.5, 0.333, True), (0.5, 0.75, False)]


def test_a_set_of_pages_is_forecast_from_the_others_alone() -> None:
    rows = [row("a", True), row("b", True), row("c", False, "random")]
    assert [tested for _, tested, _ in reliability.left_out(rows, CELLS, "drawn_from")] == [0.333, 0.333, 0.75]


def test_strata_count_for_what_they_stand_for() -> None:
    rows = [row("a", True, stands_for=9), row("b", True, stands_for=9), row("c", False), row("d", False), row("e", True, "random")]
    found = reliability.shares(rows)
    assert found["right, topic pages"]["value"] == 0.9
    assert found["right, random pages"]["value"] == 1.0
    assert found["right, topic pages"]["gold"] == 4


def test_found_event_mentions_are_right_where_the_annotation_has_them() -> None:
    def mention(start: int, event_type: str = "AID") -> dict[str, Any]:
        return {"path": "p", "raw_start": start, "raw_end": start + 4, "event_type": event_type, "also": None, "confidence": start / 100}

    assert reliability.annotated([mention(0), mention(10)], [mention(0), mention(10, "ASSAULT"), mention(50)]) == [
        (0.0, 0.0, True),
        (0.1, 0.1, False),
        (0.5, 0.5, False),
    ]


def test_the_page_and_the_command_show_mean_and_share() -> None:
    parts = reliability.parts([row("a", True), row("b", False)], CELLS, [], [])
    page = shown.tables({"labels": {}} | parts)
    assert page.startswith("**Unseen news**")
    assert "| 0.500 | 2 | 0.500 | 0.500 |" in page
    assert "right, topic pages 0.500 (" in page
    assert "2 judged" in page
    assert shown.tables({"labels": {}}) == "Not measured for these tables.\n"
    assert shown.PREFIX == reliability.PREFIX
    text = score.render(parts, {})
    assert next(line for line in text.splitlines() if "0.500 (share right)" in line).split()[-1] == "0.500"
