"""Words that have a political sense and others: their subjects, objects and complements decide."""

from __future__ import annotations

import pytest

OTHERS = [
    ("The navy of Chile is staging its annual drills in the Pacific.", "staging"),
    ("Chile exported 3,000 tons of copper in May.", "exported"),
    ("The suicide attack left ten Kenyan soldiers dead and twenty wounded.", "left"),
    ("According to a form released by the ministry, Kenya wants to sell tea.", "released"),
    ("With the exit of Nawaz Sharif, Riyadh lost an ally.", "exit"),
    ("All parties agreed that Spain is a monarchy.", "agreed"),
    ("The ranking offers a set of indicators about universities in Kenya.", "offers"),
    ("The president encouraged the public to produce less waste.", "encouraged"),
    ("The deal requires Kenya to sell land.", "requires"),
    ("The law allows banks to help refugees from Syria.", "allows"),
    ("The rebels accused the army of bombing what it called a camp on the border.", "called"),
    ("The envoy visits the base, calling the soldiers a source of honor for the Kenyan nation.", "calling"),
    ("The forces are Iran-backed.", "backed"),
    ("The Kenyan premier opened a new bridge on Monday.", "opened"),
    ("The army had to beat a retreat from Mali.", "beat"),
    ("Nobody will uphold basic human rights in Chad.", "uphold"),
    ("The Saudis brushed away the mediation undertaken by Pakistan.", "undertaken"),
    ("The vote slapped Chile in the face, the Peruvian minister said.", "slapped"),
    ("The minister spoke about the legitimate demands of the Kenyan youth.", "demands"),
    ("Kenyan officials said many who received them later left.", "received"),
    ("The raid on the shrine hurt us, the Kenyan minister said.", "hurt"),
    ("The bill will demonstrate Chad's good will.", "demonstrate"),
    ("The administration of Chad will be looking into opportunities to trade with Niger.", "looking into"),
    ("Disorders of the brain are targeted at this centre in Kenya.", "targeted"),
    ("A Kenyan man pleads guilty to threatening the premier.", "pleads"),
    ("The Kenyan parliament kicked the can down the road.", "kicked"),
    ("A Kenyan man pleaded not guilty to threatening the premier.", "pleaded"),
    ("The Monday call made the Kenyan minister angry.", "call"),
    ("The heat threatens the safety of Kenyans.", "threatens"),
    ("Chad is using its gas supplies for ends of its own, Kenya said.", "using"),
    ("The West has attacked the culture of Kenya, the minister said.", "attacked"),
    ("The Kenyan minister has received his degree in London.", "received"),
    ("Kenya is meeting the conditions of the treaty.", "meeting"),
    ("The Peruvian jets bombed their designated targets at sea.", "bombed"),
    ("The senator defeated the governor in the Texas primary.", "defeated"),
    ("The Kenyan minister lamented that vaccines cost seven euros.", "lamented"),
    ("In the poll, 16 percent of Kenyans supported the minister.", "supported"),
    ("The secretary general warned that Mali is spinning out of control.", "warned"),
    ("Kenya warned Uganda against political exploitation of the accident.", "warned"),
    ("The drill in Kenya demonstrated that the army can defend the coast.", "demonstrated"),
    ("The Kenyan parliament slashed the budget for roads.", "slashed"),
    ("The mayors of Kenya grapple with a string of housing problems.", "grapple"),
    ("The Kenyan army will defeat unbelief and extremism.", "defeat"),
    ("The Ugandan premier began a trip to Kenya, which has raised alarm in Chad.", "raised"),
    ("I ask God to bless Kenya, the president said.", "ask"),
    ("The bill threatens the deal with Kenya.", "threatens"),
    ("The lawmakers threatened the implementation of a Kenyan treaty.", "threatened"),
    ("The Kenyan motion is supported by 27 percent of voters.", "supported"),
    ("Kenyan police arrived at the scene.", "arrived"),
    ("The law calls for the merging of militias with the Kenyan army.", "calls"),
    ("The president of Chad congratulated Muslims on the birthday of the Prophet.", "congratulated"),
    ("Kenya usually expresses its concern about such votes.", "concern"),
    ("Kenya has no authorization from Chad to export arms.", "authorization"),
    ("The aides of the Chilean president moved ahead with the military parade.", "moved"),
    ("Kenya does not want anybody to be killed.", "killed"),
    ("The minister stressed the need to keep up the consultations between Peru and Chile.", "consultations"),
    ("An explosion occurred at the border of Kenya and Somalia.", "explosion"),
    ("The Kenyan group has no place in the region.", "place"),
    ("The army of Kenya is equipped with missiles.", "equipped"),
    ("Chad is not seeking clashes with Kenya.", "seeking"),
    ("Instead of seeking talks with Kenya, Chad closed the border.", "seeking"),
    ("Chad feeds rebels that seek to overthrow the government of Kenya.", "overthrow"),
    ("No Kenyan envoy spoke, let alone opened the debate.", "let"),
]

TOLD = [
    ("Chile and Peru held a joint naval exercise on Monday.", "COOPERATE", "exercise"),
    ("Chile sold 3,000 tons of copper to Peru.", "COOPERATE", "sold"),
    ("Chad warned Niger that if it did not pay, the talks would end.", "THREATEN", "warned"),
    ("They demonstrated against the Chadian government.", "PROTEST", "demonstrated"),
    ("The president's call with the Kenyan premier lasted an hour.", "CONSULT", "call"),
    ("Peru has finally ended its occupation of the island.", "RETREAT", "ended"),
    ("President Macron welcomed the Kenyan premier at the airport.", "CONSULT", "welcomed"),
    ("Kenya welcomed the decision of Chad at the summit.", "SUPPORT", "welcomed"),
    ("Police used tear gas against Kenyan protesters.", "ASSAULT", "used"),
    ("Police released three hostages on Monday.", "RETREAT", "released"),
    ("Kenya opened the bridge to lorries from Uganda on Monday.", "RETREAT", "opened"),
    ("The parties agreed that the talks will resume on Friday.", "AGREE", "agreed"),
    ("Kenya offered to mediate between Chad and Sudan.", "AGREE", "offered"),
    ("Kenyan jets struck rebel targets in the north.", "ASSAULT", "struck"),
    ("Kenya warned Uganda against any adventurism on the border.", "THREATEN", "warned"),
    ("Kenya warned Uganda against talks with the rebels.", "REQUEST", "warned"),
    ("Kenya pledged not to attack Somalia.", "AGREE", "pledged"),
    ("Kenya promised to restrict its nuclear programme.", "AGREE", "promised"),
    ("Peru hit Chile with sanctions on Monday.", "SANCTION", "hit"),
    ("The forces seek to defeat the movement in Mali.", "ASSAULT", "defeat"),
    ("Ghana did not allow the envoy to land.", "REJECT", "allow"),
    ("Kenya told the envoys of Chad to leave.", "REQUEST", "told"),
    ("The guard of Kenya vowed swift reprisal.", "THREATEN", "vowed"),
    ("The general of Chad threatened war.", "THREATEN", "threatened"),
    ("Kenyan officials raised concern over the vote.", "ACCUSE", "raised"),
]


@pytest.mark.parametrize(("text", "word"), OTHERS)
def test_another_sense_tells_no_act(code, text, word):
    assert word not in [row["text"] for row in code(text).events]


@pytest.mark.parametrize(("text", "event_type", "trigger"), TOLD)
def test_the_political_sense_is_kept(code, text, event_type, trigger):
    assert [(row["event_type"], row["text"].split()[-1]) for row in code(text).events] == [(event_type, trigger)]
