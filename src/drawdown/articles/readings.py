"""A reading: a value that a page gives for a fact about itself, and the characters it was read from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple


class Printed(NamedTuple):
    """A block as printed: its characters, where they begin in the raw page, and which block of the page it is."""

    text: str
    start: int
    ordinal: int


Said = dict[str, list[Printed]]
"""The blocks of a page by their role, in page order."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A value with its basis and evidence; ``start`` and ``end`` are raw offsets, None where nothing is printed.

    ``conflict``: it contradicts the reading that was chosen, or is no valid value at all.
    """

    value: str
    basis: str
    evidence: str
    start: int | None = None
    end: int | None = None
    conflict: bool = False

    def but(self, value: str) -> Reading:
        """The same evidence, read as another value."""
        return replace(self, value=value)
