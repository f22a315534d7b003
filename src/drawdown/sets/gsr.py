"""PLOVER gold standard records: the coder's event mentions against the events that people coded in the same texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from drawdown.event_mentions import lexicon
from drawdown.layout import bundled_reference
from drawdown.params import Params
from drawdown.parses import pipeline
from drawdown.schemas import vocabularies
from drawdown.scores import matching, measures
from drawdown.scores.measures import Outcome
from drawdown.sets import coding, pair
from drawdown.sets import figures as measured
from drawdown.sets.figures import Figures
from drawdown.sets.gsr_records import Actor, Event, read

__all__ = ["figures", "read"]

Row = dict[str, Any]
Pair = tuple[Row, Row]
NONE = "no event"


@dataclass(frozen=True, slots=True)
class Told:
    """What the coder tells of the texts: event mentions with their participants by role."""

    events: list[Row]
    places: dict[str, Row]


def figures(records: Sequence[Event]) -> Figures:
    """Type, mode, actors, place and victims of each event, and its type where actors or trigger are given.

    Events of a type that PLOVER does not have count in the first line alone.
    """
    known = [one for one in records if one.event_type]
    keys = {text: str(at) for at, text in enumerate(dict.fromkeys((one.text, one.day) for one in known))}
    gold = [{"path": keys[one.text, one.day], "raw_start": at, "event": one} for at, one in enumerate(known)]
    told = _told(list(keys))
    pairs = [(gold[g], told.events[f]) for g, f in matching.match(gold, told.events, _fit)]
    return {
        "type is of the ontology": measured.share([one.event_type is not None for one in records]),
        "event type": measured.f1(_found(gold, told.events, pairs)),
        **_by_type(gold, told.events, pairs),
        **_fields(pairs, told.places),
        **_given(known, gold, told.events),
    }


def _told(texts: list[tuple[str, str | None]]) -> Told:
    coded, words = coding.code([coding.Text(text, day) for text, day in texts]), lexicon.read(bundled_reference())
    events = []
    for at, (rows, people) in enumerate(zip(coded.rows("event_mentions"), coded.rows("participants"), strict=True)):
        roles: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for row in people:
            roles[row["event_mention_id"], row["role"]].append(row)
        for row in rows:
            parts = {role: roles[row["event_mention_id"], role] for role in ("actor", "recipient", "location")}
            events.append({**strict(row, words), **parts, "path": str(at)})
    return Told(events, coded.by_key("places"))


def strict(row: Row, words: lexicon.Lexicon) -> Row:
    """A mention in PLOVER's own reading, which has no realis: a visit to come is AGREE, one that is denied REJECT."""
    operator = {"planned": "future", "negated": "negated"}.get(row["realis"])
    made = words.compose(operator, row["event_type"], row["mode"]) if operator else None
    return {**row, "event_type": made.event_type, "mode": made.mode} if made else row


def _fit(gold: Row, told: Row) -> float:
    """How well a mention fits an event: nothing but the same type will do; trigger, mode and actors choose among several."""
    event: Event = gold["event"]
    if told["event_type"] != event.event_type:
        return 0.0
    near = any(_overlaps(told, span) for span in event.spans["EVT"])
    actors = len(_countries(told["actor"]) & _all(event.actors, "countries")) > 0
    return 1.0 + 2.0 * near + float(event.mode == told["mode"]) + 0.5 * actors


def _found(gold: Sequence[Row], told: Sequence[Row], pairs: Sequence[Pair]) -> Iterable[Outcome]:
    matched, used = {one["raw_start"] for one, _ in pairs}, {row["event_mention_id"] for _, row in pairs}
    for one in gold:
        yield Outcome((one["path"], 0), tp=one["raw_start"] in matched, fn=one["raw_start"] not in matched)
    for row in told:
        if row["event_mention_id"] not in used:
            yield Outcome((row["path"], 0), fp=1)


def _by_type(gold: Sequence[Row], told: Sequence[Row], pairs: Sequence[Pair]) -> Figures:
    found = {}
    for kind in sorted({one["event"].event_type for one in gold}):
        sides = [one for one in gold if one["event"].event_type == kind], [row for row in told if row["event_type"] == kind]
        found[f"event type {kind}"] = measured.f1(_found(*sides, [both for both in pairs if both[1]["event_type"] == kind]))
    return found


def _fields(pairs: Sequence[Pair], places: dict[str, Row]) -> Figures:
    """What stands beside a type that was found, each where the set gives it."""
    sides = (("actor", "actors"), ("recipient", "recipients"))
    found = {"mode": measured.accuracy(_judged(pairs, lambda one: one.mode, lambda row: row["mode"]))}
    for role, side in sides:
        for field, codes in (("countries", _countries), ("sectors", _sectors)):
            with_code = [(one, row) for one, row in pairs if _all(getattr(one["event"], side), field)]
            compared = (((one["path"], 0), _all(getattr(one["event"], side), field), codes(row[role])) for one, row in with_code)
            found[f"{field} of {role}s"] = measured.f1(measures.sets(compared))
    located = [(one, row) for one, row in pairs if one["event"].location]
    found["location"] = measured.accuracy(
        measures.judge(((one["path"], 0), True, _same_place(one["event"].location, row, places)) for one, row in located)
    )
    found["deaths"] = measured.accuracy(_judged(pairs, lambda one: one.deaths, lambda row: row["deaths_best"] or 0))
    found["injured"] = measured.accuracy(_judged(pairs, lambda one: one.injured, lambda row: row["injured_best"] or 0))
    return found


def _judged(pairs: Sequence[Pair], gold: Callable[[Event], object], told: Callable[[Row], object]) -> Iterable[Outcome]:
    known = ((one, gold(one["event"]), row) for one, row in pairs)
    return measures.judge(((one["path"], 0), wanted, told(row)) for one, wanted, row in known if wanted is not None)


def _given(known: Sequence[Event], gold: Sequence[Row], told: Sequence[Row]) -> Figures:
    """The type where actors, or the trigger, are given and found in the text."""
    nlp, words = pipeline.load(Params().parses.model), lexicon.read(bundled_reference())
    paired = [one for one in known if one.spans["SRC"] and one.spans["TAR"]]
    best = [pair.code(pipeline.parse(nlp, one.text), one.spans["SRC"][0], one.spans["TAR"][0], words) for one in paired]
    of_pairs = [str(one.event_type) for one in paired], [one.event_type or NONE for one in best]
    by_text: dict[str, list[Row]] = defaultdict(list)
    for row in told:
        by_text[row["path"]].append(row)
    marked = [one for one in gold if one["event"].spans["EVT"]]
    at = [[row for row in by_text[one["path"]] if any(_overlaps(row, span) for span in one["event"].spans["EVT"])] for one in marked]
    of_triggers = [one["event"].event_type for one in marked], [rows[0]["event_type"] if rows else NONE for rows in at]
    sides = {"actors": of_pairs, "trigger": of_triggers}
    return {
        **{f"type, given the {what}": measured.share([a == b for a, b in zip(*side, strict=True)]) for what, side in sides.items()},
        **{f"type, given the {what}, mean of types": measured.macro_f1(*side) for what, side in sides.items()},
    }


def _same_place(name: str, row: Row, places: dict[str, Row]) -> bool:
    """Whether a place that the coder names is in the set's name of the place ("Delhi" in "New Delhi, India"), or the other way round."""
    place = places.get(row["place_id"] or "", {})
    told = [part["text"] for part in row["location"]] + [place[key] for key in ("name", "country") if place.get(key)]
    wanted = name.casefold()
    return any(one.casefold() in wanted or wanted in one.casefold() for one in told)


def _overlaps(row: Row, span: tuple[int, int]) -> bool:
    return bool(row["start"] < span[1] and span[0] < row["end"])


def _countries(parts: Sequence[Row]) -> set[str]:
    """Countries of participants; of one without, the code of an international actor."""
    international = vocabularies.ontology()["international_codes"]
    return {row["country"] or row["sector"] for row in parts if row["country"] or row["sector"] in international}


def _sectors(parts: Sequence[Row]) -> set[str]:
    return {row["sector"] for row in parts if row["sector"]}


def _all(actors: Iterable[Actor], field: str) -> set[str]:
    return {code for one in actors for code in getattr(one, field)}
