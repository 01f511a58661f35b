"""`elshi search` and `elshi embed` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from elshi.cli.main import main

REPORT = (
    "Астана. 31 марта 2026 года. Посол Казахстана в Узбекистане Марат Альжанов вчера встретился "
    "с министром экономики Узбекистана Бахтиёром Юлдашевым."
)


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a register of one report."""
    folder = tmp_path_factory.mktemp("search")
    (folder / "report.txt").write_text(REPORT, "utf-8")
    made = folder / "elshi.db"
    result = CliRunner().invoke(main, ["add", str(folder / "report.txt"), "--register", str(made)])
    assert result.exit_code == 0, result.output
    return made


def _run(register: Path, *args: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["search", *args, "--register", str(register), "--words-only"])
    return result.exit_code, result.stdout, result.stderr


def test_a_hit_says_how_each_word_was_met(register: Path) -> None:
    """The name in Latin letters is another spelling, the form of the noun another form."""
    code, out, _ = _run(register, "yuldashev", "министр", "type:meeting", "--json")
    (hit,) = json.loads(out)
    assert code == 0
    assert hit["type"] == "meeting"
    assert [match["form"] for match in hit["matches"]] == ["written", "inflected"]


def test_the_table_shows_the_same(register: Path) -> None:
    """People see the entry and, in the last column, the forms."""
    code, out, _ = _run(register, "министр", "type:meeting")
    assert code == 0
    assert "inflected" in out


def test_a_question_that_makes_no_sense_ends_with_one_line(register: Path) -> None:
    """Exit code 2 and what to write instead."""
    code, out, err = _run(register, "whom:Toqaev")
    assert (code, out) == (2, "")
    assert "who:" in err
    assert len(err.splitlines()) == 1
