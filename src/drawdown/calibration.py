"""How probable it is that an event mention is right in type and trigger: shares of judged ones, cell by cell (:mod:`.schemas.reference.confidence`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from drawdown import knowledge
from drawdown.errors import KnowledgeError
from drawdown.schemas import vocabularies as v
from drawdown.schemas.reference import confidence

FINITE = frozenset({"past", "present"})


@dataclass(frozen=True, slots=True)
class Cell:
    """One row of ``confidence``."""

    told: str
    prior_from: float
    n: int
    right: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Judged:
    """An event mention that somebody read against its page: what the code knew of it, and whether it was right."""

    article_id: str
    prior: float
    tense: str
    realis: str
    right: bool


Cells = Sequence[Cell]


def read(folder: Path) -> Cells:
    """The cells in a folder of reference data; KnowledgeError where a prior would have none."""
    cells = tuple(Cell(*row) for row in knowledge.read(confidence.TABLE, folder).iter_rows())
    open_at = [told for told in v.TOLD if not any(cell.told == told and cell.prior_from == 0 for cell in cells)]
    if open_at:
        raise KnowledgeError(
            f"{folder / 'confidence.csv'}: no cell begins at 0 for told = {', '.join(open_at)}", remedy="add a row with prior_from 0"
        )
    return cells


def told(tense: str, realis: str) -> str:
    """``done`` where a finite clause tells the act as done, else ``other``."""
    return "done" if tense in FINITE and realis in v.DONE else "other"


def cell(cells: Cells, prior: float, tense: str, realis: str) -> Cell:
    """The cell of an event mention."""
    kind = told(tense, realis)
    return max((cell for cell in cells if cell.told == kind and cell.prior_from <= prior), key=lambda cell: cell.prior_from)


def fit(cells: Cells, judged: Iterable[Judged]) -> Cells:
    """The same cells with the counts of these judgements; a cell without any has 0.5."""
    tally = {(cell.told, cell.prior_from): [0, 0] for cell in cells}
    for row in judged:
        home = cell(cells, row.prior, row.tense, row.realis)
        counts = tally[home.told, home.prior_from]
        counts[0] += 1
        counts[1] += row.right
    return tuple(_counted(one, *tally[one.told, one.prior_from]) for one in cells)


def _counted(one: Cell, n: int, right: int) -> Cell:
    return replace(one, n=n, right=right, confidence=round((right + 1) / (n + 2), 3))
