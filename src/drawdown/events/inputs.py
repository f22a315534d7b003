"""What the stage reads, side by side."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from drawdown.schemas import TABLES


@dataclass(frozen=True, slots=True)
class Tables:
    """Frames of the tables that linking and merging need, each with at least its core columns.

    Only ``event_mentions`` and ``participants`` must hold rows; the others may be empty, and then that evidence is missing.
    """

    event_mentions: pl.DataFrame
    participants: pl.DataFrame
    articles: pl.DataFrame
    entities: pl.DataFrame
    places: pl.DataFrame
    quotes: pl.DataFrame
    sentences: pl.DataFrame

    @classmethod
    def of(cls, **frames: pl.DataFrame) -> Tables:
        """Tables from the frames at hand; those not given are empty."""
        names = cls.__dataclass_fields__
        return cls(**{name: frames[name] if name in frames else TABLES[name].frame([]) for name in names})


@dataclass(frozen=True, slots=True)
class LinkKnowledge:
    """Hand-kept knowledge about linking: frames of ``link_weights``, ``link_types`` and ``event_ids``, and nouns of violent acts."""

    weights: pl.DataFrame
    types: pl.DataFrame
    released: pl.DataFrame
    acts: tuple[str, ...] = ()
