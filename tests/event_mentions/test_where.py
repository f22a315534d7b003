"""Places of acts, by made-up sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from drawdown.event_mentions.coder import Coded
from drawdown.event_mentions.page import Row
from tests.event_mentions.conftest import ARTICLE, SHIFT

Told = Callable[..., list[Row]]


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("The rebels killed nine soldiers in Aleppo.", "killed", "aleppo"),
        ("In Aleppo, rebels killed nine soldiers.", "killed", "aleppo"),
        ("A shell hit the Camp Taji base in Iraq.", "hit", "camp_taji"),
        ("The rebels attacked the airbase of Bagram in Afghanistan.", "attacked", "bagram"),
        ("The blast killed two soldiers guarding a depot in Mosul.", "killed", "mosul"),
        ("The blast killed two soldiers stationed at Camp Taji.", "killed", "camp_taji"),
        ("The strikes killed nine fighters and injured 20 others in Anbar.", "killed", "anbar"),
        ("The French president visited Lebanon.", "visited", "lebanon"),
        ("The French president will visit Tehran on Monday.", "visit", "tehran"),
        ("The minister's visit to Tehran took place in May.", "visit", "tehran"),
        ("The minister traveled to Manama.", "traveled", "manama"),
        ("Italy withdrew its troops from Afghanistan.", "withdrew", "afghanistan"),
        ("Spain sent 200 soldiers to Lebanon.", "sent", "lebanon"),
        ("The king met with officials at the White House.", "met", "white_house"),
        ("Students in Aleppo chanted slogans against the mayor.", "chanted", "aleppo"),
        ("The Russian capital Moscow hosted talks between Peru and Chile.", "hosted", "moscow"),
        ("Gunmen killed a banker in an attack carried out last week in Dubai.", "killed", "geonames_292223"),
        ("Soldiers killed a boy in the West Bank town of Ramallah.", "killed", "ramallah"),
        ("The envoy flew to Jerusalem, where police arrested nine men.", "arrested", "geonames_281184"),
        ("She spoke of a rally near Mecca during which nine men were shot dead.", "shot", "geonames_104515"),
        ("Six porters were wounded in the blast which struck in a quarter of Kabul.", "wounded", "kabul"),
        ("Nine students were killed following a suicide bombing in Afghanistan.", "killed", "afghanistan"),
        ("Bakers took to the streets in Lima to reject the tax.", "took", "lima"),
        ("Marchers chanted slogans in cities including Qom.", "chanted", "qom"),
        ("A mine killed two Poles and a Dane stationed at the Taji base north of Baghdad.", "killed", "camp_taji"),
        ("Prior to his visit to China, the French president visited Lebanon.", "visited", "lebanon"),
        ("Police raided a house in Basra, killing two rebels.", "killing", "basra"),
        ("The rebels fought alongside soldiers of Chad in Mosul.", "fought", "mosul"),
        ("Rebels killed nine soldiers in attacks on a school and a mosque in Mosul.", "killed", "mosul"),
        ("Fighters carried out an attack on Iraqi soil.", "attack", "iraq"),
    ],
)
def test_the_clause_says_where(told: Told, text: str, trigger: str, place: str) -> None:
    assert {row["place_id"] for row in told(text) if row["text"].startswith(trigger)} == {place}


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Iraqi forces killed nine fighters.", "killed"),
        ("The minister lashed out at Turkey over the dam.", "lashed out"),
        ("France imposed sanctions on Iran.", "imposed"),
        ("Ministers held a meeting outside the territory of Iran.", "meeting"),
        ("The president withdrew Spain from the treaty.", "withdrew"),
        ("The movement threatened to attack targets in Iran.", "threatened"),
        ("The ministers discussed the situation in Syria.", "discussed"),
        ("The president lifted the sanctions on Tehran.", "lifted"),
        ("Prior to a trip to China, the minister praised Chile.", "praised"),
        ("The law was targeted at Iran, Russia and Cuba.", "targeted"),
        ("The militia killed refugees fleeing from wars in Afghanistan.", "killed"),
        ("France lifted the embargo in defiance of the Commonwealth.", "lifted"),
        ("The minister accused the group of creating insecurity in Iran.", "accused"),
    ],
)
def test_what_an_act_is_about_is_no_place_of_it(told: Told, text: str, trigger: str) -> None:
    assert {row["place_id"] for row in told(text) if row["text"].startswith(trigger)} <= {None}


def test_each_of_two_acts_has_its_own_place(told: Told) -> None:
    rows = told("Militants killed nine soldiers in Mosul and killed two policemen in Basra.")
    assert [row["place_id"] for row in rows] == ["mosul", "basra"]


def test_a_demand_is_voiced_where_it_is_made(told: Told) -> None:
    (row,) = told("In Tehran, the minister demanded that Spain release the tanker.")
    assert (row["event_type"], row["place_id"]) == ("REQUEST", "tehran")


def test_a_place_outside_the_gazetteer_is_the_location_still(code: Callable[..., Coded]) -> None:
    text = "Rebels killed nine soldiers in Nerva."
    span = {"article_id": ARTICLE, "start": 31, "end": 36, "raw_start": 31 + SHIFT, "raw_end": 36 + SHIFT, "text": "Nerva"}
    place = {**span, "mention_id": "m_1", "kind": "place", "entity_id": None, "place_id": None, "method": "model"}
    coded = code(text, mentions=[place])
    assert [row["place_id"] for row in coded.events] == [None]
    assert [row["text"] for row in coded.participants if row["role"] == "location"] == ["Nerva"]


@pytest.mark.parametrize(
    "text",
    [
        "BAGHDAD (AP) - Militants killed nine soldiers in Mosul.",
        "Beirut, May 3 – Militants killed nine soldiers in Mosul.",
        "MOSUL, Iraq (Reuters) – Militants killed nine soldiers in Mosul.",
        "KABUL, Afghanistan — Militants killed nine soldiers in Mosul.",
    ],
)
def test_a_dateline_is_no_actor_and_no_place_of_an_act(code: Callable[..., Coded], told: Told, text: str) -> None:
    assert [row["place_id"] for row in told(text) if row["text"] == "killed"] == ["mosul"]
    assert [row["text"] for row in code(text).participants if row["role"] == "actor"] == ["Militants"]
