"""How well Elshi reads, against gold records made by hand. tests/floors.toml says what is the least.

A figure below its floor fails. Raise a floor when a figure has risen; lower one only on purpose.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from elshi.cli.main import main

FLOORS: dict[str, Any] = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))
FIGURES = [(name, figure) for name, floors in FLOORS.items() for figure in floors["least"]]

# One language has too few records of a kind for its precision to mean much.
SETS = [name for name, floors in FLOORS.items() if "language" not in floors]
SCORED = (
    "engagements", "participants", "positions", "initiatives", "commitments", "tenures", "chairmanships",
)  # fmt: skip
BALANCE = 0.05  # a register full of false entries is worse than a short one

# One worker reads everything once, rather than each worker for itself.
pytestmark = [pytest.mark.shared, pytest.mark.xdist_group("quality")]


@pytest.fixture(scope="session")
def scores(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """Read each folder of texts as a person would, and score what was read, set by set."""
    readings: dict[str, Path] = {}
    for texts in {floors["texts"] for floors in FLOORS.values()}:
        readings[texts] = tmp_path_factory.mktemp("readings")
        command = ["read", str(shared / texts), "--out", str(readings[texts])]
        result = CliRunner().invoke(main, command, catch_exceptions=False)
        assert result.exit_code == 0, result.stderr
    return {
        name: score(shared, floors, readings[floors["texts"]], tmp_path_factory.mktemp("gold"))
        for name, floors in FLOORS.items()
    }


def score(shared: Path, floors: dict[str, Any], readings: Path, gold: Path) -> dict[str, Any]:
    """Return what the scorer says of the readings, for the gold records of the set copied into `gold`."""
    for record in (shared / floors["gold"]).glob("*.json"):
        if floors.get("language") in {None, json.loads(record.read_bytes())["language"]}:
            shutil.copy(record, gold)
    command = [
        sys.executable,
        shared / "score.py",
        gold,
        readings,
        "--texts",
        shared / floors["texts"],
        "--json",
    ]
    printed = subprocess.run(command, check=True, capture_output=True).stdout  # noqa: S603 -- our own scorer
    found: dict[str, Any] = json.loads(printed)
    return found


def digest_folder(folder: Path) -> str:
    """Return the SHA-256 of the JSON files of `folder`, their names and contents in the order of names."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.json")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


@pytest.mark.parametrize(("name", "figure"), FIGURES, ids=[f"{name}-{figure}" for name, figure in FIGURES])
def test_figure_is_at_its_floor(scores: dict[str, dict[str, Any]], name: str, figure: str) -> None:
    """No figure is below its floor in floors.toml ('tenures.f1', 'fields.date.0')."""
    value: Any = scores[name]
    for step in figure.split("."):
        value = value[int(step)] if isinstance(value, list) else value[step]
    assert value >= FLOORS[name]["least"][figure]


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("kind", SCORED)
def test_precision_is_not_far_below_recall(scores: dict[str, dict[str, Any]], name: str, kind: str) -> None:
    """Of no kind is more invented than left out: precision is at most 0.05 below recall."""
    assert scores[name][kind]["p"] >= scores[name][kind]["r"] - BALANCE


@pytest.mark.parametrize("name", FLOORS)
def test_every_quote_is_exact(scores: dict[str, dict[str, Any]], name: str) -> None:
    """Every record quotes its report exactly, and none is without a quote."""
    assert scores[name]["evidence_errors"] == 0


@pytest.mark.parametrize("name", FLOORS)
def test_every_report_is_read(scores: dict[str, dict[str, Any]], name: str) -> None:
    """No report of the gold records is left out."""
    assert scores[name]["not_read"] == []


@pytest.mark.parametrize("name", FLOORS)
def test_floors_were_measured_on_these_records(shared: Path, name: str) -> None:
    """The gold records are those on which the floors were measured; where they changed, measure again."""
    found = digest_folder(shared / FLOORS[name]["gold"])
    assert found == FLOORS[name]["sha256"], f"the records changed: measure again, then write sha256 = {found}"
