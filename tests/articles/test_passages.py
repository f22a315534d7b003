import itertools

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drawdown.articles import pairs, passages, sketches
from drawdown.offsets import OffsetMap, Piece

STATEMENT = "if an agreement on the withdrawal is not concluded this year we reserve the right to act as we see fit in the whole country"
FIRST = f"The groups met on Monday. “{STATEMENT.capitalize()},” their statement said, and nobody answered it."
SECOND = f"A paper printed it in full.\n\n{STATEMENT.replace('we reserve', 'we  reserve')} - so it began; the rest was lost."


def candidates(rows: list[tuple[int, int]]) -> list[tuple[int, ...]]:
    frame = pl.DataFrame(rows, schema={"article": pl.UInt32, "hash": pl.Int64}, orient="row")
    return pairs.candidates(frame.lazy(), len(rows)).rows()


def words(text: str) -> passages.Words:
    return passages.words_of(text, [0])


def test_a_shared_statement_is_found_to_the_word() -> None:
    one, two = words(FIRST), words(SECOND)
    ((start, other, length),) = passages.shared(one, two, 15)
    assert length == len(STATEMENT.split())
    assert FIRST[one.spans[start][0] : one.spans[start + length - 1][1]].lower() == STATEMENT
    assert two.words[other : other + length] == tuple(STATEMENT.split())


def test_shared_statements_make_candidates_though_the_rest_differs() -> None:
    texts = [FIRST, "Nothing of the kind. " * 9, SECOND]
    assert candidates(sketches.frame(texts).rows()) == [(0, 2)]


def test_no_passage_runs_over_a_block() -> None:
    text = STATEMENT + "\n\n" + STATEMENT
    broken = passages.words_of(text, [0, len(STATEMENT) + 2])
    whole = words(f"{STATEMENT} {STATEMENT}")
    assert {length for _, _, length in passages.shared(broken, whole, 15)} == {len(STATEMENT.split())}


def test_rows_point_to_the_same_words_in_article_and_page() -> None:
    texts = [FIRST, SECOND]
    maps = [OffsetMap([Piece(0, len(text), 7, "body")]) for text in texts]
    result = pairs.compare(("a_1", "a_2"), [words(text) for text in texts], maps, 15, 0.5)
    assert result is not None
    row, (passage,) = result
    assert row["near_duplicate"] is False
    assert row["passages"] == 1
    assert FIRST[passage["start_a"] : passage["end_a"]].lower() == STATEMENT  # type: ignore[index]
    assert passage["raw_start_b"] == passage["start_b"] + 7  # type: ignore[operator]


def test_the_same_text_is_a_near_duplicate() -> None:
    maps = [OffsetMap([Piece(0, len(FIRST), 0, "body")])] * 2
    result = pairs.compare(("a_1", "a_2"), [words(FIRST)] * 2, maps, 15, 0.5)
    assert result is not None
    assert result[0]["similarity"] == 1.0
    assert result[0]["near_duplicate"] is True


PHRASE, BAND = 2, 3


def test_what_everybody_prints_makes_no_pairs() -> None:
    assert candidates([(at, PHRASE) for at in range(60)]) == []
    assert len(candidates([(at, PHRASE) for at in range(50)])) == 50 * 49 // 2


def test_a_report_that_everybody_reprints_pairs_each_with_the_first() -> None:
    assert candidates([(at, BAND) for at in range(5, 65)]) == [(5, at) for at in range(6, 65)]


def test_of_many_partners_the_closest_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of 400 articles shares one phrase each with up to 49 others, in 20 ways, and two neighbours share two more."""
    articles, near = 400, [(at, 10_000 + 2 * (at // 2) + offset) for at in range(400) for offset in (0, 1000)]
    far = [(at, 2 * (500 * way + (at * (2 * way + 1)) % articles // 49)) for at in range(articles) for way in range(20)]
    monkeypatch.setattr(pairs, "_PARTNERS", 10)
    found = candidates(sorted({*far, *near}))
    every = {(a, b) for a, one in far for b, other in far if one == other and a < b}
    assert len(found) <= 2 * 10 * articles < len(every)
    assert {(at, at + 1) for at in range(0, articles, 2)} <= set(found) <= every | {(at, at + 1) for at in range(0, articles, 2)}


@settings(deadline=None)
@given(st.sets(st.tuples(st.integers(0, 30), st.integers(0, 12))), st.integers(1, 40))
def test_how_many_hashes_are_held_at_once_changes_no_pair(rows: set[tuple[int, int]], held: int) -> None:
    expected = {(a, b) for a, one in rows for b, other in rows if one == other and a < b}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pairs, "_HELD", held)
        assert candidates(sorted(rows)) == sorted(expected)


@given(st.lists(st.sampled_from(["ab", "c", "d"]), max_size=60), st.lists(st.sampled_from(["ab", "c", "d"]), max_size=60))
def test_runs_are_shared_maximal_and_do_not_overlap(one: list[str], two: list[str]) -> None:
    first, second = words(" ".join(one)), words(" ".join(two))
    found = passages.shared(first, second, 8)
    for start, other, length in found:
        assert length >= 8
        assert first.words[start : start + length] == second.words[other : other + length]
    assert all(a + n <= b for (a, _, n), (b, _, _) in itertools.pairwise(found))
