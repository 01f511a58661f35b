"""`elshi same`: two names on the command line, or pairs from a file."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from elshi.cli.main import main


def _run(*args: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["same", *args])
    return result.exit_code, result.stdout, result.stderr


def test_two_names_give_score_verdict_and_reasons() -> None:
    """The first line says how sure and what follows, the rest why."""
    code, out, _ = _run("Бақытжан Әлімқұлов", "Бакытжаном Алимкуловым")
    assert code == 0
    assert out.splitlines()[0].endswith("same")
    assert "Алимкулов" in out


def test_pairs_of_a_file_give_one_json_line_each(tmp_path: Path) -> None:
    """A heading and further columns are passed over; the order of the file is kept."""
    file = tmp_path / "pairs.tsv"
    file.write_text("a\tb\twhy\nБерік Омар\tBerik Omar\tx\nБерік Омар\tСерік Омар\ty\n", "utf-8")
    code, out, _ = _run("--pairs", str(file))
    lines = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [line["verdict"] for line in lines] == ["same", "different"]
    assert list(lines[0]) == ["a", "b", "score", "verdict", "reasons"]


def test_a_line_without_two_names_is_named(tmp_path: Path) -> None:
    """The error gives file and line, and what belongs there."""
    file = tmp_path / "pairs.tsv"
    file.write_text("Берік Омар\tBerik Omar\nБерік Омар\n", "utf-8")
    code, _, err = _run("--pairs", str(file))
    assert code == 3
    assert "pairs.tsv:2" in err
    assert "a tab" in err


def test_one_name_or_none_is_refused() -> None:
    """One name has nothing to be compared with; the error says what to give."""
    for names in ([], ["Берік Омар"], ["Берік Омар", "2026"]):
        code, _, err = _run(*names)
        assert code == 2
        assert "give" in err
