"""Blocks in capitals are parsed as prose; offsets stay."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from drawdown import knowledge
from drawdown.layout import bundled_reference
from drawdown.params import ParsesParams
from drawdown.parses import casing, pipeline
from drawdown.schemas.reference import time_words


@pytest.fixture(scope="module")
def nlp() -> Language:
    return pipeline.load(ParsesParams().model)


@pytest.mark.parametrize(
    ("printed", "prose"),
    [
        ("REBELS BOMBED TWO BANKS. NOBODY WAS HURT.", "Rebels bombed two banks. Nobody was hurt."),
        ("THE MAYOR, JUAN PEREZ, FLEW TO SAN SALVADOR AND LIMA.", "The mayor, Juan Perez, flew to San Salvador and Lima."),
        ("A U.S. BANKER CAME ON MONDAY, 3 MAY.", "A U.S. banker came on Monday, 3 May."),
        ("SOLDIERS MAY MARCH IF TALKS SPLIT.", "Soldiers may march if talks split."),
        ("THE US TROOPS WERE NOT AMONG US.", "The US troops were not among us."),
        ('THE FRONT (FPLZ) SAID: "IT IS A LIE."', 'The front (FPLZ) said: "It is a lie."'),
        ("THE MEN FLED IN A CAR\nFROM THE HARBOUR.", "The men fled in a car\nfrom the harbour."),
        ("HE SAW RDXZ IN THE TRUCK.", "He saw RDXZ in the truck."),
    ],
)
def test_capitals_stay_where_prose_has_them(printed: str, prose: str, nlp: Language) -> None:
    assert casing.natural(nlp, printed) == prose


@pytest.mark.parametrize("text", ["UNITED NATIONS SECURITY COUNCIL", "The FLN said NO to it.", "IRAQ: troops leave the base today"])
def test_names_and_mixed_blocks_are_left_alone(text: str, nlp: Language) -> None:
    assert casing.natural(nlp, text) == text


def test_only_the_block_in_capitals_is_rewritten(nlp: Language) -> None:
    text = "TROOPS LEAVE THE BASE AT DAWN\n\nThe FLN left."
    assert casing.natural(nlp, text, [0, text.index("The FLN")]) == "Troops leave the base at dawn\n\nThe FLN left."


def test_the_parse_of_a_text_in_capitals_is_that_of_prose(nlp: Language) -> None:
    prose = "Gunmen killed two judges in Bogota on Friday."
    doc, other = (pipeline.parse(nlp, text) for text in (prose.upper(), prose))
    assert [(token.idx, token.tag_, token.dep_, token.lemma_) for token in doc] == [(t.idx, t.tag_, t.dep_, t.lemma_) for t in other]


def test_the_calendar_is_that_of_time_expressions() -> None:
    words = {name: {word.lower() for word in found} for name, found in knowledge.classes(time_words.TABLE, bundled_reference()).items()}
    assert words["weekday"] | words["month"] == casing.CALENDAR | casing.MONTHS
    assert words["month_verb"] == casing.MONTHS


@settings(deadline=None)
@given(st.text(alphabet="ABEİSU.,'\n (ßÉ", max_size=60), st.sets(st.integers(0, 60)))
def test_no_character_moves(text: str, starts: set[int]) -> None:
    nlp = pipeline.load(ParsesParams().model)
    told = casing.natural(nlp, text, [at for at in starts if at < len(text)])
    assert len(told) == len(text)
    assert all(a in (b, b.lower()) for a, b in zip(told, text, strict=True))
