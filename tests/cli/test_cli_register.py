"""Adding to a register and asking it, through the commands."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from operator import itemgetter
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from elshi.cli.output import Column
from elshi.cli.rows import break_stretch, describe_due
from elshi.cli.tables import print_table

Run = Callable[..., Result]
LISTINGS = ("find", "people", "positions", "initiatives", "commitments", "tenures", "reports", "problems")
LOCK = """
import sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("BEGIN EXCLUSIVE")
print("locked", flush=True)
sys.stdin.read()
"""
PROMISES = """ASTANA, 5 May 2026 – Foreign Minister of Kazakhstan Yermek Aisarov met with the Foreign Minister
of Norway Lars Haugen. Kazakhstan supports the proposal to open a water centre.

The sides agreed to sign a transport agreement by 1 September 2026.
"""


@pytest.fixture
def filled(run: Run, news: Path) -> Run:
    """Return `run` with three reports and a promise in its register."""
    (news / "promise.txt").write_text(PROMISES, encoding="utf-8")
    assert run("add", news).exit_code == 0
    return run


def ask(run: Run, *words: object) -> Any:  # noqa: ANN401 -- JSON may be anything
    """Return what a command prints as JSON."""
    result = run(*words, "--format", "json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def test_adding_counts_what_is_new(run: Run, news: Path) -> None:
    """`elshi add` says how many reports are new; the same once more adds none and changes nothing."""
    assert run("add", news).stdout == "3 reports added\n"
    before = ask(run, "find")
    assert run("add", news).stdout == "0 reports added, 3 known already\n"
    assert run("add", news, "--resume").stdout == "0 reports added, 3 known already\n"
    assert ask(run, "find") == before


def test_two_processes_add_as_one(run: Run, news: Path, tmp_path: Path) -> None:
    """--jobs 2 fills a register with exactly what --jobs 1 fills it with."""
    run("add", news, "--register", tmp_path / "one.db")
    run("add", news, "--register", tmp_path / "two.db", "--jobs", 2)
    one, two = (ask(run, "find", "--register", tmp_path / name) for name in ("one.db", "two.db"))
    assert one
    assert one == two


def test_the_environment_names_the_register(run: Run, news: Path, tmp_path: Path) -> None:
    """Without --register the file that ELSHI_REGISTER names is used."""
    run("add", news)
    assert ask(run, "reports") == ask(run, "reports", "--register", tmp_path / "register.db")


@pytest.mark.parametrize("name", LISTINGS)
def test_every_listing_prints_every_format(filled: Run, name: str) -> None:
    """JSON, JSON lines and CSV of a listing hold the same rows, and the table names their number."""
    rows = ask(filled, name)
    lines = [json.loads(line) for line in filled(name, "--format", "jsonl").stdout.splitlines()]
    records = list(csv.DictReader(io.StringIO(filled(name, "--format", "csv").stdout)))
    assert lines == rows
    assert len(records) == len(rows)
    assert all(set(row) <= set(record) for row, record in zip(rows, records, strict=True))
    last = filled(name).stdout.splitlines()[-1]
    assert last.startswith(f"{len(rows)} " if rows else "no ")


@pytest.mark.parametrize("name", LISTINGS)
@pytest.mark.parametrize("width", [80, 120])
def test_every_table_fits_its_terminal(
    filled: Run, monkeypatch: pytest.MonkeyPatch, name: str, width: int
) -> None:
    """No table is wider than the terminal, and no word in it is cut."""
    monkeypatch.setenv("COLUMNS", str(width))
    shown = filled(name).stdout
    assert max(map(len, shown.splitlines())) <= width
    assert "…" not in shown


def test_a_table_says_what_it_leaves_out(filled: Run) -> None:
    """With --limit the last line says how many there are; JSON then holds no more than the limit."""
    total = len(ask(filled, "reports"))
    assert (
        filled("reports", "--limit", 1).stdout.splitlines()[-1]
        == f"1 of {total} reports shown; --limit 0 shows all"
    )
    assert len(ask(filled, "reports", "--limit", 1)) == 1
    assert len(ask(filled, "reports", "--limit", 0)) == total
    assert filled("find", "--limit", 1).stdout.splitlines()[-1].startswith("1 of ")


def test_find_narrows_down(filled: Run) -> None:
    """Conditions are joined by 'and'; country codes may be written small."""
    meetings = ask(filled, "find", "--type", "meeting", "--country", "no", "--since", "2026-05-01")
    assert meetings
    assert all(row["kind"] == "engagement" and "NO" in row["parties"] for row in meetings)
    assert ask(filled, "find", "--type", "meeting", "--country", "no", "--since", "2026-05") == meetings
    assert ask(filled, "find", "--country", "NO", "--since", "2027") == []
    assert ask(filled, "find", "--topic", "Regional integration") == []
    assert ask(filled, "find", "Haugen", "--kind", "tenure")
    assert filled("find", "--country", "ZZ").stdout == "no entries found\n"


def test_show_gives_an_entry_or_a_report(filled: Run) -> None:
    """`elshi show ID` prints the entry or the report that the beginning of an id names."""
    entry = ask(filled, "find", "--kind", "engagement", "--limit", 1)[0]
    assert ask(filled, "show", entry["id"]) == entry
    assert entry["evidence"][0]["quote"][:20] in filled("show", entry["id"]).stdout
    account = ask(filled, "show", entry["reports"][0])
    assert account["report"]["id"] == entry["reports"][0]
    assert entry["id"] in [found["id"] for found in account["entries"]]
    shown = filled("show", entry["reports"][0])
    first = account["report"]["text"].split(".")[0]
    assert " ".join(first.split()) in " ".join(shown.stdout.split())


def test_show_of_an_unknown_id_is_refused(filled: Run) -> None:
    """An id that names nothing is a usage error of one line."""
    result = filled("show", "e-nothing")
    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1


def test_why_marks_the_words(filled: Run) -> None:
    """`elshi why ID` prints the sentence with the words marked, the rule, and the reason of the date."""
    entry = ask(filled, "find", "--kind", "engagement", "--limit", 1)[0]
    shown = filled("why", entry["id"]).stdout
    assert "[[" in shown
    assert "]]" in shown
    words = " ".join(shown.split())
    assert entry["rule"].split(",")[0] in words
    reasons = {reason["field"]: reason for reason in ask(filled, "why", entry["id"])["reasons"]}
    assert reasons["date"]["reason"]
    for reason in reasons.values():
        for quote in reason["quotes"]:
            assert quote["quote"] in quote["sentence"]


def test_commitments_may_be_asked_by_their_due_day(filled: Run) -> None:
    """--due-before leaves only what is due earlier than that day."""
    promises = ask(filled, "commitments")
    assert [promise["due"] for promise in promises] == ["../2026-09-01"]
    assert ask(filled, "commitments", "--due-before", "2026-09-02") == promises
    assert ask(filled, "commitments", "--due-before", "2026-09-01") == []


def test_commitments_say_what_became_of_them(filled: Run) -> None:
    """Due by 1 September 2026: open in May, overdue a year later; --as-of a day means that day."""
    for day, state in (("2026-05-01", "open"), ("2027-05-01", "overdue")):
        (promise,) = ask(filled, "commitments", "--open", "--on", day)
        assert (promise["fate"]["state"], promise["fate"]["on"]) == (state, day)
        assert len(ask(filled, "commitments", "--overdue", "--on", day)) == (state == "overdue")
    assert ask(filled, "commitments", "--fulfilled", "--on", "2027-05-01") == []
    assert ask(filled, "commitments", "--country", "jp", "--on", "2027-05-01") == []
    (promise,) = ask(filled, "commitments", "--open", "--as-of", "2999-01-01")
    assert promise["fate"]["on"] == "2999-01-01"
    assert ask(filled, "show", promise["id"], "--as-of", "2999-01-01")["fate"] == promise["fate"]


def test_a_time_before_the_first_report_is_said_to_be_one(filled: Run) -> None:
    """--as-of goes by the time of adding, not by the day of what is told: a listing without rows says so."""
    result = filled("commitments", "--as-of", "2026-05-01")
    assert "nothing had been added to the register yet" in result.stderr
    assert "nothing had been added" not in filled("commitments").stderr


def test_tenures_may_be_asked_by_post_and_by_whose_they_are(run: Run, tmp_path: Path) -> None:
    """--posted-to leaves envoys to one country, in small letters too; --represents those of one country."""
    report = tmp_path / "envoy.txt"
    report.write_text("Посол Казахстана в Иордании Ерлан Сапаров встретился с министром Самиром Халилем.")
    assert run("add", report, "--published", "2026-02-02").exit_code == 0
    for options in (
        ["--posted-to", "jo"],
        ["--posted-to", "JO", "--on", "2026-03-12"],
        ["--represents", "kz"],
    ):
        (envoy,) = ask(run, "tenures", *options)
        assert (envoy["person"], envoy["office"]) == ("Yerlan Saparov", "ambassador")
    assert ask(run, "tenures", "--posted-to", "JO", "--on", "2026-01-12") == []
    assert ask(run, "tenures", "--posted-to", "EG") == []


def test_what_is_known_by_name_is_listed_shown_and_asked_by(filled: Run) -> None:
    """Kazakhstan's foreign minister is an office; every place is one to find entries by."""
    offices = ask(filled, "entities", "--kind", "office")
    (office,) = [e for e in offices if e["name"] == "foreign minister of KZ"]
    assert ask(filled, "show", office["id"]) == office
    places = ask(filled, "entities", "--kind", "place")
    assert places
    for place in places:
        found = {entry["id"] for entry in ask(filled, "find", "--place", place["name"])}
        assert found == set(place["entries"])
    assert filled("find", "--forum", "nothing at all").exit_code == 2
    (person,) = [p for p in ask(filled, "people") if "Lars Haugen" in p["names"]]
    assert ask(filled, "show", person["entity"]) == person


def test_a_person_is_shown_in_words(filled: Run) -> None:
    """Each spelling and office on a line, the office with the days on which it was seen."""
    (person,) = [p for p in ask(filled, "people") if "Lars Haugen" in p["names"]]
    (service,) = person["services"]
    lines = [" ".join(line.split()) for line in filled("show", person["entity"]).stdout.splitlines()]
    days = f"{service['first_seen']} to {service['last_seen']}"
    assert f"services foreign minister, NO; seen {days}" in lines
    assert not any("{" in line or "(" in line for line in lines)


def test_a_promise_is_shown_with_the_words_that_show_it_kept(run: Run, tmp_path: Path) -> None:
    """The engagement, why it is the one promised, and the report's words; no object of JSON."""
    promised, held = tmp_path / "promised.txt", tmp_path / "held.txt"
    promised.write_text(
        "Kazakhstan's Minister Yerzhan Beketov met Minister of Norway Lars Haugen in Oslo on 3 February 2026."
        " The sides agreed to hold the third round of political consultations in Oslo in May 2026."
    )
    held.write_text(
        "The third round of political consultations between Kazakhstan and Norway was held in Oslo"
        " on 14 May 2026."
    )
    assert run("add", promised, held).exit_code == 0
    (promise,) = ask(run, "commitments")
    engagement, day = promise["fate"]["engagement"], promise["fate"]["on"]
    shown = " ".join(run("show", promise["id"]).stdout.split())
    assert f"fate fulfilled as of {day}: {engagement} number 3, as promised;" in shown
    assert "was held in Oslo on 14 May 2026.”" in shown
    assert "state:" not in shown


def test_tenures_tell_who_followed_whom_and_what_cannot_be(filled: Run) -> None:
    """Both lists have their form; with --on they make no sense together."""
    assert ask(filled, "tenures", "--successions") == []
    assert ask(filled, "tenures", "--contradictions") == []
    assert "no contradictions found" in filled("tenures", "--contradictions").stdout
    refused = filled("tenures", "--contradictions", "--on", "2026-01-01")
    assert refused.exit_code == 2
    assert "ask one at a time" in refused.stderr


def test_tenures_may_be_asked_by_day(filled: Run) -> None:
    """--on leaves only those whom reports show in office by that day."""
    spellings = [tenure["names"] for tenure in ask(filled, "tenures", "--on", "2026-12-31")]
    assert any("Lars Haugen" in names for names in spellings)
    assert ask(filled, "tenures", "--on", "2020-01-01") == []


def test_tenures_may_be_asked_by_office(filled: Run) -> None:
    """--office leaves only those who hold that office."""
    ministers = ask(filled, "tenures", "--office", "foreign_minister")
    assert ministers
    assert {tenure["office"] for tenure in ministers} == {"foreign_minister"}
    assert ask(filled, "tenures", "--office", "speaker") == []


def test_an_export_can_be_imported(filled: Run, tmp_path: Path) -> None:
    """What `elshi export` prints makes the same register again, once and twice."""
    exported = filled("export").stdout
    (tmp_path / "copy.jsonl").write_text(exported, encoding="utf-8")
    other = ("--register", tmp_path / "other.db")
    assert filled("import", tmp_path / "copy.jsonl", *other).exit_code == 0
    assert ask(filled, "find", *other) == ask(filled, "find")
    assert ask(filled, "reports", *other) == ask(filled, "reports")
    assert filled("import", "-", *other, input=exported).stdout.startswith("0 reports new in ")
    assert filled("export", *other).stdout == exported


def test_an_import_of_something_else_is_refused(run: Run, tmp_path: Path) -> None:
    """A line that is no line of an export is named, and nothing is added."""
    (tmp_path / "news.jsonl").write_text('{"text": "Talks"}\n', encoding="utf-8")
    result = run("import", tmp_path / "news.jsonl")
    assert (result.exit_code, result.stdout) == (3, "")
    assert len(result.stderr.splitlines()) == 1


def test_an_import_that_is_no_text_is_refused(run: Run, tmp_path: Path) -> None:
    """Bytes that are not UTF-8 are named with their line."""
    (tmp_path / "export.jsonl").write_bytes(b'{"kind": "\xff"}\n')
    result = run("import", tmp_path / "export.jsonl")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "export.jsonl:1: byte 11 of the line is not UTF-8; " in result.stderr


def test_an_export_as_csv_has_one_line_an_entry(filled: Run, tmp_path: Path) -> None:
    """CSV on standard output has every entry; with --out the files are named."""
    records = list(csv.DictReader(io.StringIO(filled("export", "--format", "csv").stdout)))
    assert {record["id"] for record in records} == {entry["id"] for entry in ask(filled, "find")}
    printed = filled("export", "--format", "csv", "--out", tmp_path / "out").stdout.splitlines()
    assert printed
    assert all(Path(path).is_file() for path in printed)


def test_check_finds_a_sound_register_sound(filled: Run) -> None:
    """A register that nobody tampered with has no faults."""
    result = filled("check")
    assert (result.exit_code, result.stdout) == (0, "no faults found\n")


def test_check_finds_words_that_are_not_there(filled: Run, tmp_path: Path) -> None:
    """Where a report's text is changed behind Elshi's back, `elshi check` names the quotes that fail."""
    with sqlite3.connect(tmp_path / "register.db") as db:
        db.execute("UPDATE reports SET text = replace(text, 'Haugen', 'Larsen')")
    db.close()
    result = filled("check")
    assert result.exit_code == 6
    assert "fault" in result.stdout


def test_stages_name_what_they_need(run: Run) -> None:
    """Each stage of reading needs only what the capture or an earlier stage gives."""
    given = {"capture"}
    for stage in ask(run, "stages"):
        assert set(stage["needs"]) <= given, stage["name"]
        given |= set(stage["gives"])
    assert run("stages").exit_code == 0


@pytest.mark.parametrize("name", [*LISTINGS, "export", "check"])
def test_a_missing_register_is_named(run: Run, name: str) -> None:
    """A question to a register that is not there says so, says what to do, and makes no file."""
    result = run(name)
    assert (result.exit_code, result.stdout) == (5, "")
    assert "register.db: there is no register here; make one with `elshi add`" in result.stderr


def test_another_file_is_no_register(run: Run, news: Path, tmp_path: Path) -> None:
    """A text file given as register is refused and left as it is."""
    (tmp_path / "register.db").write_text("Dear diary, " * 100)
    for words in (["reports"], ["add", news]):
        result = run(*words)
        assert (result.exit_code, len(result.stderr.splitlines())) == (5, 1)
        assert "register.db" in result.stderr
    assert (tmp_path / "register.db").read_text() == "Dear diary, " * 100


def test_a_register_of_a_newer_version_is_refused(filled: Run, news: Path, tmp_path: Path) -> None:
    """A register made by a newer Elshi is neither read nor written, and the line says to update."""
    with sqlite3.connect(tmp_path / "register.db") as db:
        db.execute("PRAGMA user_version = 999")
    db.close()
    for words in (["reports"], ["add", news]):
        result = filled(*words)
        assert result.exit_code == 5
        assert "made by a newer Elshi" in result.stderr
        assert "update Elshi" in result.stderr


@pytest.mark.parametrize("path", ["/proc/elshi.db", "/dev/null/elshi.db", "nowhere/elshi.db"])
def test_a_register_that_cannot_be_written_is_refused(run: Run, news: Path, path: str) -> None:
    """A place where no file can be made is named in one line."""
    result = run("add", news, "--register", path)
    assert (result.exit_code, len(result.stderr.splitlines())) == (5, 1)
    assert path in result.stderr


def test_a_locked_register_is_named(filled: Run, news: Path, tmp_path: Path) -> None:
    """While another process keeps the register locked, `elshi add` says so instead of waiting for ever."""
    command = [sys.executable, "-c", LOCK, str(tmp_path / "register.db")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:  # noqa: S603 -- Python
        assert other.stdout
        assert other.stdout.readline() == b"locked\n"
        (news / "more.txt").write_text(PROMISES.replace("5 May", "6 May"), encoding="utf-8")
        result = filled("add", news)
        assert other.stdin
        other.stdin.close()
    assert result.exit_code == 5
    assert "register.db: another process keeps it locked; wait until that ends" in result.stderr
    assert filled("add", news).exit_code == 0


def test_no_column_vanishes_on_a_narrow_terminal(filled: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A table has every column however narrow the terminal is, which then breaks the lines."""
    monkeypatch.setenv("COLUMNS", "30")
    header = filled("find", "--kind", "engagement").stdout.splitlines()[0]
    assert header.split() == ["what", "when", "who", "about", "id"]


def test_a_column_without_any_value_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    """What no row has is no column; what one row lacks is a dash."""
    columns = [Column(name, itemgetter(name)) for name in ("who", "when", "where")]
    print_table(columns, [{"who": "NO", "when": "", "where": ""}, {"who": "KZ", "when": "", "where": "Oslo"}])
    assert [line.split() for line in capsys.readouterr().out.splitlines()[::2]] == [
        ["who", "where"],
        ["NO", "—"],
    ]


@pytest.mark.parametrize(
    ("edtf", "shown"),
    [
        ("2026-03-12~", "2026-03-12~"),
        ("../2026-03-12", "until 2026-03-12"),
        ("2026/..", "from 2026"),
        ("2026-03-09/2026-03-19", "2026-03-09/\n2026-03-19"),
        (None, ""),
    ],
)
def test_open_stretches_are_shown_in_words(edtf: str | None, shown: str) -> None:
    """Tables are for people: '../2026-03-12' reads 'until 2026-03-12', and of what is due 'by'."""
    assert break_stretch(edtf) == shown
    assert describe_due(edtf) == shown.replace("until", "by")
