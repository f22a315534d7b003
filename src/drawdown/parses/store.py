"""Parses on disk: one DocBin a shard, one Doc an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.lang.en import English
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab, create_vocab

from drawdown import io
from drawdown.errors import MissingTableError

ATTRIBUTES = ["LEMMA", "POS", "TAG", "MORPH", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE", "SENT_START"]


def pack(docs: Iterable[Doc]) -> bytes:
    """Docs as bytes."""
    return bytes(DocBin(attrs=ATTRIBUTES, store_user_data=True, docs=docs).to_bytes())


def unpack(data: bytes, vocab: Vocab) -> list[Doc]:
    """Bytes as Docs."""
    return list(DocBin().from_bytes(data).get_docs(vocab))


def path(folder: Path, shard: int) -> Path:
    """File of a shard's parses."""
    return folder / f"{shard:05}.spacy"


def paths(folder: Path) -> list[Path]:
    """The files of all shards, in order."""
    return sorted(folder.glob("*.spacy"))


def clear(folder: Path) -> None:
    """Remove the parses of an earlier build."""
    for file in paths(folder):
        file.unlink()


def write(path: Path, docs: Iterable[Doc]) -> None:
    """Write the parses of a shard; each Doc carries its article's id in ``user_data["article_id"]``."""
    with io.replacing(path) as temporary:
        temporary.write_bytes(pack(docs))


def read(path: Path, vocab: Vocab | None = None) -> Iterator[tuple[str, Doc]]:
    """Article ids and parses of a shard, in order of article id. Offsets of a Doc are those of ``articles.text``.

    Without a vocabulary the English one is used: with an empty one ``lower_``, ``shape_`` and ``is_title`` would be blank.
    """
    try:
        docs = unpack(path.read_bytes(), vocab or create_vocab("en", English.Defaults))
    except FileNotFoundError:
        raise MissingTableError(f"{path} does not exist", remedy="run the stage that makes it: drawdown parses (or dvc repro)") from None
    except Exception as error:
        raise MissingTableError(
            f"{path} is not a file of parses: {error}", remedy="delete it and run: drawdown parses (or dvc repro)"
        ) from error
    for doc in docs:
        yield str(doc.user_data["article_id"]), doc
