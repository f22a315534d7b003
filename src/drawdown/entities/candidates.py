"""What the model's entities are worth: spans made whole and trimmed, with a kind of mention; those that name nobody are left out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from drawdown.entities import datelines, divisions
from drawdown.entities.registry import Registry

KINDS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "facility", "NORP": "nationality"}
_TRIM = " \t\n'\"’‘“”*.,;:-–—()[]"
_NICKNAME = re.compile(r"\s[\"“'‘][A-Z][\w-]+[\"”'’]\s[A-Z][\w'’-]+")
"""Behind a first name: Ruth "Blue" Ostrow."""
_INITIALS = re.compile(r"(?<=[.!?\"”’])\s+[A-Z]{2,3}(?:/[A-Z]{2,3})*\s*\Z")
"""With these the desk signs what it has edited; they stand behind the last sentence."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A half-open span of a text that may name somebody or some place, with a kind of mention."""

    start: int
    end: int
    kind: str


def find(doc: Doc, registry: Registry) -> list[Candidate]:
    """The names that the model found, in order."""
    text = doc.text  # spaCy builds it anew at every reading
    signed = _INITIALS.search(text)
    found = [_candidate(entity, text, registry) for entity in doc.ents if entity.label_ in KINDS]
    found += [_overlooked(token, registry) for token in doc if token.dep_ == "nsubj" and token.tag_ == "NNP" and not token.ent_type_]
    kept = [one for one in found if one is not None and (signed is None or one.start < signed.start())]
    return sorted(kept, key=lambda one: one.start)


def _candidate(entity: Span, text: str, registry: Registry) -> Candidate | None:
    kind, words = KINDS[entity.label_], registry.words
    whole = _whole_person(entity, registry) if kind == "person" else entity
    if (body := _whole_body(entity, registry)) is not None:
        whole, kind = body, "organisation"
    start, end = _stripped(text, whole.start_char, whole.end_char)
    if (line := datelines.read(text, start)) is not None and line.end < end:  # "OSLO - Anna Berg"
        start, _ = _stripped(text, line.end, end)
        kind = "person" if kind == "organisation" and _says(entity, registry) and not _is_body(entity[-1], registry) else kind
    first, _, rest = text[start:end].partition(" ")
    if rest and first.lower() in words["line_opening"]:
        start, kind = start + len(first) + 1, "place"
    if kind == "organisation" and _described(entity, registry):
        kind = "person"
    while kind == "person" and rest and first.lower().rstrip(".") in words["honorific"]:
        start, _ = _stripped(text, start + len(first) + 1, end)
        first, _, rest = text[start:end].partition(" ")
    if kind == "person" and (nickname := _NICKNAME.match(text, end)) is not None:
        end = nickname.end()
    while (last := text[start:end].rpartition(" ")[2].lower()) in ("of", "and", "the", "for", "in", "&", "'s", "’s") and start < end:
        _, end = _stripped(text, start, end - len(last))
    if _names_nobody(entity, text[start:end], kind, registry):
        return None
    if kind == "person" and entity.start and entity.doc[entity.start - 1].lower_ in ("in", "near", "at"):
        kind = "place"
    if kind in ("person", "organisation", "nationality") and _is_called_place(entity, registry):
        kind = "place"
    if kind == "nationality" and _speaks(entity, registry):
        kind = "person"
    return Candidate(start, end, kind)


def _overlooked(token: Token, registry: Registry) -> Candidate | None:
    """A person whom the model takes for nobody, in front of a word of saying: *Pavel Novák* told reporters; two to four words without an article."""
    verb, first = token.head, token.i
    if verb.i < token.i or verb.lemma_.lower() not in registry.saying:
        return None
    doc = token.doc
    while first > token.sent.start and (_is_given_to(doc[first - 1], token, registry) or _joined(doc, first - 1)):
        first -= 2 if _joined(doc, first - 1) else 1
    words = doc[first : token.i + 1]
    before = doc[first - 1] if first > token.sent.start else None
    if not 2 <= len(words.text.split()) <= 4 or (
        before is not None and (before.head == token and before.dep_ in ("det", "amod", "compound", "nmod"))
    ):
        return None
    if any(word.is_upper for word in words if len(word) > 2) or _is_body(token, registry):
        return None
    return Candidate(words.start_char, words.end_char, "person")


def _joined(doc: Doc, at: int) -> bool:
    """Whether a hyphen without blanks joins two parts of a name: al-Tamimi, Berg-Olsen."""
    return at > 0 and doc[at].text == "-" and not doc[at].whitespace_ and not doc[at - 1].whitespace_ and doc[at - 1].is_alpha


def _described(entity: Span, registry: Registry) -> bool:
    """Whether a noun for a person, in small letters, stands before what the model takes for a body: the lawmaker *Pavel Dolny*."""
    before = entity.doc[entity.start - 1] if entity.start else None
    noun = registry.nouns.get(before.lower_) if before is not None and before.text.islower() and before.tag_ == "NN" else None
    named = 2 <= len(entity) <= 4 and all(word.is_alpha and word.is_title for word in entity) and not _is_body(entity[-1], registry)
    return named and noun is not None and noun.kind == "person" and before is not None and before.head == entity.root


def _says(entity: Span, registry: Registry) -> bool:
    """Whether a name stands before a word of saying as its subject."""
    root = entity.root
    return root.dep_ == "nsubj" and root.head.i > root.i and root.head.lemma_.lower() in registry.saying


def _is_given_to(word: Token, name: Token, registry: Registry) -> bool:
    """Whether a word is a part of a name in front of its last one, and no rank or office."""
    known = word.lower_.rstrip(".") in registry.words["honorific"] or word.lower_ in registry.nouns
    return _proper(word) and word.head == name and word.dep_ == "compound" and not word.ent_type_ and not known


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without article, possessive, quotation marks, brackets and stops at its edges."""
    while start < end and text[start] in _TRIM:
        start += 1
    if text[start : start + 4].lower() == "the ":
        start += 4
    while start < end and (text[end - 1] in _TRIM or text[max(start, end - 2) : end] in ("'s", "’s")):
        end -= 2 if text[end - 1] == "s" else 1
    return start, end


def _is_called_place(entity: Span, registry: Registry) -> bool:
    """Whether a noun beside a name says that it is a place's: the *city of* Nerva, Belgorod *region*; the names of parts of states are listed."""
    before = entity.doc[max(0, entity.start - 2) : entity.start]
    noun = before[0].lower_ if len(before) == 2 and before[1].lower_ == "of" else ""
    if noun in registry.words["city_noun"] | registry.words["province_noun"]:
        return True
    behind = entity.doc[entity.end].lower_ if entity.end < len(entity.doc) else ""
    return bool({noun, behind} & registry.words["division_noun"]) and divisions.key(entity.text) in registry.divisions


def _names_nobody(entity: Span, name: str, kind: str, registry: Registry) -> bool:
    """Whether a name is a common noun for an actor, a thing that is none, the end of an office's name, or one adjective."""
    if not any(character.isupper() for character in name):
        return True
    if kind != "person" and (name.lower() in registry.nouns or (kind == "nationality" and registry.modifiers.get(name.lower()) == "REL")):
        return True
    if name.lower() in registry.words["no_actor"] or (kind == "organisation" and len(entity) == 1 and entity[0].pos_ == "ADJ"):
        return True
    head = entity.root.head
    return head.lower_ == "of" and head.head.lower_ in ("secretary", "minister", "ministry", "department") and len(entity) == 1


def _speaks(entity: Span, registry: Registry) -> bool:
    """Whether one person speaks or acts under what the model takes for a nationality: a name in the singular, the subject of a verb, without article."""
    root = entity.root
    named = len(entity) == 1 and root.tag_ == "NNP" and root.dep_ == "nsubj" and root.left_edge.i == root.i
    return named and root.head.lemma_.lower() in registry.acting and not root.lower_.endswith(("s", "an", "ish", "ese"))


def _whole_person(entity: Span, registry: Registry) -> Span:
    """A person's name with the parts that particles join: Ali *bin Said* al-Harthy, Rustam Aliyev *oglu*."""
    doc, start, end = entity.doc, entity.start, entity.end
    particles = registry.words["particle"]
    while start > 1 and doc[start - 1].lower_ in particles and _proper(doc[start - 2]):
        start -= 2
    while start > 0 and _is_given_to(doc[start - 1], entity.root, registry):
        start -= 1  # the model began behind the given name
    while end < len(doc) - 1 and doc[end].lower_ in particles and _proper(doc[end + 1]):
        end += 2
    if end < len(doc) and _proper(doc[end]) and not doc[end].ent_type_ and entity.root.head == doc[end] and entity.root.dep_ == "compound":
        end += 1  # the model ended before the surname
    if end < len(doc) and doc[end].lower_ in registry.words["patronymic"]:
        end += 1
    return doc[start:end]


def _whole_body(entity: Span, registry: Registry) -> Span | None:
    """The name of a body that goes on behind the model's span to its noun: Harbour *and Rail Company*; None if it does not."""
    if entity.label_ not in ("ORG", "PERSON", "GPE", "FAC") or _is_body(entity[-1], registry):
        return None
    doc, at, linked = entity.doc, entity.end, False
    while at < min(len(doc), entity.end + 6):
        token = doc[at]
        if token.lower_ in ("and", "&", "of") and not linked and entity.label_ != "PERSON":
            linked = True
        elif _proper(token):
            linked = False
            if _is_body(token, registry) and (at + 1 == len(doc) or not _proper(doc[at + 1])):
                return doc[entity.start : at + 1]
        else:
            return None
        at += 1
    return None


def _proper(token: Token) -> bool:
    return token.text[:1].isupper() and token.pos_ == "PROPN"


def _is_body(token: Token, registry: Registry) -> bool:
    noun = registry.nouns.get(token.lower_)
    return noun is not None and noun.kind in ("organisation", "media", "government") and token.text[:1].isupper()
