"""Pages that a browser saved into a single file (MHTML): the HTML among its parts."""

from __future__ import annotations

import email
import re

from drawdown.documents import decoding
from drawdown.documents.records import Record

_HEAD = 4096
_MARKS = (
    re.compile(rb"^MIME-Version:", re.IGNORECASE | re.MULTILINE),
    re.compile(rb"^Content-Type:\s*multipart/related", re.IGNORECASE | re.MULTILINE),
)


def page(name: str, data: bytes) -> Record | None:
    """The page in a file of that kind, with the address it was saved from; None for any other file."""
    if not all(mark.search(data, 0, _HEAD) for mark in _MARKS):
        return None
    message = email.message_from_bytes(data)
    part = next((part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")), None)
    body = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(body, bytes):
        return None
    text = decoding.decode(body, part.get_content_charset()).text
    url = str(message["Snapshot-Content-Location"] or part["Content-Location"] or "").strip()
    return Record(name, None, data, kind="html", text=text, declared={"url": url} if url.startswith("http") else {})
