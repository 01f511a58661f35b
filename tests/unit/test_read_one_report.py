"""`elshi.read`: one report, from a file or from the text itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import elshi
from elshi.errors import ElshiError, SourceError, UsageError

TEXT = "Астана. 31 марта 2026 года. Министр иностранных дел Казахстана принял посла Норвегии."
LINE = json.dumps({"text": TEXT, "title": "Приём"}, ensure_ascii=False)


def write(folder: Path, name: str, text: str) -> Path:
    """Write `text` into a file of `folder` and return its path."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def refuse(given: str | Path, published: str | None = None) -> ElshiError:
    """Return the error that `elshi.read` ends in; it is one line."""
    with pytest.raises(ElshiError) as caught:
        elshi.read(given, published)
    assert "\n" not in str(caught.value)
    return caught.value


def test_a_text_and_its_file_are_the_same_report(tmp_path: Path) -> None:
    """The text as a str and a file that holds it give one report, told apart by the source alone."""
    from_text, from_file = elshi.read(TEXT).report, elshi.read(write(tmp_path, "a.txt", TEXT)).report
    assert from_text.id == from_file.id
    assert (from_text.source, from_file.source) == ("text", str(tmp_path / "a.txt"))


def test_a_page_is_read_as_one_from_a_path_and_from_a_str(tmp_path: Path) -> None:
    """The menu of a page is no part of its text."""
    lines = "".join(f"<p>{TEXT} Беседа номер {number} прошла в столице.</p>" for number in range(5))
    page = f"<html><body><nav>Главная</nav><article>{lines}</article></body></html>"
    for given in (page, write(tmp_path, "a.html", page)):
        text = elshi.read(given).report.text
        assert text.startswith("Астана.")
        assert "<" not in text


def test_json_lines_with_one_report_are_read(tmp_path: Path) -> None:
    """One line is one report, with the title that the line gives."""
    assert elshi.read(write(tmp_path, "a.jsonl", LINE + "\n\n")).report.title == "Приём"


def test_a_file_with_several_reports_is_refused(tmp_path: Path) -> None:
    """One of several must not be taken for all, so none is."""
    error = refuse(write(tmp_path, "a.jsonl", f"{LINE}\n{LINE}\n"))
    assert isinstance(error, UsageError)
    assert "a.jsonl: it holds more than one report; take them from open_paths" in str(error)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    """A folder is no report."""
    assert f"{tmp_path}: it is a folder; give one file" in str(refuse(tmp_path))


@pytest.mark.parametrize(
    ("name", "text", "cause"),
    [
        (None, "", "there is no such file or folder; check the path"),
        ("a.txt", "", "it is empty; give a file with a report in it"),
        ("a.jsonl", "{", "a.jsonl:1: the line is not JSON"),
        (
            "a.txt",
            "Le ministre des affaires étrangères a reçu un ambassadeur à Paris.",
            "the text is in French",
        ),
    ],
)
def test_a_file_that_is_no_report_says_why(tmp_path: Path, name: str | None, text: str, cause: str) -> None:
    """What `elshi read` would print is raised as a SourceError."""
    error = refuse(write(tmp_path, name, text) if name else tmp_path / "no.txt")
    assert isinstance(error, SourceError)
    assert cause in str(error)


@pytest.mark.parametrize(
    "text", ["report.txt", "my news/day one.TXT", "/etc/passwd", "C:\\news\\a", "news.jsonl\n", "a b.html"]
)
def test_a_str_that_looks_like_a_path_is_refused(text: str) -> None:
    """It is neither opened nor read as a text of one word: the caller is told to write Path(...)."""
    error = refuse(text)
    assert isinstance(error, UsageError)
    assert "looks like a path; write Path(" in str(error)


def test_a_str_is_never_opened(tmp_path: Path) -> None:
    """A text from outside that names a file of this machine gets nothing of what the file holds."""
    path = write(tmp_path, "secret", TEXT)
    assert "looks like a path" in str(refuse(str(path)))


@pytest.mark.parametrize("text", [TEXT, f"{TEXT}\nФайл: report.txt", "The envoys met on 3/4 May in Geneva."])
def test_prose_is_no_path(text: str) -> None:
    """A slash in a sentence, or a file's name in a text of several lines, make no path."""
    assert elshi.read(text).report.text == text


@pytest.mark.parametrize("text", ["", " \n"])
def test_an_empty_text_is_refused(text: str) -> None:
    """There is nothing to read in it."""
    assert str(refuse(text)) == "text: there is no text in it; give a report with text"


def test_half_a_character_is_refused() -> None:
    """No file could hold such a text."""
    assert "text: it holds half a character ('\\ud800')" in str(refuse(TEXT + "\ud800"))


def test_a_day_of_publication_must_be_one() -> None:
    """What the caller says of the day is checked before anything is read from it."""
    assert "the publication date is '31.03.2026'; give it as 2025-12-12" in str(refuse(TEXT, "31.03.2026"))
