"""Files that hold many documents: WARC, WACZ, JSON, CSV and Parquet, each read as a stream."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from drawdown.documents import csv_tables, json_files, rows, wacz, warc
from drawdown.documents.records import Defect, Record, broken

Items = Iterator[Record | Defect]
_BATCH = 256


def table_parquet(path: Path, name: str, columns: Mapping[str, str]) -> Items:
    """Rows of a Parquet file, a few at a time."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    number = 0
    try:
        with pq.ParquetFile(path) as file:
            if problem := rows.lacking(file.schema_arrow.names, columns):
                yield broken(name, None, "missing_column", problem)
                return
            for batch in file.iter_batches(_BATCH):
                for row in batch.to_pylist():
                    number += 1
                    yield rows.record(row, name, str(number), columns, rows.canonical(row))
    except (pa.ArrowException, OSError, ValueError) as error:
        yield broken(name, f"after row {number}", "broken_parquet", f"{type(error).__name__}: {error}")


READERS: dict[str, Callable[[Path, str, Mapping[str, str]], Items]] = {
    "warc": warc.pages,
    "wacz": wacz.pages,
    "json": json_files.pages,
    "jsonl": json_files.lines,
    "csv": csv_tables.pages,
    "parquet": table_parquet,
}
"""The reader of each kind of container."""
