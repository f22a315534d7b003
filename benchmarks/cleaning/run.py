"""Article extraction side by side: F1 over words, and pages a second on one core."""

from __future__ import annotations

import argparse
import gc
import gzip
import html as entities
import os
import re
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ["POLARS_MAX_THREADS"] = "1"

import justext
import readability
import trafilatura

from drawdown.articles import blocks, lexicon, page, roles
from drawdown.articles.gauge import Gauge
from drawdown.documents import html
from drawdown.params import ArticlesParams
from drawdown.schemas import pages as pages_schema
from drawdown.sets import files

REFERENCE = Path(__file__).parents[2] / "data" / "reference"
Tool = Callable[[Sequence[str]], list[str]]


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


def score(found: str, gold: str) -> tuple[float, float, float]:
    have, want = words(found), words(gold)
    shared = sum((have & want).values())
    if not shared:
        return 0.0, 0.0, 0.0
    precision, recall = shared / sum(have.values()), shared / sum(want.values())
    return 2 * precision * recall / (precision + recall), precision, recall


def on_text(*, seen: bool = False) -> Tool:
    """Roles of all lines; ``seen``: the lines of the run before are remembered, as those of a known site's menus are."""
    gauge = Gauge(lexicon.load(REFERENCE))

    def run(texts: Sequence[str]) -> list[str]:
        if not seen:
            gauge.forget()
        found = roles.assign_all([(text, roles.Hints()) for text in texts], gauge)
        return ["\n".join(given.of("body")) for given in found]

    return run


def whole() -> Tool:
    """All that the stage finds on a page: roles, language, metadata with evidence, rows of the tables."""
    gauge = Gauge(lexicon.load(REFERENCE))
    empty = dict.fromkeys(column.name for column in pages_schema.TABLE.columns)

    def run(texts: Sequence[str]) -> list[str]:
        given = [(empty | {"document_id": f"d_{number:016}", "path": "", "text": text}, {}) for number, text in enumerate(texts)]
        gauge.forget()
        placed = [result.blocks for result in page.clean_all(given, gauge, ArticlesParams())]
        blocks.frame(placed)
        return ["\n".join(found.blocks.of("body")) for found in placed]

    return run


def on_html() -> Tool:
    gauge = Gauge(lexicon.load(REFERENCE))

    def run(pages: Sequence[str]) -> list[str]:
        found = [html.extract(text) for text in pages]
        hints = [roles.Hints(page.facts.get("url"), page.facts.get("title"), extracted=page.by_parser) for page in found]
        texts = [page.text for page in found]
        gauge.forget()
        return ["\n".join(given.of("body")) for given in roles.assign_all(list(zip(texts, hints, strict=True)), gauge)]

    return run


def each(tool: Callable[[str], str]) -> Tool:
    return lambda pages: [tool(text) for text in pages]


def others() -> dict[str, tuple[str, Tool]]:
    """The other tools: what the extra ``dev`` installs."""

    def bare(text: str) -> str:
        return trafilatura.extract(text, include_comments=False, deduplicate=False) or ""

    def with_metadata(text: str) -> str:
        return getattr(trafilatura.bare_extraction(text, with_metadata=True, include_comments=False), "text", "") or ""

    def readable(text: str) -> str:
        return entities.unescape(re.sub(r"<[^>]+>", " ", readability.Document(text).summary()))

    stop = justext.get_stoplist("English")

    def just(text: str) -> str:
        return "\n".join(paragraph.text for paragraph in justext.justext(text.encode("utf-8"), stop) if not paragraph.is_boilerplate)

    def just_lines(text: str) -> str:
        return just("<html><body>" + "".join(f"<p>{entities.escape(line)}</p>" for line in text.splitlines()) + "</body></html>")

    return {
        "trafilatura": ("html", each(bare)),
        "trafilatura, with metadata": ("html", each(with_metadata)),
        "readability-lxml": ("html", each(readable)),
        "justext": ("html", each(just)),
        "justext, a paragraph a line": ("text", each(just_lines)),
    }


def fastest(runs: Sequence[tuple[Tool, Sequence[str]]], rounds: int) -> list[float]:
    """Processor seconds of each tool's fastest round. The tools take turns, so that a busy spell of the machine meets all of them;
    as with timeit, garbage is collected between the runs."""
    best = [float("inf")] * len(runs)
    for _ in range(rounds):
        for index, (tool, pages) in enumerate(runs):
            gc.collect()
            gc.disable()
            start = time.process_time()
            tool(pages)
            best[index] = min(best[index], time.process_time() - start)
            gc.enable()
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--limit", type=int, default=0, help="only so many pages")
    parser.add_argument("--rounds", type=int, default=3, help="rounds of timing")
    parser.add_argument("--worst", type=int, default=0, help="also list so many of drawdown's worst pages of flattened text")
    options = parser.parse_args()
    rows = [row for _, row in files.lines(options.pages / "pages.jsonl.gz")]
    rows = rows[: options.limit or len(rows)]
    for row in rows:
        row["html"] = gzip.decompress((options.pages / "html" / f"{row['id']}.html.gz").read_bytes()).decode("utf-8", "replace")
    tools = {
        "drawdown": ("html", on_html()),
        "drawdown, text": ("text", on_text()),
        "drawdown, text; menus known": ("text", on_text(seen=True)),
        "drawdown, text; language, metadata and rows": ("text", whole()),
        **others(),
    }
    fields = {"html": ["html"], "text": ["raw_resiliparse", "raw_inscriptis"]}
    inputs = [(name, field, tool) for name, (kind, tool) in tools.items() for field in fields[kind]]
    runs = [(tool, [row[field] for row in rows]) for _, field, tool in inputs]
    scores = [[score(text, row["gold"]) for text, row in zip(tool(pages), rows, strict=True)] for tool, pages in runs]
    seconds = fastest(runs, options.rounds)
    print("| tool | input | F1 | precision | recall | pages/s |\n| --- | --- | --- | --- | --- | --- |")
    for (name, field, _), found, taken in zip(inputs, scores, seconds, strict=True):
        mean = [sum(part) / len(found) for part in zip(*found, strict=True)]
        print(f"| {name} | {field} | {mean[0]:.4f} | {mean[1]:.4f} | {mean[2]:.4f} | {len(rows) / taken:.1f} |")
        if options.worst and name == "drawdown, text":
            for values, row in sorted(zip(found, rows, strict=True), key=lambda pair: pair[0])[: options.worst]:
                print("    {:.3f} {:.3f} {:.3f}".format(*values), row["url"])


if __name__ == "__main__":
    main()
