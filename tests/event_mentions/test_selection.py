"""Which told acts are politics: violence with the means of war is, whoever does it; accidents, sport and films are not."""

from __future__ import annotations

import pytest

TOLD = [
    ("The college was attacked with rockets in 1983.", "ASSAULT", "attacked"),
    ("Two Kenyan soldiers were killed by sniper fire on Wednesday.", "ASSAULT", "killed"),
    ("His bodyguard was shot dead.", "ASSAULT", "shot"),
    ("A car bomb exploded outside a police station in Lima.", "ASSAULT", "exploded"),
    ("A mine went off near the Chilean embassy.", "ASSAULT", "went off"),
    ("The mayor was kidnapped by unidentified individuals.", "ASSAULT", "kidnapped"),
    ("Ten people died in an attack on a church in Jos.", "ASSAULT", "died"),
    ("Gunmen opened fire on a bus carrying pilgrims.", "ASSAULT", "opened"),
    ("Militants threw a grenade at the headquarters of the party.", "ASSAULT", "threw"),
    ("Kenyan jets struck rebel targets in the north.", "ASSAULT", "struck"),
    ("Kenyan teachers went on strike over pay.", "PROTEST", "strike"),
    ("Kenyan teachers struck over pay.", "PROTEST", "struck"),
    ("Nurses begin strike over pay.", "PROTEST", "strike"),
    ("Miners walked off the job on Wednesday.", "PROTEST", "walked"),
    ("Protesters gathered outside the Chilean consulate.", "PROTEST", "gathered"),
    ("Peru and Chile exchanged prisoners on Saturday.", "RETREAT", "exchanged"),
    ("The World Bank approved a $300 million loan to Kenya.", "AID", "approved"),
    ("The union was ready to talk with the ministry.", "AGREE", "ready"),
]

NOT_TOLD = [
    "Ten people were killed in a bus crash near Lima.",
    "Fans gathered outside the stadium.",
    "The film shoots its hero as a lonely man.",
    "A gas explosion killed two cooks.",
    "The committee has committed errors.",
]


@pytest.mark.parametrize(("text", "event_type", "trigger"), TOLD)
def test_an_act_is_told(code, text, event_type, trigger):
    assert [(row["event_type"], row["text"]) for row in code(text).events] == [(event_type, trigger)]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_no_act_is_told(code, text):
    assert code(text).events == []


@pytest.mark.parametrize(
    ("text", "instrument"),
    [("A roadside bomb hit a convoy of Kenyan soldiers.", "bomb"), ("Police fired tear gas at protesters.", "tear gas")],
)
def test_weapons_are_instruments_not_parties(one, text, instrument):
    _, roles = one(text)
    assert instrument in roles["instrument"][0]
    assert instrument not in roles.get("actor", []) + roles.get("recipient", [])


def test_a_finite_verb_behind_an_infinitive_keeps_its_own_clause(told):
    rows = told("Kenyan police fired tear gas to disperse the crowd and arrested 21 protesters.")
    assert [(row["text"], row["realis"]) for row in rows] == [("fired", "asserted"), ("arrested", "asserted")]
