"""The words that roles are told by, read once from ``data/reference`` and handed to the workers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import ahocorasick
import polars as pl

from drawdown import knowledge
from drawdown.errors import KnowledgeError
from drawdown.schemas.reference import function_words, furniture, publisher_rules, publishers, site_talk

PUNCTUATION = " .,:;!?'\"()[]|/•·▪»>*–—-“”‘’…©#&+_"
"""Characters that are no part of a line when it is compared, at its edges."""
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_COUNT = re.compile(r"[(\[]?\d[\d,.]*[km]?")
_COUNTED = frozenset(("comment", "comments", "reply", "replies", "share", "shares", "response", "responses", "like", "likes"))


@dataclass(frozen=True, slots=True)
class Label:
    """What a line of furniture is: its role, what it does to the lines behind it, and the phrase that told."""

    role: str
    effect: str
    phrase: str


@dataclass(frozen=True, slots=True)
class Publisher:
    """One publisher's facts that cleaning uses."""

    publisher_id: str
    name: str
    hosts: tuple[str, ...]
    rules: tuple[tuple[re.Pattern[str], str], ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Function words, furniture labels, site talk, publishers. Small, immutable in use, picklable.

    ``clause_words`` are the function words that stand in lower case in sentences only, not in headlines in capitals.
    ``starts`` lists the labels that begin a line, longest phrase first, by their first word. ``phrases`` finds the phrases that
    may stand anywhere in a line: each with its weight as site talk and the label that it gives.
    """

    function_words: frozenset[str]
    clause_words: frozenset[str]
    lines: dict[str, Label]
    starts: dict[str, tuple[Label, ...]]
    phrases: ahocorasick.Automaton
    publishers: dict[str, Publisher] = field(default_factory=dict)
    hosts: dict[str, Publisher] = field(default_factory=dict)

    def label(self, plain: str, lower: str) -> Label | None:
        """The furniture that a whole line is, or begins with, by its longest phrase; ``plain``: the line as :func:`normal` gives it."""
        found = self.lines.get(plain)
        if found is None and (plain[-1:].isdigit() or plain[:1].isdigit()) and (named := _uncounted(plain)):
            found = self.lines.get(named)
        if found is not None:
            return found
        start = lower if lower[:1].isalpha() else lower.lstrip("•·▪»>|- ")
        for label in self.starts.get(start.partition(" ")[0].rstrip(":,"), ()):
            if start.startswith(label.phrase):
                return label
        return None

    def talk(self, lower: str) -> tuple[float, Label | None]:
        """How much a line speaks of the site and its readers, and the label that a phrase inside it gives."""
        weight, label = 0.0, None
        length = len(lower)
        for last, (phrase, value, found) in self.phrases.iter(lower):
            before, after = last - len(phrase), last + 1
            if (before < 0 or not lower[before].isalnum()) and (after >= length or not lower[after].isalnum()):
                weight += value
                label = label or found
        return weight, label

    def publisher(self, line: str) -> Publisher | None:
        """The publisher whose name a whole line is."""
        return self.publishers.get(normal(line))

    def of_url(self, url: str | None) -> Publisher | None:
        """The publisher of an address: of its host, or of the domain that the host lies in."""
        name = host(url)
        while name:
            if name in self.hosts:
                return self.hosts[name]
            name = name.partition(".")[2]
        return None


def host(url: str | None) -> str:
    """Host of an address without ``www.``; empty when there is none."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _uncounted(plain: str) -> str | None:
    """What ``12 comments`` and ``Related (3)`` count, of a line as :func:`normal` gives it; None where nothing is counted."""
    number, _, named = plain.partition(" ")
    if named in _COUNTED and _COUNT.fullmatch(number):
        return named
    named, _, number = plain.rpartition(" ")
    return named if named and _COUNT.fullmatch(number) else None


def lowered(line: str) -> str:
    """A line in lower case, one blank between words, straight apostrophes."""
    return " ".join(line.lower().replace("’", "'").split())


def normal(line: str) -> str:
    """A line for comparison: as :func:`lowered`, without punctuation at the edges."""
    return trimmed(lowered(line))


def trimmed(lower: str) -> str:
    """A lowered line without punctuation at the edges."""
    if not (lower[:1].isalnum() and lower[-1:].isalnum()):
        lower = lower.strip(PUNCTUATION)
    return lower if lower[:1].isalnum() and lower[-1:].isalnum() else _EDGES.sub("", lower)


def load(folder: Path) -> Lexicon:
    """Read the lexicon from a folder of reference data; KnowledgeError names the broken row."""
    words = knowledge.read(function_words.TABLE, folder)
    labels = [(row[1], Label(row[2], row[3], row[0])) for row in knowledge.read(furniture.TABLE, folder).iter_rows()]
    starts: dict[str, list[Label]] = {}
    for label in sorted((label for match, label in labels if match == "start"), key=lambda label: (-len(label.phrase), label.phrase)):
        starts.setdefault(label.phrase.split(" ")[0].rstrip(":,"), []).append(label)
    return Lexicon(
        frozenset(words["word"]),
        frozenset(words.filter(pl.col("kind") == "clause")["word"]),
        {normal(label.phrase): label for match, label in labels if match == "line"},
        {word: tuple(found) for word, found in starts.items()},
        _phrases(folder, {label.phrase: label for match, label in labels if match == "inside"}),
        *_publishers(folder),
    )


def _phrases(folder: Path, inside: dict[str, Label]) -> ahocorasick.Automaton:
    weights = dict(knowledge.read(site_talk.TABLE, folder).iter_rows())
    automaton = ahocorasick.Automaton()
    for phrase in sorted(weights.keys() | inside.keys()):
        automaton.add_word(phrase, (phrase, weights.get(phrase, 0.0), inside.get(phrase)))
    automaton.make_automaton()
    return automaton


def _publishers(folder: Path) -> tuple[dict[str, Publisher], dict[str, Publisher]]:
    rules: dict[str, list[tuple[re.Pattern[str], str]]] = {}
    for publisher_id, pattern, role, _ in knowledge.read(publisher_rules.TABLE, folder).iter_rows():
        rules.setdefault(publisher_id, []).append((_compiled(pattern, publisher_id), role))
    by_name: dict[str, Publisher] = {}
    by_host: dict[str, Publisher] = {}
    for row in knowledge.read(publishers.TABLE, folder).iter_rows(named=True):
        hosts = tuple((row["hosts"] or "").split())
        publisher = Publisher(row["publisher_id"], row["name"], hosts, tuple(rules.get(row["publisher_id"], ())))
        by_name |= {normal(name): publisher for name in (row["name"], *(row["aliases"] or "").split(" | ")) if name}
        by_host |= dict.fromkeys(hosts, publisher)
    return by_name, by_host


def _compiled(pattern: str, publisher_id: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern)
    except re.error as error:
        raise KnowledgeError(
            f"publisher_rules.csv: row {publisher_id}: {pattern!r} is no regular expression: {error}", remedy="mend the pattern"
        ) from error
