"""One record to its page: decoded, extracted, or set aside with the rule that says why."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from drawdown.documents import decoding, html
from drawdown.documents.records import Record


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a record: its source text and facts, or a rule and a detail. ``extracted``: a parser of HTML has found the
    article already, so nearly all of the text is content."""

    media_type: str
    encoding: str | None
    text: str | None
    facts: dict[str, str]
    rule: str = ""
    detail: str = ""
    extracted: bool = False

    @property
    def source_sha256(self) -> str | None:
        """sha256 of the source text, UTF-8."""
        return None if self.text is None else hashlib.sha256(self.text.encode("utf-8")).hexdigest()


def outcomes(records: list[Record]) -> list[Outcome]:
    """What becomes of each record; for a worker."""
    return [outcome(record) for record in records]


def outcome(record: Record) -> Outcome:
    """Decode a record and, if it is HTML, extract its article. Never raises."""
    decoded = decoding.decode(record.data, record.charset) if record.text is None else decoding.check_text(record.text)
    if decoded.text is None:
        return Outcome("application/octet-stream", None, None, {}, decoded.rule, decoded.detail)
    if record.kind == "text" or not (record.kind == "html" or html.is_html(decoded.text)):
        return Outcome("text/plain", decoded.encoding, decoded.text, record.declared)
    found = html.extract(decoded.text, record.declared.get("url"))
    if not found.text.strip():
        return Outcome("text/html", decoded.encoding, None, {}, "no_text_in_html", "no text was found in the page")
    return Outcome("text/html", decoded.encoding, found.text, found.facts | record.declared, extracted=found.by_parser)
