"""Linking on ECB+, without change: its event mentions go in as they are, its coreference chains are compared with what comes out.

    python benchmarks/linking_ecb.py MENTIONS.json

The file is a JSON list of event mentions with ``coref_chain``, ``doc_id``, ``topic_id``, ``sent_id``, ``tokens_number``, ``tokens_str``,
``mention_head``, ``mention_head_lemma``, ``mention_context`` (tokens). The corpus has no event types of ours, no dates and no linked
entities: the lemma stands for the type, names in the sentence before the trigger for actors, those behind it for recipients. Chains are
scored within topics.
"""

from __future__ import annotations

import json
import sys
from itertools import groupby
from pathlib import Path
from typing import Any

from linking_gold import b_cubed, pairwise
from spacy.lang.en.stop_words import STOP_WORDS

from drawdown import ids
from drawdown.events import linking
from drawdown.events.inputs import Tables
from drawdown.events.stage import link_knowledge
from drawdown.schemas import TABLES

REFERENCE = Path(__file__).parent.parent / "data" / "reference"


def main() -> None:
    mentions = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    keys, found = link(mentions)
    print("mentions", len(keys), "chains", len(set(keys.values())), "events", len(set(found.values())))
    print("pairwise  P {:.3f}  R {:.3f}  F1 {:.3f}".format(*pairwise(keys, found)))
    print("B-cubed   P {:.3f}  R {:.3f}  F1 {:.3f}".format(*b_cubed(keys, found)))


def link(mentions: list[dict[str, Any]]) -> tuple[dict[str, str], dict[str, str]]:
    """Chain and event of each mention; topics are linked one by one."""
    knowledge = link_knowledge(REFERENCE)
    keys: dict[str, str] = {}
    found: dict[str, str] = {}
    for topic, group in groupby(sorted(mentions, key=order), key=lambda mention: str(mention["topic_id"])):
        rows, people = [], []
        for mention in group:
            row = mention_row(mention)
            keys[row["event_mention_id"]] = f"{topic}:{mention['coref_chain']}"
            rows.append(row)
            people += participants(mention, row)
        tables = Tables.of(
            event_mentions=TABLES["event_mentions"].frame(rows),
            participants=TABLES["participants"].frame(people),
            articles=TABLES["articles"].frame([{"article_id": name} for name in sorted({row["article_id"] for row in rows})]),
            entities=TABLES["entities"].frame(
                [{"entity_id": name, "kind": "organisation"} for name in sorted({p["entity_id"] for p in people})]
            ),
        )
        links, _ = linking.link(tables, knowledge)
        found |= dict(links.select("event_mention_id", "event_id").iter_rows())
    return keys, found


def order(mention: dict[str, Any]) -> tuple[str, str, int, int]:
    return str(mention["topic_id"]), str(mention["doc_id"]), int(mention["sent_id"]), first_token(mention)


def first_token(mention: dict[str, Any]) -> int:
    numbers = mention["tokens_number"]
    return int(numbers[0] if isinstance(numbers, list) else str(numbers).split()[0])


def mention_row(mention: dict[str, Any]) -> dict[str, Any]:
    article = "a_" + ids.digest(mention["doc_id"])[:16]
    at = int(mention["sent_id"]) * 1000 + first_token(mention)
    return {
        "event_mention_id": ids.within("em", article, at, mention["tokens_str"]),
        "article_id": article,
        "sentence_id": ids.within("s", article, at, mention["tokens_str"]),
        "part": "body",
        "raw_start": at,
        "text": str(mention["mention_head_lemma"]).lower(),
        "event_type": str(mention["mention_head_lemma"]).lower(),
        "realis": "asserted",
        "date_basis": "unknown",
        "rule": f"{str(mention['mention_head_lemma']).lower()}.v",
    }


def participants(mention: dict[str, Any], row: dict[str, Any]) -> list[dict[str, Any]]:
    """Capitalised words of the sentence that are no function words."""
    tokens = [str(token) for token in mention["mention_context"]]
    head = tokens.index(mention["mention_head"]) if mention["mention_head"] in tokens else len(tokens)
    named = [at for at, token in enumerate(tokens) if token[:1].isupper() and token.lower() not in STOP_WORDS]
    return [
        {
            "event_mention_id": row["event_mention_id"],
            "role": "actor" if at < head else "recipient",
            "ordinal": ordinal,
            "article_id": row["article_id"],
            "text": tokens[at],
            "entity_id": tokens[at].lower(),
        }
        for ordinal, at in enumerate(named)
    ]


if __name__ == "__main__":
    main()
