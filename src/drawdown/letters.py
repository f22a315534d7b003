"""Letters as they are compared."""

from __future__ import annotations

import unicodedata


def unaccented(text: str) -> str:
    """A text whose letters bear no accents; compatibility forms become the plain ones (``Ñeembucú`` to ``Neembucu``, ``ﬁ`` to ``fi``)."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
