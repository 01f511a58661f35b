"""Kazakh words and the base forms that they come from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elshi.text.kazakh import read_forms, strip_suffixes

NOUNS = {
    # plural after a vowel, a liquid, a nasal, a voiceless sound
    "көпірлер": "көпір", "мәселелер": "мәселе", "шарттар": "шарт", "заңдар": "заң", "клубтар": "клуб",
    # possession
    "төрағасы": "төраға", "сапары": "сапар", "тауы": "тау", "қаламыз": "қала", "ұсынысымыз": "ұсыныс",
    # қ, к and п voiced before a vowel
    "мектебі": "мектеп", "талабы": "талап", "құқығы": "құқық", "тілегі": "тілек", "бастығы": "бастық",
    # a short vowel that falls out, a loan that loses a letter or gains a vowel
    "қаупі": "қауіп", "халқының": "халық", "орнын": "орын", "процесінің": "процесс", "лагері": "лагерь",
    "пактісі": "пакт",
    # cases
    "келісімнің": "келісім", "елшінің": "елші", "отырыстың": "отырыс", "парламентке": "парламент",
    "ұйымға": "ұйым", "хаттаманы": "хаттама", "жобаны": "жоба", "Гаагада": "гаага", "саммитте": "саммит",
    "Женевадан": "женева", "Лондоннан": "лондон", "Бангкоктан": "бангкок", "одақпен": "одақ", "сөзбен": "сөз",
    "Израильдің": "израиль", "елшідей": "елші",
    # several endings one after another
    "ұйымына": "ұйым", "ұйымынан": "ұйым", "ұйымында": "ұйым", "көршілерімізбен": "көрші",
    "Рабаттағы": "рабат", "өңіріндегі": "өңір", "қалаларындағылардың": "қала",
    # written apart
    "НАТО-ның": "нато", "ОПЕК-ке": "опек", "БҰҰ-да": "бұұ", "АӨСШК-нің": "аөсшк", "ЮНИСЕФ'тің": "юнисеф",
    # stems that take either row of vowels
    "Нью-Йоркте": "нью-йорк", "Сейфуллиннің": "сейфуллин", "Мырзағалиевтің": "мырзағалиев",
    "Құлмаханбетовтің": "құлмаханбетов",
}  # fmt: skip
VERBS = {
    "тапсырды": "тапсыр", "тапсырған": "тапсыр", "тапсырып": "тапсыр", "тапсырады": "тапсыр",
    "тапсырмақ": "тапсыр", "тапсыратын": "тапсыр", "тапсыру": "тапсыр", "тапсырмады": "тапсыр",
    "тапсыруымен": "тапсыр", "тапсырғанын": "тапсыр", "тапсырсын": "тапсыр", "тапсырса": "тапсыр",
    "кетті": "кет", "кетеді": "кет", "кеткен": "кет", "кетпек": "кет", "кетпейтін": "кет",
    "қолдайды": "қолда", "қолдаймыз": "қолда", "қолдайтынын": "қолда", "қолдаған": "қолда",
    "келісті": "келіс", "келіседі": "келіс", "келіспейді": "келіс",
    # a sound swallowed by the ending: ы before й and у, й before у and а
    "таниды": "таны", "тану": "таны", "дамитын": "дамы", "қоюды": "қой", "қояды": "қой",
    # қ and п at the end of a stem
    "шығарып": "шығар", "шығып": "шық", "табады": "тап", "тауып": "тап",
    # wishes and hearsay
    "айтқым": "айт", "қосылыпты": "қосыл", "барайық": "бар",
}  # fmt: skip


@pytest.mark.parametrize(("word", "stem"), NOUNS.items())
def test_noun_leads_to_its_stem(word: str, stem: str) -> None:
    """A noun with plural, possessive and case endings has its bare stem among its base forms."""
    assert stem in strip_suffixes(word)


@pytest.mark.parametrize(("word", "stem"), VERBS.items())
def test_verb_leads_to_its_stem(word: str, stem: str) -> None:
    """A verb in any tense, mood, person or with negation has its bare stem among its base forms."""
    assert stem in strip_suffixes(word)


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("Өзбекстан", "өзбек"),  # "-стан" is no ending
        ("елшідан", "елші"),  # a back ending after a front stem
        ("ұйымтың", "ұйым"),  # a voiceless ending after a nasal
        ("заңпен", "заң"),  # a voiceless ending after a nasal again
        ("министрлік", "министр"),  # a ministry is no minister
        ("елшілік", "елші"),  # an embassy is no ambassador
        ("қабылданды", "қабылда"),  # the passive is a verb of its own
        ("кездесті", "кезде"),  # and so is the reciprocal
        ("Айдана", "айда"),  # '-на' follows a possessive only
        ("қабылдады", "қабылд"),  # no verb ends in -лд
    ],
)
def test_what_cannot_be_an_ending_is_kept(word: str, stem: str) -> None:
    """An ending is peeled off only where vowel harmony, the sound before it and its place allow it."""
    assert stem not in strip_suffixes(word)


def test_forms_on_the_way_are_kept() -> None:
    """'ұйымының' gives the organisation's own form 'ұйымы' as well as the bare stem."""
    assert {"ұйымының", "ұйымы", "ұйым"} <= strip_suffixes("Ұйымының")


def test_endings_are_named_from_the_stem_outwards() -> None:
    """'елдеріндегі' is read as plural, possessive, locative and relative upon 'ел'."""
    found = {form.stem: form.endings for form in read_forms("елдеріндегі")}
    assert found["ел"] == ("plural", "possessive_3", "locative", "relative")


@given(st.text(max_size=30))
def test_any_text_is_its_own_base_form(word: str) -> None:
    """Whatever the word, it is among its base forms in lower case, and nothing is raised."""
    assert word.lower() in strip_suffixes(word)


@given(st.text(alphabet="аәбгғдеіжзийкқлмнңоөпрстуұүшы", min_size=1, max_size=16))
def test_base_forms_are_hardly_longer_than_the_word(word: str) -> None:
    """A base form never has more than two letters that the word lacks (a loan's 'сс', a soft sign)."""
    assert all(len(stem) <= len(word) + 2 for stem in strip_suffixes(word))
