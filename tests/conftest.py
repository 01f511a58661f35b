"""What several tests share: gold records, reports to read, and two ways of running `elshi`."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from click.testing import CliRunner, Result

from elshi.cli.main import main

pytest_plugins = ["desk_addresses", "served"]  # mypy knows no two files called conftest
# Whether something holds does not hang on how busy the machine is; benchmarks/ tell how long it takes.
hypothesis.settings.register_profile("elshi", deadline=None)
hypothesis.settings.load_profile("elshi")
ROOT = Path(__file__).resolve().parent.parent
RUSSIAN = (
    "Астана. {day} марта 2026 года. Министр иностранных дел Казахстана Ермек Айсаров "
    "встретился с министром иностранных дел Норвегии Ларсом Хаугеном. "
    "Стороны обсудили сотрудничество в сфере энергетики. Беседа номер {number} прошла в Астане.\n"
)
ENGLISH = (
    "ASTANA, {day} May 2026 – Foreign Minister of Kazakhstan Yermek Aisarov met with the "
    "Foreign Minister of Norway Lars Haugen in Astana. "
    "The sides discussed cooperation in transport. It was talk number {number} of the year.\n"
)
KAZAKH = (
    "Астана. 2026 жылғы {day} мамыр. Қазақстан Сыртқы істер министрі Ермек Айсаров "
    "Норвегия Сыртқы істер министрі Ларс Хаугенмен кездесті. "
    "Тараптар көлік саласындағы ынтымақтастықты талқылады. Бұл биылғы {number}-кездесу болды.\n"
)
Run = Callable[..., Result]
Start = Callable[..., "subprocess.CompletedProcess[str]"]


def write_report(number: int) -> str:
    """Return the text of report `number`: one of three languages in turn, no two alike."""
    return (RUSSIAN, ENGLISH, KAZAKH)[number % 3].format(day=number % 28 + 1, number=number)


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of gold records beside the checkout; skip where there is none."""
    folder = ROOT.parent / "shared"
    if not (folder / "gold").is_dir():
        pytest.skip("the gold records (../shared/gold) are not beside this checkout")
    return folder


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `elshi` in this process, with its register in a folder of the test."""
    monkeypatch.setenv("ELSHI_REGISTER", str(tmp_path / "register.db"))
    monkeypatch.setenv("COLUMNS", "120")

    def work(*words: object, **options: Any) -> Result:  # noqa: ANN401 -- what CliRunner takes
        return CliRunner().invoke(main, [str(word) for word in words], **options)

    return work


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Return the environment of a program started by a test."""
    return os.environ | {"ELSHI_REGISTER": str(tmp_path / "register.db"), "COLUMNS": "120"}


@pytest.fixture
def start(environment: dict[str, str]) -> Start:
    """Run `elshi` as a program of its own, and wait for it."""

    def work(*words: object, **options: Any) -> subprocess.CompletedProcess[str]:  # noqa: ANN401 -- what subprocess takes
        command = [sys.executable, "-m", "elshi", *map(str, words)]
        usual: dict[str, Any] = {"text": True, "capture_output": True, "env": environment, "timeout": 60}
        done: subprocess.CompletedProcess[str] = subprocess.run(command, check=False, **(usual | options))  # noqa: S603 -- our own program
        return done

    return work


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Return a folder of three reports, one in each language."""
    return write_reports(tmp_path / "news", 3)


def write_reports(folder: Path, number: int) -> Path:
    """Write `number` reports into `folder` and return it."""
    folder.mkdir()
    for index in range(number):
        (folder / f"report-{index:03}.txt").write_text(write_report(index), encoding="utf-8")
    return folder


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Return a folder of a hundred reports."""
    return write_reports(tmp_path / "many", 100)
