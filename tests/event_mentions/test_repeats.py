"""A happening that the page has told is not told again where it is a mere setting."""

from __future__ import annotations

import pytest

TEXTS = [
    ("The Kenyan minister visited Chad on Monday. During his visit to Chad, the minister praised the army.", ["visited", "praised"]),
    ("Chad attacked Mali on Monday. Peru was calm after Chad's attack on Mali.", ["attacked"]),
    (
        "Chad attacked Mali on Monday. Peru was calm after Chad's attack on Niger.",
        ["attacked", "attack"],
    ),
    ("Peru was calm after Chad's attack on Mali. Chad attacked Mali on Monday.", ["attack", "attacked"]),
    ("Rebels attacked Mali. A group claimed responsibility for the attack on Mali.", ["attacked", "attack"]),
    ("Chad attacked Mali on Monday. Only Niger celebrated Chad's attack on Mali.", ["attacked"]),
    ("Chad attacked Mali on Monday. Chad's attack on Mali angered nobody.", ["attacked"]),
    ("Chad attacked Mali on Monday. Chad's attack on Mali coincided with a feast.", ["attacked", "attack"]),
    ("The Kenyan minister visited Chad on Monday. During his visit to Chad, the minister was silent.", ["visited"]),
]


@pytest.mark.parametrize(("text", "triggers"), TEXTS)
def test_settings_that_were_told(code, text, triggers):
    assert [row["text"] for row in code(text).events] == triggers
