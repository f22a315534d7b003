"""What a page tells as background: acts that it sets into the past in one place are past where it takes them up again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from drawdown.event_mentions import realis, syntax
from drawdown.event_mentions.claims import VAGUE
from drawdown.event_mentions.lexicon import Lexicon
from drawdown.event_mentions.page import Page, Row

SET_IN = frozenset({"advcl", "relcl", "acl", "xcomp", "pcomp", "prep", "pobj", "conj", "appos"})
"""Dependencies through which a clause takes its time from the act that it hangs on."""

SUFFERERS = frozenset({"dobj", "nsubjpass"})
"""Dependencies of those to whom a past act was done, of whom a clause tells more: "killed the envoy, who was on a visit"."""

NEWS_DAYS = 7


@dataclass(frozen=True, slots=True)
class Telling:
    """Where an act is told, and how."""

    token: Token
    status: realis.Status


Tellings = Mapping[str, Telling]


def settle(page: Page, events: list[Row], participants: list[Row], tellings: Tellings, lexicon: Lexicon) -> None:
    """Make ``historical`` in place what is told as done and as news, but is background by what the page says elsewhere."""
    _to_come(events, participants, tellings)
    _vouched(events, participants)
    open_rows = [row for row in events if row["realis"] == "asserted" and _may_be_past(tellings.get(row["event_mention_id"]), lexicon)]
    told = Told(page, events, participants, tellings, lexicon)
    for reason, is_past in (
        ("before the latest day that the page names", told.before_the_news),
        ("file photo", told.from_the_files),
        ("told as past elsewhere on the page", told.past_elsewhere),
        ("takes up an act told as past", told.takes_up),
        ("set in the time of a past act", told.set_in_past),
        ("takes up an act told as past", told.takes_up),
    ):
        for row in open_rows:
            if row["realis"] == "asserted" and is_past(row):
                row["realis"] = "historical"
                row["reason"] += f"; historical: {reason}"


def _may_be_past(telling: Telling | None, lexicon: Lexicon) -> bool:
    """Whether an act is not told as going on: present perfect, "ongoing", "continues to"."""
    if telling is None or telling.status.perfect or telling.status.tense == "future":
        return False
    return not any(lexicon.has("lasting", word.lemma_.lower()) for word in [*syntax.children(telling.token, "amod"), telling.token.head])


def _to_come(events: list[Row], participants: list[Row], tellings: Tellings) -> None:
    """ "We are visiting Lima", where the page tells of a visit to Lima that is planned: the progressive looks ahead."""
    named: dict[str, set[str]] = {}
    for row in participants:
        if row["role"] == "recipient" and row["entity_id"]:
            named.setdefault(row["event_mention_id"], set()).add(row["entity_id"])

    def acts(row: Row) -> set[tuple[str, str]]:
        return {(row["event_type"], name) for name in named.get(row["event_mention_id"], ())}

    ahead = {act for row in events if row["realis"] == "planned" for act in acts(row)}
    for row in events:
        telling = tellings.get(row["event_mention_id"])
        going = telling is not None and telling.token.tag_ == "VBG" and telling.status.tense == "present"
        if going and row["realis"] in {"asserted", "alleged"} and acts(row) & ahead:
            row["realis"] = "planned"
            row["reason"] += "; planned: told as to come elsewhere on the page"


def _vouched(events: list[Row], participants: list[Row]) -> None:
    """Deeds that a speaker tells, and the page tells in its own voice elsewhere (codebook, section 6): nobody else vouches for them.

    The same deed: violence against the same sufferers, known by name, by nobody of whom the page itself does not say it.
    """
    parties: dict[tuple[str, str], set[str | None]] = {}
    for row in participants:
        if row["role"] in {"actor", "recipient"}:
            parties.setdefault((row["event_mention_id"], row["role"]), set()).add(row["entity_id"])

    def of(row: Row, role: str) -> set[str | None]:
        return parties.get((row["event_mention_id"], role), set())

    own = [row for row in events if row["source_id"] is None and row["realis"] in {"asserted", "historical"}]
    for row in events:
        if row["event_type"] != "ASSAULT" or row["realis"] != "alleged" or row["source_id"] is None or not of(row, "recipient") - {None}:
            continue
        for other in own:
            same = other["event_type"] == row["event_type"] and of(row, "recipient") <= of(other, "recipient") - {None}
            if same and of(row, "actor") <= of(other, "actor"):
                row |= {"realis": "asserted", "source_id": None, "reason": f"{row['reason']}; asserted: the page tells it itself"}
                break


def _dates_a_vote(token: Token, page: Page, lexicon: Lexicon) -> bool:
    """Whether the page says that a motion or law was passed, and gives no more than the month or year: that vote is background."""
    if token.tag_ not in {"VBD", "VBN"} or not lexicon.has("voting", token.lemma_.lower()):
        return False
    if not any(lexicon.has("paper", thing.lemma_.lower()) for thing in syntax.undergoers(token)):
        return False
    start, end = token.sent.start_char, token.sent.end_char
    return any(start <= row["start"] < end and row["precision"] in VAGUE for row in page.times)


class Told:
    """The acts of one page, and what it says of each."""

    def __init__(self, page: Page, events: list[Row], participants: list[Row], tellings: Tellings, lexicon: Lexicon) -> None:
        self.page, self.events, self.tellings = page, events, tellings
        self.parties: dict[tuple[str, str], set[str]] = {}
        self.sectors: dict[str, set[str]] = {}
        for row in participants:
            key = row["event_mention_id"]
            self.parties.setdefault((key, row["role"]), set()).add(row["entity_id"] or row["text"].split()[-1].lower())
            if row["role"] == "actor" and row["sector"]:
                self.sectors.setdefault(key, set()).add(row["sector"])
        days = [row["edtf"] for row in page.times if len(row["edtf"] or "") == 10 and row["edtf"].startswith("XXXX-")]
        self.latest = max((day[5:] for day in days), default=None) if page.day is None else None
        doc = next((telling.token.doc for telling in tellings.values()), None)
        self.voted = doc is not None and any(_dates_a_vote(token, page, lexicon) for token in doc)
        self.at = {(telling.token.doc[telling.token.i].sent.start, telling.token.i): key for key, telling in tellings.items()}

    def before_the_news(self, row: Row) -> bool:
        """On a page without date: a calendar day more than a week before the last that the page names, within half a year."""
        if self.latest is None or not str(row["edtf"] or "").startswith("XXXX-") or len(row["edtf"]) != 10:
            return False
        gap = (int(self.latest[:2]) - int(row["edtf"][5:7])) * 30 + int(self.latest[3:]) - int(row["edtf"][8:])
        return NEWS_DAYS < gap < 183

    def from_the_files(self, row: Row) -> bool:
        """The caption of a picture from the files."""
        telling = self.tellings[row["event_mention_id"]]
        return row["part"] == "caption" and "file photo" in telling.token.sent.text.lower()

    def past_elsewhere(self, row: Row) -> bool:
        """The same kind of act on the same sufferer, or the same decision of a legislature, is set into the past elsewhere."""
        key = row["event_mention_id"]
        if self.voted and row["event_type"] == "REQUEST" and "LEG" in self.sectors.get(key, ()):
            return True
        sufferers = self.parties.get((key, "recipient"), set())
        for other in self._past(row["event_type"]):
            of_other = other["event_mention_id"]
            if row["event_type"] not in realis.SPEECH_ACTS:
                if sufferers & self.parties.get((of_other, "recipient"), set()):
                    return True
            elif (
                "LEG" in self.sectors.get(key, ())
                and row["content_type"] == other["content_type"]
                and self.parties.get((key, "actor"), set()) & self.parties.get((of_other, "actor"), set())
            ):
                return True
        return False

    def takes_up(self, row: Row) -> bool:
        """A noun without sufferer, or an act done by an act ("the attack also killed two"), after one of its kind that is past."""
        if row["event_type"] in realis.SPEECH_ACTS:
            return False
        key = row["event_mention_id"]
        telling = self.tellings[key]
        bare = ".n" in row["rule"] and (key, "recipient") not in self.parties
        doers = [child.lower_ for child in syntax.subjects(telling.token)] if telling.token.pos_ in syntax.VERBAL else []
        acts = {str(other["text"]).lower() for other in self.events} | {"attack", "strike", "blast", "explosion", "raid"}
        if not bare and not any(doer in acts for doer in doers):
            return False
        before = [other for other in self.events if other["event_type"] == row["event_type"] and other["start"] < row["start"]]
        return bool(before) and max(before, key=lambda other: other["start"])["realis"] == "historical"

    def set_in_past(self, row: Row) -> bool:
        """A clause or phrase that hangs on a past act of the sentence: "was killed while he visited", "died after they attacked"."""
        telling = self.tellings[row["event_mention_id"]]
        if telling.status.tense == "present" and telling.token.dep_ not in {"relcl", "acl"}:
            return False
        token = telling.token
        sentence = token.sent.start
        described = False
        while (token.dep_ in SET_IN or (described and token.dep_ in SUFFERERS)) and token.head != token:
            described = token.dep_ in {"relcl", "acl"}
            token = token.head
            above = self.at.get((sentence, token.i))
            if above is not None:
                return any(other["event_mention_id"] == above and other["realis"] == "historical" for other in self.events)
        return False

    def _past(self, event_type: str) -> list[Row]:
        return [row for row in self.events if row["event_type"] == event_type and row["realis"] == "historical"]
