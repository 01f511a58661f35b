"""What the lines of a text are, and that marking them changes nothing."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elshi.clean.plain import Marks, find_lines, mark_text

TITLE = "Министр принял посла соседней страны"
BODY = "Стороны обсудили торговлю и транспорт. Посол поблагодарил за приём."


def quote(text: str, marks: Marks) -> list[str]:
    """Return the words of the boilerplate."""
    return [span.quote(text) for span in marks.boilerplate]


def test_a_collector_s_prefix_is_boilerplate_and_the_rest_of_its_line_the_headline() -> None:
    """' date 2024-05-17 Title' dates the report, and its title is still read."""
    text = f" date 2024-05-17 {TITLE}\n\n{BODY}\n"
    marks = mark_text(text)
    assert quote(text, marks) == ["date 2024-05-17"]
    assert marks.headline is not None
    assert marks.headline.quote(text) == TITLE
    assert marks.dates == (("2024-05-17", "prefix"),)


def test_a_prefix_before_a_dateline_leaves_no_headline() -> None:
    """A line that goes from the prefix straight into the story has no title."""
    text = f" date 2024-05-17 NAIROBI – The envoys met on Monday.\n{BODY}"
    marks = mark_text(text)
    assert marks.headline is None
    assert [line.span.quote(text) for line in marks.datelines] == ["NAIROBI –"]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("17.05.2024 | Саясат", "2024-05-17"),
        ("09:30 17.05.2024", "2024-05-17"),
        ("17 Мамыр, 2024", "2024-05-17"),
        ("17 мая 2024 09:30", "2024-05-17"),
        ("17 May 2024", "2024-05-17"),
        ("- 17 мая, 2024", "2024-05-17"),
        ("Фото: primer.kz 17.05.2024 09:30 120", "2024-05-17"),
    ],
)
def test_a_byline_dates_the_report(line: str, day: str) -> None:
    """A line with nothing but the date, a time, a rubric or a credit is a byline."""
    text = f"{TITLE}\n{line}\n{BODY}"
    marks = mark_text(text)
    assert quote(text, marks) == [line]
    assert marks.dates == ((day, "byline"),)
    assert marks.headline is not None


def test_a_sign_off_dates_the_report_too() -> None:
    """Ministries put place and date below the text."""
    text = f"{TITLE}\n{BODY}\nMinistry of Foreign Affairs\nColombo\n17 May 2024"
    assert mark_text(text).dates == (("2024-05-17", "byline"),)


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (["Ministry of Foreign Affairs", "Colombo", "17 May 2024"], "2024-05-17"),
        (["Ministry of Foreign Affairs / Colombo / 17 May 2024"], "2024-05-17"),
        (["NEW DELHI", "17 MAY 2024"], "2024-05-17"),
        (["ISSUED IN DAKAR ON FRIDAY, 17TH MAY, 2024"], "2024-05-17"),
        (["Press Service of the President, 17 May 2024"], "2024-05-17"),
    ],
)
def test_no_line_of_a_sign_off_is_read(lines: list[str], day: str) -> None:
    """Office, city and day below the text sign it; the city is no place where anything happened."""
    text = "\n".join([TITLE, BODY, *lines])
    marks = mark_text(text)
    assert quote(text, marks) == lines
    assert marks.dates == ((day, "byline"),)


def test_a_list_of_names_at_the_end_is_read() -> None:
    """Only a name directly above the signing day is part of a sign-off."""
    assert mark_text(f"{TITLE}\n{BODY}\nКазахстан\nУзбекистан\nКитай").boilerplate == ()


@pytest.mark.parametrize("name", ["УзА", '"Интерфакс"', "(Primer News)", "REPORT.AZ"])
def test_an_agency_s_name_is_boilerplate_only_where_it_signs(name: str) -> None:
    """At the end the name is a signature; in the middle of a text it may be part of a list."""
    signed = f"{TITLE}\n{BODY}\n{name}"
    assert quote(signed, mark_text(signed)) == [name]
    listed = "\n".join([TITLE, *[BODY] * 8, name, *[BODY] * 8])
    assert mark_text(listed).boilerplate == ()


def test_a_day_before_the_title_opens_the_first_line_only() -> None:
    """'17.05.2024 Title' dates the report; further down such a line is prose."""
    text = f"17.05.2024 {TITLE}\n{BODY}"
    marks = mark_text(text)
    assert quote(text, marks) == ["17.05.2024"]
    assert marks.dates == (("2024-05-17", "prefix"),)
    assert marks.headline is not None
    assert mark_text(f"{BODY}\n17.05.2024 {TITLE}\n{BODY}").boilerplate == ()


def test_a_row_of_items_dates_the_report_by_whichever_has_a_day() -> None:
    """'Press release | Department | day' is one byline."""
    text = f"{TITLE}\nPress release | Department of Foreign Affairs | 17 May 2024\n{BODY}"
    assert mark_text(text).dates == (("2024-05-17", "byline"),)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Министр принял посла соседней страны.", "Сегодня министр принял посла страны и говорил с ним."),
        ("МИНИСТР ПРИНЯЛ ПОСЛА.", "Беседа прошла в столице."),
        ("АСТАНА – АНКАРА: НОВЫЙ РЕЙС", "Беседа прошла в столице."),
    ],
)  # fmt: skip
def test_a_headline_may_end_in_a_full_stop_or_be_in_capitals(first: str, second: str) -> None:
    """A short sentence that the body says again, or one in capitals above prose, is the title."""
    text = f"{first}\n{second}"
    headline = mark_text(text).headline
    assert headline is not None
    assert headline.quote(text) == first


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Министр принял посла соседней страны.", "Стороны обсудили торговлю и транспорт и другие вопросы."),
        ("Министр принял посла. Говорили о торговле.", "Министр принял посла и говорил с ним о торговле."),
        ("Министр принял посла соседней страны.", "Министр принял посла страны."),
    ],
)  # fmt: skip
def test_a_sentence_that_the_body_goes_on_from_is_prose(first: str, second: str) -> None:
    """What is not said again is read as the report's first sentence."""
    assert mark_text(f"{first}\n{second}").headline is None


def test_a_date_that_heads_a_section_is_read() -> None:
    """Deep inside a round-up a line with a date says when what follows happened."""
    text = "\n".join([TITLE, *[BODY] * 8, "17 мая 2024", *[BODY] * 8])
    assert mark_text(text).boilerplate == ()


def test_menus_credits_and_buttons_are_marked_and_the_repeated_title_once() -> None:
    """A copied page keeps its text; what the site put around it is marked."""
    text = f"Лента новостей\n\n{TITLE}\n\n{TITLE}\nФото: МИД\n\n{BODY}\n\nПоделитесь:\nTelegram\n"
    marks = mark_text(text)
    assert quote(text, marks) == ["Лента новостей", TITLE, "Фото: МИД", "Поделитесь:", "Telegram"]
    assert marks.headline is not None
    assert marks.headline.start < text.index(TITLE, 20)


def test_a_sentence_about_a_photograph_is_read() -> None:
    """Only a credit is boilerplate."""
    text = f"{TITLE}\nФото с церемонии посол передал в музей.\n{BODY}"
    assert mark_text(text).boilerplate == ()


def test_a_first_line_that_ends_as_a_sentence_is_no_headline() -> None:
    """A report without a title begins with prose."""
    assert mark_text(f"{BODY}\n{BODY}").headline is None


def test_a_text_of_one_line_has_no_headline() -> None:
    """A headline stands above something."""
    assert mark_text(TITLE).headline is None


def test_the_title_of_the_metadata_is_found_in_the_text() -> None:
    """Sites put their own name behind the title, and the text may repeat it below a rubric."""
    text = f"Дипломатия.\n{TITLE}.\n{BODY}"
    headline = mark_text(text, f"{TITLE} | Пример").headline
    assert headline is not None
    assert headline.quote(text) == f"{TITLE}."


def test_a_dateline_with_a_year_dates_the_report_last_of_all() -> None:
    """A byline is the better witness of the day of publication."""
    text = f"{TITLE}\n18 мая 2024\nБАКУ, 17 мая 2024. {BODY}"
    assert mark_text(text).dates == (("2024-05-18", "byline"), ("2024-05-17", "dateline"))


PIECES = [
    TITLE,
    BODY,
    "date 2024-05-17",
    "17.05.2024",
    "Фото: МИД",
    "Telegram",
    "None",
    "БАКУ, 17 мая.",
    "«",
    " ",
]
TEXTS = st.lists(
    st.tuples(
        st.sampled_from(PIECES) | st.text(max_size=20), st.sampled_from(["\n", "\r\n", " ", "\n\n", "\u2028"])
    )
).map(lambda pieces: "".join(words + end for words, end in pieces))


@given(TEXTS)
def test_lines_lie_inside_the_text_in_order_and_cover_all_that_is_not_blank(text: str) -> None:
    """Nothing of the text is lost between the lines, and no two lines overlap."""
    lines = find_lines(text)
    assert all(a.stop <= b.start for a, b in pairwise(lines))
    assert all(line.quote(text).strip() == line.quote(text) != "" for line in lines)
    covered = {at for line in lines for at in range(line.start, line.stop)}
    assert all(text[at].isspace() for at in range(len(text)) if at not in covered)


@given(TEXTS)
def test_boilerplate_is_a_whole_line_its_opening_or_all_behind_that(text: str) -> None:
    """No boilerplate begins inside what is read, none overlaps another, and the headline is in none."""
    marks = mark_text(text)
    opened = {span.start for span in marks.boilerplate}
    for span in marks.boilerplate:
        line = next(line for line in marks.lines if line.covers(span))
        assert span.start == line.start or (line.start in opened and span.stop == line.stop)
    assert all(a.stop <= b.start for a, b in pairwise(marks.boilerplate))
    if marks.headline:
        assert not any(marks.headline.overlaps(span) for span in marks.boilerplate)
    for dateline in marks.datelines:
        assert not any(dateline.span.overlaps(span) for span in marks.boilerplate)
