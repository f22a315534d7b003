"""Words of the lexicon that name a topic, a lasting state or a measure in force: nobody says that it happened (codebook, section 2)."""

from __future__ import annotations

from spacy.tokens import Token

from drawdown.event_mentions import kinds, syntax
from drawdown.event_mentions.lexicon import Lexicon
from drawdown.event_mentions.roles import Roles
from drawdown.event_mentions.triggers import Node, Reading

DONE = frozenset({"by", "after", "before", "since", "without", "upon", "despite", "while", "when"})
"""Prepositions before a gerund that tell the act as done, or as not done: "left after signing", "without signing"."""


def is_gerund(node: Node, roles: Roles, reading: Reading, lexicon: Lexicon) -> bool:
    """Whether a gerund only says what a noun is about, or is the subject of a judgement: "prospects for improving ties", "quitting is wrong".

    An act of violence against somebody who is named is committed to: "his role in assassinating the president", "killing him was a crime".
    """
    token = node.token
    while token.dep_ == "conj" and token.tag_ == "VBG" and token.head.tag_ == "VBG":
        token = token.head
    if token.tag_ != "VBG":
        return False
    harm = node.event_type == "ASSAULT" and any(
        end.pos_ == "PROPN" and end.ent_type_ not in {"GPE", "NORP", "LOC"} for end in roles.recipient
    )
    head = token.head
    if token.dep_ in {"csubj", "csubjpass"}:
        past = head.tag_ == "VBD" or any(child.tag_ == "VBD" for child in syntax.children(head, "aux", "auxpass"))
        return not (harm or (past and lexicon.quads[node.event_type] == "material_conflict"))
    if token.dep_ != "pcomp":
        return False
    if head.lower_ == "at" or any(child.lower_ == "instead" and child.i == head.i - 1 for child in [head.head, *head.children]):
        return True
    above = head.head
    if above.pos_ in syntax.VERBAL:  # "played a role in defeating them"
        above = next((thing for thing in syntax.children(above, "dobj") if thing.lemma_ in {"role", "part"}), above)
    if (
        above.lemma_ in {"aim", "goal", "intention", "objective", "purpose"}
        and above.dep_ == "pobj"
        and above.head.lower_ in {"with", "for"}
    ):
        return True  # "sent troops with the aim of toppling him"
    if above.pos_ not in syntax.NOMINAL or head.lower_ in DONE or above.i in reading.operators or above.i in reading.nodes:
        return False
    return not harm


def is_classification(node: Node, top: Token, lexicon: Lexicon) -> bool:
    """Whether a noun only says what sort of act another is: "the raid was the first attack on Chile"."""
    if top.dep_ != "attr" or node.content is not None or top.head.lemma_ != "be":
        return False
    return any((subject.lemma_.lower(), "NOUN") in lexicon.predicates for subject in syntax.children(top.head, "nsubj"))


def is_taken_up(node: Node, roles: Roles, top: Token, reading: Reading, lexicon: Lexicon) -> bool:
    """Whether what was told before is only spoken of: "the visit was hailed", "these attacks will not stop us".

    When and between whom it was, or that it took place, is news.
    """
    if roles.actor or roles.recipient or top.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    pointed = {"this", "that", "these", "those"} | ({"the"} if node.event_type == "CONSULT" else set())
    if not any(child.lower_ in pointed for child in node.token.children):
        return False
    verb = top.head
    held = verb.i in reading.operators or lexicon.has_any(("occur", "light", "causing", "killing", "injuring"), syntax.lemma(verb))
    return not held and not any(end.ent_type_ in {"DATE", "TIME"} for end in [*verb.children, *syntax.prepositional(verb)])


ANSWERS = frozenset({"ASSAULT", "COERCE", "SANCTION", "ACCUSE", "SUPPORT", "THREATEN"})
"""Types of acts that answer another, which they presuppose."""


def is_answered(above: Token, reading: Reading) -> bool:
    """Whether what stands behind "for" is the deed that an act answers: "took revenge for the killing of their envoy"."""
    answers = (reading.nodes.get(at.i) for at in (above, above.head))
    return any(act is not None and act.event_type in ANSWERS for act in answers)


JUDGING = frozenset({"ACCUSE", "SUPPORT", "THREATEN"})
"""Types whose object is presupposed as a fact: "condemned the support of the rebels"."""


def is_standing(node: Node, top: Token, reading: Reading, lexicon: Lexicon) -> bool:
    """Whether a noun names what is in force or goes on, and no word says that it begins, ends or is given: "the sanctions hurt traders".

    ``top`` is the head of the phrase in which the noun is counted.
    """
    if not lexicon.has("standing", node.predicate.lemma) or (node.event_type == "REQUEST" and node.content is not None):
        return False
    if any(lexicon.has("fresh", child.lower_) for child in syntax.children(node.token, "amod")):
        return False
    above = [at for at in (top.head, top.head.head, syntax.governor(top)) if at is not None]
    behind = top.dep_ == "pobj" and top.head.lower_ != "of"  # "gave in to the sanctions" is none, "ordered the return of the sanctions" is
    makers = [at for at in above if not behind or at.pos_ in syntax.NOMINAL] if top.dep_ != "nsubj" else []
    done = any(not lexicon.has("holding", at.lemma_) and _is_doing(at, reading, lexicon) for at in makers)
    setting = behind and lexicon.has("setting", top.head.lower_)  # "amid the sanctions"
    judged = (reading.nodes.get(at.i) for at in above if at != node.token and not setting)
    return not done and not any(act is not None and act.event_type in JUDGING for act in judged)


def _is_doing(token: Token, reading: Reading, lexicon: Lexicon) -> bool:
    """Whether a word makes an act of the noun below it: "imposed", "the lifting of", "voiced"."""
    operator = reading.operators.get(token.i)
    return (operator is not None and operator.name != "say") or (token.pos_ in syntax.VERBAL and lexicon.has("light", token.lemma_))


def is_danger(node: Node, top: Token, reading: Reading, lexicon: Lexicon) -> bool:
    """Whether a threat is a danger that nobody utters: "threats to the coast", "the raids threaten the peace"."""
    if node.predicate.lemma not in {"threat", "threaten"} or node.event_type != "THREATEN" or node.content is not None:
        return False
    if node.predicate.pos != "NOUN":
        things = syntax.undergoers(node.token)
        return bool(things) and all(lexicon.has("endangered", thing.lemma_.lower()) for thing in things)
    verb = syntax.governor(top)
    if verb is not None and top.dep_ in {"dobj", "nsubjpass"} and verb.i in reading.operators:
        return False
    if top.dep_ == "nsubj" and lexicon.has("occur", top.head.lemma_):  # "the threat comes after"
        return False
    owners = [
        *syntax.children(node.token, "poss"),
        *syntax.prepositional(node.token, "by", "from"),
        *(child for child in syntax.children(node.token, "amod", "compound", "nmod") if kinds.is_name(child)),
    ]
    return not any(kinds.is_somebody(owner, lexicon) or kinds.is_name(owner) for owner in owners)


def is_unwanted(node: Node, lexicon: Lexicon) -> bool:
    """Whether somebody only says that he does not want harm: "do not want anybody to be killed", "does not seek war"."""
    about = node.content.event_type if node.content is not None and node.predicate.lemma in {"want", "seek"} else None
    if about is not None and lexicon.quads[about] == "material_conflict":
        return bool(syntax.children(node.token, "neg"))
    if lexicon.quads[node.event_type] != "material_conflict":
        return False
    chain = syntax.path_up(node.token)
    wishes = (at.head for at in chain if at.dep_ in {"xcomp", "ccomp", "dobj"} and at.head.pos_ in syntax.VERBAL)
    return any(
        (wish.lemma_ in {"want", "seek"} or lexicon.has("wish", wish.lemma_.lower())) and syntax.children(wish, "neg") for wish in wishes
    )


def is_proposed(token: Token) -> bool:
    """Whether a clause in the subjunctive says what somebody proposes: "suggested that the raids be stopped"."""
    if token.dep_ != "ccomp" or syntax.children(token, "aux"):
        return False
    bare = any(child.lower_ == "be" for child in syntax.children(token, "auxpass"))
    return bare and any(child.lower_ == "that" for child in syntax.children(token, "mark"))


def is_aimed_at(token: Token) -> bool:
    """Whether an act is only what somebody is out for by a relative clause: "rebels that seek to overthrow it"."""
    aim = token.head
    return (
        token.dep_ == "xcomp"
        and aim.dep_ == "relcl"
        and aim.lemma_ in {"seek", "aim", "want", "try", "hope"}
        and aim.tag_ in {"VBP", "VBZ"}
    )


def is_needed(token: Token) -> bool:
    """Whether an act is only said to be needed or allowed: "stressed the need to resume talks", "has the right to deploy troops"."""
    verb = token if token.pos_ in syntax.VERBAL else syntax.governor(token)
    return (
        verb is not None and verb.dep_ == "acl" and verb.tag_ == "VB" and verb.head.lemma_ in {"need", "necessity", "importance", "right"}
    )


def is_asked(token: Token) -> bool:
    """Whether the clause of a word, or the one that it completes, is a question: "Will they allow it?"."""
    if token.sent.text.rstrip(" \n\"'”’)")[-1:] != "?":
        return False
    for at in syntax.path_up(token):
        subject = syntax.children(at, "nsubj", "nsubjpass", "expl")
        helpers = [*syntax.children(at, "aux", "auxpass"), *([at] if at.pos_ == "AUX" else [])]
        if subject and any(helper.i < subject[0].i for helper in helpers):
            return True
        if at.dep_ not in {"xcomp", "conj", "dobj", "pobj", "prep", "attr", "ccomp"}:
            return False
    return False
