"""Adding: whole or not at all, with evidence or not at all, once; and what could not be read."""

from __future__ import annotations

import dataclasses
import datetime as dt
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from samples import (
    RUSSIAN,
    STORES,
    make_reading,
    make_report,
    open_empty,
    read_all,
    read_english,
    read_russian,
    say,
)

from elshi.errors import IntegrityError, RegisterError, SourceError
from elshi.model.entry import Problem
from elshi.model.frame import Initiative, Reading
from elshi.model.query import Query
from elshi.model.report import Capture
from elshi.model.span import Evidence, Span
from elshi.model.when import When
from elshi.register import Register

CAPTURE = Capture("novosti/may.txt", RUSSIAN.encode(), "text")


@pytest.fixture(params=STORES)
def register(request: pytest.FixtureRequest) -> Iterator[Register]:
    """Give an empty register of either kind."""
    with open_empty(request.param) as opened:
        yield opened


def claim(*evidence: Evidence) -> Reading:
    """Make a reading of the Russian report with one initiative that rests on `evidence`."""
    initiative = Initiative("ini-1", "Corridor", "коридор", "KZ", "proposed", "test", evidence)
    return make_reading(make_report(RUSSIAN, "ru", None, "a.txt"), initiatives=(initiative,))


def test_a_frame_without_evidence_is_not_stored(register: Register) -> None:
    """The whole reading is refused, by the name of the field, and nothing of it stays."""
    with pytest.raises(IntegrityError, match="the name of initiative ini-1 has no evidence"):
        register.add(claim())
    assert list(register.reports()) == []


def test_evidence_that_the_report_does_not_say_is_not_stored(register: Register) -> None:
    """A quote must stand in the text at its place, letter for letter ('е' is not 'ё')."""
    start = RUSSIAN.index("провёл")
    with pytest.raises(IntegrityError, match=r"quotes 'провел' at .* where the text says 'провёл'"):
        register.add(claim(Evidence(Span(start, start + 6), "провел")))
    assert list(register.reports()) == []
    assert register.count() == 0


def test_the_same_report_is_known_the_second_time(register: Register) -> None:
    """`add` says True and then False; what another reader says of a known report changes nothing."""
    assert register.add(read_russian())
    assert not register.add(read_russian())
    assert not register.add(dataclasses.replace(read_russian(), tenures=()))
    assert register.count(Query(kind="tenure")) == 1


def test_a_report_in_which_nothing_is_found_is_held_too(register: Register) -> None:
    """A report without frames is a report all the same."""
    report = make_report("Ауа райы жақсы.", "kk", None, "a.txt")
    assert register.add(make_reading(report))
    assert register.holds(report.id)
    assert list(register.reports()) == [report]


def test_a_report_comes_back_as_it_was(register: Register) -> None:
    """Text, source, paragraphs and dates of a report are the same after storing."""
    register.add(read_english())
    assert list(register.reports()) == [read_english().report]


def test_a_capture_is_known_again_by_all_that_it_is(register: Register) -> None:
    """The same bytes at the same place are known; other bytes, another place or another date are not."""
    assert not register.holds_capture(CAPTURE)
    register.add(read_russian(), CAPTURE)
    assert register.holds_capture(CAPTURE)
    for change in ({"data": b"other"}, {"source": "b.txt"}, {"line": 3}, {"published": "2026-05-05"}):
        assert not register.holds_capture(dataclasses.replace(CAPTURE, **change))


def test_a_quote_over_two_sentences_comes_with_both(register: Register) -> None:
    """Words that end one sentence and begin the next are shown in the whole of both."""
    start = RUSSIAN.index("Сапаровым. Стороны")
    register.add(claim(Evidence.take(RUSSIAN, Span(start, start + len("Сапаровым. Стороны")))))
    (quote,) = register.evidence("ini-1")
    assert quote.sentence.startswith("Министр транспорта")
    assert quote.sentence.endswith("грузовые перевозки.")


def test_quotes_keep_the_order_in_which_they_were_given(register: Register) -> None:
    """The words that matter most come first, wherever they stand in the text."""
    late, early = (*say(RUSSIAN, "грузовые"), *say(RUSSIAN, "Астана"))
    register.add(claim(late, early))
    (entry,) = register.find()
    assert [e["quote"] for e in entry.fields["evidence"]] == ["грузовые", "Астана"]


def test_what_is_due_first_comes_first(register: Register) -> None:
    """'By 1 March' is due before 'in the spring months', and what is due in the year at its end."""
    (promise,) = read_russian().commitments
    dues = ["2026", None, "2026-03/2026-05", "../2026-03-01"]
    promises = tuple(
        dataclasses.replace(promise, id=f"com-{n}", due=When(due, "stated", "as it says"))
        for n, due in enumerate(dues)
    )
    register.add(make_reading(read_russian().report, commitments=promises))
    found = [c.fields["due"] for c in register.commitments()]
    assert found == ["../2026-03-01", "2026-03/2026-05", "2026", None]


def test_a_report_dated_by_its_month_may_be_of_any_day_in_it(register: Register) -> None:
    """A tenure in a report of May 2026 is found from the first of May until the last."""
    report = dataclasses.replace(read_russian().report, published="2026-05")
    register.add(make_reading(report, tenures=read_russian().tenures))
    for day, number in (("2026-04-30", 0), ("2026-05-01", 1), ("2026-05-31", 1), ("2026-06-01", 0)):
        on = dt.date.fromisoformat(day)
        assert register.count(Query(since=on, until=on)) == number
    (service,) = register.tenures()
    assert (service.first_seen, service.last_seen) == ("2026-05-01", "2026-05-31")


def test_a_second_capture_of_a_known_report_is_remembered(register: Register) -> None:
    """A known report from another place adds nothing but the place, so that --resume passes it by."""
    elsewhere = dataclasses.replace(CAPTURE, source="copy.txt")
    register.add(read_russian(), CAPTURE)
    assert not register.add(read_russian(), elsewhere)
    assert register.holds_capture(elsewhere)


def test_half_a_character_is_refused_with_the_name_of_the_file(register: Register) -> None:
    """A lone surrogate, as a JSON escape may bring it, cannot be stored and is not replaced in silence."""
    whole = make_report("Министр қабылдады.", "kk", None, "a.jsonl")
    report = dataclasses.replace(whole, text="Министр \ud83d қабылдады.")
    with pytest.raises(SourceError, match=r"a\.jsonl: holds half a character .*save it as UTF-8"):
        register.add(make_reading(report))


def test_a_report_from_a_file_whose_name_is_no_text_is_stored(register: Register) -> None:
    """The name is bytes of an old encoding; the report is sound, and its source has them spelled out."""
    report = make_report("Министр қабылдады.", "kk", None, "\udcd2.txt")
    assert register.add(make_reading(report))
    assert [report.source for report in register.reports()] == ["\\udcd2.txt"]
    assert register.check() == ()


def test_problems_are_listed_once_until_the_source_is_read(register: Register) -> None:
    """The same problem twice is one row with its run and time; it goes when the capture there is added."""
    problem = Problem("novosti/may.txt", None, "is empty", "give a file with text")
    other = Problem("news.jsonl", 7, "is not JSON", "mend the line")
    for met in (problem, other, problem):
        register.add_problem(met)
    assert [(p.source, p.line, p.cause, p.advice) for p in register.problems()] == [
        ("news.jsonl", 7, "is not JSON", "mend the line"),
        ("novosti/may.txt", None, "is empty", "give a file with text"),
    ]
    assert all(p.run and p.when for p in register.problems())
    register.add(read_russian(), CAPTURE)
    assert [p.source for p in register.problems()] == ["news.jsonl"]


def test_a_path_that_is_no_text_is_spelled_out_in_problems(register: Register) -> None:
    """A file name in an old encoding (bytes that are no UTF-8) is listed with those bytes spelled out."""
    register.add_problem(Problem("\udcd2.txt", None, "is empty", "give a file with text"))
    assert [p.source for p in register.problems()] == ["\\udcd2.txt"]


def test_an_import_is_all_or_nothing(register: Register) -> None:
    """A broken line names its number, and none of the lines before it stays."""
    with Register.in_memory() as full:
        for reading in read_all():
            full.add(reading)
        lines = list(full.export_lines())
    with pytest.raises(SourceError, match=r"old\.jsonl:5: no line of an export"):
        register.import_lines([*lines[:4], '{"kind": "song"}'], "old.jsonl")
    assert list(register.reports()) == []
    assert register.import_lines(lines) == 3


def test_an_import_with_a_changed_value_is_refused(register: Register) -> None:
    """A statement whose value was altered in the file no longer fits its id."""
    with Register.in_memory() as full:
        full.add(read_russian())
        lines = [line.replace('"2026-05-04"', '"2026-05-14"') for line in full.export_lines()]
    with pytest.raises(SourceError, match="was changed"):
        register.import_lines(lines)


def test_a_date_that_is_no_edtf_is_a_fault(register: Register) -> None:
    """A period 'spring' is kept as said, found by no date, and listed by `check`."""
    reading = read_english()
    chair = dataclasses.replace(reading.chairmanships[0], period="spring")
    register.add(dataclasses.replace(reading, chairmanships=(chair,)))
    assert [fault.cause for fault in register.check()] == ["not an EDTF date: 'spring'"]


def test_the_database_itself_refuses_a_statement_without_evidence(tmp_path: Path) -> None:
    """Even past Elshi, a statement without evidence fails at the end of its transaction."""
    path = tmp_path / "elshi.db"
    with Register.open(path) as register:
        register.add(read_russian())
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA foreign_keys = ON")
    add = (
        "INSERT INTO statements SELECT frame, 1000, field, value, rule, 99, 0 FROM statements WHERE place = 1"
    )
    for sql in (add, "DELETE FROM evidence WHERE frame = 1"):
        db.execute("BEGIN")
        db.execute(sql)
        with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
            db.execute("COMMIT")
        db.execute("ROLLBACK")
    db.close()


@pytest.mark.parametrize(
    ("harm", "cause"),
    [
        ("UPDATE quotes SET words = 'вчера' WHERE number = 1", "quotes 'вчера'"),
        ("UPDATE reports SET text = 'x' || text", "where the text says"),
        ("DELETE FROM evidence WHERE frame = 1", "a statement without evidence"),
        ("DELETE FROM passages_docsize WHERE id = 1", "a frame that no words find"),
        ("DELETE FROM entries WHERE id LIKE 'eng%'", "an entry that cannot be found"),
        ("UPDATE links SET recorded_until = recorded_from", "a frame that stands in no entry"),
        ("DELETE FROM reports", "refers to nothing in reports"),
    ],
)
def test_check_finds_what_was_done_behind_its_back(tmp_path: Path, harm: str, cause: str) -> None:
    """Changed quotes or texts, evidence taken away, references broken: each is a fault in words."""
    path = tmp_path / "elshi.db"
    with Register.open(path) as register:
        register.add(read_russian())
    with sqlite3.connect(path) as db:
        db.execute(harm)
    db.close()
    with Register.open(path, readonly=True) as register:
        assert any(cause in fault.cause for fault in register.check())


def test_check_of_a_damaged_file_is_a_fault_and_no_crash(tmp_path: Path) -> None:
    """Bytes overwritten in the middle of the file are found."""
    path = tmp_path / "elshi.db"
    with Register.open(path) as register:
        for reading in read_all():
            register.add(reading)
    with path.open("r+b") as file:
        file.seek(4096 * 8)
        file.write(b"\xff" * 4096 * 6)
    with Register.open(path, readonly=True) as register:
        faults = register.check()
    assert faults
    assert all(fault.what and fault.advice for fault in faults)


def test_a_closed_register_says_so(tmp_path: Path) -> None:
    """Using it after closing is one line, not a traceback of the database."""
    register = Register.open(tmp_path / "elshi.db")
    register.close()
    register.close()
    with pytest.raises(RegisterError, match="the register is closed"):
        register.count()


def test_many_readings_are_stored_as_if_one_by_one(register: Register) -> None:
    """One transaction for all gives the entries, in the same order, that one for each gives."""
    readings = [read_russian(), read_english(), read_russian()]
    assert register.add_all([(reading, None) for reading in readings]) == (True, True, False)
    with Register.in_memory() as other:
        for reading in readings:
            other.add(reading)
        assert [entry.id for entry in register.find()] == [entry.id for entry in other.find()]


def test_one_reading_that_cannot_be_stored_does_not_keep_back_the_others(register: Register) -> None:
    """Where one of many contradicts itself, it is named, and those before and after it are stored."""
    results = register.add_all([(read_english(), None), (claim(), None), (read_russian(), None)])
    assert (results[0], results[2]) == (True, True)
    assert "has no evidence" in str(results[1])
    assert register.holds(read_english().report.id)
    assert register.holds(read_russian().report.id)
