"""Roles that speak before the page names who that is: "A harbour official said ... Pavel Dolny added ..."."""

from __future__ import annotations

from drawdown.entities.quotes.speakers import Speaker, Speakers


def found(speakers: Speakers) -> dict[str, str]:
    """Mentions of roles without entity, by id, with the person whom the page names next as speaking and had not named before."""
    rows = {row["mention_id"]: row for row in speakers.mentions}
    open_roles: list[Speaker] = []
    told: dict[str, str] = {}
    for one in sorted(speakers.spoken, key=lambda speaker: speaker.start):
        if one.role is not None and one.entity_id is None:
            open_roles.append(one)
            continue
        name = rows.get(one.mention_id or "")
        if name is None or name["kind"] != "person" or name.get("method") in ("nominal", "pronoun") or not name["entity_id"]:
            continue
        for before in reversed(open_roles):
            if before.role is not None and _same(before, open_roles[-1]) and speakers.described.introduces(before.role, one.start, name):
                told[before.role.mention["mention_id"]] = name["entity_id"]
        open_roles = []
    return told


def _same(one: Speaker, other: Speaker) -> bool:
    return one.role is not None and other.role is not None and one.role.noun() == other.role.noun()
