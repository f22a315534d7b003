from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drawdown.articles import dates


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        ("13:06 GMT21 August 2020", "2020-08-21T13:06Z"),
        ("05:17 GMT +311 January 2020", "2020-01-11T05:17+03:00"),
        ("09:01 GMT +322 October 2019", "2019-10-22T09:01+03:00"),
        ("Published 2:16 AM EST Nov 20, 2019", "2019-11-20T02:16-05:00"),
        ("Nov 8, 2031 at 9:24 pm", "2031-11-08T21:24"),
        ("12:00 pm, 1 May 2020", "2020-05-01T12:00"),
        ("12:05 a.m. May 1, 2020", "2020-05-01T00:05"),
        ("2020-01-11", "2020-01-11"),
        ("05:14 GMT 22.10.2022 (Updated: 05:20 GMT 22.10.2022)", "2022-10-22T05:14Z"),
        ("Wednesday, 3rd of June 2020", "2020-06-03"),
        ("June 3rd, 2020", "2020-06-03"),
    ],
)
def test_printed_moments(line: str, edtf: str) -> None:
    assert [moment.edtf for moment in dates.moments(line)] == [edtf]


@pytest.mark.parametrize("line", ["31 February 2020", "31.02.2020", "2020-13-01", "in May", "1 April", "the year 2020", "12:30"])
def test_what_is_no_whole_date_gives_none(line: str) -> None:
    assert dates.moments(line) == []


def test_glued_digits_that_can_be_read_twice_give_both_readings() -> None:
    assert {moment.edtf for moment in dates.moments("10:00 GMT +111 May 2020")} == {"2020-05-11T10:00+01:00", "2020-05-01T10:00+11:00"}


def test_slashes_are_read_both_ways_unless_one_is_no_date() -> None:
    assert [moment.edtf for moment in dates.slashed("03/04/2020")] == ["2020-03-04", "2020-04-03"]
    assert [moment.edtf for moment in dates.slashed("11/19/2019")] == ["2019-11-19"]
    assert dates.slashed("31/02/2020") == []


@pytest.mark.parametrize(
    "line",
    [
        "13:06 GMT21 August 2020",
        "2 hours ago",
        "Published: 4 March 2020",
        "Updated on Mar. 4, 2020 at 10:05 a.m. EST",
        "Nov 12, 2018 at 4:15 pm ET • 3 min read",
        "05:14",
    ],
)
def test_lines_of_time_alone_are_clocks(line: str) -> None:
    assert dates.is_clock(line)


@pytest.mark.parametrize("line", ["In March 2020 the talks ended", "2,500 troops", "Log in", "60", "May", "The 9 April agreement"])
def test_other_lines_are_no_clocks(line: str) -> None:
    assert not dates.is_clock(line)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/middleeast/202008211080237067-some-words-here/", date(2020, 8, 21)),
        ("https://a.example/2021/07/19/words.html", date(2021, 7, 19)),
        ("https://a.example/2019/nov/18/words-of-it", date(2019, 11, 18)),
        ("https://a.example/world/2019-11-18-words", date(2019, 11, 18)),
        ("https://a.example/20221022/words-1102.html", date(2022, 10, 22)),
        ("https://a.example/news/words-191120070028895.html", date(2019, 11, 20)),
        ("https://a.example/story/12345678", None),
        ("https://a.example/2020/02/31/words", None),
        ("https://2020.example/01/02/words", None),
    ],
)
def test_days_in_addresses(url: str, day: date | None) -> None:
    assert dates.in_url(url) == day


@pytest.mark.parametrize(
    ("given_date", "edtf"),
    [
        ("2020-03-04T09:30:00+01:00", ["2020-03-04T09:30:00+01:00"]),
        ("2020-03-04 09:30:00", ["2020-03-04T09:30:00"]),
        ("2020-03-04T09:30:00.000Z", ["2020-03-04T09:30:00Z"]),
        ("2020-03-04T09:30:00+0100", ["2020-03-04T09:30:00+01:00"]),
        ("2020-02-31T09:30:00Z", []),
        ("2020-03-04T25:00:00", ["2020-03-04"]),
        ("2020-03-04T09:30+01", ["2020-03-04T09:30+01:00"]),
        ("20200304", ["2020-03-04"]),
        ("20200304T093000Z", ["2020-03-04T09:30:00Z"]),
        ("20201304", []),
        ("1583314200", ["2020-03-04T09:30:00Z"]),
        ("1583314200000", ["2020-03-04T09:30:00Z"]),
        ("Wed Mar 04 09:30:00 +0000 2020", ["2020-03-04T09:30:00Z"]),
        ("Wed Mar  4 09:30:00 2020", ["2020-03-04T09:30:00"]),
        ("Wed, 04 Mar 2020 09:30:00 +0100", ["2020-03-04T09:30:00+01:00"]),
        ("31.02.2020", []),
        ("4 March 2020", ["2020-03-04"]),
    ],
)
def test_declared_dates(given_date: str, edtf: list[str]) -> None:
    assert [moment.edtf for moment in dates.declared(given_date)] == edtf


@given(st.text(max_size=80) | st.from_regex(r"[0-9:./ +GMT-]{1,30} ?(January|Mar|2020|20)?", fullmatch=True))
def test_nothing_makes_them_raise(line: str) -> None:
    dates.moments(line)
    dates.slashed(line)
    dates.declared(line)
    dates.in_url(line)
    if line.strip():
        dates.is_clock(line.strip())


@pytest.mark.parametrize(
    ("text", "rest"),
    [("May 4, 2033 Dana Osei", "Dana Osei"), ("Dana Osei 4/5/2033 9:30 pm", "Dana Osei"), ("Dana Osei", "Dana Osei"), ("2033-05-04", "")],
)
def test_a_text_without_its_dates(text: str, rest: str) -> None:
    assert " ".join(dates.without(text).split()) == rest


def test_a_year_that_runs_into_the_time() -> None:
    assert [moment.day for moment in dates.moments("May 4, 20335:45 PM")] == [date(2033, 5, 4)]
    assert dates.moments("May 4, 20335") == []
