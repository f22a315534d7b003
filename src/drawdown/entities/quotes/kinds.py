"""Direct or partial, speech or not."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Span, Token

from drawdown.entities.quotes import phrases
from drawdown.entities.quotes.attribution import Said
from drawdown.entities.quotes.lexicon import Lexicon


def direct(doc: Doc, text: str, start: int, end: int) -> bool:
    """Whether a quotation holds a whole clause: a finite verb with its subject, not opened by a relative or question word.

    ``text`` is the text of ``doc``, which spaCy would build anew at every reading.
    """
    if text[start].isupper() and text[end - 1] in ".!?":
        return True
    span = doc.char_span(start, end, alignment_mode="contract")
    if span is None or len(span) < 2:
        return False
    if text[start].isupper() and text[end - 1] == "," and any(_told(token, span) for token in span):
        return True
    first = next((token for token in span if not token.is_punct), None)
    if first is None:
        return False
    question = text[start:end].rstrip().endswith("?")
    fronted = first.dep_ == "prep" and first.head.i > first.i and finite_in(first.head, span)
    if (
        first.text.islower()
        and not fronted
        and first.tag_ in ("WDT", "WP", "WRB", "WP$", "IN", "TO")
        and first.lower_ not in ("if", "because", "although", "while")
    ):
        return question or (first.lower_ == "what" and any(token.dep_ == "csubj" and finite_in(token.head, span) for token in span))
    for token in span:
        if (
            token.dep_ in ("nsubj", "nsubjpass", "expl", "csubj")
            and span.start <= token.head.i < span.end
            and token.head.dep_ not in ("relcl", "acl")
        ):
            verb = token.head
            asked = any(child.tag_ in ("WDT", "WP", "WRB", "WP$") for child in verb.lefts)
            if phrases.finite_form(verb) and (not asked or text[start].isupper()):
                return verb.left_edge.i <= span.start + 3 or text[start].isupper()
    return question


def _told(verb: Token, span: Span) -> bool:
    """Whether a verb heads a finite clause of its own, no relative one."""
    return verb.pos_ in ("VERB", "AUX") and verb.dep_ not in ("relcl", "acl", "aux", "auxpass") and finite_in(verb, span)


def finite_in(verb: Token, span: Span) -> bool:
    """Whether a finite verb stands in a span."""
    return span.start <= verb.i < span.end and phrases.finite_form(verb)


def speech(text: str, said: Said, title: bool, lexicon: Lexicon) -> bool:
    """Whether what stands between marks is someone's words: not the title of a work, a name, or words in marks that nobody utters."""
    start, end = said.marked.start, said.marked.end
    words = text[start:end].split()
    if not words or end - start > 5000:
        return False
    if lexicon.work.search(text, max(0, start - 30), max(0, start - said.marked.width)) and _capitals(words, lexicon):
        return False
    if said.cue is None:
        return False
    return title or not (_capitals(words, lexicon) and len(words) >= 2 and (text[end - 1] not in ".!?" or len(words) < 4) and _short(words))


def _short(words: list[str]) -> bool:
    """Whether words in marks are few enough for a name or title: eight, or more where no comma ends them as it does speech."""
    return len(words) <= 8 or (len(words) <= 16 and words[-1][-1].isalnum())


def _capitals(words: list[str], lexicon: Lexicon) -> bool:
    """Whether most words are written as in a name or title; the first, `I`, and the short words between names tell nothing."""
    letters = [word for word in words if word[:1].isalpha()]
    telling = [word for word in letters[1:] if word not in lexicon.sets["title_word"] and not re.fullmatch(r"I(?:['\u2019]\w+)?\W*", word)]
    return len(telling) > 0 and sum(word[0].isupper() for word in telling) >= 0.6 * len(telling)
