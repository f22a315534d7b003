"""From the parse of an article to its event mentions, participants and contexts: pure, no I/O."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Span, Token

from drawdown import calibration, ids
from drawdown.event_mentions import (
    background,
    casualties,
    claims,
    contexts,
    modes,
    participants,
    parties,
    realis,
    relevance,
    repeats,
    senses,
    syntax,
    triggers,
    when,
    where,
)
from drawdown.event_mentions.lexicon import Lexicon
from drawdown.event_mentions.page import Page, Row
from drawdown.event_mentions.roles import Roles
from drawdown.event_mentions.selection import is_political, is_told, off_topic
from drawdown.event_mentions.triggers import Node, Reading


@dataclass(slots=True)
class Coded:
    """The rows of one article for the tables ``event_mentions``, ``participants``, ``contexts``, and where each act is told."""

    events: list[Row] = field(default_factory=list)
    participants: list[Row] = field(default_factory=list)
    contexts: list[Row] = field(default_factory=list)
    tellings: dict[str, background.Telling] = field(default_factory=dict)


def code(page: Page, doc: Doc, lexicon: Lexicon, min_confidence: float = 0.0) -> Coded:
    """Every event mention of an article whose confidence is at least ``min_confidence``.

    Sentences without a word of the lexicon cost a look-up a token, no more.
    """
    coded = Coded()
    seen: set[str] = set()
    games = relevance.is_about_sport(doc, lexicon)
    for sentence in doc.sents:
        if not possible(sentence, lexicon) or off_topic(sentence, lexicon, games=games):
            continue
        reading = triggers.read(sentence, lexicon)
        for node, roles in told(reading, lexicon):
            _add(coded, seen, page, node, reading, roles, lexicon)
    background.settle(page, coded.events, coded.participants, coded.tellings, lexicon)
    return _weighed(_framed(coded, page, lexicon), lexicon, min_confidence)


def told(reading: Reading, lexicon: Lexicon) -> list[tuple[Node, Roles]]:
    """The acts of a sentence that get a row, with their participants: an act and its means ("the strike killed ten") get one."""
    nodes = [node for index, node in sorted(reading.nodes.items()) if index not in reading.consumed]
    found = [(node, participants.find(node, reading, lexicon)) for node in nodes]
    found = [(senses.settled(node, roles, lexicon), roles) for node, roles in found]
    kept = [(node, roles) for node, roles in found if is_political(node, roles, lexicon) and is_told(node, roles, reading, lexicon)]
    kept = _joined(kept)
    means = {(token.i, node.event_type) for node, roles in kept for token in roles.instrument}
    return [(node, roles) for node, roles in kept if (node.token.i, node.event_type) not in means]


def _joined(told: list[tuple[Node, Roles]]) -> list[tuple[Node, Roles]]:
    """One row where two words tell one happening to the same victims: an attack that names none and its result
    ("attacked in the port, wounding six sailors"), and passives word by word ("were killed or wounded").
    """
    acts = {(node.token.i, node.event_type): roles for node, roles in told}
    kept = []
    for node, roles in told:
        token = node.token
        known = acts.get((token.head.i, node.event_type))
        result = node.event_type == "ASSAULT" and token.dep_ == "advcl" and token.tag_ == "VBG"
        if known is not None and result and not known.recipient:
            known.recipient += roles.recipient
        elif known is not None and node.event_type == "CONSULT" and _shares(token, roles, known):
            continue  # "met the envoy and discussed the border"
        elif known is not None and _is_second(token) and known.recipient == roles.recipient:
            known.actor = known.actor or roles.actor
        else:
            kept.append((node, roles))
    return kept


def _shares(token: Token, roles: Roles, known: Roles) -> bool:
    """Whether a verb only says more of the talks before it: no party and no host of its own."""
    return token.dep_ == "conj" and not roles.recipient and set(roles.actor) <= set(known.actor)


def _is_second(token: Token) -> bool:
    """Whether a participle shares subject and auxiliary with the one before it: "were killed or wounded", "was shot, and killed, by ..."."""
    shared = token.dep_ == "conj" and syntax.is_passive(token.head) and not syntax.children(token, "nsubjpass", "auxpass", "nsubj", "dobj")
    return token.i == token.head.i + 2 or (shared and token.tag_ == "VBN")


def _framed(coded: Coded, page: Page, lexicon: Lexicon) -> Coded:
    """A speech act that the frame names and the quoted words perform is one row: the frame's, with the content of the words.

    Acts among private persons on a page about something else than politics go, too.
    """
    cues = {row["quote_id"]: (row["cue"], row["start"], row["end"]) for row in page.quotes if row["cue"]}
    dropped = relevance.private(page, coded.events, coded.participants) | relevance.interviews(page, coded.events, coded.participants)
    dropped |= relevance.at_home(page, coded.events, coded.participants)
    dropped |= repeats.settings(coded.events, coded.participants, coded.tellings, lexicon)
    for row in coded.events:
        cue, start, end = cues.get(row["quote_id"], (None, 0, 0))
        frame = next(
            (
                other
                for other in coded.events
                if other["text"] == cue
                and other["event_type"] == row["event_type"]
                and other["sentence_id"] == row["sentence_id"]
                and not start <= other["start"] < end
            ),
            None,
        )
        if frame is None or row["event_type"] not in realis.SPEECH_ACTS:
            continue
        dropped.add(row["event_mention_id"])
        if frame["content_type"] is None:
            frame |= {name: row[name] for name in ("mode", "score", "content_type", "content_mode", "content_realis")}
    return _without(coded, dropped)


def _weighed(coded: Coded, lexicon: Lexicon, least: float) -> Coded:
    """The rows with their prior turned into a probability, now that nothing about them changes any more; those below ``least`` go."""
    for row in coded.events:
        row["confidence"] = calibration.cell(lexicon.cells, row["confidence"], row["tense"], row["realis"]).confidence
    return _without(coded, {row["event_mention_id"] for row in coded.events if row["confidence"] < least})


def _without(coded: Coded, dropped: set[str]) -> Coded:
    """The rows of the other event mentions."""
    events, people, themes = (
        [row for row in rows if row["event_mention_id"] not in dropped] for rows in (coded.events, coded.participants, coded.contexts)
    )
    return Coded(events, people, themes)


def possible(sentence: Span, lexicon: Lexicon) -> bool:
    """Whether a sentence holds any word that could tell an act."""
    return any((word, pos) in lexicon.predicates for token in sentence for word in _words(token) for pos in ("VERB", "NOUN", "ADJ"))


def _words(token: Token) -> tuple[str, ...]:
    joined = syntax.hyphenated(token)
    return (syntax.lemma(token),) if joined is None else (syntax.lemma(token), joined)


def _add(coded: Coded, seen: set[str], page: Page, node: Node, reading: Reading, roles: Roles, lexicon: Lexicon) -> None:
    start, end = trigger_span(node, lexicon)
    raw, part, sentence_id = page.offsets.to_raw(start, end), page.offsets.part(start), page.sentence_id(start)
    if raw is None or part is None or sentence_id is None:
        return
    node = claims.own_side(page, node, roles.actor, realis.clause(node, reading, lexicon), lexicon)
    status = realis.clause(node, reading, lexicon)
    identifier = ids.within("em", page.article_id, *raw, node.event_type)
    if identifier in seen:
        return
    seen.add(identifier)
    mode = modes.refine(node, roles, lexicon)
    time = when.bound_time(node, reading, page.times)
    places = where.bound_places(node, roles, reading, page.mentions, lexicon)
    past = time or when.bound_time(node, reading, page.times, background=True)
    claim = claims.read(page, node, roles.actor, status, past, lexicon)
    time = when.ahead(time, page.day, lexicon) if claim.realis == "planned" else time
    coded.tellings[identifier] = background.Telling(node.token, status)
    coded.events.append(
        {
            "event_mention_id": identifier,
            "article_id": page.article_id,
            "sentence_id": sentence_id,
            "part": part,
            "start": start,
            "end": end,
            "raw_start": raw[0],
            "raw_end": raw[1],
            "text": page.text[start:end],
            "event_type": node.event_type,
            "mode": mode,
            "quad_class": lexicon.quads[node.event_type],
            "score": float(lexicon.scores.get((node.event_type, mode), lexicon.scores[node.event_type, None])),
            "realis": claim.realis,
            "tense": status.tense,
            "source_id": claim.source_id,
            "quote_id": claim.quote_id,
            **_content(node, lexicon),
            **_dated(time),
            "place_id": next((place["place_id"] for place in places if place["place_id"]), None),
            **_tolls(node, lexicon),
            "confidence": _prior(node, roles),
            "rule": node.predicate.rule,
            "reason": "; ".join([f"{node.predicate.rule}, {roles.how}", *node.notes, status.reason]),
        }
    )
    coded.participants += parties.rows(page, identifier, roles, lexicon, node.event_type)
    coded.participants += parties.setting(page, identifier, time, next(iter(places), None))
    if not roles.actor and node.event_type in {"REQUEST", "THREATEN"} and (node.content is None or node.content.token == node.token):
        coded.participants += parties.speaker(page, identifier, start)
    coded.contexts += [
        {"event_mention_id": identifier, "context": name, "reason": word} for name, word in contexts.find(node, mode, lexicon).items()
    ]


def _content(node: Node, lexicon: Lexicon) -> Row:
    """What a speech act is about: the columns of its content."""
    content = _demanded(node, lexicon) if node.content_realis else None
    if content is None:
        return {"content_type": None, "content_mode": None, "content_realis": None}
    mode = modes.refine(content, Roles(), lexicon)
    return {"content_type": content.event_type, "content_mode": mode, "content_realis": node.content_realis}


def _dated(time: Row | None) -> Row:
    """The columns of the date, from the row of its time expression."""
    if time is None:
        return {"edtf": None, "earliest": None, "latest": None, "date_basis": "unknown", "time_id": None}
    return {name: time[name] for name in ("edtf", "earliest", "latest", "time_id")} | {"date_basis": time["basis"]}


def _tolls(node: Node, lexicon: Lexicon) -> Row:
    """The columns of the numbers of victims."""
    counts = casualties.find(node.token, lexicon) if node.event_type in casualties.TYPES else {}
    return {
        f"{what}_{which}": getattr(counts[what], which) if what in counts else None
        for what in ("deaths", "injured")
        for which in ("low", "best", "high", "start", "end")
    }


def _demanded(node: Node, lexicon: Lexicon) -> Node | None:
    """The content; whoever demands to expel forces demands that they withdraw (codebook, section 5)."""
    content = node.content
    if content is None or (node.event_type, content.event_type, content.mode) != ("REQUEST", "SANCTION", "expel"):
        return content
    driven = syntax.with_conjuncts([*syntax.undergoers(content.token), *syntax.prepositional(content.token, "of")])
    forces = any(lexicon.has("troops", token.lemma_.lower()) or (token.ent_type_ == "NORP" and token.tag_ == "NNPS") for token in driven)
    return replace(content, event_type="RETREAT", mode="withdraw") if forces else content


def trigger_span(node: Node, lexicon: Lexicon) -> tuple[int, int]:
    """The word that names the act, with a particle that touches it; the noun where the verb is light ("held talks")."""
    token, wanted = node.token, node.predicate.object_class
    if wanted is not None and token.pos_ in syntax.VERBAL and lexicon.has("light", token.lemma_):
        things = syntax.undergoers(token) + syntax.behind(node.particles)
        noun = next((thing for thing in things if thing.lemma_.lower() in lexicon.classes[wanted]), None)
        lemma = noun.lemma_.lower() if noun is not None else ""
        if noun is not None and ((lemma, "NOUN") in lexicon.predicates or lexicon.has("deed", lemma)):
            return noun.idx, noun.idx + len(noun.text)
    end = token.idx + len(token.text)
    if syntax.hyphenated(token) == node.predicate.lemma:
        return token.doc[token.i - 2].idx, end
    last = token.i
    for particle in node.particles:
        if particle.i == last + 1 and particle.dep_ in {"prt", "advmod"}:
            end, last = particle.idx + len(particle.text), particle.i
    return token.idx, end


def _prior(node: Node, roles: Roles) -> float:
    """The lexicon row's prior (with the content's, their mean), less where nobody is found to do the act."""
    value = node.predicate.confidence
    if node.content is not None:
        value = (value + node.content.predicate.confidence) / 2
    return round(value if roles.actor else value * 0.8, 3)
