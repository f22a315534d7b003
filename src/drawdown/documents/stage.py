"""Raw folder in, source texts out: a stream of records through decoding, kept apart by shard."""

from __future__ import annotations

import hashlib
import shutil
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from pathlib import Path

from drawdown import contracts, ids, io
from drawdown.cache import Cache
from drawdown.documents import files, pages, sources
from drawdown.documents.pages import Outcome
from drawdown.documents.records import Defect, Record
from drawdown.documents.remembered import Remembered
from drawdown.documents.spill import Spill
from drawdown.layout import Layout
from drawdown.params import Params
from drawdown.schemas import TABLES

QUARANTINE = "quarantine.parquet"
_BATCH_BYTES = 4 << 20
_BATCH_RECORDS = 200
_IN_FLIGHT = 16
Row = dict[str, object]
Batch = list[tuple[str, Record]]


def run(layout: Layout, params: Params, pool: Executor) -> None:
    """The raw folder -> ``documents``, ``interim/documents/*.parquet`` (source texts) and ``.../quarantine.parquet``."""
    found = files.names(layout.raw)
    known = sources.require(layout.sources, layout.raw, found) if layout.sources else {}
    folder = layout.interim_folder("documents")
    shutil.rmtree(folder, ignore_errors=True)
    ledger = Ledger(known)
    batches = _batches(ledger.admitted(_items(layout.raw, found, params.documents.columns)))
    with Spill(folder, params.documents.shards) as spill, Cache(layout.cache / "documents" / "html.sqlite") as cache:
        for batch, outcomes in _streamed(pool, batches, Remembered(cache)):
            for (document_id, record), outcome in zip(batch, outcomes, strict=True):
                page = ledger.enter(document_id, record, outcome)
                if page is not None:
                    spill.add(page)
    quarantine = TABLES["quarantine"].frame(ledger.quarantine)
    io.write_table(TABLES["quarantine"], contracts.require(TABLES["quarantine"], quarantine, "stage documents"), folder / QUARANTINE)
    contracts.write(TABLES["documents"], TABLES["documents"].frame(ledger.rows()), layout.table("documents"))


def _items(raw: Path, names: Iterable[str], columns: dict[str, str]) -> Iterator[Record | Defect]:
    for name in names:
        yield from files.read(raw, name, columns)


def _batches(items: Iterable[tuple[str, Record]]) -> Iterator[Batch]:
    batch: Batch = []
    size = 0
    for item in items:
        batch.append(item)
        size += len(item[1].data)
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
        known = [remembered.get(record) for _, record in batch]
        unknown = [record for (_, record), outcome in zip(batch, known, strict=True) if outcome is None]
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


class Ledger:
    """Who came in and what became of each: rows of ``documents`` and ``quarantine``, and ids without repetition."""

    def __init__(self, known: dict[str, sources.Source]) -> None:
        self._known = known
        self._rows: dict[str, Row] = {}
        self._copies: list[tuple[str, str, Row]] = []
        self.quarantine: list[Row] = []

    def admitted(self, items: Iterable[Record | Defect]) -> Iterator[tuple[str, Record]]:
        """Records to be decoded, each under its id; defects and further copies of the same bytes are entered here."""
        for item in items:
            sha256 = item.sha256 if isinstance(item, Defect) else hashlib.sha256(item.data).hexdigest()
            size = item.size if isinstance(item, Defect) else len(item.data)
            row: Row = {"path": item.path, "record": item.record, "sha256": sha256, "bytes": size}
            document_id = ids.document_id(sha256)
            if document_id in self._rows:
                self._copy(document_id, row)
                continue
            self._rows[document_id] = {"document_id": document_id, "media_type": "application/octet-stream"} | row
            if isinstance(item, Defect):
                self._set_aside(document_id, item.path, item.rule, item.detail)
            else:
                yield document_id, item

    def enter(self, document_id: str, record: Record, outcome: Outcome) -> Row | None:
        """Note what became of a record; its row of source text, if it has one."""
        row = self._rows[document_id]
        row["media_type"], row["encoding"] = outcome.media_type, outcome.encoding
        if outcome.text is None:
            self._set_aside(document_id, record.path, outcome.rule, outcome.detail)
            return None
        row["source_sha256"], row["characters"] = outcome.source_sha256, len(outcome.text)
        base: Row = {"document_id": document_id, "path": record.path, "media_type": outcome.media_type, "text": outcome.text}
        base["extracted"] = outcome.extracted
        return base | self._facts(record, outcome.facts)

    def _facts(self, record: Record, facts: dict[str, str]) -> Row:
        """Declared facts with their basis: what the page or its container declares comes before what the record of sources says."""
        source = self._known.get(record.path) if record.record is None else None
        row: Row = {fact: facts.get(fact) for fact in ("title", "author", "section", "tags")}
        for fact in ("url", "publisher", "published"):
            declared, told = facts.get(fact), getattr(source, fact, None)
            row[fact] = declared or told
            row[f"{fact}_basis"] = "meta" if declared else "sources" if told else None
        return row

    def _copy(self, original: str, row: Row) -> None:
        first = self._rows[original]
        where = f"{row['path']}#{row['record']}"
        document_id = ids.document_id(str(row["sha256"]), copy_of=where)
        number = 1
        while document_id in self._rows:
            number += 1
            document_id = ids.document_id(str(row["sha256"]), copy_of=f"{where}#{number}")
        self._rows[document_id] = {"document_id": document_id} | row
        self._copies.append((document_id, original, row))
        named = f"{first['path']}, record {first['record']}" if first["record"] else str(first["path"])
        self._set_aside(document_id, str(row["path"]), "same_bytes", f"the same bytes as {named}")

    def _set_aside(self, document_id: str, path: str, rule: str, detail: str) -> None:
        self.quarantine.append({"document_id": document_id, "rule": rule, "path": path, "stage": "documents", "detail": detail})

    def rows(self) -> list[Row]:
        """The rows of ``documents``; a copy is of the kind of its original."""
        for document_id, original, _ in self._copies:
            for name in ("media_type", "encoding", "source_sha256", "characters"):
                self._rows[document_id][name] = self._rows[original].get(name)
        return list(self._rows.values())
