"""The invented reports of the benchmarks: the same for the same seed, and sound as a careful reading is."""

from __future__ import annotations

import itertools
from typing import get_args

from benchmarks.generate import describe_record
from benchmarks.invented import invent_happenings, make_readings
from benchmarks.invented.words import read_words

from elshi.lexicon.places import load_cities, load_countries
from elshi.lexicon.topics import load_topics
from elshi.model.frame import EngagementType
from elshi.model.markup import OfficeCode
from elshi.model.query import Query
from elshi.model.report import LANGUAGES
from elshi.register import Register


def test_the_same_seed_gives_the_same_readings() -> None:
    """Two runs give equal readings; another seed gives others."""
    assert list(make_readings(20)) == list(make_readings(20))
    assert list(make_readings(20)) != list(make_readings(20, seed=2))


def test_fewer_are_the_beginning_of_more() -> None:
    """A register of ten engagements begins as one of twenty does, so that one can be gone on with."""
    assert list(make_readings(10)) == list(itertools.islice(make_readings(20), len(list(make_readings(10)))))


def test_a_register_of_them_is_sound() -> None:
    """Every quote is exact, and what two reports in two languages tell is one entry with both."""
    with Register.in_memory() as register:
        for reading in make_readings(60):
            assert register.add(reading)
        assert register.check() == ()
        told = [entry.reports for entry in register.find(Query(kind="engagement"))]
        again = sum(len(happening.languages) > 1 for happening in invent_happenings(60))
        assert len(told) == 60
        assert sum(len(reports) == 2 for reports in told) == again > 0


def test_countries_cities_topics_offices_and_types_are_those_of_the_lexicon() -> None:
    """Each country is named as the lexicon names it, and every code is one of its codes."""
    words = read_words()
    for country in words["countries"]:
        named = load_countries()[country["code"]].words
        assert (country["kk"][0], country["ru"][0]) == (named["kk"].names[0], named["ru"].names[0])
        assert country["en"] in named["en"].names
        assert load_cities()[country["city"]].country == country["code"]
    assert {t["topic"] for t in words["topics"]} <= set(load_topics())
    assert {office["office"] for office in words["offices"]} <= set(get_args(OfficeCode))
    assert {told["type"] for told in words["told"]} <= set(get_args(EngagementType))


def test_reports_are_written_in_three_languages_as_records_to_be_read() -> None:
    """The line of a report has its text, its address and its day; all three languages occur."""
    readings = list(make_readings(20))
    assert {reading.report.language for reading in readings} == set(LANGUAGES)
    record = describe_record(readings[0].report)
    assert record["text"] == readings[0].report.text
    assert (record["published"] or "").startswith("2003-01-0")
