"""Named tuples from columns, many at once."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import repeat
from typing import Any, TypeVar

Row = TypeVar("Row", bound=tuple[Any, ...])


def tuples(kind: type[Row], *columns: Iterable[object]) -> list[Row]:
    """A tuple of the kind, a ``NamedTuple``, for each row of the columns, one of its fields each; ValueError where their lengths differ.

    The same as ``list(map(kind, *columns))``, without a call of Python for each row: cleaning makes one for every line of a page.
    """
    return list(map(tuple.__new__, repeat(kind), zip(*columns, strict=True)))
