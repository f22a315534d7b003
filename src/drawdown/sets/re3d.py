"""re3d: reports on the conflict in Syria and Iraq, with persons, organisations and locations marked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drawdown.errors import KnowledgeError
from drawdown.scores.measures import Outcome
from drawdown.sets import coding, files
from drawdown.sets import figures as measured
from drawdown.sets.figures import Figures

TYPES = {"Person": "person", "Organisation": "side", "Location": "place"}
KINDS = {
    "person": "person", "armed_group": "side", "organisation": "side", "government": "side",
    "media": "side", "state": "side", "place": "place", "facility": "place",
}  # fmt: skip
"""Kinds of mentions in the set's three types: it counts a state that acts as an organisation and one that is ground as a location, as we do."""

Ends = set[tuple[int, str]]
"""Where a name ends, and its type: annotators count articles and titles before a name differently."""


@dataclass(frozen=True, slots=True)
class Report:
    """A text with its sure annotations (of confidence 1), and with where the unsure ones and those of other types end."""

    report_id: str
    text: str
    gold: frozenset[tuple[int, str]]
    unsure: frozenset[int]


def read(path: Path) -> list[Report]:
    """A folder with ``documents.json`` and ``entities.json`` (JSON lines), or with such folders -> reports; KnowledgeError names file and row."""
    listed = sorted(path.rglob("documents.json")) if path.is_dir() else []
    if not listed:
        raise KnowledgeError(f"{path}: no such folder, or no documents.json in it", remedy="give the folder that holds the set's folders")
    return [report for file in listed for report in _reports(file, file.with_name("entities.json"))]


def figures(records: list[Report]) -> Figures:
    """F1 of the mentions that name or describe somebody or some place (the set leaves out most pronouns): all, and by type.

    In the second figure, mentions that meet an annotation of lower confidence or of another type are left out, not counted as wrong.
    """
    rows = coding.code([coding.Text(one.text) for one in records]).rows("mentions")
    told = [{(row["end"], KINDS[row["kind"]]) for row in one if row["kind"] in KINDS and row["method"] != "pronoun"} for one in rows]
    return {
        "mentions": measured.f1(outcomes(records, told)),
        "mentions, unsure ones left out": measured.f1(outcomes(records, spared(records, told))),
        **{
            f"mentions of {name}": measured.f1(outcomes(records, [{hit for hit in one if hit[1] == kind} for one in told], kind))
            for name, kind in sorted(TYPES.items())
        },
    }


def outcomes(records: Sequence[Report], told: Sequence[Ends], kind: str | None = None) -> Iterator[Outcome]:
    """Hits, misses and false ones a report, of one type or of all."""
    for report, found in zip(records, told, strict=True):
        gold = {one for one in report.gold if kind in {None, one[1]}}
        yield Outcome((report.report_id, 0), tp=len(found & gold), fp=len(found - gold), fn=len(gold - found))


def spared(records: Sequence[Report], told: Sequence[Ends]) -> list[Ends]:
    """What is found, without what only an unsure annotation confirms."""
    return [{hit for hit in found if hit in one.gold or hit[0] not in one.unsure} for one, found in zip(records, told, strict=True)]


def _reports(documents: Path, entities: Path) -> list[Report]:
    texts = {
        _value(row, "_id", str, documents, number): _value(row, "text", str, documents, number) for number, row in files.lines(documents)
    }
    gold: dict[str, Ends] = defaultdict(set)
    unsure: dict[str, set[int]] = defaultdict(set)
    for number, row in files.lines(entities):
        report, end = _value(row, "documentId", str, entities, number), _value(row, "end", int, entities, number)
        if report not in texts or end > len(texts[report]):
            raise files.bad_row(entities, number, f"no document {report}, or it ends before {end}")
        kind = TYPES.get(_value(row, "type", str, entities, number))
        if kind and row.get("confidence") == 1:
            gold[report].add((end, kind))
        else:
            unsure[report].add(end)
    return [Report(name, text, frozenset(gold[name]), frozenset(unsure[name])) for name, text in texts.items()]


def _value(row: dict[str, Any], name: str, wanted: type, file: Path, number: int) -> Any:
    if not isinstance(row.get(name), wanted):
        raise files.bad_row(file, number, f"{name} is missing or of another type")
    return row[name]
