"""The cache: what was put is there, a damaged file is begun anew."""

from __future__ import annotations

from pathlib import Path

from drawdown.cache import Cache


def test_what_was_put_is_there(tmp_path: Path) -> None:
    with Cache(tmp_path / "c.sqlite") as cache:
        assert cache.get("key") is None
        cache.put([("key", b"value"), ("other", b"")])
    with Cache(tmp_path / "c.sqlite") as cache:
        assert (cache.get("key"), cache.get("other")) == (b"value", b"")


def test_a_damaged_file_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    path.write_bytes(b"this is no database" * 100)
    with Cache(path) as cache:
        cache.put([("key", b"value")])
        assert cache.get("key") == b"value"
