"""Writes the input files of the tests: one of each kind that researchers have. Run it after a change: ``python tests/data/make.py``."""

from __future__ import annotations

import csv
import gzip
import io
import json
from pathlib import Path

HERE = Path(__file__).parent / "pages"

STORY = (
    "Officials in the capital said on Tuesday that the talks would go on until the end of the month, and that no decision had been made.",
    "The minister told reporters that the troops were to leave the base by the summer, although he did not name a day for it.",
    "“We have asked for a date, and we are still waiting for one,” said a member of the parliament who sits on the defence committee.",
    "An opposition group said that it would not accept a further delay, and called for a vote on the matter before the new year.",
)
HEADLINE = "Ministry Says Talks on Northern Base Will Go On"


def text(mark: str) -> str:
    return "\n\n".join((HEADLINE, *STORY, f"The figures were given by the office {mark}, which has followed the talks since they began."))


def html(mark: str, charset: str = "utf-8") -> str:
    paragraphs = "".join(f"<p>{line}</p>" for line in text(mark).split("\n\n")[1:])
    return (
        f'<!DOCTYPE html><html><head><meta charset="{charset}"><title>{HEADLINE} - Northern Post</title>'
        '<meta property="og:site_name" content="Northern Post"><meta property="og:type" content="article">'
        '<meta property="article:published_time" content="2020-03-04T09:30:00+01:00">'
        f'<link rel="canonical" href="https://www.northern-post.example/2020/03/04/talks-on-northern-base-{mark}"></head>'
        "<body><nav><ul><li>Home</li><li>World</li><li>Subscribe</li></ul></nav>"
        f"<article><h1>{HEADLINE}</h1>{paragraphs}</article><footer>All rights reserved. Cookie policy.</footer></body></html>"
    )


def record(kind: str, url: str, payload: bytes, media_type: str = "text/html; charset=utf-8") -> bytes:
    http = f"HTTP/1.1 200 OK\r\nContent-Type: {media_type}\r\nContent-Length: {len(payload)}\r\n\r\n".encode() + payload
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2020-03-05T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{len(payload):012}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def warc(marks: str) -> list[bytes]:
    info = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Length: 4\r\n\r\nx: y\r\n\r\n"
    address = "https://www.northern-post.example/2020/03/04/talks-on-northern-base"
    pages = [record("response", f"{address}-{mark}", html(mark * (at + 1)).encode()) for at, mark in enumerate(marks)]
    return [info, *pages, record("request", address, b"GET"), record("response", f"{address}.png", b"\x89PNG\r\n", "image/png")]


def main() -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    files: dict[str, bytes] = {
        "plain.txt": text("alpha").encode(),
        "a name with spaces é.txt": text("beta").encode(),
        "windows.txt": text("gamma – naïve").encode("cp1252"),
        "utf16.txt": text("delta").encode("utf-16"),
        "utf16_without_mark.txt": text("epsilon").encode("utf-16-le"),
        "marked.txt": b"\xef\xbb\xbf" + text("zeta").encode(),
        "carriage_returns.txt": text("eta").replace("\n", "\r\n").encode(),
        "saved.html": html("theta").encode(),
        "html_in_disguise.txt": html("iota").encode(),
        "text_in_disguise.html": text("kappa").encode(),
        "latin.html": html("lambda – café", "iso-8859-1").encode("cp1252"),
        "crawl.warc": b"".join(warc("mn")),
        "crawl2.warc.gz": b"".join(gzip.compress(part, mtime=0) for part in warc("xo")),
        "copy.txt": text("alpha").encode(),
    }
    rows = [
        {
            "id": f"r{at}",
            "url": f"https://www.northern-post.example/2020/03/0{at}/talks-on-northern-base",
            "title": HEADLINE,
            "date": f"2020-03-0{at}",
            "publisher": "Northern Post",
            "text": text(f"row {at}"),
        }
        for at in (1, 2)
    ]
    files["export.jsonl"] = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()
    files["export2.jsonl.gz"] = gzip.compress(json.dumps(rows[0] | {"text": text("zipped row")}).encode(), mtime=0)
    table = io.StringIO(newline="")
    writer = csv.DictWriter(table, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows([row | {"text": f"{row['text']} As a table has it."} for row in rows])
    files["export.csv"] = table.getvalue().encode()
    buffer = io.BytesIO()
    pq.write_table(pa.Table.from_pylist([{**row, "text": None, "html": html(f"column {row['id']}")} for row in rows]), buffer)
    files["export.parquet"] = buffer.getvalue()
    HERE.mkdir(exist_ok=True)
    for name, data in files.items():
        (HERE / name).write_bytes(data)


if __name__ == "__main__":
    main()
