"""PLOVER contexts: the themes that the words around an act name."""

from __future__ import annotations

from drawdown.event_mentions.lexicon import Lexicon
from drawdown.event_mentions.triggers import Node
from drawdown.schemas import vocabularies

OF_MODES = {"cyber": "cyber", "misinformation": "misinformation", "unconventional": "cbrn"}
REACH = 12


def find(node: Node, mode: str | None, lexicon: Lexicon) -> dict[str, str]:
    """Context to the word that names it, within the sentence and near the act."""
    found = {OF_MODES[mode]: f"mode {mode}"} if mode in OF_MODES else {}
    sentence = node.token.sent
    at = node.token.i - sentence.start
    near = [(token.lemma_.lower(), token.lower_, token.text) for token in sentence[max(0, at - REACH) : at + REACH + 1]]
    for context in vocabularies.contexts():
        words = lexicon.classes.get(f"context_{context}", frozenset())
        hit = next((text for lemma, lower, text in near if lemma in words or lower in words), None)
        if hit is not None:
            found.setdefault(context, hit)
    return found
