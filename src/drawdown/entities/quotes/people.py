"""What is known of persons beforehand: their gender, their country, and the words for posts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from drawdown.entities.registry import Registry


@dataclass(frozen=True, slots=True)
class People:
    """``genders``: m or f by entity; ``lands``: the country of actors by entity; ``posts``: nouns for posts that one at a time holds, in
    lower case, without those that say little (chief, director)."""

    genders: Mapping[str, str] = field(default_factory=dict)
    lands: Mapping[str, str] = field(default_factory=dict)
    posts: frozenset[str] = frozenset()

    @classmethod
    def of(cls, registry: Registry) -> People:
        """What the registry knows."""
        lands = {key: actor.country for key, actor in registry.actors.items() if actor.country}
        posts = frozenset(word for word in registry.words["title"] if (noun := registry.nouns.get(word)) is None or not noun.weak)
        return cls(registry.genders, lands, posts)
