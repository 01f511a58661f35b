"""What is made of a register is kept while nothing is recorded, and never shown once something is."""

from __future__ import annotations

from samples import on_every_store, open_empty, read_kazakh, read_russian

from elshi.model.query import Query
from elshi.register import Register
from elshi.register.counts import Counts
from elshi.register.kept import Kept


def count_meetings(register: Register, asked: list[str]) -> int:
    """Return how many engagements there are, kept; note in `asked` that they were counted."""

    def count() -> int:
        asked.append("counted")
        return register.count(Query(kind="engagement"))

    return register.recall("meetings", count)


@on_every_store
def test_what_was_made_is_made_anew_after_every_change(kind: str) -> None:
    """The second answer is the one that is kept; a report, a rejection and its withdrawal each end that."""
    asked: list[str] = []
    with open_empty(kind) as register:
        register.add(read_russian())
        assert [count_meetings(register, asked) for _ in range(3)] == [1, 1, 1]
        assert len(asked) == 1
        register.add(read_kazakh())
        assert [count_meetings(register, asked) for _ in range(2)] == [2, 2]
        (first, _) = register.find(Query(kind="engagement"))
        judged = register.reject(first.id, by="Rauan")
        assert count_meetings(register, asked) == 1
        register.withdraw(judged.id, by="Rauan")
        assert count_meetings(register, asked) == 2
        assert len(asked) == 4


@on_every_store
def test_a_corrected_field_is_seen_at_once(kind: str) -> None:
    """The date that a person gives takes the place of the kept one."""
    with open_empty(kind) as register:
        register.add(read_russian())
        (meeting,) = register.find(Query(kind="engagement"))

        def read_date() -> object:
            return register.recall("date", lambda: register.find_all([meeting.id])[0].fields["date"])

        assert read_date() == "2026-05-04"
        register.correct(meeting.id, "date", "2026-05-05", by="Rauan", quote="4 мая")
        assert read_date() == "2026-05-05"


@on_every_store
def test_the_past_is_kept_apart_from_the_present(kind: str) -> None:
    """What was asked as of a time before is not given for now, nor the other way round."""
    with open_empty(kind) as register:
        register.add(read_russian())
        before, counts = register.as_of(register.stamp()), Counts()
        register.add(read_kazakh())
        for view in (before, register):
            view.count_with(counts)
        asked = Query(kind="engagement")
        assert before.recall("meetings", lambda: before.count(asked)) == 1
        assert register.recall("meetings", lambda: register.count(asked)) == 2
        assert before.recall("meetings", lambda: register.count(asked)) == 1


def test_no_more_is_kept_than_was_agreed() -> None:
    """Of three things where two are kept, the one asked for longest ago is made again."""
    kept = Kept(most=2)
    made: list[str] = []

    def take(name: str) -> str:
        def make() -> str:
            made.append(name)
            return name

        return kept.take("2026-11-22", name, make)

    assert [take(name) for name in "abacab"] == list("abacab")
    assert made == ["a", "b", "c", "b"]


def test_what_is_late_is_given_and_not_kept() -> None:
    """Who read the time of recording before something else was recorded keeps nothing for those after."""
    kept = Kept()

    def make_late() -> str:
        assert kept.take("2026-11-23", "picture", lambda: "new") == "new"
        return "old"

    assert kept.take("2026-11-22", "picture", make_late) == "old"
    assert kept.take("2026-11-23", "picture", lambda: "newer") == "new"
