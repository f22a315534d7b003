"""Reading the files of a set: what is missing is said with file, row and remedy."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from drawdown.errors import KnowledgeError


def text(path: Path) -> str:
    """A file of a set, UTF-8 (a byte order mark is dropped)."""
    if not path.is_file():
        raise KnowledgeError(f"{path}: no such file", remedy="give the path of the set's file; `drawdown score --help` says which")
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise KnowledgeError(f"{path}: byte {error.start} is not UTF-8", remedy="convert the file to UTF-8") from error


def loaded(path: Path) -> Any:
    """The content of a JSON file."""
    try:
        return json.loads(text(path))
    except json.JSONDecodeError as error:
        raise KnowledgeError(f"{path}: line {error.lineno}: no JSON ({error.msg})", remedy="mend the line") from error


def lines(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Line numbers and objects of a file of JSON lines, packed (`.gz`) or not."""
    packed = path.suffix == ".gz" and path.is_file()
    content = gzip.decompress(path.read_bytes()).decode("utf-8-sig") if packed else text(path)
    for number, line in enumerate(content.split("\n"), start=1):
        if line.strip():
            try:
                row = json.loads(line)
            except json.JSONDecodeError as error:
                raise bad_row(path, number, f"no JSON: {error.msg}") from error
            if not isinstance(row, dict):
                raise bad_row(path, number, "no JSON object")
            yield number, row


def listed(path: Path, what: str) -> list[Any]:
    """The rows of a JSON file that is a list; ``what`` its rows are, for the error."""
    content = loaded(path)
    if not isinstance(content, list):
        raise KnowledgeError(f"{path}: no list of {what}", remedy="give the file that holds the list")
    return content


def tabbed(path: Path, columns: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Line number and fields of a tab-separated file with a header; quotation marks are characters like others, a missing field is empty.

    Columns are found whatever the case of their names, and called as in ``columns``.
    """
    rows = csv.DictReader(io.StringIO(text(path), newline=None), delimiter="\t", quoting=csv.QUOTE_NONE)
    printed = {name.strip().casefold(): name for name in rows.fieldnames or ()}
    if missing := [name for name in columns if name.casefold() not in printed]:
        raise KnowledgeError(f"{path}: no column {', '.join(missing)}", remedy=f"the set needs the columns {', '.join(columns)}")
    for number, row in enumerate(rows, start=2):
        yield number, {name: (row[printed[name.casefold()]] or "").strip() for name in columns}


def bad_row(path: Path, row: object, problem: str) -> KnowledgeError:
    """The error for a record that cannot be used; ``row`` is a line number or the record's id."""
    return KnowledgeError(f"{path}: row {row}: {problem}", remedy="mend or drop the row")
