"""What the coder makes of classes of language; every sentence is made up."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drawdown.event_mentions import coder
from drawdown.event_mentions.page import Page
from drawdown.offsets import OffsetMap, Piece
from drawdown.parses import pipeline
from drawdown.schemas import TABLES

from .conftest import ARTICLE, MODEL, SHIFT

TYPES = [
    ("Rebels attacked an army base near Orvana.", "attacked", "ASSAULT", None),
    ("The Somali army beat the Ethiopian troops in Baidoa.", "beat", "ASSAULT", None),
    ("Ten Somali farmers were killed when a suicide bomber entered the hall.", "killed", "ASSAULT", "suicide-attack"),
    ("The Syrian premier was welcomed in the palace by the Peruvian president.", "welcomed", "CONSULT", None),
    ("Peru has walked out of the treaty.", "walked", "SANCTION", "withdraw"),
    ("Chad dismissed the Kenyan minister's remarks.", "dismissed", "REJECT", None),
    ("The Kenyan envoy met with Chadian officials and discussed the border.", "met", "CONSULT", None),
    ("Peru reaffirmed its commitment to help Chile.", "commitment", "AGREE", None),
    ("The Kenyan reporter has been detained and imprisoned in Uganda.", "detained", "COERCE", "arrest"),
    ("The governor was assassinated by gunmen on Monday.", "assassinated", "ASSAULT", "targeted"),
    ("Norwegian jets bombed a rebel camp.", "bombed", "ASSAULT", "aerial"),
    ("Police arrested twelve protesters in Kenya.", "arrested", "COERCE", "arrest"),
    ("The government imposed a curfew in Lima.", "curfew", "COERCE", "curfew"),
    ("Peru expelled the Chilean ambassador.", "expelled", "SANCTION", "expel"),
    ("Ghana suspended aid to Togo.", "suspended", "SANCTION", "discontinue"),
    ("The ministers of Peru and Chile held talks in Lima.", "talks", "CONSULT", None),
    ("Brazil sent food aid to Haiti.", "sent", "AID", None),
    ("Sweden praised the Finnish government.", "praised", "SUPPORT", None),
    ("Denmark pulled out its troops from Mali.", "pulled out", "RETREAT", "withdraw"),
    ("Bolivia condemned the Peruvian government.", "condemned", "ACCUSE", "disapprove"),
    ("Bolivia accused Peru of spying.", "accused", "ACCUSE", "allege"),
    ("Thousands of workers demonstrated against the government.", "demonstrated", "PROTEST", "demo"),
    ("Uganda deployed tanks along the border.", "deployed", "MOBILIZE", "weapons"),
    ("The prime minister of Nepal resigned.", "resigned", "RETREAT", "resign"),
]


@pytest.mark.parametrize(("text", "trigger", "event_type", "mode"), TYPES)
def test_types(one, text, trigger, event_type, mode):
    event, _ = one(text)
    assert (event["text"], event["event_type"], event["mode"]) == (trigger, event_type, mode)
    assert event["realis"] == "asserted"


COMPOSED = [
    ("Kenya threatened to attack Somali bases.", "THREATEN", "violence", "ASSAULT", "threatened"),
    ("Kenya demanded the withdrawal of Somali troops.", "REQUEST", "yield", "RETREAT", "demanded"),
    ("Kenya urged Somalia to release the prisoners.", "REQUEST", "yield", "RETREAT", "demanded"),
    ("Kenya refused to negotiate with Somalia.", "REJECT", "meet", "CONSULT", "negated"),
    ("Kenya promised to send food to Somalia.", "AGREE", None, "AID", "planned"),
    ("Kenya announced the withdrawal of its troops from Somalia.", "CONCEDE", None, "RETREAT", "planned"),
    ("Kenyan Rebels Vow to Attack Somali Army", "THREATEN", "violence", "ASSAULT", "threatened"),
]


@pytest.mark.parametrize(("text", "event_type", "mode", "content_type", "content_realis"), COMPOSED)
def test_a_speech_act_is_one_row_with_its_content(one, text, event_type, mode, content_type, content_realis):
    event, _ = one(text)
    assert (event["event_type"], event["mode"]) == (event_type, mode)
    assert (event["content_type"], event["content_realis"]) == (content_type, content_realis)
    assert event["realis"] == "asserted"


REALIS = [
    ("Kenya did not attack the rebels.", "negated"),
    ("Kenya never bombed Somalia.", "negated"),
    ("Kenya has failed to withdraw its troops.", "negated"),
    ("Kenya will withdraw its troops from Somalia.", "planned"),
    ("Kenya plans to withdraw its troops from Somalia.", "planned"),
    ("Kenya may attack the rebels.", "conditional"),
    ("Kenya mulled withdrawing its troops.", "conditional"),
    ("Kenya allegedly bombed a village.", "alleged"),
    ("Kenya previously bombed the rebels.", "historical"),
    ("Kenya bombed the rebels.", "asserted"),
]


@pytest.mark.parametrize(("text", "realis"), REALIS)
def test_realis_is_decided_by_the_clause(one, text, realis):
    assert one(text)[0]["realis"] == realis


def test_passive_and_by_phrase(one):
    _, roles = one("The village was shelled by Kenyan troops.")
    assert roles == {"actor": ["Kenyan troops"], "recipient": ["village"]}


def test_nominal_with_by_and_of(one):
    event, roles = one("The assassination of General Omar by Kenyan rebels shocked the country.")
    assert event["text"] == "assassination"
    assert roles["actor"] == ["Kenyan rebels"]
    assert roles["recipient"] == ["General Omar"]


def test_light_verb(one):
    event, roles = one("Kenyan rebels carried out an attack on a Somali convoy.")
    assert event["text"] == "attack"
    assert roles["actor"] == ["Kenyan rebels"]
    assert roles["recipient"] == ["Somali convoy"]


def test_the_strike_that_kills_is_one_happening_done_by_its_owner(one):
    event, roles = one("A Kenyan drone strike killed ten militants.")
    assert (event["text"], event["mode"], event["deaths_best"]) == ("killed", "drone", 10)
    assert roles["actor"] == ["Kenyan"]


def test_parties_of_a_meeting_are_all_actors(one):
    _, roles = one("President Obama met King Felipe in Madrid.")
    assert roles["actor"] == ["President Obama", "King Felipe"]


def test_a_prediction_by_an_outsider_is_no_threat(code):
    events = code("The analyst warned that Kenya could attack the rebels.").events
    assert [(row["event_type"], row["realis"]) for row in events] == [("ASSAULT", "conditional")]


@pytest.mark.parametrize(
    "text",
    [
        "The striker shot from twenty yards and beat the goalkeeper.",
        "The hurricane killed twelve people and destroyed hundreds of homes.",
        "Shares fell sharply after the company cut its profit forecast.",
        "If Kenya attacks the rebels, nobody gains.",
        "The timetable for withdrawal is unknown.",
        "",
    ],
)
def test_no_event(code, text):
    assert code(text).events == []


def test_source_and_quotation(one):
    text = "Rebels killed a Kenyan judge, the minister said."
    quote = {
        "quote_id": "q_" + "0" * 20,
        "start": 0,
        "end": 28,
        "kind": "indirect",
        "cue": "said",
        "speaker_id": "the_minister",
        "speaker_text": "the minister",
    }
    event, _ = one(text, quotes=[quote])
    assert (event["source_id"], event["quote_id"], event["realis"]) == ("the_minister", quote["quote_id"], "alleged")
    factive = quote | {"cue": "revealed"}
    assert one(text.replace("said", "revealed"), quotes=[factive])[0]["source_id"] is None


def test_date_of_the_clause_and_history(one):
    text = "Kenya bombed the rebels in March 2019."
    time = {
        "time_id": "t_" + "0" * 20,
        "article_id": ARTICLE,
        "start": text.index("March"),
        "end": len(text) - 1,
        "raw_start": text.index("March") + SHIFT,
        "raw_end": len(text) - 1 + SHIFT,
        "text": "March 2019",
        "edtf": "2019-03",
        "earliest": date(2019, 3, 1),
        "latest": date(2019, 3, 31),
        "precision": "month",
        "basis": "stated",
    }
    event, roles = one(text, times=[time], published="2020-01-05")
    assert (event["edtf"], event["date_basis"], event["realis"]) == ("2019-03", "stated", "historical")
    assert roles["time"] == ["March 2019"]
    assert one(text, times=[time], published="2019-04-02")[0]["realis"] == "historical"


def test_rows_keep_the_contracts_and_the_receipts(code):
    text = "Kenya threatened to attack Somali bases. Police arrested 12 protesters, and the army was deployed in Nairobi."
    coded = code(text)
    for name, rows in (("event_mentions", coded.events), ("participants", coded.participants), ("contexts", coded.contexts)):
        assert TABLES[name].frame(rows).height == len(rows)
    for row in [*coded.events, *coded.participants]:
        assert text[row["start"] : row["end"]] == row["text"]
        assert row["raw_start"] == row["start"] + SHIFT


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=st.sampled_from("Rebels attack Kenya. 'to' \n“”—éمرحبا0$"), max_size=60))
def test_any_text_is_coded_without_error_and_alike(words, text):
    doc = pipeline.parse(pipeline.load(MODEL), text)
    page = Page(ARTICLE, text, OffsetMap([Piece(0, len(text), 0, "body")]))
    assert coder.code(page, doc, words) == coder.code(page, doc, words)


UNTOLD = [
    "Kenya warned of the consequences of the drought for Peru.",
    "The minister lifted weights with the Kenyan envoy.",
    "The deal meets the interests of Kenya and Peru.",
    "The ministry said in a press release that Kenya and Peru are friends.",
    "The minister spoke of an attack by Kenyan rebels.",
    "Kenya deemed the withdrawal of its troops a priority.",
    "The goal is to drive the rebels out of Kenya.",
    "The minister left office in May.",
    "The minister left the airport in Nairobi.",
    "They spoke about the cost of attacking Kenya.",
    "Asked whether Kenya would stay, the minister smiled.",
    "Let me tell you about Kenya and Somalia.",
    "Kenya has arrived at an impasse.",
    "The minister received a blow in Kenya.",
    "A person who attacks Kenya has no sense.",
    "The base where Kenyan troops are stationed is old.",
    "Kenya described the results as aggression against its people.",
    "The Kenyan minister cut himself.",
    "The scandal destroyed the Kenyan minister's reputation.",
    "Kenya fights terrorism and poverty.",
    "Kenya reported forty Covid-19 deaths.",
    "Kenya likes any group that fights Somalia.",
    "Kenya's support for Somalia has its limits.",
]


@pytest.mark.parametrize("text", UNTOLD)
def test_topics_dangers_and_idioms_are_no_acts(code, text):
    assert [(row["text"], row["event_type"]) for row in code(text).events] == []


TOLD = [
    ("Kenya wants Somali troops to leave the country.", "wants", "REQUEST", "asserted"),
    ("Kenya does not let its soil be used to attack Somalia.", "let", "AGREE", "asserted"),
    ("The minister confirmed that he would visit Somalia.", "confirmed", "AGREE", "asserted"),
    ("Protests erupted in Nairobi.", "Protests", "PROTEST", "asserted"),
    ("The redeployment of Kenyan troops has been halted.", "redeployment", "MOBILIZE", "negated"),
    ("The rebels vowed to end the Kenyan presence.", "vowed", "THREATEN", "asserted"),
    ("The minister said that Somalia should release the Kenyan prisoners.", "release", "REQUEST", "asserted"),
    ("The minister attacked Somalia for its refusal.", "attacked", "ACCUSE", "asserted"),
    ("The minister launched a scathing attack on Somalia.", "attack", "ACCUSE", "asserted"),
    ("Kenya vowed to take revenge on Somalia.", "vowed", "THREATEN", "asserted"),
    ("The drone strike killed ten rebels.", "killed", "ASSAULT", "asserted"),
    ("Kenya pledged to end its presence in Somalia.", "pledged", "CONCEDE", "asserted"),
]


@pytest.mark.parametrize(("text", "trigger", "event_type", "realis"), TOLD)
def test_what_words_around_an_act_make_of_it(one, text, trigger, event_type, realis):
    event, _ = one(text)
    assert (event["text"], event["event_type"], event["realis"]) == (trigger, event_type, realis)


def test_the_speaker_demands_what_his_words_demand(one):
    text = "There is no place for Somali troops in Kenya, Juma Otieno said."
    span = {"article_id": ARTICLE, "start": 47, "end": 58, "raw_start": 54, "raw_end": 65, "text": "Juma Otieno"}
    named = span | {"mention_id": "m_1", "entity_id": "x_otieno", "kind": "person", "method": "name"}
    quote = {
        "quote_id": "q_1",
        "start": 0,
        "end": 45,
        "kind": "indirect",
        "cue": "said",
        "speaker_id": "x_otieno",
        "speaker_text": "Juma Otieno",
    }
    event, roles = one(text, mentions=[named], quotes=[quote])
    assert (event["event_type"], roles["actor"], roles["recipient"]) == ("REQUEST", ["Juma Otieno"], ["Somali troops"])


def test_rows_below_the_least_confidence_are_not_written_nor_is_what_belongs_to_them(words):
    text = "Rebels attacked an army base near Orvana. Norwegian jets bombed a rebel camp."
    doc = pipeline.parse(pipeline.load(MODEL), text)
    sentences = [{"sentence_id": f"s_{at:020x}", "start": a, "end": b} for at, (a, b) in enumerate(pipeline.sentence_spans(doc))]
    page = Page(ARTICLE, text, OffsetMap([Piece(0, len(text), SHIFT, "body")]), sentences=sentences)
    every = coder.code(page, doc, words)
    least = min(row["confidence"] for row in every.events)
    assert len(every.events) == 2
    assert coder.code(page, doc, words, least) == coder.code(page, doc, words)
    some = coder.code(page, doc, words, least + 0.001)
    assert [row for row in every.events if row["confidence"] > least] == some.events
    kept = {row["event_mention_id"] for row in some.events}
    assert {row["event_mention_id"] for row in some.participants} <= kept
    none = coder.code(page, doc, words, 1.0)
    assert not [*none.events, *none.participants, *none.contexts]


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("Rebels attacked in Nairobi, wounding six sailors.", {"six sailors"}),
        ("Ten sailors were killed or wounded by rebels in Nairobi.", {"Ten sailors"}),
    ],
)
def test_an_attack_and_its_result_on_the_same_victims_are_one_row(code, text, victims):
    coded = code(text)
    assert [row["event_type"] for row in coded.events] == ["ASSAULT"]
    assert {row["text"] for row in coded.participants if row["role"] == "recipient"} == victims


def test_a_dash_ends_a_dateline_within_a_phrase(code):
    coded = code("NAIROBI - Chadian Maize Company signed a memorandum with Peru.")
    assert "Chadian Maize Company" in {row["text"] for row in coded.participants}


def test_what_is_condemned_has_no_part_in_when_it_is_condemned(code):
    coded = code("The premier slammed the Chilean sanctions against Peru earlier in the day.")
    assert {row["text"] for row in coded.events if row["time_id"] is not None} <= {"slammed"}


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Kenyan soldiers battled gunmen in Garissa.", None),
        ("The Kenyan army fired rockets at the rebels.", "heavy-weapons"),
        ("Nine Ugandan farmers were killed in a series of explosions in Gulu.", "explosives"),
    ],
)
def test_the_mode_is_that_of_the_means_not_of_the_victims(one, text, mode):
    event, _ = one(text)
    assert (event["event_type"], event["mode"]) == ("ASSAULT", mode)


def test_what_is_left_or_asked_for_is_nobody(code):
    coded = code("Having left the nuclear agreement, Chile pushed for ratification of a resolution on Peru.")
    assert {row["text"] for row in coded.participants if row["role"] == "recipient"} <= {"Peru"}


def test_earlier_in_the_day_is_news(one):
    event, _ = one("The ministers of Peru and Chile met earlier on Monday.")
    assert event["realis"] == "asserted"


def test_those_who_march_and_clash_riot(code):
    coded = code("Kenyan youths marched against the tax and clashed with soldiers.")
    assert {(row["text"], row["event_type"], row["mode"]) for row in coded.events if row["text"] == "clashed"} == {
        ("clashed", "PROTEST", "riot")
    }


def test_three_who_talk_are_many(one):
    event, _ = one("Omar Ali, Hassan Musa and Juma Otieno discussed the war in Kenya.")
    assert (event["event_type"], event["mode"]) == ("CONSULT", "multilateral")
