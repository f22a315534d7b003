from pathlib import Path

import pytest

from drawdown.documents import html, pages
from drawdown.documents.records import Record

PAGES = Path(__file__).parents[1] / "data" / "pages"


def test_html_is_told_by_its_content() -> None:
    assert html.is_html((PAGES / "html_in_disguise.txt").read_text(encoding="utf-8"))
    assert not html.is_html((PAGES / "text_in_disguise.html").read_text(encoding="utf-8"))
    assert not html.is_html("The tags <p> and <div> are used in HTML. " * 20)


def test_a_saved_page_gives_article_and_declared_facts() -> None:
    found = html.extract((PAGES / "saved.html").read_text(encoding="utf-8"))
    assert found.by_parser
    assert found.text.startswith("Ministry Says Talks on Northern Base Will Go On\nOfficials")
    assert "Subscribe" not in found.text
    assert "Cookie" not in found.text
    assert found.facts["published"] == "2020-03-04T09:30:00+01:00"
    assert found.facts["publisher"] == "Northern Post"
    assert found.facts["url"] == "https://www.northern-post.example/2020/03/04/talks-on-northern-base-theta"


def test_a_date_that_is_none_is_not_repaired() -> None:
    page = (PAGES / "saved.html").read_text(encoding="utf-8").replace("2020-03-04T09:30:00+01:00", "2020-02-31T09:30:00+01:00")
    page = page.replace("/2020/03/04/", "/")
    assert "published" not in html.extract(page).facts


@pytest.mark.parametrize(
    ("page", "day", "says"),
    [
        ("<p>March 4, 2020</p>", "2020-03-04", True),
        ("<p>4 March 2020</p>", "2020-03-04", True),
        ("<p>03/04/2020</p>", "2020-03-04", True),
        ("<p>20200304</p>", "2020-03-04", True),
        ("<p>March 2020</p>", "2020-03-01", False),
        ("<p>14 March 2020</p>", "2020-03-04", False),
    ],
)
def test_a_found_date_must_be_printed(page: str, day: str, says: bool) -> None:
    assert html.says_date(page, day, None) is says


def test_script_in_a_title_stays_out() -> None:
    page = (PAGES / "saved.html").read_text(encoding="utf-8").replace("<title>", "<title><script>alert(1)</script>")
    assert "<script" not in html.extract(page).text


def test_nothing_readable_is_set_aside() -> None:
    outcome = pages.outcome(Record("x.html", None, b"<html><body><script>1</script></body></html>"))
    assert outcome.text is None
    assert outcome.rule == "no_text_in_html"


def test_deep_nesting_does_no_harm() -> None:
    outcome = pages.outcome(Record("x.html", None, b"<html><body>" + b"<div>" * 20_000 + b"deep" + b"</div>" * 20_000 + b"</body></html>"))
    assert outcome.media_type == "text/html"
