"""Who came in and what became of each: rows of ``documents`` and ``quarantine``, and ids without repetition."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import polars as pl

from drawdown import ids
from drawdown.documents.pages import Outcome
from drawdown.documents.records import Defect, Record
from drawdown.documents.sources import Source
from drawdown.registry import Table
from drawdown.schemas import TABLES
from drawdown.schemas import columns as c
from drawdown.spool import Spool

Row = dict[str, object]

_DOCUMENTS = TABLES["documents"]
_OF_PAGE = ("media_type", "encoding", "source_sha256", "characters")

COPIES = Table(
    name="copies",
    title="Further copies",
    description="Documents with the bytes of one that came before; they wait here until all is known of the original.",
    stage="documents",
    primary_key=("document_id",),
    columns=(
        c.DOCUMENT_ID,
        c.DOCUMENT_ID.but(name="original"),
        *(_DOCUMENTS.column(name) for name in ("path", "record", "sha256", "bytes")),
    ),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A record on its way, with its id and the hash of its bytes."""

    document_id: str
    sha256: str
    record: Record


class Ledger:
    """The rows go to the spools; what stays in memory is a number for each document, by which a copy is known."""

    def __init__(self, known: Mapping[str, Source], documents: Spool, quarantine: Spool, copies: Spool) -> None:
        self._known = known
        self._documents = documents
        self._quarantine = quarantine
        self._copies = copies
        self._seen: set[int] = set()

    def admitted(self, items: Iterable[Record | Defect]) -> Iterator[Entry]:
        """Records to be decoded, each under its id; defects, and further copies of the bytes of a page, are entered here."""
        for item in items:
            sha256 = item.sha256 if isinstance(item, Defect) else hashlib.sha256(item.data).hexdigest()
            if isinstance(item, Defect):  # under an id of its place, so that no page is taken for a copy of it
                document_id = self._another(sha256, item)
                self._documents.add(_received(document_id, sha256, item) | {"media_type": "application/octet-stream"})
                self._set_aside(document_id, item.path, item.rule, item.detail)
                continue
            document_id = ids.document_id(sha256)
            if self._new(document_id):
                yield Entry(document_id, sha256, item)
            elif not item.data:  # nothing is no copy of nothing
                yield Entry(self._another(sha256, item), sha256, item)
            else:
                self._copies.add(_received(self._another(sha256, item), sha256, item) | {"original": document_id})

    def enter(self, entry: Entry, outcome: Outcome) -> Row | None:
        """Note what became of a record; its row of source text, if it has one."""
        record, document_id = entry.record, entry.document_id
        row = _received(document_id, entry.sha256, record) | {"media_type": outcome.media_type, "encoding": outcome.encoding}
        if outcome.text is None:
            self._documents.add(row)
            self._set_aside(document_id, record.path, outcome.rule, outcome.detail)
            return None
        self._documents.add(row | {"source_sha256": outcome.source_sha256, "characters": len(outcome.text)})
        base: Row = {"document_id": document_id, "path": record.path, "media_type": outcome.media_type, "text": outcome.text}
        base["extracted"] = outcome.extracted
        return base | self._facts(record, outcome.facts)

    def close(self) -> None:
        """Enter the copies: each is of the kind of its original, and set aside for it."""
        for part in self._copies.frames():
            first = self._documents.find(part["original"].to_list(), ["document_id", "path", "record", *_OF_PAGE])
            rows = part.join(first.rename({"document_id": "original", "path": "of", "record": "at"}), on="original", how="left")
            named = pl.concat_str("of", pl.concat_str(pl.lit(", record "), pl.col("at")).fill_null(""))
            detail = pl.concat_str(pl.lit("the same bytes as "), named).alias("detail")
            aside = rows.select("document_id", "path", detail, rule=pl.lit("same_bytes"), stage=pl.lit("documents"))
            self._quarantine.extend(aside.select(TABLES["quarantine"].column_names))
            self._documents.extend(rows.select(_DOCUMENTS.column_names))

    def _new(self, document_id: str) -> bool:
        number = int(document_id.removeprefix("d_"), 16)
        if number in self._seen:
            return False
        self._seen.add(number)
        return True

    def _another(self, sha256: str, item: Record | Defect) -> str:
        """An id of bytes by where they lie."""
        where = f"{item.path}#{item.record}"
        document_id = ids.document_id(sha256, copy_of=where)
        number = 1
        while not self._new(document_id):
            number += 1
            document_id = ids.document_id(sha256, copy_of=f"{where}#{number}")
        return document_id

    def _facts(self, record: Record, facts: dict[str, str]) -> Row:
        """Declared facts with their basis: what the page or its container declares comes before what the record of sources says."""
        source = self._known.get(record.path) if record.record is None else None
        row: Row = {fact: facts.get(fact) for fact in ("title", "author", "section", "tags")}
        for fact in ("url", "publisher", "published"):
            declared, told = facts.get(fact), getattr(source, fact, None)
            row[fact] = declared or told
            row[f"{fact}_basis"] = "meta" if declared else "sources" if told else None
        return row

    def _set_aside(self, document_id: str, path: str, rule: str, detail: str) -> None:
        self._quarantine.add({"document_id": document_id, "rule": rule, "path": path, "stage": "documents", "detail": detail})


def _received(document_id: str, sha256: str, item: Record | Defect) -> Row:
    size = item.size if isinstance(item, Defect) else len(item.data)
    return {"document_id": document_id, "path": item.path, "record": item.record, "sha256": sha256, "bytes": size}
