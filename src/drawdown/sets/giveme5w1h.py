"""Giveme5W1H: news with who, when and where of its main event marked."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from spacy.lang.en.stop_words import STOP_WORDS

from drawdown.errors import KnowledgeError
from drawdown.sets import coding, files
from drawdown.sets import figures as measured
from drawdown.sets.coding import Row
from drawdown.sets.figures import Figures

QUESTIONS = ("who", "when", "where")
TEXTS = (("title",), ("lead", "description"), ("text", "body"))
PUBLISHED = ("publication_date", "publish_date", "date_publish", "publishDate", "published", "date")
HOLDERS = ("annotations", "annotated", "fiveWoneH", "fivewoneh", "gold")
"""Where releases of the set keep the answers, if not beside the text."""
ISO = re.compile(r"\b(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?!\d)")

Days = tuple[date, date]
"""First and last day."""


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its day (ISO), the phrases that answer each question, and the days that answer *when*, as far as they are told."""

    name: str
    text: str
    published: str | None
    phrases: Mapping[str, tuple[str, ...]]
    days: tuple[Days, ...]


def read(path: Path) -> list[Article]:
    """A JSON file of an article (or of a list of them), or a folder of such files -> articles; KnowledgeError names file and remedy."""
    listed = sorted(path.rglob("*.json")) if path.is_dir() else [path]
    if not path.exists() or not listed:
        raise KnowledgeError(f"{path}: no such file, or no .json in the folder", remedy="give the set's JSON file or its folder")
    return [_article(row, file, number) for file in listed for number, row in enumerate(_rows(file), start=1)]


def figures(records: list[Article]) -> Figures:
    """Who, when and where of the main event, each among the articles in which the set answers it.

    What the first report of the event leaves open, the next of the same type tells. A phrase is right when it shares a word, no
    function word, with an annotated one. An event that is not found is wrong in all.
    """
    coded = coding.code([coding.Text(one.text, one.published) for one in records])
    reports = [same_act(rows) for rows in coded.rows("event_mentions")]
    places = coded.by_key("places")
    told = [_answers(rows, _roles(people), places) for rows, people in zip(reports, coded.rows("participants"), strict=True)]
    both = list(zip(records, told, strict=True))
    dated = [(one.days, [day for text in answers["when"] for day in days(text)]) for one, answers in both if one.days]
    return {
        "an event is found": measured.share([bool(rows) for rows in reports]),
        **{
            f"{question}, phrases meet": measured.share(
                [alike(one.phrases[question], answers[question]) for one, answers in both if one.phrases[question]]
            )
            for question in ("who", "where")
        },
        "when, the same day": measured.share([bool(set(gold) & set(given)) for gold, given in dated]),
        "when, days overlap": measured.share([any(overlap(a, b) for a in gold for b in given) for gold, given in dated]),
    }


def same_act(events: Sequence[Row]) -> list[Row]:
    """The reports of what a text is about: its main event, and what has the same type, such as the lead under a headline."""
    main = coding.main(events)
    if main is None:
        return []
    return [main, *(row for row in events if row is not main and row["event_type"] == main["event_type"])]


def alike(gold: Iterable[str], told: Iterable[str]) -> bool:
    """Whether phrases share a word that is no function word."""
    return bool(_words(gold) & _words(told))


def overlap(one: Days, other: Days) -> bool:
    """Whether two spans of days share one."""
    return one[0] <= other[1] and other[0] <= one[1]


def days(told: str | None) -> tuple[Days, ...]:
    """First and last day of an ISO or EDTF date or interval; none for what is no date with a year."""
    found = [_days(part) for part in (told or "").split("/")]
    known = [one for one in found if one]
    return ((known[0][0], known[-1][1]),) if known and len(known) == len(found) else ()


def _days(part: str) -> Days | None:
    found = ISO.match(part.strip())
    if found is None or (part.strip()[4:5] == "-" and found[2] is None):
        return None
    year, month, day = (int(number) if number else None for number in found.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
        return first, first if day else date(first.year, month or 12, monthrange(first.year, month or 12)[1])
    except ValueError:
        return None


def _words(phrases: Iterable[str]) -> set[str]:
    return {word for phrase in phrases for word in re.findall(r"\w+", phrase.casefold()) if word not in STOP_WORDS}


def _roles(rows: Sequence[Row]) -> dict[tuple[str, str], list[str]]:
    """Texts of participants by event and role."""
    ordered = sorted(rows, key=lambda row: (row["event_mention_id"], row["role"], row["ordinal"]))
    return {key: [row["text"] for row in group] for key, group in groupby(ordered, key=lambda row: (row["event_mention_id"], row["role"]))}


def _answers(rows: Sequence[Row], roles: Mapping[tuple[str, str], list[str]], places: Mapping[str, Row]) -> dict[str, list[str]]:
    """Of each question the answer of the first report that has one."""
    keys = [row["event_mention_id"] for row in rows]
    grounds = [[places[row["place_id"]]["name"]] if row["place_id"] else [] for row in rows]
    where = [[*roles.get((key, "location"), ()), *ground] for key, ground in zip(keys, grounds, strict=True)]
    return {
        "who": _first(roles.get((key, "actor"), []) for key in keys),
        "when": _first([row["edtf"]] if row["edtf"] else [] for row in rows),
        "where": _first(where),
    }


def _first(answers: Iterable[list[str]]) -> list[str]:
    return next(filter(None, answers), [])


def _rows(file: Path) -> list[Any]:
    content = files.loaded(file)
    return content if isinstance(content, list) else [content]


def _article(row: Any, file: Path, number: int) -> Article:
    if not isinstance(row, dict):
        raise files.bad_row(file, number, "no object")
    parts = [next((row[name].strip() for name in names if isinstance(row.get(name), str)), "") for names in TEXTS]
    text = "\n\n".join(part for at, part in enumerate(parts) if part and not any(part in later for later in parts[at + 1 :]))
    if not any(map(str.isalnum, text)):
        raise files.bad_row(file, number, "title, lead and text are empty")
    held = [row, *(row[name] for name in HOLDERS if isinstance(row.get(name), dict))]
    answers = {question: [one[question] for one in held if question in one] for question in QUESTIONS}
    published = next((found[0] for name in PUBLISHED if (found := re.match(r"\d{4}-\d\d-\d\d", str(row.get(name) or "")))), None)
    strings = {question: tuple(dict.fromkeys(_strings(given))) for question, given in answers.items()}
    dated = tuple(dict.fromkeys(one for text in strings["when"] for one in days(text)))
    return Article(f"{file.name}:{number}", text, published, strings, dated)


def _strings(value: Any) -> Iterator[str]:
    """Every text in an answer, however it is nested."""
    if isinstance(value, str) and value.strip():
        yield value.strip()
    elif isinstance(value, Mapping | list):
        for part in value.values() if isinstance(value, Mapping) else value:
            yield from _strings(part)
