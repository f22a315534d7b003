import pytest

from drawdown.articles import lexicon, roles, titles
from drawdown.articles.gauge import Gauge
from drawdown.articles.lexicon import Lexicon

STORY = """Officials in the capital said on Tuesday that the talks on the northern base would go on until the end of the month.

The minister told reporters that the troops were to leave the base by the summer, although he did not name a day for it.

An opposition group said that it would not accept a further delay, and called for a vote in the parliament before the new year."""


def title(known: Lexicon, above: str, **hints: str) -> str | None:
    text = f"{above}\n\n{STORY}"
    found = roles.assign(text, Gauge(known), roles.Hints(**hints)).of("title")  # type: ignore[arg-type]
    return found[0] if found else None


def test_the_line_that_shares_words_with_the_story_is_the_headline(known: Lexicon) -> None:
    above = "Ten Recipes for a Cold Winter Evening at Home\nTalks on northern base to go on, minister tells reporters\nHow to Choose a Good Pair of Shoes"
    assert title(known, above) == "Talks on northern base to go on, minister tells reporters"


def test_a_standfirst_is_not_taken_for_the_headline_above_it(known: Lexicon) -> None:
    above = "Northern base talks to go on, minister says\nOfficials in the capital name no day for troops to leave the base\nBy Jane Doe"
    assert title(known, above) == "Northern base talks to go on, minister says"


def test_the_declared_headline_wins(known: Lexicon) -> None:
    above = "Talks on northern base to go on, minister says\nAnother Day in the Capital"
    assert title(known, above, title="Another Day in the Capital - The Post") == "Another Day in the Capital"


@pytest.mark.parametrize("byline", ["By Dana Osei", "By\nDana Osei", "Written by:\nDana Osei and Kim Lund"])
def test_a_byline_tells_the_line_above_it(known: Lexicon, byline: str) -> None:
    above = f"Troops may leave by summer at last\n{byline}\nMost Popular\nTalks on northern base: what the minister told reporters"
    assert title(known, above) == "Troops may leave by summer at last"


def test_a_headline_of_two_sentences_in_capitals(known: Lexicon) -> None:
    above = "Markets\nNorthern Base Talks Go On. Why Troops Will Not Leave.\nBy Dana Osei"
    assert title(known, above) == "Northern Base Talks Go On. Why Troops Will Not Leave."


def test_words_above_the_credit_of_a_picture_are_no_headline(known: Lexicon) -> None:
    above = "Northern Talks to Go On\nMonday, 3 May 2032\nTroops on the northern base\nGetty Images"
    assert title(known, above) == "Northern Talks to Go On"


def test_an_article_without_headline_has_none(known: Lexicon) -> None:
    assert title(known, "") is None


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("https://a.example/world/202008211080237067-talks-go-on-in-may/", {"talks", "go", "on", "in", "may"}),
        ("https://a.example/a-first-part-here/talks-go-on.html?x=a-b-c", {"talks", "go", "on"}),
        ("https://a.example/story/12345", set()),
        (None, set()),
    ],
)
def test_words_of_an_address(url: str | None, words: set[str]) -> None:
    assert titles.slug_words(url) == words


def test_bullets_behind_a_colon_belong_to_the_text(known: Lexicon) -> None:
    bullets = "\n".join(f"• An end to point {n} of the older agreement" for n in range(8))
    text = f"Northern Base Talks to Go On\n\n{STORY}\n\nThe statement of the groups named what they ask for:\n{bullets}\n\n{STORY[:115]}"
    body = roles.assign(text, Gauge(known), roles.Hints()).of("body")
    assert sum(line.startswith("•") for line in body) == 8


def test_labels_with_counts_are_labels(known: Lexicon) -> None:
    for line in ("34 Comments", "Comments (34)", "Comments"):
        found = known.label(lexicon.normal(line), lexicon.lowered(line))
        assert found is not None, line
        assert found.effect == "ends_article"
