"""Spans of a gold annotation against spans of ours, in characters of one text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Span = tuple[int, int]
"""Half-open code-point offsets."""


def covered(span: Iterable[Span], others: Iterable[Span]) -> float:
    """Share of the characters of a span (in one or more pieces) that any of the others holds."""
    wanted = _characters(span)
    return len(wanted & _characters(others)) / len(wanted) if wanted else 0.0


def common(one: Sequence[Span], other: Sequence[Span]) -> int:
    """Characters that both hold."""
    return len(_characters(one) & _characters(other))


def _characters(spans: Iterable[Span]) -> set[int]:
    return {at for start, end in spans for at in range(start, end)}
