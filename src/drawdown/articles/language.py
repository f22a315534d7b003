"""The language of a text: English by its function words, any other by py3langid's model."""

from __future__ import annotations

from collections.abc import Set

_SAMPLE, _MODEL_SAMPLE = 1000, 500
_ENGLISH = frozenset(("the", "of", "and", "to"))
_LEAST_SHARE = 0.25
_LEAST_LETTERS = 20


def other_script(text: str) -> bool:
    """Whether most letters of a text's beginning are of another script than English: words cannot be counted in some of them."""
    letters = [letter for letter in text[:_MODEL_SAMPLE] if letter.isalpha()]
    return len(letters) >= _LEAST_LETTERS and sum(map(str.isascii, letters)) < 0.5 * len(letters)


def identify(text: str, function_words: Set[str] = frozenset()) -> str:
    """ISO 639-1 code of the language in which a text is written; its first characters decide.

    ``function_words`` are those of English. Where a quarter of the words are such, and three of the four commonest among them, the
    model, which takes twenty times as long, is not asked.
    """
    words = text[:_SAMPLE].split()
    if len(_ENGLISH.intersection(words)) >= 3 and sum(map(function_words.__contains__, words)) >= _LEAST_SHARE * len(words):
        return "en"
    from py3langid import classify

    return str(classify(text[:_MODEL_SAMPLE])[0])
