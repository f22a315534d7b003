import pytest

from drawdown.articles import metadata
from drawdown.articles.blocks import Blocks
from drawdown.articles.lexicon import Lexicon
from drawdown.schemas import pages


def author(known: Lexicon, *bylines: str) -> str | None:
    starts = [100 * number for number in range(len(bylines))]
    ends = [start + len(text) for start, text in zip(starts, bylines, strict=True)]
    blocks = Blocks(starts, ends, list(bylines), ["byline"] * len(bylines), [""] * len(bylines))
    page = dict.fromkeys(column.name for column in pages.TABLE.columns)
    found = metadata.read(page, blocks, known)["author"]
    return found[0].value if found else None


@pytest.mark.parametrize(
    ("byline", "name"),
    [
        ("By Dana Osei", "Dana Osei"),
        ("Posted by: Dana Osei on 4 May 2033", "Dana Osei"),
        ("May 4, 2033 | by Dana Osei", "Dana Osei"),
        ("4 May 2033 9:30 am by Dana Osei", "Dana Osei"),
        ("May 4, 2033 Dana Osei", "Dana Osei"),
        ("Dana Osei @danaosei", "Dana Osei"),
        ("• by Dana Osei", "Dana Osei"),
        ("Reporting by Dana Osei; editing by Kim Lund", "Dana Osei"),
        ("By Dana Osei and Kim Lund", "Dana Osei and Kim Lund"),
        ("By Sonya Bylund", "Sonya Bylund"),
        ("4 May 2033", None),
    ],
)
def test_the_author_is_what_a_byline_names(known: Lexicon, byline: str, name: str | None) -> None:
    assert author(known, byline) == name


def test_the_first_byline_that_names_somebody_counts(known: Lexicon) -> None:
    assert author(known, "4 May 2033, 9:30", "By Dana Osei", "By Kim Lund") == "Dana Osei"
