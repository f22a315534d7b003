"""Which words of the lexicon are told acts here, and which only name a topic, a setting, an aim or a part of a name."""

from __future__ import annotations

from spacy.tokens import Span, Token

from drawdown.event_mentions import kinds, nominal, realis, senses, syntax, topics
from drawdown.event_mentions.lexicon import Lexicon
from drawdown.event_mentions.roles import Roles
from drawdown.event_mentions.triggers import Node, Reading

GENERIC = 0.5
"""Words with no more confidence than this ("death") tell an act only below a word that says so ("claimed responsibility for")."""

STATES = frozenset({"SUPPORT", "MOBILIZE", "COOPERATE"})
"""Types whose participles behind a noun tell a state ("groups backed by ...", "troops deployed in ...")."""

ASKING = frozenset({"REQUEST", "AGREE"})
"""Types that need a complement: "she asked" after a question, or "he agreed", tells none."""

WARNING = frozenset({"warn", "caution", "alert", "warning"})
"""Words that tell a threat only where they say what is threatened: most warnings are of dangers that nobody intends."""

VIOLENCE = frozenset({"ASSAULT", "COERCE", "PROTEST"})
"""Types that need no public actor where the word or the means tells that people are out to do harm or to put pressure on others."""

PERSONAL = frozenset({"he", "him", "she", "her", "they", "them", "who", "whom"})

OTHER_WORLDS = {"sport": ("NOUN", "PROPN", "VERB"), "weather": ("NOUN",), "market": ("NOUN", "PROPN", "VERB"), "nature": ("NOUN",)}
"""Word classes of what is no politics, with the parts of speech that tell it: who *fires* and *storms* makes war, not weather."""


def off_topic(sentence: Span, lexicon: Lexicon, *, games: bool = False) -> bool:
    """Whether a sentence is about sport, weather, markets or illness: two words of one such world, or one and no actor's name.

    On a page about ``games`` every sentence is.

    Words of violence that no such world uses ("kidnapped", "gunmen") keep it in.
    """
    if any(lexicon.has("plain_violence", token.lemma_.lower()) for token in sentence):
        return False
    if games:
        return True
    lemmas = [(token.lemma_.lower(), token.pos_) for token in sentence if token.pos_ in {"NOUN", "VERB", "PROPN"}]
    for world, parts in OTHER_WORLDS.items():
        hits = {lemma for lemma, part in lemmas if part in parts and lemma in lexicon.classes[world]}
        if len(hits) >= 2 or (hits and not any(token.ent_type_ in {"NORP", "GPE", "ORG"} for token in sentence)):
            return True
    return False


def is_political(node: Node, roles: Roles, lexicon: Lexicon) -> bool:
    """Whether a participant is named, stands for a name, or is of a kind that acts in politics or war (codebook, section 2)."""
    heads = [head for head in [*roles.actor, *roles.recipient] if head not in node.particles]
    if not heads and node.token.pos_ in syntax.NOMINAL:
        return any(token.ent_type_ in kinds.NAMED for token in node.token.sent)
    if any(lexicon.has("nature", child.lemma_.lower()) for child in syntax.children(node.token, "compound", "amod")):
        return False
    private = node.event_type == "ASSAULT" and roles.recipient and all(_is_kin(head, lexicon) for head in roles.recipient)
    if private or _is_mishap(roles, lexicon):
        return False
    if _is_violence(node, roles, lexicon):
        return True
    governing = [token.lemma_.lower() for token in syntax.path_up(node.token) if token.pos_ == "NOUN"]
    if any(lexicon.has("nature", *governing) or lexicon.has("weather", head.lemma_.lower()) for head in heads):
        return False
    if any(lexicon.has("nature", head.lemma_.lower()) for head in heads):
        return False
    doers = roles.actor or heads
    if node.event_type == "PROTEST" and any(head.tag_ == "NNS" for head in roles.actor):
        return True
    return any(kinds.acts_in_politics(head, lexicon) for head in doers) and any(kinds.acts_in_politics(head, lexicon) for head in heads)


def _is_violence(node: Node, roles: Roles, lexicon: Lexicon) -> bool:
    """Whether people are hurt, or things destroyed, by a word that tells intent ("kidnapped"), or with arms ("a bomb killed two")."""
    act = node.content if node.event_type == "THREATEN" and node.content is not None else node
    if act.event_type not in VIOLENCE:
        return False
    if any(kinds.is_arms(head, lexicon) or kinds.is_fired(head, lexicon) for head in roles.instrument):
        return True
    if lexicon.has("warlike", act.predicate.lemma) and act.predicate.pos == "VERB":
        return True
    hurt = any(kinds.is_human(head, lexicon) for head in roles.recipient)
    humans = [head for head in roles.actor if kinds.is_human(head, lexicon)]
    if act.event_type == "COERCE" and any(head.lower_ in PERSONAL for head in roles.recipient):
        hurt = True  # "he was arrested"
    if not lexicon.has("deliberate", act.predicate.lemma) and act == node:
        return hurt and any(head.tag_ == "NNS" for head in humans)
    if roles.actor and not humans:
        return hurt and not any(lexicon.has("nature", head.lemma_.lower()) for head in roles.actor)
    return bool(humans) or hurt or any(lexicon.has("building", head.lemma_.lower()) for head in roles.recipient)


def _is_mishap(roles: Roles, lexicon: Lexicon) -> bool:
    """Whether what did harm is an accident: "a gas explosion", "a blast at a fireworks plant"."""
    where = [end for head in roles.instrument for end in [head, *syntax.prepositional(head, "at", "in")]]
    beside = [child for head in where for child in syntax.children(head, "compound", "amod")]
    return any(lexicon.has("mishap", thing.lemma_.lower()) for thing in beside if not kinds.is_fired(thing.head, lexicon))


def _is_kin(head: Token, lexicon: Lexicon) -> bool:
    """ "His wife", "her brother": violence in the family is no politics."""
    return lexicon.has("kin", head.lemma_.lower()) and any(child.tag_ == "PRP$" for child in head.children)


def is_told(node: Node, roles: Roles, reading: Reading, lexicon: Lexicon) -> bool:
    """Whether the text commits itself to the act, as done, planned, possible or denied (codebook, section 2)."""
    token = node.token
    if realis.is_purpose(node, reading) and node.content is None:
        return False
    if node.event_type == "THREATEN" and node.content is None and node.predicate.lemma in WARNING and not _faces(node, lexicon):
        return False
    presupposed = _is_definite(token) and len(roles.actor) + len(roles.recipient) > 1 and node.predicate.pos == "NOUN"
    if not presupposed and _in_condition(token, lexicon):
        return False
    if topics.is_unwanted(node, lexicon) or topics.is_needed(token) or topics.is_aimed_at(token) or topics.is_proposed(token):
        return False
    if senses.is_other(node, roles, lexicon) or (not presupposed and topics.is_asked(token)):
        return False
    if node.predicate.pos == "ADJ":
        return bool(roles.actor) and node.content is not None and token.dep_ in {"acomp", "ROOT", "conj", "oprd"}
    if node.predicate.pos == "VERB":
        if node.predicate.confidence <= GENERIC and node.content is None:
            return any(lexicon.has("troops", head.lemma_.lower()) for head in roles.actor) and _verb_is_told(node, roles, reading, lexicon)
        return _verb_is_told(node, roles, reading, lexicon) and not _is_topic_or_anyones(node, roles, reading, lexicon)
    return _noun_is_told(node, roles, reading, lexicon)


def _verb_is_told(node: Node, roles: Roles, reading: Reading, lexicon: Lexicon) -> bool:
    token = node.token
    joined = token.tag_ == "VBN" and syntax.hyphenated(token) not in {None, node.predicate.lemma}
    helpers = syntax.children(token, "aux") or (
        syntax.children(token.head, "aux") if token.dep_ == "conj" and syntax.is_passive(token) else []
    )
    if token.dep_ in {"amod", "compound"} or joined or any(child.lower_ in {"can", "ca"} for child in helpers):
        return False
    if token.dep_ == "relcl" and node.content is None and any(child.lower_ in lexicon.classes["modal_must"] for child in token.children):
        return False  # "the sanctions that they should lift"
    if node.event_type == "COOPERATE" and syntax.is_passive(token):
        return False
    if token.dep_ == "xcomp" and token.head.lemma_ == "aim" and syntax.is_passive(token.head):
        return False  # "the visit was aimed to discuss"
    above = reading.nodes.get(token.head.i)
    if token.dep_ == "xcomp" and token.tag_ == "VBG" and above is not None and above.event_type == node.event_type:
        return False  # "supports reopening the embassy"
    if token.dep_ == "acl" and token.tag_ in {"VBN", "VBG"} and node.event_type in STATES:
        return False
    if any(lexicon.has("aims", doer.lemma_.lower()) for doer in syntax.children(token.head, "nsubj")) and token.dep_ in {
        "xcomp",
        "attr",
        "ccomp",
    }:
        return False
    if node.predicate.lemma == "let" and token.i + 1 < len(token.doc) and token.nbor().lower_ == "alone":
        return False
    if node.predicate.lemma == "let" and any(
        child.lower_ in {"me", "us", "this", "it"} for clause in [token, *token.children] for child in clause.children
    ):
        return False
    if token.tag_ in {"VBZ", "VBP"} and any(lexicon.has("habitual", child.lower_) for child in syntax.children(token, "advmod")):
        return False  # "always meets the envoys in Lima"
    if node.predicate.object_class == "support_words" and any(
        reading.nodes[thing.i].content is not None for thing in syntax.children(token, "dobj") if thing.i in reading.nodes
    ):
        return False  # "reaffirmed its commitment to help": told by the noun
    themselves = any(lexicon.has("selves", thing.lower_) for thing in syntax.children(token, "dobj"))
    if themselves and node.event_type != "RETREAT" and node.mode != "suicide-attack":
        return False
    if lexicon.has("recognizing", node.predicate.lemma) and syntax.children(token, "ccomp"):
        return False
    if node.predicate.lemma == "ask" and (_is_question(token) if node.content is None else _asks_back(token)):
        return False
    if node.predicate.object_class == "ceasefire" and syntax.children(token, "oprd", "ccomp"):
        return False  # "called the raid a crime"
    if node.event_type == "AID" and not any(kinds.can_be_helped(head, lexicon) for head in roles.recipient):
        return False
    if node.event_type == "THREATEN" and not any(kinds.is_somebody(head, lexicon) for head in [*roles.actor, *roles.recipient]):
        return False
    if lexicon.has("recognizing", node.predicate.lemma) and not roles.actor:
        return False
    if node.event_type == "CONSULT" and roles.recipient and not any(kinds.hosts(host, lexicon) for host in roles.recipient):
        return False
    if _bare_infinitive(node, reading, lexicon) or (node.event_type in ASKING and node.content is None and not _has_complement(node)):
        return False
    if not (roles.actor or roles.recipient or roles.theme):
        return node.predicate.frame == "unaccusative"
    things = {"it", "this", "that", "which", "what"}
    return bool(roles.recipient or roles.theme) or any(head.lower_ not in things for head in roles.actor)


QUESTIONS = frozenset({"whether", "if", "why", "how", "what", "when", "where", "who"})


def _is_question(token: Token) -> bool:
    """ "Asked whether he would stay", "asked why", "when asked": somebody wants to know, not to get."""
    if syntax.prepositional(token, "about"):
        return True
    if syntax.children(token, "xcomp", "dobj") or syntax.prepositional(token, "for", "to"):
        return False
    marks = {mark.lower_ for clause in syntax.children(token, "ccomp", "advcl") for mark in clause.children}
    return not marks or bool(marks & QUESTIONS)


def _asks_back(token: Token) -> bool:
    """ "Asked him where they could meet": a question, whatever it is about."""
    return any(mark.lower_ in QUESTIONS for clause in syntax.children(token, "ccomp") for mark in clause.lefts)


def _faces(node: Node, lexicon: Lexicon) -> bool:
    """Whether a warning is against somebody's hostile doing, or in words spoken to him: "warned Kenya against any attack"."""
    token = node.token
    told = bool(syntax.children(token, "dobj", "dative")) and bool(syntax.children(token, "ccomp"))
    against = syntax.with_conjuncts(syntax.prepositional(token, "against"))
    return told or any(lexicon.has("hostile_moves", end.lemma_.lower()) or end.pos_ in syntax.VERBAL for end in against)


def _is_topic_or_anyones(node: Node, roles: Roles, reading: Reading, lexicon: Lexicon) -> bool:
    """Acts that are only spoken of ("the issue of closing the embassy", "aimed at harming"), anybody's, or a trip of things."""
    token = node.token
    if topics.is_gerund(node, roles, reading, lexicon) or topics.is_danger(node, token, reading, lexicon):
        return True
    if any(child.lower_ in {"any", "every", "whoever"} for doer in roles.actor for child in [doer, *doer.children]):
        return True
    if any(doer.lemma_ in {"person", "someone", "somebody", "anyone", "anybody", "one"} and doer.tag_ == "NN" for doer in roles.actor):
        return True
    if (token.dep_ == "relcl" or (token.dep_ == "conj" and token.head.dep_ == "relcl")) and _is_state(node):
        return True
    things = ("troops", "weapons", "police")
    return node.mode == "visit" and bool(roles.actor) and all(lexicon.has_any(things, doer.lemma_.lower()) for doer in roles.actor)


def _is_state(node: Node) -> bool:
    """What a relative clause tells of somebody as lasting: "those who oppose the war", "where the troops are stationed"."""
    if node.event_type == "MOBILIZE":
        return syntax.is_passive(node.token)
    return (
        node.event_type in {"SUPPORT", "REJECT", "CONSULT", "COOPERATE"}
        and node.token.tag_ in {"VBP", "VBZ"}
        and not syntax.children(node.token, "aux")
    )


def _bare_infinitive(node: Node, reading: Reading, lexicon: Lexicon) -> bool:
    """An infinitive that hangs on a word which neither plans, begins nor weighs it: an aim or a topic."""
    token = node.token
    if not any(child.lower_ == "to" for child in syntax.children(token, "aux")) or token.dep_ not in {"acl", "xcomp", "relcl"}:
        return False
    return token.head.i not in reading.operators and not realis.looks_ahead(token, lexicon)


def _has_complement(node: Node) -> bool:
    found = syntax.children(node.token, "dobj", "xcomp", "ccomp", "prep", "nsubjpass", "dative", "acl")
    return bool(found) or node.token.dep_ in {"acl", "relcl"}


def _noun_is_told(node: Node, roles: Roles, reading: Reading, lexicon: Lexicon) -> bool:
    token = node.token
    top = token
    while top.dep_ == "conj" and top.head != top:
        top = top.head
    top = nominal.top(top, lexicon)
    if token.dep_ in {"compound", "nmod", "amod", "poss", "appos"} or _in_a_name(token):
        return False
    if any(reading.nodes[child.i].event_type == node.event_type for child in syntax.children(token, "relcl") if child.i in reading.nodes):
        return False
    if top.dep_ == "pobj" and top.head.lower_ == "of" and top.head.head.lemma_ in {"fear", "threat", "danger", "risk"}:
        return False  # "their fear of a reprisal"
    if _subject_of_node(token, reading) or (node.content is None and _object_of_node(top, reading, lexicon)):
        return False
    if any(child.lower_ in {"any", "called"} for child in syntax.children(token, "det", "amod")) or (
        node.event_type in STATES | {"REJECT", "AGREE"} and syntax.children(top.head, "expl")
    ):
        return False  # "any attack will be answered", "the so-called opposition", "there is strong opposition"
    if node.event_type == "CONSULT" and node.mode is None and len(roles.actor) + len(roles.recipient) < 2 and not _is_held(top, lexicon):
        return False
    if node.predicate.confidence <= GENERIC and node.event_type == "ASSAULT" and not _armed(roles, lexicon):
        return False
    if topics.is_classification(node, top, lexicon) or topics.is_taken_up(node, roles, top, reading, lexicon):
        return False
    if topics.is_standing(node, top, reading, lexicon) or topics.is_danger(node, top, reading, lexicon):
        return False
    if lexicon.has("explosion", node.predicate.lemma) and not (
        roles.actor or roles.recipient or syntax.children(token, "compound", "amod")
    ):
        return False  # "an explosion occurred": nobody says that it was meant
    definite = _is_definite(token)
    if top.dep_ in {"nsubj", "nsubjpass"} and definite and node.predicate.confidence > GENERIC:
        return not lexicon.has("stative", top.head.lemma_) and top.head.pos_ in syntax.VERBAL
    if node.content is not None and top.dep_ == "attr" and top.head.lemma_ == "be":
        return True
    if _is_classed(top, lexicon):
        return False
    if top.dep_ == "nsubj" and lexicon.has("occur", top.head.lemma_) and lexicon.quads[node.event_type] == "material_conflict":
        return node.predicate.confidence > GENERIC
    if node.event_type == "PROTEST" and top.dep_ == "dobj" and lexicon.has("sparking", top.head.lemma_):
        return True  # "the arrest sparked protests"
    if not (roles.actor or roles.recipient):
        return False
    if top.dep_ in {"dobj", "nsubjpass", "pobj", "attr"}:
        verb = syntax.governor(top)
        if verb is not None and verb.i in reading.operators and (top.dep_ != "pobj" or verb in {top.head.head, top.head.head.head}):
            return True
    if node.predicate.confidence <= GENERIC:
        return False
    above_told = reading.nodes.get(top.head.head.i) if top.dep_ == "pobj" and top.head.lower_ in {"in", "by", "with", "through"} else None
    if above_told is not None and above_told.event_type == node.event_type:
        return False
    harm = lexicon.quads[node.event_type] == "material_conflict" and node.predicate.confidence > 0.8
    if top.dep_ == "pobj":
        return _told_behind(top.head, roles, reading, lexicon, definite=definite, harm=harm)
    if top.dep_ in {"nsubj", "nsubjpass"}:
        return not lexicon.has("stative", top.head.lemma_) and bool(roles.actor or roles.recipient)
    if top.dep_ == "dobj":
        parties = bool(roles.actor and roles.recipient) or (definite and harm and bool(roles.recipient))
        return parties and not lexicon.has("wanting", top.head.lemma_)
    return top.dep_ in {"ROOT", "conj", "attr"}


def _told_behind(preposition: Token, roles: Roles, reading: Reading, lexicon: Lexicon, *, definite: bool, harm: bool) -> bool:
    """Whether a noun behind a preposition tells its act, as "after the raid on the town" does and "talks on a pull-out" does not."""
    word, above = preposition.lower_, preposition.head
    if word == "as" or (word == "of" and above.pos_ in syntax.VERBAL):
        return False
    parties = len(roles.actor) + len(roles.recipient)
    if word == "for" and harm and parties and topics.is_answered(above, reading):
        return True
    if lexicon.has("topic", word) or lexicon.has("setting", word):
        return word != "for" and (parties > 1 or (definite and above.pos_ in syntax.NOMINAL and parties > 0))
    if above.i in reading.operators and above.pos_ in syntax.NOMINAL:
        return True
    return bool(roles.actor and roles.recipient) or (definite and harm)


def _armed(roles: Roles, lexicon: Lexicon) -> bool:
    """Whether an act meets somebody, or those who do it bear arms: "operations" of a company are none."""
    return bool(roles.recipient) or any(lexicon.has("troops", head.lemma_.lower()) for head in roles.actor)


def _in_a_name(token: Token) -> bool:
    """Whether a noun is part of the name of an event, a work, a building, a law or a body ("Forum for International Cooperation")."""
    body = token.ent_type_ == "ORG" and token.pos_ == "PROPN" and not token.sent.text.isupper()
    titled = token.pos_ == "PROPN" and any(child.pos_ == "PROPN" for child in syntax.children(token, "compound"))
    headline = not any(word.text.islower() and word.pos_ in syntax.VERBAL for word in token.sent)
    return body or (titled and not headline) or token.ent_type_ in {"EVENT", "WORK_OF_ART", "FAC", "LAW"}


def _is_held(token: Token, lexicon: Lexicon) -> bool:
    """Whether a verb says of a meeting that it takes place, or that somebody holds, attends or ends it."""
    verb = syntax.governor(token)
    if verb is None or token.dep_ not in {"nsubj", "nsubjpass", "dobj"}:
        return False
    return lexicon.has_any(("occur", "light"), syntax.lemma(verb)) or bool(syntax.prepositional(token, "between", "with"))


def _is_definite(token: Token) -> bool:
    return any(child.lower_ in syntax.DEFINITE or child.dep_ == "poss" for child in token.children)


def _is_classed(token: Token, lexicon: Lexicon) -> bool:
    """Whether an act is only called or made something: "deemed the pull-out a priority", "described the raid as lawful"."""
    if token.dep_ == "nsubj" and token.head.pos_ not in syntax.VERBAL:
        return lexicon.has("classing", token.head.head.lemma_)
    verb = token.head
    beside = syntax.children(verb, "oprd", "xcomp", "attr") + [child for child in syntax.children(verb, "prep") if child.lower_ == "as"]
    return token.dep_ == "dobj" and lexicon.has("classing", verb.lemma_) and bool(beside)


def _subject_of_node(token: Token, reading: Reading) -> bool:
    """ "The strike killed ten": one happening, told by the verb."""
    head = token.head
    if token.dep_ not in {"nsubj", "csubj"} and not (token.dep_ == "pobj" and token.head.dep_ == "agent"):
        return False
    verb = head if token.dep_ != "pobj" else token.head.head
    told = reading.nodes.get(verb.i)
    own = reading.nodes[token.i]
    return told is not None and told.event_type == own.event_type


def _object_of_node(token: Token, reading: Reading, lexicon: Lexicon) -> bool:
    """ "Launched an attack" where the verb was coded as the same act."""
    verb = syntax.governor(token)
    told = reading.nodes.get(verb.i) if verb is not None and token.dep_ in {"dobj", "nsubjpass"} else None
    if told is not None and told.content is None and lexicon.has(told.predicate.object_class or "any", token.lemma_.lower()):
        return True  # "expressed its objection"
    return told is not None and told.event_type == reading.nodes[token.i].event_type if token.i in reading.nodes else False


def _in_condition(token: Token, lexicon: Lexicon) -> bool:
    for at in syntax.path_up(token):
        if at.dep_ == "advcl" and any(mark.lower_ in lexicon.classes["condition"] for mark in syntax.children(at, "mark")):
            return True
        if syntax.is_inverted(at):
            return True
        if at.dep_ == "advcl" and at.tag_ != "VBD" and any(mark.lower_ == "until" for mark in syntax.children(at, "mark")):
            return True
        if at.dep_ in {"ccomp", "relcl"}:
            return False
    return False
