"""`elshi brief`: the options, and where the file goes."""

from __future__ import annotations

from pathlib import Path

from conftest import Run

REPORT = (
    "Астана. 12 марта 2026 года. Министр иностранных дел Казахстана Данияр Омаров встретился с министром "
    "иностранных дел Катара Халидом Рашидом. Стороны обсудили грузовые перевозки.\n"
)


def test_a_brief_is_printed_or_written(run: Run, tmp_path: Path) -> None:
    """Markdown by default; with -o the form is what the file's name ends in."""
    (tmp_path / "report.txt").write_text(REPORT, "utf-8")
    run("add", tmp_path / "report.txt")
    printed = run("brief", "--country", "qa", "--with", "kz", "--lang", "ru")
    assert printed.exit_code == 0
    assert printed.output.startswith("# Справка: Катар и Казахстан\n")
    assert "встреча министра иностранных дел Казахстана Данияра Омарова" in printed.output
    written = run("brief", "--country", "QA", "--lang", "kk", "-o", tmp_path / "brief.html")
    assert (written.exit_code, written.output) == (0, "")
    assert '<html lang="kk">' in (tmp_path / "brief.html").read_text("utf-8")


def test_a_brief_as_of_a_day_knows_no_more_than_that_day(run: Run, tmp_path: Path) -> None:
    """Before the report was added the register held nothing."""
    (tmp_path / "report.txt").write_text(REPORT, "utf-8")
    run("add", tmp_path / "report.txt")
    result = run("brief", "--country", "QA", "--as-of", "2020-01-01")
    assert "The register holds no contact within this scope." in result.output
    assert "As of: 1 January 2020" in result.output


def test_a_brief_of_nobody_or_to_nowhere_is_refused(run: Run, tmp_path: Path) -> None:
    """One line says what to give."""
    (tmp_path / "report.txt").write_text(REPORT, "utf-8")
    run("add", tmp_path / "report.txt")
    assert "give --country QA, or --person NAME" in run("brief").stderr
    nowhere = run("brief", "--country", "QA", "-o", tmp_path / "none" / "brief.md")
    assert nowhere.exit_code == 1
    assert "cannot be written" in nowhere.stderr
