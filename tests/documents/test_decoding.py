import pytest
from hypothesis import given
from hypothesis import strategies as st

from drawdown.documents.decoding import check_text, decode

TEXT = "The café on the corner was open – as the owner’s sister said, “always”. It had been so for years, naïve as that may sound."


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-32"), "utf-32"),
        (TEXT.encode("cp1252"), "cp1252"),
    ],
)
def test_text_survives_whatever_its_encoding(data: bytes, encoding: str) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding) == (TEXT, encoding)


def test_declared_encoding_decides_before_guessing() -> None:
    cyrillic = "Переговоры продолжатся."
    assert decode(cyrillic.encode("koi8-r"), "koi8-r").text == cyrillic
    page = b'<html><head><meta charset="windows-1251"></head>' + cyrillic.encode("cp1251")
    assert cyrillic in (decode(page).text or "")


def test_a_false_or_unknown_declaration_is_passed_over() -> None:
    assert decode(TEXT.encode("cp1252"), "no-such-encoding").text == TEXT
    assert decode(TEXT.encode(), "latin-1").text == TEXT


def test_a_few_broken_bytes_do_not_spoil_a_utf8_page() -> None:
    decoded = decode(("é" * 50).encode() + b"\xff" + b" end")
    assert decoded.encoding == "utf-8"
    assert decoded.text == "é" * 50 + "\ufffd end"


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"", "empty_file"),
        (bytes(range(256)) * 20, "binary_file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "binary_file"),
        (TEXT.encode("cp1252").replace(b" ", b"\x00", 1) + TEXT.encode() * 40, "nul_bytes"),
        (b"\xff\xfe" + "odd".encode("utf-16-le") + b"\x00", "undecodable"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, rule: str) -> None:
    decoded = decode(data)
    assert decoded.text is None
    assert decoded.rule == rule
    assert decoded.detail


@given(st.binary(max_size=400))
def test_no_bytes_make_it_raise(data: bytes) -> None:
    decoded = decode(data)
    assert (decoded.text is None) == bool(decoded.rule)
    if decoded.text is not None:
        decoded.text.encode("utf-8")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_is_always_read_as_utf8(text: str) -> None:
    assert decode(b"\xef\xbb\xbf" + text.encode()).text == text


def test_lone_surrogates_are_set_aside() -> None:
    assert check_text("a\ud800b").rule == "undecodable"
    assert check_text("plain").text == "plain"
