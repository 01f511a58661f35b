"""The lists of cue words: what a list holds, and the example sentences beside each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from elshi.errors import LexiconError
from elshi.lexicon.cues import Cues, read_cues
from elshi.lexicon.load import read_file
from elshi.model.report import LANGUAGES, Language, Paragraph
from elshi.model.span import Span
from elshi.text.segment import split_sentences


def _lists() -> Iterator[tuple[Language, str]]:
    for language in LANGUAGES:
        for name in read_file(f"{language}/cues.yml") or {}:
            yield language, name


def _lower_words(text: str, language: Language) -> list[str]:
    (sentence,) = split_sentences(text, [Paragraph(Span(0, len(text)), language)])
    return [token.lower for token in sentence.tokens]


def test_a_star_stands_for_every_word_that_begins_so() -> None:
    """'гост*' holds 'гостям'; a word without a star stands for itself only."""
    cues = Cues(frozenset({"его"}), ("гост",))
    assert "гостям" in cues
    assert "его" in cues
    assert "егоза" not in cues


def test_a_list_that_a_language_lacks_is_an_error_that_names_the_file() -> None:
    """A misspelt name of a list is told at once, not read as an empty list."""
    with pytest.raises(LexiconError, match=r"kk/cues\.yml.*no list 'nowhere'"):
        read_cues("nowhere", "kk")


def test_every_list_says_why_it_is_there() -> None:
    """Each list has a reason, and the three languages have the same lists."""
    tables = {language: read_file(f"{language}/cues.yml") or {} for language in LANGUAGES}
    assert all(entry["why"] for table in tables.values() for entry in table.values())
    assert len({frozenset(table) for table in tables.values()}) == 1


@pytest.mark.parametrize(("language", "name"), list(_lists()))
def test_examples_of_a_list(language: Language, name: str) -> None:
    """Each `yes` sentence holds a word of the list, each `no` sentence holds none."""
    entry, cues = read_file(f"{language}/cues.yml")[name], read_cues(name, language)
    assert bool(entry.get("yes")) == bool(entry["words"])
    for text in entry.get("yes", ()):
        assert cues.stand_in(_lower_words(text, language)), text
    for text in entry.get("no", ()):
        assert not cues.stand_in(_lower_words(text, language)), text
