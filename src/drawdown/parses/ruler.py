"""spaCy's attribute ruler, asked once for every kind of word instead of once for every word.

Nearly all of its rules look at one word: its tag, form, relation, and whether it is blank. Words alike in these, as far as a rule names
the form or relation, are alike to them, so that what the ruler says of one is kept for the others. The few rules over several words run as they are. Same rules, same order, same result.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
from spacy.attrs import IDS
from spacy.pipeline import AttributeRuler
from spacy.strings import StringStore
from spacy.tokens import Doc, Span

Component = Callable[[Doc], Doc]
_SEEN = ("TAG", "LOWER", "DEP", "IS_SPACE")
"""What rules over one word may look at."""
_SET = ("TAG", "DEP", "POS", "MORPH", "LEMMA")
"""What a rule may set; the last three are empty before."""
_BY = {"IN", "NOT_IN", "REGEX"}
"""How a rule may look at it, but for plain values."""


def quick(component: Component) -> Component:
    """The same component, faster; the component itself where a rule looks at, or sets, something else than the English ones do."""
    if not isinstance(component, AttributeRuler):
        return component
    entries: list[Any] = list(component.patterns)
    looks = {key for entry in entries if _single(entry) for pattern in entry["patterns"] for word in pattern for key in word}
    sets = {key for entry in entries for key in entry["attrs"]}
    ways = {way for key in looks for asked in _asked(entries, key) if isinstance(asked, dict) for way in asked}
    return _Ruler(component) if looks <= {*_SEEN} and sets <= {*_SET} and ways <= _BY else component


def _single(entry: dict[str, Any]) -> bool:
    """Whether a rule looks at one word."""
    return all(len(pattern) == 1 for pattern in entry["patterns"])


def _asked(entries: list[Any], key: str) -> list[Any]:
    """What rules over one word ask of one of its attributes."""
    words = (word for entry in entries if _single(entry) for pattern in entry["patterns"] for word in pattern)
    return [word[key] for word in words if key in word]


class _Distinct:
    """Tells apart the values of an attribute that rules name; all others are one to them."""

    def __init__(self, entries: list[Any], key: str, strings: StringStore) -> None:
        self._strings, self._known = strings, dict[int, int]()
        self._named: set[str] = set()
        self._forms: list[re.Pattern[str]] = []
        for asked in _asked(entries, key):
            if isinstance(asked, str):
                self._named.add(asked)
            else:
                self._named.update(*(values for way, values in asked.items() if way != "REGEX"))
                self._forms += [re.compile(form) for way, form in asked.items() if way == "REGEX"]

    def __call__(self, value: int) -> int:
        if value not in self._known:
            told = self._strings[value]
            self._known[value] = value if told in self._named or any(form.search(told) for form in self._forms) else 0
        return self._known[value]


class _Ruler:
    """Applies the rules of a ruler to a Doc that has tags and a parse."""

    def __init__(self, component: AttributeRuler) -> None:
        self._rules = component
        entries: list[Any] = list(component.patterns)
        self._form, self._relation = (_Distinct(entries, key, component.vocab.strings) for key in ("LOWER", "DEP"))
        self._kinds: dict[tuple[int, ...], tuple[int, ...]] = {}
        self._rows: dict[tuple[int, ...], list[int]] = {}
        self._long = AttributeRuler(component.vocab)
        self._numbers = [number for number, entry in enumerate(component.patterns) if not _single(entry)]
        self._long.add_patterns([component.patterns[number] for number in self._numbers])

    def __call__(self, doc: Doc) -> Doc:
        values = doc.to_array(list(_SET))
        if values[:, 2:].any():  # an earlier component has set what the rules set or leave
            return self._rules(doc)
        kinds = [tuple(kind) for kind in doc.to_array(list(_SEEN)).tolist()]
        told = [
            self._of_one(doc, at, (tag, self._form(lower), self._relation(dep), blank)) for at, (tag, lower, dep, blank) in enumerate(kinds)
        ]
        for rule, start, end in self._matches(self._long, doc):
            at = range(start, end)[self._long.indices[rule]]
            told[at] = tuple(sorted({*told[at], self._numbers[rule]}))
        if told:
            rows = [self._row(tag, dep, rules) for (tag, _, dep, _), rules in zip(kinds, told, strict=True)]
            table: Any = np.array(rows, dtype=values.dtype)
            doc.from_array(list(_SET), table)
        return doc

    def _of_one(self, doc: Doc, at: int, kind: tuple[int, ...]) -> tuple[int, ...]:
        """Numbers of the rules over one word that fit it, in order."""
        if kind not in self._kinds:
            self._kinds[kind] = tuple(sorted({rule for rule, _, _ in self._matches(self._rules, doc[at : at + 1])}))
        return self._kinds[kind]

    def _matches(self, rules: AttributeRuler, words: Doc | Span) -> Iterable[tuple[int, int, int]]:
        """Number of a rule, and where the words that it fits begin and end."""
        found = rules.matcher(words, allow_missing=True, as_spans=False)
        return ((int(rules.vocab.strings[name]), start, end) for name, start, end in found)

    def _row(self, tag: int, dep: int, rules: tuple[int, ...]) -> list[int]:
        """Tag and relation of a word and the rest of what rules set, the later ones over the earlier."""
        key = (tag, dep, *rules)
        if key not in self._rows:
            values = {IDS["TAG"]: tag, IDS["DEP"]: dep}
            for rule in rules:
                values |= self._rules.attrs[rule]
            self._rows[key] = [values.get(IDS[name], 0) for name in _SET]
        return self._rows[key]
