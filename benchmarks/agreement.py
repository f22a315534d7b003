"""Agreement of the two annotators of the five pages: the table in ``data/gold/README.md``.

    python benchmarks/agreement.py [--differences TABLE]

Rows of A and B are paired one to one, best first. F1 of the pairing is given twice: the same characters, and the same place (heads of mentions and labels;
half of the characters of quotations and times; triggers or their alternatives; for places of events, the trigger). Fields are compared on pairs of the
second kind. Alpha is Krippendorff's, nominal, an empty field being a value like another; lists of values are compared as sets. ``--differences`` prints what the annotators disagree about in one table.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from itertools import combinations
from pathlib import Path

from drawdown import knowledge
from drawdown.schemas.gold import GOLD
from drawdown.scores.matching import Row, exact, half, match, same_end, same_trigger

FOLDER = Path(__file__).parent.parent / "data" / "gold"
SETS = ("actors", "recipients")
LEFT_OUT = ("also", "event_key")
"""Columns of no meaning by themselves: alternatives decide the pairing, keys the links."""

Fit = Callable[[Row, Row], float]
Pair = tuple[Row, Row]


PLACES: dict[str, Fit] = {
    "event_mentions": same_trigger,
    "event_places": exact,
    "mentions": same_end,
    "quotes": half,
    "time_expressions": half,
    "labels": same_end,
}
FIELDS = {
    name: tuple(c.name for c in GOLD[name].columns if c.name not in ("path", "raw_start", "raw_end", "text", *LEFT_OUT)) for name in PLACES
}


def rows(name: str, side: str) -> list[Row]:
    return knowledge.read(GOLD[name], FOLDER / f"annotator_{side}").to_dicts()


def alpha(pairs: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """Krippendorff's alpha of two coders, nominal, nothing missing; none where only one value occurs."""
    values = Counter(value for pair in pairs for value in pair)
    n = 2 * len(pairs)
    expected = 1 - sum(count * (count - 1) for count in values.values()) / (n * (n - 1))
    observed = sum(a != b for a, b in pairs) / len(pairs)
    return 1 - observed / expected if expected else None


def renaming(named: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Names of B in the words of A, one for one, the most frequent first."""
    names: dict[str, str] = {}
    for (of_a, of_b), _ in Counter(named).most_common():
        if of_b not in names and of_a not in names.values():
            names[of_b] = of_a
    return names


def comparable(row: Row, field: str, names: dict[str, str]) -> Hashable:
    value = row[field]
    if field in SETS:
        return frozenset((value or "").split("|"))
    return names.get(value, value) if field == "target" else value


def event_names(side: str) -> set[str]:
    """Keys of happenings in the pass of an annotator: the targets of labels that name no entity."""
    return {row["target"] for row in rows("labels", side)} - {row["entity_id"] for row in rows("mentions", side)} - {None}


def paired(a: list[Row], b: list[Row], fit: Fit) -> list[Pair]:
    return [(a[i], b[j]) for i, j in match(a, b, fit)]


def f1(pairs: int, a: int, b: int) -> float:
    return 2 * pairs / (a + b)


def target_names(pairs: list[Pair]) -> dict[str, str]:
    of_a, of_b = event_names("a"), event_names("b")
    return renaming([(x["target"], y["target"]) for x, y in pairs if x["target"] in of_a and y["target"] in of_b])


def links(pairs: list[Pair]) -> float:
    """F1 over pairs of event mentions that are put into one happening."""
    same = [(x["event_key"] == u["event_key"], y["event_key"] == v["event_key"]) for (x, y), (u, v) in combinations(pairs, 2)]
    return f1(sum(p and q for p, q in same), sum(p for p, _ in same), sum(q for _, q in same))


def table(name: str) -> None:
    a, b = rows(name, "a"), rows(name, "b")
    pairs = paired(a, b, PLACES[name])
    characters = len(paired(a, b, exact))
    counts = f"| {name} | {len(a)} | {len(b)} | {characters} | {f1(characters, len(a), len(b)):.3f} | {len(pairs)} | {f1(len(pairs), len(a), len(b)):.3f} |"
    print("\n| table | A | B | same characters | F1 | same place | F1 |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n" + counts)
    names = target_names(pairs) if name == "labels" else {}
    print("\n| field | same | alpha |\n| --- | ---: | ---: |")
    for field in FIELDS[name]:
        values = [(comparable(x, field, names), comparable(y, field, names)) for x, y in pairs]
        known = alpha(values)
        print(f"| {field} | {sum(p == q for p, q in values) / len(values):.3f} | {'' if known is None else f'{known:.3f}'} |")
    if name == "event_mentions":
        print(f"| links (pairwise F1) | {links(pairs):.3f} | |")


def conflicts() -> None:
    a, b = (
        {(*sorted(((r["path_a"], r["raw_start_a"]), (r["path_b"], r["raw_start_b"]))), r["field"]) for r in rows("conflicts", s)}
        for s in "ab"
    )
    print(f"\nconflicts: {len(a)} of A, {len(b)} of B, {len(a & b)} of both")


def differences(name: str) -> None:
    a, b = rows(name, "a"), rows(name, "b")
    pairs = paired(a, b, PLACES[name])
    names = target_names(pairs) if name == "labels" else {}
    alone = [("A", row) for row in a if all(row is not x for x, _ in pairs)] + [
        ("B", row) for row in b if all(row is not y for _, y in pairs)
    ]
    found = [(x, f"only {side}", {f: x[f] for f in FIELDS[name]}) for side, x in alone]
    for x, y in pairs:
        unlike = [f for f in FIELDS[name] if comparable(x, f, names) != comparable(y, f, names)]
        spans = {} if exact(x, y) else {"text": (x["text"], y["text"])}
        if unlike or spans:
            found.append((x, "differ", spans | {f: (x[f], y[f]) for f in unlike}))
    for row, how, what in sorted(found, key=lambda item: (item[0]["path"], item[0]["raw_start"], item[0]["raw_end"])):
        print(f"{row['path'][:3]} {row['raw_start']}:{row['raw_end']} {row['text']!r} {how} {what}")


def main() -> None:
    if "--differences" in sys.argv:
        name = sys.argv[-1]
        if name not in PLACES:
            sys.exit(f"no table {name}: one of {', '.join(PLACES)}")
        differences(name)
        return
    for name in PLACES:
        table(name)
    conflicts()


if __name__ == "__main__":
    main()
