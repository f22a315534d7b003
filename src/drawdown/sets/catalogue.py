"""The sets that ``drawdown score --set NAME PATH`` knows.

To add one: a module of this package with ``read(path) -> list[Record]`` and ``figures(records) -> Figures``, a line here, made-up examples
in its tests, and a row in ``docs/limits.md``.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from pathlib import Path

from drawdown.errors import ParameterError
from drawdown.sets.figures import Figures


@dataclass(frozen=True, slots=True)
class Entry:
    """A set in words: what is in it and what is measured, the file or folder to give, and where it comes from."""

    about: str
    path: str
    source: str


CATALOGUE: dict[str, Entry] = {
    "case": Entry(
        "snippets with an ACLED sub-event type: PLOVER type and mode of the main event, events found where there is no politics",
        "a tab-separated file",
        "CASE 2021 shared task, task 2: fine-grained event classification",
    ),
    "ecb": Entry(
        "event mentions in chains across the documents of a topic: links between given mentions",
        "a JSON list of event mentions",
        "Cybulska and Vossen, the ECB+ corpus, LREC 2014, with its event mentions as a JSON list",
    ),
    "giveme5w1h": Entry(
        "news with its main event marked: who, when and where",
        "a JSON article, or a folder of them",
        "Hamborg and others, Giveme5W1H, INRA 2019: the annotated articles of its repository",
    ),
    "gsr": Entry(
        "events that people coded by PLOVER: type, mode, actors, place and victims of each",
        "a JSON list of records",
        "PLOVER gold standard records of the PLOVER project and its successors",
    ),
    "muc4": Entry(
        "stories from Latin America with templates of terrorist incidents: incident types a story, stories without any",
        "a folder with the stories and the files of keys",
        "MUC-3 and MUC-4 data sets of the Message Understanding Conferences, NIST",
    ),
    "plv": Entry(
        "sentences with a marked pair of actors: PLOVER root and quad class",
        "a tab-separated file",
        "Hu et al., zero-shot political relation classification, ACL 2024: the PLV data set of its repository",
    ),
    "polnear": Entry(
        "political news with attributions marked: quotations and reported clauses, and who said them",
        "a folder with the texts (.txt) and the annotations (.ann)",
        "Newell, Margolin and Ruths, An Attribution Relations Corpus for Political News, LREC 2018",
    ),
    "re3d": Entry(
        "reports on the conflict in Syria and Iraq: mentions of persons, organisations and locations",
        "the folder that holds documents.json and entities.json, or such folders",
        "Defence Science and Technology Laboratory: relationship and entity extraction evaluation dataset",
    ),
    "trnews": Entry(
        "news with toponyms found in GeoNames (TR-News, GeoWebNews): toponyms, their country, place and GeoNames id",
        "an XML file of articles, or a folder of them",
        "Kamalloo and Rafiei, TR-News, WWW 2018; Gritta and others, GeoWebNews, LREV 2020",
    ),
}
"""The sets by name; the module of a set is ``drawdown.sets.<name>`` and is imported when it is scored."""


def score(name: str, path: Path) -> Figures:
    """Figures of a set; ParameterError lists the sets for an unknown name, KnowledgeError names file, row and remedy of a bad record."""
    if name not in CATALOGUE:
        raise ParameterError(f"no set is called {name!r}", remedy=f"the sets are:\n\n{listing()}")
    module = importlib.import_module(f"drawdown.sets.{name}")
    figures: Figures = module.figures(module.read(path))
    return figures


def listing() -> str:
    """A paragraph a set: name, contents, form, source."""
    return "\n\n".join(f"{name}: {one.about}; PATH is {one.path} ({one.source})." for name, one in sorted(CATALOGUE.items()))
