"""Acts as wire news of many regions and years tell them; every sentence is made up."""

from __future__ import annotations

import pytest

TOLD = [
    ("Colonel Ernesto Salinas was kidnapped by five armed men outside his home in San Miguel on Tuesday.", "ASSAULT", "abduct"),
    ("A car bomb exploded outside the Spanish embassy in Lima last night, wounding three guards.", "ASSAULT", "explosives"),
    ("Guerrillas blew up four power pylons near the town of Usulutan.", "ASSAULT", "explosives"),
    ("Unidentified terrorists dynamited the offices of the electoral council in Ayacucho.", "ASSAULT", "explosives"),
    ("The mayor was machine-gunned by two men on a motorcycle.", "ASSAULT", "firearms"),
    ("The Maoist group claimed responsibility for the killing of two Bolivian soldiers.", "ASSAULT", None),
    ("Two bombs went off yesterday at a bank in Medellin.", "ASSAULT", "explosives"),
    ("A dynamite charge exploded in front of the Chilean-US cultural institute in Rancagua.", "ASSAULT", "explosives"),
    ("The former justice minister was shot dead in downtown Bogota by hired assassins.", "ASSAULT", "firearms"),
    ("Rebels set fire to three buses on the Pan-American highway.", "ASSAULT", "destroy"),
    ("The guerrillas attacked an army garrison in Chalatenango at dawn, killing nine soldiers.", "ASSAULT", None),
    ("Police defused a bomb planted by the rebels near the ministry.", "ASSAULT", "explosives"),
    ("The rebels took eleven policemen hostage.", "ASSAULT", "abduct"),
    ("Gunmen fired on a police checkpoint in Sonsonate.", "ASSAULT", "firearms"),
    ("Unknown gunmen opened fire on worshippers at a mosque in Kandahar.", "ASSAULT", "firearms"),
    ("The insurgents lobbed mortar shells at the barracks of the First Brigade.", "ASSAULT", "heavy-weapons"),
    ("The archbishop was assassinated in 1980 while saying mass.", "ASSAULT", "targeted"),
    ("Saboteurs toppled eleven high-tension towers in Junin department.", "ASSAULT", "destroy"),
    ("Stone-pelting by youths was reported from several parts of Srinagar.", "PROTEST", "riot"),
    ("A mob pelted stones at the police station in Meerut.", "PROTEST", "riot"),
    ("Protesters torched two buses and a police vehicle in Jaipur.", "PROTEST", "riot"),
    ("Students gheraoed the vice-chancellor of the university in Kolkata.", "PROTEST", "obstruct"),
    ("Police lathi-charged the protesters outside the assembly in Patna.", "ASSAULT", "crowd-control"),
    ("Police fired tear gas shells to disperse the demonstrators in Bamako.", "ASSAULT", "crowd-control"),
    ("A bandh called by the opposition parties paralysed life in Manipur.", "PROTEST", "strike"),
    ("Farmers staged a rasta roko on the highway near Nashik.", "PROTEST", "obstruct"),
    ("Workers held a sit-in in front of the ministry of labour in Tunis.", "PROTEST", "demo"),
    ("Thousands of teachers took to the streets of Oaxaca to demand higher pay.", "PROTEST", "demo"),
    ("Around 500 villagers held a rally against the dam in Assam.", "PROTEST", "demo"),
    ("Bus drivers went on strike in Harare.", "PROTEST", "strike"),
    ("Doctors boycotted work and struck for a third day in Lagos.", "PROTEST", "strike"),
    ("Syrian government warplanes carried out air strikes on the town of Maarat al-Numan.", "ASSAULT", "aerial"),
    ("Clashes between al-Shabab militants and Kenyan troops left twelve people dead.", "ASSAULT", None),
    ("A curfew was imposed in the city after the riots.", "COERCE", "curfew"),
    ("Police detained 40 activists of the opposition party in Minsk.", "COERCE", "arrest"),
    ("Demonstrators blocked the highway with burning tyres.", "PROTEST", "obstruct"),
    ("Rioters clashed with security forces in Kinshasa.", "PROTEST", "riot"),
    ("Militants ambushed an army patrol in Pulwama, killing two soldiers.", "ASSAULT", None),
    ("Three policemen were injured when a roadside bomb hit their vehicle in Helmand.", "ASSAULT", "explosives"),
    ("Two soldiers were killed in an IED blast in Sukma.", "ASSAULT", "explosives"),
    ("Naxals gunned down a former village head in Bijapur.", "ASSAULT", "firearms"),
    ("Maoists executed three villagers whom they suspected of being informers.", "ASSAULT", "targeted"),
    ("A suicide bomber blew himself up at a checkpoint in Maiduguri.", "ASSAULT", "suicide-attack"),
    ("Boko Haram fighters slit the throats of four farmers in Borno.", "ASSAULT", "primitive"),
    ("Herders raided a village in Plateau state and killed eleven people.", "ASSAULT", None),
    ("Residents staged a peaceful march in Santiago.", "PROTEST", "demo"),
    ("Police said a mob attacked and looted shops in Durban.", "PROTEST", "riot"),
    ("Militiamen raped dozens of women in North Kivu.", "ASSAULT", "sexual"),
    ("Villagers lynched a man accused of theft in Jharkhand.", "ASSAULT", "beat"),
    ("Soldiers raided the offices of the newspaper in Khartoum.", "COERCE", "seize"),
    ("Police seized 200 kilograms of explosives from the rebels in Manipur.", "COERCE", "seize"),
    ("Houthi drones struck an oil facility in Saudi Arabia.", "ASSAULT", "drone"),
    ("The army was deployed in the city to restore order.", "MOBILIZE", "troops"),
    ("India rushed additional troops to the border with China.", "MOBILIZE", "troops"),
    ("Riot police were deployed around the parliament in Tbilisi.", "MOBILIZE", "police"),
    ("The president declared a state of emergency in Colombo.", "COERCE", "martial-law"),
    ("Authorities shut down three newspapers in Ankara.", "COERCE", "censor"),
    ("Authorities cut off internet access in Addis Ababa.", "COERCE", "withhold"),
    ("The rebels freed 23 hostages on Sunday.", "RETREAT", "release"),
    ("The government and the guerrillas observed a truce over Christmas.", "RETREAT", "ceasefire"),
    ("Some 300 fighters laid down their arms in Mindanao.", "RETREAT", "disarm"),
    ("Prime Minister Ali Khan stepped down amid mass protests.", "RETREAT", "resign"),
    ("Bolivia and Chile restored diplomatic relations.", "SUPPORT", None),
    ("Canada cut off aid to Haiti.", "SANCTION", "discontinue"),
    ("Burundi withdrew from the International Criminal Court.", "SANCTION", "withdraw"),
    ("The bishops condemned the murder of the union leader.", "ACCUSE", "disapprove"),
    ("The UN appealed to donors for food aid for Yemen.", "REQUEST", "assist"),
    ("Hungary refused to accept refugees from Syria.", "REJECT", "assist"),
    ("Japan pledged $50 million in aid to Vietnam.", "AGREE", None),
    ("The foreign ministers of Peru and Brazil met in Lima.", "CONSULT", None),
    ("Germany sent 2,000 anti-tank weapons to Ukraine.", "AID", None),
    ("The government agreed to the miners' demands.", "CONCEDE", None),
    ("Four peasants were killed by paramilitaries in Uraba.", "ASSAULT", None),
    ("Violence erupted in Nablus, where Israeli soldiers shot dead a Palestinian youth.", "ASSAULT", None),
    ("Women lit candles and marched in memory of the murdered activist in Buenos Aires.", "PROTEST", "demo"),
    ("France deported two Algerian imams.", "COERCE", "deport"),
    ("The army overran a rebel camp in the jungle.", "ASSAULT", None),
    ("Armed bandits abducted 80 pupils from a school in Kaduna.", "ASSAULT", "abduct"),
]

TOLD += [
    ("Canada imposed sanctions on two Malian generals.", "SANCTION", "discontinue"),
    ("Heavy clashes broke out between army units and rebels near Harim.", "ASSAULT", None),
    ("Violent clashes erupted between protesters and police in Lusaka.", "PROTEST", "riot"),
    ("Rebels opened fire on a police post near Goma.", "ASSAULT", "firearms"),
    ("Three rockets landed near the airport of Aden.", "ASSAULT", "heavy-weapons"),
    ("Artillery fire destroyed four houses in the village.", "ASSAULT", "heavy-weapons"),
    ("Shops stayed shut in Jaffna as separatists called a general strike.", "PROTEST", "strike"),
    ("The army established a new base in the town of Dori.", "MOBILIZE", "troops"),
    ("Turkish jets struck rebel hideouts in the mountains.", "ASSAULT", "aerial"),
]

NOT_TOLD = [
    "A man stabbed his wife to death in Lyon.",
    "An explosion at a fireworks plant killed six workers.",
    "Two drivers were killed when a lorry hit a bridge near Lyon.",
    "The bus crash in the mountains killed twelve pilgrims.",
    "The striker fired a shot against the post.",
    "Two brothers died in a fire at their home.",
    "The shark killed a swimmer off the coast.",
    "The singer went off stage after an hour.",
    "The actress blew up at her producer.",
    "The general talked to the daily about his garden.",
]


@pytest.mark.parametrize(("text", "event_type", "mode"), TOLD)
def test_an_act_is_seen_with_its_mode(code, text, event_type, mode):
    assert (event_type, mode) in [(row["event_type"], row["mode"]) for row in code(text).events]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_accidents_games_and_interviews_tell_none(code, text):
    assert [(row["text"], row["event_type"]) for row in code(text).events] == []


@pytest.mark.parametrize(
    ("text", "role", "who"),
    [
        ("A car bomb exploded outside the ministry in Lima.", "instrument", ["car bomb"]),
        ("A car bomb exploded outside the ministry in Lima.", "recipient", ["ministry"]),
        ("The mayor was machine-gunned by two men in Cali.", "actor", ["two men"]),
        ("Police lathi-charged the protesters in Patna.", "actor", ["Police"]),
        ("Rioters clashed with soldiers in Kinshasa.", "actor", ["Rioters", "soldiers"]),
        ("Clashes erupted between rebels and soldiers in Goma.", "actor", ["rebels", "soldiers"]),
        ("Rebels opened fire on a police post near Goma.", "recipient", ["police post"]),
        ("No group has claimed responsibility for the attack on the Kenyan mayor.", "actor", None),
    ],
)
def test_arms_are_no_actors(one, text, role, who):
    assert one(text)[1].get(role) == who


def test_a_demand_is_about_what_is_coordinated_with_its_complement(one):
    row, _ = one("Peru demands that Chile keep its word and lift the embargo.")
    assert (row["event_type"], row["mode"], row["content_type"]) == ("REQUEST", "yield", "RETREAT")


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan minister called the war a crime.",
        "The Peruvian envoy helped stabilise the lake.",
        "The talks focused on trade between the ports.",
        "The French company will start operations in Chile next week.",
        "Piracy threatens the rights of Kenya as a nation.",
        "He was recognised across Peru as a great poet.",
        "A reporter asked the Chilean minister whether he could meet the envoy.",
    ],
)
def test_topics_and_other_uses_of_the_words_are_no_acts(code, text):
    assert [(row["text"], row["event_type"]) for row in code(text).events] == []


@pytest.mark.parametrize(
    ("text", "realis"),
    [("The upcoming visit of the Chilean president to Lima will last two days.", "planned")],
)
def test_adjectives_look_ahead(one, text, realis):
    assert one(text)[0]["realis"] == realis


def test_talks_by_phone(one):
    row, roles = one("The Chilean minister held phone talks with both his counterparts from Peru.")
    assert (row["mode"], roles["actor"]) == ("phone", ["Chilean minister", "his counterparts"])


def test_leaving_a_treaty_is_no_retreat(code):
    assert [(row["event_type"], row["mode"]) for row in code("Peru announced its withdrawal from the treaty.").events] == [
        ("SANCTION", "withdraw")
    ]
