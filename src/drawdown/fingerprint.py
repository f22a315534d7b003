"""Fingerprints of what made a cached result: when code, model or lexicon change, the cache is not asked."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from drawdown import ids


def of_files(paths: Iterable[Path], *facts: object) -> str:
    """sha256 over names and bytes of files (folders: every file below), and over further facts such as versions."""
    files = sorted(
        file
        for path in paths
        for file in (path.rglob("*") if path.is_dir() else [path])
        if file.is_file() and "__pycache__" not in file.parts
    )
    return ids.digest(*facts, *(part for file in files for part in (file.name, file.read_bytes().hex())))


def of_modules(*modules: object) -> str:
    """Fingerprint of imported modules' (or packages') source files."""
    paths = []
    for module in modules:
        file = Path(str(getattr(module, "__file__", "")))
        paths.append(file.parent if file.name == "__init__.py" else file)
    return of_files(paths)
