"""Other names that an article gives those whom it has named in full: their surname, and an acronym in brackets."""

from __future__ import annotations

import re

from drawdown import ids
from drawdown.entities.article import Article, Row
from drawdown.entities.folding import fold

_BRACKETED = re.compile(r"[\"'”’]?\s?\([\"'“‘]?([A-Z][A-Za-z&.-]{1,9})[\"'”’]?\)")
"""Right behind a name: "the Free Harbour Party (FHP)"."""
_BODIES = frozenset({"organisation", "armed_group", "government", "media"})


def unknown_id(name: str, kind: str) -> str:
    """Id of an actor outside the registry: the same name and kind, the same id, on whichever page."""
    return ids.across("x", [_key(name), kind])


def _key(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", fold(name).lower()).strip()


def acronyms(rows: list[Row], article: Article) -> list[Row]:
    """Rows in which an acronym that stands in brackets behind a name is that name's, there and wherever it stands again."""
    owners: dict[str, Row] = {}
    for row in rows:
        found = _BRACKETED.match(article.text, row["end"]) if row["kind"] in _BODIES and row["entity_id"] else None
        if found is not None and _stands_for(found.group(1), row["text"]):
            owners.setdefault(found.group(1), row)
    if not owners:
        return rows
    taken = {offset for row in rows if row["text"] not in owners or row["method"] != "model" for offset in range(row["start"], row["end"])}
    kept = [row for row in rows if row["text"] not in owners or row["method"] != "model"]
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(re.escape(name) for name in sorted(owners, key=len, reverse=True)) + r")(?!\w)")
    for found in pattern.finditer(article.text):
        owner = owners[found.group()]
        if taken.isdisjoint(range(*found.span())) and (fresh := article.span("m", "mention_id", *found.span(), owner["kind"])):
            kept.append(fresh | link(owner["kind"], owner["entity_id"], None, "model", 0.7, f"acronym of {owner['text']!r}"))
    return sorted(kept, key=lambda row: row["start"])


def _stands_for(acronym: str, name: str) -> bool:
    """Whether the capitals of an acronym begin words of a name, in order, the first one its first word."""
    letters = [letter for letter in fold(acronym) if letter.isupper()]
    initials = [word[0].upper() for word in re.findall(r"[A-Za-z]+", fold(name))]
    if len(letters) < 2 or len(initials) < 2 or letters[0] != initials[0]:
        return False
    left = iter(initials)
    return all(letter in left for letter in letters)


def surnames(rows: list[Row], article: Article) -> list[Row]:
    """A surname alone means the person of that surname whom the article has named in full."""
    full: dict[str, Row] = {}
    text = fold(article.text)
    for row in rows:
        words = row["text"].split()
        loose = row["method"] == "model" and row["kind"] == "organisation" and _looks_like_a_person(words, text)
        if len(words) > 1 and (row["kind"] == "person" or loose):
            full.setdefault(fold(words[-1]), row)
    if not full:
        return rows
    linked = [_owned(row, full, article) for row in rows]
    pattern = re.compile(r"\b(?:" + "|".join(re.escape(name) for name in sorted(full)) + r")\b")
    hyphened = {at: found.span() for found in pattern.finditer(text) if "-" in found.group() for at in range(*found.span())}
    linked = [row for row in linked if row["method"] != "model" or not _cut(row, *hyphened.get(row["start"], (0, 0)))]
    taken = {offset for row in linked for offset in range(row["start"], row["end"])}
    for found in pattern.finditer(text):
        owner = full[found.group()]
        if taken.isdisjoint(range(*found.span())) and (fresh := article.span("m", "mention_id", *found.span(), "person")):
            linked.append(fresh | link("person", _person(owner), None, "model", 0.7, f"surname of {owner['text']}"))
    return sorted(linked, key=lambda row: row["start"])


def _cut(row: Row, start: int, end: int) -> bool:
    """Whether a mention is only a part of a surname with a hyphen: *Berg*-Olsen."""
    return bool(start <= row["start"] and row["end"] <= end and row["end"] - row["start"] < end - start)


def first_names(rows: list[Row], article: Article, titles: frozenset[str], families: frozenset[str]) -> list[Row]:
    """The first of somebody's names means the one person whom the article names in full with it: behind a title that goes with it (``titles``:
    *Haj*, *Prince*), or where it is a family's name that stands first (``families``: *Wang* Yi, *Kim* Yo Jong)."""
    full: dict[str, dict[str, Row]] = {}
    for row in rows:
        words = row["text"].split()
        if len(words) > 1 and row["kind"] == "person" and row["entity_id"]:
            full.setdefault(fold(words[0]), {}).setdefault(row["entity_id"], row)
    linked = []
    for row in rows:
        owners = full.get(fold(row["text"]), {}) if row["method"] == "model" and row["kind"] == "person" else {}
        title = article.text[max(0, row["start"] - 12) : row["start"]].rstrip(" ").rpartition(" ")[2].lower().rstrip(".")
        if len(owners) == 1 and (title in titles or row["text"].lower() in families):
            (owner,) = owners.values()
            row = row | link("person", owner["entity_id"], None, "model", 0.7, f"first name of {owner['text']}")
        linked.append(row)
    return linked


def _looks_like_a_person(words: list[str], text: str) -> bool:
    """Two capitalised words of which the second alone says or does something elsewhere: the model's guess was wrong."""
    if len(words) != 2 or not all(word.isalpha() and word.istitle() for word in words):
        return False
    return bool(
        re.search(rf"(?<!{re.escape(fold(words[0]))} )\b{re.escape(fold(words[1]))}\b,? (?:said|told|asked|argued|added|warned)\b", text)
    )


def _person(owner: Row) -> str:
    """Entity of the person whose full name a row holds."""
    return str(owner["entity_id"]) if owner["kind"] == "person" else unknown_id(owner["text"], "person")


def _owned(row: Row, full: dict[str, Row], article: Article) -> Row:
    """A row of the model under the person whose surname it is; itself otherwise."""
    owner = full.get(fold(row["text"].split()[-1]))
    if (
        owner is None
        or row["method"] != "model"
        or (row is owner and row["kind"] == "person")
        or (row is not owner and len(row["text"].split()) > 1)
    ):
        return row
    fresh = article.span("m", "mention_id", row["start"], row["end"], "person")
    return fresh | link("person", _person(owner), None, "model", 0.7, f"surname of {owner['text']}") if fresh else row


def link(kind: str, entity: str | None, place: str | None, method: str, score: float, reason: str) -> Row:
    """The columns of a mention that say what it is linked to, and why."""
    return {"kind": kind, "entity_id": entity, "place_id": place, "method": method, "score": score, "reason": reason}
