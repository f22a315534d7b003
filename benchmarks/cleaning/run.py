"""Article extraction side by side: F1 over words, and pages a second on one core."""

from __future__ import annotations

import argparse
import gzip
import html as entities
import json
import re
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from drawdown.articles import lexicon, roles
from drawdown.articles.gauge import Gauge
from drawdown.documents import html

REFERENCE = Path(__file__).parents[2] / "data" / "reference"
Tool = Callable[[str], str]


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


def score(found: str, gold: str) -> tuple[float, float, float]:
    have, want = words(found), words(gold)
    shared = sum((have & want).values())
    if not shared:
        return 0.0, 0.0, 0.0
    precision, recall = shared / sum(have.values()), shared / sum(want.values())
    return 2 * precision * recall / (precision + recall), precision, recall


def on_text() -> Tool:
    gauge = Gauge(lexicon.load(REFERENCE))

    def run(text: str) -> str:
        blocks = roles.assign(text, gauge, roles.Hints())
        return "\n".join(text[block.segment.start : block.segment.end] for block in blocks if block.role == "body")

    return run


def on_html() -> Tool:
    gauge = Gauge(lexicon.load(REFERENCE))

    def run(page: str) -> str:
        extracted = html.extract(page)
        hints = roles.Hints(extracted.facts.get("url"), extracted.facts.get("title"), extracted=extracted.by_parser)
        blocks = roles.assign(extracted.text, gauge, hints)
        return "\n".join(extracted.text[block.segment.start : block.segment.end] for block in blocks if block.role == "body")

    return run


def others() -> dict[str, tuple[str, Tool]]:
    import trafilatura

    tools: dict[str, tuple[str, Tool]] = {
        "trafilatura": ("html", lambda page: trafilatura.extract(page, include_comments=False, deduplicate=False) or ""),
        "trafilatura, with metadata": (
            "html",
            lambda page: getattr(trafilatura.bare_extraction(page, with_metadata=True, include_comments=False), "text", "") or "",
        ),
    }
    try:
        from readability import Document

        tools["readability-lxml"] = ("html", lambda page: re.sub(r"<[^>]+>", " ", entities.unescape(Document(page).summary())))
    except ImportError:
        pass
    try:
        import justext

        stop = justext.get_stoplist("English")

        def just(page: str) -> str:
            return "\n".join(paragraph.text for paragraph in justext.justext(page.encode("utf-8"), stop) if not paragraph.is_boilerplate)

        tools["justext"] = ("html", just)
        tools["justext, a paragraph a line"] = (
            "text",
            lambda text: just("<html><body>" + "".join(f"<p>{entities.escape(line)}</p>" for line in text.splitlines()) + "</body></html>"),
        )
    except ImportError:
        pass
    return tools


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--limit", type=int, default=0, help="only so many pages")
    parser.add_argument("--worst", type=int, default=0, help="also list so many of drawdown's worst pages of flattened text")
    options = parser.parse_args()
    with gzip.open(options.pages / "pages.jsonl.gz", "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    rows = rows[: options.limit or len(rows)]
    for row in rows:
        row["html"] = gzip.decompress((options.pages / "html" / f"{row['id']}.html.gz").read_bytes()).decode("utf-8", "replace")
    tools = {"drawdown": ("html", on_html()), "drawdown, text": ("text", on_text()), **others()}
    print("| tool | input | F1 | precision | recall | pages/s |\n| --- | --- | --- | --- | --- | --- |")
    for name, (kind, tool) in tools.items():
        for field in ("html",) if kind == "html" else ("raw_resiliparse", "raw_inscriptis"):
            found = [tool(row[field]) for row in rows]
            start = time.perf_counter()
            for row in rows:
                tool(row[field])
            seconds = time.perf_counter() - start
            scores = [score(text, row["gold"]) for text, row in zip(found, rows, strict=True)]
            mean = [sum(part) / len(scores) for part in zip(*scores, strict=True)]
            print(f"| {name} | {field} | {mean[0]:.4f} | {mean[1]:.4f} | {mean[2]:.4f} | {len(rows) / seconds:.1f} |", flush=True)
            if options.worst and name == "drawdown, text":
                for values, row in sorted(zip(scores, rows, strict=True), key=lambda pair: pair[0])[: options.worst]:
                    print("    {:.3f} {:.3f} {:.3f}".format(*values), row["url"])


if __name__ == "__main__":
    main()
