"""An entry may rest on many reports: what the stores do with statements of one entry from two of them."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from samples import read_english, read_russian

from elshi.model.entry import Filing, Statement
from elshi.model.frame import Reading
from elshi.model.query import Query
from elshi.record.base import Change, Run, Store
from elshi.record.facets import Bearer
from elshi.record.memory import MemoryStore
from elshi.record.people import gather_people, gather_services
from elshi.record.sqlite import SqliteStore
from elshi.resolve.entries import state_frames

EARLY, LATE = "2026-06-01T00:00:00.000000+00:00", "2026-06-02T00:00:00.000000+00:00"


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Give a store in which the Russian meeting and the English conference are told to be one entry."""
    made: Store = MemoryStore() if request.param == "memory" else SqliteStore(tmp_path / "elshi.db")
    made.begin_run(Run("run-1", EARLY, "0"))
    for reading, at in ((read_russian(), EARLY), (read_english(), LATE)):
        made.write([Change("run-1", tell_as_one(reading, at), Filing(reading.report, at))])
    yield made
    made.close()


def tell_as_one(reading: Reading, at: str) -> tuple[Statement, ...]:
    """State the frames of `reading`, all engagements as one entry and all tenures as another."""
    return tuple(
        dataclasses.replace(s, entry_id=f"{s.kind}-1") if s.kind in {"engagement", "tenure"} else s
        for s in state_frames(reading, at)
    )


def test_an_entry_has_the_reports_of_all_its_statements(store: Store) -> None:
    """Both reports, both paths and both frames, in the order in which they came."""
    (dossier,) = store.read_dossiers(["engagement-1"])
    assert dossier.entry.sources == ("novosti/may.txt", "https://example.org/water")
    assert dossier.entry.frames == ("eng-ru", "eng-en")


def test_lists_are_joined_and_what_was_first_stands(store: Store) -> None:
    """Kazakhstan, a party in both, is listed once; the types differ, and both statements are kept."""
    (dossier,) = store.read_dossiers(["engagement-1"])
    assert dossier.entry.fields["parties"] == ["JO", "KZ", "UNESCO"]
    assert dossier.entry.fields["type"] == "meeting"
    assert [s.value for s in dossier.statements if s.field == "type"] == ['"meeting"', '"conference"']


def test_an_entry_is_found_by_what_any_report_says(store: Store) -> None:
    """By either language and by either text; the type that did not stand no longer finds it."""
    for query in (Query(language="ru"), Query(language="en"), Query(words="встречу"), Query(body="UNESCO")):
        assert "engagement-1" in store.find_ids(query)
    assert store.find_ids(Query(type="conference")) == []


def test_a_tenure_is_seen_from_the_first_report_to_the_last(store: Store) -> None:
    """Dated by reports of 1 March and 5 May, it answers for any day from the first on."""
    tenures = Query(kind="tenure")
    assert store.find_ids(dataclasses.replace(tenures, until=dt.date.fromisoformat("2026-03-01"))) == [
        "tenure-1"
    ]
    assert store.find_ids(dataclasses.replace(tenures, since=dt.date.fromisoformat("2026-05-05"))) == [
        "tenure-1"
    ]
    (service,) = [s for s in gather_services(store.read_bearers()) if "tenure-1" in s.entries]
    assert (service.first_seen, service.last_seen) == ("2026-03-01", "2026-05-05")


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
        Bearer(f"e-{n}", "tenure", (spellings[n],), "ambassador", None, "KZ", post, False, None, None)  # noqa: FBT003 - columns
        for n, post in enumerate(posts)
    ]
    assert [service.posted_to or "" for service in gather_services(bearers)] == rows
    assert len(gather_people(bearers)) == 1


def test_an_index_that_was_made_anew_has_nothing_of_the_old(store: Store) -> None:
    """A third report that says nothing new leaves every answer as it was."""
    before = [store.find_ids(q) for q in (Query(), Query(country="JO"), Query(topic="water"))]
    reading = dataclasses.replace(
        read_english(), report=dataclasses.replace(read_english().report, id="rep-3")
    )
    store.write([Change("run-1", tell_as_one(reading, LATE), Filing(reading.report, LATE))])
    after = [store.find_ids(q) for q in (Query(), Query(country="JO"), Query(topic="water"))]
    assert [set(found) & set(old) for found, old in zip(after, before, strict=True)] == [
        set(o) for o in before
    ]
    assert list(store.find_faults()) == []
