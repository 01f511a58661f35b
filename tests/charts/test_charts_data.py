"""What each picture shows: its data, and the sentence that tells what is to be seen."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest
from diary import TODAY, draw, tell_meeting, tell_position, tell_promise
from hypothesis import given
from hypothesis import strategies as st

from elshi.charts import PICTURES, Ask, ask, can_draw, make_chart, pair_strip, write_csv
from elshi.charts.ask import Dated
from elshi.charts.calendar_map import count_days
from elshi.charts.commitments_due import list_stretch
from elshi.charts.drawing import plan_drawing
from elshi.charts.labels import choose_names
from elshi.charts.network import LARGEST, lay_out
from elshi.charts.window import frame_points, project
from elshi.cli import chart as command
from elshi.errors import UsageError
from elshi.lexicon.coordinates import Point
from elshi.locales import open_tongue
from elshi.model.query import Query
from elshi.model.report import LANGUAGES, Language
from elshi.register import Register

MINISTER = ("Samir Khalil", "foreign_minister", "JO")
COLLEAGUE = ("Dauren Abilov", "foreign_minister", "KZ")
AMBASSADOR = ("Yerlan Saparov", "ambassador", "KZ")
MEETINGS = (
    tell_meeting("2026-05-04", [MINISTER, COLLEAGUE]),
    tell_meeting("2026-05-07", [MINISTER, AMBASSADOR], city="Amman"),
    tell_meeting("2025-05-07", [("Lena Berg", None, "NO"), AMBASSADOR], city="Oslo", topics=("energy",)),
    tell_meeting("2026", [MINISTER, AMBASSADOR], city=None, status="planned", topics=()),
)


def test_a_calendar_counts_each_day_and_keeps_what_has_none() -> None:
    """Three days with an engagement; one that is dated to a year is counted apart, and nothing is lost."""
    chart = draw("calendar", MEETINGS)
    assert chart.rows == (
        ("2025-05-07", 1), ("2026-05-04", 1), ("2026-05-07", 1), ("no exact day", 1),
    )  # fmt: skip
    assert "Without an exact day: 1." in chart.words


def test_a_visit_of_three_days_counts_on_each() -> None:
    """From 9 to 11 March there was something on three days."""
    chart = draw("calendar", [tell_meeting("2026-03-09/2026-03-11", [MINISTER, COLLEAGUE])])
    assert [row[0] for row in chart.rows] == ["2026-03-09", "2026-03-10", "2026-03-11"]


def test_no_entries_have_no_days() -> None:
    """Nothing counts as nothing."""
    none = np.array([], np.int32)
    assert count_days(Dated(none.astype(np.intp), none, none)) == {}


def test_pairs_are_told_with_their_silence_and_level() -> None:
    """Jordan and Kazakhstan met twice, three days apart, ministers once; plans are no meetings."""
    chart = draw("pairs", MEETINGS)
    assert chart.rows[0] == ("Jordan – Kazakhstan", 2, "2026-05-04", "2026-05-07", 3, "ministers")
    assert chart.rows[1] == ("Kazakhstan – Norway", 1, "2025-05-07", "2025-05-07", None, "envoys")


def test_the_pairs_of_a_country_are_named_by_the_other() -> None:
    """On the page of Norway each line is its partner."""
    chart = draw("pairs", MEETINGS, "ru", Query(country="NO"))
    assert [row[0] for row in chart.rows] == ["Казахстан"]


@pytest.mark.skipif(not can_draw(), reason="the extra 'charts' is not installed")
def test_of_very_many_meetings_one_sign_stands_for_a_level_in_a_stretch(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where there are more than can be told apart, the picture has fewer signs and says so; the table all."""
    monkeypatch.setattr(pair_strip, "MOST", 3)
    met = {"2026-05-04": "Adams", "2026-05-05": "Brook", "2026-05-06": "Carver", "2026-06-20": "Dunn"}
    guests = {day: (f"Zhan {name}", "foreign_minister", "JO") for day, name in met.items()}
    hosts = {day: (f"Dos {name}son", "foreign_minister", "KZ") for day, name in met.items()}
    chart = draw("pairs", [tell_meeting(day, [guests[day], hosts[day]]) for day in met])
    assert chart.rows[0][:5] == ("Jordan – Kazakhstan", 4, "2026-05-04", "2026-06-20", 45)
    assert "so many days: 7." in chart.words
    (signs,) = plan_drawing(chart)["datasets"].values()
    assert len(signs) == 2


@given(
    st.lists(st.tuples(st.integers(730000, 740000), st.integers(0, 5)), min_size=1),
    st.integers(1, 400),
)
def test_a_strip_with_fewer_signs_has_all_its_levels(signs: list[tuple[int, int]], span: int) -> None:
    """Each day of a level has a sign of that level less than a stretch before it, or its own."""
    days, levels = np.array(sorted(signs), np.int32).T
    thinned = pair_strip.Strip(("JO", "KZ"), days, levels).thin_out(span)
    shown = list(zip(thinned.days.tolist(), thinned.levels.tolist(), strict=True))
    assert set(shown) <= set(signs)
    assert thinned.days.tolist() == sorted(thinned.days.tolist())
    for day, level in signs:
        assert any(of == level and 0 <= day - first < span for first, of in shown)


def test_topics_are_counted_by_year() -> None:
    """Transport came up twice in 2026, energy once in 2025; the meeting without a topic is counted apart."""
    chart = draw("topics", MEETINGS)
    assert chart.rows == (("energy", 2025, 1), ("transport", 2026, 2))
    assert "Without a topic or a year: 1." in chart.words


def test_positions_have_a_picture_of_their_own() -> None:
    """Positions are counted, and not the engagements beside them."""
    chart = draw("positions", (*MEETINGS, tell_position("2026-02-03", "water")))
    assert chart.rows == (("water", 2026, 1),)


def test_tenures_go_from_the_first_report_to_the_last() -> None:
    """The ambassador was seen in May 2025 and in May 2026; who has no office has no bar."""
    chart = draw("tenures", MEETINGS, query=Query(who="Saparov"))
    assert [row[:5] for row in chart.rows] == [
        ("Yerlan Saparov", "ambassador", "Kazakhstan", "2025-05-07", "2026-05-07")
    ]
    assert not any("Berg" in str(row) for row in draw("tenures", MEETINGS).rows)


def test_parties_are_joined_by_talks_that_took_place() -> None:
    """Two talks of Jordan and Kazakhstan and one of Kazakhstan and Norway; the planned one joins nobody."""
    assert draw("network", MEETINGS).rows == (("Jordan", "Kazakhstan", 2), ("Kazakhstan", "Norway", 1))


def test_people_are_joined_across_the_table() -> None:
    """Those on one side did not meet one another."""
    chart = draw("people", [tell_meeting("2026-05-04", [MINISTER, COLLEAGUE, AMBASSADOR])])
    assert [{row[0], row[1]} for row in chart.rows] == [
        {"Dauren Abilov", "Samir Khalil"}, {"Yerlan Saparov", "Samir Khalil"},
    ]  # fmt: skip


def test_more_people_than_can_be_drawn_are_a_matrix() -> None:
    """Beyond 150 signs the words say that there is a matrix, and the table has all pairs."""
    given = [one + other for one in ("Ba", "Du", "Fe", "Gi") for other in ("lan", "mos", "ner", "pim", "rok")]
    families = ["Adams", "Brook", "Carver", "Dunn", "Ekman", "Fisk", "Grund", "Holt"]
    crowd = [
        tell_meeting(
            f"2026-05-{day:02}",
            [(f"Zhan {family}", "minister", "KZ"), *((f"{name} {family}", None, "JO") for name in given)],
        )
        for day, family in enumerate(families, start=1)
    ]
    chart = draw("people", crowd)
    assert len({name for row in chart.rows for name in row[:2]}) == 8 * 21 > LARGEST
    assert "too many for signs" in chart.words
    assert len(chart.rows) == 160


def test_a_map_counts_cities_and_says_what_it_cannot_place() -> None:
    """Astana, Amman and Oslo once each; one engagement names no city; Utopia has no point on any map."""
    chart = draw("map", (*MEETINGS, tell_meeting("2026-06-01", [MINISTER, COLLEAGUE], city="Utopia")))
    assert {row[0]: row[2] for row in chart.rows} == {"Amman": 1, "Astana": 1, "Oslo": 1, "Utopia": 1}
    assert "Without a city: 1." in chart.words
    assert "Of unknown position: Utopia." in chart.words


def test_commitments_stand_by_their_due_day() -> None:
    """One fell due in June, two are due by the end of the year, one has no day."""
    promises = [
        tell_promise("2026-06-30"),
        tell_promise("2026-12", "build a bridge"),
        tell_promise("2026", "send wheat"),
        tell_promise(None, "meet again"),
    ]
    chart = draw("commitments", promises)
    assert chart.rows == (
        ("2026-06", "overdue", 1), ("2026-12", "open", 1), ("2026-12", "due now", 1), ("no due day", None, 1),
    )  # fmt: skip
    assert "open – 1, due now – 1, overdue – 1." in chart.words


@pytest.mark.parametrize(("fate", "said"), [("fulfilled", "kept"), ("withdrawn", "withdrawn")])
def test_what_became_of_a_promise_is_shown(fate: str, said: str) -> None:
    """A promise that was kept, or withdrawn, stands as such in the month in which it was due."""
    with Register.in_memory() as register:
        register.add(tell_promise("2026-06-30"))
        (promise,) = register.find(Query(kind="commitment"))
        register.correct(promise.id, "fate", fate, by="Aizhan", quote="open a line")
        chart = make_chart("commitments", Ask(register, Query(), open_tongue("en"), TODAY))
    assert chart.rows == (("2026-06", said, 1),)


def test_a_day_due_today_has_not_passed() -> None:
    """There is the whole day left."""
    promise = tell_promise("2026-06-30")
    for today, state in ((dt.date(2026, 6, 30), "due now"), (dt.date(2026, 7, 1), "overdue")):
        assert draw("commitments", (promise,), today=today).rows == (("2026-06", state, 1),)


def test_of_very_many_the_nearest_to_today_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """The words say how many there are, so that nobody takes a part for the whole."""
    monkeypatch.setattr("elshi.charts.commitments_due.MOST", 2)
    promises = [tell_promise(due, f"open line {due}") for due in ("2020-01-01", "2026-06-30", "2026-12")]
    chart = draw("commitments", promises)
    assert [row[0] for row in chart.rows] == ["2026-06", "2026-12"]
    assert "Shown are the nearest to this day: 2 of 3." in chart.words


def test_the_axis_of_time_has_no_gaps() -> None:
    """Months and years without a commitment stand on the axis too."""
    assert list_stretch("2025-11", "2026-02") == ["2025-11", "2025-12", "2026-01", "2026-02"]
    assert list_stretch("2025", "2028") == ["2025", "2026", "2027", "2028"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PICTURES)
def test_an_empty_register_is_said_to_be_empty(name: str, language: Language) -> None:
    """There is no picture of nothing, and the words say so in each language."""
    chart = draw(name, (), language)
    assert chart.plot is None
    assert chart.rows == ()
    assert chart.words.endswith(".")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PICTURES)
def test_the_words_of_a_picture_are_in_its_language(name: str, language: Language) -> None:
    """Title, columns and words are those of the language; English has none of its neighbours' letters."""
    readings = (*MEETINGS, tell_promise("2026-12"), tell_position("2026-02-03", "water"))
    chart = draw(name, readings, language)
    said = f"{chart.title} {chart.words} {' '.join(chart.columns)}"
    assert any("а" <= letter <= "я" for letter in said.lower()) == (language != "en")
    assert "%(" not in said


def test_many_entries_are_not_cut_off_silently(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where only the newest are looked at, the words say of how many."""
    monkeypatch.setattr(ask, "MOST", 2)
    assert "Shown are the newest 2 of 4." in draw("people", MEETINGS).words
    assert "Shown" not in draw("people", MEETINGS[:2]).words


def test_no_cell_of_the_data_is_a_formula() -> None:
    """A name that a spreadsheet would compute is put behind an apostrophe."""
    chart = draw("people", [tell_meeting("2026-05-04", [("=1+1", None, "JO"), COLLEAGUE])])
    assert "'=1+1" in "".join(write_csv(chart))


def test_an_unknown_picture_is_refused() -> None:
    """The message names those that there are."""
    with pytest.raises(UsageError, match="calendar, pairs"):
        draw("nosuch", ())


def test_the_command_offers_exactly_the_pictures() -> None:
    """`elshi chart` names them without loading them."""
    assert tuple(PICTURES) == command.PICTURES


@given(st.lists(st.tuples(st.floats(0, 700), st.floats(0, 400), st.text(max_size=12)), max_size=12))
def test_names_never_lie_upon_one_another(places: list[tuple[float, float, str]]) -> None:
    """The most important place always has its name, and two names are a line or their widths apart."""
    chosen = sorted(choose_names(places))
    assert chosen[:1] == ([0] if places else [])
    for one, other in ((a, b) for a in chosen for b in chosen if a < b):
        (x, y, name), (left, top, longer) = places[one], places[other]
        assert abs(x - left) > (len(name) + len(longer)) * 3 or abs(y - top) > 12


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda tie: tie[0] < tie[1]), max_size=20)
)
def test_every_sign_has_its_place_and_the_same_each_time(ties: list[tuple[int, int]]) -> None:
    """Places lie in the unit square, and a second drawing is like the first."""
    nodes = [str(number) for number in range(10)]
    met = {(str(one), str(other)): 1 for one, other in ties}
    places = lay_out(nodes, met)
    assert places.shape == (10, 2)
    assert (places >= 0).all()
    assert (places <= 1).all()
    assert (places == lay_out(nodes, met)).all()


@given(st.lists(st.builds(Point, st.floats(-55, 75), st.floats(-180, 180)), min_size=1, max_size=8))
def test_every_point_lies_in_its_window(points: list[Point]) -> None:
    """A map shows all its points, and north is above south."""
    window = frame_points(points)
    assert all(window.west <= p.longitude <= window.east for p in points)
    assert all(window.south <= p.latitude <= window.north for p in points)
    assert project(window.south) < project(window.north)
