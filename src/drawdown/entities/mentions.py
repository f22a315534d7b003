"""The mentions of an article: names first, then the descriptions and pronouns that they explain."""

from __future__ import annotations

from spacy.tokens import Doc

from drawdown.entities import names, nominals, works
from drawdown.entities.article import Article, Row
from drawdown.entities.registry import Registry


def find(article: Article, doc: Doc, registry: Registry) -> list[Row]:
    """Rows of ``mentions``, in the order of the text; the titles of works hold none."""
    titles = frozenset(at for start, end in works.spans(article.text) for at in range(start, end))
    named = names.find(article, doc, registry, titles)
    described = nominals.find(article, doc, named, registry, titles)
    return sorted([*named, *described], key=lambda row: (row["start"], row["end"]))
