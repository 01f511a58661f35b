"""Whatever happens to a register, what it answered at any past time it answers again, letter for letter."""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools
import json
from collections.abc import Callable

import hypothesis
from hypothesis import strategies as st
from samples import open_empty, read_all
from test_register_judging import reread_kazakh
from test_stores_many_reports import read_same_in_english

from elshi.errors import UsageError
from elshi.model.entry import describe_entry
from elshi.model.fate import describe_fate
from elshi.model.frame import Reading
from elshi.model.query import Query
from elshi.register import Register, View

READINGS: tuple[Reading, ...] = (*read_all(), read_same_in_english(), reread_kazakh())
BEGAN = dt.datetime(2026, 6, 1, tzinfo=dt.UTC)
QUERIES = (
    Query(),
    Query(country="JO"),
    Query(words="fund"),
    Query(topic="transport", limit=2),
    Query(who="Сапаров"),
    Query(status="held"),
)
DAYS = (dt.date(2026, 5, 3), dt.date(2027, 1, 1))
FATES = ("fulfilled", "unfulfilled", "withdrawn", None)
STEPS = ("add", "same", "different", "part", "unsure", "correct", "fate", "reject", "withdraw", "forget")
Step = tuple[str, int, int]
steps = st.lists(
    st.tuples(
        st.sampled_from(STEPS),
        st.integers(0, 9),
        st.integers(0, 9),
    ),
    min_size=1,
    max_size=9,
)


def make_clock() -> Callable[[], str]:
    """Return a clock that goes on by a second each time it is read."""
    seconds = itertools.count()
    return lambda: (BEGAN + dt.timedelta(seconds=next(seconds))).isoformat(timespec="microseconds")


def answer(view: View) -> str:
    """Return what a register answers to a number of questions, as text."""
    told = [[describe_entry(entry) for entry in view.find(query)] for query in QUERIES]
    counts = [view.count(query) for query in QUERIES]
    lists = [
        [dataclasses.asdict(row) for row in rows]
        for rows in (
            *(view.people(), view.tenures(), view.judgements(), view.candidates(), view.problems()),
            *(view.successions(), view.contradictions()),
        )
    ]
    reports = [report.id for report in view.reports()]
    fates = [describe_fate(p.fate) for day in DAYS for p in view.pledges(on=day)]
    return json.dumps([told, counts, lists, reports, fates], ensure_ascii=False, default=str)


def take(register: Register, step: Step) -> None:
    """Do one thing to the register; what makes no sense just now is left."""
    what, one, other = step
    entries = sorted(entry.id for entry in register.find(Query(kind="engagement")))
    try:
        if what == "add":
            register.add(READINGS[one % len(READINGS)])
        elif what == "forget":  # a lexicon that finds nothing any more
            nothing = dict.fromkeys(("engagements", "positions", "initiatives", "tenures"), ())
            reading = READINGS[one % len(READINGS)]
            register.add(dataclasses.replace(reading, digest=f"forgets-{other}", **nothing))  # type: ignore[arg-type]  # of frames
        elif what == "withdraw":
            register.withdraw(register.judgements()[one].id, "B")
        elif what == "reject":
            register.reject(entries[one], "A")
        elif what == "fate":
            (promise,) = register.commitments()
            register.correct(promise.id, "fate", FATES[one % len(FATES)], by="B", quote="рейс")
        elif what == "part":
            register.judge("different", register.people()[one].entity or "", entries[other], "A")
        elif what == "correct":
            register.correct(entries[one], "status", "cancelled" if other % 2 else None, by="A", quote="а")
        else:
            register.judge(what, entries[one], entries[other], "A")  # type: ignore[arg-type]  # one of the three
    except (IndexError, ValueError, UsageError):
        return


@hypothesis.settings(max_examples=12, deadline=None, suppress_health_check=list(hypothesis.HealthCheck))
@hypothesis.given(history=steps)
@hypothesis.example(history=[("add", 0, 0), ("add", 3, 0), ("part", 0, 0), ("add", 2, 0), ("withdraw", 0, 0)])
@hypothesis.example(history=[("add", 0, 0), ("fate", 0, 0), ("withdraw", 0, 0)])
@hypothesis.example(history=[("add", 1, 0), ("correct", 0, 0), ("forget", 1, 0)])
def test_every_past_answer_is_given_again(history: list[Step]) -> None:
    """Add, read anew, judge, withdraw in any order: both stores agree at each moment, then and afterwards."""
    with open_empty("memory") as memory, open_empty("sqlite") as sqlite:
        clocks = make_clock(), make_clock()
        for register, clock in zip((memory, sqlite), clocks, strict=True):
            register._clock = clock
        moments: list[tuple[str, str]] = []
        for step in history:
            for register in (memory, sqlite):
                take(register, step)
            now = [clock() for clock in clocks]
            assert now[0] == now[1]
            assert answer(sqlite) == answer(memory)
            moments.append((now[0], answer(memory)))
        for moment, said in moments:
            assert answer(memory.as_of(moment)) == said
            assert answer(sqlite.as_of(moment)) == said
        assert sqlite.check() == memory.check() == ()
        lines = list(sqlite.export_lines())
        assert lines == list(memory.export_lines())
        with open_empty("sqlite") as copy:
            copy.import_lines(lines)
            assert list(copy.export_lines()) == lines
