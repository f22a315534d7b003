"""Readers of public test sets, on made-up files."""

from __future__ import annotations

from pathlib import Path

import pytest

from drawdown.errors import KnowledgeError
from drawdown.scores.readers import plv

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
