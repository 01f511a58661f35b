"""Dates stand in a brief as each language writes them in a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elshi.briefs.dates import say_date
from elshi.briefs.phrases import read_phrases
from elshi.model.report import LANGUAGES, Language


@pytest.mark.parametrize(
    ("edtf", "russian", "kazakh", "english"),
    [
        ("2026-03-12", "12 марта 2026 года", "2026 жылғы 12 наурызда", "on 12 March 2026"),
        ("2026-05-01", "1 мая 2026 года", "2026 жылғы 1 мамырда", "on 1 May 2026"),
        ("2026-10-03", "3 октября 2026 года", "2026 жылғы 3 қазанда", "on 3 October 2026"),
        ("2026-09", "в сентябре 2026 года", "2026 жылғы қыркүйекте", "in September 2026"),
        ("2026-12", "в декабре 2026 года", "2026 жылғы желтоқсанда", "in December 2026"),
        ("2026", "в 2026 году", "2026 жылы", "in 2026"),
        ("2026-03-09/2026-03-19", "9–19 марта 2026 года", "2026 жылғы 9–19 наурызда", "on 9–19 March 2026"),
        (
            "2026-03-30/2026-04-02",
            "с 30 марта по 2 апреля 2026 года",
            "2026 жылғы 30 наурыздан 2 сәуірге дейін",
            "from 30 March to 2 April 2026",
        ),
        (
            "2025-12-30/2026-01-02",
            "с 30 декабря 2025 года по 2 января 2026 года",
            "2025 жылғы 30 желтоқсаннан 2026 жылғы 2 қаңтарға дейін",
            "from 30 December 2025 to 2 January 2026",
        ),
        ("2026/2028", "в 2026–2028 годах", "2026–2028 жылдары", "in 2026–2028"),
        ("../2026-05-01", "не позднее 1 мая 2026 года", "2026 жылғы 1 мамырға дейін", "by 1 May 2026"),
        ("../2027", "не позднее 2027 года", "2027 жылға дейін", "by 2027"),
        ("2026-06/..", "не ранее июня 2026 года", "2026 жылғы маусымнан бастап", "from June 2026"),
        (
            "2026-03-12~",
            "около 12 марта 2026 года",
            "шамамен 2026 жылғы 12 наурызда",
            "on or about 12 March 2026",
        ),
        (
            "2026-03~",
            "в марте 2026 года (приблизительно)",
            "шамамен 2026 жылғы наурызда",
            "in March 2026 (approximately)",
        ),
        (None, "дата неизвестна", "күні белгісіз", "date unknown"),
        ("someday", "someday", "someday", "someday"),
    ],
)  # fmt: skip
def test_when_something_was(edtf: str | None, russian: str, kazakh: str, english: str) -> None:
    """Months take the case that the sentence asks for; '~' is about that day; unknown is said so."""
    said = [say_date(edtf, "when", read_phrases(language)) for language in ("ru", "kk", "en")]
    assert said == [russian, kazakh, english]


@pytest.mark.parametrize(
    ("edtf", "russian", "kazakh", "english"),
    [
        ("2026-03-12", "12 марта 2026 года", "2026 жылғы 12 наурыз", "12 March 2026"),
        ("2026-03", "март 2026 года", "2026 жылғы наурыз", "March 2026"),
        ("2026", "2026 год", "2026 жыл", "2026"),
        ("2026/2028", "2026–2028 годы", "2026–2028 жылдар", "2026–2028"),
    ],
)
def test_a_date_by_itself(edtf: str, russian: str, kazakh: str, english: str) -> None:
    """The same dates where they are named."""
    said = [say_date(edtf, "named", read_phrases(language)) for language in ("ru", "kk", "en")]
    assert said == [russian, kazakh, english]


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_months_are_called_alike(month: int, language: Language) -> None:
    """Each month differs from the one before it in every form."""
    phrases = read_phrases(language)
    for key in (key for key in phrases.data if key.startswith("months")):
        names = phrases.read(key)
        assert len(names) == 12
        assert names[month - 1] != names[month - 2]


@given(st.dates(), st.sampled_from(LANGUAGES), st.sampled_from(["named", "when"]))
def test_the_year_of_any_day_is_said(day: object, language: Language, form: str) -> None:
    """Whatever the day, its year stands in the words."""
    edtf = str(day)
    assert str(int(edtf[:4])) in say_date(edtf, form, read_phrases(language))
