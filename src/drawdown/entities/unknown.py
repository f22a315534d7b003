"""What to add to the registry next: the actors that the corpus names most and the registry lacks."""

from __future__ import annotations

import re

import polars as pl

from drawdown.entities.folding import fold


def unknown_actors(entities: pl.DataFrame, most: int = 50) -> pl.DataFrame:
    """The most frequent actors that the registry lacks, the commonest first; places and nationalities left out.

    ``entities`` is the published table. Columns: ``name``, ``kind``, ``mentions``, ``articles``, ``entity_id``, and the rows
    to complete and add to the registry: ``actors_csv`` (country and sector as the pages say them, to be checked; gender, Wikidata
    item and source are left to fill in) and ``names_csv`` (add one for every spelling). Zero for ``most`` keeps all.
    """
    lacking = entities.filter(~pl.col("in_registry") & ~pl.col("kind").is_in(["place", "facility", "nationality", "state", "event"]))
    ranked = lacking.sort(["mentions", "articles", "entity_id"], descending=[True, True, False])
    chosen = ranked.head(most) if most else ranked
    rows = [_rows_to_add(*told) for told in chosen.select("name", "kind", "country", "sector").iter_rows()]
    added = pl.DataFrame(rows, schema={"actors_csv": pl.String, "names_csv": pl.String}, orient="row")
    return pl.concat([chosen.select("name", "kind", "mentions", "articles", "entity_id"), added], how="horizontal")


def _rows_to_add(name: str, kind: str, country: str | None, sector: str | None) -> tuple[str, str]:
    """Lines for actors.csv and names.csv, quoted where a name holds a comma."""
    key = "_".join(re.findall(r"[a-z0-9]+", fold(name).lower().replace("'", "")))
    cell = f'"{name}"' if "," in name else name
    return f"{key},{cell},{kind},{country or ''},{sector or ''},,,", f"{cell},{key},en,name"
