"""A broken rule, in words that lead to the row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from drawdown.errors import ContractError

SHOWN = 20


@dataclass(frozen=True, slots=True, order=True)
class Failure:
    """One row (or one whole column, then ``key`` is empty) that breaks one rule of one table."""

    table: str
    rule: str
    column: str = ""
    key: str = ""
    value: str = ""

    def __str__(self) -> str:
        where = ".".join(part for part in (self.table, self.column) if part)
        row = f" in row {self.key}" if self.key else ""
        value = f": {self.value}" if self.value else ""
        return f"{where} breaks {self.rule}{row}{value}"


def refuse(failures: Sequence[Failure], origin: str) -> None:
    """Raise :class:`ContractError` that lists the failures; no failures, no error.

    ``origin`` says in the message where the data is from: a file, or a stage's output.
    """
    if not failures:
        return
    ordered = sorted(failures)
    counts = Counter((failure.table, failure.rule) for failure in ordered)
    lines = [f"{origin}: {len(ordered)} contract failure{'s' if len(ordered) > 1 else ''}"]
    lines += [f"  {count} x {table}: {rule}" for (table, rule), count in sorted(counts.items())] if len(ordered) > 1 else []
    lines += [f"  - {failure}" for failure in ordered[:SHOWN]]
    if len(ordered) > SHOWN:
        lines.append(f"  ... and {len(ordered) - SHOWN} more")
    raise ContractError(
        "\n".join(lines), remedy="the rule is explained on the table's page; rebuild the table, or correct the row named above"
    )
