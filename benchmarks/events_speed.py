"""What event mentions cost, end to end, beside the plain spaCy pipeline over the same text.

    python benchmarks/events_speed.py [FOLDER of .txt | FILE.jsonl[.gz] with a key "text"] [--pages N] [--rounds N]

Ours: files on disk -> documents, articles, parses, entities, quotes, event mentions, one worker, cold cache. Beside it
``list(nlp.pipe(texts))`` of the same model, over the whole pages and over their running text alone. One core; processor time,
so that a busy machine changes little; the best of some alternating rounds; what either loads once is loaded before.
"""

from __future__ import annotations

import argparse
import importlib
import os
import resource
import tempfile
import time
from pathlib import Path

for _library in ("OMP", "OPENBLAS", "POLARS_MAX", "RAYON"):
    os.environ[f"{_library}_THREADS" if _library == "POLARS_MAX" else f"{_library}_NUM_THREADS"] = "1"  # read when it is imported

STAGES = ("documents", "articles", "parses", "entities", "event_mentions")


def read(source: Path, most: int) -> list[str]:
    """The pages of a folder, or of a file of JSON lines."""
    if source.is_dir():
        return [path.read_text(encoding="utf-8") for path in sorted(source.glob("*.txt"))][:most]
    from drawdown.sets import files

    return [row["text"] for _, (_, row) in zip(range(most), files.lines(source), strict=False)]


def build(texts: list[str], folder: Path) -> tuple[dict[str, float], dict[str, int], list[str]]:
    """Seconds by stage, rows by table, and the running texts of a build in an empty folder."""
    import polars as pl

    from drawdown import executors
    from drawdown.layout import Layout
    from drawdown.params import Params

    pages, out = folder / "pages", folder / "out"
    pages.mkdir()
    out.mkdir()
    for at, text in enumerate(texts):
        (pages / f"{at:06}.txt").write_text(text, encoding="utf-8")
    layout, spent = Layout.folder(pages, out), {}
    with executors.executor(1) as pool:
        for name in STAGES:
            stage = importlib.import_module(f"drawdown.{name}.stage")
            begun = time.process_time()
            stage.run(layout, Params(), pool)
            spent[name] = time.process_time() - begun
    rows = {name: pl.read_parquet(layout.table(name)).height for name in ("articles", "sentences", "event_mentions")}
    return spent, rows, pl.read_parquet(layout.table("articles"))["text"].to_list()


def built(texts: list[str]) -> tuple[dict[str, float], dict[str, int], list[str]]:
    """As :func:`build`, in a folder of its own that is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        return build(texts, Path(folder))


def plain(texts: list[str]) -> float:
    """Seconds of spaCy's own pipeline."""
    from drawdown.params import Params

    nlp = importlib.import_module(Params().parses.model).load()
    list(nlp.pipe(texts[:1]))
    begun = time.process_time()
    list(nlp.pipe(texts))
    return time.process_time() - begun


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", nargs="?", type=Path, default=Path(__file__).parents[1] / "data" / "raw")
    parser.add_argument("--pages", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    texts = read(asked.source, asked.pages)
    built(texts[:1])  # loads the model, the lexicon, the registry
    spent, rows, running = built(texts)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    whole, part = plain(texts), plain(running)
    for _ in range(asked.rounds - 1):
        spent = min(spent, built(texts)[0], key=lambda one: sum(one.values()))
        whole, part = min(whole, plain(texts)), min(part, plain(running))
    ours, words = sum(spent.values()), sum(len(text.split()) for text in texts)
    print(f"{len(texts)} pages, {words} words; " + ", ".join(f"{count} {name}" for name, count in rows.items()))
    print(
        f"pages -> event mentions: {ours:.2f} s, {rows['sentences'] / ours:.0f} sentences/s, {words / ours:.0f} words/s, peak {peak:.0f} MB"
    )
    for name, seconds in spent.items():
        print(f"  {name:15} {seconds:6.2f} s  {seconds / whole:6.1%} of spaCy's time")
    print(f"spaCy over the pages:         {whole:.2f} s; ours takes {ours / whole:.2f} of it")
    print(f"spaCy over the running texts: {part:.2f} s; ours takes {ours / part:.2f} of it")


if __name__ == "__main__":
    main()
