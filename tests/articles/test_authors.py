import pytest

from drawdown.articles import authors
from drawdown.articles.lexicon import Lexicon


@pytest.mark.parametrize(
    ("byline", "names"),
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
        ("By Dana Osei, AP Political Writer", "Dana Osei"),
        ("By Sonya Bylund", "Sonya Bylund"),
        ("By Kim May", "Kim May"),
        ("4 May 2033", ""),
    ],
)
def test_a_byline_names_who_wrote(known: Lexicon, byline: str, names: str) -> None:
    assert authors.printed(byline, known) == names


@pytest.mark.parametrize(
    ("given", "names"),
    [
        ("Dana Osei; Ap Sports Writer", "Dana Osei"),
        ("DANA OSEI; KIM LUND Associated Press", "DANA OSEI; KIM LUND"),
        ("Dana Osei; Associated Press", "Dana Osei"),
        ("Reuters", "Reuters"),
        ("Dana Osei Monday; November", "Dana Osei"),
        ("Dana Osei is a reporter for the desk", "Dana Osei"),
        ("Dana Osei; Dana Osei", "Dana Osei"),
        ("Staff writer", ""),
    ],
)
def test_declared_names_are_persons_where_persons_are_named(known: Lexicon, given: str, names: str) -> None:
    assert authors.declared(given, known) == names


def test_a_line_is_signed_by_a_date_or_an_office() -> None:
    assert authors.signed("Dana Osei, Staff Writer") == authors.signed("4 May 2033 Dana Osei") == "Dana Osei"
    assert authors.signed("• Dana Osei") is None
