"""``sources.yaml``: where each raw file came from, under contract."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from drawdown import io
from drawdown.errors import KnowledgeError

NAME = "sources.yaml"
REQUIRED = ("sha256", "bytes", "publisher", "url", "section", "published", "obtained", "rights")
"""Each entry has these; null says that nobody knows."""


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of one raw file."""

    sha256: str
    bytes: int
    publisher: str | None
    url: str | None
    published: str | None


def load(path: Path) -> dict[str, Source]:
    """Entries by file name (relative to the raw folder); KnowledgeError names file, entry and field."""
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise KnowledgeError(f"{path} does not exist", remedy="restore it from git") from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{path} is not YAML: {error}", remedy="correct the line it names") from error
    pages = content.get("pages") if isinstance(content, dict) else None
    if not isinstance(pages, dict):
        raise KnowledgeError(f"{path}: no entries", remedy="list the raw files by name below `pages:`")
    return {str(name): _source(path, str(name), entry) for name, entry in pages.items()}


def _source(path: Path, name: str, entry: Any) -> Source:
    if not isinstance(entry, dict):
        raise KnowledgeError(f"{path}: entry {name} is not a list of facts", remedy=f"give {', '.join(REQUIRED)}")
    if missing := [field for field in REQUIRED if field not in entry]:
        raise KnowledgeError(f"{path}: entry {name} lacks {', '.join(missing)}", remedy="add them; null where nobody knows")
    sha256, size = entry["sha256"], entry["bytes"]
    if not isinstance(sha256, str) or len(sha256) != 64 or not isinstance(size, int):
        raise KnowledgeError(
            f"{path}: entry {name} has sha256 {sha256!r} and bytes {size!r}", remedy="write the sha256 in 64 digits, the size as a number"
        )
    return Source(sha256, size, *(_text(entry[field]) for field in ("publisher", "url", "published")))


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def require(path: Path, raw: Path, files: Iterable[str]) -> dict[str, Source]:
    """The entries, when they and the files of the raw folder are one to one and no byte has changed.

    KnowledgeError lists every file without entry, entry without file, and changed file.
    """
    entries, found = load(path), sorted(files)
    problems = [f"{name} has no entry" for name in found if name not in entries]
    problems += [f"{name} has an entry but does not exist" for name in sorted(entries) if name not in set(found)]
    problems += [problem for name in found if name in entries and (problem := _changed(raw / name, name, entries[name]))]
    if problems:
        raise KnowledgeError(
            f"{path}: " + "; ".join(problems),
            remedy="restore the file from git, or describe the new one in sources.yaml (sha256, bytes and what is known of it)",
        )
    return entries


def _changed(file: Path, name: str, source: Source) -> str | None:
    size = file.stat().st_size
    if size != source.bytes:
        return f"{name} has changed: {size} bytes instead of {source.bytes}"
    sha256 = io.file_sha256(file)
    return None if sha256 == source.sha256 else f"{name} has changed: sha256 {sha256} instead of {source.sha256}"
