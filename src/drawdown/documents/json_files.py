"""JSON files of pages, read as a stream: one object a line, or a list of objects, or one object."""

from __future__ import annotations

import codecs
import io
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from drawdown.documents import rows
from drawdown.documents.records import UNREADABLE, Defect, Record, broken, unzipped

_CHUNK = 1 << 20
_LONGEST = 1 << 28
_BETWEEN = re.compile(r"[\s,\[\]]*")


def lines(path: Path, name: str, columns: Mapping[str, str]) -> Iterator[Record | Defect]:
    """One JSON object a line; blank lines are skipped."""
    number = 0
    try:
        with unzipped(path) as file:
            for number, line in enumerate(_in_utf8(file), 1):
                if line.strip():
                    yield _line(line.rstrip(b"\r\n"), name, str(number), columns)
    except UNREADABLE as error:
        yield broken(name, f"after line {number}", "broken_gzip", str(error))


def pages(path: Path, name: str, columns: Mapping[str, str]) -> Iterator[Record | Defect]:
    """A list of objects, or objects one after another; the reading ends where something is no JSON."""
    with unzipped(path) as file:
        by_line = _begins_with_an_object_on_a_line(file)
    if by_line:
        yield from lines(path, name, columns)
        return
    number = 0
    try:
        with unzipped(path) as file:
            for number, (value, source) in enumerate(_values(io.TextIOWrapper(file, "utf-8-sig")), 1):
                yield _record(value, name, f"record {number}", str(number), columns, source.encode("utf-8", "surrogatepass"))
    except UNREADABLE as error:
        yield broken(name, f"after record {number}", "broken_gzip", str(error))
    except (ValueError, RecursionError) as error:
        yield broken(name, f"after record {number}", "not_json", f"after record {number}: {error}")


def _begins_with_an_object_on_a_line(file: BinaryIO) -> bool:
    try:
        return isinstance(json.loads(file.readline(_CHUNK)), dict)
    except (*UNREADABLE, ValueError, RecursionError):
        return False


def _in_utf8(file: BinaryIO) -> Iterator[bytes]:
    """The lines of a file; those of UTF-16, which some shells write, in UTF-8."""
    wide = file.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    file.seek(0)
    if wide:
        yield from (line.encode("utf-8", "surrogatepass") for line in io.TextIOWrapper(file, "utf-16", "replace", newline="\n"))
    else:
        yield from file


def _values(file: io.TextIOWrapper) -> Iterator[tuple[Any, str]]:
    """Values with the characters that gave them; brackets and commas around them are skipped."""
    decoder = json.JSONDecoder()
    buffer, at = "", 0
    while True:
        at = _BETWEEN.match(buffer, at).end()  # type: ignore[union-attr]  # it matches nothing at the least
        if at == len(buffer):
            buffer, at = file.read(_CHUNK), 0
            if not buffer:
                return
            continue
        try:
            value, end = decoder.raw_decode(buffer, at)
        except ValueError:
            buffer, at = buffer[at:], 0
            more = file.read(max(_CHUNK, len(buffer))) if len(buffer) < _LONGEST else ""
            if not more:
                raise
            buffer += more
            continue
        yield value, buffer[at:end]
        at = end


def _line(line: bytes, name: str, number: str, columns: Mapping[str, str]) -> Record | Defect:
    try:
        row = json.loads(line.decode("utf-8-sig" if number == "1" else "utf-8"))
    except (ValueError, RecursionError) as error:
        return broken(name, f"line {number}", "not_json", f"line {number}: {error}", line)
    return _record(row, name, f"line {number}", number, columns, line)


def _record(value: object, name: str, where: str, number: str, columns: Mapping[str, str], data: bytes) -> Record | Defect:
    if not isinstance(value, dict):
        return broken(name, where, "not_json", f"{where} holds no object but {type(value).__name__}", data)
    return rows.record(value, name, number, columns, data)
