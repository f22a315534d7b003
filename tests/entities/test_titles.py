"""Posts and offices: by the day, by the title with which the article names somebody, never a deputy or a former holder."""

from __future__ import annotations

import pytest

from tests.entities.test_mentions import mentioned


def meant(text: str, words: str, published: str | None = None) -> str | None:
    """Entity of the last mention with these words."""
    return [row["entity_id"] for row in mentioned(text, published) if row["text"] == words][-1]


@pytest.mark.parametrize(
    ("text", "words", "entity"),
    [
        (
            "French Foreign Minister Laurent Fabius landed in Oslo. The French foreign minister praised the hosts.",
            "French foreign minister",
            "laurent_fabius",
        ),
        (
            "French Foreign Minister Laurent Fabius landed in Oslo. The French minister praised the hosts.",
            "French minister",
            "laurent_fabius",
        ),
        ("The French foreign minister will land in Oslo. Laurent Fabius is to speak there.", "French foreign minister", "laurent_fabius"),
        (
            "Foreign Minister Heiko Maas flew to Cyprus. The top diplomat stayed for a day.",
            "top diplomat",
            "heiko_maas",
        ),
    ],
)
def test_without_a_day_the_holder_is_who_is_named_with_the_title(text: str, words: str, entity: str) -> None:
    assert meant(text, words) == entity


@pytest.mark.parametrize(
    "before",
    ["Deputy French Foreign Minister Marc Dupuis", "German Foreign Minister Heiko Maas", "Former French foreign minister Luc Perrin"],
)
def test_a_deputy_a_former_holder_and_a_foreigner_are_not_the_holder(before: str) -> None:
    assert meant(f"{before} landed in Oslo. The French foreign minister praised the hosts.", "French foreign minister") is None


def test_one_who_is_met_by_the_holder_bears_no_title() -> None:
    assert meant("The minister met Marta Lindqvist in Oslo. The minister left.", "minister") is None


def test_a_title_that_goes_on_stands_before_the_name() -> None:
    rows = mentioned("Chairman of the Harbour Board Pedro Salinas met Rosa Quispe. The chairman thanked her.", None)
    (salinas,) = {row["entity_id"] for row in rows if row["text"] == "Pedro Salinas"}
    assert [row["entity_id"] for row in rows if row["text"] == "chairman"] == [salinas]


def test_an_officer_is_of_the_force_before_it() -> None:
    text = "Rockets fell in Syria near Damascus. An IRGC officer was killed in Syria."
    assert meant(text, "IRGC officer") == "irgc"


def test_a_lawmaker_is_named_or_nobody_and_no_parliament() -> None:
    assert meant("Iraq is calm. Baghdad and Basra are in Iraq. The MP spoke of Iraq.", "MP") is None


def test_a_person_is_remembered_through_one_long_quotation() -> None:
    long = "the roads of the north were closed " * 14
    rows = mentioned(f"Heiko Maas answered the council. \u201cWe know that {long}and nobody came,\u201d he said.", None)
    assert [row["entity_id"] for row in rows if row["text"] == "he"] == ["heiko_maas"]
