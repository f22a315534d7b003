"""Spans of characters that are looked up by place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Spans(Generic[T]):
    """Spans ``[start, end)``, each with what it stands for, by start and end; ``longest`` bounds how far back one can begin that reaches a place."""

    starts: list[int]
    items: list[tuple[int, int, T]]
    longest: int

    @classmethod
    def of(cls, items: Iterable[tuple[int, int, T]]) -> Spans[T]:
        """The spans in order; those with the same characters stay in the order given."""
        ordered = sorted(items, key=lambda item: item[:2])
        return cls([start for start, _, _ in ordered], ordered, max((end - start for start, end, _ in ordered), default=0))

    def overlapping(self, start: int, end: int) -> list[tuple[int, int, T]]:
        """Those that share a character with a span, in order."""
        low, high = bisect_left(self.starts, start - self.longest), bisect_left(self.starts, end)
        return [item for item in self.items[low:high] if item[1] > start]
