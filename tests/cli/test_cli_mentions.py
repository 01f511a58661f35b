"""`elshi mentions`: what reports name, with places that count characters of the stored text."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import get_args

from click.testing import Result

from elshi.model.markup import MentionLabel

Run = Callable[..., Result]
Start = Callable[..., "subprocess.CompletedProcess[str]"]
KEYS = ["label", "start", "end", "surface", "confidence"]


def test_json_is_one_array_of_reports(run: Run, news: Path) -> None:
    """`--format json` prints one array, also for one file, with source, text and mentions of each report."""
    for paths, length in (([news / "report-001.txt"], 1), ([news], 3)):
        reports = json.loads(run("mentions", *paths, "--format", "json").stdout)
        assert len(reports) == length
        assert all(list(report) == ["source", "text", "mentions"] for report in reports)
        assert all(list(mention) == KEYS for report in reports for mention in report["mentions"])


def test_mentions_quote_the_text(run: Run, news: Path) -> None:
    """Start and end count code points of the text: they cut out exactly the words of the mention."""
    wide = news / "wide.txt"
    wide.write_text(
        "😀 Министр қабылдады. Посол Перу Алия Сейт прибыла в Астану 🎉 12 марта 2026 года.", "utf-8"
    )
    for report in json.loads(run("mentions", news, "--format", "json").stdout):
        for mention in report["mentions"]:
            assert report["text"][mention["start"] : mention["end"]] == mention["surface"]
            assert mention["label"] in get_args(MentionLabel)
            assert 0 <= mention["confidence"] <= 1


def test_people_countries_and_dates_are_named(run: Run, tmp_path: Path) -> None:
    """The envoy, her office and country, the city and the day are all there, in text order."""
    path = tmp_path / "one.txt"
    path.write_text("Посол Перу Алия Сейт посетила Астану 12 марта 2026 года и осмотрела порт.", "utf-8")
    (report,) = json.loads(run("mentions", path, "--format", "json").stdout)
    found = [(m["label"], m["surface"]) for m in report["mentions"]]
    assert {("country", "Перу"), ("person", "Алия Сейт"), ("place", "Астану")} <= set(found)
    assert ("date", "12 марта 2026 года") in found
    assert [m["start"] for m in report["mentions"]] == sorted(m["start"] for m in report["mentions"])


def test_table_is_for_people(run: Run, news: Path) -> None:
    """Without --format each report is a table: its source, and one row for each mention."""
    result = run("mentions", news / "report-001.txt")
    assert result.exit_code == 0
    assert "report-001.txt" in result.stdout
    assert "country" in result.stdout


def test_what_cannot_be_read_is_said_and_the_rest_printed(run: Run, news: Path) -> None:
    """A report that is none is one line on stderr and exit code 3; the others are there all the same."""
    (news / "empty.txt").write_text("", "utf-8")
    result = run("mentions", news, "--format", "json")
    assert result.exit_code == 3
    assert "empty.txt" in result.stderr
    assert len(json.loads(result.stdout)) == 3


def test_missing_model_is_one_line(start: Start, environment: dict[str, str], news: Path) -> None:
    """An encoder that is not there ends the run with exit code 7 and one line that names the file."""
    missing = news / "none"
    result = start("mentions", news / "report-001.txt", env=environment | {"ELSHI_ENCODER": str(missing)})
    assert result.returncode == 7
    assert str(missing) in result.stderr
    assert len(result.stderr.splitlines()) == 1
