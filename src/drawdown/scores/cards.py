"""What is compared, table by table. Each function takes gold and found rows and gives named measures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from drawdown.scores import matching
from drawdown.scores.matching import Row
from drawdown.scores.measures import Cluster, Outcome, accuracy, judge, prf, sets

Measures = dict[str, dict[str, Any]]
Where = Callable[[Row], Cluster]


def _outcomes(gold: Sequence[Row], found: Sequence[Row], pairs: Iterable[tuple[int, int]], where: Where) -> list[Outcome]:
    hit_gold, hit_found = {g for g, _ in pairs}, {f for _, f in pairs}
    return [
        *(Outcome(where(row), tp=1) if index in hit_gold else Outcome(where(row), fn=1) for index, row in enumerate(gold)),
        *(Outcome(where(row), fp=1) for index, row in enumerate(found) if index not in hit_found),
    ]


def blocks(gold: Sequence[Row], found: Sequence[Row], pages: dict[str, str], where: Where) -> Measures:
    """Role of each printed character of a page; and the running text (body) alone."""
    right, body = [], []
    for path, page in pages.items():
        expected, actual = _roles(gold, path, len(page)), _roles(found, path, len(page))
        for at, character in enumerate(page):
            if character.isspace():
                continue
            cluster = where({"path": path, "raw_start": at})
            right.append(Outcome(cluster, tp=1) if expected[at] == actual[at] else Outcome(cluster, fn=1))
            if "body" in (expected[at], actual[at]):
                body.append(Outcome(cluster, tp=expected[at] == actual[at], fp=expected[at] != "body", fn=actual[at] != "body"))
    return {"role of characters": accuracy(right), "running text, characters": prf(body)}


def _roles(rows: Sequence[Row], path: str, length: int) -> list[str | None]:
    roles: list[str | None] = [None] * length
    for row in rows:
        if row["path"] == path:
            roles[row["raw_start"] : row["raw_end"]] = [row["role"]] * (row["raw_end"] - row["raw_start"])
    return roles[:length]


def mentions(gold: Sequence[Row], found: Sequence[Row], where: Where) -> Measures:
    """Spans, heads with kind, and links of the spans that were found."""
    spans = matching.match(gold, found, matching.exact)
    heads = matching.match(gold, found, lambda g, f: matching.same_end(g, f) * (g["kind"] == f["kind"]))
    links = [(where(gold[g]), gold[g]["entity_id"], found[f]["entity_id"]) for g, f in heads if gold[g]["entity_id"]]
    return {
        "exact span": prf(_outcomes(gold, found, spans, where)),
        "head and kind": prf(_outcomes(gold, found, heads, where)),
        "entity, where head and kind match": accuracy(judge(links)),
    }


def time_expressions(gold: Sequence[Row], found: Sequence[Row], where: Where) -> Measures:
    """Expressions (at least half of the characters shared) and their dates."""
    pairs = matching.match(gold, found, matching.half)
    dated = [(where(gold[g]), gold[g]["edtf"], found[f]["edtf"]) for g, f in pairs]
    return {"span": prf(_outcomes(gold, found, pairs, where)), "EDTF value, where found": accuracy(judge(dated))}


def quotes(gold: Sequence[Row], found: Sequence[Row], where: Where) -> Measures:
    """Quotations (at least half of the characters shared), their kind and speaker, and through whom the words came."""
    pairs = matching.match(gold, found, matching.half)
    fields = {"kind, where found": "kind", "speaker, where found": "speaker_id", "relay, where found": "relay"}
    measures = {"span": prf(_outcomes(gold, found, pairs, where))}
    for name, field in fields.items():
        measures[name] = accuracy(judge((where(gold[g]), gold[g][field], found[f][field]) for g, f in pairs))
    return measures


def event_mentions(gold: Sequence[Row], found: Sequence[Row], where: Where) -> Measures:
    """Trigger and type; the other fields on the mentions that match."""
    pairs = event_pairs(gold, found)
    both = [(where(gold[g]), gold[g], found[f]) for g, f in pairs]
    fields = {
        "mode, where matched": "mode",
        "realis, where matched": "realis",
        "source, where matched": "source_id",
        "date, where matched": "edtf",
        "place, where matched": "place_id",
        "content type, where matched": "content_type",
    }
    measures = {"type and trigger": prf(_outcomes(gold, found, pairs, where))}
    for name, field in fields.items():
        measures[name] = accuracy(judge((cluster, g[field], f[field]) for cluster, g, f in both))
    for name, field in (
        ("actors, where matched", "actors"),
        ("recipients, where matched", "recipients"),
        ("stated place, where matched", "place_id"),
    ):
        measures[name] = prf(sets((cluster, names(g[field]), names(f[field])) for cluster, g, f in both))
    return measures


def event_pairs(gold: Sequence[Row], found: Sequence[Row]) -> list[tuple[int, int]]:
    """Matched event mentions: same type, and the found trigger touches the gold trigger or one of its other words."""
    return matching.match(gold, found, lambda g, f: _trigger_fit(g, f) * (g["event_type"] == f["event_type"]))


def _trigger_fit(gold: Row, found: Row) -> float:
    best = gold["raw_start"], gold["raw_end"]
    words = {(start, end): {"raw_start": start, "raw_end": end} for start, end in matching.triggers(gold)}
    return max((1.0 if span == best else 0.9) * matching.overlap(word, found) for span, word in words.items())


def names(joined: str | None) -> set[str]:
    """``a|b`` as a set."""
    return {name for name in (joined or "").split("|") if name}


def links(gold: Sequence[Row], found: Sequence[Row], where: Where) -> Measures:
    """Which matched mentions are of one happening: pairwise, and B-cubed over mentions."""
    matched = [(gold[g], found[f]) for g, f in event_pairs(gold, found)]
    pairs = []
    for i, (gold_a, found_a) in enumerate(matched):
        for gold_b, found_b in matched[:i]:
            same, linked = gold_a["event_key"] == gold_b["event_key"], found_a["event_id"] == found_b["event_id"]
            if same or linked:
                pairs.append(Outcome(where(gold_a), tp=same and linked, fp=linked and not same, fn=same and not linked))
    return {"pairs of mentions": prf(pairs), "B-cubed": _b_cubed(matched)}


def _b_cubed(matched: list[tuple[Row, Row]]) -> dict[str, Any]:
    precision, recall = [], []
    for gold_a, found_a in matched:
        linked = [g for g, f in matched if f["event_id"] == found_a["event_id"]]
        same = [f for g, f in matched if g["event_key"] == gold_a["event_key"]]
        shared = sum(g["event_key"] == gold_a["event_key"] for g in linked)
        precision.append(shared / len(linked))
        recall.append(shared / len(same))
    if not matched:
        return {"value": None, "low": None, "high": None, "gold": 0, "measure": "F1"}
    p, r = sum(precision) / len(precision), sum(recall) / len(recall)
    return {
        "precision": round(p, 3),
        "recall": round(r, 3),
        "value": round(2 * p * r / (p + r), 3),
        "low": None,
        "high": None,
        "gold": len(matched),
        "measure": "F1",
    }


def labels(gold: Sequence[Row], found: Sequence[Row], where: Where) -> Measures:
    """Label spans (at least half shared) with the same class."""
    pairs = matching.match(gold, found, lambda g, f: matching.half(g, f) * (g["evaluation"] == f["evaluation"]))
    return {"span and class": prf(_outcomes(gold, found, pairs, where))}


def conflicts(gold: Sequence[Row], found: Sequence[Row]) -> Measures:
    """Conflicts by field and pair of values."""

    def key(row: Row) -> tuple[str, frozenset[str]]:
        return row["field"], frozenset((row["value_a"], row["value_b"]))

    expected, actual = {key(row) for row in gold}, {key(row) for row in found}
    ordered = sorted(expected | actual, key=str)
    outcomes = [
        Outcome((str(item), 0), tp=item in expected and item in actual, fp=item not in expected, fn=item not in actual) for item in ordered
    ]
    return {"field and values": prf(outcomes)}
