"""What a speaker says of his own side's plans he promises or threatens; of others he predicts it."""

from __future__ import annotations

import pytest

from drawdown.sets import coding

SAID = [
    ("Russian President Vladimir Putin said on Tuesday that Russia will attack the rebels in Mali.", "THREATEN", "ASSAULT", "asserted"),
    ("Russian President Vladimir Putin said on Tuesday that Israel will attack the rebels in Mali.", "ASSAULT", None, "conditional"),
    ("British Prime Minister Boris Johnson said Britain will impose sanctions on Belarus.", "THREATEN", "SANCTION", "asserted"),
    ("French President Emmanuel Macron said France will help the rebels in Mali.", "AGREE", "AID", "asserted"),
    ("French President Emmanuel Macron said France will continue helping the rebels in Mali.", "AGREE", "AID", "asserted"),
    ("Iran will take revenge on the rebels, Iranian President Hassan Rouhani said.", "THREATEN", "ASSAULT", "asserted"),
    ("France will attack the rebels in Mali.", "ASSAULT", None, "planned"),
    ("Peru condemned the policy of Chile, Reuters reported.", "ACCUSE", None, "alleged"),
]


@pytest.mark.parametrize(("text", "event_type", "content", "realis"), SAID)
def test_whose_plans_they_are(text, event_type, content, realis):
    (rows,) = coding.code([coding.Text(text)]).rows("event_mentions")
    assert [(row["event_type"], row["content_type"], row["realis"]) for row in rows] == [(event_type, content, realis)]


def test_what_was_ordered_is_no_report():
    coded = coding.code([coding.Text("President Julius Maada Bio ordered strikes that killed two Somali rebels.")])
    (row,) = (row for row in coded.rows("event_mentions")[0] if row["event_type"] == "ASSAULT")
    assert (row["realis"], row["source_id"]) == ("asserted", None)


def test_what_a_speaker_says_that_others_voiced_is_alleged():
    quoted = '"They have condemned Kenya and {}," French President Emmanuel Macron said.'
    (rows,) = coding.code([coding.Text(quoted.format("that is wrong"))]).rows("event_mentions")
    assert [(row["event_type"], row["realis"]) for row in rows] == [("ACCUSE", "alleged")]
    (rows,) = coding.code([coding.Text('"We condemn Kenya," French President Emmanuel Macron said.')]).rows("event_mentions")
    assert [(row["event_type"], row["realis"]) for row in rows] == [("ACCUSE", "asserted")]


def test_what_the_page_tells_itself_needs_no_other_voucher():
    text = "French President Emmanuel Macron said that William Ruto was killed."
    (alone,) = coding.code([coding.Text(text)]).rows("event_mentions")
    assert [(row["realis"], row["source_id"]) for row in alone] == [("alleged", "emmanuel_macron")]
    (both,) = coding.code([coding.Text(f"Kenyan rebels killed William Ruto on Monday. {text}")]).rows("event_mentions")
    assert [(row["realis"], row["source_id"]) for row in both] == [("asserted", None)] * 2


def test_a_day_whose_year_is_named_is_past_on_a_page_without_date():
    texts = ["Chad left the union on 8 May 2018.", "Chad left the union on 8 May.", "Chad left the union, 8 May 2018."]
    realis = [coding.code([coding.Text(text)]).rows("event_mentions")[0][0]["realis"] for text in texts]
    assert realis == ["historical", "asserted", "asserted"]
