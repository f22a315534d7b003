"""Reference tables: typed, under contract, and a broken row is named."""

from __future__ import annotations

import ast
from datetime import date
from pathlib import Path

import pytest

from drawdown import entities, knowledge
from drawdown.errors import KnowledgeError
from drawdown.layout import bundled_reference
from drawdown.registry import Column, Table
from drawdown.schemas import columns as c
from drawdown.schemas.reference import reference_words, speech_words, time_words

TERMS = Table(
    name="terms",
    title="Terms",
    description="Made up.",
    stage="entities",
    primary_key=("who",),
    columns=(
        Column("who", "string", "Who."),
        Column("since", "date", "When.", nullable=True),
        Column("weight", "number", "How much.", maximum=1),
        Column("weak", "boolean", "Whether."),
        Column("rank", "integer", "Which.", nullable=True),
    ),
)
COLOURS = Table(
    name="colours",
    title="Colours",
    description="Made up.",
    stage="entities",
    primary_key=("class", "word"),
    columns=(c.WORD_CLASS.but(vocabulary=("warm", "cold", "none")), c.WORD),
)
HEADER = "who,since,weight,weak,rank"


def terms(folder: Path, *rows: str) -> Path:
    (folder / "terms.csv").write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    return folder


def test_fields_have_the_types_of_their_columns(tmp_path: Path) -> None:
    frame = knowledge.read(TERMS, terms(tmp_path, "zoe,2020-02-29,.5,true,", "abe,,1,false,3"))
    assert frame.rows() == [("zoe", date(2020, 2, 29), 0.5, True, None), ("abe", None, 1.0, False, 3)]


@pytest.mark.parametrize(
    ("row", "named"),
    [
        ("abe,2021-02-29,1,true,", "line 3, column since: '2021-02-29'"),
        ("abe,,much,true,", "line 3, column weight: 'much'"),
        ("abe,,1,yes,", "line 3, column weak: 'yes'"),
        ("abe,,1,true,1.5", "line 3, column rank: '1.5'"),
        ("abe,,2,true,", "weight"),
        ("abe,,,true,", "weight"),
        ("zoe,,1,true,", "who"),
    ],
)
def test_a_broken_row_is_named(row: str, named: str, tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError) as caught:
        knowledge.read(TERMS, terms(tmp_path, "zoe,,1,true,", row))
    assert "terms.csv" in str(caught.value)
    assert named in str(caught.value)


def test_a_row_with_a_field_too_many_is_named(tmp_path: Path) -> None:
    folder = terms(tmp_path, '"z\no",,1,true,', "abe,,1,true,3,too many")
    with pytest.raises(KnowledgeError, match=r"line 4 has 6 fields, the header 5: abe.*too many"):
        knowledge.read(TERMS, folder)


def test_a_missing_file_or_column_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"terms\.csv does not exist"):
        knowledge.read(TERMS, tmp_path)
    (tmp_path / "terms.csv").write_text("who,since,weight,weak\nzoe,,1,true\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="rank"):
        knowledge.read(TERMS, tmp_path)


def test_words_come_by_class_and_a_class_may_be_empty(tmp_path: Path) -> None:
    (tmp_path / "colours.csv").write_text("class,word\nwarm,red\ncold,blue\nwarm,orange\n", encoding="utf-8")
    assert knowledge.classes(COLOURS, tmp_path) == {"warm": {"red", "orange"}, "cold": {"blue"}, "none": frozenset()}


@pytest.mark.parametrize("table", [reference_words.TABLE, speech_words.TABLE, time_words.TABLE], ids=lambda table: table.name)
def test_every_class_of_words_has_words_and_is_read(table: Table) -> None:
    words = knowledge.classes(table, bundled_reference())
    read = {
        node.value
        for path in Path(entities.__file__).parent.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
    }
    assert {name for name in words if not words[name] or name not in read} == set()
