"""What the hand-written pages promise is there, and no computed figure is typed by hand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer.main
import yaml

from drawdown.cli.app import app
from drawdown.cli.stages import STAGES
from drawdown.schemas import TABLES
from tests.conftest import ROOT

HAND_WRITTEN = ("changelog", "contracts", "datasheet", "index", "limits", "load", "rebuild", "tables", "versions")
SECTIONS = (
    "Motivation",
    "Composition",
    "Collection process",
    "Preprocessing, cleaning, labelling",
    "Uses",
    "Distribution",
    "Maintenance",
)


def text(name: str) -> str:
    return (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")


def included() -> set[str]:
    pages = [path.read_text(encoding="utf-8") for path in (ROOT / "docs").glob("*.md")]
    return {name for page in pages for name in re.findall(r'--8<-- "([^"]+)"', page)}


def test_datasheet_has_all_sections_in_order() -> None:
    assert tuple(re.findall(r"^## (.+)$", text("datasheet"), re.MULTILINE)) == SECTIONS


@pytest.mark.parametrize("section", SECTIONS)
def test_each_section_of_the_datasheet_answers_questions(section: str) -> None:
    part = text("datasheet").split(f"## {section}\n")[1].split("\n## ")[0]
    answered = re.findall(r"^\*\*([^*]+\?)\*\* \S", part, re.MULTILINE)
    assert len(answered) >= 3
    assert part.count("?**") == len(answered), "a question has no answer"


@pytest.mark.parametrize("page", HAND_WRITTEN)
def test_no_count_is_typed_by_hand(page: str) -> None:
    typed = re.findall(r"\b\d[\d,.]* (?:pages|rows|events|mentions|articles|quot\w+|conflicts|words|tables)\b", text(page))
    assert not typed, f"docs/{page}.md: include a fragment of docs/generated instead (made by: drawdown pages)"


def test_every_fragment_is_shown_and_every_include_exists(project: Path) -> None:
    made = {path.name for path in (project / "docs" / "generated").glob("*.md")}
    assert included() - {"CHANGELOG.md"} == made


def test_navigation_lists_every_table_once_in_order() -> None:
    listed = re.findall(r"- (\w+): generated/tables/(\w+)\.md", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    assert [name for name, _ in listed] == [file for _, file in listed] == list(TABLES)


def test_theme_asks_for_nothing_elsewhere() -> None:
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    assert config["theme"]["font"] is False
    assert config["plugins"] == ["search"]
    assert not {"hooks", "extra_javascript"} & config.keys()


def test_rebuild_names_every_stage_in_order() -> None:
    assert re.findall(r"^\| `(\w+)` \|", text("rebuild"), re.MULTILINE)[-len(STAGES) :] == list(STAGES)


def test_every_command_that_is_named_exists() -> None:
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        for line in re.findall(r"(?:^|`)drawdown ([a-z_]+)\b", path.read_text(encoding="utf-8"), re.MULTILINE):
            assert line in commands, f"{path.name}: drawdown {line}"


def test_every_make_target_that_is_named_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        named = set(re.findall(r"`make ([a-z]+)`", path.read_text(encoding="utf-8")))
        assert named <= targets, path.name


def test_readme_is_short_and_its_links_lead_somewhere() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert readme.count("\n") < 150
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", readme):
        assert (ROOT / target).exists(), target


def test_every_benchmark_is_listed() -> None:
    folder = ROOT / "benchmarks"
    listed = re.findall(r"`([a-z0-9_/]+\.py)[^`]*`", (folder / "README.md").read_text(encoding="utf-8"))
    assert sorted(listed) == sorted(str(path.relative_to(folder)) for path in folder.rglob("*.py"))


def test_python_of_the_pages_compiles() -> None:
    for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        for code in re.findall(r"^( *)```python\n(.*?)^\1```", path.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL):
            compile("\n".join(line.removeprefix(code[0]) for line in code[1].splitlines()), path.name, "exec")


def test_links_of_the_site_lead_to_files(site: Path) -> None:
    for page in site.rglob("*.html"):
        if page.name == "404.html":
            continue
        for link in re.findall(r'<a [^>]*?href="([^"]+)"', page.read_text(encoding="utf-8")):
            target = link.partition("#")[0]
            if target and ":" not in target and not target.startswith("data-docs/"):
                assert (page.parent / target).exists(), f"{page.relative_to(site)} links to {target}"
