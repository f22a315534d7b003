"""Pairs of actors in one sentence, in PLOVER's strict reading."""

from __future__ import annotations

import pytest

from drawdown.event_mentions import lexicon
from drawdown.layout import bundled_reference
from drawdown.params import ParsesParams
from drawdown.parses import pipeline
from drawdown.sets import pair


def best(text: str, source: str | None = None, target: str | None = None) -> pair.Best:
    spans = [None if name is None else (text.index(name), text.index(name) + len(name)) for name in (source, target)]
    doc = pipeline.parse(pipeline.load(ParsesParams().model), text)
    return pair.code(doc, *spans, lexicon.read(bundled_reference()))


@pytest.mark.parametrize(
    ("text", "source", "target", "event_type"),
    [
        ("Kenya will send food to Somalia next year.", "Kenya", "Somalia", "AGREE"),
        ("Kenya is willing to withdraw its troops from Somalia.", "Kenya", "Somalia", "AGREE"),
        ("Kenya accused Somalia of arming rebels, while Uganda praised Rwanda.", "Kenya", "Somalia", "ACCUSE"),
        ("Kenya accused Somalia of arming rebels, while Uganda praised Rwanda.", "Uganda", "Rwanda", "SUPPORT"),
        ("Kenya released ten Somali prisoners.", "Kenya", "Somali", "RETREAT"),
    ],
)
def test_the_act_between_the_pair(text: str, source: str, target: str, event_type: str) -> None:
    found = best(text, source, target)
    assert found.event_type == event_type
    assert found.start is not None
    assert text[found.start : found.end].isalpha()


def test_abstains_without_a_word_of_the_lexicon() -> None:
    assert best("The sky over Kenya is blue.").event_type is None
