import csv
import itertools
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drawdown.articles import lexicon, roles
from drawdown.articles.gauge import Gauge
from drawdown.articles.lexicon import Lexicon

DATA = Path(__file__).parents[2] / "data"
LEXICON = lexicon.load(DATA / "reference")

PAGE = """\
Skip to content
Home
World
Sport
Subscribe
A soldier watches the road to the northern base, where the delegation arrived on Monday

    Ministry Says Talks on the Northern Base Will Go On

    © AFP 2019 / A. Photographer
    World
    By Jane Doe
    12:30 GMT 4 March 2020
    Share

    Officials in the capital said on Tuesday that the talks would go on until the end of the month, and that no decision had been made.

    "We have asked for a date, and we are still waiting for one", said a member of the parliament who sits on the committee.

    What Comes Next

    The minister told reporters that the troops* were to leave the base by the summer, although he did not name a day for it.

    People wait at a crossing in the north of the country, May 2018
    © AP Photo / B. Photographer
    Opposition Parties Threaten to Block the Budget Over Delays in Northern Province
    An opposition group said that it would not accept a further delay, and called for a vote on the matter before the new year.

    *troops of the second brigade

    The views expressed in this article do not necessarily reflect those of the editors.

    Related:
    Opposition Parties Threaten to Block the Budget Over Delays in Northern Province
    Three Injured as Convoy Hits a Mine Near the Border, Officials Say
    Tags:
    talks, northern base, parliament
    Comments
    We use cookies to show you advertisements. Please read our privacy policy to find out how we handle your personal data.
    Log in
"""


def found(text: str, **hints: object) -> list[tuple[str, str]]:
    blocks = roles.assign(text, Gauge(LEXICON), roles.Hints(**hints))  # type: ignore[arg-type]
    return list(zip(blocks.roles, blocks.texts, strict=True))


def of(text: str, role: str) -> list[str]:
    return [printed for kind, printed in found(text) if kind == role]


@pytest.mark.parametrize(
    ("role", "begins"),
    [
        ("title", ["Ministry Says"]),
        ("caption", ["A soldier watches", "People wait"]),
        ("credit", ["© AFP", "© AP"]),
        ("section", ["World"]),
        ("byline", ["By Jane"]),
        ("clock", ["12:30"]),
        ("body", ["Officials", '"We have', "What Comes", "The minister", "An opposition"]),
        ("inset", ["Opposition Parties"]),
        ("footnote", ["*troops"]),
        ("disclaimer", ["The views"]),
        ("related", ["Related", "Opposition", "Three Injured"]),
        ("tag", ["Tags", "talks"]),
    ],
)
def test_each_part_of_a_page_gets_its_role(role: str, begins: list[str]) -> None:
    printed = of(PAGE, role)
    assert [line[: len(begin)] for line, begin in zip(printed, begins, strict=True)] == begins


def test_furniture_is_not_content() -> None:
    furniture = of(PAGE, "boilerplate")
    assert {"Skip to content", "Home", "Sport", "Subscribe", "Share", "Comments", "Log in"} <= set(furniture)
    assert any(line.startswith("We use cookies") for line in furniture)


def test_names_of_sections_in_a_menu_are_no_section_of_the_article() -> None:
    assert [role for role, line in found(PAGE) if line in ("World", "Sport")] == ["boilerplate", "boilerplate", "section"]


def test_every_block_has_a_reason() -> None:
    assert all(roles.assign(PAGE, Gauge(LEXICON), roles.Hints()).reasons)


def test_the_words_of_the_address_find_the_headline() -> None:
    text = "Budget Passed After Long Night in Parliament of the North\n\n" + PAGE.replace(
        "    Ministry Says Talks", "\n    Ministry Says Talks"
    )
    kinds = found(text, url="https://www.example.org/world/2020/03/04/ministry-says-talks-on-the-northern-base-will-go-on")
    assert [line[:13] for role, line in kinds if role == "title"] == ["Ministry Says"]


def test_comments_behind_an_article_are_not_its_text() -> None:
    comments = "\n".join(
        f"{name} says:\nMarch {day}, 2020 at 6:34 am\nI do not think that the minister has any idea of what he is talking about here."
        for day, name in enumerate(("joe", "ann", "max", "eve"), 1)
    )
    body = of(PAGE.split("    Related:", maxsplit=1)[0] + "4 Comments\n" + comments, "body")
    assert not any("idea of what" in line for line in body)
    assert len(body) == 5


def test_a_standfirst_set_apart_by_the_publisher_is_the_subtitle() -> None:
    lines = PAGE.split("\n\n")
    text = "\n\n".join(["World", "Ministry Says Talks on the Northern Base Will Go On", lines[3].strip() + "\nReuters", lines[4], lines[6]])
    assert [line[:9] for line in of(text, "subtitle")] == ["Officials"]
    assert of(text, "publisher") == ["Reuters"]


SENTENCE = "Officials in the capital said on Tuesday that the talks would go on until the end of the month."


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("The delegation met the minister of the province on Tuesday. AB/CD", "body"),
        ("The road was shut in the morning. Nobody was hurt in the north of the province, but many were late", "body"),
        ("Photo: A view of the road to the northern base on the day of the talks", "caption"),
        ("Photo: A. Photographer/AFP", "credit"),
        ("(Source: The Northern Post)", "boilerplate"),
        ("All content by Northern Post is licensed under a Creative Commons Attribution 4.0 International License.", "boilerplate"),
        ("A soldier rests beside the road in the north (Daily Post/A. Photographer)", "caption"),
        ("Party\t\tSeats\t\tShare\t\tChange since the last vote of the country", "body"),
        ("Opposition Parties Threaten to Block the Budget Over Delays in Northern Province", "inset"),
    ],
)
def test_a_line_between_paragraphs_has_the_role_that_its_form_shows(line: str, role: str) -> None:
    text = "\n".join(
        ["Ministry Says Talks on the Base Will Go On", SENTENCE, SENTENCE.replace("Tuesday", "Monday"), line, SENTENCE[:-1] + " of May."]
    )
    assert [kind for kind, printed in found(text) if printed == line] == [role]


def test_a_broken_lead_is_text_and_no_headline() -> None:
    lead = "NORTHTOWN – The speaker of the parliament on Thursday appealed to the people of the province"
    kinds = {printed: role for role, printed in found("\n".join([lead, SENTENCE, SENTENCE.replace("Tuesday", "Monday")]))}
    assert kinds[lead] == "body"


def test_gold_roles_of_the_shipped_pages() -> None:
    gold: dict[str, dict[tuple[int, int], str]] = defaultdict(dict)
    with (DATA / "gold" / "blocks.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            gold[row["path"]][int(row["raw_start"]), int(row["raw_end"])] = row["role"]
    assert len(gold) == 5
    for path, expected in gold.items():
        text = (DATA / "raw" / path).read_bytes().decode("utf-8")
        starts, _, _, given, _ = roles.assign(text, Gauge(LEXICON), roles.Hints()).tiling(len(text))
        assert dict(zip(itertools.pairwise([*starts, len(text)]), given, strict=True)) == expected, path


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400) | st.lists(st.sampled_from(PAGE.splitlines()), max_size=30).map("\n".join))
def test_no_page_makes_it_raise_and_blocks_follow_each_other(text: str) -> None:
    blocks = roles.assign(text, Gauge(LEXICON), roles.Hints())
    assert "".join(text[start:end] for start, end in itertools.pairwise([*blocks.starts, len(text)])) == text.lstrip()
    assert all(text[start:end] == printed for start, end, printed in zip(blocks.starts, blocks.ends, blocks.texts, strict=True))
    assert blocks.roles.count("title") <= 1


def test_lexicon_travels_to_workers(known: Lexicon) -> None:
    import pickle

    again = pickle.loads(pickle.dumps(known))
    assert again.talk("please read our privacy policy") == known.talk("please read our privacy policy")
    assert roles.assign(PAGE, Gauge(again), roles.Hints()).roles == [role for role, _ in found(PAGE)]


def test_a_list_of_days_that_closes_the_text_belongs_to_it() -> None:
    days = [
        "March 3 – Talks open in Northtown",
        "April 12 – Base handed over to the army",
        "May 1 – Last convoy leaves",
        "June 30 – End of mission",
    ]
    closing = ["Days to Come", *days, "Most Read Stories of the Week in the World"]
    kinds = {
        printed: role
        for role, printed in found("\n".join(["Base to Be Handed Over", SENTENCE, SENTENCE.replace("Tuesday", "Monday"), *closing]))
    }
    assert {kinds[line] for line in ("Days to Come", *days)} == {"body"}
    assert kinds[closing[-1]] == "boilerplate"
    assert "June 30 – End of mission" not in of(
        "\n".join([SENTENCE, SENTENCE.replace("Tuesday", "Monday"), "Read", *days[:1], days[-1]]), "body"
    )


def test_a_question_ahead_of_the_text_is_its_headline_where_nothing_else_is() -> None:
    question = "Will the troops have left the northern base by the end of the month?"
    assert of("\n".join(["Home", "News", question, SENTENCE, SENTENCE.replace("Tuesday", "Monday")]), "title") == [question]
    named = "Northern Base Talks to Go On Until the End of the Month"
    assert of("\n".join(["Home", named, "", question, SENTENCE, SENTENCE.replace("Tuesday", "Monday")]), "title") == [named]


@pytest.mark.parametrize(("name", "role"), [("Dana Osei", "byline"), ("subscribe to our newsletter", "boilerplate")])
def test_a_name_behind_a_lone_by_is_a_byline(name: str, role: str) -> None:
    text = f"Ministers Meet Over Water\nBy\n{name}\n{PAGE.split(chr(10), 1)[1]}"
    assert (role, name) in found(text)


@pytest.mark.parametrize(
    "byline",
    [
        "• by Dana Osei",
        "Dana Osei @danaosei",
        "Dana Osei, Staff Writer",
        "May 4, 2033 Dana Osei",
        "Kim A. Lund, AP Political Correspondent",
    ],
)
def test_bylines_without_by_at_their_head(byline: str) -> None:
    assert ("byline", byline) in found(
        f"Ministry Says Talks on the Northern Base Will Go On\n{byline}\n\n" + PAGE[PAGE.index("    Officials in") :]
    )


@pytest.mark.parametrize("line", ["November 20", "National News /"])
def test_no_bylines(line: str) -> None:
    page = (
        f"Ministry Says Talks on the Northern Base Will Go On\n{line}\n12:30 GMT 4 March 2020\n\n" + PAGE[PAGE.index("    Officials in") :]
    )
    assert ("byline", line) not in found(page)
