"""`elshi read`: what reports say, printed or written, the same whatever the number of processes."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from elshi.cli.files import name_record
from elshi.engines.work import trace_origin
from elshi.model.report import Capture

Run = Callable[..., Result]
Start = Callable[..., "subprocess.CompletedProcess[str]"]
KINDS = ("engagements", "positions", "initiatives", "commitments", "tenures", "chairmanships")


def test_one_file_is_one_object(run: Run, news: Path) -> None:
    """With one file, `--format json` prints one object with the keys of the record."""
    result = run("read", news / "report-001.txt", "--format", "json")
    record = json.loads(result.stdout)
    assert (result.exit_code, result.stderr) == (0, "")
    assert list(record) == ["elshi", "report", *KINDS]
    assert record["report"]["text"] == (news / "report-001.txt").read_text("utf-8")


@pytest.mark.parametrize("name", ["report-000.txt", "report-001.txt", "report-002.txt"])
def test_a_meeting_is_read_in_each_language(run: Run, news: Path, name: str) -> None:
    """'X met Y' in Kazakh, Russian or English is one meeting of Kazakhstan and Norway."""
    record = json.loads(run("read", news / name, "--format", "json").stdout)
    meetings = [e for e in record["engagements"] if e["type"] == "meeting"]
    assert [meeting["parties"] for meeting in meetings] == [["KZ", "NO"]]


def test_a_folder_is_an_array(run: Run, news: Path) -> None:
    """With a folder, `--format json` prints an array in the order of the files' names, however many."""
    records = json.loads(run("read", news, "--format", "json").stdout)
    names = [Path(record["report"]["source"]).name for record in records]
    assert names == ["report-000.txt", "report-001.txt", "report-002.txt"]
    (news / "report-000.txt").unlink()
    (news / "report-001.txt").unlink()
    assert len(json.loads(run("read", news, "--format", "json").stdout)) == 1


def test_json_lines_are_one_object_a_line(run: Run, news: Path) -> None:
    """`--format jsonl` prints the same objects, one a line."""
    lines = run("read", news, "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line) for line in lines] == json.loads(run("read", news, "--format", "json").stdout)


def test_standard_input_is_read(run: Run, news: Path) -> None:
    """`elshi read -` reads one report from standard input."""
    text = (news / "report-001.txt").read_text("utf-8")
    record = json.loads(run("read", "-", "--format", "json", input=text).stdout)
    assert record["report"]["text"] == text


def test_the_day_of_publication_may_be_given(run: Run, news: Path) -> None:
    """--published fills in the day that a report does not say itself."""
    record = json.loads(
        run("read", news / "report-001.txt", "--published", "2026-05-09", "--format", "json").stdout
    )
    assert record["report"]["published"] == "2026-05-09"


def test_out_writes_one_file_a_report(run: Run, news: Path, tmp_path: Path) -> None:
    """--out writes <stem>.json for each report, and prints nothing on standard output."""
    result = run("read", news, "--out", tmp_path / "out" / "here")
    names = sorted(path.name for path in (tmp_path / "out" / "here").iterdir())
    assert (result.exit_code, result.stdout) == (0, "")
    assert names == ["report-000.json", "report-001.json", "report-002.json"]
    written = json.loads((tmp_path / "out" / "here" / "report-001.json").read_text("utf-8"))
    assert written == json.loads(run("read", news / "report-001.txt", "--format", "json").stdout)
    assert "3 reports read" in result.stderr


def test_stems_that_collide_are_told_apart(run: Run, news: Path, tmp_path: Path) -> None:
    """Two files of one name in two folders become two records: none is written over."""
    for number, folder in enumerate(("a", "b")):
        (news / folder).mkdir()
        (news / f"report-00{number}.txt").rename(news / folder / "talk.txt")
    run("read", news, "--out", tmp_path / "out")
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["report-002.json", "talk-2.json", "talk.json"]


@pytest.mark.parametrize(
    ("capture", "name"),
    [
        (Capture("a/b/talk.txt", b"", "text"), "talk"),
        (Capture("-", b"", "text"), "stdin"),
        (Capture("all.jsonl", b"", "record", line=7), "all-7"),
        (Capture("all.jsonl", b"", "record", line=7, id="kz-12"), "kz-12"),
        (Capture("all.jsonl", b"", "record", line=7, id="../../etc/passwd"), "_.._etc_passwd"),
        (Capture("all.jsonl", b"", "record", line=7, id=".."), "report"),
        (Capture("all.jsonl", b"", "record", line=7, id="https://example.org/a?b"), "https_example.org_a_b"),
        (Capture("кездесу.txt", b"", "text"), "кездесу"),
    ],
)
def test_names_of_records_stay_in_the_folder(capture: Capture, name: str) -> None:
    """A record is named by its id, else by its file and line, and no id leads out of the folder."""
    assert name_record(trace_origin(capture)) == name


def test_two_processes_read_as_one(run: Run, news: Path) -> None:
    """--jobs 2 prints exactly what --jobs 1 prints, in the same order, failures too."""
    for number in range(3, 30):
        (news / f"report-{number:03}.txt").write_text(
            f"Talk {number}. Министр иностранных дел Казахстана прибыл."
        )
    (news / "report-005.txt").write_bytes(b"")
    (news / "report-011.txt").write_bytes(b"\x00\x01\x02" * 50)
    one = run("read", news, "--format", "jsonl")
    two = run("read", news, "--format", "jsonl", "--jobs", 2)
    assert one.stdout
    assert (two.exit_code, two.stdout, two.stderr) == (one.exit_code, one.stdout, one.stderr)


@pytest.mark.parametrize("width", [80, 120])
def test_a_table_fits_its_terminal(run: Run, news: Path, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    """A table is no wider than the terminal, and still names everybody whole."""
    monkeypatch.setenv("COLUMNS", str(width))
    result = run("read", news / "report-001.txt")
    assert max(measure(line) for line in result.stdout.splitlines()[1:]) <= width
    assert "…" not in result.stdout
    assert {"meeting", "Aisarov", "Haugen", "transport"} <= set(result.stdout.replace(",", " ").split())


def measure(line: str) -> int:
    """Return how many columns of a terminal `line` takes."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else not unicodedata.combining(c) for c in line)


def test_a_pipe_gets_no_colour_and_no_bar(start: Start, news: Path) -> None:
    """Neither stream has an escape sequence where neither is a terminal, and stderr is silent."""
    result = start("read", news)
    assert (result.returncode, result.stderr) == (0, "")
    assert "\x1b" not in result.stdout


@pytest.mark.parametrize(("more", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_a_terminal_gets_a_bar(
    environment: dict[str, str], news: Path, more: dict[str, str], *, coloured: bool
) -> None:
    """On a terminal standard error shows how far the reading is; NO_COLOR takes the colours away."""
    driver, terminal = pty.openpty()
    command = [sys.executable, "-m", "elshi", "read", str(news), "--format", "json"]
    given = {**environment, "TERM": "xterm", **more}
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=terminal, env=given):  # noqa: S603 -- our own program
        os.close(terminal)
        shown = b""
        while piece := read_terminal(driver):
            shown += piece
    os.close(driver)
    assert b"reading" in shown
    assert b"3/3" in shown
    assert (b"\x1b[3" in shown or b"\x1b[1;3" in shown) == coloured


def read_terminal(driver: int) -> bytes:
    """Return what the program wrote, nothing where it has ended."""
    try:
        return os.read(driver, 4096)
    except OSError:  # Linux says so when the other end is closed
        return b""


@pytest.mark.parametrize("form", ["table", "json"])
def test_a_reader_who_leaves_is_no_error(environment: dict[str, str], many: Path, form: str) -> None:
    """`elshi read … | head -n 1` ends quietly."""
    command = f"set -o pipefail; {sys.executable} -m elshi read {many} --format {form} | head -n 1"
    shell = ["bash", "-c", command]
    result = subprocess.run(shell, env=environment, capture_output=True, text=True, timeout=60, check=False)  # noqa: S603 -- a pipe needs a shell
    assert result.returncode == 141  # what a shell shows for a program whose reader went away
    assert result.stderr == ""
    assert len(result.stdout.splitlines()) == 1


def test_a_full_disk_is_named(environment: dict[str, str], news: Path) -> None:
    """Where what is printed cannot be written, one line says so."""
    command = [sys.executable, "-m", "elshi", "read", str(news), "--format", "json"]
    with Path("/dev/full").open("wb") as full:
        program = subprocess.Popen(command, env=environment, stdout=full, stderr=subprocess.PIPE, text=True)  # noqa: S603 -- our own program
        _, told = program.communicate(timeout=60)
    assert program.returncode == 1
    assert told == "elshi: [Errno 28] No space left on device; see to the disk and the rights\n"


def test_escape_sequences_do_not_reach_the_terminal(run: Run, tmp_path: Path) -> None:
    """A report that tries to drive the terminal has its escape sequences written out."""
    line = {
        "text": "Minister of Kazakhstan met the ambassador of Norway.",
        "title": "Red \x1b[31malert\x07",
        "id": "x",
    }
    (tmp_path / "news.jsonl").write_text(json.dumps(line), encoding="utf-8")
    result = run("read", tmp_path / "news.jsonl")
    assert "\x1b" not in result.stdout
    assert "\x07" not in result.stdout
