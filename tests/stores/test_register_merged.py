"""An export taken into a register that holds something: compared with it, and judged as it was there."""

from __future__ import annotations

from collections.abc import Iterator

import hypothesis
import pytest
from random_readings import different_readings
from samples import on_every_store, open_empty, read_all, read_kazakh, read_russian
from test_register_judging import ME, dump, find_engagement, reread_kazakh
from test_stores_many_reports import read_same_in_english

from elshi.errors import SourceError
from elshi.model.frame import Reading
from elshi.model.query import Query
from elshi.register import Register


@pytest.fixture
def other() -> Iterator[Register]:
    """Give the register of another desk, which has read all three reports."""
    with open_empty("memory") as opened:
        for reading in read_all():
            opened.add(reading)
        yield opened


@on_every_store
def test_a_meeting_that_both_desks_read_of_is_one_entry(kind: str) -> None:
    """One desk has the Russian report, the other the English one; after the import one entry has both."""
    with open_empty(kind) as register, open_empty("memory") as there:
        register.add(read_russian())
        meeting = find_engagement(register, "ru")
        there.add(read_same_in_english())
        assert register.import_lines(there.export_lines()) == 1
        assert find_engagement(register, "en") == meeting
        assert register.check() == ()


def test_an_import_answers_as_if_the_reports_had_been_added(other: Register) -> None:
    """Entries, people and doubts are those of a register that was given the same reports in this order."""
    with open_empty("sqlite") as register, open_empty("memory") as added:
        register.add(read_kazakh())
        register.import_lines(other.export_lines())
        for reading in (read_kazakh(), *read_all()):
            added.add(reading)
        assert dump(register) == dump(added)
        assert register.people() == added.people()
        assert register.candidates() == added.candidates()


@hypothesis.settings(max_examples=8, deadline=None, suppress_health_check=list(hypothesis.HealthCheck))
@hypothesis.given(told=different_readings())
def test_whatever_is_imported_nothing_is_lost(told: list[Reading]) -> None:
    """A register with the first report and one with all of them: together every report, and every frame."""
    with open_empty("memory") as register, open_empty("memory") as there:
        register.add(told[0])
        for reading in told:
            there.add(reading)
        assert register.import_lines(there.export_lines()) == len(told) - 1
        told_here, told_there = (
            sorted((f.key, f.kind) for r in view.reports() for f in view._store.read_frames(r.id))
            for view in (register, there)
        )
        assert told_here == told_there
        assert set(register.check()) == set(there.check())


def test_what_the_other_desk_judged_holds_here(other: Register) -> None:
    """Two reports judged one meeting, one corrected, one rejected: so it is after the import, on record."""
    russian, kazakh, english = (find_engagement(other, language) for language in ("ru", "kk", "en"))
    other.judge("same", russian, kazakh, ME, "told twice")
    other.correct(russian, "status", "cancelled", by=ME, quote="Стороны обсудили")
    other.reject(english, ME)
    with open_empty("sqlite") as register:
        register.add(read_kazakh())
        register.import_lines(other.export_lines())
        (meeting,) = register.find(Query(kind="engagement"))
        assert (meeting.fields["status"], len(meeting.reports)) == ("cancelled", 2)
        assert [(j.verdict, j.by) for j in register.judgements()] == [
            ("same", ME), ("correct", ME), ("reject", ME),
        ]  # fmt: skip
        register.withdraw(register.judgements()[2].id, "B")
        assert register.count(Query(kind="engagement")) == 2


def test_a_judgement_withdrawn_there_is_withdrawn_here(other: Register) -> None:
    """Taken in while it held, a rejection ends with the next import, once its author took it back."""
    with open_empty("sqlite") as register:
        register.add(read_kazakh())
        judgement = other.reject(find_engagement(other, "kk"), ME)
        register.import_lines(other.export_lines())
        assert register.count(Query(kind="engagement", language="kk")) == 0
        other.withdraw(judgement.id, ME, "a slip")
        assert register.import_lines(other.export_lines()) == 0
        assert register.count(Query(kind="engagement", language="kk")) == 1
        assert [j.withdrawn_note for j in register.judgements()] == ["a slip"]


def test_two_persons_judged_one_there_are_one_here(other: Register) -> None:
    """The judgement speaks of the persons by the ids that this register knows them by."""
    ids = sorted({row.entity for row in other.people() if row.entity})
    other.judge("same", ids[0], ids[1], ME)
    with open_empty("memory") as register:
        register.add(read_kazakh())
        register.import_lines(other.export_lines())
        joined = [entity for entity in register.read_entities() if entity.same_as]
        assert len(joined) == 1
        assert len(register.people()) == len(other.people())


def test_what_two_desks_judged_against_each_other_is_refused(other: Register) -> None:
    """One says the same, one says different: nothing is taken in, and the line names the judgement."""
    same = other.judge("same", find_engagement(other, "ru"), find_engagement(other, "kk"), ME)
    with open_empty("sqlite") as register:
        for reading in (read_russian(), read_kazakh()):
            register.add(reading)
        register.judge("different", find_engagement(register, "ru"), find_engagement(register, "kk"), "B")
        before = list(register.export_lines())
        with pytest.raises(
            SourceError, match=rf"{same.id} \(same, by {ME}\) cannot be taken in: they cannot"
        ):
            register.import_lines(other.export_lines())
        assert list(register.export_lines()) == before


def test_a_report_that_is_held_stays_as_it_was_read_here(other: Register) -> None:
    """The other desk read it by a newer lexicon: this register does not change by that."""
    other.add(reread_kazakh())
    with open_empty("sqlite") as register:
        register.add(read_kazakh())
        before = dump(register)
        register.import_lines(
            line for line in other.export_lines() if "kk" in line and '"report"' in line[:20]
        )
        assert dump(register) == before


def test_two_exports_in_one_file_are_refused(other: Register) -> None:
    """A report that comes twice is named with its line; so is a frame whose report is not in the file."""
    lines = list(other.export_lines())
    with open_empty("memory") as register:
        with pytest.raises(SourceError, match=rf"import:{len(lines) + 1}: .* comes a second time"):
            register.import_lines([*lines, *lines])
        with pytest.raises(SourceError, match=r"import:1: .* stands in no line before"):
            register.import_lines(lines[3:])
        assert list(register.reports()) == []
