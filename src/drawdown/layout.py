"""Where things lie: one place that knows the folders of a project, and of a build outside one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Layout:
    """The folders that a build reads and writes.

    ``raw`` holds pages, ``sources`` describes them (None: nobody did), ``reference`` is hand-kept knowledge,
    ``cache`` may be deleted at any time.
    """

    raw: Path
    sources: Path | None
    reference: Path
    gold: Path | None
    interim: Path
    tables: Path
    release: Path
    cache: Path

    @classmethod
    def project(cls, root: Path) -> Layout:
        """The layout of a checkout: what ``dvc repro`` works on."""
        data = root / "data"
        return cls(
            raw=data / "raw",
            sources=data / "raw" / "sources.yaml",
            reference=data / "reference",
            gold=data / "gold",
            interim=data / "interim",
            tables=data / "tables",
            release=data / "release",
            cache=root / ".cache" / "drawdown",
        )

    @classmethod
    def folder(cls, raw: Path, out: Path) -> Layout:
        """The layout of ``drawdown build RAW OUT``: tables lie in OUT itself, the rest in folders below it."""
        sources = raw / "sources.yaml"
        return cls(
            raw=raw,
            sources=sources if sources.exists() else None,
            reference=bundled_reference(),
            gold=None,
            interim=out / "interim",
            tables=out,
            release=out / "release",
            cache=out / ".cache",
        )

    def table(self, name: str) -> Path:
        """File of a published table."""
        return self.tables / f"{name}.parquet"

    def interim_folder(self, stage: str) -> Path:
        """Folder of a stage's unpublished output, one file a shard."""
        return self.interim / stage


def bundled_reference() -> Path:
    """The hand-kept knowledge that comes with the package (in a checkout: ``data/reference``)."""
    return Path(__file__).parent / "reference"
