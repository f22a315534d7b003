"""Extraction remembered: the text of an HTML page is dear to find and cheap to keep, so the same bytes are not parsed twice."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
from collections.abc import Sequence
from dataclasses import asdict

from drawdown import documents, fingerprint, ids
from drawdown.cache import Cache
from drawdown.documents.pages import Outcome
from drawdown.documents.records import Record

_LIBRARIES = ("trafilatura", "htmldate", "lxml", "charset-normalizer")


def mark() -> str:
    """Fingerprint of the code and the libraries that make an outcome."""
    return ids.digest(fingerprint.of_modules(documents), *(importlib.metadata.version(name) for name in _LIBRARIES))


class Remembered:
    """Outcomes of HTML pages by content. Only the driver asks it, so one file serves any number of workers."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._mark = mark()

    def key(self, record: Record) -> str:
        """Key of a record: all that its outcome depends on."""
        text = None if record.text is None else hashlib.sha256(record.text.encode("utf-8", "surrogatepass")).hexdigest()
        declared = json.dumps(record.declared, sort_keys=True, ensure_ascii=True)
        return ids.digest(self._mark, hashlib.sha256(record.data).hexdigest(), record.kind, record.charset, text, declared)

    def get(self, record: Record) -> Outcome | None:
        """What became of a record before; None when that is not known."""
        found = self._cache.get(self.key(record))
        return None if found is None else Outcome(**json.loads(found))

    def put(self, records: Sequence[Record], outcomes: Sequence[Outcome]) -> None:
        """Remember what became of records, where that was dear to find out."""
        pairs = zip(records, outcomes, strict=True)
        entries = [
            (self.key(record), json.dumps(asdict(outcome)).encode()) for record, outcome in pairs if outcome.media_type == "text/html"
        ]
        if entries:
            self._cache.put(entries)
