"""Peak memory of the stages `documents` and `articles` over a WARC file of any size.

    python benchmarks/cleaning/memory.py MEGABYTES... [--page KILOBYTES] [--folder FOLDER]

Makes a WARC of made-up pages for each size (no two articles the same, but for one reprint in twenty), runs the stages on it, each in a
process of its own, prints one row a stage, and deletes what it made.
"""

from __future__ import annotations

import argparse
import itertools
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from drawdown import executors, io
from drawdown.articles import stage as articles
from drawdown.documents import stage as documents
from drawdown.layout import Layout
from drawdown.params import Params
from drawdown.schemas import TABLES

ROOT = Path(__file__).parents[2]
STAGES = {"documents": documents.run, "articles": articles.run}
COUNTED = ("documents", "articles", "page_pairs")
SITES = 25
REPRINT = 20
PARAGRAPHS = 14


class Prose:
    """Sentences that read like the pages of the corpus from a distance: a chain of their words, with others thrown in."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._next: dict[str, list[str]] = {}
        for path in sorted((ROOT / "data" / "raw").glob("*.txt")):
            words = re.findall(r"[A-Za-z']+|\.", path.read_text(encoding="utf-8"))
            for word, following in itertools.pairwise(words):
                self._next.setdefault(word, []).append(following)
        self._words = sorted(self._next)

    def sentence(self) -> str:
        """Eight words or more, and a full stop."""
        words = ["The"]
        while len(words) < 40 and (words[-1] != "." or len(words) < 8):
            anything = self._rng.random() < 0.6 or words[-1] not in self._next
            words.append(self._rng.choice(self._words if anything else self._next[words[-1]]))
        return " ".join(word for word in words if word != ".") + "."

    def paragraph(self) -> str:
        """Three to six sentences."""
        return " ".join(self.sentence() for _ in range(self._rng.randint(3, 6)))


def page(site: int, number: int, paragraphs: list[str], filling: str) -> str:
    """An HTML page: an article between menus, scripts and links."""
    menu = "".join(f'<li class="menu__item"><a href="/s{site}/{at}">Section {site} {at}</a></li>' for at in range(60))
    links = "".join(f'<li><a href="/s{site}/news/{number + at}">More news of the day, number {number + at}</a></li>' for at in range(40))
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return (
        f'<!doctype html><html lang="en"><head><title>Report {number} of the day</title><style>{filling}</style></head><body>'
        f'<nav><ul>{menu}</ul></nav><article><h1>Report {number} of the day</h1><time datetime="2021-03-0{1 + number % 9}"></time>{body}'
        f"</article><aside><ul>{links}</ul></aside><footer><p>All rights reserved. Site {site}.</p></footer></body></html>"
    )


def pages(size: int, kilobytes: int) -> Iterator[tuple[str, bytes]]:
    """Address and HTML of pages until so many bytes are made."""
    rng = random.Random(1)
    prose = Prose(rng)
    made = number = 0
    paragraphs: list[str] = []
    while made < size:
        site = rng.randrange(SITES)
        if number % REPRINT == REPRINT - 1:
            paragraphs = [*paragraphs[:-1], prose.paragraph()]
        else:
            paragraphs = [prose.paragraph() for _ in range(PARAGRAPHS)]
        lacking = kilobytes * 1024 - len(page(site, number, paragraphs, ""))
        rule = ".block__element--modifier{margin:0 auto;padding:0 1rem;display:flex}"
        html = page(site, number, paragraphs, rule * (max(0, lacking) // len(rule))).encode()
        made += len(html)
        yield f"https://site{site}.example/news/{number}", html
        number += 1


def write_warc(path: Path, size: int, kilobytes: int) -> None:
    """A WARC file of such pages."""
    with path.open("wb") as file:
        for number, (url, html) in enumerate(pages(size, kilobytes)):
            http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html
            head = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2021-03-01T00:00:00Z\r\n"
                f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
            )
            file.write(head.encode() + http + b"\r\n\r\n")


def run_stage(name: str, raw: Path, out: Path) -> None:
    """Run a stage in this process and its workers."""
    with executors.executor() as pool:
        STAGES[name](Layout.folder(raw, out), Params(), pool)


def measured(name: str, raw: Path, out: Path) -> tuple[float, int, int]:
    """Seconds, peak memory of the driver, and of driver and workers together (MB; shared pages count once)."""
    began = time.monotonic()
    process = subprocess.Popen([sys.executable, __file__, "--stage", name, str(raw), str(out)])
    driver = together = 0
    while process.poll() is None:
        held = [_held(pid) for pid in _tree(process.pid)]
        driver, together = max(driver, *held[:1], 0), max(together, sum(held))
        time.sleep(0.5)
    if process.returncode:
        sys.exit(f"stage {name} failed")
    return time.monotonic() - began, driver, together


def _tree(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return [pid]
    return [pid, *(below for child in children for below in _tree(int(child)))]


def _held(pid: int) -> int:
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    found = re.search(r"^Pss:\s+(\d+)", rollup, re.MULTILINE)
    return int(found.group(1)) // 1024 if found else 0


def main() -> None:
    """Parse the command line and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("megabytes", type=int, nargs="+")
    parser.add_argument("--page", type=int, default=100, help="size of a page in KB")
    parser.add_argument("--folder", type=Path, default=None, help="where to make the file; the system's folder for such things by default")
    options = parser.parse_args()
    print(
        "| WARC, MB | pages | articles | pairs | stage | seconds | driver, MB | with workers, MB |",
        "| --- " * 8 + "|",
        sep="\n",
        flush=True,
    )
    for megabytes in options.megabytes:
        folder = Path(tempfile.mkdtemp(dir=options.folder))
        try:
            raw, layout = folder / "raw", Layout.folder(folder / "raw", folder / "out")
            raw.mkdir()
            write_warc(raw / "pages.warc", megabytes << 20, options.page)
            for name in STAGES:
                seconds, driver, together = measured(name, raw, folder / "out")
                rows = [io.height(TABLES[table], path) if (path := layout.table(table)).exists() else "" for table in COUNTED]
                print(f"| {megabytes} | {' | '.join(map(str, rows))} | {name} | {seconds:.0f} | {driver} | {together} |", flush=True)
        finally:
            shutil.rmtree(folder)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--stage"]:
        run_stage(sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))
    else:
        main()
