"""The documents: what they show is what the program prints, and the glossary leaves no code out."""

from __future__ import annotations

import doctest
import re
from pathlib import Path
from typing import get_args

import pytest
from example_readings import ROOT
from shown_commands import find_documents, list_documents, run_document

from elshi.lexicon.load import read_table
from elshi.lexicon.topics import NO_TOPIC
from elshi.model.frame import ChairRole, EngagementType, InitiativeStatus, Stance, Status
from elshi.model.markup import OfficeCode
from elshi.model.when import DateBasis

PYTHON = re.compile(r"^```pycon\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FRAGMENT = re.compile(r"[a-z0-9-]+\.(?:added|changed|fixed|removed)\.md")
CODES = [
    code
    for codes in (EngagementType, Status, OfficeCode, Stance, InitiativeStatus, ChairRole, DateBasis)
    for code in get_args(codes)
] + [row["code"] for row in read_table("topics.yml") if row["code"] != NO_TOPIC]


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", list_documents(), ids=_name)
def test_shown_commands_print_what_is_shown(path: Path) -> None:
    """A command prints what the document says; python tests/golden/regenerate.py writes it anew."""
    assert run_document(path) == path.read_text("utf-8")


@pytest.mark.parametrize("path", find_documents(), ids=_name)
def test_python_examples_work(path: Path) -> None:
    """A Python example in a document gives what the document says."""
    blocks = "\n".join(PYTHON.findall(path.read_text("utf-8")))
    example = doctest.DocTestParser().get_doctest(blocks, {}, path.name, str(path), 0)
    assert doctest.DocTestRunner().run(example).failed == 0


def test_readme_has_a_python_example() -> None:
    """The README shows a reading in three languages, and the test above tries it."""
    assert "elshi.read(" in (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("code", CODES)
def test_glossary_names_every_code(code: str) -> None:
    """Every code of the record stands in the glossary."""
    assert f"| `{code}` |" in (ROOT / "GLOSSARY.md").read_text("utf-8")


def test_fragments_are_named_as_agreed() -> None:
    """A changelog fragment is named '<issue>-<what>.<kind>.md' and says something."""
    fragments = [path for path in (ROOT / "changelog.d").glob("*") if path.name != "README.md"]
    assert all(FRAGMENT.fullmatch(path.name) and path.read_text("utf-8").strip() for path in fragments)
