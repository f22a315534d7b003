"""What must hold between the tables of the registry; what does not stops the build, with the row and what to mend."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import polars as pl

from drawdown import contracts
from drawdown.contracts import relations
from drawdown.errors import ContractError, KnowledgeError


def require(modules: Iterable[ModuleType], frames: dict[str, pl.DataFrame], folder: Path) -> None:
    """Keys point somewhere, parents make no circle, a name stands for one actor, terms do not overlap."""
    failures = [failure for module in modules for failure in relations.foreign_keys(module.TABLE, frames)]
    try:
        contracts.refuse(failures, str(folder))
    except ContractError as error:
        raise KnowledgeError(error.problem, remedy="add the row that is pointed to, or mend the key") from error
    known = set(frames["actors"]["entity_id"]) | set(frames["states"]["entity_id"])
    if lost := sorted(set(frames["actor_parents"]["parent_id"]) - known):
        raise KnowledgeError(
            f"{folder}/actor_parents.csv: unknown parents: {', '.join(lost)}", remedy="add them to actors.csv, or mend the id"
        )
    _no_circle(dict(frames["actor_parents"].select("entity_id", "parent_id").iter_rows()), folder)
    _one_actor_per_name(frames["names"], folder)
    _no_overlap(frames["offices"], folder)


def _no_circle(parents: dict[str, str], folder: Path) -> None:
    for actor in sorted(parents):
        seen = [actor]
        while (above := parents.get(seen[-1])) is not None:
            if above in seen:
                path = " -> ".join([*seen, above])
                raise KnowledgeError(f"{folder}/actor_parents.csv: parents go in a circle: {path}", remedy="remove one of the rows")
            seen.append(above)


def _one_actor_per_name(listed: pl.DataFrame, folder: Path) -> None:
    owners = listed.group_by("name").agg(pl.col("entity_id").unique().sort()).filter(pl.col("entity_id").list.len() > 1).sort("name")
    if owners.height:
        name, ids = owners.row(0)
        raise KnowledgeError(f"{folder}/names.csv: {name!r} names {' and '.join(ids)}", remedy="keep it for one actor, or write it out")


def _no_overlap(listed: pl.DataFrame, folder: Path) -> None:
    terms: dict[tuple[str, str | None], list[tuple[date, date | None, str]]] = {}
    for row in listed.to_dicts():
        terms.setdefault((row["office"], row["country"]), []).append((row["valid_from"], row["valid_to"], row["entity_id"]))
    for (office, country), held in sorted(terms.items(), key=str):
        ordered = sorted(held, key=lambda term: term[0])
        for (_, ended, before), (began, _, after) in pairwise(ordered):
            if ended is None or began < ended:
                raise KnowledgeError(
                    f"{folder}/offices.csv: the terms of {before} and {after} as {office} of {country} overlap",
                    remedy="mend valid_from or valid_to of one of them",
                )
