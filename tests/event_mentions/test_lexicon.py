"""The hand-kept tables of the coder hang together."""

from __future__ import annotations

import ast
from pathlib import Path

from drawdown import event_mentions, knowledge
from drawdown.schemas import vocabularies
from drawdown.schemas.reference import crosswalk_acled, crosswalk_cameo, predicates


def test_object_classes_exist(words):
    wanted = {row.object_class for rows in words.predicates.values() for row in rows if row.object_class}
    assert wanted <= words.classes.keys()


def test_every_class_is_read(words):
    asked = {row.object_class for rows in words.predicates.values() for row in rows}
    asked |= {f"context_{context}" for context in vocabularies.contexts()}
    for path in Path(event_mentions.__file__).parent.glob("*.py"):
        asked |= {node.value for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Constant)}
    assert words.classes.keys() - asked == set()


def test_the_lexicon_is_large(reference):
    assert knowledge.read(predicates.TABLE, reference).height >= 1500


def test_every_type_has_rows_and_every_mode_a_score(words):
    told = {row.event_type for rows in words.predicates.values() for row in rows}
    assert told >= set(vocabularies.event_types())
    assert all(isinstance(score, int | float) for score in words.scores.values())


def test_rows_with_more_conditions_come_first(words):
    for rows in words.predicates.values():
        assert [row.conditions for row in rows] == sorted(row.conditions for row in rows)


def test_crosswalks_name_existing_types(reference):
    assert knowledge.read(crosswalk_cameo.TABLE, reference).height >= 20
    assert knowledge.read(crosswalk_acled.TABLE, reference).height == 25
