from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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


def test_a_hundred_thousand_nested_tags_do_no_harm() -> None:
    depth = 100_000
    outcome = pages.outcome(Record("x.html", None, b"<html><body>" + b"<div>" * depth + b"deep" + b"</div>" * depth + b"</body></html>"))
    assert outcome.media_type == "text/html"


def test_twenty_megabytes_of_scripts_and_inline_pictures_hide_no_article() -> None:
    page = (PAGES / "saved.html").read_text(encoding="utf-8")
    script = f"<script>{'var a = 1;' * 1_100_000}</script>"
    picture = f'<img src="data:image/png;base64,{"QUJD" * 2_600_000}">'
    heavy = page.replace("</head>", script + "</head>").replace("<body>", "<body>" + picture)
    assert len(heavy) > 20_000_000
    assert html.extract(heavy) == html.extract(page)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("<script>" * 50_000, "<script>" * 50_000),
        ("a<script>" * 50_000 + "</script>b", "a</script>b"),
        ("<SCRIPT>x</script>" * 9, "<SCRIPT>x</script>" * 9),
        ("<img src='data:image/png;base64," + "QUJD" * 999 + "'>", "<img src='data:'>"),
        ("", ""),
    ],
)
def test_only_long_scripts_and_inline_files_are_taken_out(text: str, left: str) -> None:
    assert html.lightened(text) == left


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<div", ">", "<!--", "<script>", "&#0;", "&#xD800;", "\x00", "<title>", " a b ", "é"]) | st.text()
    ).map("".join)
)
def test_no_markup_makes_it_raise(page: str) -> None:
    assert isinstance(html.extract(page).text, str)


@pytest.mark.parametrize(
    ("title", "site", "headline"),
    [
        ("Talks to go on | Northern Post", "Northern Post", "Talks to go on"),
        ("Talks - again - to go on – NORTHERN POST", "Northern Post", "Talks - again - to go on"),
        ("Talks to go on | World", "Northern Post", "Talks to go on | World"),
        ("Northern Post", "Northern Post", "Northern Post"),
        ("Talks-Northern Post", "Northern Post", "Talks-Northern Post"),
    ],
)
def test_a_headline_is_the_title_without_the_name_of_the_site(title: str, site: str, headline: str) -> None:
    assert html.headline(title, site) == headline


def test_a_section_behind_the_title_is_no_part_of_the_headline() -> None:
    assert html.headline("Talks to go on - World News", "Northern Post", "World news") == "Talks to go on"
    assert html.headline("Norway - Iran", "Iran Daily", "World") == "Norway - Iran"


@pytest.mark.parametrize(
    ("declared", "section", "tags"),
    [
        ("World", "World", None),
        ("Trade & Industry", "Trade & Industry", None),
        ("trade-talks,ports,envoys", None, "trade-talks | ports | envoys"),
    ],
)
def test_a_list_of_subjects_is_no_section(declared: str, section: str | None, tags: str | None) -> None:
    page = (PAGES / "saved.html").read_text(encoding="utf-8")
    head = f'<meta property="article:section" content="{declared}"></head>'
    facts = html.extract(page.replace("</head>", head, 1)).facts
    assert (facts.get("section"), facts.get("tags")) == (section, tags)


HEAD = '<meta property="article:published_time" content="{}"><script>{{"publisher": "x", "dateModified": "2020-03-09T01:00:00Z"}}</script>'


@pytest.mark.parametrize(
    ("page", "day", "url", "published"),
    [
        (HEAD.format("2020-03-04T09:30:00+01:00"), "2020-03-04", None, "2020-03-04T09:30:00+01:00"),
        (HEAD.format("2020-03-04 09:30:00") + '"datePublished": "2020-03-04T08:30:00Z"', "2020-03-04", None, "2020-03-04T08:30:00Z"),
        (HEAD.format("2020-03-05T01:30:00Z"), "2020-03-04", "http://x.example/2020/03/04/talks", "2020-03-05T01:30:00Z"),
        (HEAD.format("0001-01-01T00:00:00Z"), "2020-03-04", "http://x.example/2020/03/04/talks", None),
        (HEAD.format("2020-03-04T25:00:00Z"), "2020-03-04", None, "2020-03-04"),
        ("<p>4 March 2020</p>", "2020-03-04", "http://x.example/talks-4-march-2020", "2020-03-04"),
        ("<p>4 March 2020</p>", "2020-03-04", "http://x.example/talks-20200304", None),
        ('<a href="http://x.example/2020/03/04/talks">', "2020-03-04", "http://x.example/2020/03/04/talks", None),
        ("<p>Told on 9 February 2020</p>", "2020-02-09", "http://x.example/2020/mar/04/talks", None),
        ("<p>March 2020</p>", "2020-03-01", None, None),
    ],
)
def test_the_moment_that_a_page_declares_is_told_from_the_day_in_its_address(
    page: str, day: str, url: str | None, published: str | None
) -> None:
    assert html.published(page, day, url) == published
