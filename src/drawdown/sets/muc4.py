"""MUC-4: terrorist incidents in stories from Latin America, most of which report none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from drawdown import knowledge
from drawdown.layout import bundled_reference
from drawdown.schemas.reference import muc_incidents
from drawdown.scores.measures import Outcome
from drawdown.sets import coding
from drawdown.sets import figures as measured
from drawdown.sets.coding import Act, Row
from drawdown.sets.figures import Figures
from drawdown.sets.muc4_records import Incident, Story, read

__all__ = ["figures", "read"]

ARMED = {"MIL", "REB", "PRM", "UAF", "COP"}
DONE, TO_COME = {"asserted", "alleged"}, {"threatened", "planned", "conditional"}
"""Realis of acts that the set counts as accomplished or attempted, and as threatened. Background (``historical``) is no news to it."""
FACTS = ("REPORTED AS FACT", "CLAIMED OR ADMITTED")


@dataclass(frozen=True, slots=True)
class Told:
    """An incident that the coder tells: its type, whether it is still to come, and whether the text vouches for who did it (None: nobody is named)."""

    incident: str
    to_come: bool
    vouched: bool | None


def figures(records: list[Story]) -> Figures:
    """Incident types a story (F1), whether there is any at all, and of each that is found, stage of execution and what is said of the perpetrator.

    As in the set, acts between armed forces and background are no incidents; an incident that its key calls optional is neither missed nor false.
    """
    told = _told(records)
    required = [[one for one in story.incidents if not one.optional] for story in records]
    kinds = sorted({kind for one in required for incident in one for kind in incident.types})
    found = [(one, _match(one, given)) for story, given in zip(records, told, strict=True) for one in story.incidents]
    staged = [(one.stage == "THREATENED", given.to_come) for one, given in found if given and one.stage]
    vouched = [(one.confidence in FACTS, given.vouched) for one, given in found if given and one.confidence and given.vouched is not None]
    return {
        "incident types of a story": measured.f1(_outcomes(records, told)),
        **{f"incident {kind}": measured.f1(_outcomes(records, told, kind)) for kind in kinds},
        "stories with an incident where one is told": measured.share(
            [bool(given) for one, given in zip(required, told, strict=True) if one]
        ),
        "stories without an incident where none is told": measured.share(
            [not given for story, given in zip(records, told, strict=True) if not story.incidents]
        ),
        "threatened or carried out": measured.share([one == other for one, other in staged]),
        "perpetrator named as fact or as suspect": measured.share([one == other for one, other in vouched]),
    }


def incidents(events: Sequence[Row], participants: Sequence[Row], types: Mapping[Act, str]) -> list[Told]:
    """The incidents in the coder's rows of one story: acts told as done, and what threats are about."""
    roles: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in participants:
        roles[row["event_mention_id"], row["role"]].append(row)
    told = []
    for row in events:
        actors, victims = (roles[row["event_mention_id"], role] for role in ("actor", "recipient"))
        vouched = row["realis"] == "asserted" if actors else None
        kind, threat = _type(row, "event", types), _type(row, "content", types)
        if kind and row["realis"] in DONE | TO_COME and not (victims and all(one["sector"] in ARMED for one in victims)):
            told.append(Told(kind, row["realis"] in TO_COME, vouched))
        elif threat and row["content_realis"] in TO_COME and row["event_type"] == "THREATEN":
            told.append(Told(threat, True, vouched))
    return told


def _told(records: Sequence[Story]) -> list[list[Told]]:
    rows = knowledge.read(muc_incidents.TABLE, bundled_reference()).iter_rows(named=True)
    types = {(row["event_type"], row["mode"]): row["incident"] for row in rows}
    coded = coding.code([coding.Text(one.text, one.day) for one in records])
    both = zip(coded.rows("event_mentions"), coded.rows("participants"), strict=True)
    return [incidents(events, people, types) for events, people in both]


def _type(row: Row, side: str, types: Mapping[Act, str]) -> str | None:
    kind, mode = row[f"{side}_type"], row["mode" if side == "event" else "content_mode"]
    return types.get((kind, mode)) or types.get((kind, None))


def _outcomes(records: Sequence[Story], told: Sequence[Sequence[Told]], kind: str | None = None) -> Iterable[Outcome]:
    """Hits, misses and false ones a story, of one incident type or of all; two templates of one type are one."""
    for at, (story, given) in enumerate(zip(records, told, strict=True)):
        found = {one.incident for one in given if kind in {None, one.incident}}
        wanted = {one.types for one in story.incidents if not one.optional and (kind is None or kind in one.types)}
        hits = [types for types in wanted if types & {one.incident for one in given}]
        allowed = {name for one in story.incidents for name in one.types}
        yield Outcome((story.story_id, at), tp=len(hits), fn=len(wanted) - len(hits), fp=len(found - allowed))


def _match(incident: Incident, told: Sequence[Told]) -> Told | None:
    """The incident told that has the template's type, of the same stage before others."""
    same = [one for one in told if one.incident in incident.types]
    return min(same, key=lambda one: (one.to_come != (incident.stage == "THREATENED"), one.vouched is None), default=None)
