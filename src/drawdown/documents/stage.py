"""Raw folder in, source texts out: a stream of records through decoding, kept apart by shard."""

from __future__ import annotations

import shutil
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import polars as pl

from drawdown import contracts
from drawdown.cache import Cache
from drawdown.documents import files, pages, records, rows, sources
from drawdown.documents.ledger import COPIES, Entry, Ledger
from drawdown.documents.pages import Outcome
from drawdown.documents.records import Defect, Record
from drawdown.documents.remembered import Remembered
from drawdown.layout import Layout
from drawdown.params import Params
from drawdown.registry import Table
from drawdown.schemas import TABLES
from drawdown.schemas import pages as pages_schema
from drawdown.spool import Spool

QUARANTINE = "quarantine.parquet"
_BATCH_BYTES = 4 << 20
_BATCH_RECORDS = 200
_IN_FLIGHT = 16
Batch = list[Entry]


def run(layout: Layout, params: Params, pool: Executor) -> None:
    """The raw folder -> ``documents``, ``interim/documents/*.parquet`` (source texts) and ``.../quarantine.parquet``."""
    columns = rows.known(params.documents.columns)
    found = files.names(layout.raw)
    known = sources.require(layout.sources, layout.raw, found) if layout.sources else {}
    folder = layout.interim_folder("documents")
    shutil.rmtree(folder, ignore_errors=True)
    with (
        Spool(pages_schema.TABLE, folder) as texts,
        Spool(TABLES["documents"], folder) as documents,
        Spool(TABLES["quarantine"], folder) as quarantine,
        Spool(COPIES, folder) as copies,
    ):
        ledger = Ledger(known, documents, quarantine, copies)
        batches = _batches(ledger.admitted(_items(layout.raw, found, columns)))
        with Cache(layout.cache / "documents" / "html.sqlite") as cache:
            for batch, outcomes in _streamed(pool, batches, Remembered(cache)):
                for entry, outcome in zip(batch, outcomes, strict=True):
                    page = ledger.enter(entry, outcome)
                    if page is not None:
                        texts.add(page)
        ledger.close()
        for shard in range(params.documents.shards):
            frames = texts.frames(shard, params.documents.shards)
            for first in frames:  # a shard without pages has no file
                _write(pages_schema.TABLE, chain([first], frames), folder / f"{shard:05}.parquet")
        _write(TABLES["quarantine"], quarantine.frames(), folder / QUARANTINE)
        _write(TABLES["documents"], documents.frames(), layout.table("documents"))


def _write(table: Table, frames: Iterable[pl.DataFrame], path: Path) -> None:
    with contracts.writing(table, path) as writer:
        for frame in frames:
            writer.write(frame)


def _items(raw: Path, names: Iterable[str], columns: Mapping[str, str]) -> Iterator[Record | Defect]:
    for name in names:
        yield from map(records.legible, files.read(raw, name, columns))


def _batches(items: Iterable[Entry]) -> Iterator[Batch]:
    batch: Batch = []
    size = 0
    for item in items:
        batch.append(item)
        size += len(item.record.data)
        if size >= _BATCH_BYTES or len(batch) >= _BATCH_RECORDS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


@dataclass(frozen=True, slots=True)
class _Flight:
    """A batch under way: what is remembered of it, and the future of the rest."""

    batch: Batch
    known: list[Outcome | None]
    unknown: list[Record]
    future: Future[list[Outcome]]


def _streamed(pool: Executor, batches: Iterable[Batch], remembered: Remembered) -> Iterator[tuple[Batch, list[Outcome]]]:
    """Batches and what became of them, in order, with a bounded number under way: memory does not grow with the corpus."""
    flying: deque[_Flight] = deque()
    for batch in batches:
        known = [remembered.get(entry.record) for entry in batch]
        unknown = [entry.record for entry, outcome in zip(batch, known, strict=True) if outcome is None]
        flying.append(_Flight(batch, known, unknown, pool.submit(pages.outcomes, unknown)))
        if len(flying) >= _IN_FLIGHT:
            yield _landed(flying.popleft(), remembered)
    while flying:
        yield _landed(flying.popleft(), remembered)


def _landed(flight: _Flight, remembered: Remembered) -> tuple[Batch, list[Outcome]]:
    fresh = flight.future.result()
    remembered.put(flight.unknown, fresh)
    rest = iter(fresh)
    return flight.batch, [next(rest) if outcome is None else outcome for outcome in flight.known]
