"""The base forms that a word may have."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elshi.model.report import LANGUAGES, Language
from elshi.text.morphology import is_base_form, read_lemmas

LEMMAS: dict[Language, dict[str, str]] = {
    "ru": {
        "министром": "министр", "встретились": "встретиться", "шёл": "идти", "послов": "посол",
        "верительных": "верительный", "стали": "стать", "подписаны": "подписать", "Астаны": "астана",
        "МИДом": "мид", "переговоров": "переговоры",
    },
    "kk": {
        "министрлігінің": "министрлік", "елшісімен": "елші", "кездесті": "кездес", "қабылдады": "қабылда",
        "сапарына": "сапар", "шақырылды": "шақырыл", "БҰҰ-ның": "бұұ", "жолдауын": "жолдау",
    },
    "en": {
        "met": "meet", "parties": "party", "visited": "visit", "planned": "plan", "hosting": "host",
        "minister's": "minister", "minister’s": "minister", "discusses": "discuss", "held": "hold",
        "arriving": "arrive", "carried": "carry", "led": "lead",
    },
}  # fmt: skip
CASES = [(language, word, lemma) for language, words in LEMMAS.items() for word, lemma in words.items()]


@pytest.mark.parametrize(("language", "word", "lemma"), CASES)
def test_base_form_is_among_those_read(language: Language, word: str, lemma: str) -> None:
    """An inflected word has the dictionary form among its base forms."""
    assert lemma in read_lemmas(word, language)


@pytest.mark.parametrize(
    ("language", "word", "other"),
    [
        ("ru", "посольства", "посол"),
        ("ru", "министерства", "министр"),
        ("en", "meeting", "met"),
        ("en", "his", "hi"),
        ("en", "ring", "r"),
        ("kk", "елшілік", "ел"),
    ],
)
def test_other_words_are_not_among_the_base_forms(language: Language, word: str, other: str) -> None:
    """A derived word does not give the word it comes from, nor does a short word lose its end."""
    assert other not in read_lemmas(word, language)


@pytest.mark.parametrize(("word", "base"), [("стали", {"стать", "сталь"}), ("министров", {"министр"})])
def test_a_form_of_two_words_has_both(word: str, base: set[str]) -> None:
    """'Стали' may be steel or the past of 'become': both are given, the reader decides."""
    assert base <= read_lemmas(word, "ru")


@pytest.mark.parametrize(
    ("word", "expected"), [("министр", True), ("встретиться", True), ("иностранных", False)]
)
def test_russian_dictionary_forms_are_known(word: str, *, expected: bool) -> None:
    """A Russian word may stand in the dictionary as it is, or not."""
    assert is_base_form(word, "ru") is expected


@pytest.mark.parametrize("language", ["kk", "en"])
def test_every_kazakh_and_english_word_may_stand_for_itself(language: Language) -> None:
    """Outside Russian no dictionary is asked."""
    assert is_base_form("whatever", language)


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=60, deadline=None)
@given(word=st.text(alphabet="абвгёйлнстьқғәіңabcdeings'’-0123.\u0301", min_size=0, max_size=14))
def test_a_word_is_among_its_own_base_forms(language: Language, word: str) -> None:
    """Whatever the word, it is among its base forms in lower case, and reading it raises nothing."""
    lemmas = read_lemmas(word, language)
    assert word.lower().replace("ё", "е") in lemmas
    assert all(lemma == lemma.lower() for lemma in lemmas)
