"""Bad input gets a clear answer and nothing is lost: one line for each, and the other reports are read."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from elshi.errors import IntegrityError
from elshi.model.frame import Reading
from elshi.record.base import Change, Store
from elshi.register.adding import plan_reading

Run = Callable[..., Result]

FRENCH = (
    "PARIS. Le ministre des affaires étrangères a reçu hier son homologue norvégien. "
    "Ils ont parlé de la coopération dans le domaine de l'énergie "
    "et se sont félicités de la qualité de leurs relations.\n"
)
TALK = (
    "ASTANA, 5 May 2026 – Foreign Minister of Kazakhstan Yermek Aisarov met with Lars Haugen, "
    "Foreign Minister of Norway."
)
BROKEN = "Министр иностранных дел Казахстана встретился с послом Норвегии в Астане.".encode()
UNREADABLE = {
    "empty.txt": (b"", "it is empty"),
    "blank.txt": (b"\xef\xbb\xbf \n\n\t", "empty"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "a PNG image"),
    "program.txt": (b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)), "a program"),
    "bytes.txt": (bytes(range(1, 256)) * 64, ""),
    "broken.txt": (BROKEN[:41] + b"\xff\xfe\xff" + BROKEN[40:], "is not utf-8"),
    "nul.txt": (TALK.encode() + b"\x00 more", "NUL"),
    "french.txt": (FRENCH.encode(), "French"),
    "hollow.html": (b"<html><body><nav>Home</nav></body></html>", ""),
    "paper.pdf": (b"%PDF-1.7 ...", ".pdf"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_is_named(run: Run, news: Path, name: str) -> None:
    """The line names the file, the cause and what to do; the other reports are read; the exit code is 3."""
    data, cause = UNREADABLE[name]
    (news / name).write_bytes(data)
    result = run("read", news, "--format", "jsonl")
    line, summary = result.stderr.splitlines()
    assert (result.exit_code, len(result.stdout.splitlines())) == (3, 3)
    assert line.startswith(f"{news / name}: ")
    assert cause in line
    assert "; " in line
    assert summary == "elshi: 1 of 4 could not be read"


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_added_is_listed(run: Run, news: Path, name: str) -> None:
    """`elshi add` stores the others; `elshi problems` lists what could not be read, why, what to do."""
    data, cause = UNREADABLE[name]
    (news / name).write_bytes(data)
    result = run("add", news)
    assert (result.exit_code, len(result.stderr.splitlines())) == (3, 1)
    assert "3 reports added, 1 could not be read" in result.stdout
    (problem,) = json.loads(run("problems", "--format", "json").stdout)
    assert Path(problem["source"]).name == name
    assert cause in problem["cause"]
    assert problem["advice"]


def test_a_problem_that_is_mended_leaves_the_list(run: Run, news: Path) -> None:
    """When the file is mended and added again, `elshi problems` no longer lists it."""
    (news / "late.txt").write_bytes(b"")
    assert run("add", news).exit_code == 3
    (news / "late.txt").write_text(TALK, encoding="utf-8")
    assert run("add", news, "--resume").exit_code == 0
    assert run("problems").stdout == "no problems found\n"


def test_a_folder_without_reports_is_a_problem(run: Run, tmp_path: Path) -> None:
    """A folder in which there is nothing to read says so, and says what it should hold."""
    (tmp_path / "nothing").mkdir()
    (tmp_path / "nothing" / "logo.css").write_text("body {}")
    result = run("read", tmp_path / "nothing")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "there are no reports in this folder; give a folder with" in result.stderr


def test_a_file_of_fifty_megabytes_is_refused(run: Run, news: Path) -> None:
    """A file larger than the limit is refused unread, and the line says how to raise the limit."""
    with (news / "large.txt").open("wb") as large:
        large.truncate(50 * 1024 * 1024)  # a hole: it takes no room on the disk
    result = run("read", news, "--format", "jsonl")
    assert (result.exit_code, len(result.stdout.splitlines())) == (3, 3)
    assert "large.txt: it is larger than the 20,971,520 bytes" in result.stderr
    assert "set ELSHI_LARGEST_BYTES higher" in result.stderr


def test_the_limit_may_be_lowered_and_must_make_sense(
    run: Run, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """ELSHI_LARGEST_BYTES is the limit; a value that is no number is a usage error."""
    monkeypatch.setenv("ELSHI_LARGEST_BYTES", "10")
    assert run("read", news).exit_code == 3
    monkeypatch.setenv("ELSHI_LARGEST_BYTES", "ten")
    result = run("read", news)
    assert result.exit_code == 2
    assert "give a whole number of bytes" in result.stderr


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        ('{"id": "x", "text": "Minister', "not JSON"),
        ("[1, 2]", "no JSON object"),
        ('{"id": "x", "title": "Talks"}', "no text"),
        ('{"id": "x", "text": 5}', "no text"),
        (json.dumps({"text": TALK + "\x00"}), "NUL"),
        (json.dumps({"text": FRENCH}), "French"),
        (json.dumps({"text": TALK, "published": "last week"}), "published"),
    ],
)
def test_a_broken_line_of_json_is_named_by_its_number(
    run: Run, tmp_path: Path, line: str, cause: str
) -> None:
    """The line is named by its number in the file, and the lines around it are read."""
    good = [json.dumps({"id": number, "text": f"{TALK} Talk {number}."}) for number in (1, 2)]
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join([good[0], line, good[1]]), encoding="utf-8")
    result = run("read", path, "--format", "jsonl")
    assert (result.exit_code, len(result.stdout.splitlines())) == (3, 2)
    assert result.stderr.startswith(f"{path}:2: ")
    assert cause in result.stderr.splitlines()[0]


def test_invalid_bytes_of_a_json_line_are_named(run: Run, tmp_path: Path) -> None:
    """A line of JSON that is not UTF-8 is named with its number; the next line is read."""
    path = tmp_path / "news.jsonl"
    path.write_bytes(b'{"text": "\xff\xfe"}\n' + json.dumps({"text": TALK}).encode())
    result = run("read", path, "--format", "jsonl")
    assert (result.exit_code, len(result.stdout.splitlines())) == (3, 1)
    assert result.stderr.startswith(f"{path}:1: ")


def test_half_closed_html_is_read(run: Run, tmp_path: Path) -> None:
    """A page whose elements are never closed is read like any other."""
    page = tmp_path / "page.html"
    page.write_text(
        f"<html><body><div><article><h1>Talks in Astana<p>{TALK}<p>They spoke of energy.", "utf-8"
    )
    record = json.loads(run("read", page, "--format", "json").stdout)
    assert "Lars Haugen" in record["report"]["text"]


def test_deeply_nested_html_is_answered(run: Run, news: Path) -> None:
    """A page of 100,000 nested elements is read whole or named; nothing breaks and the others are read."""
    page = news / "deep.html"
    page.write_text(
        f"<html><body>{'<div>' * 100_000}<p>{TALK}</p>{'</div>' * 100_000}</body></html>", "utf-8"
    )
    result = run("read", news, "--format", "jsonl")
    texts = [json.loads(line)["report"]["text"] for line in result.stdout.splitlines()]
    read_whole = result.exit_code == 0 and any("Lars Haugen" in text and "Yermek" in text for text in texts)
    named = result.exit_code == 3 and result.stderr.startswith(f"{page}: ") and len(texts) == 3
    assert read_whole or named


def test_one_endless_line_is_read(run: Run, tmp_path: Path) -> None:
    """A text of one line of 200,000 characters is read, and every quote is still exact."""
    path = tmp_path / "long.txt"
    talks = " They spoke of energy and of transport, of land and of water, and of much else besides. " * 100
    path.write_text((TALK + talks) * 25, encoding="utf-8")
    record = json.loads(run("read", path, "--format", "json").stdout)
    text = record["report"]["text"]
    assert len(text) > 200_000
    quotes = [quote for engagement in record["engagements"] for quote in engagement["evidence"]]
    assert quotes
    assert all(text[quote["start"] : quote["end"]] == quote["quote"] for quote in quotes)


def test_one_word_of_two_hundred_thousand_letters_is_read(run: Run, tmp_path: Path) -> None:
    """A line without a single blank does no harm to the report around it."""
    path = tmp_path / "word.txt"
    path.write_text(f"{TALK}\n{'а' * 200_000}\n{TALK}", encoding="utf-8")
    result = run("read", path, "--format", "json")
    assert result.exit_code == 0
    assert len(json.loads(result.stdout)["report"]["text"]) > 200_000


def test_a_file_name_cannot_break_the_line(run: Run, news: Path) -> None:
    """A line break or an escape sequence in a file's name is written out: one failure, one line."""
    (news / "two\nlines\x1b[31m.txt").write_bytes(b"")
    result = run("read", news, "--format", "jsonl")
    assert "two\\nlines\\x1b[31m.txt" in result.stderr
    assert len(result.stderr.splitlines()) == 2


def test_a_file_name_that_is_no_text_is_kept(run: Run, news: Path) -> None:
    """A file whose name is not UTF-8 is read, and JSON gives its name back to the byte."""
    strange = Path(os.fsdecode(bytes(news) + b"/talk-\xff.txt"))
    strange.write_text(TALK, encoding="utf-8")
    records = json.loads(run("read", news, "--format", "json").stdout)
    assert os.fsencode(records[-1]["report"]["source"]) == bytes(strange)
    assert "talk-\\udcff.txt" in run("read", news).stdout


def test_what_the_register_refuses_is_listed(run: Run, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A report that the register does not take is a problem like any other: the others are stored."""

    def refuse(store: Store, reading: Reading, *rest: Any) -> Change:  # noqa: ANN401 - as the real one takes them
        if reading.report.language == "en":
            message = "the date of an engagement has no evidence"
            raise IntegrityError(message)
        return plan_reading(store, reading, *rest)

    monkeypatch.setattr("elshi.register.register.plan_reading", refuse)
    result = run("add", news)
    assert (result.exit_code, len(result.stderr.splitlines())) == (3, 1)
    assert "2 reports added, 1 could not be read" in result.stdout
    assert "has no evidence" in json.loads(run("problems", "--format", "json").stdout)[0]["cause"]


def test_a_file_that_may_not_be_read_is_named(run: Run, open_folder: Path, as_nobody: None) -> None:
    """A file without the right to read it is named; the others are read."""
    del as_nobody
    result = run("read", open_folder, "--format", "jsonl")
    assert (result.exit_code, len(result.stdout.splitlines())) == (3, 1)
    assert "locked.txt: you may not read it; " in result.stderr


def test_a_folder_that_may_not_be_written_is_named(run: Run, open_folder: Path, as_nobody: None) -> None:
    """--out and --register in a read-only folder are refused with the path; nothing is left there."""
    del as_nobody
    for words in (
        ["read", open_folder, "--out", open_folder / "out"],
        ["add", open_folder, "--register", open_folder / "r.db"],
    ):
        result = run(*words)
        assert result.exit_code == {"read": 2, "add": 5}[str(words[0])]
        assert str(words[-1]) in result.stderr
        assert len(result.stderr.splitlines()) == 1
    assert sorted(path.name for path in open_folder.iterdir()) == ["locked.txt", "talk.txt"]


@pytest.fixture
def open_folder(run: Run) -> Iterator[Path]:
    """Return a folder that all may enter and nobody may write, with one file that nobody may read."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "talk.txt").write_text(TALK, encoding="utf-8")
        (folder / "locked.txt").write_text(TALK, encoding="utf-8")
        for words in (["add"], ["read", "--format", "jsonl"]):
            run(*words, folder / "talk.txt")  # loads what is needed while it may still be read
        (folder / "locked.txt").chmod(0)
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o755)


@pytest.fixture
def as_nobody() -> Iterator[None]:
    """Run the test without the rights of root, who may read and write everything."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    yield
    if root:
        os.seteuid(0)
