from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from drawdown import contracts, ids
from drawdown.events import claims, linking, merging, participation
from drawdown.events.inputs import Tables
from drawdown.schemas import TABLES
from tests.events.test_linking import some_reports
from tests.events.world import Report, article, known, tables

STRIKE = {"actors": ["bordurian_army"], "recipients": ["general_orlan"]}


def merged(given_tables: Tables) -> pl.DataFrame:
    _, named = linking.link(given_tables, known())
    events = merging.merge(given_tables, claims.build(given_tables, known()), named)
    contracts.require(TABLES["events"], events, "test")
    return events


def one(*reports: Report, **kwargs: Any) -> dict[str, Any]:
    events = merged(tables(list(reports), **kwargs))
    assert events.height == 1
    return events.row(0, named=True)


def test_dates_that_agree_are_narrowed() -> None:
    event = one(Report("one", day="2020-01-01", until="2020-01-31", **STRIKE), Report("two", day="2020-01-03", **STRIKE))
    assert (event["edtf"], event["earliest"], event["date_basis"]) == ("2020-01-03", date(2020, 1, 3), "stated")


def test_dates_that_overlap_leave_what_both_allow() -> None:
    first = Report("one", day="2020-01-01", until="2020-01-20", **STRIKE)
    event = one(first, Report("two", day="2020-01-10", until="2020-01-31", **STRIKE))
    assert (event["edtf"], event["latest"]) == ("2020-01-10/2020-01-20", date(2020, 1, 20))


def test_dates_that_disagree_go_by_majority() -> None:
    days = ["2020-01-02", "2020-01-03", "2020-01-03"]
    assert one(*(Report(f"page {at}", day=day, **STRIKE) for at, day in enumerate(days)))["edtf"] == "2020-01-03"


def test_a_date_without_year_stays_without() -> None:
    event = one(Report("one", edtf="XXXX-01-02", **STRIKE), Report("two", **STRIKE))
    assert (event["edtf"], event["earliest"], event["date_basis"]) == ("XXXX-01-02", None, "stated")


def test_unknown_stays_unknown() -> None:
    event = one(Report("one"))
    assert (event["edtf"], event["place_id"], event["deaths_best"], event["date_basis"]) == (None, None, None, "unknown")


def test_status_over_all_reports() -> None:
    killing = {"day": "2020-01-02", **STRIKE}
    assert one(Report("one", realis="alleged", **killing), Report("two", realis="historical", **killing))["realis"] == "historical"
    assert one(Report("one", **killing), Report("two", realis="negated", **killing))["realis"] == "disputed"
    assert one(Report("one", realis="planned", **killing))["realis"] == "planned"


def test_counts_keep_their_range() -> None:
    killing = {"day": "2020-01-02", **STRIKE}
    event = one(*(Report(f"page {at}", deaths=deaths, **killing) for at, deaths in enumerate([7, 9, 9])))
    assert (event["deaths_low"], event["deaths_best"], event["deaths_high"]) == (7, 9, 9)


def test_the_most_precise_place_wins() -> None:
    killing = {"day": "2020-01-02", **STRIKE}
    reports = [
        Report("one", place="arvan", **killing),
        Report("two", place="arvan", **killing),
        Report("three", place="arvan_airport", **killing),
    ]
    assert one(*reports)["place_id"] == "arvan_airport"


def test_a_reprint_is_no_second_witness() -> None:
    said = "The general was killed near the airport of Arvan on Thursday."
    reports = [Report(page, day="2020-01-02", **STRIKE) for page in ("one", "two", "three")]
    given_tables = tables(reports)
    texts = {"one": said, "two": said, "three": "A strike has killed the general, officials of both states confirmed."}
    articles = given_tables.articles.with_columns(
        pl.col("article_id").replace_strict({article(page): text for page, text in texts.items()}, return_dtype=pl.String).alias("text")
    )
    sentences = TABLES["sentences"].frame(
        [
            {"sentence_id": ids.within("s", article(page), 0), "article_id": article(page), "ordinal": 0, "start": 0, "end": len(text)}
            for page, text in texts.items()
        ]
    )
    names = {name: getattr(given_tables, name) for name in given_tables.__dataclass_fields__}
    event = merged(Tables(**{**names, "articles": articles, "sentences": sentences})).row(0, named=True)
    assert (event["articles"], event["origins"], event["publishers"]) == (3, 2, 3)


def test_participants_are_counted_by_report_and_article() -> None:
    given_tables = tables([Report("one", day="2020-01-02", **STRIKE), Report("two", day="2020-01-02", **STRIKE)])
    _, named = linking.link(given_tables, known())
    rows = participation.merge(given_tables.participants, named)
    contracts.require(TABLES["event_participants"], rows, "test")
    assert rows.select("role", "entity_id", "mentions", "articles").rows() == [
        ("actor", "bordurian_army", 2, 2),
        ("recipient", "general_orlan", 2, 2),
    ]


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 30))
def test_every_mention_is_counted_once(seed: int, count: int) -> None:
    given_tables = tables(some_reports(seed, count))
    events = merged(given_tables)
    assert events["mentions"].sum() == given_tables.event_mentions.height
    assert events["founding_mention_id"].n_unique() == events.height
