"""What stands for a word in the search index."""

from __future__ import annotations

import pytest

from elshi.model.report import Language
from elshi.text.stems import list_stems


@pytest.mark.parametrize(
    ("word", "language", "stem"),
    [
        ("кездесулер", "kk", "кездесу"),
        ("кездесуінде", "kk", "кездесу"),
        ("министрмен", "kk", "министр"),
        ("елшісі", "kk", "елші"),
        ("встречами", "ru", "встреча"),
        ("провел", "ru", "провести"),
        ("countries", "en", "country"),
        ("met", "en", "meet"),
    ],
)
def test_inflection_is_taken_off(word: str, language: Language, stem: str) -> None:
    """Forms of one word have a stem in common, whether the language is known or not."""
    assert stem in list_stems(word, language)
    assert stem in list_stems(word)


def test_derivation_stays() -> None:
    """A meeting is not 'met': the verbal noun and the verb have no stem in common."""
    assert list_stems("кездесулер", "kk").isdisjoint(list_stems("кездесті", "kk"))
    assert list_stems("встречи", "ru").isdisjoint(list_stems("встретился", "ru"))


def test_letters_outweigh_the_language_of_the_report() -> None:
    """A Kazakh word quoted in a Russian report is read as Kazakh."""
    assert "көлік" in list_stems("көліктің", "ru")
