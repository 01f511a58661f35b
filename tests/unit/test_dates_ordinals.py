"""Ordinal numbers in three languages."""

from __future__ import annotations

import pytest
from dates_reading import make_report, split_report
from hypothesis import given, settings
from hypothesis import strategies as st

from elshi.lexicon.load import read_file
from elshi.mentions.dates import find_ordinals
from elshi.mentions.dates.numerals import read_ordinal, read_roman
from elshi.model.report import LANGUAGES, Language

FACTS: list[tuple[Language, str, list[str]]] = [
    ("ru", "Прошел шестой раунд консультаций.", ["6"]),
    ("ru", "Посол выступил на 66-й сессии рабочей группы.", ["66"]),
    ("ru", "Город принял 19-ое заседание комиссии.", ["19"]),
    ("ru", "VIII заседание совета состоялось в Баку.", ["8"]),
    ("ru", "Участники тридцать четвертой сессии приняли план.", ["34"]),
    ("ru", "После четвертого диалога пройдет пятый.", ["4", "5"]),
    ("ru", "Состоялось сотое заседание.", ["100"]),
    ("kk", "Консультациялардың оныншы раунды өтті.", ["10"]),
    ("kk", "Кеңестің он бірінші отырысы болды.", ["11"]),
    ("kk", "Ассамблеяның 8-ші сессиясы ашылды.", ["8"]),
    ("kk", "Топтың 26-шы кездесуі аяқталды.", ["26"]),
    ("kk", "Комиссияның жиырма бесінші отырысы өтті.", ["25"]),
    ("kk", "Ұйымның IX саммиті басталды.", ["9"]),
    ("en", "The sixth round and the 80th session were held.", ["6", "80"]),
    ("en", "It was the first and the second meeting.", ["1", "2"]),
    ("en", "The forty-third session adopted a plan.", ["43"]),
    ("en", "The XII meeting was opened.", ["12"]),
]

NO_ORDINALS: list[tuple[Language, str]] = [
    ("ru", "Король Карл XVI принял посла."),
    ("ru", "В XXI веке многое изменилось."),
    ("ru", "Приехал первый заместитель министра."),
    ("ru", "Организации исполнилось 70 лет, отмечено ее 70-летие."),
    ("kk", "Бірінші орынбасар келді."),
    ("kk", "XXI ғасырда көп нәрсе өзгерді."),
    ("kk", "Жиынға 162 елден өкіл келді."),
    ("en", "The pump moves 40 litres per second."),
    ("en", "The First Deputy Minister spoke."),
    ("en", "Resolution 1325 was adopted by 15 votes."),
]

EXAMPLES = [
    (language, sentence, value)
    for language in LANGUAGES
    for table in [read_file(f"{language}/dates.yml")["ordinals"]]
    for sentence, value in (*table["yes"].items(), *((sentence, None) for sentence in table["no"]))
]


def tell_ordinals(text: str, language: Language) -> list[str | None]:
    """Return the values of the ordinals in `text`."""
    sentences = split_report(make_report(text, language))
    return [mention.value for sentence in sentences for mention in find_ordinals(sentence)]


@pytest.mark.parametrize(("language", "sentence", "values"), FACTS)
def test_ordinals(language: Language, sentence: str, values: list[str]) -> None:
    """An ordinal counts as its number, in digits, in Roman figures or in words."""
    assert tell_ordinals(sentence, language) == values


@pytest.mark.parametrize(("language", "sentence"), NO_ORDINALS)
def test_no_ordinals(language: Language, sentence: str) -> None:
    """Rulers, centuries, offices, anniversaries, units and quantities are no ordinals."""
    assert tell_ordinals(sentence, language) == []


@pytest.mark.parametrize(("language", "sentence", "value"), EXAMPLES)
def test_examples_of_the_lexicon(language: Language, sentence: str, value: int | None) -> None:
    """The `yes` and `no` sentences beside the ordinals hold."""
    assert tell_ordinals(sentence, language) == ([str(value)] if value else [])


def test_surface_quotes_the_text() -> None:
    """The mention of an ordinal covers exactly its words."""
    report = make_report("Вчера прошла тридцать  первая сессия.", "ru")
    (mention,) = find_ordinals(split_report(report)[0])
    assert mention.surface == mention.span.quote(report.text) == "тридцать  первая"


@pytest.mark.parametrize(("figures", "number"), [("IV", 4), ("IX", 9), ("XIV", 14), ("XL", 40), ("XCIX", 99)])
def test_roman_figures(figures: str, number: int) -> None:
    """Roman figures are read with their subtractions."""
    assert read_roman(figures) == number


@settings(deadline=None)  # the first example loads the lexicon
@given(st.text(max_size=60), st.sampled_from(LANGUAGES))
def test_ordinals_of_any_text(text: str, language: Language) -> None:
    """Whatever the text, every ordinal found quotes it and has a number above nought."""
    report = make_report(text, language)
    for sentence in split_report(report):
        for mention in find_ordinals(sentence):
            assert mention.surface == mention.span.quote(text)
            assert mention.value is not None
            assert int(mention.value) > 0
            assert read_ordinal(mention.surface, language) == int(mention.value)
