"""`elshi review` at a real terminal: a pair judged, the score hidden until then, and all of it undone."""

from __future__ import annotations

import dataclasses
import io
import os
import pty
import re
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from rich.console import Console
from samples import RUSSIAN, make_reading, make_report, read_russian

from elshi.cli.main import main
from elshi.cli.review_keys import read_action
from elshi.cli.review_screen import show_pair
from elshi.model.judgement import Candidate
from elshi.model.span import Evidence, Span
from elshi.register import Register

_PATIENCE = 60  # seconds; the machine may be busy


class Terminal:
    """A program at a terminal of its own: keys go in, and what is on the screen comes out."""

    def __init__(self, *words: str) -> None:
        """Start `elshi` with these words."""
        self._ours, theirs = pty.openpty()
        environment = os.environ | {"COLUMNS": "120", "LINES": "60", "TERM": "xterm"}
        command = [sys.executable, "-m", "elshi", *words]
        self._program: subprocess.Popen[bytes] = subprocess.Popen(  # noqa: S603 - our own program
            command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment
        )
        os.close(theirs)

    def press(self, key: str) -> None:
        """Press a key."""
        os.write(self._ours, key.encode())

    def read_until(self, words: str) -> str:
        """Return what appears up to `words`; fail where they do not come."""
        seen, until = b"", time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            if select.select([self._ours], [], [], 0.1)[0]:
                try:
                    seen += os.read(self._ours, 65536)
                except OSError:  # the program ended
                    break
            plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", seen.decode(errors="ignore"))
            if words in plain:
                return plain
        pytest.fail(f"{words!r} did not appear in {seen.decode(errors='replace')!r}")

    def end(self) -> int:
        """Wait for the program to end and return its exit code."""
        return self._program.wait(timeout=_PATIENCE)

    def close(self) -> None:
        """Leave nothing behind."""
        self._program.kill()
        self._program.wait()
        os.close(self._ours)


@pytest.fixture
def doubtful(tmp_path: Path) -> Path:
    """Return a register with two meetings of the same sides in the same days, one with nobody named."""
    path = tmp_path / "doubtful.db"
    (meeting,) = read_russian().engagements
    vague = dataclasses.replace(meeting, id="eng-vague", participants=(), place=None, topics=())
    vague = dataclasses.replace(vague, when=dataclasses.replace(meeting.when, edtf="2026-05-05~"))
    with Register.open(path) as register:
        register.add(read_russian())
        other = make_report(RUSSIAN, "ru", "2026-05-05", "other.txt")
        register.add(make_reading(other, engagements=(vague,)))
        assert len(register.candidates()) == 1
    return path


@pytest.fixture
def terminal(doubtful: Path) -> Iterator[Terminal]:
    """Return a review of that register."""
    started = Terminal("review", "--by", "Айгүл", "--register", str(doubtful))
    yield started
    started.close()


def test_a_pair_is_judged_and_the_score_comes_after(terminal: Terminal, doubtful: Path) -> None:
    """Both texts are seen, then what the judgement does, and once it is written what the machine thought."""
    shown = terminal.read_until("q quit")
    assert "other.txt" in shown
    assert "The machine gave it" not in shown
    terminal.press("s")
    effects = terminal.read_until("takes it back")
    assert "The machine gave it" not in effects
    terminal.press("s")
    assert "The machine gave it" in terminal.read_until("Press a key")
    terminal.press(" ")
    terminal.read_until("1 pair judged")
    assert terminal.end() == 0
    with Register.open(doubtful) as register:
        (judgement,) = register.judgements()
        assert (judgement.verdict, judgement.by, judgement.withdrawn_at) == ("same", "Айгүл", None)
        assert register.candidates() == ()


def test_a_judgement_is_taken_back_with_a_key(terminal: Terminal, doubtful: Path) -> None:
    """After z the pair waits again; the judgement stays on record as withdrawn."""
    terminal.read_until("q quit")
    for key, words in (
        ("в", "takes it back"),
        ("\r", "Press a key"),
        ("я", "q quit"),
        ("й", "0 pairs judged"),
    ):
        terminal.press(key)
        terminal.read_until(words)
    assert terminal.end() == 0
    with Register.open(doubtful) as register:
        assert [(j.verdict, j.withdrawn_by) for j in register.judgements()] == [("different", "Айгүл")]
        assert len(register.candidates()) == 1


def test_what_is_not_confirmed_is_not_written(terminal: Terminal, doubtful: Path) -> None:
    """Another key after the effects brings the pair back as it was."""
    terminal.read_until("q quit")
    for key, words in (("s", "takes it back"), ("d", "q quit"), ("q", "0 pairs judged")):
        terminal.press(key)
        terminal.read_until(words)
    with Register.open(doubtful) as register:
        assert register.judgements() == ()


@pytest.mark.parametrize("width", [80, 120])
def test_a_pair_fits_the_screen_and_says_what_it_leaves_out(width: int) -> None:
    """Of a report quoted at length some sentences are shown, and how many more there are; m shows all."""
    told = "Стороны обсудили перевозки зерна и открытие рейсов в порты Каспия. "
    text = RUSSIAN + " " + told * 30
    (meeting,) = read_russian().engagements
    spans = (Span(at, at + len(told) - 1) for at in range(len(RUSSIAN) + 1, len(text), len(told)))
    words = tuple(Evidence.take(text, span) for span in spans)
    with Register.in_memory() as register:
        for name in ("long.txt", "other.txt"):
            report = make_report(text, "ru", "2026-05-04", name)
            alone = dataclasses.replace(meeting, id=f"eng-{name}", evidence=(*meeting.evidence, *words))
            register.add(make_reading(report, engagements=(alone,)))
        one, *_ = (entry.id for entry in register.find())
        pair = Candidate(one, one, 5.0, (), (("", ""), ("", "")))
        shown = draw_pair(register, pair, width, whole=False)
        assert len(shown) <= 40
        assert any("more sentences (m)" in line for line in shown)
        assert all(len(line) <= width for line in shown)
        assert "q quit" in shown[-1]
        whole = "".join(draw_pair(register, pair, width, whole=True))
        assert "more sentences" not in whole


def draw_pair(register: Register, pair: Candidate, width: int, *, whole: bool) -> list[str]:
    """Return the lines of the screen, forty of which can be seen."""
    out = io.StringIO()
    show_pair(Console(file=out, width=width, height=40), register, pair, "1", whole=whole)
    return out.getvalue().rstrip().splitlines()


def test_a_script_is_told_what_to_use(doubtful: Path) -> None:
    """Without a terminal nothing is judged by accident."""
    result = CliRunner().invoke(main, ["review", "--by", "me", "--register", str(doubtful)])
    assert result.exit_code == 2
    assert "elshi candidates" in result.stderr


@pytest.mark.parametrize(
    ("keys", "action"),
    [("sSыЫ", "same"), ("dDвВ", "different"), ("uUгГ", "unsure"), ("zZяЯ", "undo"), ("qQйЙ", "quit")],
)
def test_keys_work_on_every_keyboard(keys: str, action: str) -> None:
    """The key that has s on it has ы on a Russian and on a Kazakh keyboard; it means the same."""
    assert {read_action(key) for key in keys} == {action}


def test_arrows_mean_nothing() -> None:
    """A key that a terminal gives as several characters is no Escape."""
    assert read_action("\x1b[A") is None
