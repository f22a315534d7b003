from __future__ import annotations

from dataclasses import replace

from drawdown import contracts
from drawdown.events import claims, conflicts, linking
from drawdown.schemas import TABLES
from tests.events.world import Report, known, tables

STRIKE = {"actors": ["bordurian_army"], "recipients": ["general_orlan"]}


def found(*reports: Report) -> list[tuple[str, str, str]]:
    given = tables(list(reports))
    links, named = linking.link(given, known())
    assert links["event_id"].n_unique() == 1
    rows = conflicts.find(claims.build(given, known()), given.event_mentions, named)
    contracts.require(TABLES["conflicts"], rows, "test")
    return sorted(rows.select("field", "value_a", "value_b").rows())


def test_two_days_of_one_strike() -> None:
    reports = [
        Report("one", day="2020-01-02", **STRIKE),
        Report("two", day="2020-01-03", **STRIKE),
        Report("three", day="2020-01-03", **STRIKE),
    ]
    assert found(*reports) == [("date", "2020-01-02", "2020-01-03")]


def test_a_day_without_year_contradicts_another_day() -> None:
    assert found(Report("one", edtf="XXXX-01-02", **STRIKE), Report("two", day="2020-01-03", **STRIKE)) == [
        ("date", "2020-01-03", "XXXX-01-02")
    ]


def test_a_day_without_year_is_the_same_value_as_that_day_with_its_year() -> None:
    reports = [
        Report("one", day="1988-01-02", **STRIKE),
        Report("two", day="1988-01-03", **STRIKE),
        Report("three", edtf="XXXX-01-03", **STRIKE),
    ]
    assert found(*reports) == [("date", "1988-01-02", "1988-01-03")]


def test_a_month_does_not_contradict_its_day() -> None:
    assert found(Report("one", day="2020-01-01", until="2020-01-31", **STRIKE), Report("two", day="2020-01-03", **STRIKE)) == []
    assert found(Report("one", edtf="XXXX-01", **STRIKE), Report("two", day="2020-01-03", **STRIKE)) == []


def test_the_date_of_the_page_itself_contradicts_nothing() -> None:
    assert found(Report("one", day="2020-01-02", basis="document", **STRIKE), Report("two", day="2020-01-03", **STRIKE)) == []


def test_numbers_of_dead() -> None:
    attack = {"actors": ["hill_front"], "recipients": ["river_brigade"], "day": "2020-01-02", "place": "arvan"}
    assert found(Report("one", deaths=25, **attack), Report("two", deaths=31, **attack)) == [("count", "25", "31")]
    assert found(Report("one", deaths=25, **attack), Report("two", deaths=25, **attack)) == []


def test_numbers_of_different_victims_are_no_conflict() -> None:
    strike = {"actors": ["borduria"], "day": "2020-01-02", "place": "arvan"}
    both = Report("one", recipients=["general_orlan", "marik_teval"], deaths=2, **strike)
    assert found(both, Report("two", recipients=["general_orlan"], deaths=1, **strike)) == []


def told_twice(one: Report, other: Report) -> list[Report]:
    """Each report on two pages."""
    return [replace(report, page=f"{report.page} {copy}") for report in (one, other) for copy in ("a", "b")]


def test_actors_who_are_strangers() -> None:
    killing = {"recipients": ["general_orlan"], "day": "2020-01-02", "place": "arvan"}
    one, other = Report("one", actors=["hill_front"], **killing), Report("two", actors=["river_brigade"], **killing)
    assert found(*told_twice(one, other)) == [("actor", "hill_front", "river_brigade")]
    assert found(one, other) == [], "what one page alone says may be misread"


def test_a_value_that_few_of_many_articles_give_is_no_conflict() -> None:
    killing = {"recipients": ["general_orlan"], "day": "2020-01-02", "place": "arvan"}
    many = [Report(f"page {number}", actors=["hill_front"], **killing) for number in range(30)]
    few = [Report(f"other {number}", actors=["river_brigade"], **killing) for number in range(4)]
    assert found(*many, *few[:3]) == []
    assert found(*many, *few) == [("actor", "hill_front", "river_brigade")]


def test_a_state_and_its_army_are_no_strangers() -> None:
    killing = {"recipients": ["general_orlan"], "day": "2020-01-02"}
    assert found(Report("one", actors=["borduria"], **killing), Report("two", actors=["bordurian_army"], **killing)) == []


def test_told_and_denied() -> None:
    killing = {"day": "2020-01-02", **STRIKE}
    assert found(*told_twice(Report("one", **killing), Report("two", realis="negated", **killing))) == [("realis", "asserted", "negated")]


def test_places_apart_and_near() -> None:
    killing = {"day": "2020-01-02", **STRIKE}
    arvan = Report("one", place="arvan", **killing)
    assert found(*told_twice(arvan, Report("two", place="lome", **killing))) == [("place", "arvan", "lome")]
    assert found(*told_twice(arvan, Report("two", place="arvan_airport", **killing))) == []


def test_one_page_does_not_contradict_itself() -> None:
    assert found(Report("one", day="2020-01-02", **STRIKE), Report("one", at=50, day="2020-01-03", **STRIKE)) == []
