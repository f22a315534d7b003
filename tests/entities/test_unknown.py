"""What the registry lacks: the commonest actors first, with the lines to add."""

from __future__ import annotations

import polars as pl

from drawdown.entities.unknown import unknown_actors

ENTITIES = pl.DataFrame(
    [
        ("x_1", "Ruth Ostrow", "person", "HRV", None, False, 2, 1),
        ("x_2", "Harbour Bank, Ltd", "organisation", None, "BUS", False, 5, 2),
        ("x_3", "Old Town", "place", None, None, False, 9, 3),
        ("iraq", "Iraq", "state", "IRQ", "GOV", True, 9, 3),
    ],
    schema=["entity_id", "name", "kind", "country", "sector", "in_registry", "mentions", "articles"],
    orient="row",
)


def test_the_commonest_actors_come_first_and_places_not_at_all() -> None:
    assert unknown_actors(ENTITIES)["entity_id"].to_list() == ["x_2", "x_1"]
    assert unknown_actors(ENTITIES, 1)["entity_id"].to_list() == ["x_2"]
    assert unknown_actors(ENTITIES, 0).height == 2


def test_the_lines_to_add_have_the_columns_of_the_registry() -> None:
    bank, person = unknown_actors(ENTITIES).select("actors_csv", "names_csv").rows()
    assert bank == ('harbour_bank_ltd,"Harbour Bank, Ltd",organisation,,BUS,,,', '"Harbour Bank, Ltd",harbour_bank_ltd,en,name')
    assert person[0] == "ruth_ostrow,Ruth Ostrow,person,HRV,,,,"
    assert person[1] == "Ruth Ostrow,ruth_ostrow,en,name"
