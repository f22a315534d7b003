"""ECB+ on made-up mentions, and the scores of chains."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drawdown.errors import KnowledgeError
from drawdown.sets import chains, ecb

FILE = Path(__file__).parents[1] / "data" / "sets" / "ecb.json"
Pairs = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz")), min_size=1, max_size=12)


def test_mentions_come_by_topic_document_and_place(tmp_path: Path) -> None:
    mentions = ecb.read(FILE)
    assert [(one.topic, one.document, one.at, one.chain) for one in mentions] == [
        ("1", "1_1", 2, "A"), ("1", "1_2", 3, "A"), ("1", "1_2", 1003, "B"), ("2", "2_1", 2, "C"), ("2", "2_2", 3, "C"),
    ]  # fmt: skip
    turned = [
        {**row, "tokens_number": str(row["tokens_number"][0]), "mention_context": " ".join(row["mention_context"])}
        for row in reversed(json.loads(FILE.read_text(encoding="utf-8")))
    ]
    (tmp_path / "turned.json").write_text(json.dumps(turned), encoding="utf-8")
    assert ecb.read(tmp_path / "turned.json") == mentions


def test_the_same_verb_of_the_same_names_is_one_event_across_documents() -> None:
    told = ecb.figures(ecb.read(FILE))
    assert {name: figure.value for name, figure in told.items()} == {
        "CoNLL, mean of MUC, B-cubed and CEAF": 1, "pairs": 1, "MUC": 1, "B-cubed": 1, "CEAF of entities": 1,
    }  # fmt: skip
    assert told["pairs"].gold == 5


@pytest.mark.parametrize(
    ("content", "problem"), [("{}", "no list"), ("[1]", "row 1: no object"), ('[{"doc_id": "1"}]', "topic_id"), ("[", "no JSON")]
)
def test_a_bad_file_is_named(tmp_path: Path, content: str, problem: str) -> None:
    (tmp_path / "bad.json").write_text(content, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=rf"bad\.json.*{problem}"):
        ecb.read(tmp_path / "bad.json")


def test_scores_of_the_worked_example_of_the_literature() -> None:
    # Pradhan and others, 2014: key {a b c} {d e f g}, response {a b} {c d} {f g h i}, here over the common mentions with e alone.
    gold = dict(zip("abcdefg", "1112222", strict=True))
    found = dict(zip("abcdefg", "xxyywzz", strict=True))
    assert chains.muc(gold, found) == (2, 3, 2, 5)
    assert chains.pairwise(gold, found) == (2, 3, 2, 9)
    assert chains.b_cubed(gold, found) == pytest.approx((2 + 0.5 + 0.5 + 1 + 2, 7, 4 / 3 + 1 / 3 + 1 / 4 + 1 / 4 + 1, 7))
    assert chains.ceaf(gold, found) == pytest.approx((4 / 5 + 4 / 6, 4, 4 / 5 + 4 / 6, 2))


@given(Pairs)
def test_scores_are_shares_and_change_sides_with_the_chains(pairs: list[tuple[str, str]]) -> None:
    gold, found = ({str(at): pair[side] for at, pair in enumerate(pairs)} for side in (0, 1))
    for score in chains.SCORES.values():
        hits, told, hits_, wanted = score(gold, found)
        assert -1e-9 <= hits <= told + 1e-9
        assert -1e-9 <= hits_ <= wanted + 1e-9
        assert score(found, gold) == pytest.approx((hits_, wanted, hits, told))
        own = score(gold, gold)
        assert own[0] == own[1] == own[2] == own[3]


def test_no_mention_gives_no_figure() -> None:
    assert chains.figures([])["pairs"].value is None
