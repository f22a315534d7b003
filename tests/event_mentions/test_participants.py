"""Who acts and who is acted on, by classes of syntax; every sentence is made up."""

from __future__ import annotations

import pytest

from drawdown.event_mentions import participants, triggers
from drawdown.parses import pipeline

from .conftest import MODEL

ROLES = [
    ("The town was shelled by Kenyan troops.", "shelled", {"troops"}, {"town"}),
    ("Kenya's attack on the Somali base was condemned.", "attack", {"Kenya"}, {"base"}),
    ("The assassination of the governor by rebels shocked Peru.", "assassination", {"rebels"}, {"governor"}),
    ("A Kenyan drone strike on the rebels killed nobody.", "strike", {"Kenyan"}, {"rebels"}),
    ("Peru praised Chile's defeating the rebels.", "defeating", {"Chile"}, {"rebels"}),
    ("Kenya has ended its strikes on the rebels.", "strikes", {"Kenya"}, {"rebels"}),
    ("The army said its forces had destroyed a camp and seized a village.", "seized", {"forces"}, {"village"}),
    ("The minister claimed responsibility for the May killing of the governor.", "killing", {"minister"}, {"governor"}),
    ("Some of these raids resulted in deaths among farmers.", "raids", set(), {"farmers"}),
    ("The Kenyan airstrike on 2 May that killed the governor was condemned.", "killed", {"Kenyan"}, {"governor"}),
    ("Peru condemned Chile for killing a fisherman.", "killing", {"Chile"}, {"fisherman"}),
    ("Peru handed control of the base back to Chile.", "handed", {"Peru"}, {"Chile"}),
    ("There were clashes between the army and rebels.", "clashes", {"rebels", "army"}, set()),
    ("Two of its soldiers were killed in a strike by Kenya.", "killed", {"Kenya"}, {"soldiers"}),
    ("Rebels killed dozens of soldiers.", "killed", {"Rebels"}, {"soldiers"}),
    ("The raids and arrests by the army angered Peru.", "raids", {"army"}, set()),
    ("Peru requested that Chile send delegates.", "requested", {"Peru"}, {"Chile"}),
    ("Kenya has announced plans to withdraw its troops.", "announced", {"Kenya"}, set()),
    ("Peru and Chile held talks with Brazil.", "held", {"Peru", "Chile", "Brazil"}, set()),
    ("Despite attacking the village, Kenya denied a war.", "attacking", {"Kenya"}, {"village"}),
    ("The group, which has fought Kenya, threatened to bomb Somali bases.", "threatened", {"group"}, {"bases"}),
    ("Kenya sent tanks to the border and shelled the rebels.", "shelled", {"Kenya"}, {"rebels"}),
    ("Peru urged Chile to release the prisoners.", "urged", {"Peru"}, {"Chile"}),
    ("The minister paid a visit to Peru.", "paid", {"minister"}, {"Peru"}),
    ("The governor's assassination angered Peru.", "assassination", set(), {"governor"}),
    ("Kenyan troops must leave Peru, the minister said.", "leave", {"minister"}, {"troops"}),
    ("The presidents discussed the issues in Lima.", "discussed", {"presidents"}, set()),
    ("LIMA - The minister condemned the rebels.", "condemned", {"minister"}, {"rebels"}),
    ("The envoy met on the sidelines of the summit with Chilean minister Ana Soto.", "met", {"envoy", "Soto"}, set()),
    ("The president condemned the raid, according to the Kenyan News Agency.", "condemned", {"president"}, set()),
    ("Protesters gathered outside the gates of the Peruvian embassy.", "gathered", {"Protesters"}, {"embassy"}),
    ("The farmer left Lima, but was arrested by Chilean police.", "arrested", {"police"}, {"farmer"}),
    ("During a visit to Lima, Bolivian minister Ana Soto was silent.", "visit", {"Soto"}, {"Lima"}),
    ("The premier was on an official visit to Chile.", "visit", {"premier"}, {"Chile"}),
    ("The withdrawal of Norway from the fishery treaty surprised the town.", "withdrawal", {"Norway"}, {"treaty"}),
    ("The premier was arrested by Chilean police during a visit to Santiago.", "visit", {"premier"}, {"Santiago"}),
    ("The premier met Chilean ministers and flew to Lima.", "flew", {"premier"}, {"Lima"}),
    ("The Somali opposition called for talks.", "called", {"opposition"}, set()),
    ("The drivers' union called a strike in Peru.", "called", {"union"}, set()),
    ("Peru and Chile fought two wars.", "fought", {"Peru", "Chile"}, set()),
    ("A Kenyan drone fired a number of missiles at the rebels.", "fired", {"drone"}, {"rebels"}),
    ("Bolivia signed an agreement on the lake with Chile.", "signed", {"Bolivia", "Chile"}, set()),
    ("The plan faced opposition from Chilean officials.", "opposition", {"officials"}, {"plan"}),
    ("They reaffirmed their determination to help Chad.", "determination", {"They"}, {"Chad"}),
    ("Peru praised the role of Chile.", "praised", {"Peru"}, {"Chile"}),
    ("Peru criticised Chile's policy.", "criticised", {"Peru"}, {"Chile"}),
    ("LIMA — Chief of the army has condemned the rebels.", "condemned", {"Chief"}, {"rebels"}),
    ("Peru showered the base with missiles.", "showered", {"Peru"}, {"base"}),
    ("Peru welcomed the attack on the rebels.", "welcomed", {"Peru"}, set()),
    ("The U.S., Canada and Norway fired 20 missiles at Libya.", "fired", {"U.S.", "Canada", "Norway"}, {"Libya"}),
    ("Peru and Chile signed a long-term document with the aim of easing trade.", "signed", {"Peru", "Chile"}, set()),
    ("The army arrested a co-founder of the movement on Monday.", "arrested", {"army"}, {"founder"}),
    ('"We announce our support for the air strike on the depot by the Kenyan Navy," the deputies said.', "support", {"deputies"}, {"Navy"}),
    ("The note said that embassies were protected by law and accused Kenyan forces of a raid.", "accused", {"note"}, {"forces"}),
    ("Peru has hosted several Chilean leaders.", "hosted", {"leaders"}, {"Peru"}),
    ("Kenya sent 20 doctors to Chad.", "sent", {"Kenya"}, {"Chad"}),
    ("The minister visited Lima for the first time.", "visited", {"minister"}, {"Lima"}),
    ("Chile is now sanctioned and threatened by Peru, Brazil and Bolivia.", "sanctioned", {"Peru", "Brazil", "Bolivia"}, {"Chile"}),
    ("Chile is now sanctioned and threatened by Peru, Brazil and Bolivia.", "threatened", {"Peru", "Brazil", "Bolivia"}, {"Chile"}),
    ("The fund came after Chile quit the pact and reimposed sanctions on Cuba.", "reimposed", {"Chile"}, {"Cuba"}),
    ("The Kenyan army said the raids will go on, calling on Somalia to show restraint.", "calling", {"army"}, {"Somalia"}),
    ("I condemn the remarks by the Chilean secretary of state.", "condemn", {"I"}, {"secretary"}),
    ("Peru welcomes the change in Chile's tone.", "welcomes", {"Peru"}, {"Chile"}),
    ("Kenya welcomed a Russian proposal on Monday.", "welcomed", {"Kenya"}, {"Russian"}),
    ("The premier of Kenya called for a cabinet of experts.", "called", {"premier"}, set()),
    ("Students stormed the embassy and took its staff hostage.", "took", {"Students"}, {"staff"}),
    ("The premier will not see the atrocities of the rebels in Mali.", "atrocities", {"rebels"}, set()),
    ("The pact was made during Kenyan President William Ruto's May visit to Kampala.", "visit", {"Ruto"}, {"Kampala"}),
    ("They praised the pact, from which Chile withdrew in May.", "withdrew", {"Chile"}, set()),
    ("Kenya trains Somali soldiers in Nairobi.", "trains", {"Kenya"}, {"soldiers"}),
    ("The policy pushed Chile towards signing an accord with Peru.", "signing", {"Chile", "Peru"}, set()),
    ("The promises Boric made frightened some politicians in Chile.", "promises", {"Boric"}, set()),
    ("The premier of Kenya was asked to visit Chad by President Deby.", "asked", {"Deby"}, {"premier"}),
    (
        "Asif Mousa, the spokesperson for the ministry, dismissed the plan as unlawful and openly condemned the measure.",
        "condemned",
        {"Mousa"},
        {"measure"},
    ),
    (
        "The spokesperson stressed the violent nature of Hezbollah and its recent skirmishes with Kenyan police.",
        "skirmishes",
        {"Hezbollah"},
        {"police"},
    ),
    ("According to 2018 figures, Kenya exported tea to Chad.", "exported", {"Kenya", "Chad"}, set()),
    ("The ministry summoned Britain's ambassador to Nairobi for the act.", "summoned", {"ministry"}, {"ambassador"}),
    ("One of the men has been granted political asylum in Kenya.", "granted", set(), {"men"}),
    (
        "Gazprom signed a memorandum of understanding with the National Oil Company to build a pipe.",
        "signed",
        {"Gazprom", "Company"},
        set(),
    ),
    ("The president of Chile pulled Santiago out of the trade deal in May.", "pulled", {"president"}, set()),
    ("Chile failed to give Peru guarantees over the border.", "guarantees", {"Chile"}, {"Peru"}),
    ("Kenya told the envoys to leave Nairobi.", "told", {"Kenya"}, {"envoys"}),
]


@pytest.mark.parametrize(("text", "trigger", "actors", "recipients"), ROLES)
def test_roles(words, text, trigger, actors, recipients):
    doc = pipeline.parse(pipeline.load(MODEL), text)
    reading = triggers.read(next(doc.sents), words)
    node = next(node for node in reading.nodes.values() if node.token.text == trigger)
    roles = participants.find(node, reading, words)
    assert {token.text for token in roles.actor} == actors
    assert {token.text for token in roles.recipient} == recipients
