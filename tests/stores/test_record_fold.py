"""Words and names in the form in which they are compared."""

from __future__ import annotations

import pytest

from elshi.record.fold import fold_name, fold_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Провёл", ("провел",)),
        ("Тока́ев", ("токаев",)),  # a stress mark
        ("йод", ("йод",)),  # its breve is a letter's, not an accent
        ("Élysée", ("elysee",)),
        ("ЮНЕСКО-ның 66-сессиясы", ("юнеско", "ның", "66", "сессиясы")),
        ("Кеңес: өтті!", ("кеңес", "өтті")),  # Kazakh letters stay what they are
        ("foreign_minister", ("foreign", "minister")),
        ("𝕀ﬁ", ("ifi",)),  # letters made for print
        ("—", ()),
    ],
)
def test_words_are_folded_and_not_more(text: str, words: tuple[str, ...]) -> None:
    """Case, accents, stress and 'ё' are folded; letters of the alphabets are kept."""
    assert fold_words(text) == words


@pytest.mark.parametrize(
    "spellings",
    [
        ("Тоқаев", "Токаев", "Tokayev", "Tokaev", "Toqayev"),
        ("Қасым-Жомарт", "Касым-Жомарт", "Kassym-Jomart", "Qasym-Jomart", "Kasym-Zhomart"),
        ("Жапаров", "Джапаров", "Zhaparov", "Japarov", "Dzhaparov"),
        ("Әбілов", "Абилов", "Abilov"),
        ("Хамитов", "Khamitov", "Hamitov"),
        ("Ғабит", "Габит", "Gabit", "Ğabit"),
        ("Ерлан", "Yerlan", "Erlan"),
        ("Василий", "Vasily", "Vasiliy"),
    ],
)
def test_the_spellings_of_a_name_in_three_languages_agree(spellings: tuple[str, ...]) -> None:
    """Kazakh, Russian and English ways to write one name have one key."""
    assert len({fold_name(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("Абилов", "Абиев"), ("Сапаров", "Сапарова"), ("Ли", "Ло"), ("Samir", "Amir")]
)
def test_different_names_stay_apart(one: str, other: str) -> None:
    """The key is loose about spelling, not about names."""
    assert fold_name(one) != fold_name(other)
