"""What a table is: the vocabulary in which every contract, dictionary and loader of the package is written.

A table is described once, as a :class:`Table` in ``schemas/``. Pandera models, Great Expectations suites,
the Data Package, Croissant, the dictionary pages and :func:`drawdown.describe` are derived from it. Only
Polars is needed here, so the light install can describe what it loads.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import polars as pl

Type = Literal["string", "integer", "number", "boolean", "date"]

PolarsType = type[pl.DataType]

POLARS_TYPES: dict[Type, PolarsType] = {
    "string": pl.String,
    "integer": pl.Int64,
    "number": pl.Float64,
    "boolean": pl.Boolean,
    "date": pl.Date,
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its type, what it may hold, and what it means.

    ``pattern`` is a regular expression in Rust's syntax (no look-around), anchored by the author.
    ``minimum`` and ``maximum`` are inclusive. ``example`` is a value that the column could hold, ``default`` that of a row which says
    nothing of it.
    """

    name: str
    type: Type
    description: str
    nullable: bool = False
    vocabulary: tuple[str, ...] | None = None
    pattern: str | None = None
    minimum: float | None = None
    maximum: float | None = None
    unit: str | None = None
    example: str | int | float | bool | None = None
    default: bool | None = None

    @property
    def polars_type(self) -> PolarsType:
        """The Polars type that the column has in every frame and file."""
        return POLARS_TYPES[self.type]

    def but(self, **changes: object) -> Column:
        """The same column with some of its facts changed: ``START.but(nullable=True)``."""
        return replace(self, **changes)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """``columns`` of this table point to the primary key ``references`` of ``table``; null points nowhere."""

    columns: tuple[str, ...]
    table: str
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A named statement about one row: ``expression`` is true, or null where it does not apply."""

    name: str
    description: str
    expression: pl.Expr


@dataclass(frozen=True, slots=True)
class Receipt:
    """A span that must be found where it says: ``articles.text[start:end] == text``, and the same in the raw page.

    ``text`` is null for spans whose characters the table does not repeat (sentences, blocks). ``raw`` says
    whether the table also has ``raw_start`` and ``raw_end``.
    """

    start: str = "start"
    end: str = "end"
    text: str | None = "text"
    raw: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """One published table, complete: everything that any derived artefact says of it comes from here."""

    name: str
    title: str
    description: str
    stage: str
    primary_key: tuple[str, ...]
    columns: tuple[Column, ...]
    foreign_keys: tuple[ForeignKey, ...] = ()
    rules: tuple[Rule, ...] = ()
    receipt: Receipt | None = None
    limits: str = ""

    def __post_init__(self) -> None:
        names = [column.name for column in self.columns]
        if repeated := {name for name in names if names.count(name) > 1}:
            raise ValueError(f"table {self.name}: columns described twice: {sorted(repeated)}")
        named = {*self.primary_key, *(name for key in self.foreign_keys for name in key.columns)}
        if missing := named - set(names):
            raise ValueError(f"table {self.name}: keys name columns that are not described: {sorted(missing)}")

    @property
    def column_names(self) -> list[str]:
        """Names of the columns in published order."""
        return [column.name for column in self.columns]

    def column(self, name: str) -> Column:
        """The description of one column; KeyError names the table when there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"table {self.name} has no column {name!r}; it has {', '.join(self.column_names)}")

    def polars_schema(self) -> pl.Schema:
        """The Polars schema of the table, columns in published order."""
        return pl.Schema({column.name: column.polars_type() for column in self.columns})

    def frame(self, rows: list[dict[str, object]]) -> pl.DataFrame:
        """Rows to a frame of this table's columns and types, defaults filled in, sorted by primary key; no rows, no problem.

        A key that the table does not describe is an error (Polars would drop it silently).
        """
        known = set(self.column_names)
        for row in rows:
            if strange := row.keys() - known:
                raise ValueError(f"table {self.name}: a row holds undescribed columns {sorted(strange)}")
        filled = [pl.col(column.name).fill_null(column.default) for column in self.columns if column.default is not None]
        return pl.DataFrame(rows, schema=self.polars_schema(), orient="row").with_columns(filled).sort(self.primary_key)
