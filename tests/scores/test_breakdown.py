"""Event mentions scored apart, and the printed scorecard."""

from __future__ import annotations

from typing import Any

from drawdown.cli import score
from drawdown.scores import breakdown


def mention(path: str, start: int, event_type: str, **fields: Any) -> dict[str, Any]:
    empty = dict.fromkeys(["mode", "source_id", "edtf", "content_type", "actors", "recipients", "also", "place_id"])
    return {"path": path, "raw_start": start, "raw_end": start + 4, "event_type": event_type, "realis": "asserted"} | empty | fields


GOLD = [mention("a", 0, "AID", actors="x"), mention("a", 10, "ASSAULT"), mention("b", 0, "ASSAULT")]
FOUND = [mention("a", 0, "AID", actors="y"), mention("b", 0, "ASSAULT", realis="planned"), mention("b", 20, "ASSAULT")]


def parts() -> dict[str, Any]:
    return breakdown.parts(GOLD, FOUND, {"a": "One"}, lambda row: (row["path"], row["raw_start"]))


def test_each_group_is_scored_on_its_own_rows() -> None:
    types, publishers = parts().values()
    assert (types["AID"]["value"], types["AID"]["actors"], types["AID"]["realis"]) == (1.0, 0.0, 1.0)
    assert (types["ASSAULT"]["precision"], types["ASSAULT"]["recall"], types["ASSAULT"]["realis"]) == (0.5, 0.5, 0.0)
    assert (publishers["One"]["gold"], publishers["One"]["found"]) == (2, 1)
    assert (publishers["unknown"]["gold"], publishers["unknown"]["found"]) == (1, 2)


def test_the_scorecard_prints_floors_and_fields() -> None:
    plain = {"value": 0.75, "low": 0.5, "high": 0.9, "gold": 4, "measure": "accuracy"}
    text = score.render({"labels": {"class": plain}} | parts(), {"labels": {"class": 0.7}})
    line = next(line for line in text.splitlines() if "class" in line)
    assert line.split() == ["class", "(accuracy)", "0.750", "0.500-0.900", "4", "0.700"]
    assert "event_mentions by publisher" in text
    assert "recipients" in text
