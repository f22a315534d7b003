"""How many were killed and injured: numerals, bounds, sums, and numbers that count no people."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from drawdown.event_mentions import coder

TOLLS = [
    ("The air strike killed three soldiers.", "deaths", (3, 3, 3), "three"),
    ("Rebels killed at least 25 villagers in Arvan.", "deaths", (25, 25, None), "25"),
    ("The army shelled the village, killing more than a dozen civilians.", "deaths", (12, 12, None), "dozen"),
    ("A bomb attack killed up to 40 people in the market.", "deaths", (None, 40, 40), "40"),
    ("Gunmen killed nearly 1,200 people in the province.", "deaths", (None, 1200, None), "1,200"),
    ("Rebels killed no fewer than 30 policemen.", "deaths", (30, 30, None), "30"),
    ("The strike killed two Aldorian soldiers and one Bordurian officer.", "deaths", (3, 3, 3), "two Aldorian soldiers and one"),
    ("The rebels killed five soldiers and a civilian.", "deaths", (6, 6, 6), "five soldiers and a civilian"),
    ("Twenty-one people were killed in a rocket attack on the base.", "deaths", (21, 21, 21), "Twenty-one"),
    ("Dozens of people were killed when the army attacked the town.", "deaths", (24, None, None), "Dozens"),
    ("The army attacked the camp, wounding seven guards.", "injured", (7, 7, 7), "seven"),
    ("The militia stormed the base and killed 2 contractors.", "deaths", (2, 2, 2), "2"),
]


@pytest.mark.parametrize(("text", "what", "bounds", "said"), TOLLS)
def test_tolls(text: str, what: str, bounds: tuple[int | None, ...], said: str, code: Callable[..., coder.Coded]) -> None:
    told = [row for row in code(text).events if row[f"{what}_start"] is not None]
    assert told, [(row["text"], row["event_type"]) for row in code(text).events]
    for row in told:
        assert (row[f"{what}_low"], row[f"{what}_best"], row[f"{what}_high"]) == bounds
        assert text[row[f"{what}_start"] : row[f"{what}_end"]] == said


@pytest.mark.parametrize(
    "text",
    [
        "On 3 January the general was killed by the army.",
        "The rebels attacked the plant, and the province lost 6,550 megawatts.",
        "The army killed the commander who had fought two battles.",
        "The attack did not kill 3 people.",
        "The attacks left 20,000 people killed or injured.",
        "The rebels attacked three villages.",
    ],
)
def test_numbers_that_count_no_dead(text: str, code: Callable[..., coder.Coded]) -> None:
    assert [row["deaths_best"] for row in code(text).events if row["deaths_best"] is not None] == []


def test_dead_and_injured_of_one_act(code: Callable[..., coder.Coded]) -> None:
    rows = code("The air strike killed 12 rebels and wounded 30 others.").events
    assert {(row["deaths_best"], row["injured_best"]) for row in rows} == {(12, 30)}
