"""Private acts on pages about something else."""

from __future__ import annotations

from drawdown.event_mentions import relevance
from drawdown.event_mentions.page import Page
from drawdown.offsets import OffsetMap, Piece

from .conftest import ARTICLE

EVENTS = [{"event_mention_id": "em_1"}, {"event_mention_id": "em_2"}]
PEOPLE = [
    {"event_mention_id": "em_1", "role": "actor", "mention_id": "m_1", "sector": None},
    {"event_mention_id": "em_1", "role": "location", "mention_id": "m_2", "sector": "GOV"},
    {"event_mention_id": "em_2", "role": "recipient", "mention_id": None, "sector": "MIL"},
]


def page(sentences: int, states: int) -> Page:
    rows = [{"mention_id": f"m_{at}", "kind": "state"} for at in range(10, 10 + states)]
    people = [{"mention_id": "m_1", "kind": "person"}]
    return Page(ARTICLE, "x", OffsetMap([Piece(0, 1, 0, "body")]), sentences=[{}] * sentences, mentions=people + rows)


def test_a_page_about_something_else_keeps_acts_of_public_actors_alone():
    assert relevance.private(page(40, 2), EVENTS, PEOPLE) == {"em_1"}


def test_a_political_page_and_a_short_one_keep_all():
    assert relevance.private(page(40, 20), EVENTS, PEOPLE) == set()
    assert relevance.private(page(3, 0), EVENTS, PEOPLE) == set()


def test_on_pages_about_games_only_violence_is_told(code):
    page = "The striker scored a goal for Kenya. Kenya beat Uganda in the final. The coach of the team praised Kenya. {}"
    assert code(page.format("Kenya meets Chad on Monday.")).events == []
    assert [row["event_type"] for row in code(page.format("Gunmen shot dead two Kenyan officers.")).events] == ["ASSAULT"]


def visit(visitor: str, visited: str, country: str) -> list[dict[str, str | None]]:
    return [
        {"event_mention_id": "em_1", "role": "actor", "mention_id": "m_1", "country": visitor},
        {"event_mention_id": "em_1", "role": "recipient", "mention_id": visited, "country": country},
    ]


def test_visits_to_ground_of_ones_own_country_meet_nobody():
    events = [{"event_mention_id": "em_1", "mode": "visit"}]
    rows = [{"mention_id": "m_1", "kind": "person"}, {"mention_id": "m_2", "kind": "place"}]
    told = Page(ARTICLE, "x", OffsetMap([Piece(0, 1, 0, "body")]), mentions=rows)
    assert relevance.at_home(told, events, visit("KEN", "m_2", "KEN")) == {"em_1"}
    assert relevance.at_home(told, events, visit("TCD", "m_2", "KEN")) == set()
    assert relevance.at_home(told, events, visit("KEN", "m_1", "KEN")) == set()
    assert relevance.at_home(told, [{"event_mention_id": "em_1", "mode": None}], visit("KEN", "m_2", "KEN")) == set()
