"""The commands that the documents show, run for real, so that what they print stays true.

A block fenced as `console` holds commands behind '$ ', each followed by what it prints. The blocks of
one document run in order, in a fresh folder with a copy of the examples; standard output is a pipe.
"""

from __future__ import annotations

import contextlib
import os
import re
import shlex
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from click.testing import CliRunner
from example_readings import EXAMPLES, ROOT

from elshi.cli.main import main

BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ID = re.compile(r"\b(?:eng|pos|ini|com|ten|cha|r)-[0-9a-z]{12}\b")
ENVIRONMENT = {"COLUMNS": "110", "ELSHI_REGISTER": None, "ELSHI_LARGEST_BYTES": None, "ELSHI_ENCODER": None}


def list_documents() -> list[Path]:
    """Return the documents that show commands."""
    return [path for path in find_documents() if BLOCK.search(path.read_text("utf-8"))]


def find_documents() -> list[Path]:
    """Return all documents written by hand."""
    folders = [ROOT / "docs" / name for name in ("tutorials", "how-to", "explanation", "decisions")]
    pages = [page for folder in folders for page in sorted(folder.glob("*.md"))]
    return [*sorted(ROOT.glob("*.md")), ROOT / "docs" / "index.md", *pages]


def run_document(path: Path) -> str:
    """Return the text of the document at `path` with what its commands really print."""
    with _enter_workplace():
        return BLOCK.sub(lambda found: f"```console\n{run_block(found[1])}```", path.read_text("utf-8"))


def run_block(block: str) -> str:
    """Return the block with real output behind each of its commands.

    An id that the block has not printed before becomes the first one that it has: ids change when a
    reading does, and the document still means the entry shown above.
    """
    shown = ""
    for line in block.splitlines():
        if line.startswith("$ "):
            command = renew_id(line.removeprefix("$ "), shown)
            shown += f"$ {command}\n{run_command(command)}"
    return shown


def renew_id(command: str, shown: str) -> str:
    """Return `command` with its id, where `shown` lacks it, replaced by the first id of `shown`."""
    first, asked = ID.search(shown), ID.search(command)
    return command.replace(asked[0], first[0]) if first and asked and asked[0] not in shown else command


def run_command(command: str) -> str:
    """Return what `command` prints, without blanks at line ends; only elshi and cat are known."""
    program, *arguments = shlex.split(command)
    if program == "cat":
        printed = "".join(Path(name).read_text("utf-8") for name in arguments)
    elif program == "elshi":
        printed = CliRunner().invoke(main, arguments, env=ENVIRONMENT, catch_exceptions=False).output
    else:
        message = f"documents show elshi and cat, not {program!r}"
        raise ValueError(message)
    lines = "\n".join(line.rstrip() for line in printed.splitlines()).strip("\n")
    return f"{lines}\n" if lines else ""


@contextlib.contextmanager
def _enter_workplace() -> Iterator[None]:
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(EXAMPLES, Path(folder) / "examples")
        os.chdir(folder)
        try:
            yield
        finally:
            os.chdir(before)
