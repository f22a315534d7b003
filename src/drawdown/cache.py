"""A cache of per-document results, outside DVC: what is in it never changes what is built, only how fast.

One SQLite file a stage and shard, so that no two workers write to the same one, a crash leaves it whole, and
ten million documents are not ten million files.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType


class Cache:
    """Bytes by key. Use it as a context manager; a file that is not a cache (any more) is begun anew."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._connection = _open(path)
        except sqlite3.DatabaseError:
            path.unlink()
            self._connection = _open(path)

    def __enter__(self) -> Cache:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._connection.close()

    def get(self, key: str) -> bytes | None:
        """The bytes under a key, or None."""
        row = self._connection.execute("SELECT value FROM entries WHERE key = ?", (key,)).fetchone()
        return None if row is None else bytes(row[0])

    def put(self, entries: Iterable[tuple[str, bytes]]) -> None:
        """Store entries, all or none of them."""
        with self._connection:
            self._connection.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?)", entries)


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("CREATE TABLE IF NOT EXISTS entries (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID")
    return connection
