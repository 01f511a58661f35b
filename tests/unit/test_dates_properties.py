"""What always holds of dates, whatever the text."""

from __future__ import annotations

import datetime as dt
import itertools
import unicodedata

from dates_reading import make_report, read_anchor, read_dates
from hypothesis import example, given, settings
from hypothesis import strategies as st

from elshi.model.report import LANGUAGES, Language
from elshi.model.when import read_bounds

PIECES = st.sampled_from([
    "0", "1", "2", "15", "28", "29", "30", "31", "99", "999", "1800", "1999", "2024", "2026", "2099",
    "-", "–", ",", ".", "до", "с", "по", "к", "в", "на", "во", "от", "и", "через", "назад", "лет", "года",
    "год", "году", "недели", "месяца", "дней", "ближайшие", "три", "первом", "втором", "IX", "квартале",
    "полугодии", "день", "тот же день", "конца", "середине", "начале", "мая", "феврале", "февраля",
    "декабря", "прошлого", "следующем", "этого", "среду", "понедельник", "весной", "зимой", "сегодня",
    "завтра", "накануне", "прошел", "пройдет", "жылғы", "жылдың", "жыл", "ақпанда", "ақпан", "шілдеден",
    "дейін", "бері", "бұрын", "ай", "апта", "ішінде", "алдағы", "бес", "соңына", "ортасына", "тоқсанында",
    "екінші", "күні", "сол күні", "келесі", "өткен", "дүйсенбіде", "күзде", "қыста", "биыл", "былтыр",
    "бүгін", "ертең", "өтеді", "өтті", "мен", "February", "May", "June", "Sept.", "in", "on", "by", "until",
    "since", "from", "to", "and", "the", "of", "within", "years", "weeks", "days", "ago", "next", "last",
    "this", "week", "month", "year", "quarter", "half", "second", "first", "day", "early", "mid", "end",
    "Monday", "Sunday", "summer", "winter", "today", "tomorrow", "a day later", "the same day", "will",
    "before", "through", "31.02.2025", "29.02.2023", "2026-02-30", "2024-12-31",
])  # fmt: skip
# The Russian dictionary refuses letters without a Unicode name, which is no matter of dates.
LETTERS = st.characters(exclude_categories=["Cs"]).filter(
    lambda letter: not letter.isalpha() or bool(unicodedata.name(letter, ""))
)
TEXTS = st.one_of(st.text(LETTERS, max_size=120), st.lists(PIECES, max_size=14).map(" ".join))
DAYS = st.one_of(st.none(), st.dates().map(dt.date.isoformat))


@settings(deadline=None)  # the first example loads the lexicon
@given(TEXTS, st.sampled_from(LANGUAGES), DAYS)
@example("31 февраля 2026 года", "ru", None)
@example("через 999 лет", "ru", "9999-12-31")
@example("999 лет назад", "ru", "0001-01-01")
@example("в следующем году", "ru", "9999-12-31")
@example("в прошлом году", "ru", "0001-01-01")
def test_any_text(text: str, language: Language, published: str | None) -> None:
    """No text is refused; every date quotes it, has a reason, and is EDTF or says why it is none."""
    for date in read_dates(make_report(text, language, published)):
        assert date.span.quote(text) == date.surface != ""
        assert date.when.reason
        assert (date.when.basis == "none") == (date.when.edtf is None)
        if date.when.edtf:
            first, last = read_bounds(date.when.edtf)
            assert first or last
            assert not (first and last) or first <= last


@settings(deadline=None)  # the first example loads the lexicon
@given(TEXTS, st.sampled_from(LANGUAGES), DAYS)
def test_dates_stand_in_order_and_apart(text: str, language: Language, published: str | None) -> None:
    """The dates of a report stand in text order, none over another."""
    spans = [date.span for date in read_dates(make_report(text, language, published))]
    assert spans == sorted(spans)
    assert not any(one.overlaps(other) for one, other in itertools.pairwise(spans))


@settings(deadline=None)  # the first example loads the lexicon
@given(TEXTS, st.sampled_from(LANGUAGES), DAYS)
def test_any_anchor(text: str, language: Language, published: str | None) -> None:
    """Every anchor gives a reason, and its day is EDTF or null."""
    anchor = read_anchor(make_report(text, language, published))
    for when in (anchor.day(), anchor.approximate()):
        assert when.reason
        if when.edtf:
            read_bounds(when.edtf)


@settings(deadline=None)  # the first example loads the lexicon
@given(st.dates(dt.date(1900, 1, 1), dt.date(2098, 12, 31)))
def test_a_full_day_is_itself(day: dt.date) -> None:
    """A day stated in full is that day in any report."""
    (date,) = read_dates(make_report(f"Документ {day.strftime('%d.%m.%Y')} подписан.", "ru"))
    assert date.when.edtf == day.isoformat()
