"""Readers of public test sets, on made-up files."""

from __future__ import annotations

import gzip
import importlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drawdown.errors import KnowledgeError, ParameterError
from drawdown.sets import catalogue, figures, files, plv

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


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.jsonl.gz"])
def test_json_lines_are_read_packed_or_not(name: str, tmp_path: Path) -> None:
    pack = gzip.compress if name.endswith(".gz") else bytes
    (tmp_path / name).write_bytes(pack('{"text": "one\u2028line"}\r\n\n{"text": "two"}\n'.encode()))
    assert list(files.lines(tmp_path / name)) == [(1, {"text": "one\u2028line"}), (3, {"text": "two"})]
    (tmp_path / name).write_bytes(pack(b'{"text": "one"}\n[1]'))
    with pytest.raises(KnowledgeError, match="row 2: no JSON object"):
        list(files.lines(tmp_path / name))


def test_a_set_is_scored_by_name_and_an_unknown_one_lists_them() -> None:
    told = catalogue.score("plv", SETS / "plv.tsv")
    assert {name: figure.value for name, figure in told.items()} == {
        "root, mean of labels": 1.0,
        "quad, mean of labels": 1.0,
        "root ASSAULT": 1.0,
        "quad 4": 1.0,
    }
    with pytest.raises(ParameterError, match="plv: sentences with a marked pair"):
        catalogue.score("nothing", SETS / "plv.tsv")


@pytest.mark.parametrize("name", catalogue.CATALOGUE)
def test_every_set_has_a_reader_and_figures_and_names_a_missing_file(name: str, tmp_path: Path) -> None:
    module = importlib.import_module(f"drawdown.sets.{name}")
    assert callable(module.figures)
    with pytest.raises(KnowledgeError, match="no such"):
        module.read(tmp_path / "none")


def test_macro_f1_is_the_mean_over_gold_labels_with_an_interval() -> None:
    told = figures.macro_f1(["a", "a", "b"] * 30, ["a", "b", "b"] * 30)
    assert told.value == pytest.approx(2 / 3, abs=1e-3)
    assert told.gold == 90
    assert told.low is not None
    assert told.high is not None
    assert 0.5 < told.low < 2 / 3 < told.high < 0.8
    assert figures.macro_f1([], []).value is None


def test_by_label_counts_hits_misses_and_false_ones_of_each_gold_label() -> None:
    told = figures.by_label(["a", "a", "b", "b"], ["a", "b", "b", "c"])
    assert {label: (one.precision, one.recall, one.gold, one.found) for label, one in told.items()} == {
        "a": (1.0, 0.5, 2, 1),
        "b": (0.5, 0.5, 2, 2),
    }


@settings(deadline=None, max_examples=25)
@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abcd")), min_size=1, max_size=30))
def test_macro_f1_is_the_mean_of_the_figures_by_label(pairs: list[tuple[str, str]]) -> None:
    gold, told = zip(*pairs, strict=True)
    values = [one.value or 0.0 for one in figures.by_label(gold, told).values()]
    assert figures.macro_f1(gold, told).value == pytest.approx(sum(values) / len(values), abs=2e-3)
