"""Topics, aims, questions and states: words of acts of which nobody says that they happened."""

from __future__ import annotations

import pytest

NOT_TOLD = [
    ("In order to denounce the raid, many Peruvians came to the square.", "denounce"),
    ("Kenya has begun a letter campaign to help the people of Somalia.", "help"),
    ("The force played a role in defeating the rebels in Mali.", "defeating"),
    ("The minister praised the army's success in defeating the rebels.", "defeating"),
    ("Quitting the treaty will be an insult to the United Nations, Kenya said.", "Quitting"),
    ("Supplying Kenya with weapons is an unfriendly act, the minister said.", "Supplying"),
    ("Are we going to let Sudan attack the port?", "attack"),
    ("Will Chile condemn the raid?", "condemn"),
    ("U.S. sanctions on Cuba hurt the island's economy.", "sanctions"),
    ("The EU is seeking ways to neutralise U.S. sanctions on Cuba.", "sanctions"),
    ("Brazil complied with its commitments under the treaty.", "commitments"),
    ("The crimes threaten peace and security, the Kenyan envoy said.", "threaten"),
    ("The visit was hailed by Kenyan newspapers.", "visit"),
    ("The raid was the first attack on Chile since 1990.", "attack"),
    ("The ministry accused Chad of arming a network to plot attacks on Kenyan officials.", "attacks"),
    ("They named the sanctions that the United States should remove.", "remove"),
    ("These attacks can not hinder the vote, the Kenyan minister said.", "attacks"),
    ("Kenya will not give in to sanctions, its minister said.", "sanctions"),
    ("Landfills are posing threats to the province, the Kenyan minister said.", "threats"),
]

TOLD = [
    ("The visit to Kenya began on Monday.", "CONSULT", "visit"),
    ("It was an attack on Chile.", "ASSAULT", "attack"),
    ("He was tried for his role in assassinating President Juvenal Habyarimana.", "ASSAULT", "assassinating"),
    ("Killing the general was a mistake, the Turkish minister said.", "ASSAULT", "Killing"),
    ("The EU announced new sanctions on Belarus.", "SANCTION", "announced"),
    ("These attacks took place in Mali.", "ASSAULT", "attacks"),
    ("Trump ordered the return of sanctions against Cuba.", "SANCTION", "sanctions"),
    ("The council gave in to a Peruvian demand to withdraw the map.", "REQUEST", "demand"),
    ("Brazil renewed its commitment to help Haiti.", "AGREE", "commitment"),
    ("Peru denounced Chile's threats against its fleet.", "THREATEN", "threats"),
]


@pytest.mark.parametrize(("text", "word"), NOT_TOLD)
def test_nobody_says_that_it_happened(code, text, word):
    assert word not in [row["text"] for row in code(text).events]


@pytest.mark.parametrize(("text", "event_type", "trigger"), TOLD)
def test_what_is_presupposed_or_begun_is_told(code, text, event_type, trigger):
    assert (event_type, trigger) in [(row["event_type"], row["text"]) for row in code(text).events]
