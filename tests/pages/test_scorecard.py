"""The figure of the scorecard."""

from __future__ import annotations

from drawdown.pages import scorecard

MEASURE = {"measure": "F1", "value": 0.5, "low": 0.25, "high": 0.75, "precision": 1.0, "recall": 0.333, "gold": 1200}


def test_a_measure_has_its_value_its_interval_and_its_basis() -> None:
    shown = scorecard.figure({"quotes": {"span": MEASURE}})
    assert "<figcaption>Quotations and reported speech</figcaption>" in shown
    assert "<strong>0.500</strong> 0.250 to 0.750</span><span>1,200</span>" in shown
    assert 'style="left:25.0%;width:50.0%"' in shown
    assert "F1, P 1.000, R 0.333" in shown


def test_a_part_of_a_table_a_missing_value_and_a_missing_interval() -> None:
    bare = {"measure": "F1", "value": None, "low": None, "high": None, "gold": 0}
    shown = scorecard.figure({"event_mentions by type": {"AID <x>": bare}})
    assert "<figcaption>Event mentions, by type</figcaption>" in shown
    assert "AID &#60;x&#62;" in shown
    assert "not measured" in shown
    assert "score-dot" not in shown
    assert "score-band" not in shown


def test_no_scores_are_no_figure() -> None:
    assert scorecard.figure({}) == "Not measured for these tables.\n"
