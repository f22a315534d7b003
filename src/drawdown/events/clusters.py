"""From pairs to happenings: the strongest pairs first, and no cluster that contradicts itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from drawdown.events.comparison import NEAR_DAYS


@dataclass(slots=True)
class Summary:
    """What a cluster claims as a whole.

    ``low`` is the latest first day, ``high`` the earliest last day of its dated claims: a day that all allow lies between them.
    ``actors`` and ``above`` (what these belong to) are kept for acts of speech: two speakers are two acts.
    """

    low: int | None
    high: int | None
    series: bool
    actors: frozenset[str]
    above: frozenset[str]

    def agrees(self, other: Summary) -> bool:
        """Whether one happening could be as both say."""
        if self.series != other.series:
            return False
        low, high = _latest(self.low, other.low), _earliest(self.high, other.high)
        if low is not None and high is not None and low - high > NEAR_DAYS:
            return False
        return not self.actors or not other.actors or bool(self.actors & other.above or self.above & other.actors)

    def joined(self, other: Summary) -> Summary:
        """The summary of both clusters together."""
        return Summary(
            _latest(self.low, other.low),
            _earliest(self.high, other.high),
            self.series,
            self.actors | other.actors,
            self.above | other.above,
        )


def summaries(claims: pl.DataFrame) -> list[Summary]:
    """The summary of each claim alone, in order of claim number."""
    spoken = pl.when("verbal").then("actor_ids").otherwise([])
    above = pl.when("verbal").then("actor_up").otherwise([])
    rows = claims.select(
        pl.coalesce("low", "news_low"),
        pl.coalesce("high", "news_high").alias("high"),
        "series",
        spoken.alias("actors"),
        above.alias("above"),
    )
    return [Summary(low, high, series, frozenset(actors), frozenset(up)) for low, high, series, actors, up in rows.iter_rows()]


def cluster(claims: list[Summary], pairs: Iterable[tuple[int, int]]) -> list[int]:
    """The cluster of each claim, named by its smallest claim number.

    ``pairs`` come strongest first; a pair is passed over when the clusters that it would join contradict each other.
    """
    parent = list(range(len(claims)))
    known = list(claims)

    def root(claim: int) -> int:
        while parent[claim] != claim:
            parent[claim] = parent[parent[claim]]
            claim = parent[claim]
        return claim

    for a, b in pairs:
        left, right = sorted((root(a), root(b)))
        if left != right and known[left].agrees(known[right]):
            parent[right] = left
            known[left] = known[left].joined(known[right])
    return [root(claim) for claim in range(len(claims))]


def _latest(a: int | None, b: int | None) -> int | None:
    return b if a is None else a if b is None else max(a, b)


def _earliest(a: int | None, b: int | None) -> int | None:
    return b if a is None else a if b is None else min(a, b)
