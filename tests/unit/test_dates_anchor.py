"""The day and the year a report speaks from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from dates_reading import make_report, read_anchor, read_dates
from hypothesis import given, settings
from hypothesis import strategies as st

from elshi.lexicon.load import read_file
from elshi.mentions.dates import settle_publication
from elshi.model.report import LANGUAGES, Language


def _jubilee_examples() -> Iterator[tuple[Language, str, int | None]]:
    for language in LANGUAGES:
        table = read_file(f"{language}/dates.yml")["jubilees"]
        yield from ((language, text, year) for text, year in table["yes"].items())
        yield from ((language, text, None) for text in table["no"])


def test_publication_is_the_day() -> None:
    """A report of a known day speaks from it: exactly for 'today', about for what has no date."""
    anchor = read_anchor(make_report("Министр принял посла.", "ru"))
    assert anchor.day().edtf == "2026-03-12"
    assert (anchor.approximate().edtf, anchor.approximate().basis) == ("2026-03-12~", "publication")


def test_nothing_known() -> None:
    """Without publication, dateline or clue the day is null, and the reason says what is missing."""
    anchor = read_anchor(make_report("Министр принял посла.", "ru", published=None))
    assert (anchor.day().edtf, anchor.approximate().edtf, anchor.year) == (None, None, None)
    assert anchor.approximate().basis == "none"
    assert anchor.reason == "neither the day of publication nor a dateline with a day is known"


def test_dateline_before_publication() -> None:
    """A dateline of the day before is what 'today' means, though the report came out a day later."""
    text = "Душанбе, 11 марта – Сегодня премьер принял посла."
    report = make_report(text, "ru", dateline="11 марта")
    anchor = read_anchor(report)
    assert (anchor.published, anchor.dateline) == (dt.date(2026, 3, 12), dt.date(2026, 3, 11))
    assert [date.when.edtf for date in read_dates(report)] == ["2026-03-11"]
    assert anchor.approximate().basis == "dateline"


def test_dateline_across_the_new_year() -> None:
    """A dateline of 30 December in a report published on 2 January is of the year before."""
    report = make_report("Рига, 30 декабря – Совет собрался.", "ru", "2026-01-02", "30 декабря")
    assert read_anchor(report).day().edtf == "2025-12-30"


def test_dateline_far_from_publication_is_left_out() -> None:
    """A dateline half a year from the day of publication is not the report's day."""
    report = make_report("Рига, 30 сентября – Совет собрался.", "ru", "2026-03-12", "30 сентября")
    assert read_anchor(report).day().edtf == "2026-03-12"


def test_dateline_with_year() -> None:
    """A full dateline gives the day by itself, and the date of publication with it."""
    text = "АНКАРА, 2025 жылғы 18 ақпан. Бүгін кездесу өтті."
    report = make_report(text, "kk", None, "2025 жылғы 18 ақпан")
    anchor = read_anchor(report)
    assert anchor.day().edtf == "2025-02-18"
    settled = settle_publication(report, anchor)
    assert (settled.published, settled.published_basis) == ("2025-02-18", "dateline")


def test_dateline_without_year_stays_unknown() -> None:
    """A dateline without a year and nothing else gives no year: it is never guessed."""
    report = make_report("Рим, 30 мая – Стороны обсудили воду.", "ru", None, "30 мая")
    anchor = read_anchor(report)
    assert (anchor.year, anchor.day().edtf) == (None, None)
    assert anchor.reason == "dateline '30 мая' without a year, and nothing in the report gives it"
    assert settle_publication(report, anchor) == report


def test_dateline_is_no_date_of_its_own() -> None:
    """The dateline itself is not told as a date."""
    report = make_report("Рим, 30 мая 2025 – Стороны обсудили воду.", "ru", None, "30 мая 2025")
    assert read_dates(report) == ()


def test_year_by_years_ago() -> None:
    """'Thirty years ago, in 1992' says that the report is of 2022."""
    text = "АСТАНА, 12 қазан. Кеңес идеясы 30 жыл бұрын, 1992 жылы көтерілген. Ертең саммит өтеді."
    report = make_report(text, "kk", None, "12 қазан")
    anchor = read_anchor(report)
    assert anchor.day().edtf == "2022-10-12"
    assert anchor.reason == "dateline '12 қазан'; year 2022 from '30 жыл бұрын, 1992 жылы'"
    assert read_dates(report)[-1].when.edtf == "2022-10-13"
    assert settle_publication(report, anchor).published_basis == "inferred"


def test_year_by_anniversary() -> None:
    """The 27th anniversary of Turkmenistan's neutrality of 1995 was in December 2022."""
    text = "Спикер поздравила соседей с 27-й годовщиной нейтрального статуса государства."
    anchor = read_anchor(make_report(text, "ru", None))
    assert (anchor.year, anchor.month) == (2022, 12)
    assert anchor.approximate().edtf == "2022-12"
    assert "Turkmenistan's neutrality dates from 1995-12-12" in anchor.approximate().reason


def test_year_by_full_day_nearby() -> None:
    """A day stated in full close to the dateline's day gives the dateline its year."""
    text = "Рим, 30 мая – Стороны встретились 28 мая 2024 года."
    assert read_anchor(make_report(text, "ru", None, "30 мая")).day().edtf == "2024-05-30"


def test_founding_days_give_no_year() -> None:
    """The day relations were established says nothing of the report's own year."""
    text = "Рим, 30 мая – Дипломатические отношения установлены 1 июня 1992 года."
    assert read_anchor(make_report(text, "ru", None, "30 мая")).year is None


def test_year_alone_gives_no_year() -> None:
    """A year told as background, or of a plan, is not the report's year."""
    text = "Рим, 30 мая – Форум прошел в 2003 году, следующий примет Баку в 2027 году."
    assert read_anchor(make_report(text, "ru", None, "30 мая")).year is None


def test_month_of_publication_is_no_day() -> None:
    """A report of which only the month is known has no day to count from."""
    assert read_anchor(make_report("Вчера прошел форум.", "ru", "2026-03")).day().edtf is None


@settings(deadline=None)  # the first example loads the lexicon
@given(st.dates(dt.date(1950, 1, 1), dt.date(2090, 12, 31)))
def test_settled_publication_is_the_anchor_day(day: dt.date) -> None:
    """Whatever full day the dateline states, the settled publication is that day."""
    line = day.strftime("%d.%m.%Y")
    report = make_report(f"Минск. {line}. Стороны встретились.", "ru", None, line)
    assert settle_publication(report, read_anchor(report)).published == day.isoformat()


def test_year_by_edition_of_a_series() -> None:
    """The 70th session of the Commission on the Status of Women was in 2026; it dates the report."""
    text = "Рим, 12 марта – Посол выступила на 70-й сессии Комиссии ООН по положению женщин."
    anchor = read_anchor(make_report(text, "ru", None, "12 марта"))
    assert anchor.day().edtf == "2026-03-12"
    assert (
        anchor.reason == "dateline '12 марта'; year 2026 from '70-й сессии Комиссии ООН по положению женщин'"
    )


def test_year_of_a_session_that_lasts_into_the_next() -> None:
    """The 80th General Assembly opened in September 2025: its February is that of 2026."""
    text = "НЬЮ-ЙОРК, 5 ақпан. Министр БҰҰ Бас Ассамблеясының 80-ші сессиясында сөз сөйледі."
    assert read_anchor(make_report(text, "kk", None, "5 ақпан")).day().edtf == "2026-02-05"


def test_month_by_edition_of_a_series() -> None:
    """Without a dateline an edition gives the month it begins in."""
    text = "The envoy spoke at the 60th session of the Commission on the Status of Women."
    assert read_anchor(make_report(text, "en", None)).approximate().edtf == "2016-03"


def test_edition_with_its_own_year_is_background() -> None:
    """An edition told with its year ('the second ended in 2014') says nothing of the report's year."""
    text = "Вторая Конференция ООН по РСНВМ завершилась в 2014 году."
    assert read_anchor(make_report(text, "ru", None)).year is None


def test_number_inside_the_name_of_a_series() -> None:
    """'COP29' carries its number in its name."""
    anchor = read_anchor(make_report("Ministers met at COP29.", "en", None))
    assert (anchor.year, anchor.reason) == (2024, "year 2024 from 'COP29'")


def test_year_named_as_the_last() -> None:
    """'Last year, 2025' says that the report is of 2026."""
    text = "Рим, 12 марта – В прошлом, 2025 году открыто консульство."
    anchor = read_anchor(make_report(text, "ru", None, "12 марта"))
    assert anchor.reason == "dateline '12 марта'; year 2026 from 'прошлом, 2025 году'"


def test_approximate_day_is_the_latest_stated() -> None:
    """Where its own day is unknown, what a report tells without a date was about the latest day it states."""
    text = "16 декабря 2025 года посол вручил грамоты. Он передал привет от президента."
    anchor = read_anchor(make_report(text, "ru", None))
    assert (anchor.day().edtf, anchor.approximate().edtf) == (None, "2025-12-16~")
    assert anchor.approximate().basis == "inferred"
    assert "'16 декабря 2025 года', the latest day the report states" in anchor.approximate().reason


@pytest.mark.parametrize(("language", "text", "year"), list(_jubilee_examples()))
def test_jubilees_tell_the_year(language: Language, text: str, year: int | None) -> None:
    """'The 30th anniversary of relations, established in 1992' was written in 2022, unless it lies ahead."""
    assert read_anchor(make_report(text, language, published=None)).year == year
