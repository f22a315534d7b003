"""Relative clauses without a pronoun; the parse of these made-up sentences takes them for the main clause."""

from __future__ import annotations

TEXT = "Last week, Harakat Sabah, a Somali militia the Pentagon has consistently blamed for rocket attacks against US forces, warned Nairobi that the fight would not end."


def test_the_clause_has_its_own_subject_and_the_main_verb_gets_its_own_back(code):
    coded = code(TEXT)
    parties = {
        (row["text"], role): [
            who["text"] for who in coded.participants if (who["event_mention_id"], who["role"]) == (row["event_mention_id"], role)
        ]
        for row in coded.events
        for role in ("actor", "recipient")
    }
    assert parties["blamed", "actor"] == ["Pentagon"]
    assert parties["blamed", "recipient"] == ["Harakat Sabah"]
    assert parties["warned", "actor"] == ["Harakat Sabah"]


def test_a_date_before_it_belongs_to_the_main_clause(told):
    dated = {row["text"]: row["edtf"] for row in told(TEXT)}
    assert dated["blamed"] is None
    assert dated["warned"] is not None


def test_an_ordinary_subject_stays(code):
    rows = code("Kenya, a member of the bloc, has blamed Somalia for the raids.")
    assert [who["text"] for who in rows.participants if who["role"] == "actor"] == ["Kenya"]
