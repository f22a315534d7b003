"""Headlines of flattened pages: how many are the one that the page's HTML declares (``og:title``, ``title``) or prints as ``h1``."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from corpus import REFERENCE, read
from lxml import etree
from lxml import html as parser

from drawdown.articles import lexicon, roles
from drawdown.articles.gauge import Gauge

DECLARED = "//meta[@property='og:title']/@content | //title/text() | //h1"
LEAST = 15
"""Characters from which on a headline may be a part of the declared one, or the other way round: sites add names and leave words out."""


def words(headline: str) -> str:
    """The words of a headline, one blank between them: as headlines are compared."""
    return " ".join(re.findall(r"\w+", headline.lower()))


def declared(page: str) -> set[str]:
    """The headlines of a page's HTML, as compared."""
    found = parser.fromstring(page).xpath(DECLARED)
    texts = [found_one.text_content() if isinstance(found_one, etree.ElementBase) else str(found_one) for found_one in found]
    return {words(text) for text in texts} - {""}


def right(headline: str, wanted: set[str]) -> bool:
    long = len(headline) > LEAST
    return headline in wanted or (long and any(headline in one or (len(one) > LEAST and one in headline) for one in wanted))


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("pages", type=Path)
    arguments.add_argument("--wrong", action="store_true", help="also list the pages whose headline is another")
    options = arguments.parse_args()
    rows = read(options.pages)
    wanted = [declared(row["html"]) for row in rows]
    gauge = Gauge(lexicon.load(REFERENCE))
    print("| input | headlines right | pages |\n| --- | --- | --- |")
    for field in ("raw_resiliparse", "raw_inscriptis"):
        found = [
            words(next(iter(given.of("title")), "")) for given in roles.assign_all([(row[field], roles.Hints()) for row in rows], gauge)
        ]
        hits = [right(headline, one) for headline, one in zip(found, wanted, strict=True)]
        print(f"| {field} | {sum(hits)} | {len(rows)} |")
        for row, headline, hit in zip(rows, found, hits, strict=True):
            if options.wrong and not hit:
                print(f"| {row['id']} | {headline} | |")


if __name__ == "__main__":
    main()
