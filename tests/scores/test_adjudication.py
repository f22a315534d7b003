"""The gold is what two annotators agree on and what was decided between them: nothing else, nothing undecided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from drawdown import knowledge
from drawdown.schemas.gold import GOLD
from drawdown.schemas.reference.places_own import TABLE as PLACES_OWN
from drawdown.schemas.reference.states import TABLE as STATES
from drawdown.scores.matching import Row, exact, half, match, same_end, same_trigger

DATA = Path(__file__).parents[2] / "data"
FOLDER = DATA / "gold"
PLACE = ("path", "raw_start", "raw_end", "text")
PRESENT, ABSENT = "present", "absent"

Pair = tuple[Row | None, Row | None]
Decisions = dict[tuple[object, ...], Row]


def same_subject(a: Row, b: Row) -> float:
    """Fit of two conflicts: the same two mentions and the same field."""
    return float(all(a[column] == b[column] for column in ("raw_start", "path_b", "raw_start_b", "field")))


FITS: dict[str, Callable[[Row, Row], float]] = {
    "conflicts": same_subject,
    "event_mentions": same_trigger,
    "event_places": exact,
    "labels": same_end,
    "mentions": same_end,
    "quotes": half,
    "time_expressions": half,
}
NAMED_BY = {"event_mentions": "event_key", "labels": "target"}
"""Columns in which each annotator has names of his own for happenings."""


def pairs(a: Sequence[Row], b: Sequence[Row], fit: Callable[[Row, Row], float]) -> list[Pair]:
    """Rows of A with their partners of B, then the rows that only B has."""
    partner = dict(match(a, b, fit))
    alone = sorted(set(range(len(b))) - set(partner.values()))
    return [*((row, b[partner[i]] if i in partner else None) for i, row in enumerate(a)), *((None, b[j]) for j in alone)]


def renamed(name: str, a: Sequence[Row], b: Sequence[Row]) -> list[Row]:
    """Rows of B with the names of A for the same happenings, one for one, so that only real differences are left."""
    column, entities = NAMED_BY[name], {row["entity_id"] for side in "ab" for row in rows("mentions", FOLDER / f"annotator_{side}")}
    votes = Counter((x[column], y[column]) for x, y in pairs(a, b, FITS[name]) if x and y)
    names: dict[str, str] = {}
    for (of_a, of_b), _ in votes.most_common():
        if of_b not in names and of_a not in names.values() and not {of_a, of_b} & entities:
            names[of_b] = of_a
    return [row | {column: names.get(row[column], row[column])} for row in b]


def value(row: Row, field: str) -> str | None:
    """A field as the decisions write it; `span` is where the row stands."""
    if field == "span":
        return f"{row['raw_start']}:{row['raw_end']}"
    found = row[field]
    return found if found is None else str(found).lower() if isinstance(found, bool) else str(found)


def place(pair: Pair) -> Row:
    """The row that tells where a decision stands: A's, or B's if A has none."""
    row = pair[0] or pair[1]
    assert row is not None
    return row


def differences(pair: Pair, fields: Sequence[str]) -> Iterator[tuple[str, str | None, str | None]]:
    """Field, value of A, value of B, wherever two passes differ."""
    a, b = pair
    if a is None or b is None:
        yield "row", PRESENT if a else ABSENT, PRESENT if b else ABSENT
    else:
        yield from ((field, value(a, field), value(b, field)) for field in fields if value(a, field) != value(b, field))


def settled(pair: Pair, fields: Sequence[str], decided: Decisions, page: str) -> Row | None:
    """The row of the gold that a pair and its decisions give; none if it was decided away."""
    row = place(pair)
    key = (row["path"], row["raw_start"], row["raw_end"])
    if (*key, "row") in decided and decided[(*key, "row")]["value"] == ABSENT:
        return None
    result = {field: decided[(*key, field)]["value"] if (*key, field) in decided else value(row, field) for field in fields}
    start, end = map(int, str(result.pop("span")).split(":"))
    return {"path": row["path"], "raw_start": str(start), "raw_end": str(end), "text": page[start:end]} | result


def rows(name: str, folder: Path = FOLDER) -> list[Row]:
    """Rows of a table; a conflict stands where its first side does."""
    frame = knowledge.read(GOLD[name], folder)
    if name != "conflicts":
        return frame.to_dicts()
    placed = frame.rename({f"{column}_a": column for column in PLACE[:3]}).to_dicts()
    return [row | {"text": page(row["path"])[row["raw_start"] : row["raw_end"]]} for row in placed]


def fields(name: str) -> tuple[str, ...]:
    columns = (column.name for column in GOLD[name].columns)
    return ("span", *(column for column in columns if column.removesuffix("_a") not in PLACE))


def passes(name: str) -> list[Pair]:
    a, b = (rows(name, FOLDER / f"annotator_{side}") for side in "ab")
    return pairs(a, renamed(name, a, b) if name in NAMED_BY else b, FITS[name])


def decisions(name: str) -> Decisions:
    return {(r["path"], r["raw_start"], r["raw_end"], r["field"]): r for r in rows("adjudication") if r["table"] == name}


def page(path: str) -> str:
    return (DATA / "raw" / path).read_bytes().decode("utf-8")


@pytest.mark.parametrize("name", FITS)
def test_every_difference_is_decided_and_nothing_else_but_plain_errors(name: str) -> None:
    found = {
        (place(pair)["path"], place(pair)["raw_start"], place(pair)["raw_end"], field): (a, b)
        for pair in passes(name)
        for field, a, b in differences(pair, fields(name))
    }
    decided = {key: (row["value_a"], row["value_b"]) for key, row in decisions(name).items()}
    corrections = {key for key, row in decisions(name).items() if row["value_a"] == row["value_b"] != row["value"]}
    assert {key: sides for key, sides in decided.items() if key not in corrections} == found


@pytest.mark.parametrize("name", FITS)
def test_the_gold_is_what_the_passes_and_the_decisions_give(name: str) -> None:
    expected = [settled(pair, fields(name), decisions(name), page(place(pair)["path"])) for pair in passes(name)]
    gold = [{field: value(row, field) if field not in PLACE else str(row[field]) for field in row} for row in rows(name)]
    assert sorted(gold, key=str) == sorted((row for row in expected if row), key=str)


@pytest.mark.parametrize("name", FITS)
def test_decisions_and_gold_quote_their_page(name: str) -> None:
    for row in [*decisions(name).values(), *rows(name)]:
        assert page(row["path"])[row["raw_start"] : row["raw_end"]] == row["text"]


def test_places_are_those_of_annotated_event_mentions() -> None:
    mentions, places = ({tuple(row[column] for column in PLACE) for row in rows(name)} for name in ("event_mentions", "event_places"))
    assert places
    assert places <= mentions


def test_places_of_events_have_the_ids_and_countries_of_the_gazetteers() -> None:
    known = {row["place_id"]: row["country"] for row in knowledge.read(PLACES_OWN, DATA / "reference").to_dicts()}
    known |= {row["entity_id"]: row["country"] for row in knowledge.read(STATES, DATA / "reference").to_dicts()}
    told = {row["place_id"]: row["country"] for row in rows("event_places")}
    assert told == {key: known.get(key) for key in told}
