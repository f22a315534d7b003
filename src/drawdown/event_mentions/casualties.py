"""How many were killed and injured, as the clause around a trigger says: low, best, high, and where it says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from drawdown.event_mentions import syntax
from drawdown.event_mentions.lexicon import Lexicon

TYPES = frozenset({"ASSAULT", "COERCE", "PROTEST"})
"""Event types in which people come to harm."""

REACH = 25
"""Tokens between a trigger and the verb that tells what came of it."""

_SAME_ACT = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "prep", "agent", "compound", "conj", "appos", "advcl", "pcomp", "xcomp"})
_OTHER_CLAIM = frozenset({"ccomp", "parataxis", "csubj"})
_NO_PERSONS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})


@dataclass(frozen=True, slots=True)
class Toll:
    """A number of persons and its span in the article; a bound that the text leaves open is null ("at least 25": no ``high``)."""

    low: int | None
    best: int | None
    high: int | None
    start: int
    end: int

    def plus(self, other: Toll) -> Toll:
        """Both groups together; a bound is known if both are."""
        low, best, high = (
            None if one is None or two is None else one + two
            for one, two in ((self.low, other.low), (self.best, other.best), (self.high, other.high))
        )
        return Toll(low, best, high, min(self.start, other.start), max(self.end, other.end))


def find(trigger: Token, lexicon: Lexicon) -> dict[str, Toll]:
    """Deaths and injured of the act that a trigger names: ``{"deaths": Toll, "injured": Toll}``, each if told.

    The verb nearest to the trigger decides. A number that counts killed and injured together is neither.
    """
    found: dict[str, Toll] = {}
    for verb in sorted(_verbs(trigger), key=lambda token: (abs(token.i - trigger.i), token.i)):
        what = _told(verb, lexicon)
        if what is None or what in found or abs(verb.i - trigger.i) > REACH or _both(verb, lexicon):
            continue
        toll = _toll(_persons(verb, lexicon), lexicon, verb)
        if toll is not None:
            found[what] = toll
    return found


def _verbs(trigger: Token) -> Iterator[Token]:
    """The trigger, what hangs on it, and the clause in which it is subject, object or circumstance."""
    yield from _below(trigger)
    at = trigger
    while at.dep_ in _SAME_ACT and at.head != at:
        at = at.head
        yield at
        if at.pos_ in syntax.VERBAL:
            yield from (child for child in syntax.children(at, "conj", "advcl", "xcomp", "oprd", "acomp") if child != trigger)
            return


def _below(token: Token) -> Iterator[Token]:
    yield token
    for child in token.children:
        if child.dep_ not in _OTHER_CLAIM or child.pos_ == "ADJ":
            yield from _below(child)


def _told(verb: Token, lexicon: Lexicon) -> str | None:
    if any(child.dep_ == "neg" for child in verb.children):
        return None
    lemma = verb.lemma_.lower()
    if lexicon.has("killing", lemma) or lexicon.has("losing", lemma):
        return "deaths"
    return "injured" if lexicon.has("injuring", lemma) else None


def _both(verb: Token, lexicon: Lexicon) -> bool:
    """Whether the verb shares its persons with one of the other kind: "200 killed or injured"."""
    partners = [child for child in [*syntax.children(verb, "conj"), *([verb.head] if verb.dep_ == "conj" else [])] if child != verb]
    for other in partners:
        kinds = {_told(verb, lexicon), _told(other, lexicon)}
        if kinds == {"deaths", "injured"}:
            later = max(verb, other, key=lambda token: token.i)
            if not syntax.children(later, "dobj", "nsubj", "nsubjpass"):
                return True
    return False


def _persons(verb: Token, lexicon: Lexicon) -> list[Token]:
    lemma = verb.lemma_.lower()
    if verb.pos_ == "ADJ" or verb.dep_ in {"oprd", "acomp"}:
        own = [*syntax.children(verb, "nsubj"), *syntax.children(verb.head, "dobj", "nsubj")]
        persons = [verb.head] if verb.dep_ == "amod" else own[:1]
    elif lexicon.has("dying", lemma):
        persons = syntax.children(verb, "nsubj")
    else:
        persons = syntax.undergoers(verb) or ([verb.head] if verb.dep_ == "acl" else [])
    if lexicon.has("losing", lemma):
        persons = [person for person in persons if _human(person, lexicon)]
    return [one for one in syntax.with_conjuncts(persons) if one.ent_type_ not in _NO_PERSONS or one.pos_ == "NUM"]


def _human(token: Token, lexicon: Lexicon) -> bool:
    lemma = token.lemma_.lower()
    return lexicon.has_any(("people", "troops", "member", "life"), lemma)


def _toll(persons: list[Token], lexicon: Lexicon, verb: Token) -> Toll | None:
    """The sum over coordinated groups; none unless one of them is counted by a numeral."""
    groups = [(person, _count(person, lexicon, verb)) for person in persons]
    if not any(count for _, count in groups):
        return None
    whole: Toll | None = None
    for person, count in groups:
        one = count or _single(person)
        if one is None:
            continue
        whole = one if whole is None else whole.plus(one)
    return whole


def _single(person: Token) -> Toll | None:
    """ "a civilian", "the general", a name: one person beside those that are counted."""
    if person.tag_ in {"NN", "NNP"} and not syntax.children(person, "nummod"):
        return Toll(1, 1, 1, person.idx, person.idx + len(person.text))
    return None


def _count(person: Token, lexicon: Lexicon, verb: Token) -> Toll | None:
    """The numeral that counts a person's noun, with its bounds; a pronoun or numeral may stand alone ("two", "nobody")."""
    numerals = [child for child in person.children if child.dep_ in {"nummod", "det", "amod", "quantmod"}]
    candidates = [*numerals, person] if person.pos_ in {"NUM", "PRON"} or person.lower_ in lexicon.numerals else numerals
    for token in candidates:
        inner = token.ent_type_ in _NO_PERSONS or (token.dep_ == "nummod" and token.head.ent_type_ == "DATE")
        if inner or token.i > verb.i + REACH:
            continue
        toll = _number(token, lexicon)
        if toll is not None:
            return toll
    return None


def _number(token: Token, lexicon: Lexicon) -> Toll | None:
    """The number that a numeral and the words before it stand for."""
    if _value(token.lower_, lexicon) is None:
        return None
    first = token.i
    while first > 0 and _part(token.doc[first - 1], lexicon):
        first -= 1
    parts = [word for word in token.doc[first : token.i + 1] if _value(word.lower_, lexicon) is not None]
    first = parts[0].i
    before = [word.lower_ for word in token.doc[max(0, first - 3) : first]]
    value, several = 0, False
    for word in parts:
        known, kind = _value(word.lower_, lexicon) or (0, "value")
        several |= kind == "several"
        value = max(value, 1) * known if kind == "multiplier" else value + known
    span = parts[0].idx, token.idx + len(token.text)
    above = "no" in before or not lexicon.has("bound_high", *before)
    if several or (above and lexicon.has("bound_low", *before[-2:])):
        return Toll(value, None if several else value, None, *span)
    if lexicon.has("bound_high", *before) or before[-3:] == ["as", "many", "as"]:
        return Toll(None, value, value, *span)
    if lexicon.has("around", *before[-1:]):
        return Toll(None, value, None, *span)
    return Toll(value, value, value, *span)


def _part(token: Token, lexicon: Lexicon) -> bool:
    """Whether a token belongs to the numeral behind it: "two" of "two dozen", "twenty" and the hyphen of "twenty-one"."""
    known = _value(token.lower_, lexicon)
    return token.lower_ == "-" or (known is not None and known[0] > 0)


def _value(word: str, lexicon: Lexicon) -> tuple[int, str] | None:
    digits = word.replace(",", "")
    if digits.isdecimal() and len(digits) < 9:
        return int(digits), "value"
    return lexicon.numerals.get(word)
