"""Realis by the codebook, class by class; every sentence is made up, on a page of Friday 12 June 2015 unless it says otherwise."""

from __future__ import annotations

import pytest

ASSERTED = [
    ("The Chadian raids on the camp were aimed at rebels.", "raids"),
    ("The Kenyan president ended the siege and met the Chadian envoy.", "met"),
    ("Rebels killed the governor of Kidal on Wednesday.", "killed"),
    ("Rebels killed the governor of Kidal on 9 June.", "killed"),
    ("The Syrian army is bombing the town.", "bombing"),
    ("Kenya has threatened to attack Somali bases.", "threatened"),
    ("Kenya withdrew its troops from Somalia to avoid a scandal.", "withdrew"),
    ("Since 2012, rebels have attacked Kenyan villages many times.", "attacked"),
    ("Rebels have killed ten Kenyan soldiers over the past year.", "killed"),
    ("Since January, the Syrian army has continued to bomb the town.", "bomb"),
    ("Syrian troops have been shelling the city for three weeks.", "shelling"),
    ("After police arrested the Kenyan opposition leader, thousands of students protested.", "arrested"),
    ("After police arrested the Kenyan opposition leader, thousands of students protested.", "protested"),
    ("The minister confirmed that the Syrian army had killed the hostages.", "killed"),
    ("The Syrian army admitted that it had bombed the clinic.", "bombed"),
    ("The Chilean president, who will visit Paris in July, condemned the coup.", "condemned"),
    ("Kenya not only expelled the Somali envoy but also arrested two of his guards.", "expelled"),
    ("Kenya condemned the bombing, but it did not expel the Somali envoy.", "condemned"),
    ("Although it did not condemn the raid, Ghana sent food aid to Togo.", "sent"),
    ("Soldiers who had not been paid attacked the palace in Bamako.", "attacked"),
    ("Kenyan police arrested a man without a passport.", "arrested"),
    ("Sweden expelled the Russian diplomats for refusing to answer.", "expelled"),
    ("The Kenyan army managed to release the hostages.", "release"),
    ('"We condemn the attack on our embassy," the Kenyan minister said.', "condemn"),
    ('"We demand that the French troops leave," the Malian president said.', "demand"),
    ("Kenyan rebels attacked a convoy that was to bring food to the town.", "attacked"),
    ("Denmark started withdrawing its soldiers from Mali.", "withdrawing"),
    ("Thousands of Peruvian miners are protesting against the government, which may resign.", "protesting"),
    ("Uganda, which had never recognised the rebels, expelled their envoy.", "expelled"),
]

HISTORICAL = [
    ("In 2003, American troops invaded Iraq.", "invaded"),
    ("Rebels killed the governor of Kidal in March.", "killed"),
    ("Rebels killed the governor of Kidal on 2 June 2015.", "killed"),
    ("The Syrian army had earlier bombed the village.", "bombed"),
    ("Kenyan police previously arrested the singer.", "arrested"),
    ("The 2014 killing of the Kenyan mayor by rebels led to an outcry.", "killing"),
    ("Somali rebels kidnapped two Kenyan nurses three years ago.", "kidnapped"),
    ("Two years ago the Turkish president visited Moscow.", "visited"),
    ("The Peruvian minister, who was arrested last year, has left the country.", "arrested"),
    ("In January Peru and Chile signed a treaty.", "signed"),
    ("Last month Turkey expelled the Syrian envoy.", "expelled"),
    ("The president spoke to relatives of the Kenyan soldiers whom rebels had killed.", "killed"),
    ("Police found the rebel who had attacked a Kenyan bank in May.", "attacked"),
    ("Decades ago, Portugal withdrew its troops from Angola.", "withdrew"),
    ("Four Kenyan soldiers were killed in 2011 when rebels attacked the town.", "killed"),
    ("Four Kenyan soldiers were killed in 2011 when rebels attacked the town.", "attacked"),
    ("Sweden, which recognised the Malian government in 2013, has called for calm.", "recognised"),
    ("During the 1990s, Serbian forces shelled the city.", "shelled"),
    ("Rebels once kidnapped the Kenyan minister.", "kidnapped"),
    ("In the years before the war, the Libyan government arrested hundreds of students.", "arrested"),
]

ALLEGED = [
    ("The Syrian army allegedly bombed a village.", "bombed"),
    ("Kenyan soldiers reportedly killed ten villagers.", "killed"),
    ("Kenya said that rebels had attacked its troops.", "attacked"),
    ("According to the Kenyan ministry, rebels bombed the bridge.", "bombed"),
    ("The Peruvian opposition claims that police beat protesters.", "beat"),
    ("Somali rebels claimed responsibility for the killing of the Kenyan governor.", "killing"),
    ("The Somali militia is believed to have killed the Kenyan priest.", "killed"),
    ("The Kenyan army is said to have attacked the camp.", "attacked"),
    ("Syrian troops are thought to have shelled the hospital.", "shelled"),
    ("The Kenyan general was arrested, the opposition said.", "arrested"),
    ("Witnesses told reporters that Kenyan soldiers had killed three herders.", "killed"),
    ('"Kenyan soldiers burned our village," the mayor said.', "burned"),
    ("The Chadian president was quoted as saying that Sudan had bombed the camp.", "bombed"),
    ("There were reports that the Syrian army had shelled the hospital.", "shelled"),
    ("The claim that Uganda attacked the Congolese rebels has caused anger.", "attacked"),
    ("The alleged assassination of the Kenyan mayor by soldiers shocked the town.", "assassination"),
    ("Rebels killed twelve soldiers, the Kenyan army claimed.", "killed"),
    ("In a statement, the rebels said they had killed twelve Kenyan soldiers.", "killed"),
    ("Kenyan police supposedly arrested the editor.", "arrested"),
]

PLANNED = [
    ("The Peruvian minister is slated to visit Chile.", "visit"),
    ("The country does not need foreign troops, the Turkish minister has said amid his preparations to visit Tehran next week.", "visit"),
    ("Kenya will withdraw its troops from Somalia next month.", "withdraw"),
    ("Kenya plans to withdraw its troops from Somalia.", "withdraw"),
    ("The Chilean president is to visit Lima on Monday.", "visit"),
    ("The Peruvian and Chilean foreign ministers are set to meet in Vienna.", "meet"),
    ("The Syrian army is preparing to attack the town.", "attack"),
    ("Kenyan police are about to arrest the opposition leader.", "arrest"),
    ("The Turkish president is visiting Warsaw next week.", "visiting"),
    ("The Polish prime minister is due to visit Berlin next Tuesday.", "visit"),
    ("Sweden intends to expel three Russian diplomats.", "expel"),
    ("Officials said the Kenyan delegation would visit Cairo in July.", "visit"),
    ("Somali rebels aim to attack the capital.", "attack"),
    ("A meeting between the Peruvian and Chilean ministers is scheduled for Thursday.", "meeting"),
    ("Germany is going to send 200 soldiers to Mali.", "send"),
    ("The withdrawal of the Danish troops from Mali will begin in August.", "withdrawal"),
    ("The last French soldiers will be withdrawn from Mali by December.", "withdrawn"),
    ("Kenyan teachers will strike on Monday.", "strike"),
    ("The Kenyan union will demand a meeting with the president.", "demand"),
    ("The Chilean president, who will visit Paris in July, condemned the coup.", "visit"),
    ("Uganda said it was planning to expel the Kenyan envoy.", "expel"),
    ("A Chilean delegation is scheduled to hold talks with Peruvian officials.", "talks"),
    ("The Kenyan government decided on a plan to arrest the rebel leaders.", "arrest"),
]

CONDITIONAL = [
    ("Kenya may attack the rebels.", "attack"),
    ("The Somali militia might kill the hostages.", "kill"),
    ("Uganda could send troops to Burundi.", "send"),
    ("The Kenyan army would attack the rebels if they crossed the river.", "attack"),
    ("The Kenyan government is considering expelling the Somali ambassador.", "expelling"),
    ("Rebels are likely to attack the Kenyan town.", "attack"),
    ("The Turkish minister hopes to visit Tehran.", "visit"),
    ("There is a risk that militants will attack the Kenyan embassy.", "attack"),
    ("Somali militants could have killed the hostages.", "killed"),
    ("Analysts predict that the Syrian army will attack the rebels in spring.", "attack"),
    ("Experts expect Kenya to withdraw its troops from Somalia.", "withdraw"),
    ("Poland could demand the withdrawal of Russian troops.", "demand"),
    ("Diplomats fear that Sudan will bomb the camp.", "bomb"),
    ("It is possible that Kenya will expel the Somali envoy.", "expel"),
    ("Had the talks failed, Kenya would have attacked the rebels.", "attacked"),
    ("The Kenyan president is weighing a visit to Mogadishu.", "visit"),
    ("Perhaps the Syrian army will bomb the town.", "bomb"),
    ("Observers believe that Uganda might expel the Kenyan envoy.", "expel"),
]

NEGATED = [
    ("That does not mean that Chad will attack the rebels.", "attack"),
    ("Peru did not attack the rebels.", "attack"),
    ("Kenyan troops never attacked the village.", "attacked"),
    ("No Kenyan soldiers were killed by the rebels.", "killed"),
    ("France has not announced a withdrawal from Chad.", "announced"),
    ("The Kenyan government failed to release the prisoners.", "release"),
    ("Ghana stopped short of expelling the Togolese ambassador.", "expelling"),
    ("The Peruvian minister left Lima without meeting the Chilean president.", "meeting"),
    ("Neither Kenya nor Uganda condemned the coup.", "condemned"),
    ("Brazil denied that its police had arrested the journalist.", "arrested"),
    ("Chad will not withdraw its soldiers from Mali.", "withdraw"),
    ("Sudan is yet to release the Kenyan hostages.", "release"),
    ("Sudan has yet to condemn the attack on the Kenyan embassy.", "condemn"),
    ("The Syrian army refrained from attacking the rebels.", "attacking"),
    ("Talks between Peru and Chile never took place.", "Talks"),
    ("Kenyan police denied arresting the opposition leader.", "arresting"),
    ("The Somali militia has rejected claims that it kidnapped the priest.", "kidnapped"),
    ("Kenya condemned the bombing, but it did not expel the Somali envoy.", "expel"),
    ("Chile did not promise to release the prisoners.", "promise"),
    ("The Peruvian and Chilean ministers could not meet.", "meet"),
    ("The Kenyan army says it did not bomb the village.", "bomb"),
    ("Nobody in the Peruvian government condemned the coup.", "condemned"),
    ("The minister said no Kenyan troops had been withdrawn from Somalia.", "withdrawn"),
    ("There is no plan to withdraw Kenyan troops from Somalia.", "withdraw"),
    ("There has been no decision to withdraw Kenyan troops from Somalia.", "decision"),
    ("It is not true that Uganda attacked the Congolese rebels.", "attacked"),
]

MISSED = {
    "In the years before the war, the Libyan government arrested hundreds of students.": "a period named by an event has no date",
    "The last French soldiers will be withdrawn from Mali by December.": "the parse takes the soldiers for a date",
}
"""What is known to come out wrong, and why; a row that comes right has to leave this list."""

TABLE = [
    pytest.param(text, trigger, realis, marks=[pytest.mark.xfail(reason=MISSED[text], strict=True)] if text in MISSED else [])
    for realis, rows in (
        ("asserted", ASSERTED),
        ("historical", HISTORICAL),
        ("alleged", ALLEGED),
        ("planned", PLANNED),
        ("conditional", CONDITIONAL),
        ("negated", NEGATED),
    )
    for text, trigger in rows
]


@pytest.mark.parametrize(("text", "trigger", "realis"), TABLE)
def test_the_clause_and_the_page_decide(told, text, trigger, realis):
    events = {row["text"]: row["realis"] for row in told(text)}
    assert trigger in events, events
    assert events[trigger] == realis


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("In Lima, sources close to the talks said that Chile had threatened Peru with war.", "alleged"),
        ("The Peruvian president said that he demanded the release of the prisoners.", "asserted"),
        ('"We condemn the attack on our embassy," the Kenyan minister said.', "asserted"),
    ],
)
def test_what_others_are_said_to_have_said_is_alleged(told, text, realis):
    speech = [row for row in told(text) if row["event_type"] in {"THREATEN", "REQUEST", "ACCUSE"}]
    assert [row["realis"] for row in speech] == [realis]


def test_a_weekday_of_a_planned_act_is_the_next_one(told):
    (planned,) = told("The Peruvian and Chilean ministers will meet in Vienna on Thursday.")
    (done,) = told("The Peruvian and Chilean ministers met in Vienna on Thursday.")
    assert (planned["edtf"], done["edtf"]) == ("2015-06-18", "2015-06-11")
