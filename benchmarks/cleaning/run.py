"""Article extraction side by side: F1 over words, and pages a second on one core."""

from __future__ import annotations

import argparse
import gc
import html as entities
import multiprocessing
import os
import re
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import NamedTuple

os.environ["POLARS_MAX_THREADS"] = "1"

from corpus import REFERENCE, read

from drawdown.articles import blocks, lexicon, page, roles
from drawdown.articles.gauge import Gauge
from drawdown.documents import html
from drawdown.params import ArticlesParams
from drawdown.schemas import pages as pages_schema

Tool = Callable[[Sequence[str]], list[str]]
_ROUND = 1.0
FIELDS = {"html": ["html"], "text": ["raw_resiliparse", "raw_inscriptis"]}


class Job(NamedTuple):
    """A tool on one form of the pages."""

    folder: Path
    limit: int
    tool: str
    field: str


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


def of_trafilatura(*, metadata: bool) -> Tool:
    import trafilatura

    def bare(text: str) -> str:
        return trafilatura.extract(text, include_comments=False, deduplicate=False) or ""

    def with_metadata(text: str) -> str:
        return getattr(trafilatura.bare_extraction(text, with_metadata=True, include_comments=False), "text", "") or ""

    return each(with_metadata if metadata else bare)


def of_readability() -> Tool:
    import readability

    return each(lambda text: entities.unescape(re.sub(r"<[^>]+>", " ", readability.Document(text).summary())))


def of_justext(*, lines: bool = False) -> Tool:
    import justext

    stop = justext.get_stoplist("English")

    def just(text: str) -> str:
        return "\n".join(paragraph.text for paragraph in justext.justext(text.encode("utf-8"), stop) if not paragraph.is_boilerplate)

    def just_lines(text: str) -> str:
        return just("<html><body>" + "".join(f"<p>{entities.escape(line)}</p>" for line in text.splitlines()) + "</body></html>")

    return each(just_lines if lines else just)


TOOLS: dict[str, tuple[str, Callable[[], Tool]]] = {
    "drawdown": ("html", on_html),
    "drawdown, text": ("text", on_text),
    "drawdown, text; menus known": ("text", lambda: on_text(seen=True)),
    "drawdown, text; language, metadata and rows": ("text", whole),
    "trafilatura": ("html", lambda: of_trafilatura(metadata=False)),
    "trafilatura, with metadata": ("html", lambda: of_trafilatura(metadata=True)),
    "readability-lxml": ("html", of_readability),
    "justext": ("html", of_justext),
    "justext, a paragraph a line": ("text", lambda: of_justext(lines=True)),
}
"""Each tool with what it reads. The others come with the extra ``dev``, and are imported by the process that runs them."""


@cache
def ready(job: Job) -> tuple[Tool, list[str]]:
    return TOOLS[job.tool][1](), [row[job.field] for row in read(job.folder, job.limit)]


def found(job: Job) -> list[str]:
    """What the tool takes for the article of each page."""
    tool, pages = ready(job)
    return tool(pages)


def seconds(job: Job) -> float:
    """Processor seconds for all pages: the mean of as many goes as a second holds. As with timeit, garbage is collected before and not
    meanwhile."""
    tool, pages = ready(job)
    gc.collect()
    gc.disable()
    start, goes, taken = time.process_time(), 0, 0.0
    while taken < _ROUND:
        tool(pages)
        goes, taken = goes + 1, time.process_time() - start
    gc.enable()
    return taken / goes


def measured(jobs: Sequence[Job], rounds: int) -> tuple[list[list[str]], list[float]]:
    """What each tool finds, and the seconds of its fastest round. Each has a process of its own, as a user's would: what one leaves in
    memory slows another by up to a sixth. They take turns, so that a busy spell of the machine meets all of them."""
    context = multiprocessing.get_context("spawn")
    with ExitStack() as opened:
        homes = [opened.enter_context(ProcessPoolExecutor(1, context)) for _ in jobs]
        answers = [home.submit(found, job).result() for home, job in zip(homes, jobs, strict=True)]
        taken = [[home.submit(seconds, job).result() for home, job in zip(homes, jobs, strict=True)] for _ in range(rounds)]
    return answers, list(map(min, zip(*taken, strict=True)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--limit", type=int, default=0, help="only so many pages")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of timing")
    parser.add_argument("--worst", type=int, default=0, help="also list so many of drawdown's worst pages of flattened text")
    options = parser.parse_args()
    rows = read(options.pages, options.limit)
    jobs = [Job(options.pages, options.limit, tool, field) for tool, (kind, _) in TOOLS.items() for field in FIELDS[kind]]
    print("| tool | input | F1 | precision | recall | pages/s |\n| --- | --- | --- | --- | --- | --- |")
    for job, answers, taken in zip(jobs, *measured(jobs, options.rounds), strict=True):
        scores = [score(text, row["gold"]) for text, row in zip(answers, rows, strict=True)]
        mean = [sum(part) / len(rows) for part in zip(*scores, strict=True)]
        print(f"| {job.tool} | {job.field} | {mean[0]:.4f} | {mean[1]:.4f} | {mean[2]:.4f} | {len(rows) / taken:.1f} |")
        if options.worst and job.tool == "drawdown, text":
            for values, row in sorted(zip(scores, rows, strict=True), key=lambda pair: pair[0])[: options.worst]:
                print("    {:.3f} {:.3f} {:.3f}".format(*values), row["url"])


if __name__ == "__main__":
    main()
