"""The census counts what the register answers: the same numbers, the same order, for any question."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import hypothesis
import numpy as np
import pytest
from samples import open_empty, read_all
from test_stores_histories import Step, make_clock, steps, take

import elshi
from elshi.model.entry import NOW
from elshi.model.query import Query
from elshi.register import Register
from elshi.register.census import Census
from elshi.register.counts import Counts
from elshi.register.keeping import digest_history
from elshi.register.taking import bring_up, take_census

ROOT = Path(__file__).resolve().parents[2]
QUESTIONS = (
    Query(),
    Query(kind="engagement"),
    Query(kind="engagement", country="kz", partner="NO"),
    Query(kind="engagement", type="consultations", status="held"),
    Query(kind="engagement", office="foreign_minister"),
    Query(kind="position", topic="climate"),
    Query(kind="commitment", oldest_first=True),
    Query(since=dt.date(2026, 3, 1), until=dt.date(2026, 6, 30)),
    Query(language="kk"),
    Query(due_before=dt.date(2027, 1, 1)),
    Query(kind="engagement", country="ZZ"),
)


@pytest.fixture(scope="module", params=["memory", "sqlite"])
def register(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    """Return a register of a few example reports, in the reference store and in a file."""
    path = tmp_path_factory.mktemp("census") / "register.db"
    with Register.in_memory() if request.param == "memory" else Register.open(path) as opened:
        for name in ("en/norway-consultations", "kk/consultations-norway", "ru/president-water-forum"):
            opened.add(elshi.read(ROOT / "examples" / f"{name}.txt"))
        yield opened


@pytest.mark.parametrize("query", QUESTIONS, ids=str)
def test_a_question_has_the_same_answers(register: Register, query: Query) -> None:
    """What is selected, and its order, are those of the store; it answers for it while nothing changes."""
    census, store = register.census(), register._store
    mask = census.select(query)
    assert census.tells(query)
    assert list(census.list_ids(mask, oldest_first=query.oldest_first)) == store.find_ids(query)
    page = replace(query, limit=2, offset=1)
    assert register.find_ids(page) == store.find_ids(page)
    assert register.find_ids(query) == store.find_ids(query)
    assert register.count(query) == store.count(query)


@pytest.mark.parametrize(
    "query",
    [Query(who="Tokayev"), Query(words="a*"), Query(office="minister of"), Query(min_confidence=0.5)],
    ids=str,
)
def test_names_and_words_are_asked_of_the_store(register: Register, query: Query) -> None:
    """A census does not know them, and the answer is the store's."""
    assert not register.census().tells(query)
    assert register.find_ids(query) == register._store.find_ids(query)
    assert register.count(query) == register._store.count(query)


def test_counts_are_of_entries(register: Register) -> None:
    """Each entry counts once for each party, type, topic and person, however many reports tell of it."""
    census = register.census()
    mask = census.select(Query(kind="engagement"))
    entries = list(register.find(Query(kind="engagement")))
    assert dict(census.count("type", mask)) == Counter(e.fields["type"] for e in entries)
    people = Counter(p for e in entries for p in {p["entity"] for p in e.fields["participants"]} if p)
    assert dict(census.count("person", mask)) == people
    met = census.cross("party", "party", mask)
    assert met["kz", "no"] == register.count(Query(kind="engagement", country="KZ", partner="NO"))


def test_pairs_that_meet_most_often_come_first(register: Register) -> None:
    """Of equals those that come first in the alphabet; how many there are in all is told beside."""
    census = register.census()
    mask = census.select(Query(kind="engagement"))
    met = census.cross("party", "party", mask)
    ranked = tuple((*pair, n) for pair, n in sorted(met.items(), key=lambda item: (-item[1], item[0])))
    assert len(ranked) > 1
    assert census.rank_pairs("party", mask) == (len(ranked), ranked)
    assert census.rank_pairs("party", mask, 1) == (len(ranked), ranked[:1])


def test_days_are_those_of_the_lists(register: Register) -> None:
    """The counts of the months together are all that is dated."""
    census = register.census()
    mask = census.select(Query(kind="engagement"))
    dated = [e for e in register.find(Query(kind="engagement")) if e.fields["date"]]
    assert sum(number for _, number in census.count_days(mask, 7)) == len(dated)


@pytest.mark.parametrize("width", [4, 7, 10])
def test_days_months_and_years_are_counted_by_name(register: Register, width: int) -> None:
    """Each stretch that has an engagement stands once, in order, even in the first and the last year."""
    census = register.census()
    days = np.array([0, 1, 364, 366, dt.date(2026, 2, 28).toordinal(), dt.date.max.toordinal()], np.int32)
    every = replace(census, day=np.resize(days, len(census.ids)))
    mask = every.select(Query())
    named = [dt.date.fromordinal(day).isoformat()[:width] for day in every.day.tolist() if day]
    assert every.count_days(mask, width) == tuple(sorted(Counter(named).items()))


def test_a_census_is_of_its_time(register: Register) -> None:
    """As of a time before anything was recorded there is nothing to count."""
    assert register.as_of("2001-01-01").census().ids == ()


def test_a_census_follows_what_is_added() -> None:
    """What is added or rejected after a census was taken is counted in the next one."""
    with Register.in_memory() as register:
        assert register.census().ids == ()
        register.add(elshi.read(ROOT / "examples/kk/phone-call-italy.txt"))
        held = register.census()
        assert sorted(held.ids) == sorted(entry.id for entry in register.find())
        register.reject(held.ids[0], by="a tester")
        assert held.ids[0] not in register.census().ids
        assert list(register.census().ids) == register._store.find_ids(Query())


@hypothesis.settings(max_examples=10, deadline=None, suppress_health_check=list(hypothesis.HealthCheck))
@hypothesis.given(history=steps)
@hypothesis.example(history=[("add", 0, 0), ("add", 3, 0), ("part", 0, 0), ("add", 2, 0), ("withdraw", 0, 0)])
@hypothesis.example(history=[("add", n, 0) for n in range(5)] + [("same", 0, 1), ("reject", 0, 0)])
@hypothesis.example(history=[("add", 1, 0), ("correct", 0, 0), ("forget", 1, 0)])
def test_a_census_brought_up_is_the_same_as_one_taken_anew(history: list[Step]) -> None:
    """Whatever is added, read anew, judged or withdrawn: what it touches is counted, and nothing missed."""
    for store in ("memory", "sqlite"):
        with open_empty(store) as register:
            register._clock = make_clock()
            kept = take_census(register._store)
            for step in history:
                take(register, step)
                kept = bring_up(kept, register._store)
                assert describe(kept) == describe(take_census(register._store))


@pytest.mark.xdist_group("postgres")
def test_a_census_of_a_team_is_brought_up_as_that_of_a_file() -> None:
    """PostgreSQL tells the same changes."""
    with open_empty("postgres") as register:
        kept = take_census(register._store)
        for step in (("add", 0, 0), ("add", 3, 0), ("part", 0, 0), ("add", 2, 0), ("withdraw", 0, 0)):
            take(register, step)
            kept = bring_up(kept, register._store)
            assert describe(kept) == describe(take_census(register._store))


@pytest.mark.xdist_group("postgres")
def test_every_store_gives_the_same_census() -> None:
    """Of one history, with a judgement that two persons are one: the same columns in the same order."""
    taken: dict[str, list[object]] = {}
    for store in ("memory", "sqlite", "postgres"):
        with open_empty(store) as register:
            register._clock = make_clock()
            for step in (("add", 0, 0), ("add", 3, 0), ("add", 2, 0), ("part", 0, 0)):
                take(register, step)
            before = register.stamp()
            one, other = take_census(register._store).columns["person"].values[:2]
            register.judge("same", one, other, "a tester")
            assert set(register._store.read_leaders()) | set(register._store.read_leaders().values()) == {
                one,
                other,
            }
            assert register._store.read_leaders(before) == {}
            assert digest_history(register._store, NOW) != digest_history(register._store, before)
            for at in (NOW, before):
                history = digest_history(register._store, at)
                taken.setdefault(at, []).append((describe(take_census(register._store, at)), history))
    assert all(found[0] == found[1] == found[2] for found in taken.values())


def describe(census: Census) -> dict[str, object]:
    """Return all that a census holds, its columns as lists."""
    told = {name: getattr(census, name) for name in ("stamp", "ids", "reports", "places", "filed")}
    told |= {name: getattr(census, name).tolist() for name in ("first", "last", "day", "starts")}
    columns = {**census.columns, "before": census.persons}
    return told | {n: (c.values, c.rows.tolist(), c.codes.tolist()) for n, c in columns.items()}


def test_two_persons_judged_to_be_one_are_counted_as_one(tmp_path: Path) -> None:
    """No entry changes by it, and the census kept says so all the same."""
    with Register.open(tmp_path / "elshi.db") as register:
        for reading in read_all():
            register.add(reading)
        kept = take_census(register._store)
        one, other = kept.columns["person"].values[:2]
        register.judge("same", one, other, "a tester")
        now = bring_up(kept, register._store)
        assert describe(now) == describe(take_census(register._store))
        assert len(now.columns["person"].values) == len(kept.columns["person"].values) - 1


def test_a_census_of_a_past_time_is_taken_once() -> None:
    """What is added afterwards is not of that time, and the same census answers."""
    with Register.in_memory() as register:
        register.add(elshi.read(ROOT / "examples/kk/phone-call-italy.txt"))
        counts, at = Counts(), register.stamp()
        held = counts.take(register._store, at)
        register.add(elshi.read(ROOT / "examples/en/norway-consultations.txt"))
        assert counts.take(register._store, at) is held
        assert describe(take_census(register._store, at)) == describe(held) | {"stamp": register.stamp()}
