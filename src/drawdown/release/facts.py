"""What is said of the dataset as a whole: ``data/reference/dataset.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from drawdown.errors import KnowledgeError

_NEEDED = ("name", "title", "description", "version", "released", "creators", "keywords", "licences", "citation")


@dataclass(frozen=True, slots=True)
class Dataset:
    """Name, version, licences and the like; ``released`` is an ISO 8601 day set by hand, never a clock."""

    name: str
    title: str
    description: str
    version: str
    released: str
    creators: list[str]
    keywords: list[str]
    licences: dict[str, dict[str, str]]
    citation: str


def read(reference: Path) -> Dataset:
    """The facts; an error names what is missing."""
    path = reference / "dataset.yaml"
    content: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    if missing := [name for name in _NEEDED if not content.get(name)]:
        raise KnowledgeError(f"{path} lacks {', '.join(missing)}", remedy="fill it in")
    return Dataset(**{name: content[name] for name in _NEEDED})
