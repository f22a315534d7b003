"""CSV as programs write it: any common encoding, delimiter and line end, read as a stream."""

from __future__ import annotations

import csv
import io
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, zip_longest
from pathlib import Path
from typing import BinaryIO

from drawdown.documents import decoding, rows
from drawdown.documents.records import UNREADABLE, Defect, Record, broken, unzipped

_SAMPLE = 1 << 20
_DELIMITERS = ",;\t|"
_QUOTED = re.compile(r'"[^"]*"')


def pages(path: Path, name: str, columns: Mapping[str, str]) -> Iterator[Record | Defect]:
    """One page a row below a header, which tells the delimiter: comma, semicolon, tab or bar."""
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    number = 0
    try:
        with unzipped(path) as file:
            lines = _lines(file)
            header = next(lines, "")
            delimiter = _delimiter(header)
            read: list[str] = []
            reader = csv.reader(_noted(chain([header], lines), read), delimiter=delimiter)
            names = next(reader, [])
            if problem := header and rows.lacking(names, columns):
                yield broken(name, None, "missing_column", problem)
                return
            last: list[str] = []
            read.clear()
            for cells in reader:
                last = read.copy()
                read.clear()
                if cells:
                    number += 1
                    yield _row(names, cells, name, str(number), columns)
            if _is_open(last, delimiter):
                yield broken(
                    name, f"row {number}", "not_csv", f"row {number}: a quotation mark is not closed; what follows stands in that cell"
                )
    except csv.Error as error:
        yield broken(name, f"after row {number}", "not_csv", str(error))
    except UNREADABLE as error:
        yield broken(name, f"after row {number}", "broken_gzip", str(error))


def _row(names: list[str], cells: list[str], name: str, number: str, columns: Mapping[str, str]) -> Record | Defect:
    if any(cells[len(names) :]):
        problem = (
            f"row {number} has {len(cells)} cells, the header {len(names)}: is a cell that holds the delimiter not in quotation marks?"
        )
        return broken(name, number, "not_csv", problem, rows.canonical({"cells": cells}))
    row = dict(zip_longest(names, cells[: len(names)]))
    return rows.record(row, name, number, columns, rows.canonical(row))


def _noted(lines: Iterable[str], read: list[str]) -> Iterator[str]:
    for line in lines:
        read.append(line)
        yield line


def _is_open(lines: list[str], delimiter: str) -> bool:
    """Whether the lines of a row end within quotation marks, which the reader forgives at the end of a file."""
    try:
        list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error as error:
        return "unexpected end" in str(error)
    return False


def _delimiter(header: str) -> str:
    bare = _QUOTED.sub("", header)
    return max(_DELIMITERS, key=bare.count)


def _lines(file: BinaryIO) -> Iterator[str]:
    """Lines of text, ends kept. A line that is not UTF-8 is read in the encoding that the file's beginning shows, cp1252 by default."""
    sample = file.read(_SAMPLE)
    file.seek(0)
    encoding = _encoding(sample)
    if encoding.startswith(("utf-16", "utf-32")):
        wide = io.TextIOWrapper(file, encoding, "replace", newline="")
        yield from (line.replace("\x00", "\ufffd") for line in wide)
        return
    other = "cp1252" if encoding == "utf-8" else encoding
    for number, line in enumerate(io.TextIOWrapper(file, "latin-1", newline="")):
        yield _decoded(line.encode("latin-1"), "utf-8" if number else "utf-8-sig", other).replace("\x00", "\ufffd")


def _encoding(sample: bytes) -> str:
    """The encoding of a file, by whole characters of its beginning."""
    wide = b"\x00" in sample
    whole = sample[: len(sample) // 4 * 4] if wide else sample[: sample.rfind(b"\n") + 1]
    return decoding.decode(whole or sample).encoding or "utf-8"


def _decoded(line: bytes, first: str, other: str) -> str:
    try:
        return line.decode(first)
    except UnicodeDecodeError:
        return line.decode(other, "replace")
