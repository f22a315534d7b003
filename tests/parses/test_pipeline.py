"""Parses: sentences keep to their blocks, bytes do not depend on company or cache, models are named when they are missing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from drawdown import ids
from drawdown.errors import MissingTableError, ParameterError
from drawdown.offsets import JOINT, OffsetMap, Piece
from drawdown.params import ParsesParams
from drawdown.parses import pipeline, stage, store

MODEL = ParsesParams().model
BLOCKS = ["Parliament votes on budget", "Lawmakers met on Monday. They left early", "the minister said nothing", "“No,” she said."]


def article(blocks: list[str]) -> tuple[str, OffsetMap]:
    """Text of an article and the map of its blocks, which stand on the page one to a line."""
    pieces, text, raw = [], "", 0
    for block in blocks:
        text += JOINT if text else ""
        pieces.append(Piece(len(text), len(text) + len(block), raw, "body"))
        text += block
        raw += len(block) + 1
    return text, OffsetMap(pieces)


def test_no_sentence_crosses_a_block() -> None:
    text, where = article(BLOCKS)
    doc = pipeline.parse(pipeline.load(MODEL), text, [piece.start for piece in where.pieces])
    rows = stage.sentence_rows("a_602093fdf5a515e1", doc, where)
    assert [text[row["start"] : row["end"]] for row in rows][:2] == ["Parliament votes on budget", "Lawmakers met on Monday."]
    assert len({row["sentence_id"] for row in rows}) == len(rows)
    assert [row["ordinal"] for row in rows] == list(range(len(rows)))


@settings(max_examples=25, deadline=None)
@example(["A0A0¼0¼0¼"])
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40).filter(str.strip), min_size=1, max_size=4))
def test_any_text_is_parsed_and_its_sentences_hold_their_characters(blocks: list[str]) -> None:
    text, where = article([block.strip() for block in blocks])
    doc = pipeline.parse(pipeline.load(MODEL), text, [piece.start for piece in where.pieces])
    assert all(shown in (printed, printed.lower()) for shown, printed in zip(doc.text, text, strict=True))
    for row in stage.sentence_rows("a_602093fdf5a515e1", doc, where):
        assert text[row["start"] : row["end"]].strip() == text[row["start"] : row["end"]] != ""


def test_parses_come_back_as_they_were(tmp_path: Path) -> None:
    nlp = pipeline.load(MODEL)
    text, where = article(BLOCKS)
    doc = pipeline.parse(nlp, text, [piece.start for piece in where.pieces])
    path, packed = store.path(tmp_path, 3), store.pack(doc)
    store.write(path, [(ids.article_id("d_602093fdf5a515e1"), packed), (ids.article_id("d_ffffffffffffffff"), packed)])
    (article_id, back), (other_id, again) = store.read(path)
    assert (article_id, other_id) == ("a_602093fdf5a515e1", "a_ffffffffffffffff")
    assert [(t.text, t.lemma_, t.dep_, t.head.i, t.ent_type_) for t in back] == [
        (t.text, t.lemma_, t.dep_, t.head.i, t.ent_type_) for t in doc
    ]
    assert store.pack(doc) == store.pack(back) == store.pack(again) == store.pack(store.unpack(packed, nlp.vocab))


def test_a_full_vocabulary_is_begun_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = store.path(tmp_path, 0)
    store.write(path, [("a_602093fdf5a515e1", store.pack(pipeline.parse(pipeline.load(MODEL), "Fresh words")))])
    first = next(store.read(path))[1].vocab
    assert next(store.read(path))[1].vocab is first
    monkeypatch.setattr(store, "FULL", 0)
    assert next(store.read(path))[1].vocab is first
    assert next(store.read(path))[1].vocab is not first


def test_missing_and_damaged_parses_name_their_stage(tmp_path: Path) -> None:
    with pytest.raises(MissingTableError, match="drawdown parses"):
        list(store.read(tmp_path / "00000.spacy"))
    (tmp_path / "00000.spacy").write_bytes(b"nothing of the kind")
    with pytest.raises(MissingTableError, match="drawdown parses"):
        list(store.read(tmp_path / "00000.spacy"))


def test_a_model_that_is_not_installed_is_named() -> None:
    with pytest.raises(ParameterError, match="xx_no_such_model"):
        pipeline.load("xx_no_such_model")
