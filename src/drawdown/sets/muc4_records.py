"""Reading MUC-4: stories as wire services sent them, and the key templates that people filled for the terrorist incidents in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from drawdown.errors import KnowledgeError
from drawdown.schemas.reference import muc_incidents
from drawdown.sets import files

ID = re.compile(r"^\s*([A-Z]+\d*-MUC\d-\d+)\b", re.IGNORECASE)
FIELD = re.compile(r"^\s*(\d+)\.\s+([A-Z]+(?: [A-Z]+)*(?:\s*:\s*[A-Z]+(?: [A-Z]+)*)?)(?:(?:\s{2,}|\t|\s(?=[-*\"?]))(.*)|\s*)$")
MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
DATELINE = re.compile(rf"\b(\d{{1,2}})\s+({'|'.join(MONTHS)})[A-Z]*\.?\s+((?:19)?\d\d)\b", re.IGNORECASE)
NOTE = re.compile(r"\[[^\]]*\]")
EMPTY = {"", "*", "-"}
LONGEST_HEAD = 200
"""Characters of a dateline with its agency."""


@dataclass(frozen=True, slots=True)
class Incident:
    """One template: the types it may be (several: any will do), stage of execution, what is said of the perpetrator; None where not filled."""

    types: frozenset[str]
    stage: str | None
    confidence: str | None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """A story in paragraphs, the day of its dateline, and its incidents (most have none)."""

    story_id: str
    text: str
    day: str | None
    incidents: tuple[Incident, ...]


def read(path: Path) -> list[Story]:
    """A folder that holds stories and keys, in any files below it -> the stories that have keys, in order of their ids.

    A file of keys is told by its numbered fields. KnowledgeError names the file and the story that lacks something.
    """
    if not path.is_dir():
        raise KnowledgeError(f"{path}: no such folder", remedy="give the folder that holds the stories and the files of keys")
    stories: dict[str, tuple[str, str | None]] = {}
    keys: dict[str, list[Incident]] = {}
    for file in sorted(one for one in path.rglob("*") if one.is_file()):
        lines = [line for line in files.text(file).splitlines() if not line.lstrip().startswith(";")]
        if any((found := FIELD.match(line)) and found[1] == "0" for line in lines):
            for story_id, incident in _templates(lines, file):
                keys.setdefault(story_id, []).extend(incident)
        else:
            stories |= dict(_stories(lines))
    if missing := sorted(keys.keys() - stories.keys()):
        raise KnowledgeError(
            f"{path}: no story {missing[0]}, which has a key ({len(missing)} lack one)", remedy="put the files of stories there"
        )
    if not keys:
        raise KnowledgeError(f"{path}: no keys", remedy="put the key files there: numbered fields, the first `0.  MESSAGE: ID`")
    return [Story(story_id, *stories[story_id], tuple(found)) for story_id, found in sorted(keys.items())]


def _stories(lines: Iterable[str]) -> Iterator[tuple[str, tuple[str, str | None]]]:
    """Stories by id: the text of each in paragraphs, and its day."""
    story_id, held = "", list[str]()
    for line in [*lines, "END-MUC0-0"]:
        if found := ID.match(line):
            text = _paragraphs(held)
            if story_id and any(map(str.isalnum, text)):
                yield story_id, (text, _day("\n".join(held)))
            story_id, held = found[1].upper(), []
        else:
            held.append(line)


def _paragraphs(lines: Iterable[str]) -> str:
    """Lines joined to paragraphs, which begin behind a blank line or indented; editors' notes such as ``[TEXT]`` and the dateline are left out."""
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if not line.strip() or line.startswith(("   ", "\t")):
            paragraphs.append([])
        paragraphs[-1].append(line.strip())
    text = "\n\n".join(joined for part in paragraphs if (joined := " ".join(part).strip()))
    head, _, rest = text.partition(" -- ")
    if rest and len(head) < LONGEST_HEAD and DATELINE.search(head):
        text = rest
    return re.sub(r"[ ]{2,}", " ", NOTE.sub(" ", text)).strip()


def _day(text: str) -> str | None:
    found = DATELINE.search(text)
    if found is None:
        return None
    day, month, year = found.groups()
    return f"19{year[-2:]}-{MONTHS.index(month.upper()) + 1:02}-{int(day):02}"


def _templates(lines: Iterable[str], file: Path) -> Iterator[tuple[str, list[Incident]]]:
    """Templates by story: an incident, or none where the template says so."""
    fields: dict[str, str] = {}
    last = ""
    for line in [*lines, "0.  MESSAGE: ID  "]:
        if found := FIELD.match(line):
            if found[1] == "0" and fields:
                yield _template(fields, file)
                fields = {}
            last = re.sub(r"\s+", " ", found[2]).strip().upper()
            fields[last] = (found[3] or "").strip()
        elif line.strip() and last:
            fields[last] += f" {line.strip()}"


def _template(fields: dict[str, str], file: Path) -> tuple[str, list[Incident]]:
    found = ID.match(fields.get("MESSAGE: ID", ""))
    if found is None:
        raise files.bad_row(file, fields.get("MESSAGE: ID") or "?", "a template without the id of its message")
    story_id, number = found[1].upper(), fields.get("MESSAGE: TEMPLATE", "*")
    told = fields.get("INCIDENT: TYPE", "*")
    if number.strip() in EMPTY or told.strip() in EMPTY:
        return story_id, []
    types = _alternatives(told)
    known = set(muc_incidents.TABLE.column("incident").vocabulary or ())
    if unknown := sorted(types - known):
        raise files.bad_row(file, story_id, f"incident type {unknown[0]!r} is none of {', '.join(sorted(known))}")
    stage = next(iter(sorted(_alternatives(fields.get("INCIDENT: STAGE OF EXECUTION", "")))), None)
    confidence = next(iter(sorted(_alternatives(fields.get("PERP: ORGANIZATION CONFIDENCE", "")))), None)
    return story_id, [Incident(types, stage, confidence, "OPTIONAL" in number.upper() or told.strip().startswith("?"))]


def _alternatives(value: str) -> frozenset[str]:
    """Fillers parted by ``/``, without quotation marks, cross-references (behind ``:``) and the mark ``?`` of the optional."""
    parts = (re.sub(r"\s+", " ", part.split(":")[0]).strip(' "?').upper() for part in re.split(r"[/\n]", value))
    return frozenset(part for part in parts if part not in EMPTY)
