"""The lists of endings: what a list holds, and the example words beside each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from elshi.errors import LexiconError
from elshi.lexicon.endings import read_endings
from elshi.lexicon.load import read_file
from elshi.model.report import LANGUAGES, Language


def _lists() -> Iterator[tuple[Language, str]]:
    for language in LANGUAGES:
        for name in read_file(f"{language}/endings.yml"):
            yield language, name


def test_a_list_that_a_language_lacks_is_an_error_that_names_the_file() -> None:
    """A misspelt name of a list is told at once, not read as an empty list."""
    with pytest.raises(LexiconError, match=r"ru/endings\.yml.*no list 'nowhere'"):
        read_endings("nowhere", "ru")


def test_every_list_says_why_it_is_there() -> None:
    """Each list has a reason, and the three languages have the same lists."""
    tables = [read_file(f"{language}/endings.yml") for language in LANGUAGES]
    assert all(entry["why"] for table in tables for entry in table.values())
    assert len({frozenset(table) for table in tables}) == 1


@pytest.mark.parametrize(("language", "name"), list(_lists()))
def test_examples_of_a_list(language: Language, name: str) -> None:
    """Each `yes` word has an ending of the list, each `no` word has none."""
    entry, endings = read_file(f"{language}/endings.yml")[name], read_endings(name, language)
    assert bool(entry.get("yes")) == bool(entry["endings"])
    assert all(word.lower().endswith(endings) for word in entry.get("yes", ()))
    assert not any(word.lower().endswith(endings) for word in entry.get("no", ()))
