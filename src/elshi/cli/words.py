"""How values are put into words: counts, names of files, and text from outside made safe to print."""

from __future__ import annotations

import re
import unicodedata

NOTHING = "—"
_TURNS = frozenset(
    "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)  # direction of writing
_SPACES = re.compile(r"\s+")


def escape_controls(text: str) -> str:
    """Return `text` on one line, with each control character written out as in Python.

    Reports come from anywhere: an escape sequence in a title must not reach the terminal, and a
    line break in a file's name must not break the one line that speaks of it.
    """
    return "".join(c if _prints(c) else c.encode("unicode_escape").decode() for c in text)


def escape_lines(text: str) -> str:
    """Return `text` as it is, line breaks included, with each other control character written out."""
    return "\n".join(escape_controls(line) for line in text.splitlines())


def put_on_one_line(text: str) -> str:
    """Return `text` with every run of blanks and line breaks as one blank, and no control character."""
    return escape_controls(_SPACES.sub(" ", text).strip())


def count(number: int, noun: str, plural: str | None = None) -> str:
    """Return '1 report', '2 reports'."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def _prints(character: str) -> bool:
    # Cc: controls; Cs: half a pair, which no terminal can be sent.
    return character not in _TURNS and unicodedata.category(character) not in {"Cc", "Cs"}
