"""An entry may rest on many reports: what the stores make of one happening that two of them tell."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator

import pytest
from samples import ENGLISH, STORES, make_reading, make_report, open_empty, read_kazakh, read_russian, say

from elshi.model.entry import Entry
from elshi.model.frame import Reading
from elshi.model.query import Query
from elshi.record.facets import Bearer
from elshi.record.people import gather_people, gather_services
from elshi.register import Register


def read_same_in_english() -> Reading:
    """Make a reading of an English report of 6 May that tells of the Russian one's meeting and ambassador."""
    told = read_russian()
    report = make_report(ENGLISH, "en", "2026-05-06", "https://example.org/meeting")
    words = say(ENGLISH, "Kazakhstan's Ambassador to UNESCO Yerlan Saparov")
    (meeting,), (tenure,) = told.engagements, told.tenures
    people = tuple(
        dataclasses.replace(p, native_name=p.name, surface=p.name, evidence=words)
        for p in meeting.participants
    )
    same = dataclasses.replace(
        meeting, id="eng-same", type="consultations", participants=people, evidence=words, topics=("trade",)
    )
    envoy = dataclasses.replace(tenure, id="ten-en", native_name="Yerlan Saparov", evidence=words)
    return make_reading(report, engagements=(same,), tenures=(envoy,))


@pytest.fixture(params=STORES)
def register(request: pytest.FixtureRequest) -> Iterator[Register]:
    """Give a register in which the Russian report and then the English one tell of one meeting."""
    with open_empty(request.param) as opened:
        opened.add(read_russian())
        opened.add(read_same_in_english())
        yield opened


def read_meeting(register: Register) -> Entry:
    """Return the one engagement."""
    (meeting,) = register.find(Query(kind="engagement"))
    return meeting


def test_an_entry_has_the_reports_of_all_its_frames(register: Register) -> None:
    """Both reports, both paths and both frames, in the order in which they came."""
    meeting = read_meeting(register)
    assert meeting.sources == ("novosti/may.txt", "https://example.org/meeting")
    assert meeting.frames == ("eng-ru", "eng-same")


def test_the_id_stays_when_a_second_report_joins(register: Register) -> None:
    """The entry is called as it was called while only the Russian report told of it."""
    with open_empty("memory") as alone:
        alone.add(read_russian())
        assert read_meeting(alone).id == read_meeting(register).id


def test_lists_are_joined_and_what_differs_stands_side_by_side(register: Register) -> None:
    """Topics of both; a meeting, said first, leads, and the consultations are shown with their report."""
    meeting = read_meeting(register)
    assert meeting.fields["topics"] == ["transport", "trade"]
    assert meeting.fields["type"] == "meeting"
    assert meeting.disagreements == {
        "type": [
            {"value": "meeting", "reports": [meeting.reports[0]]},
            {"value": "consultations", "reports": [meeting.reports[1]]},
        ]
    }


def test_a_person_named_in_two_scripts_takes_part_once(register: Register) -> None:
    """Ерлан Сапаров and Yerlan Saparov are one participant with the words of both reports."""
    people = read_meeting(register).fields["participants"]
    assert [p["name"] for p in people] == ["Samir Khalil", "Yerlan Saparov"]
    assert people[1]["spellings"] == ["Yerlan Saparov", "Ерлан Сапаров"]
    assert [quote["report"] for quote in people[1]["evidence"]] == list(read_meeting(register).reports)


def test_an_entry_is_found_by_what_any_report_says(register: Register) -> None:
    """By either language and by either text; but not by the type that does not lead."""
    (meeting,) = [entry.id for entry in register.find(Query(kind="engagement"))]
    for query in (Query(language="ru"), Query(language="en"), Query(words="встречу"), Query(words="unesco")):
        assert meeting in [entry.id for entry in register.find(query)]
    assert list(register.find(Query(type="consultations"))) == []


def test_a_tenure_is_seen_from_the_first_report_to_the_last(register: Register) -> None:
    """Dated by reports of 5 and 6 May, it is one entry and answers for both days."""
    for day in ("2026-05-05", "2026-05-06"):
        on = dt.date.fromisoformat(day)
        assert register.count(Query(kind="tenure", since=on, until=on)) == 1
    (service,) = [s for s in register.tenures() if s.office == "ambassador"]
    assert (service.first_seen, service.last_seen) == ("2026-05-05", "2026-05-06")


def test_a_report_that_tells_something_else_founds_an_entry_of_its_own(register: Register) -> None:
    """The Kazakh minister's meeting with the ambassador of Jordan is another one."""
    register.add(read_kazakh())
    assert register.count(Query(kind="engagement")) == 2
    assert register.check() == ()


@pytest.mark.parametrize(
    ("posts", "rows"),
    [
        (["JO", None], ["JO"]),  # the report that names the post speaks for the one that does not
        (["JO", "EG", None], ["", "EG", "JO"]),  # two posts: which one is meant is not known
        ([None, None], [""]),
    ],
)
def test_one_person_in_one_office_is_one_row(posts: list[str | None], rows: list[str]) -> None:
    """Spelled in two ways and seen in several entries, an envoy to one country is one row."""
    spellings = ("Yerbol Kassenov", "Yerbol Kasenov", "Erbol Kasenov")
    bearers = [
        Bearer(f"e-{n}", "tenure", None, (spellings[n],), "ambassador", None, "KZ", post, False, None, None)  # noqa: FBT003 - columns
        for n, post in enumerate(posts)
    ]
    assert [service.posted_to or "" for service in gather_services(bearers)] == rows
    assert len(gather_people(bearers)) == 1
