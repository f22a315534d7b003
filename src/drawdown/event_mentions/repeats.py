"""Happenings that the page has told before and only names again, as setting or topic: "during the visit" (codebook, section 2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from drawdown.event_mentions import nominal, syntax
from drawdown.event_mentions.background import Telling
from drawdown.event_mentions.lexicon import Lexicon
from drawdown.event_mentions.page import Row

POSSESSIVES = frozenset({"his", "her", "its", "their"})
"""Words that name no party of their own where nobody is found for them."""

NEWS = ("occur", "light", "causing", "killing", "injuring", "news_of")
"""Word classes of verbs that say of an act that, how or with what end it took place."""


def settings(events: Sequence[Row], people: Sequence[Row], tellings: Mapping[str, Telling], lexicon: Lexicon) -> set[str]:
    """Ids of the event mentions whose noun is a mere setting or topic, where an earlier row of the page tells the same.

    The same: of one type, with no party that the earlier does not have; what a sentence dates is news.
    """
    parties: dict[str, set[str]] = {}
    for row in people:
        if row["role"] in {"actor", "recipient"} and (row["entity_id"] or row["text"].lower() not in POSSESSIVES):
            parties.setdefault(row["event_mention_id"], set()).add(row["entity_id"] or row["text"].split()[-1].lower())
    told: dict[str, list[set[str]]] = {}
    repeated = set()
    for row in sorted(events, key=lambda row: (row["start"], row["end"])):
        own, before = parties.get(row["event_mention_id"], set()), told.setdefault(row["event_type"], [])
        telling = tellings.get(row["event_mention_id"])
        bare = telling is not None and row["time_id"] is None and _is_setting(telling.token, lexicon)
        if bare and any(own <= other for other in before):
            repeated.add(row["event_mention_id"])
        before.append(own)
    return repeated


def _is_setting(token: Token, lexicon: Lexicon) -> bool:
    """Whether a noun stands behind a preposition of setting or topic, or beside a verb that is no news of it ("celebrated their raid").

    "For" tells for what somebody answers.
    """
    top = nominal.top(token, lexicon)
    if token.pos_ not in syntax.NOMINAL:
        return False
    if top.dep_ in {"nsubj", "nsubjpass", "dobj"} and top.head.pos_ == "VERB":
        verb = syntax.lemma(top.head)
        return (verb, "VERB") not in lexicon.predicates and not lexicon.has_any(NEWS, verb)
    if top.dep_ != "pobj" or top.head.lower_ == "for":
        return False
    return lexicon.has("topic", top.head.lower_) or lexicon.has("setting", top.head.lower_)
