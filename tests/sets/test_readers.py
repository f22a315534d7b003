"""Readers of public test sets, on made-up files."""

from __future__ import annotations

from pathlib import Path

import pytest

from drawdown.errors import KnowledgeError, ParameterError
from drawdown.sets import case, plv
from drawdown.sets import scoring as sets

SETS = Path(__file__).parents[1] / "data" / "sets"


def test_plv_spans_are_in_the_sentence_without_marks() -> None:
    (row,) = plv.read(SETS / "plv.tsv")
    assert row.source is not None
    assert row.target is not None
    assert [row.text[slice(*span)] for span in (row.source, row.target)] == ["Norland", "Sudland"]
    assert (row.quad, row.root) == ("4", "ASSAULT")


def test_plv_names_file_and_row_of_a_bad_row(tmp_path: Path) -> None:
    bad = tmp_path / "bad.tsv"
    bad.write_text((SETS / "plv.tsv").read_text(encoding="utf-8").replace("\t4\t", "\t7\t"), encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"bad\.tsv: row 2"):
        plv.read(bad)
    with pytest.raises(KnowledgeError, match="no such file"):
        plv.read(tmp_path / "none.tsv")


def test_a_set_is_scored_by_name_and_an_unknown_one_lists_them() -> None:
    assert sets.score("plv", SETS / "plv.tsv") == {"sentences": 1, "root, macro F1": 1.0, "quad class, macro F1": 1.0}
    with pytest.raises(ParameterError, match="the sets are: plv"):
        sets.score("nothing", SETS / "plv.tsv")


def test_macro_f1_is_the_mean_over_gold_labels() -> None:
    assert sets.macro_f1(["a", "a", "b"], ["a", "b", "b"]) == pytest.approx(2 / 3, abs=1e-3)


def test_case_reads_snippets_and_names_a_bad_row(tmp_path: Path) -> None:
    assert case.read(SETS / "case.tsv") == [case.Snippet("7", 'Farmers marched "peacefully" in Northtown.', "PEACE_PROTEST")]
    bad = tmp_path / "bad.tsv"
    bad.write_text("id\tEventSnippet\tSubType\n7\tNo type\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"bad\.tsv: row 2"):
        case.read(bad)
