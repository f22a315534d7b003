"""The registry: names found in texts, offices by date, and rows that stop the build."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drawdown.entities import folding, registry
from drawdown.entities.resolve import resolve
from drawdown.errors import KnowledgeError
from drawdown.layout import bundled_reference


@pytest.fixture(scope="module")
def known() -> registry.Registry:
    return registry.load(bundled_reference())


def named(known: registry.Registry, text: str) -> dict[str, str]:
    return {text[hit.start : hit.end]: hit.name.target for hit in known.find(text)}


def test_it_knows_at_least_150_actors_and_every_state(known: registry.Registry) -> None:
    assert len(known.actors) - len(known.states) >= 150
    assert len(known.states) >= 249


@pytest.mark.parametrize("spelling", ["Kata'ib Hezbollah", "Kata’ib Hezbollah", "Kata`ib Hezbollah", "Kataib Hezbollah"])
def test_apostrophes_do_not_break_a_match(known: registry.Registry, spelling: str) -> None:
    assert named(known, f"Fighters of {spelling}* left.") == {spelling: "kataib_hezbollah"}


@pytest.mark.parametrize("spelling", ["Solemani", "Suleimani", "Sulaymani", "Soleymani"])
def test_transliterations_meet(known: registry.Registry, spelling: str) -> None:
    assert known.variant(spelling) == "qasem_soleimani"


def test_the_pronoun_is_not_the_country(known: registry.Registry) -> None:
    assert named(known, "They told us to go.") == {}
    assert named(known, "The US’ answer") == {"US": "united_states"}


def test_an_arabic_article_belongs_to_the_name(known: registry.Registry) -> None:
    assert "al-Kadhimi" in named(known, "Then al-Kadhimi spoke.")


@pytest.mark.parametrize(
    ("day", "holder"), [("2019-12-01", "adel_abdul_mahdi"), ("2021-07-19", "mustafa_al_kadhimi"), (None, None), ("2021", None)]
)
def test_offices_resolve_by_date(known: registry.Registry, day: str | None, holder: str | None) -> None:
    assert known.holder("prime_minister", "IRQ", day) == holder


@pytest.mark.parametrize(
    ("phrase", "day", "country", "sector"),
    [
        ("Bolivian lawmakers", None, "BOL", "LEG"),
        ("Peru's defence ministry", None, "PER", "GOV"),
        ("a former Kenyan minister", None, "KEN", "ELI"),
        ("Norway’s ambassador to Chad", None, "NOR", "GOV"),
        ("a group of farmers", None, None, "AGR"),
        ("Barack Obama", "2015-01-01", "USA", "GOV"),
        ("Barack Obama", "2018-01-01", "USA", "ELI"),
        ("Osaka police", None, "JPN", "COP"),
        ("World Bank", None, None, "IGO"),
        ("she", None, None, "UNK"),
    ],
)
def test_phrases_resolve(known: registry.Registry, phrase: str, day: str | None, country: str | None, sector: str | None) -> None:
    assert resolve(phrase, day, known)[1:3] == (country, sector)


@pytest.mark.parametrize(
    ("table", "row", "says"),
    [
        ("actor_parents", "irgc,nobody_at_all,,,Test", "nobody_at_all"),
        ("actor_parents", "us_armed_forces,us_central_command,,,Test", "us_central_command"),
        ("offices", "joe_biden,president,USA,GOV,2018-01-01,2018-02-01,Test", "overlap"),
        ("offices", "joe_biden,president,FRA,GOV,2018-13-01,,Test", "2018-13-01"),
        ("names", "Joe Biden,donald_trump,en,alias", "Joe Biden"),
        ("names", "Somebody,not_there,en,alias", "not_there"),
    ],
)
def test_a_broken_row_stops_the_build(tmp_path: Path, table: str, row: str, says: str) -> None:
    folder = shutil.copytree(bundled_reference(), tmp_path / "reference")
    with (folder / f"{table}.csv").open("a", encoding="utf-8") as file:
        file.write(row + "\n")
    with pytest.raises(KnowledgeError, match=says) as error:
        registry.Registry(folder)
    assert table in str(error.value)
    assert error.value.remedy


@given(st.text(alphabet=st.sampled_from("aA iIİßﬁ’'\u200b-–“US.U.S. Ирак*\n")))
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(folding.fold(text)) == len(text)
    assert len(folding.lower(folding.fold(text))) == len(text)


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_searched_and_resolved(text: str) -> None:
    known = registry.load(bundled_reference())
    for hit in known.find(text):
        assert 0 <= hit.start < hit.end <= len(text)
    assert len(resolve(text, None, known)) == 4


def test_every_state_has_its_organs_under_its_adjective(known: registry.Registry) -> None:
    assert known.organ("TUR", "army") == "turkish_army"
    assert (known.actors["turkish_army"].country, known.actors["turkish_army"].parent_id) == ("TUR", "turkey")
    assert known.organ("IRQ", "parliament") == "iraqi_parliament"
    assert named(known, "The Turkish Armed Forces left.") == {"Turkish Armed Forces": "turkish_armed_forces"}


def test_organs_of_states_that_share_an_adjective_stay_open(known: registry.Registry) -> None:
    assert known.organ("COD", "army") is known.organ("COG", "army") is None
