"""ECB+: event mentions of news, linked to chains across the documents of a topic.

The mentions go in as they are; linking alone is scored. The corpus has no event types of ours, no dates and no linked entities: the lemma
stands for the type, names in the sentence before the trigger for actors, those behind it for recipients.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from spacy.lang.en.stop_words import STOP_WORDS

from drawdown import ids
from drawdown.events import linking
from drawdown.events.inputs import LinkKnowledge, Tables
from drawdown.events.stage import link_knowledge
from drawdown.layout import bundled_reference
from drawdown.schemas import TABLES
from drawdown.sets import chains, files
from drawdown.sets.coding import Row
from drawdown.sets.figures import Figures

IN_SENTENCE = 1000
"""More than any sentence has tokens: places a token in its document."""


@dataclass(frozen=True, slots=True)
class Mention:
    """An event mention; ``at`` is its place in the document (sentence, then token), ``tokens`` its sentence or the words around it."""

    topic: str
    document: str
    at: int
    chain: str
    text: str
    head: str
    lemma: str
    tokens: tuple[str, ...]


def read(path: Path) -> list[Mention]:
    """A JSON list of mentions -> the mentions by topic, document and place; KnowledgeError names file, row and remedy.

    Numbers may be written as texts, and lists of tokens as texts with blanks between them; a mention without a lemma has its head, and one
    without a head its first token.
    """
    found = [_mention(row, path, number) for number, row in enumerate(files.listed(path, "mentions"), start=1)]
    return sorted(found, key=lambda one: (one.topic, one.document, one.at, one.text, one.chain))


def figures(records: list[Mention]) -> Figures:
    """Links within topics: CoNLL mean, and pairs, MUC, B-cubed and CEAF."""
    known = link_knowledge(bundled_reference())
    return chains.figures([link(list(group), known) for _, group in groupby(records, key=lambda one: one.topic)])


def link(topic: Sequence[Mention], known: LinkKnowledge) -> tuple[dict[str, str], dict[str, str]]:
    """Gold chain, and event of ours, of each mention of a topic."""
    rows = [_row(one, number) for number, one in enumerate(topic)]
    people = [person for one, row in zip(topic, rows, strict=True) for person in _participants(one, row)]
    tables = Tables.of(
        event_mentions=TABLES["event_mentions"].frame(rows),
        participants=TABLES["participants"].frame(people),
        articles=TABLES["articles"].frame([{"article_id": name} for name in sorted({row["article_id"] for row in rows})]),
        entities=TABLES["entities"].frame(
            [{"entity_id": name, "kind": "organisation"} for name in sorted({person["entity_id"] for person in people})]
        ),
    )
    links, _ = linking.link(tables, known)
    gold = {row["event_mention_id"]: one.chain for one, row in zip(topic, rows, strict=True)}
    return gold, dict(links.select("event_mention_id", "event_id").iter_rows())


def _row(one: Mention, number: int) -> Row:
    article = "a_" + ids.digest(one.document)[:16]
    key = ids.within("em", article, one.at, f"{number} {one.text}")
    return {
        "event_mention_id": key,
        "article_id": article,
        "sentence_id": ids.within("s", article, one.at // IN_SENTENCE),
        "part": "body",
        "raw_start": one.at,
        "text": one.lemma,
        "event_type": one.lemma,
        "realis": "asserted",
        "date_basis": "unknown",
        "rule": f"{one.lemma}.v",
    }


def _participants(one: Mention, row: Row) -> list[Row]:
    """Capitalised words of the sentence that are no function words."""
    head = one.tokens.index(one.head) if one.head in one.tokens else len(one.tokens)
    named = [at for at, token in enumerate(one.tokens) if token[:1].isupper() and token.lower() not in STOP_WORDS]
    return [
        {
            "event_mention_id": row["event_mention_id"],
            "role": "actor" if at < head else "recipient",
            "ordinal": ordinal,
            "article_id": row["article_id"],
            "text": one.tokens[at],
            "entity_id": one.tokens[at].lower(),
        }
        for ordinal, at in enumerate(named)
    ]


def _mention(row: Any, path: Path, number: int) -> Mention:
    if not isinstance(row, dict):
        raise files.bad_row(path, number, "no object")
    needed = ("topic_id", "doc_id", "coref_chain", "sent_id", "tokens_number", "tokens_str")
    if missing := [name for name in needed if row.get(name) in (None, "", [])]:
        raise files.bad_row(path, number, f"{', '.join(missing)} is missing")
    sentence, token = (re.search(r"\d+", str(row[name])) for name in ("sent_id", "tokens_number"))
    if sentence is None or token is None:
        raise files.bad_row(path, number, "sent_id or tokens_number is no number")
    text = str(row["tokens_str"])
    head = str(row.get("mention_head") or text.partition(" ")[0])
    lemma = str(row.get("mention_head_lemma") or head).lower()
    told = row.get("mention_context") or []
    tokens = tuple(map(str, told if isinstance(told, list) else str(told).split()))
    return Mention(
        str(row["topic_id"]),
        str(row["doc_id"]),
        int(sentence[0]) * IN_SENTENCE + int(token[0]),
        str(row["coref_chain"]),
        text,
        head,
        lemma,
        tokens,
    )
