"""Files that hold many documents: WARC, JSON Lines, CSV and Parquet, each read as a stream."""

from __future__ import annotations

import csv
import gzip
import json
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from drawdown.documents import warc
from drawdown.documents.records import FACTS, Defect, Record, broken

Items = Iterator[Record | Defect]
COLUMNS = ("id", "text", "html", *FACTS)
"""What a column of a table, or a key of a JSON line, may be mapped to in ``params.yaml``."""
_BATCH = 256


def _open(path: Path) -> BinaryIO:
    with path.open("rb") as file:
        zipped = file.read(2) == b"\x1f\x8b"
    return gzip.open(path) if zipped else path.open("rb")  # type: ignore[return-value]


def jsonl(path: Path, name: str, columns: Mapping[str, str]) -> Items:
    """One JSON object a line; blank lines are skipped."""
    number = 0
    try:
        with _open(path) as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield _json_line(line.rstrip(b"\r\n"), name, str(number), columns)
    except (OSError, EOFError, zlib.error) as error:
        yield broken(name, f"after line {number}", "broken_gzip", str(error))


def _json_line(line: bytes, name: str, number: str, columns: Mapping[str, str]) -> Record | Defect:
    try:
        row = json.loads(line.decode("utf-8-sig" if number == "1" else "utf-8"))
    except (ValueError, RecursionError) as error:
        return broken(name, f"line {number}", "not_json", f"line {number}: {error}", line)
    if not isinstance(row, dict):
        return broken(name, f"line {number}", "not_json", f"line {number} holds no object but {type(row).__name__}", line)
    return _row(row, name, number, columns, line)


def table_csv(path: Path, name: str, columns: Mapping[str, str]) -> Items:
    """Rows of a CSV file with a header (TSV by its name), UTF-8 or cp1252."""
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    number = 0
    try:
        with _open(path) as file:
            lines = (_line(line) for line in file)
            reader = csv.DictReader(lines, delimiter="\t" if ".tsv" in name.lower() else ",")
            if lacking := _lacking(reader.fieldnames or (), columns):
                yield broken(name, None, "missing_column", lacking)
                return
            for number, row in enumerate(reader, 1):
                known = {key: value for key, value in row.items() if isinstance(key, str)}
                yield _row(known, name, str(number), columns, _canonical(known))
    except csv.Error as error:
        yield broken(name, f"after row {number}", "not_csv", str(error))
    except (OSError, EOFError, zlib.error) as error:
        yield broken(name, f"after row {number}", "broken_gzip", str(error))


def _line(line: bytes) -> str:
    try:
        return line.decode("utf-8-sig").replace("\x00", "\ufffd")
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace").replace("\x00", "\ufffd")


def table_parquet(path: Path, name: str, columns: Mapping[str, str]) -> Items:
    """Rows of a Parquet file, a few at a time."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    number = 0
    try:
        with pq.ParquetFile(path) as file:
            if lacking := _lacking(file.schema_arrow.names, columns):
                yield broken(name, None, "missing_column", lacking)
                return
            for batch in file.iter_batches(_BATCH):
                for row in batch.to_pylist():
                    number += 1
                    yield _row(row, name, str(number), columns, _canonical(row))
    except (pa.ArrowException, OSError, ValueError) as error:
        yield broken(name, f"after row {number}", "broken_parquet", f"{type(error).__name__}: {error}")


def _canonical(row: Mapping[str, Any]) -> bytes:
    return json.dumps(row, ensure_ascii=False, sort_keys=True, default=str).encode("utf-8", "surrogatepass")


def mapping(columns: Mapping[str, str]) -> dict[str, str]:
    """Column of each thing: as mapped, else the thing's own name (``date`` for published as well)."""
    return {"published": "date"} | {thing: thing for thing in COLUMNS if thing != "published"} | dict(columns)


def _lacking(found: Iterable[str], columns: Mapping[str, str]) -> str:
    names = set(found)
    if missing := [f"{thing} ({column})" for thing, column in sorted(columns.items()) if column not in names]:
        return f"no column for {', '.join(missing)}; the file has {', '.join(sorted(names))}"
    where = mapping(columns)
    if where["text"] not in names and where["html"] not in names:
        return f"no column {where['text']} or {where['html']} holds the page; map one in params.yaml, documents.columns"
    return ""


def _row(row: Mapping[str, Any], name: str, number: str, columns: Mapping[str, str], data: bytes) -> Record | Defect:
    if lacking := _lacking(row, columns):
        return broken(name, number, "missing_column", f"record {number}: {lacking}", data)
    where = mapping(columns)
    html, text = row.get(where["html"]), row.get(where["text"])
    page, kind = (html, "html") if html else (text, "unknown")
    if not isinstance(page, str) or not page:
        return broken(name, number, "empty_page", f"record {number} holds no text", data)
    declared = {fact: found for fact in FACTS if (found := _fact(row.get(where[fact])))}
    given = row.get(where["id"])
    record = number if given in (None, "") else str(given)
    return Record(name, record, data, kind=kind, text=page, declared=declared)  # type: ignore[arg-type]


def _fact(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return " | ".join(str(part).strip() for part in value if part is not None)
    return " ".join(str(value).split())


READERS: dict[str, Callable[[Path, str, Mapping[str, str]], Items]] = {
    "warc": warc.pages,
    "jsonl": jsonl,
    "csv": table_csv,
    "parquet": table_parquet,
}
"""The reader of each kind of container."""
