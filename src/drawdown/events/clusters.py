"""From pairs to happenings: the strongest pairs first, and no cluster that contradicts itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import polars as pl

from drawdown.events.claims import RECIPROCAL
from drawdown.events.comparison import HURT, NEAR_DAYS

_EPOCH = date(1970, 1, 1).toordinal()

USUAL = 0.3
"""Share of the claims of a meeting that name a country, for it to be one of those that met."""

BRIDGE = 0.1
"""Share of a cluster's claims that must name a victim for this victim to join it to another: a sentence about two killings joins neither."""


@dataclass(slots=True)
class Summary:
    """What a cluster claims as a whole.

    ``low`` is the latest first day, ``high`` the earliest last day of its dated claims: a day that all allow lies between them;
    ``season`` is the same for dates without year, read in a leap year (2000). ``actors`` and ``above`` (what these belong to) are kept
    for acts of speech: two speakers are two acts. ``victims`` counts the persons hurt, ``hurt`` the claims that name any; ``parties``
    counts the countries that met, ``met`` the claims that name two of them; ``grounds`` are the countries on whose ground they met.
    """

    low: int | None
    high: int | None
    season: tuple[int, int] | None
    series: bool
    actors: frozenset[str]
    above: frozenset[str]
    victims: Counter[str] = field(default_factory=Counter)
    hurt: int = 0
    parties: Counter[str] = field(default_factory=Counter)
    met: int = 0
    grounds: frozenset[str] = frozenset()

    def agrees(self, other: Summary) -> bool:
        """Whether one happening could be as both say."""
        if self.series != other.series:
            return False
        low, high = _latest(self.low, other.low), _earliest(self.high, other.high)
        if low is not None and high is not None and low - high > NEAR_DAYS:
            return False
        if not self._seasonable(other) or not other._seasonable(self):
            return False
        if not self._same_victims(other) or not self._same_parties(other):
            return False
        if self.grounds and other.grounds and not self.grounds & other.grounds:
            return False
        return not self.actors or not other.actors or bool(self.actors & other.above or self.above & other.actors)

    def _seasonable(self, other: Summary) -> bool:
        """Whether the other's dates fall into the season of this one, in some year."""
        if self.season is None:
            return True
        if other.season is not None and max(self.season[0], other.season[0]) - min(self.season[1], other.season[1]) > NEAR_DAYS:
            return False
        if other.low is None or other.high is None or other.high - other.low > 366:
            return True
        return any(
            max(first, other.low) - min(last, other.high) <= NEAR_DAYS
            for year in {_year(other.low), _year(other.high)}
            for first, last in [tuple(_in_year(day, year) for day in self.season)]
        )

    def _same_victims(self, other: Summary) -> bool:
        """Whether a victim that both name is one that more than a stray claim of either names."""
        shared = self.victims.keys() & other.victims.keys()
        return not shared or any(min(self.victims[one] / self.hurt, other.victims[one] / other.hurt) >= BRIDGE for one in shared)

    def _same_parties(self, other: Summary) -> bool:
        """Whether the countries that met are the same two, for the better part of the claims of either."""
        if not self.met or not other.met:
            return True
        shared = self.parties.keys() & other.parties.keys()
        return sum(min(self.parties[one] / self.met, other.parties[one] / other.met) >= USUAL for one in shared) > 1

    def joined(self, other: Summary) -> Summary:
        """The summary of both clusters together."""
        return Summary(
            _latest(self.low, other.low),
            _earliest(self.high, other.high),
            _overlap(self.season, other.season),
            self.series,
            self.actors | other.actors,
            self.above | other.above,
            self.victims + other.victims,
            self.hurt + other.hurt,
            self.parties + other.parties,
            self.met + other.met,
            self.grounds | other.grounds,
        )


def summaries(claims: pl.DataFrame) -> list[Summary]:
    """The summary of each claim alone, in order of claim number."""
    spoken = pl.when("verbal").then("actor_ids").otherwise([])
    above = pl.when("verbal").then("actor_up").otherwise([])
    hurt = pl.when(pl.col("event_type").is_in(HURT)).then("recipient_persons").otherwise([])
    countries = pl.concat_list("recipient_states", "recipient_lands").list.unique().list.sort()
    parties = pl.when(pl.col("event_type").is_in(RECIPROCAL)).then(countries).otherwise([])
    rows = claims.select(
        pl.coalesce("low", "news_low"),
        pl.coalesce("high", "news_high").alias("high"),
        "month",
        "day",
        "until",
        "series",
        spoken.alias("actors"),
        above.alias("above"),
        hurt.alias("victims"),
        parties.alias("parties"),
        pl.when(pl.col("event_type").is_in(RECIPROCAL)).then("land").alias("ground"),
    )
    return [_summary(row) for row in rows.iter_rows(named=True)]


def _summary(row: dict[str, Any]) -> Summary:
    """The summary of one claim; a meeting of which it names one party says nothing of the parties."""
    parties = row["parties"] if len(row["parties"]) > 1 else []
    return Summary(
        row["low"],
        row["high"],
        _season(row["month"], row["day"], row["until"]),
        row["series"],
        frozenset(row["actors"]),
        frozenset(row["above"]),
        Counter(row["victims"]),
        int(bool(row["victims"])),
        Counter(parties),
        int(bool(parties)),
        frozenset([row["ground"]] if row["ground"] else []),
    )


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


def _season(month: int | None, day: int | None, until: int | None) -> tuple[int, int] | None:
    """First and last day of a month, or of the days in it, in the year 2000, as days since 1970; null for what no calendar knows."""
    if month is None or not 1 <= month <= 12:
        return None
    first = date(2000, month, 1).toordinal() - _EPOCH
    last = date(2000 + month // 12, month % 12 + 1, 1).toordinal() - _EPOCH - 1
    return (first, last) if day is None else (min(first + day - 1, last), min(first + (until or day) - 1, last))


def _overlap(a: tuple[int, int] | None, b: tuple[int, int] | None) -> tuple[int, int] | None:
    return b if a is None else a if b is None else (max(a[0], b[0]), min(a[1], b[1]))


def _year(day: int) -> int:
    return date.fromordinal(day + _EPOCH).year


def _in_year(day: int, year: int) -> int:
    """A day of the year 2000 in another year; 29 February is 1 March where there is none."""
    told = date.fromordinal(day + _EPOCH)
    return date(year, told.month, 1).toordinal() - _EPOCH + told.day - 1


def _latest(a: int | None, b: int | None) -> int | None:
    return b if a is None else a if b is None else max(a, b)


def _earliest(a: int | None, b: int | None) -> int | None:
    return b if a is None else a if b is None else min(a, b)
