from typing import Any

from drawdown.articles import publication
from drawdown.articles.readings import Printed, Reading, Said

URL = Reading("https://a.example/2020/03/04/words-of-the-story", "block", "https://a.example/2020/03/04/words-of-the-story", 200, 247)
NONE: dict[str, Any] = {"published": None, "published_basis": None}


def printed(*blocks: tuple[str, str]) -> Said:
    found: Said = {}
    for at, (role, text) in enumerate(blocks):
        found.setdefault(role, []).append(Printed(text, 100 * at, at))
    return found


def read(url: Reading | None, blocks: Said, page: dict[str, Any] | None = None) -> list[tuple[str, str, bool]]:
    return [(reading.value, reading.basis, reading.conflict) for reading in publication.readings(url, blocks, page or NONE)]


def test_a_page_that_does_not_say_has_no_reading() -> None:
    assert read(None, printed(("title", "A Headline"), ("body", "Said on 1 April."))) == []


def test_the_address_comes_before_a_clock_that_shows_when_the_page_was_saved() -> None:
    found = read(URL, printed(("clock", "10:00 GMT 9 July 2021"), ("title", "A"), ("body", "b")))
    assert found == [("2020-03-04", "url", False), ("2021-07-09T10:00Z", "header_clock", True)]


def test_the_evidence_of_the_address_is_where_it_is_printed() -> None:
    first = publication.readings(URL, {}, NONE)[0]
    assert (first.start, first.end) == (200, 247)


def test_a_clock_stands_when_nothing_else_says() -> None:
    assert read(None, printed(("clock", "10:00 GMT 9 July 2021"), ("title", "A"), ("body", "b"))) == [
        ("2021-07-09T10:00Z", "header_clock", False)
    ]


def test_a_date_under_the_headline_comes_before_one_at_the_top() -> None:
    blocks = printed(("clock", "9 July 2021"), ("title", "A"), ("clock", "4 March 2020"), ("body", "b"))
    assert read(None, blocks) == [("2020-03-04", "header_clock", False), ("2021-07-09", "header_clock", True)]


def test_dates_of_other_stories_behind_the_article_do_not_count() -> None:
    assert read(None, printed(("title", "A"), ("body", "b"), ("clock", "4 March 2020"))) == []
    assert read(None, printed(("title", "A"), ("body", "b"), ("clock", "Published 4 March 2020"))) == [
        ("2020-03-04", "header_clock", False)
    ]


def test_glued_digits_are_told_apart_by_the_address() -> None:
    url = Reading("https://a.example/2020/05/11/words-of-it", "meta", "u")
    found = read(url, printed(("clock", "10:00 GMT +111 May 2020"), ("title", "A"), ("body", "b")))
    assert found[1] == ("2020-05-11T10:00+01:00", "header_clock", False)
    assert read(None, printed(("clock", "10:00 GMT +111 May 2020"), ("title", "A"), ("body", "b"))) == []


def test_a_declared_date_that_is_none_is_kept_as_a_conflict() -> None:
    page = {"published": "31.02.2020", "published_basis": "meta"}
    assert read(None, {}, page) == [("31.02.2020", "meta", True)]
    assert read(URL, {}, page) == [("2020-03-04", "url", False), ("31.02.2020", "meta", True)]


def test_the_record_of_sources_comes_last() -> None:
    page = {"published": "2020-03-05", "published_basis": "sources"}
    assert read(URL, {}, page) == [("2020-03-04", "url", False), ("2020-03-05", "sources", True)]
    assert read(None, {}, page) == [("2020-03-05", "sources", False)]
