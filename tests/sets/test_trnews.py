"""TR-News and GeoWebNews on a made-up article."""

from __future__ import annotations

from pathlib import Path

import pytest

from drawdown.errors import KnowledgeError
from drawdown.sets import trnews
from drawdown.sets.trnews import Toponym

FILE = Path(__file__).parents[1] / "data" / "sets" / "trnews.xml"


def test_toponyms_are_spans_of_the_text_with_what_is_known_of_the_place() -> None:
    (news,) = trnews.read(FILE)
    assert [news.text[one.start : one.end] for one in news.toponyms] == ["Baghdad", "Erbil"]
    assert [(one.geonames_id, one.country, one.point) for one in news.toponyms] == [
        (98182, "IRQ", (33.34058, 44.40088)),
        (None, None, (36.19, 44.01)),
    ]


def test_the_code_finds_and_places_them() -> None:
    told = trnews.figures(trnews.read(FILE.parent))
    assert {name: (figure.value, figure.gold) for name, figure in told.items()} == {
        "toponyms": (1, 2),
        "country, where found": (1, 1),
        "within 161 km, where found": (1, 2),
        "within 161 km, of all": (1, 2),
        "GeoNames id, where found": (1, 1),
    }


def test_distance_is_along_a_great_circle() -> None:
    assert trnews.distance((0, 0), (0, 90)) == pytest.approx(10007.5, abs=1)
    assert trnews.distance((33.34, 44.4), (33.34, 44.4)) == 0
    assert not trnews.near(Toponym(0, 1, None, None, (52.5, 13.4)), {"geonames_id": None, "latitude": 48.9, "longitude": 2.3})
    assert trnews.near(Toponym(0, 1, 7, None, (52.5, 13.4)), {"geonames_id": 7, "latitude": None, "longitude": None})
    assert not trnews.near(Toponym(0, 1, None, None, (52.5, 13.4)), {"geonames_id": None, "latitude": None, "longitude": None})


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("<phrase>Erbil", "<phrase>Arbela", "'Arbela' is not in the text"),
        ("<start>44</start>", "", "has no start"),
        ("<text>", "<words>", "no XML"),
        ("article", "piece", "no article"),
    ],
)
def test_a_bad_file_is_named(tmp_path: Path, old: str, new: str, problem: str) -> None:
    printed = FILE.read_text(encoding="utf-8")
    assert old in printed
    (tmp_path / "bad.xml").write_text(printed.replace(old, new), encoding="utf-8")
    with pytest.raises(KnowledgeError, match=rf"bad\.xml.*{problem}"):
        trnews.read(tmp_path / "bad.xml")
