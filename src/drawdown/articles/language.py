"""The language of a text, by py3langid's model."""

from __future__ import annotations

_SAMPLE = 500


def identify(text: str) -> str:
    """ISO 639-1 code of the language in which a text is written; its first characters decide."""
    from py3langid import classify

    return str(classify(text[:_SAMPLE])[0])
