"""Data Package (version 2) with Table Schema, derived from the registry."""

from __future__ import annotations

from typing import Any

from drawdown.registry import Column, Table
from drawdown.release.facts import Dataset

_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


def describe(dataset: Dataset, tables: list[Table], files: dict[str, dict[str, Any]], publishers: list[str]) -> dict[str, Any]:
    """The descriptor; ``files`` gives path, bytes and sha256 of each table's file, ``publishers`` are those of the pages."""
    return {
        "$schema": _PROFILE,
        "name": dataset.name,
        "title": dataset.title,
        "description": dataset.description,
        "version": dataset.version,
        "created": f"{dataset.released}T00:00:00Z",
        "keywords": dataset.keywords,
        "contributors": [{"title": creator, "roles": ["author"]} for creator in dataset.creators],
        "licenses": list(dataset.licences.values()),
        "sources": [{"title": publisher} for publisher in publishers],
        "resources": [_resource(table, files[table.name]) for table in tables],
    }


def _resource(table: Table, file: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": table.name,
        "title": table.title,
        "description": table.description,
        "path": file["path"],
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "bytes": file["bytes"],
        "hash": f"sha256:{file['sha256']}",
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "primaryKey": list(table.primary_key),
            "foreignKeys": [
                {"fields": list(key.columns), "reference": {"resource": key.table, "fields": list(key.references)}}
                for key in table.foreign_keys
            ],
            "missingValues": [""],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if not column.nullable:
        constraints["required"] = True
    if column.vocabulary is not None:
        constraints["enum"] = list(column.vocabulary)
    for name in ("pattern", "minimum", "maximum"):
        if (value := getattr(column, name)) is not None:
            constraints[name] = value
    field: dict[str, Any] = {"name": column.name, "type": column.type, "description": column.description}
    field |= {"constraints": constraints} if constraints else {}
    field |= {"unit": column.unit} if column.unit else {}
    return field | ({"example": column.example} if column.example is not None else {})
