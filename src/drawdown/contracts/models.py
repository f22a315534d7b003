"""Pandera models, derived from the registry, and the one function that applies them to a frame.

pandera.polars checks only names and types of a LazyFrame, so frames are eager and the depth is set here;
a canary for every kind of rule goes through :func:`failures` in the tests.
"""

from __future__ import annotations

import json
from functools import cache

import pandera.polars as pa
import polars as pl
from pandera.config import ValidationDepth, config_context
from pandera.errors import SchemaErrorReason, SchemaErrors

from drawdown.contracts import quick
from drawdown.contracts.failures import Failure
from drawdown.registry import Column, Rule, Table


@cache
def model(table: Table) -> pa.DataFrameSchema:
    """The Pandera model of a table: columns strict and in order, every rule a named check."""
    return pa.DataFrameSchema(
        columns={column.name: _column(column) for column in table.columns},
        checks=[_check(rule) for rule in table.rules],
        name=table.name,
        title=table.title,
        description=table.description,
        strict=True,
        ordered=True,
        unique=list(table.primary_key),
    )


@cache
def outline(table: Table) -> pa.DataFrameSchema:
    """The same contract with all values, rules and keys in one check: it tells whether a frame of the right shape (:func:`shape`) keeps it,
    quickly, but not what is broken.
    """
    sound = pa.Check(lambda data: bool(data.lazyframe.select(quick.sound(table)).collect().item()), name="contract")
    return pa.DataFrameSchema(checks=[sound], name=table.name)


def failures(table: Table, frame: pl.DataFrame) -> list[Failure]:
    """Every breach of a table's contract by a frame: shape first, then types, values, rules and keys."""
    if not isinstance(frame, pl.DataFrame):
        raise TypeError(f"contracts hold for eager Polars frames, not {type(frame).__name__}")
    misshapen = shape(table, frame.schema)
    if misshapen:
        return misshapen
    if breaches(outline(table), frame) is None:
        return []
    errors = breaches(model(table), frame)
    return [] if errors is None else _collect(table, frame, errors)


def breaches(schema: pa.DataFrameSchema, frame: pl.DataFrame) -> SchemaErrors | None:
    """What a Pandera model finds wrong with a frame; None for a frame that keeps it."""
    try:
        with config_context(validation_enabled=True, validation_depth=ValidationDepth.SCHEMA_AND_DATA):
            schema.validate(frame, lazy=True)
    except SchemaErrors as errors:
        return errors
    return None


def shape(table: Table, found_schema: pl.Schema) -> list[Failure]:
    """Breaches in names, order and types of columns: where these are wrong the values cannot be checked."""
    expected = table.polars_schema()
    columns = found_schema.names()
    found = [Failure(table.name, "column_missing", name) for name in expected.names() if name not in columns]
    found += [Failure(table.name, "column_unknown", name) for name in columns if name not in expected]
    if not found and columns != expected.names():
        found.append(Failure(table.name, "column_order", value=", ".join(columns)))
    found += [
        Failure(table.name, "column_type", name, value=f"{found_schema[name]} instead of {dtype}")
        for name, dtype in expected.items()
        if name in columns and found_schema[name] != dtype
    ]
    return found


def _column(column: Column) -> pa.Column:
    checks = []
    if column.vocabulary is not None:
        checks.append(pa.Check.isin(list(column.vocabulary), name="vocabulary", error="vocabulary"))
    if column.pattern is not None:
        checks.append(pa.Check.str_matches(column.pattern, name="pattern", error="pattern"))
    if column.minimum is not None:
        checks.append(pa.Check.ge(column.minimum, name="minimum", error="minimum"))
    if column.maximum is not None:
        checks.append(pa.Check.le(column.maximum, name="maximum", error="maximum"))
    return pa.Column(column.polars_type, checks=checks, nullable=column.nullable, title=column.name, description=column.description)


def _check(rule: Rule) -> pa.Check:
    return pa.Check(lambda data: data.lazyframe.select(rule.expression.fill_null(True)), name=rule.name, error=rule.name)


def _collect(table: Table, frame: pl.DataFrame, errors: SchemaErrors) -> list[Failure]:
    """Pandera's report in our words, each failure with the primary key of its row."""
    found = []
    for error in errors.schema_errors:
        column = error.schema.name if isinstance(error.schema, pa.Column) else ""
        if error.reason_code is SchemaErrorReason.DUPLICATES:
            repeated = frame.filter(frame.select(table.primary_key).is_duplicated())
            found += [Failure(table.name, "primary_key", ", ".join(table.primary_key), key) for key in sorted(set(_keys(table, repeated)))]
            continue
        if error.reason_code is SchemaErrorReason.SERIES_CONTAINS_NULLS:
            empty = frame.filter(pl.col(column).is_null())
            found += [Failure(table.name, "not_null", column, key, "null") for key in _keys(table, empty)]
            continue
        rule = str(getattr(error.check, "name", None) or error.reason_code.name.lower())
        rows = _failing_rows(frame, error)
        if rows is None:
            found.append(Failure(table.name, rule, column, value=str(error)))
            continue
        for key, row in zip(_keys(table, rows), rows.iter_rows(named=True), strict=True):
            found.append(Failure(table.name, rule, column, key, repr(row[column]) if column else _brief(row)))
    return found


def _failing_rows(frame: pl.DataFrame, error: object) -> pl.DataFrame | None:
    output = getattr(error, "check_output", None)
    if output is None:
        return None
    passed = output.collect() if isinstance(output, pl.LazyFrame) else output
    mask = passed.to_series(passed.get_column_index("check_output") if "check_output" in passed.columns else 0)
    return frame.filter(~mask.fill_null(True)) if mask.len() == frame.height else None


def _keys(table: Table, rows: pl.DataFrame) -> list[str]:
    return ["/".join("null" if value is None else str(value) for value in row) for row in rows.select(table.primary_key).iter_rows()]


def _brief(row: dict[str, object]) -> str:
    """A row for an error message: long texts cut."""
    cut = {name: f"{value[:40]}..." if isinstance(value, str) and len(value) > 43 else value for name, value in row.items()}
    return json.dumps({name: value for name, value in cut.items() if value is not None}, ensure_ascii=False, default=str)
