"""Files, folders, JSON lines and standard input: what is captured, and what is said of the rest."""

from __future__ import annotations

import io
import json
import os
import threading
import tracemalloc
from pathlib import Path
from types import SimpleNamespace

import pytest

from elshi.errors import SourceError
from elshi.model.report import Capture
from elshi.sources import SOURCES, open_paths

LARGEST = 1_000_000
TEXT = "Министр принял посла."
RECORD = {"id": "a-1", "url": "https://example.org/1", "title": "Приём", "publisher": "Пример"}


def open_all(*paths: str | Path, largest: int = LARGEST) -> list[Capture | SourceError]:
    """Return everything that `paths` yield."""
    return list(open_paths(paths, largest))


def open_one(path: str | Path, largest: int = LARGEST) -> Capture:
    """Return the one capture at `path`."""
    (found,) = open_all(path, largest=largest)
    assert isinstance(found, Capture), found
    return found


def fail_one(path: str | Path, largest: int = LARGEST) -> str:
    """Return the message of the one SourceError at `path`."""
    (found,) = open_all(path, largest=largest)
    assert isinstance(found, SourceError), found
    assert "\n" not in str(found)
    return str(found)


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("a.txt", TEXT.encode(), "text"),
        ("a.md", TEXT.encode("windows-1251"), "text"),
        ("a.TXT", TEXT.encode("utf-16"), "text"),
        ("a.html", b"<p>Envoys met.", "html"),
        ("a.htm", b"Envoys met.", "html"),
        ("a.xhtml", b"<html/>", "html"),
        ("a", b"<!doctype html><p>Envoys met.", "html"),
        ("a", TEXT.encode(), "text"),
        ("a.report", TEXT.encode(), "text"),
        ("a.txt", b"<html> is how a page begins", "text"),
    ],
)
def test_a_file_is_captured_byte_for_byte(tmp_path: Path, name: str, data: bytes, media_type: str) -> None:
    """The suffix says what a file is; without a known one its content does. The bytes stay as they are."""
    path = tmp_path / name
    path.write_bytes(data)
    assert open_one(path) == Capture(str(path), data, media_type)  # type: ignore[arg-type]  # from the table


def test_every_suffix_belongs_to_one_line_of_the_table() -> None:
    """SOURCES is unambiguous."""
    suffixes = [suffix for source in SOURCES for suffix in source.suffixes]
    assert len(suffixes) == len(set(suffixes))


@pytest.mark.parametrize(
    ("name", "data", "cause"),
    [
        ("a.txt", b"", "it is empty; give a file with a report in it"),
        ("a.txt", b"\xef\xbb\xbf \n\n", "it is empty"),
        ("a.html", b"\n", "it is empty"),
        ("a.jsonl", b"\n \n", "it is empty"),
        ("a.txt", b"%PDF-1.7\n", "it is a PDF document, not text; save the report as plain text or HTML"),
        ("a", b"\x89PNG\r\n\x1a\n\x00\x00", "it is a PNG image"),
        ("a.html", b"PK\x03\x04\x14\x00", "it is a ZIP archive or an Office document"),
        ("a.txt", b"x" * (LARGEST + 1), "it is larger than the 1,000,000 bytes that one report may have"),
        ("a", b"x" * (LARGEST + 1), "it is larger than the 1,000,000 bytes that one report may have"),
    ],
    ids=[
        "empty",
        "blank",
        "blank page",
        "blank records",
        "pdf",
        "image",
        "archive",
        "large",
        "large unnamed",
    ],
)
def test_a_file_that_is_no_report_says_why(tmp_path: Path, name: str, data: bytes, cause: str) -> None:
    """One line with the file, the cause and what to do."""
    path = tmp_path / name
    path.write_bytes(data)
    assert fail_one(path).startswith(f"{path}: {cause}")


def test_a_path_that_does_not_exist_is_named(tmp_path: Path) -> None:
    """A wrong path stops nothing else."""
    good = tmp_path / "good.txt"
    good.write_text(TEXT, encoding="utf-8")
    wrong, right = open_all(tmp_path / "no.txt", good)
    assert isinstance(wrong, SourceError)
    assert "there is no such file or folder" in str(wrong)
    assert isinstance(right, Capture)


@pytest.mark.parametrize("name", ["a.txt", "a", "a.jsonl"])
def test_a_file_that_may_not_be_read_is_named(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Missing permission is said as such."""
    path = tmp_path / name
    path.write_text(TEXT, encoding="utf-8")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "you may not read it; ask its owner" in fail_one(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may enter any folder")
def test_a_folder_that_may_not_be_entered_is_named(tmp_path: Path) -> None:
    """A closed folder inside an open one is an error of its own."""
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    assert any("you may not read it" in str(found) for found in open_all(tmp_path))


def test_a_file_of_fifty_megabytes_is_refused_without_being_loaded(tmp_path: Path) -> None:
    """The size is looked at before the content."""
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(50 * 1024 * 1024)
    tracemalloc.start()
    message = fail_one(path, 20 * 1024 * 1024)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "larger than the 20,971,520 bytes" in message
    assert most < 1_000_000


def test_a_folder_is_read_through_in_the_order_of_names(tmp_path: Path) -> None:
    """Folders inside are entered; hidden files, a README and other kinds of file are passed over."""
    others = ["c", ".hidden.txt", ".git/x.txt", "d.json", "e.py", "README.md"]
    for name in ["b.txt", "a/z.html", "a/y.txt", *others]:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")
    found = [Path(each.source).relative_to(tmp_path).as_posix() for each in open_all(tmp_path)]
    assert found == ["a/y.txt", "a/z.html", "b.txt"]


def test_a_document_in_a_folder_is_not_passed_over_in_silence(tmp_path: Path) -> None:
    """A Word file may well be a report: it is named, so that nobody thinks it was read."""
    (tmp_path / "note.docx").write_bytes(b"PK\x03\x04")
    assert "note.docx: Elshi does not read .docx files; save the report as plain text" in fail_one(tmp_path)


def test_a_folder_without_reports_says_so(tmp_path: Path) -> None:
    """Nothing found is an error and not a silent success."""
    (tmp_path / "notes.json").write_text("{}", encoding="utf-8")
    assert "there are no reports in this folder; give a folder with .txt, .html or .jsonl" in fail_one(
        tmp_path
    )


def test_links_and_pipes_in_a_folder_do_not_hang(tmp_path: Path) -> None:
    """A link back up is not followed, a pipe not opened; a link to nothing or to itself is named."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "no.txt")
    (tmp_path / "self.txt").symlink_to("self.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    first, second, third = open_all(tmp_path)
    assert isinstance(first, Capture)
    assert "gone.txt: there is no such file" in str(second)
    assert "self.txt: it could not be read: Too many levels of symbolic links" in str(third)


def test_a_pipe_given_by_name_is_read_once(tmp_path: Path) -> None:
    """What a shell writes '<(command)' for can be read only once, from its start."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(b"<html><p>Envoys met.",))
    writer.start()
    assert open_one(pipe).media_type == "html"
    writer.join()


def test_json_lines_give_one_capture_a_line(tmp_path: Path) -> None:
    """Each line keeps its number and what it says of itself; blank lines are no reports."""
    path = tmp_path / "news.jsonl"
    full = json.dumps({**RECORD, "published": "2024-05-17", "text": TEXT}, ensure_ascii=False)
    path.write_text(f"\ufeff{full}\n\n{json.dumps({'id': 7, 'text': TEXT})}", encoding="utf-8")
    first, second = open_all(path)
    assert first == Capture(
        str(path), TEXT.encode(), "record", 1, "a-1", "https://example.org/1", "Приём", "Пример", "2024-05-17"
    )
    assert second == Capture(str(path), TEXT.encode(), "record", 3, "7")


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        (b"Envoys met.", "the line is not JSON (Expecting value)"),
        (b'{"text": "Envoys', "the line is not JSON"),
        (b'["Envoys met."]', "the line is no JSON object"),
        (b'"Envoys met."', "the line is no JSON object"),
        (b'{"title": "Envoys met"}', "the object has no text in 'text'"),
        (b'{"text": " "}', "the object has no text in 'text'"),
        (b'{"text": 7}', "the object has no text in 'text'"),
        (b'{"text": "Envoys met.", "title": ["a"]}', "the field 'title' is no string"),
        (b'{"text": "Envoys \xff met."}', "byte 18 of the line is not UTF-8"),
        (b'{"text": "Envoys \\ud800 met."}', "it holds half a character"),
        (b'{"text": "Envoys met.", "title": "\\ud800"}', "it holds half a character"),
        (b"[" * 100_000, "the line is not JSON"),
        (b'{"text": "' + b"x" * LARGEST + b'"}', "the line is too long"),
    ],
    ids=lambda value: value[:24] if isinstance(value, bytes) else "",
)
def test_a_line_that_is_no_record_is_named_and_the_others_are_read(
    tmp_path: Path, line: bytes, cause: str
) -> None:
    """The message has file and line; what stands around is captured."""
    path = tmp_path / "news.jsonl"
    good = json.dumps({"text": TEXT}).encode()
    path.write_bytes(b"\n".join([good, line, good]))
    before, wrong, after = open_all(path)
    assert isinstance(wrong, SourceError)
    assert str(wrong).startswith(f"{path}:2: {cause}")
    assert isinstance(before, Capture)
    assert isinstance(after, Capture)
    assert after.line == 3


def test_json_lines_are_streamed(tmp_path: Path) -> None:
    """A file larger than one report may be is read line by line, and only as far as asked."""
    path = tmp_path / "news.ndjson"
    line = json.dumps({"text": "x" * 10_000}).encode() + b"\n"
    with path.open("wb") as stream:
        stream.writelines([line] * 2000)
    tracemalloc.start()
    count = sum(isinstance(found, Capture) for found in open_paths([path], 20_000))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 2000
    assert most < 1_000_000


def test_nothing_is_opened_before_it_is_asked_for(tmp_path: Path) -> None:
    """Captures come one at a time: a file may appear after the reading began."""
    found = open_paths([tmp_path / "a.txt"], LARGEST)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert isinstance(next(found), Capture)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (TEXT.encode(), [Capture("-", TEXT.encode(), "text")]),
        (b"<html><p>Met.\n</html>", [Capture("-", b"<html><p>Met.\n</html>", "html")]),
        (b'{"text": "a"}\n{"text": "b"}', [Capture("-", b"a", "record", 1), Capture("-", b"b", "record", 2)]),
    ],
    ids=["text", "page", "records"],
)
def test_standard_input_is_told_by_content(
    data: bytes, expected: list[Capture], monkeypatch: pytest.MonkeyPatch
) -> None:
    """'-' takes a text, a page, or JSON lines."""
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    assert open_all("-") == expected


@pytest.mark.parametrize(
    ("data", "cause"), [(b"", "it is empty"), (b"x\n" * LARGEST, "it is larger than")], ids=["empty", "large"]
)
def test_standard_input_that_is_no_report_says_why(
    data: bytes, cause: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The limit holds for what is piped in, too."""
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    assert fail_one("-").startswith(f"-: {cause}")
