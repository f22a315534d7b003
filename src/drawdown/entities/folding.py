"""A shadow of a text, character by character, in which spelling variants look alike: offsets stay what they are."""

from __future__ import annotations

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
