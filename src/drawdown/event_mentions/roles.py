"""The roles of an act: the heads of the phrases that fill each, and what both verbs and nouns ask of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from drawdown.event_mentions.lexicon import Lexicon
from drawdown.event_mentions.triggers import Node

AGAINST = ("against", "on", "at", "upon", "into")
TOWARDS = ("to", "for", "with", "toward", "towards", "into", "in")


@dataclass(slots=True)
class Roles:
    """Heads of the phrases that fill each role, in order of the text."""

    actor: list[Token] = field(default_factory=list)
    recipient: list[Token] = field(default_factory=list)
    instrument: list[Token] = field(default_factory=list)
    theme: list[Token] = field(default_factory=list)
    how: str = ""


def is_worded(node: Node, lexicon: Lexicon) -> bool:
    """Whether an act is one of speech."""
    return lexicon.quads[node.event_type].startswith("verbal")
