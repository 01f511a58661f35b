"""Which key means what on the review screen, on Latin, Russian and Kazakh keyboards alike."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from typing import Literal

import click

Action = Literal["same", "different", "unsure", "skip", "undo", "more", "quit"]

# A key does what is printed on it in Latin; on a Russian or Kazakh layout the same key gives another letter.
_KEYS: dict[Action, str] = {
    "same": "sSыЫ",
    "different": "dDвВ",
    "unsure": "uUгГ",
    "skip": "kKлЛ ",
    "undo": "zZяЯ",
    "more": "mMьЬ",
    "quit": "qQйЙ\x03\x04\x1b",
}
ACTIONS: dict[str, Action] = {key: action for action, keys in _KEYS.items() for key in keys}


def read_action(pressed: str) -> Action | None:
    """Return what a key, as the terminal gives it, means; None for one without a meaning."""
    return ACTIONS.get(pressed[:1]) if len(pressed) == 1 else None


@contextlib.contextmanager
def open_keyboard() -> Iterator[Callable[[], str]]:
    """Give what returns the next key pressed. Keys pressed while the program works are kept, none is lost."""
    try:
        import termios  # noqa: PLC0415 - not every system has it
        import tty  # noqa: PLC0415
    except ImportError:
        yield click.getchar
        return
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    try:
        tty.setcbreak(terminal, termios.TCSANOW)
        yield _list_keys(terminal).__next__
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)


def _list_keys(terminal: int) -> Iterator[str]:
    """Yield key after key: a character, or all that the terminal sends for an arrow."""
    while pressed := os.read(terminal, 1024).decode(errors="ignore"):
        yield from [pressed] if pressed.startswith("\x1b") else pressed
    yield "q"
