from __future__ import annotations

import random
from dataclasses import replace

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drawdown import contracts
from drawdown.errors import ContractError, KnowledgeError
from drawdown.events import claims, comparison, founding, linking, merging
from drawdown.events.inputs import LinkKnowledge, Tables
from drawdown.schemas import TABLES
from drawdown.schemas.reference import event_ids
from tests.events.world import Report, article, events_of, known, tables

QUOTED = "If they do not leave our river valley now, we shall make them leave it"
STRIKE = {"actors": ["bordurian_army"], "recipients": ["general_orlan"]}


def linked(reports: list[Report], **kwargs: object) -> list[set[str]]:
    links, _ = linking.link(tables(reports, **kwargs), known())  # type: ignore[arg-type]
    contracts.require(TABLES["event_links"], links, "test")
    return events_of(links)


def together(*reports: Report, **kwargs: object) -> bool:
    return len(linked(list(reports), **kwargs)) == 1


def test_a_killing_told_by_two_pages_a_day_apart_is_one_event() -> None:
    assert together(Report("one", day="2020-01-02", **STRIKE), Report("two", day="2020-01-03", text="slain", **STRIKE))


def test_a_date_without_year_meets_a_full_one() -> None:
    assert together(Report("one", edtf="XXXX-01-02", **STRIKE), Report("two", day="2020-01-03", **STRIKE))
    assert not together(Report("one", edtf="XXXX-05-02", **STRIKE), Report("two", day="2020-01-03", **STRIKE))


def test_dates_far_apart_are_two_events() -> None:
    army = {"actors": ["bordurian_army"], "recipients": ["river_brigade"]}
    assert not together(Report("one", day="2020-01-02", **army), Report("two", day="2020-01-12", **army))


def test_an_unnamed_victim_of_the_same_country_and_place_is_the_named_one() -> None:
    same = {"day": "2020-01-01", "until": "2020-01-31", "place": "arvan", "mode": "targeted"}
    assert together(
        Report("one", actors=["borduria"], recipients=["general_orlan"], **same),
        Report("two", recipients=["senior commander@BOR"], text="assassination", rule="assassination.n", **same),
    )


def test_victims_of_one_strike_are_joined_by_a_page_that_names_both() -> None:
    strike = {"actors": ["borduria"], "day": "2020-01-03"}
    assert together(
        Report("one", recipients=["general_orlan"], **strike),
        Report("two", recipients=["general_orlan", "marik_teval"], **strike),
        Report("three", recipients=["marik_teval"], **strike),
    )


def test_a_demand_of_parliament_is_one_however_it_is_called() -> None:
    demand = {"type": "REQUEST", "mode": "yield", "content": "RETREAT", "actors": ["aldorian_parliament"], "realis": "historical"}
    month = {"day": "2020-01-01", "until": "2020-01-31"}
    assert together(
        Report("one", text="motion", rule="motion.n", **demand, **month),
        Report("two", text="ordering", recipients=["bordurian_army"], **demand, **month),
        Report("three", text="vote", rule="vote.n", **demand),
        pages={"one": "2020-08-21", "two": "2021-07-19", "three": "2020-01-11"},
    )


def test_the_same_threat_a_year_later_is_another() -> None:
    threat = {"type": "THREATEN", "mode": "violence", "content": "ASSAULT", "actors": ["river_brigade"], "recipients": ["borduria"]}
    pages = {"one": "2020-08-21", "two": "2021-07-19"}
    assert not together(Report("one", **threat), Report("two", **threat), pages=pages)
    assert together(Report("one", **threat), Report("two", **threat), pages=pages | {"two": "2020-08-22"})


def test_a_shared_quotation_links_a_statement_of_unnamed_groups() -> None:
    threat = {"type": "THREATEN", "mode": "violence", "content": "ASSAULT", "recipients": ["borduria"]}
    reports = [Report("one", actors=["groups@ALD"], **threat), Report("two", actors=["resistance groups"], **threat)]
    quoted = [
        ("one", "We will answer. If they do not leave our river valley now, we shall make them leave it."),
        ("two", "If they do not leave our river valley now, we shall make them leave it"),
    ]
    assert together(*reports, pages={"one": "2020-08-21", "two": None}, quotes=quoted)
    assert not together(*reports, pages={"one": "2020-08-21", "two": None})


def test_threats_of_two_speakers_are_two() -> None:
    threat = {"type": "THREATEN", "mode": "violence", "content": "ASSAULT", "recipients": ["borduria"], "day": "2020-08-21"}
    assert not together(Report("one", actors=["river_brigade"], **threat), Report("two", actors=["hill_front"], **threat))


def test_a_series_is_none_of_its_members() -> None:
    one = Report("one", actors=["river_brigade"], recipients=["bordurian_army"], day="2020-03-11", text="attack", rule="attack.n")
    many = Report("one", at=40, actors=["river_brigade"], recipients=["bordurian_army"], text="attacks", rule="attack.n")
    assert not together(one, many)


def test_generic_reports_without_date_stay_apart() -> None:
    meeting = {"type": "CONSULT", "actors": ["aldoria", "borduria"], "realis": "historical"}
    assert not together(Report("one", **meeting), Report("two", **meeting))


def test_a_sentence_about_two_killings_does_not_make_them_one() -> None:
    orlan = [Report(f"orlan {n}", actors=["borduria"], recipients=["general_orlan"], mode="targeted") for n in range(12)]
    teval = [Report(f"teval {n}", actors=["borduria"], recipients=["marik_teval"], mode="targeted") for n in range(12)]
    both = Report("both", actors=["borduria"], recipients=["general_orlan", "marik_teval"], mode="targeted")
    assert sorted(map(len, linked([*orlan, both, *teval]))) == [12, 13]
    assert together(replace(orlan[0], recipients=["general_orlan"]), both, teval[0]), "few reports of one attack on both"


def test_a_visitor_of_two_countries_paid_two_visits() -> None:
    visit = {"type": "CONSULT", "mode": "visit"}
    reports = [Report("tour", at=at, actors=["aldoria"], recipients=[host], **visit) for at, host in enumerate(["borduria"] * 3)]
    reports += [Report("tour", at=50 + at, actors=["aldoria"], recipients=["syldavia"], **visit) for at in range(3)]
    vague = Report("tour", at=40, actors=["aldoria"], **visit)
    groups = linked([*reports, vague])
    assert not any(group >= {reports[0].id, reports[-1].id} for group in groups)


def test_a_season_holds_for_the_whole_event() -> None:
    spring = Report("one", edtf="XXXX-03", **STRIKE)
    undated = Report("two", mode="targeted", **STRIKE)
    autumn = Report("three", edtf="XXXX-11", **STRIKE)
    dated = Report("four", day="2020-11-20", **STRIKE)
    assert {spring.id, autumn.id} not in [group & {spring.id, autumn.id} for group in linked([spring, undated, autumn])]
    assert {spring.id, dated.id} not in [group & {spring.id, dated.id} for group in linked([spring, undated, dated])]
    assert together(autumn, dated)


def test_an_act_of_another_actor_is_no_return() -> None:
    first = Report("one", day="2020-01-02", recipients=["general_orlan"])
    other = Report("one", at=90, actors=["river_brigade"], text="attack", rule="attack.n")
    assert not together(first, other)


def test_title_and_text_of_a_page_are_one() -> None:
    threat = {"type": "THREATEN", "mode": "violence", "content": "ASSAULT", "recipients": ["borduria"]}
    assert together(
        Report("one", part="title", text="vow", **threat), Report("one", at=90, actors=["river_brigade"], text="threatened", **threat)
    )


def test_an_attack_told_before_has_further_victims() -> None:
    told = Report("one", day="2020-01-02", **STRIKE)
    assert together(told, Report("one", at=80, actors=["the attack"], recipients=["hill_front"]))
    assert not together(told, Report("one", at=80, actors=["villagers"], recipients=["hill_front"]))


def test_a_mention_that_names_nobody_returns_to_the_last_act() -> None:
    first = Report("one", day="2020-01-02", **STRIKE)
    second = Report("one", at=50, day="2020-01-20", actors=["hill_front"], recipients=["river_brigade"])
    returning = Report("one", at=90, text="attack", rule="attack.n")
    assert {second.id, returning.id} in linked([first, second, returning])


def test_an_act_and_its_result_in_one_sentence_are_one() -> None:
    given = tables(
        [
            Report("one", at=10, actors=["borduria"], recipients=["hill_front"], text="airstrike", rule="airstrike.n"),
            Report("one", at=60, recipients=["general_orlan"]),
        ]
    )
    sentence = pl.lit(given.event_mentions["sentence_id"][0]).alias("sentence_id")
    links, _ = linking.link(replace(given, event_mentions=given.event_mentions.with_columns(sentence)), known())
    assert links["event_id"].n_unique() == 1


def test_a_sentence_printed_again_tells_the_same() -> None:
    reports = [Report(page, text="clashes", rule="clash.n") for page in ("one", "two")]
    given = tables(reports)
    said = "Clashes in the northern hills of Aldoria went on for days."
    articles = given.articles.with_columns(pl.lit(said).alias("text"))
    rows = given.event_mentions.select("sentence_id", "article_id").to_dicts()
    sentences = TABLES["sentences"].frame([{**row, "ordinal": 0, "start": 0, "end": len(said)} for row in rows])
    links, _ = linking.link(replace(given, articles=articles, sentences=sentences), known())
    assert links["event_id"].n_unique() == 1
    assert links["reason"].str.contains("the same sentence").all()


def test_visits_to_two_hosts_are_two() -> None:
    visit = {"type": "CONSULT", "mode": "visit", "actors": ["marik_teval"], "day": "2020-01-02"}
    assert not together(Report("one", recipients=["borduria"], **visit), Report("one", at=60, recipients=["hill_front"], **visit))


def test_a_reason_says_what_the_link_rests_on() -> None:
    reports = [Report("one", day="2020-01-02", **STRIKE), Report("two", day="2020-01-02", **STRIKE), Report("three", type="AID")]
    links, _ = linking.link(tables(reports), known())
    reasons = dict(links.select("event_mention_id", "reason").iter_rows())
    assert "same person hurt" in reasons[reports[0].id]
    assert "same day" in reasons[reports[0].id]
    assert reasons[reports[2].id] == "stands alone"


def test_no_mentions_no_events() -> None:
    assert linked([]) == []


def test_ten_thousand_reports_of_one_event() -> None:
    reports = [Report(f"page {number}", day="2020-01-03", deaths=number % 7, **STRIKE) for number in range(10_000)]
    assert len(linked(reports)) == 1


def some_reports(seed: int, count: int) -> list[Report]:
    draw = random.Random(seed)
    names = ["aldoria", "borduria", "river_brigade", "general_orlan", "marik_teval", "some men@ALD", "villagers"]
    return [
        Report(
            f"page {draw.randrange(8)}",
            at=10 * number,
            type=draw.choice(["ASSAULT", "THREATEN", "CONSULT"]),
            actors=draw.sample(names, draw.randrange(3)),
            recipients=draw.sample(names, draw.randrange(3)),
            day=draw.choice([None, "2020-01-02", "2020-01-03", "2020-01-20"]),
            realis=draw.choice(["asserted", "historical", "planned", "negated"]),
            place=draw.choice([None, "arvan", "lome"]),
        )
        for number in range(count)
    ]


def shuffled(given_tables: Tables, seed: int) -> Tables:
    names = given_tables.__dataclass_fields__
    return Tables(**{name: getattr(given_tables, name).sample(fraction=1, shuffle=True, seed=seed) for name in names})


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 40))
def test_order_of_rows_changes_nothing(seed: int, count: int) -> None:
    straight = tables(some_reports(seed, count))
    links, named = linking.link(straight, known())
    links_again, named_again = linking.link(shuffled(straight, seed), known())
    assert links.equals(links_again)
    assert named.sort("event_mention_id").equals(named_again.sort("event_mention_id"))
    assert sorted(links["event_mention_id"]) == sorted(straight.event_mentions["event_mention_id"])


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 30))
def test_a_page_on_other_matters_changes_no_event(seed: int, count: int) -> None:
    reports = some_reports(seed, count)
    stranger = [Report("stranger", at=5, type="AID", actors=["hill_front"], recipients=["aldorian_parliament"], day="2020-01-02")]
    before, _ = linking.link(tables(reports), known())
    after, _ = linking.link(tables(reports + stranger), known())
    assert after.filter(pl.col("event_mention_id") != stranger[0].id).equals(before)


def test_a_later_page_joins_an_event_without_changing_its_id() -> None:
    pages = {"one": "2020-01-04", "two": "2020-01-05", "later": "2021-06-01"}
    first = [Report("one", day="2020-01-03", **STRIKE), Report("two", day="2020-01-03", **STRIKE)]
    before, _ = linking.link(tables(first, pages), known())
    after, _ = linking.link(tables([*first, Report("later", day="2020-01-03", **STRIKE)], pages), known())
    assert set(before["event_id"]) == set(after["event_id"])


def released(named: pl.DataFrame) -> LinkKnowledge:
    base = known()
    return replace(base, released=named.select("event_mention_id", "event_id", "founding"))


def test_an_earlier_page_does_not_take_a_released_id_away() -> None:
    pages = {"one": "2020-01-04", "earlier": "2020-01-03"}
    first = [Report("one", day="2020-01-03", **STRIKE)]
    _, named = linking.link(tables(first, pages), known())
    reports = [*first, Report("earlier", day="2020-01-03", **STRIKE)]
    unreleased, _ = linking.link(tables(reports, pages), known())
    kept, _ = linking.link(tables(reports, pages), released(named))
    assert set(kept["event_id"]) == set(named["event_id"])
    assert set(unreleased["event_id"]) != set(named["event_id"])


def test_merged_split_and_withdrawn_events_are_told() -> None:
    one, two, three = (Report(page, day="2020-01-03", **STRIKE).id for page in ("one", "two", "three"))
    e = [founding.event_id(mention) for mention in (one, two, three)]
    then = pl.DataFrame({"event_mention_id": [one, two, three], "event_id": e})
    now = pl.DataFrame({"event_mention_id": [one, two], "event_id": [e[0], e[0]]})
    changes = founding.history(then, now)
    contracts.require(TABLES["event_history"], changes, "test")
    assert {(row["event_id"], row["change"], row["superseded_by"]) for row in changes.iter_rows(named=True)} == {
        (e[1], "merged", e[0]),
        (e[2], "withdrawn", None),
    }
    back = founding.history(now, then)
    assert back.select("event_id", "change", "superseded_by").rows() == [(e[0], "split", e[1])]
    assert founding.history(then, then).is_empty()


def test_what_a_release_keeps_gives_the_same_ids_again() -> None:
    given = tables([Report("one", day="2020-01-03", **STRIKE), Report("two", day="2020-01-03", **STRIKE), Report("two", at=60, type="AID")])
    links, named = linking.link(given, known())
    events = merging.merge(given, claims.build(given, known()), named)
    kept = founding.to_release(events, links)
    contracts.require(event_ids.TABLE, kept, "test")
    base = known()
    again, _ = linking.link(given, replace(base, released=kept))
    assert again.equals(links)
    assert founding.history(kept, again).is_empty()


def test_ids_that_collide_are_refused() -> None:
    reports = [Report("one", day="2020-01-03", **STRIKE), Report("two", type="AID", actors=["aldoria"])]
    forced = pl.DataFrame(
        {"event_mention_id": [report.id for report in reports], "event_id": ["e_" + "0" * 16] * 2, "founding": [True, True]}
    )
    with pytest.raises(ContractError, match="e_0000000000000000"):
        linking.link(tables(reports), released(forced))


def test_a_missing_weight_is_named() -> None:
    weights = known().weights.filter(pl.col("level") != "same_day")
    with pytest.raises(KnowledgeError, match="date/same_day"):
        comparison.bits(weights)


def test_ids_of_pages_are_told_apart() -> None:
    assert article("one") != article("two")


def test_a_release_of_other_pages_says_nothing_of_these() -> None:
    articles = tables([Report("one")]).articles
    digits = articles["article_id"][0][2:10]
    own = pl.DataFrame({"event_mention_id": [f"em_{digits}{'0' * 12}"], "event_id": ["e_" + "1" * 16], "founding": [True]})
    other = own.with_columns(pl.lit("em_" + "f" * 20).alias("event_mention_id"))
    assert founding.of_corpus(pl.concat([own, other]), articles).height == 2
    assert founding.of_corpus(other, articles).is_empty()
    assert founding.of_corpus(other.clear(), articles).is_empty()


def test_a_quotation_of_somebody_else_does_not_make_two_acts_one() -> None:
    """Two pages recall the same words of a general: what others praise on them are two acts."""
    praise = {"type": "SUPPORT", "recipients": ["borduria"], "realis": "asserted"}
    reports = [Report("one", actors=["aldoria"], **praise), Report("two", actors=["aldoria"], text="hailed", rule="hail.v", **praise)]
    said = "If they do not leave our river valley now, we shall make them leave it"
    quoted = [("one", said, "general_orlan"), ("two", said, "general_orlan")]
    pages = {"one": None, "two": None}
    assert not together(*reports, pages=pages, quotes=quoted)
    assert together(*reports, pages=pages, quotes=[(page, text, "aldoria") for page, text, _ in quoted])


@pytest.mark.parametrize(("kind", "one", "two"), [("SANCTION", "withdraw", "discontinue"), ("RETREAT", "release", "ceasefire")])
def test_modes_that_are_acts_of_their_own_part_two_events(kind: str, one: str, two: str) -> None:
    left = {"type": kind, "actors": ["borduria"], "day": "1988-05-08", "rule": "do.v"}
    assert together(Report("one", mode=one, **left), Report("two", mode=one, **left))
    assert not together(Report("one", mode=one, **left), Report("two", mode=two, **left))


def test_two_months_are_two_visits() -> None:
    visit = {"type": "CONSULT", "mode": "visit", "actors": ["general_orlan"], "recipients": ["aldoria"], "realis": "historical"}
    early = Report("one", edtf="XXXX-08-01/XXXX-08-10", **visit)
    assert together(early, Report("one", at=80, edtf="XXXX-08-05", **visit))
    assert not together(early, Report("one", at=80, edtf="XXXX-09", **visit))
    assert not together(early, Report("one", at=80, edtf="XXXX-07-20", **visit))


def test_an_act_and_its_answer_in_one_sentence_are_two() -> None:
    text = "In retaliation for the killing of General Orlan, the brigade shelled a camp."
    killed = Report("one", at=text.index("killing"), text="killing", rule="killing.n", recipients=["general_orlan"], sentence=0)
    shelled = Report("one", at=text.index("shelled"), text="shelled", rule="shell.v", actors=["river_brigade"], sentence=0)
    assert not together(killed, shelled, texts={"one": text})
    told = text.replace("In retaliation for", "In")
    assert together(replace(killed, at=killed.at - 16), replace(shelled, at=shelled.at - 16), texts={"one": told})


def test_praise_and_condolence_of_one_speaker_are_two_acts() -> None:
    favour = {"type": "SUPPORT", "actors": ["general_orlan"], "recipients": ["aldoria"]}
    praised = Report("one", text="praised", rule="praise.v", **favour)
    assert together(praised, Report("one", at=90, text="praised", rule="praise.v", **favour))
    assert not together(praised, Report("one", at=90, text="condoled", rule="condole.v", **favour))


def test_an_arrest_is_no_attack_but_a_seizure_may_be() -> None:
    force = {"actors": ["bordurian_army"], "recipients": ["river_brigade"], "day": "2011-06-04"}
    attack = Report("one", text="attacked", rule="attack.v", **force)
    assert together(attack, Report("two", type="COERCE", mode="seize", text="overran", rule="overrun.v", **force))
    assert not together(attack, Report("two", type="COERCE", mode="arrest", text="arrested", rule="arrest.v", **force))


def test_meetings_on_the_ground_of_two_countries_are_two() -> None:
    met = {"type": "CONSULT", "actors": ["general_orlan", "aldoria"], "realis": "historical"}
    apart = [Report("one", place="arvan", **met), Report("one", at=90, **met), Report("one", at=180, place="lome", **met)]
    assert len(linked(apart)) == 2
    assert together(*[replace(report, place="arvan") for report in apart])


def test_visits_are_a_series_and_talks_are_not() -> None:
    visit = {"type": "CONSULT", "mode": "visit", "actors": ["general_orlan"], "recipients": ["aldoria"]}
    once = Report("one", text="visit", rule="visit.n", **visit)
    assert not together(once, Report("one", at=90, text="visits", rule="visit.n", **visit))
    assert together(once, Report("one", at=90, text="talks", rule="talk.n", **visit))


def test_two_words_of_one_sentence_are_not_the_sentence_printed_again() -> None:
    text = "General Orlan's visit to Aldoria came weeks after a visit of General Orlan."
    tour = {"type": "CONSULT", "mode": "visit", "text": "visit", "rule": "visit.n", "sentence": 0, "actors": ["general_orlan"]}
    first, second = Report("one", at=16, recipients=["aldoria"], **tour), Report("one", at=52, **tour)
    assert not together(first, second, texts={"one": text})
    assert together(first, replace(first, page="two"), texts={"one": text, "two": text})
