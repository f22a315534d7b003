from drawdown.articles import templates
from drawdown.articles.templates import Sampled


def page(key: str, *lines: str, site: str = "a.example") -> Sampled:
    return Sampled(site, key, frozenset(lines))


def test_lines_that_pages_of_a_site_share_are_its_furniture() -> None:
    pages = [page(f"d_{at}", "go premium", f"story {at}") for at in range(3)]
    assert templates.recurring(pages) == {"a.example": {"go premium": 3}}


def test_two_pages_are_not_enough_nor_are_other_sites() -> None:
    assert templates.recurring([page("d_1", "x"), page("d_2", "x"), page("d_3", "x", site="b.example")]) == {}


def test_long_lines_are_left_alone() -> None:
    reprinted = " ".join(["word"] * 20)
    assert templates.recurring([page(f"d_{at}", reprinted) for at in range(9)]) == {}


def test_the_sample_is_the_first_pages_of_each_site() -> None:
    pages = [page(f"d_{at:04}", f"l{at}", site="ab"[at % 3 == 0]) for at in range(900)]
    sample = list(templates.first(pages))
    for site in "ab":
        assert [one for one in sample if one.site == site] == [one for one in pages if one.site == site][: templates.SAMPLE]


def test_the_site_is_read_from_the_printed_address() -> None:
    text = "Home\nhttps://cdn.example/picture-of-the-day-now.jpg\n  https://www.a.example/world/words-of-the-story/  \n"
    assert templates.site(text, None) == "a.example"
    assert templates.site(text, "https://b.example/x") == "b.example"


def test_of_a_part_too_the_first_pages_of_each_site_are_looked_at() -> None:
    pages = [(f"d_{at:04}", f" Line {at}.\n", f"https://{site}.example/x") for at in range(250) for site in "ab"]
    found = list(templates.sample([("d_", "No address.", None), *pages]))
    assert found[0] == Sampled("a.example", "d_0000", frozenset({"line 0"}))
    assert [(one.document_id, one.site) for one in found] == [
        (key, url.removeprefix("https://").removesuffix("/x")) for key, _, url in pages[: 2 * templates.SAMPLE]
    ]
