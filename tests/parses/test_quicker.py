"""The quicker parts of the pipeline tell what spaCy's own tell."""

from __future__ import annotations

import importlib
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.lang.en import English
from spacy.language import Language
from spacy.tokens import Doc
from thinc.types import Ragged

from drawdown.params import ParsesParams
from drawdown.parses import blas, pipeline, recognizer, ruler

MODEL = ParsesParams().model
TEXTS = [
    "The Ministry of Foreign Affairs of Norland said on Monday, 3 May 2021 that Jane Q. Doe had met General Erik Olsen in Port Alder.",
    "About 2,500 troops left the Green Valley\nair base near Port\n\nAlder in the week of 4 to 11 June, the Alder Times wrote. U.N. envoys stayed.",
    "There's nothing new. They ain't gonna go; let's see. Y'all c'mon, I've got ta leave at 10:30 a.m. with $5 million and 20% of it",
    "   \n ",
    "",
    "Rebels of the People's Front for the Liberation of the Upper Alder and Lower Alder Provinces",
]


@pytest.fixture(scope="module")
def plain() -> Language:
    """The pipeline as it is installed."""
    nlp: Language = importlib.import_module(MODEL).load()
    return nlp


def told(doc: Doc) -> list[tuple[Any, ...]]:
    """All that a parse says of its words."""
    return [
        (t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i, t.ent_iob_, t.ent_type_, t.is_sent_start, t.is_space)
        for t in doc
    ]


def test_the_shipped_model_is_one_that_the_quicker_parts_know() -> None:
    parts = pipeline._components(pipeline.load(MODEL))
    assert [type(part).__module__ for part in parts if type(part).__module__.startswith("drawdown")] == [
        ruler.__name__,
        recognizer.__name__,
    ]


@pytest.mark.parametrize("text", TEXTS)
def test_a_parse_is_that_of_spacy(plain: Language, text: str) -> None:
    doc = pipeline.parse(pipeline.load(MODEL), text)
    assert told(doc) == told(plain(text))
    assert [(one.start, one.end, one.label_) for one in doc.ents] == [(one.start, one.end, one.label_) for one in plain(text).ents]


WORDS = [
    "Erik",
    "Olsen",
    "of",
    "the",
    "Port",
    "Alder",
    "Times",
    "3",
    "May",
    "2021",
    "said",
    ",",
    ".",
    "\n\n",
    " ",
    "is",
    "There",
    "gon",
    "na",
    "ai",
    "n't",
    "U.N.",
]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30), st.lists(st.booleans(), min_size=30, max_size=30))
def test_any_run_of_words_has_the_entities_and_attributes_of_spacy(plain: Language, words: list[str], begins: list[bool]) -> None:
    def made(nlp: Language) -> Doc:
        doc = Doc(nlp.vocab, words)
        for token, begin in zip(doc, begins, strict=False):
            if begin:
                token.is_sent_start = True
        return doc

    nlp = pipeline.load(MODEL)
    ours, theirs = made(nlp), made(plain)
    for component in pipeline._components(nlp):
        ours = component(ours)
    for _, component in plain.pipeline:
        theirs = component(theirs)
    assert told(ours) == told(theirs)


def test_attributes_that_stand_already_are_kept_as_spacy_keeps_them(plain: Language) -> None:
    def made(component: Any) -> Doc:
        doc = Doc(plain.vocab, ["They", "run", "fast"], tags=["PRP", "VBP", "RB"], lemmas=["", "flee", ""])
        return component(doc)

    quick = ruler.quick(plain.get_pipe("attribute_ruler"))
    assert told(made(quick)) == told(made(plain.get_pipe("attribute_ruler")))


def test_other_components_stay_as_they_are() -> None:
    nlp = English()
    shouting = nlp.add_pipe("attribute_ruler")
    shouting.add([[{"SHAPE": "XXXX"}]], {"TAG": "NNP"})  # type: ignore[attr-defined]
    sentencizer, other = nlp.add_pipe("sentencizer"), nlp.add_pipe("ner")
    assert ruler.quick(shouting) is shouting
    assert ruler.quick(sentencizer) is sentencizer
    assert recognizer.quick(sentencizer) is sentencizer
    other.cfg["beam_width"] = 4  # type: ignore[attr-defined]
    assert recognizer.quick(other) is other


def test_vectors_of_words_are_those_of_spacy(plain: Language) -> None:
    words = [*WORDS, *WORDS[:9], "Erik"]
    ours, theirs = (nlp.get_pipe("ner").model.get_ref("tok2vec") for nlp in (pipeline.load(MODEL), plain))
    vectors = ours.predict([Doc(plain.vocab, words)])
    assert "of_kinds" in {node.name for node in ours.walk()}
    assert vectors.shape[0] == len(words)
    assert abs(vectors - theirs.predict([Doc(plain.vocab, words)])).max() < 1e-4


def test_a_pipeline_with_quicker_vectors_is_not_trained() -> None:
    node = next(node for node in pipeline.load(MODEL).get_pipe("tok2vec").model.walk() if node.name == "of_kinds")
    with pytest.raises(NotImplementedError):
        node.begin_update(Ragged(np.zeros((2, 6), dtype="uint64"), np.array([2], dtype="int32")))[1](None)


def test_forms_that_no_rule_names_are_one_form() -> None:
    nlp = English()
    rules = nlp.add_pipe("attribute_ruler")
    rules.add([[{"LOWER": {"REGEX": "^o.t"}}], [{"LOWER": {"IN": ["in", "on"]}, "TAG": "IN"}]], {"POS": "ADP"})  # type: ignore[attr-defined]
    rules.add([[{"LOWER": "in"}, {"LOWER": "on"}]], {"POS": "NOUN"}, index=1)  # type: ignore[attr-defined]
    quick = ruler.quick(rules)
    assert quick is not rules
    for words in (["out", "in", "oft", "cat", "on"], ["in", "on", "in"], ["dog", "cat"], []):
        made = [component(Doc(nlp.vocab, words, tags=["IN"] * len(words))) for component in (quick, rules)]
        assert told(made[0]) == told(made[1])


@given(st.integers(1, 9), st.integers(1, 9), st.integers(1, 9), st.booleans(), st.booleans())
def test_products_are_products(rows: int, inner: int, columns: int, trans1: bool, trans2: bool) -> None:
    ops = blas.BlasOps()
    x, y = (
        ops.alloc2f(inner, rows) + 2 if trans1 else ops.alloc2f(rows, inner) + 2,
        ops.alloc2f(columns, inner) + 3 if trans2 else ops.alloc2f(inner, columns) + 3,
    )
    out = ops.alloc2f(rows, columns)
    assert ops.gemm(x, y, out=out, trans1=trans1, trans2=trans2) is out
    assert (out == 6 * inner).all()
    assert (ops.gemm(x, y, trans1=trans1, trans2=trans2) == out).all()
