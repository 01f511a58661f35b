"""Names of many nations as reports inflect them, back in the nominative: a table for each language."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from elshi.model.report import Language
from elshi.text.names import read_nominative

TABLES = Path(__file__).parent / "data"


def _read(language: Language) -> list[tuple[str, str]]:
    table: dict[str, str] = yaml.safe_load((TABLES / f"names_{language}.yml").read_text("utf-8"))
    return list(table.items())


@pytest.mark.parametrize(("written", "nominative"), _read("ru"))
def test_russian_name_comes_back(written: str, nominative: str) -> None:
    """A name in any case, foreign or not, comes back as it is cited, and as cited it stays."""
    assert read_nominative(written, "ru") == nominative
    assert read_nominative(nominative, "ru") == nominative


@pytest.mark.parametrize(("written", "nominative"), _read("kk"))
def test_kazakh_name_comes_back(written: str, nominative: str) -> None:
    """The ending of the last word goes, whatever the nation, and a name without one stays."""
    assert read_nominative(written, "kk") == nominative
    assert read_nominative(nominative, "kk") == nominative
