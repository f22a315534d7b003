"""The wheel carries the public form of the tables; an editable install sees those of the checkout through a link."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Tables(BuildHookInterface):  # type: ignore[type-arg]
    """Puts `data/release/tables` into the wheel as `drawdown/tables`."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before it collects files."""
        if version == "editable":
            return
        tables = Path(self.root) / "data" / "release" / "tables"
        if not any(tables.glob("*.parquet")):
            raise FileNotFoundError(f"{tables} holds no tables; run `make dist`, which rebuilds them first")
        build_data["force_include"][str(tables)] = "drawdown/tables"
