"""Where and when a report was filed, as its opening says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elshi.clean.datelines import find_dateline
from elshi.clean.dates import read_address_date, read_full_date
from elshi.model.report import Dateline
from elshi.model.span import Span

DATELINES = [
    ("Ош. 7 апреля. ПРИМЕР ТУДЕЙ - Послы прибыли.", "Ош. 7 апреля. ПРИМЕР ТУДЕЙ -", "Ош", "7 апреля"),
    ("АЛМАТЫ. ПРИМЕРИНФОРМ – Послы обсудили торговлю.", "АЛМАТЫ. ПРИМЕРИНФОРМ –", "АЛМАТЫ", None),
    ("NAIROBI – The envoys met on Monday.", "NAIROBI –", "NAIROBI", None),
    ("NAIROBI. Envoys met on Monday.", "NAIROBI.", "NAIROBI", None),
    ("ДАМАСК, 3 июня. /ПРИМЕР/. Послы прибыли.", "ДАМАСК, 3 июня. /ПРИМЕР/.", "ДАМАСК", "3 июня"),
    ("БАКУ, 5.05.2023 /А «Пример»/. Послы прибыли.", "БАКУ, 5.05.2023 /А «Пример»/.", "БАКУ", "5.05.2023"),
    ("OSLO, May 5. /PRIMER/. Envoys met.", "OSLO, May 5. /PRIMER/.", "OSLO", "May 5"),
    ("МОСКВА, 5 мая — АБВ Пример. Послы прибыли.", "МОСКВА, 5 мая — АБВ Пример.", "МОСКВА", "5 мая"),
    ("АЛМАТЫ, 5 мамыр – Мысал. Елшілер кездесті.", "АЛМАТЫ, 5 мамыр – Мысал.", "АЛМАТЫ", "5 мамыр"),
    ("БАКУ, 2023 жылғы 5 мамыр. Елшілер келді.", "БАКУ, 2023 жылғы 5 мамыр.", "БАКУ", "2023 жылғы 5 мамыр"),
    ("TOKYO, May 5, 2023 – Envoys met.", "TOKYO, May 5, 2023 –", "TOKYO", "May 5, 2023"),
    ("New Delhi, Sept 5 – Envoys met.", "New Delhi, Sept 5 –", "New Delhi", "Sept 5"),
    ("МИНСК. 05.05.2023. Послы прибыли.", "МИНСК. 05.05.2023.", "МИНСК", "05.05.2023"),
    ("НЬЮ-ДЕЛИ. Послы прибыли.", "НЬЮ-ДЕЛИ.", "НЬЮ-ДЕЛИ", None),
    ("GENEVA (Primer) — Envoys met.", "GENEVA (Primer) —", "GENEVA", None),
    ("г. Баку, 5 мая 2023 года. Послы прибыли.", "г. Баку, 5 мая 2023 года.", "Баку", "5 мая 2023 года"),
    ("Алматы қ., 5 мамыр. Елшілер келді.", "Алматы қ., 5 мамыр.", "Алматы", "5 мамыр"),
    ("(Баку, 5 мая 2023 г.) Послы прибыли.", "(Баку, 5 мая 2023 г.)", "Баку", "5 мая 2023 г"),
    ("NEW YORK, 5 May 2023: Envoys met.", "NEW YORK, 5 May 2023:", "NEW YORK", "5 May 2023"),
    ("5 May 2023, Geneva – Envoys met.", "5 May 2023, Geneva –", "Geneva", "5 May 2023"),
    ("SPRINGFIELD, U.S., May 5 — Envoys met.", "SPRINGFIELD, U.S., May 5 —", "SPRINGFIELD", "May 5"),
    ("АЛМАТЫ – ПРИМЕРИНФОРМ. Послы прибыли.", "АЛМАТЫ – ПРИМЕРИНФОРМ.", "АЛМАТЫ", None),
    ("ОШ, 5 мая – Пример, Анна Петрова. Послы прибыли.", "ОШ, 5 мая – Пример, Анна Петрова.", "ОШ", "5 мая"),
    ("ОШ 5 мая – Послы прибыли.", "ОШ 5 мая –", "ОШ", "5 мая"),
    ("Рио-де-Жанейро, 5 мая. Послы прибыли.", "Рио-де-Жанейро, 5 мая.", "Рио-де-Жанейро", "5 мая"),
]  # fmt: skip
PROSE = [
    "Astana – the capital of Kazakhstan – hosts the forum.",
    "НАТО – это военный союз.",
    "ООН. Генеральная Ассамблея открылась.",
    "Сегодня, 5 мая – в день приезда посла – стороны встретились.",
    "Среда, 5 мая. Стороны встретились.",
    "Министр 5 мая – в день приезда посла – был в Баку.",
    "АСТАНА – АНКАРА: Новый маршрут",
    "СПРАВКА. Страны установили отношения в 1992 году.",
    "Посол прибыл в Баку 5 мая.",
    "BREAKING – Envoys met.",
]


@pytest.mark.parametrize(("line", "opening", "city", "date"), DATELINES)
def test_a_dateline_gives_city_and_date_as_written(
    line: str, opening: str, city: str, date: str | None
) -> None:
    """The span covers city, date, agency and mark; the parts are not rewritten."""
    assert line.startswith(opening)
    assert find_dateline(line) == Dateline(Span(0, len(opening)), city, date)


@pytest.mark.parametrize("line", PROSE)
def test_prose_that_begins_like_a_dateline_is_none(line: str) -> None:
    """Definitions, headlines, rubrics and dates inside sentences are read as prose."""
    assert find_dateline(line) is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("5 мая 2023", "2023-05-05"),
        ("5 мая 2023 года", "2023-05-05"),
        ("2023 жылғы 5 мамыр", "2023-05-05"),
        ("5 Мамыр, 2023", "2023-05-05"),
        ("May 5, 2023", "2023-05-05"),
        ("5 Sept. 2023", "2023-09-05"),
        ("05.05.2023", "2023-05-05"),
        ("2023-05-05", "2023-05-05"),
        ("5 мая", None),
        ("31 апреля 2023", None),
        ("2023-13-01", None),
        ("май 2023", None),
        ("30 февраля 2023", None),
    ],
)
def test_only_a_whole_and_possible_day_is_a_full_date(words: str, day: str | None) -> None:
    """Day, month and year must all be there, and the calendar must have that day."""
    assert read_full_date(words) == day


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://example.org/2023/05/17/envoys", "2023-05-17"),
        ("https://example.org/news-2023-5-7-envoys", "2023-05-07"),
        ("https://example.org/2023/envoys/17", None),
        ("https://example.org/2023/13/45/envoys", None),
        ("https://example.org/id/120230517", None),
        (None, None),
    ],
)
def test_an_address_dates_a_page_only_with_a_whole_day(address: str | None, day: str | None) -> None:
    """Year, month and day stand together in the path, or nothing is read from it."""
    assert read_address_date(address) == day


@given(st.text(alphabet="АСТНастн.,–- 512/()мая2023", max_size=200))
def test_a_dateline_always_opens_its_line(line: str) -> None:
    """Whatever the line, a dateline's span begins where the line does, lies inside it and has the city."""
    found = find_dateline(line)
    if found:
        assert found.span.start == 0
        assert found.span.stop <= len(line)
        assert found.city
        assert found.city in found.span.quote(line)
