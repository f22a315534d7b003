"""One record to its page: decoded, extracted, or set aside with the rule that says why."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from drawdown.documents import decoding, html
from drawdown.documents.records import Record

_SAMPLE = 1 << 16
_PROGRAM = re.compile(r"\.(?:m?js|css|map)(?:\?.*)?$", re.IGNORECASE)


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


def program_share(text: str, name: str) -> float:
    """The share of braces in a text, 0 for less than a program has: one in a hundred characters, or in a thousand if its name is that of
    a script or a style sheet. In prose they are rarer than one in ten thousand, but pages saved as text may hold pieces of scripts."""
    sample = text[:_SAMPLE]
    share = (sample.count("{") + sample.count("}")) / max(1, len(sample))
    return share if share >= (0.001 if _PROGRAM.search(name) else 0.01) else 0.0


def outcomes(records: list[Record]) -> list[Outcome]:
    """What becomes of each record; for a worker."""
    return [outcome(record) for record in records]


def outcome(record: Record) -> Outcome:
    """Decode a record and, if it is HTML, extract its article. Never raises."""
    decoded = decoding.decode(record.data, record.charset) if record.text is None else decoding.check_text(record.text)
    if decoded.text is None:
        return Outcome("application/octet-stream", None, None, {}, decoded.rule, decoded.detail)
    if record.kind == "text" or not (record.kind == "html" or html.is_html(decoded.text)):
        if share := program_share(decoded.text, record.path):
            detail = f"{share:.1%} of the characters are braces: a script or a style sheet"
            return Outcome("text/plain", decoded.encoding, None, {}, "program_text", detail)
        return Outcome("text/plain", decoded.encoding, decoded.text, record.declared)
    found = html.extract(decoded.text, record.declared.get("url"))
    if not found.text.strip():
        return Outcome("text/html", decoded.encoding, None, {}, "no_text_in_html", "no text was found in the page")
    return Outcome("text/html", decoded.encoding, found.text, found.facts | record.declared, extracted=found.by_parser)
