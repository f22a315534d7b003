"""Labels measured against the annotation of the five pages: spans, spans with their class, and targets.

    python benchmarks/labels_gold.py TABLES_FOLDER [--errors]

With the table ``labels`` in the folder, that is scored; without it the finder alone runs over the parses there, and targets are not scored.
"""

from __future__ import annotations

import sys
from pathlib import Path

import polars as pl

from drawdown import ids, io, offsets
from drawdown.events import marking
from drawdown.parses import store

ROOT = Path(__file__).parent.parent


def main() -> None:
    folder = Path(sys.argv[1])
    gold = pl.read_csv(ROOT / "data" / "gold" / "labels.csv", infer_schema=False)
    wanted = {key(row["path"], row): row for row in gold.iter_rows(named=True)}
    rows = found(folder)
    have = {(row["article_id"], row["raw_start"], row["raw_end"]): row for row in rows}
    report("spans", set(wanted), set(have))
    report("spans and class", {(*k, r["evaluation"]) for k, r in wanted.items()}, {(*k, r["evaluation"]) for k, r in have.items()})
    report(
        "and in_quote",
        {(*k, r["evaluation"], r["in_quote"] == "true") for k, r in wanted.items()},
        {(*k, r["evaluation"], r["in_quote"]) for k, r in have.items()},
    )
    entities = {k for k in wanted.keys() & have.keys() if have[k]["target_kind"] == "entity"}
    right = sum(have[k]["target_id"] == wanted[k]["target"] for k in entities)
    print(f"targets that are entities: {right} of {len(entities)} right")
    if "--errors" in sys.argv:
        for k in sorted(wanted.keys() ^ have.keys()):
            row = wanted.get(k) or have[k]
            print("-" if k in wanted else "+", k[0][:6], k[1], row["text"], row["evaluation"])
        for k in sorted(entities):
            if have[k]["target_id"] != wanted[k]["target"]:
                print("target", k[0][:6], k[1], wanted[k]["text"], wanted[k]["target"], "found", have[k]["target_id"])


def key(path: str, row: dict[str, str]) -> tuple[str, int, int]:
    return ids.article_id(ids.document_id(io.file_sha256(ROOT / "data" / "raw" / path))), int(row["raw_start"]), int(row["raw_end"])


def found(folder: Path) -> list[dict[str, object]]:
    if (folder / "labels.parquet").exists():
        return list(pl.read_parquet(folder / "labels.parquet").iter_rows(named=True))
    lexicon = marking.lexicon_of(ROOT / "data" / "reference")
    maps = offsets.maps(pl.read_parquet(folder / "blocks.parquet"))
    empty: dict[str, list[dict[str, object]]] = {name: [] for name in marking.PAGE_TABLES}
    docs = [pair for path in store.paths(folder / "interim" / "parses") for pair in store.read(path)]
    return [row for article_id, doc in docs for row in marking.mark(article_id, doc, maps[article_id], lexicon, empty)]


def report(what: str, gold: set[tuple[object, ...]], system: set[tuple[object, ...]]) -> None:
    precision, recall = len(gold & system) / max(1, len(system)), len(gold & system) / max(1, len(gold))
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"{what:<16} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({len(gold)} gold, {len(system)} found)")


if __name__ == "__main__":
    main()
