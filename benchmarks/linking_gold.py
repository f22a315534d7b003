"""Linking measured alone: the annotated event mentions of the five pages go in, their event keys are compared with what comes out.

    python benchmarks/linking_gold.py [--errors]

Pairwise and B-cubed precision, recall and F1 over all mentions; ``--errors`` lists the pairs that are wrong or missing.
"""

from __future__ import annotations

import sys
from collections import Counter
from functools import cache
from itertools import combinations
from pathlib import Path

import polars as pl

from drawdown import ids, io, knowledge
from drawdown.events import claims, conflicts, linking
from drawdown.events.inputs import Tables
from drawdown.events.stage import link_knowledge
from drawdown.schemas import TABLES
from drawdown.schemas.reference import predicates

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "data" / "gold"
REFERENCE = ROOT / "data" / "reference"
PUBLISHED = {"000": "2020-08-21", "002": "2021-07-19", "003": "2020-01-11"}
"""What the pages' own addresses and clocks say; the other two are undated."""


def main() -> None:
    mentions = pl.read_csv(GOLD / "event_mentions.csv", infer_schema=False)
    tables = gold_tables(mentions)
    known = link_knowledge(REFERENCE)
    links, named = linking.link(tables, known)
    keys = {mention_id(row): row["event_key"] for row in mentions.iter_rows(named=True)}
    found = dict(links.select("event_mention_id", "event_id").iter_rows())
    print("pairwise  P {:.3f}  R {:.3f}  F1 {:.3f}".format(*pairwise(keys, found)))
    print("B-cubed   P {:.3f}  R {:.3f}  F1 {:.3f}".format(*b_cubed(keys, found)))
    for row in conflicts.find(claims.build(tables, known), tables.event_mentions, named).iter_rows(named=True):
        print("conflict ", keys[row["event_mention_a"]], row["field"], row["value_a"], row["value_b"])
    if "--errors" in sys.argv:
        show(tables, keys, found, dict(links.select("event_mention_id", "reason").iter_rows()))


def pairwise(keys: dict[str, str], found: dict[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 over pairs of mentions in one event."""
    gold = {pair for pair in combinations(sorted(keys), 2) if keys[pair[0]] == keys[pair[1]]}
    system = {pair for pair in combinations(sorted(keys), 2) if found[pair[0]] == found[pair[1]]}
    return _scores(len(gold & system) / max(1, len(system)), len(gold & system) / max(1, len(gold)))


def b_cubed(keys: dict[str, str], found: dict[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 by mention (Bagga and Baldwin)."""
    both = Counter((keys[mention], found[mention]) for mention in keys)
    gold, system = Counter(keys.values()), Counter(found[mention] for mention in keys)
    precision = sum(both[keys[m], found[m]] / system[found[m]] for m in keys) / len(keys)
    recall = sum(both[keys[m], found[m]] / gold[keys[m]] for m in keys) / len(keys)
    return _scores(precision, recall)


def _scores(precision: float, recall: float) -> tuple[float, float, float]:
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def gold_tables(mentions: pl.DataFrame) -> Tables:
    """The annotation as tables; each mention is taken for a sentence of its own."""
    kinds = pl.read_csv(GOLD / "mentions.csv", infer_schema=False).drop_nulls("entity_id")
    kinds = kinds.filter(pl.col("kind") != "nationality").group_by("entity_id").agg(pl.col("kind").sort().mode().sort().first())
    known = {**dict(kinds.iter_rows()), **{row["entity_id"]: row["kind"] for row in registry().values()}}
    rows, people = [], []
    for row in mentions.iter_rows(named=True):
        article = article_id(row["path"])
        key = mention_id(row)
        rows.append(mention_row(row, article, key))
        for role in ("actor", "recipient"):
            for ordinal, name in enumerate((row[f"{role}s"] or "").split("|")):
                if name:
                    entity = name if name in known else None
                    people.append(
                        {
                            "event_mention_id": key,
                            "role": role,
                            "ordinal": ordinal,
                            "article_id": article,
                            **span(row, name),
                            "entity_id": entity,
                        }
                    )
    quotes = [
        {
            "quote_id": ids.within("q", article_id(q["path"]), q["raw_start"]),
            "article_id": article_id(q["path"]),
            **span(q, q["text"]),
            "kind": q["kind"],
            "speaker_id": q["speaker_id"],
        }
        for q in pl.read_csv(GOLD / "quotes.csv", infer_schema=False).iter_rows(named=True)
    ]
    articles = [{"article_id": article_id(path), "published": PUBLISHED.get(path[:3])} for path in sorted(set(mentions["path"]))]
    return Tables.of(
        event_mentions=TABLES["event_mentions"].frame(rows),
        participants=TABLES["participants"].frame(people),
        articles=TABLES["articles"].frame(articles),
        entities=TABLES["entities"].frame(
            [{"entity_id": name, "kind": kind, **registry().get(name, {})} for name, kind in sorted(known.items())]
        ),
        quotes=TABLES["quotes"].frame(quotes),
    )


def mention_id(row: dict[str, str]) -> str:
    return ids.within("em", article_id(row["path"]), row["raw_start"], row["text"])


@cache
def nouns() -> set[str]:
    """Nouns of the lexicon of predicates."""
    return set(knowledge.read(predicates.TABLE, REFERENCE).filter(pl.col("pos") == "NOUN")["lemma"])


def mention_row(row: dict[str, str], article: str, key: str) -> dict[str, object]:
    low, high = interval(row["edtf"])
    word = row["text"].lower()
    noun = word.removesuffix("s") in nouns() and word.removesuffix("s") not in ("vow", "visit", "mandate", "lead")
    return {
        "event_mention_id": key,
        "article_id": article,
        "sentence_id": ids.within("s", article, row["raw_start"]),
        "part": part(row["path"], int(row["raw_start"])),
        **span(row, row["text"]),
        **{
            name: row[name]
            for name in ("event_type", "mode", "realis", "source_id", "content_type", "content_mode", "content_realis", "edtf")
        },
        "earliest": low,
        "latest": high,
        "date_basis": "stated" if row["edtf"] else "unknown",
        "rule": f"{word}.{'n' if noun else 'v'}",
    }


def span(row: dict[str, str], text: str) -> dict[str, object]:
    start = int(row["raw_start"])
    return {"start": start, "end": start + len(text), "raw_start": start, "raw_end": start + len(text), "text": text}


def part(path: str, offset: int) -> str:
    blocks = pl.read_csv(GOLD / "blocks.csv").filter(
        (pl.col("path") == path) & (pl.col("raw_start") <= offset) & (pl.col("raw_end") > offset)
    )
    return str(blocks["role"][0])


def article_id(path: str) -> str:
    return ids.article_id(ids.document_id(io.file_sha256(ROOT / "data" / "raw" / path)))


def interval(edtf: str | None) -> tuple[object, object]:
    """First and last day of an EDTF date with a known year."""
    if not edtf or edtf.startswith("XXXX"):
        return None, None
    first, _, last = edtf.partition("/")
    return _end(first, "start"), _end(last or first, "end")


def _end(day: str, which: str) -> object:
    seasons = {"21": ("03", "05"), "22": ("06", "08"), "23": ("09", "11"), "24": ("12", "12")}
    year, *rest = day.split("-")
    months = seasons.get(rest[0], (rest[0], rest[0])) if rest else ("01", "12")
    month = int(months[0] if which == "start" else months[1])
    if len(rest) == 2:
        return pl.select(pl.date(int(year), month, int(rest[1]))).item()
    first = pl.select(pl.date(int(year), month, 1)).item()
    return first if which == "start" else pl.Series([first]).dt.month_end().item()


def registry() -> dict[str, dict[str, object]]:
    """What the shipped registry knows of each actor."""
    parents = pl.read_csv(REFERENCE / "actor_parents.csv", infer_schema=False).unique("entity_id", keep="last", maintain_order=True)
    actors = pl.read_csv(REFERENCE / "actors.csv", infer_schema=False).join(parents, on="entity_id", how="left")
    rows = actors.select("entity_id", "name", "kind", "country", "sector", "parent_id").iter_rows(named=True)
    states = pl.read_csv(REFERENCE / "states.csv", infer_schema=False).select("entity_id", "name", "country", pl.lit("state").alias("kind"))
    return {row["entity_id"]: row for row in [*states.iter_rows(named=True), *rows]}


def show(tables: Tables, keys: dict[str, str], found: dict[str, str], reasons: dict[str, str]) -> None:
    """Pairs that are wrong (+) or missing (-)."""
    words = {
        row["event_mention_id"]: f"{row['article_id'][2:6]}:{row['raw_start']} {row['text']} [{keys[row['event_mention_id']]}]"
        for row in tables.event_mentions.iter_rows(named=True)
    }
    for a, b in combinations(sorted(keys, key=lambda m: (keys[m], m)), 2):
        if (keys[a] == keys[b]) != (found[a] == found[b]):
            print("-" if keys[a] == keys[b] else "+", words[a], "|", words[b], "|", reasons[a], "|", reasons[b])


if __name__ == "__main__":
    main()
