"""A shadow of a text, character by character, in which spelling variants look alike: offsets stay what they are."""

from __future__ import annotations

import re
import unicodedata
from functools import cache


def fold(text: str) -> str:
    """The text with curly quotes straight, dashes as hyphens, odd spaces as spaces, and letters without accents; same length."""
    return "".join(map(_character, text))


def spellings(name: str) -> list[str]:
    """The folded forms under which a name is looked up: with and without apostrophes, Arabic article in its usual spellings."""
    folded = fold(name)
    forms = {folded, folded.replace("'", "")}
    forms |= {form.replace(" al-", " al ").replace(" al-", " Al-") for form in forms}
    forms |= {"Al-" + form[3:] for form in forms if form.startswith("al-")}
    forms |= {"al-" + form[3:] for form in forms if form.startswith(("Al-", "Al "))}
    forms |= {"Al " + form[3:] for form in forms if form.startswith("Al-")}
    return sorted(forms)


@cache
def _character(character: str) -> str:
    if character in "‘’ʼʻ`´ʿʾ":
        return "'"
    if character in "“”„«»":
        return '"'
    kind = unicodedata.category(character)
    if kind == "Pd":
        return "-"
    if kind == "Zs":
        return " "
    plain = unicodedata.normalize("NFKD", character)
    return plain[0] if len(plain) > 1 and kind in ("Lu", "Ll") and plain[0].isalpha() else character


def lower(text: str) -> str:
    """A folded text in lower case, of the same length whatever the letters."""
    return "".join(small if len(small := character.lower()) == 1 else character for character in text)


_RULES = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"[^a-z ]", ""),
        (r"\b(?:al|el|ul|as|an|ar|at|ash|the) ", ""),
        (r"kh|q|ck", "k"),
        (r"dh|dd|tz", "d"),
        (r"gh", "g"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"z", "s"),
        (r"[eo]u|oo|o|w", "u"),
        (r"[ae]i|ay|ey|ee|ea|y|e", "i"),
        (r"(.)\1+", r"\1"),
        (r"(?<=[aiu])h?\b", ""),
        (r" +", " "),
    )
)


def key(name: str) -> str:
    """The key under which transliterations of one name meet: Soleimani, Solemani, Sulaymani.

    Arabic articles are dropped, consonants that transliterations confuse are one, vowels are three.
    """
    folded = lower(fold(name)).replace("-", " ").replace("'", "")
    for pattern, to in _RULES:
        folded = pattern.sub(to, folded)
    return folded.strip()
