"""The words that tell time, and what each is worth: the table `time_words`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from drawdown import knowledge
from drawdown.schemas.reference.time_words import TABLE


@dataclass(frozen=True, slots=True)
class Words:
    """Classes of words with their values (None where a class has none); ``counted``, ``name`` and ``rate`` are patterns made of them."""

    classes: dict[str, dict[str, int | None]]
    counted: re.Pattern[str]
    name: re.Pattern[str]
    rate: re.Pattern[str]

    def of(self, name: str) -> tuple[str, ...]:
        """The words of a class, as printed in the table."""
        return tuple(self.classes[name])

    def has(self, name: str, word: str) -> bool:
        """Whether a class holds a word."""
        return word in self.classes[name]

    def value(self, name: str, word: str) -> int | None:
        """The value of a word of a class; None when it has none."""
        return self.classes[name].get(word)

    def month(self, word: str) -> int:
        """Number of a month, 1 to 12, from its name or abbreviation in any case. KeyError for another word."""
        return self._first(word, "month", "month_short")

    def weekday(self, word: str) -> int:
        """Number of a weekday as `datetime` counts (Monday is 0), from its name or abbreviation. KeyError for another word."""
        return self._first(word, "weekday", "weekday_short")

    def _first(self, word: str, *names: str) -> int:
        bare = word.rstrip(".").title()
        found = next((value for name in names if (value := self.classes[name].get(bare)) is not None), None)
        if found is None:
            raise KeyError(word)
        return found

    def number(self, word: str) -> int | None:
        """Value of a numeral in digits or letters (`12`, `twelve`, `a`, `twenty-one`, `two hundred`); None when it is vague."""
        bare = " ".join(word.lower().replace(",", "").split())
        if bare.isdecimal():
            return int(bare)
        numbers = self.classes["number"]
        if bare in numbers:
            return numbers[bare]
        count, _, scale = bare.rpartition(" ")
        if (times := self.value("scale", scale)) and (ones := numbers.get(count)):
            return ones * times
        tens, _, ones_word = bare.replace(" ", "-").partition("-")
        ten, one = numbers.get(tens), numbers.get(ones_word)
        return ten + one if ten and one and ten >= 20 and one <= 9 else None


def read(folder: Path) -> Words:
    """The words of ``folder/time_words.csv``."""
    grouped = knowledge.read(TABLE, folder).group_by("class", maintain_order=True).agg("word", "value")
    classes = {name: dict(zip(words, values, strict=True)) for name, words, values in grouped.iter_rows()}
    return Words(
        classes,
        re.compile(rf"[ \t-]{{1,3}}(?:%|US\$|(?:{_any(classes['counted'])})\b)"),
        re.compile(rf"[ \t]{{1,3}}(?:St\.|(?:{_any(classes['name'])})\b)"),
        re.compile(rf"(?:\d|%|[-\u2010\u2011]|\b(?:{_any(classes['rate'])}))[ \t\u00a0]{{0,3}}$"),
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
