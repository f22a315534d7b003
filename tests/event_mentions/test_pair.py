"""Pairs of actors in one sentence, in PLOVER's strict reading."""

from __future__ import annotations

import pytest

from drawdown.event_mentions import pair

from .conftest import MODEL


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
def test_the_act_between_the_pair(reference, text, source, target, event_type):
    spans = [(text.index(name), text.index(name) + len(name)) for name in (source, target)]
    best = pair.code_sentence(text, *spans, model=MODEL, reference=reference)
    assert best.event_type == event_type
    assert best.start is not None
    assert text[best.start : best.end].isalpha()


def test_abstains_without_a_word_of_the_lexicon(reference):
    assert pair.code_sentence("The sky over Kenya is blue.", model=MODEL, reference=reference).event_type is None
