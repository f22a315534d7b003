"""To whom words are said."""

from __future__ import annotations

from spacy.tokens import Token

from drawdown.entities.quotes.lexicon import Lexicon

_SETTINGS = ("in", "during", "at", "on", "over")


def of_cue(cue: Token, speaker: Token | None, lexicon: Lexicon) -> Token | None:
    """Head of the noun phrase that names the addressee, of the first form that is there.

    `told X`, `said to X`, `said in a letter to X`, `a letter to X said`, `speaking to X, Y said`; None when the sentence names none.
    """
    return _object(cue, lexicon) or _behind(cue, "to") or _setting(cue, lexicon) or _piece(speaker, lexicon) or _speaking(cue, lexicon)


def _object(cue: Token, lexicon: Lexicon) -> Token | None:
    for child in cue.rights:
        if child.dep_ in ("dative", "iobj") or (child.dep_ == "dobj" and lexicon.addressee(cue) == "object"):
            return _complement(child) if child.pos_ == "ADP" else child
    return None


def _behind(word: Token, preposition: str | None) -> Token | None:
    """The noun that a preposition ties to a word."""
    for child in word.rights:
        if preposition and child.dep_ in ("prep", "dative") and child.lower_ == preposition:
            return _complement(child)
    return None


def _setting(cue: Token, lexicon: Lexicon) -> Token | None:
    """`said in an interview with X`, `in a letter to X, Y said`."""
    for child in cue.children:
        if child.dep_ == "prep" and child.lower_ in _SETTINGS and (piece := _complement(child)) is not None:
            found = _piece(piece, lexicon)
            if found is not None:
                return found
    return None


def _piece(noun: Token | None, lexicon: Lexicon) -> Token | None:
    return _behind(noun, lexicon.addressee(noun)) if noun is not None else None


def _speaking(cue: Token, lexicon: Lexicon) -> Token | None:
    """`Speaking to X, Y said`."""
    for child in cue.lefts:
        if child.dep_ == "advcl" and child.tag_ == "VBG" and lexicon.verbs.get(child.lemma_.lower(), ("", ""))[1] == "setting":
            return _behind(child, "to") or _behind(child, "with")
    return None


def _complement(preposition: Token) -> Token | None:
    return next((one for one in preposition.rights if one.dep_ == "pobj"), None)
