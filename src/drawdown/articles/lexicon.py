"""The words that roles are told by, read once from ``data/reference`` and handed to the workers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from drawdown import knowledge
from drawdown.schemas.reference import function_words, furniture, publishers, site_talk

_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_SPACE = re.compile(r"\s+")
_COUNTED = re.compile(r"^\W*\d[\d,.]*[km]?\s+(?=comments?$|repl(?:y|ies)$|shares?$|responses?$|likes?$)|[\s(\[]+\d[\d,.]*[km]?$")


@dataclass(frozen=True, slots=True)
class Label:
    """What a line of furniture is: its role, what it does to the lines behind it, and the phrase that told."""

    role: str
    effect: str
    phrase: str


@dataclass(frozen=True, slots=True)
class Publisher:
    """One publisher's facts that cleaning uses."""

    name: str
    hosts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Function words, furniture labels, site talk, publishers. Small, immutable in use, picklable."""

    function_words: frozenset[str]
    lines: dict[str, Label]
    starts: tuple[tuple[str, Label], ...]
    inside: tuple[tuple[str, Label], ...]
    site_talk: dict[str, float]
    talk_pattern: re.Pattern[str]
    publishers: dict[str, Publisher] = field(default_factory=dict)
    hosts: dict[str, Publisher] = field(default_factory=dict)

    def label(self, line: str) -> Label | None:
        """The furniture that a whole line is, by its longest phrase."""
        plain = normal(line)
        found = self.lines.get(plain) or self.lines.get(_COUNTED.sub("", plain).strip())
        if found:
            return found
        lower = _SPACE.sub(" ", line.lower()).lstrip("•·▪»>|- ")
        for phrase, label in self.starts:
            if lower.startswith(phrase):
                return label
        for phrase, label in self.inside:
            if phrase in lower:
                return label
        return None

    def publisher(self, line: str) -> Publisher | None:
        """The publisher whose name a whole line is."""
        return self.publishers.get(normal(line))

    def talk(self, line: str) -> float:
        """How much a line speaks of the site and its readers: the sum of its phrases' weights."""
        lower = _SPACE.sub(" ", line.lower().replace("’", "'"))
        return sum(self.site_talk[found] for found in self.talk_pattern.findall(lower))


def normal(line: str) -> str:
    """A line for comparison: lower case, one blank between words, no punctuation at the edges."""
    return _SPACE.sub(" ", _EDGES.sub("", line.lower().replace("’", "'")))


def load(folder: Path) -> Lexicon:
    """Read the lexicon from a folder of reference data; KnowledgeError names the broken row."""
    words = knowledge.read(function_words.TABLE, folder)["word"]
    talk = knowledge.read(site_talk.TABLE, folder)
    rows = knowledge.read(furniture.TABLE, folder)
    labels = [(match, Label(role, effect, phrase)) for phrase, match, role, effect in rows.iter_rows()]

    def of(match: str) -> tuple[tuple[str, Label], ...]:
        chosen = [(label.phrase, label) for kind, label in labels if kind == match]
        return tuple(sorted(chosen, key=lambda pair: (-len(pair[0]), pair[0])))

    return Lexicon(
        frozenset(words),
        {normal(label.phrase): label for kind, label in labels if kind == "line"},
        of("start"),
        of("inside"),
        dict(talk.iter_rows()),
        re.compile("|".join(rf"\b{re.escape(phrase)}\b" for phrase in sorted(talk["phrase"], key=lambda p: (-len(p), p)))),
        *_publishers(folder),
    )


def _publishers(folder: Path) -> tuple[dict[str, Publisher], dict[str, Publisher]]:
    by_name: dict[str, Publisher] = {}
    by_host: dict[str, Publisher] = {}
    for row in knowledge.read(publishers.TABLE, folder).iter_rows(named=True):
        hosts = tuple((row["hosts"] or "").split())
        publisher = Publisher(row["name"], hosts)
        by_name |= {normal(name): publisher for name in (row["name"], *(row["aliases"] or "").split(" | ")) if name}
        by_host |= dict.fromkeys(hosts, publisher)
    return by_name, by_host
