"""The `elshi` command: its commands in order, each loaded when asked for, and how every failure ends."""

from __future__ import annotations

import contextlib
import os
import sys
from importlib import import_module
from typing import Any, NamedTuple, NoReturn

import click

from elshi.cli.words import escape_controls
from elshi.errors import ElshiError

INTERRUPTED = 128 + 2  # what a shell shows for a program ended by Ctrl-C
BROKEN_PIPE = 128 + 13  # and for one whose reader went away


class Place(NamedTuple):
    """Where a command is written, and what `elshi --help` says of it."""

    module: str
    attribute: str
    about: str


# In the order a newcomer needs them, which is the order of `elshi --help`.
COMMANDS = {
    "read": Place("read", "read", "Read reports and print what they say."),
    "mentions": Place("mentions", "mentions", "Print what reports name, with its place and label."),
    "add": Place("add", "add", "Read reports into the register."),
    "watch": Place("watch", "watch", "Read sources on the web into the register, as they publish."),
    "sources": Place("watch", "sources", "List watched sources and how they fare."),
    "publishers": Place("watch", "publishers", "List publishers whose news can be watched."),
    "find": Place("find", "find", "Find entries that meet every condition."),
    "search": Place("search", "search", "Search the register in words."),
    "show": Place("find", "show", "Show one entry, report, person or other named thing."),
    "why": Place("find", "why", "Show the words behind an entry."),
    "brief": Place("brief", "brief", "Write a brief of a country or a person, with its sources."),
    "try": Place("trying", "try_", "Show what every stage of reading makes of a text."),
    "people": Place("listings", "people", "List people and their offices."),
    "entities": Place("listings", "entities", "List the bodies, forums, offices and places that are named."),
    "same": Place("same", "same", "Tell whether two names are one person's."),
    "positions": Place("listings", "positions", "List stated positions."),
    "initiatives": Place("listings", "initiatives", "List initiatives."),
    "commitments": Place("listings", "commitments", "List what was promised, and what became of it."),
    "tenures": Place("listings", "tenures", "List who holds which office."),
    "chart": Place("chart", "chart", "Draw a picture of the register."),
    "judge": Place("judge", "judge", "Say what the machine cannot know."),
    "judgements": Place("judge", "judgements", "List what people judged, withdrawn judgements too."),
    "review": Place("review", "review", "Judge pairs of entries that may be one, side by side."),
    "candidates": Place("judge", "candidates", "List pairs of entries that may be one."),
    "reports": Place("listings", "reports", "List the reports of the register."),
    "export": Place("transfer", "export", "Write the whole register, in one of ten forms."),
    "import": Place("transfer", "import_", "Add what `elshi export` wrote."),
    "copy": Place("transfer", "copy", "Copy a whole register, its past answers too, into another."),
    "serve": Place("serve", "serve", "Show the register as pages in a browser."),
    "users": Place("users", "users", "Say who may use a register that is served to a team."),
    "tokens": Place("tokens", "tokens", "Manage the keys by which programs use a served register."),
    "problems": Place("add", "problems", "List what could not be read."),
    "embed": Place("search", "embed", "Make the vectors by which `elshi search` compares meanings."),
    "check": Place("workings", "check", "Check that the register is sound."),
    "mcp": Place("mcp", "mcp", "Answer an assistant's questions, over standard input and output."),
    "stages": Place("workings", "stages", "List the stages of reading."),
}


class Commands(click.Group):
    """The commands of COMMANDS. Every failure becomes one line on stderr and its exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands as written, not sorted."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load the command; None where there is none of that name."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module, attribute, _ = COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(f"elshi.cli.{module}"), attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without loading any."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, place.about) for name, place in COMMANDS.items()])

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the options before the command's name; a wrong one is one line."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            if isinstance(error, click.exceptions.NoArgsIsHelpError):
                raise
            _refuse(ctx, error)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 -- click's own signature
        """Run the command asked for; exit with the code of what went wrong."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except click.UsageError as error:
            _refuse(error.ctx or ctx, error)
        except ElshiError as error:
            click.echo(f"elshi: {escape_controls(str(error))}", err=True)
            ctx.exit(error.exit_code)
        except KeyboardInterrupt:
            click.echo("elshi: interrupted", err=True)
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            _leave_output()
            ctx.exit(BROKEN_PIPE)
        except OSError as error:
            click.echo(f"elshi: {escape_controls(str(error))}; see to the disk and the rights", err=True)
            _leave_output()
            ctx.exit(1)
        return result


def _refuse(ctx: click.Context, error: click.UsageError) -> NoReturn:
    """Say on one line what makes no sense in the request, and where its help is; exit with 2."""
    words = escape_controls(" ".join(error.format_message().split()).removesuffix("."))
    click.echo(f"elshi: {words}; `{ctx.command_path} --help` says what it takes", err=True)
    ctx.exit(error.exit_code)


def _leave_output() -> None:
    # What is still buffered must go somewhere, or Python complains about it when it exits.
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="elshi")
def main() -> None:
    """Read diplomatic news in Kazakh, Russian and English and keep the register of it.

    \b
    elshi read report.txt              what one report says
    elshi add news/                    read a folder into the register elshi.db
    elshi find transport --country JO  ask the register
    elshi why ID                       the words behind an answer

    Exit codes: 0 all well, 1 the system refused something (a full disk), 2 a request that makes
    no sense, 3 some reports could not be read, 4 a faulty lexicon, 5 the register cannot be used,
    6 the register contradicts itself, 7 the encoder's files are missing or damaged, 130 Ctrl-C.
    """  # noqa: D301 -- click needs the control character itself
