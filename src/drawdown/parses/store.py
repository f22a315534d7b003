"""Parses on disk: one DocBin a shard, one Doc an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import srsly
from spacy.lang.en import English
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab, create_vocab

from drawdown import io
from drawdown.errors import MissingTableError

FULL = 200_000
"""Words after which a process begins a new vocabulary: what it has met must not fill its memory."""
ATTRIBUTES = ["LEMMA", "POS", "TAG", "MORPH", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE", "SENT_START"]


@lru_cache(maxsize=1)
def _vocab() -> Vocab:
    """The English vocabulary with what this process has read so far: of a word that is known nothing has to be worked out."""
    return create_vocab("en", English.Defaults)


def pack(doc: Doc) -> bytes:
    """A Doc as bytes."""
    return bytes(DocBin(attrs=ATTRIBUTES, docs=[doc]).to_bytes())


def unpack(data: bytes, vocab: Vocab) -> Doc:
    """Bytes as a Doc."""
    return next(iter(DocBin().from_bytes(data).get_docs(vocab)))


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


def write(path: Path, packed: Iterable[tuple[str, bytes]]) -> None:
    """Write the parses of a shard: packed Docs with their articles' ids, which go into ``user_data["article_id"]``."""
    shard = DocBin(attrs=ATTRIBUTES, store_user_data=True)
    for article_id, data in packed:
        one = DocBin(store_user_data=True).from_bytes(data)
        one.user_data = [srsly.msgpack_dumps({"article_id": article_id})]
        shard.merge(one)
    with io.replacing(path) as temporary:
        temporary.write_bytes(shard.to_bytes())


def read(path: Path, vocab: Vocab | None = None) -> Iterator[tuple[str, Doc]]:
    """Article ids and parses of a shard, in order of article id. Offsets of a Doc are those of ``articles.text``.

    Without a vocabulary the English one is used: with an empty one ``lower_``, ``shape_`` and ``is_title`` would be blank.
    """
    try:
        docs = list(DocBin().from_bytes(path.read_bytes()).get_docs(vocab or _vocab()))
    except FileNotFoundError:
        raise MissingTableError(f"{path} does not exist", remedy="run the stage that makes it: drawdown parses (or dvc repro)") from None
    except Exception as error:
        raise MissingTableError(
            f"{path} is not a file of parses: {error}", remedy="delete it and run: drawdown parses (or dvc repro)"
        ) from error
    if len(_vocab()) > FULL:
        _vocab.cache_clear()
    for doc in docs:
        yield str(doc.user_data["article_id"]), doc
