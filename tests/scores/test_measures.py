"""Scores: known answers on made-up annotation."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drawdown.errors import ContractError
from drawdown.scores import cards, matching, measures, stage
from drawdown.scores.measures import Outcome


def span(start: int, end: int, **more: object) -> matching.Row:
    return {"path": "page.txt", "raw_start": start, "raw_end": end} | more


def where(row: matching.Row) -> measures.Cluster:
    return row["path"], row["raw_start"] // 100


def test_f1_of_one_hit_one_miss_one_error() -> None:
    found = measures.prf([Outcome(("p", 1), tp=1), Outcome(("p", 2), fn=1), Outcome(("p", 3), fp=1)])
    assert (found["precision"], found["recall"], found["value"]) == (0.5, 0.5, 0.5)
    assert found["low"] <= found["value"] <= found["high"]
    assert (found["gold"], found["found"]) == (2, 2)


def test_nothing_to_judge_has_no_value() -> None:
    assert measures.accuracy([])["value"] is None


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), st.booleans()), min_size=1, max_size=30))
def test_accuracy_lies_in_its_interval_and_repeats(items: list[tuple[int, bool]]) -> None:
    outcomes = [Outcome(("p", line), tp=right, fn=not right) for line, right in items]
    found = measures.accuracy(outcomes)
    assert found == measures.accuracy(outcomes)
    assert found["value"] == round(sum(right for _, right in items) / len(items), 3)
    if found["low"] is not None:
        assert 0 <= found["low"] <= found["high"] <= 1


def test_matching_is_one_to_one_and_takes_the_best_pair() -> None:
    gold = [span(0, 10), span(12, 20)]
    found = [span(0, 9), span(0, 10), span(11, 20)]
    assert matching.match(gold, found, matching.overlap) == [(0, 1), (1, 2)]


def test_rows_of_other_pages_never_match() -> None:
    assert matching.match([span(0, 10)], [span(0, 10) | {"path": "other.txt"}], matching.exact) == []


def test_places_count_by_themselves_and_among_those_that_are_stated() -> None:
    fields = dict.fromkeys(["mode", "realis", "source_id", "edtf", "content_type", "actors", "recipients", "also"]) | {"event_type": "AID"}
    gold = stage.placed(
        [span(at, at + 4, **fields) for at in (0, 10, 20)], [span(0, 4, place_id="mosul"), span(10, 14, place_id="baghdad")]
    )
    found = [span(at, at + 4, place_id=place, **fields) for at, place in ((0, "mosul"), (10, None), (20, "geonames_1"))]
    scored = cards.event_mentions(gold, found, where)
    assert scored["place, where matched"]["value"] == 0.333
    stated = scored["stated place, where matched"]
    assert (stated["precision"], stated["recall"], stated["gold"]) == (0.5, 0.5, 2)


def test_fields_of_quotations_count_where_they_are_found() -> None:
    gold = [span(0, 10, kind="direct", speaker_id="a", relay="statement"), span(20, 30, kind="direct", speaker_id="b", relay=None)]
    found = [span(0, 9, kind="direct", speaker_id="a", relay=None), span(40, 50, kind="direct", speaker_id="b", relay=None)]
    scored = cards.quotes(gold, found, where)
    assert [measure["value"] for measure in scored.values()] == [0.5, 1.0, 1.0, 0.0]


def test_another_word_for_the_same_happening_counts_as_found() -> None:
    gold = [span(50, 56, event_type="ASSAULT", also="10:14")]
    assert cards.event_pairs(gold, [span(10, 14, event_type="ASSAULT")]) == [(0, 0)]
    assert cards.event_pairs(gold, [span(10, 14, event_type="THREATEN")]) == []


def test_links_are_judged_in_pairs() -> None:
    gold = [span(n * 10, n * 10 + 5, event_type="ASSAULT", also=None, event_key=key) for n, key in enumerate("aab")]
    found = [span(n * 10, n * 10 + 5, event_type="ASSAULT", event_id=key) for n, key in enumerate("xxx")]
    scores = cards.links(gold, found, where)
    assert (scores["pairs of mentions"]["precision"], scores["pairs of mentions"]["recall"]) == (0.333, 1.0)
    assert scores["B-cubed"]["precision"] == pytest.approx(0.556, abs=0.001)


def test_a_figure_below_its_floor_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "floors.yaml").write_text("mentions: {exact span: 0.8}\n")
    stage.hold({"mentions": {"exact span": {"value": 0.81}}}, tmp_path / "floors.yaml")
    with pytest.raises(ContractError, match=r"mentions, exact span: 0\.79 is below its floor 0\.8"):
        stage.hold({"mentions": {"exact span": {"value": 0.79}}}, tmp_path / "floors.yaml")
