"""Who is a party: no treaty, thing or reflexive; who does what a noun tells of somebody against another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from drawdown.event_mentions.page import Row
from drawdown.sets import coding

One = Callable[..., tuple[Row, dict[str, list[str]]]]


@pytest.mark.parametrize(
    ("sentence", "actors", "recipients"),
    [
        ("The continuous attacks of the Chilean regime on Peru went on.", ["Chilean regime"], ["Peru"]),
        ("The withdrawal of Norway from the European Union surprised the town.", ["Norway"], ["European Union"]),
        ("The killing of farmers on the border went on.", [], ["farmers"]),
    ],
)
def test_of_names_the_doer_where_another_is_met(one: One, sentence: str, actors: list[str], recipients: list[str]) -> None:
    _, roles = one(sentence)
    assert (roles.get("actor", []), roles.get("recipient", [])) == (actors, recipients)


@pytest.mark.parametrize(
    ("sentence", "role", "thing"),
    [
        ("Kenya withdrew from the JCPOA.", "recipient", "JCPOA"),
        ("Kenya withdrew from the 2003 Chad border treaty.", "recipient", "2003 Chad border treaty"),
        ("The police encircled a huge fire.", "recipient", "huge fire"),
        ("With the exception of a few helicopters, Peru purchased fighter jets from Chile.", "actor", "exception"),
        ("The Bolivians signed a treaty among themselves in Lima.", "actor", "themselves"),
    ],
)
def test_things_and_treaties_are_no_parties(code: Callable[..., object], sentence: str, role: str, thing: str) -> None:
    coded = code(sentence)
    assert coded.participants  # type: ignore[attr-defined]
    assert thing not in {row["text"] for row in coded.participants if row["role"] == role}  # type: ignore[attr-defined]


def test_a_number_of_people_meets(one: One) -> None:
    _, roles = one("The minister met with a number of Peruvian officials.")
    assert roles["actor"] == ["minister", "Peruvian officials"]


def test_whose_rulers_they_are_is_asked_with_the_words_behind_of(code: Callable[..., object]) -> None:
    asked: list[str] = []

    def resolve(text: str, _day: str | None) -> tuple[None, str, str, str]:
        asked.append(text)
        return None, "PER", "GOV", "asked"

    code("The union threatened the old rulers of Peru with sanctions.", resolve=resolve)
    assert "old rulers of Peru" in asked


def test_sanctions_come_in_rounds(one: One) -> None:
    _, roles = one("Peru has slapped two rounds of sanctions on Chile.")
    assert (roles["actor"], roles["recipient"]) == (["Peru"], ["Chile"])


def test_whoever_holds_an_office_is_named_behind_its_body() -> None:
    text = "Rebels said that Commander of the Kenyan Navy General William Ruto was killed in an airstrike at Kidal airport on Friday."
    (people,) = coding.code([coding.Text(text)]).rows("participants")
    assert [row["entity_id"] for row in people if row["role"] == "recipient"] == ["william_ruto"]


def test_a_participle_shares_the_row_of_the_one_before_it(one: One) -> None:
    row, roles = one("A Kenyan farmer was shot in the leg and killed by Somali gunmen.")
    assert (row["text"], row["mode"], roles["actor"], roles["recipient"]) == ("shot", "firearms", ["Somali gunmen"], ["Kenyan farmer"])
