"""Bytes to text: byte order marks, UTF-8, declared encodings, then detection."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 1 << 16
_LIKE_CP1252 = ("cp1250", "latin_1", "iso8859_15", "cp1254", "cp1257", "mac_roman", "cp858", "cp437", "cp850")
_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([a-zA-Z0-9_:.-]{2,40})""", re.IGNORECASE)
_BINARY_SHARE = 0.02
_WHOLE_FOR_BROKEN = 5


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding that gave it; or a rule and a detail that say why there is none."""

    text: str | None
    encoding: str | None
    rule: str = ""
    detail: str = ""


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode a page. Never raises: what is no text comes back with a rule.

    In order: byte order mark, UTF-16 without one, UTF-8, UTF-8 with a few broken bytes (each becomes U+FFFD), the declared
    encoding (HTTP header or meta tag), and what the bytes look like. Rules: ``empty_file``, ``binary_file``, ``nul_bytes``,
    ``undecodable``.
    """
    if not data:
        return Decoded(None, None, "empty_file", "the file has 0 bytes")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(_strictly(data, encoding), f"byte order mark of {encoding}, but the rest is not {encoding}")
    if wide := _utf16_without_mark(data):
        return _checked(_strictly(data, wide), f"looks like {wide}, but is not")
    return _checked(
        _strictly(data, "utf-8") or _damaged(data) or _as_declared(data, declared) or _detected(data), "no encoding fits the bytes"
    )


def check_text(text: str) -> Decoded:
    """A page that its container holds as characters, under the same rules; lone surrogates make it ``undecodable``."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        return Decoded(None, None, "undecodable", f"lone surrogate at character {error.start}")
    return _checked(Decoded(text, "utf-8"), "")


def _strictly(data: bytes, encoding: str) -> Decoded | None:
    try:
        text = data.decode(encoding)
        text.encode("utf-8")
    except (UnicodeError, LookupError, ValueError):
        return None
    return Decoded(text, encoding.removesuffix("-sig"))


def _checked(found: Decoded | None, problem: str) -> Decoded:
    """What was decoded, unless it is no page: NUL bytes, control characters as in binary files."""
    if found is None or found.text is None:
        return Decoded(None, None, "undecodable", problem)
    sample = found.text[:_SAMPLE]
    control = sum(1 for character in sample if character < " " and character not in "\t\n\r\f\v\x1b")
    if control > _BINARY_SHARE * len(sample):
        return Decoded(None, None, "binary_file", f"{control} control characters among the first {len(sample)}")
    if "\x00" in found.text:
        return Decoded(None, None, "nul_bytes", f"{found.text.count(chr(0))} NUL characters, the first at {found.text.index(chr(0))}")
    return found


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 of mostly Latin text shows as NUL in every second byte."""
    sample = data[:_SAMPLE]
    if len(sample) < 4 or b"\x00" not in sample:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def _damaged(data: bytes) -> Decoded | None:
    """UTF-8 in which a few bytes are broken: many whole characters of several bytes, and hardly any broken ones."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(1 for character in text if character > "\x7f") - broken
    return Decoded(text, "utf-8") if whole >= _WHOLE_FOR_BROKEN * broken else None


def _as_declared(data: bytes, declared: str | None) -> Decoded | None:
    found = _META_CHARSET.search(data[:4096])
    for name in (declared, found.group(1).decode("ascii") if found else None):
        if name:
            try:
                encoding = codecs.lookup(name).name
            except (LookupError, ValueError):
                continue
            # Browsers read Latin-1 as its superset, and so do the people who declare it.
            decoded = _strictly(data, "cp1252" if encoding in ("iso8859-1", "ascii") else encoding)
            if decoded:
                return decoded
    return None


def _detected(data: bytes) -> Decoded | None:
    """Detection for the rest; Western European pages are read as cp1252, the common one, if it fits as well as any."""
    if b"\x00" in data[:_SAMPLE]:
        return Decoded(data[:_SAMPLE].decode("latin-1"), "latin-1")
    matches = from_bytes(data[: 4 * _SAMPLE])
    best = matches.best()
    western = _strictly(data, "cp1252")
    if best is None:
        return western if western and _mostly_letters(western.text or "") else None
    if western and ("cp1252" in best.could_be_from_charset or best.encoding in _LIKE_CP1252):
        return western
    return _strictly(data, best.encoding) or western


def _mostly_letters(text: str) -> bool:
    sample = text[:_SAMPLE]
    return sum(character.isalnum() or character.isspace() for character in sample) > 0.8 * len(sample)
