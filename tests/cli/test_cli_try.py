"""`elshi try` shows what every stage makes of a text, what it dropped, and why."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from elshi.cli.main import main
from elshi.reader import STAGES

TEXT = (
    "Министр иностранных дел Казахстана Ерлан Касенов 3 марта 2026 года встретился в Анкаре с министром "
    "транспорта Турции Мехметом Арыканом. Стороны выступили за рост перевозок. Суд принял встречный иск. "
    "Встреча с министром обороны не планируется."
)


def try_text(*words: str, stdin: str | None = None) -> Result:
    """Return what `elshi try` does with `words`."""
    return CliRunner().invoke(main, ["try", *words], input=stdin, catch_exceptions=False)


@pytest.fixture(scope="module")
def stages() -> dict[str, Any]:
    """Return by name what each stage makes of TEXT."""
    result = try_text(TEXT, "--format", "json")
    assert result.exit_code == 0, result.stderr
    return {stage["name"]: stage for stage in json.loads(result.stdout)["stages"]}


def test_stages_are_those_of_elshi_stages(stages: dict[str, Any]) -> None:
    """Every stage is there, under its name and in its order."""
    assert list(stages) == [stage.name for stage in STAGES]


def test_every_quote_is_exact(stages: dict[str, Any]) -> None:
    """The words of all that was matched, found or dropped stand in the text where the offsets say."""
    for stage in stages.values():
        for row in (*stage["matched"], *stage["found"], *stage["dropped"]):
            assert not row["words"] or TEXT[row["start"] : row["end"]] == row["words"]


def test_names_say_what_found_them(stages: dict[str, Any]) -> None:
    """A country, a city: each with its code and the rule."""
    named = {(row["words"], row["what"], row["rule"]) for row in stages["names"]["found"]}
    assert {("Казахстана", "country", "gazetteer"), ("Анкаре", "place", "gazetteer")} <= named


def test_dates_give_their_reasons(stages: dict[str, Any]) -> None:
    """'3 марта 2026 года' is 2026-03-03, for the words it is written in."""
    fields = {field["field"]: field["value"] for field in stages["dates"]["found"][0]["fields"]}
    assert fields == {"edtf": "2026-03-03", "reason": "'3 марта 2026 года'"}


def test_people_show_their_offices_and_whom_they_serve(stages: dict[str, Any]) -> None:
    """The minister of transport serves Türkiye because the words of his office name it."""
    fields = next(row["fields"] for row in stages["people"]["found"] if "Арыкан" in row["words"])
    assert {"field": "represents", "value": "TR", "rule": "country: Турции"} in fields


def test_frames_show_the_rule_of_each_field(stages: dict[str, Any]) -> None:
    """The meeting's place is named, its status told as done."""
    rules = {f["field"]: f["rule"] for f in stages["engagements"]["found"][0]["fields"]}
    assert rules["place"] == "named: Анкаре"
    assert rules["status"] == "told_as_done: встретился"


def test_denied_meeting_is_dropped_with_the_cause(stages: dict[str, Any]) -> None:
    """'Встреча … не планируется' is seen, and dropped because it is denied."""
    causes = {row["words"]: row["cause"] for row in stages["engagements"]["dropped"]}
    assert causes["Встреча"] == "it is denied or not planned"


def test_position_without_a_holder_is_dropped_with_the_cause() -> None:
    """A stance that nobody official holds gives no position, and the trace says so."""
    result = try_text("Эксперты рынка поддержали рост тарифов. " + TEXT, "--format", "json")
    stage = next(s for s in json.loads(result.stdout)["stages"] if s["name"] == "positions")
    assert any("nobody official" in row["cause"] for row in stage["dropped"])


def test_table_names_every_stage() -> None:
    """For people each stage is a heading with a number."""
    printed = try_text(TEXT).stdout
    assert [f"{n}. {stage.name}: " in printed for n, stage in enumerate(STAGES, start=1)] == [True] * len(
        STAGES
    )


def test_file_and_standard_input_give_the_same(tmp_path: Path) -> None:
    """The text itself, a file that holds it, and standard input are read alike."""
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    printed = {try_text(TEXT).stdout, try_text(str(path)).stdout, try_text("-", stdin=TEXT).stdout}
    assert len(printed) == 1


def test_language_given_outranks_the_words() -> None:
    """Words that could be of several languages are read as the one that is given."""
    for language in ("kk", "ru"):
        given = try_text("Астана", "--language", language, "--format", "json")
        assert json.loads(given.stdout)["record"]["report"]["language"] == language


def test_missing_file_is_one_line() -> None:
    """What looks like a path and is none is refused in one line."""
    result = try_text("no-such-report.txt")
    assert result.exit_code == 2
    assert len(result.stderr.strip().splitlines()) == 1
