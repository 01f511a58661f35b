"""`elshi brief`: what the register holds of a country or a person, written out with its sources."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, Literal, get_args

import click

from elshi.cli import parts
from elshi.cli.options import Place, check_code, read_first_day, take_view
from elshi.errors import ElshiError, UsageError
from elshi.model.report import LANGUAGES

Format = Literal["md", "html", "docx", "pdf"]
FORMATS: tuple[Format, ...] = get_args(Format)  # of elshi.briefs, whose libraries the help does without
_BINARY = ("docx", "pdf")


@click.command()
@click.option("--country", metavar="CC", help="Of whom: a country or a body, QA, UN.")
@click.option("--with", "other", metavar="CC", help="Only what it has to do with this other one.")
@click.option("--person", metavar="NAME", help="Only what this person takes part in, or said; in any script.")
@click.option("--since", metavar="DATE", callback=read_first_day, help="Leave out what was before this day.")
@click.option(
    "--topic",
    metavar="TOPIC",
    callback=check_code(parts.list_topics),
    help="Only contacts and positions on this topic: transport, energy.",
)
@click.option(
    "--lang",
    "language",
    type=click.Choice(LANGUAGES),
    default="en",
    show_default=True,
    help="In which language.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="docx and pdf need the extra `briefs`.  [default: what FILE ends in, else md]",
)
@click.option(
    "-o", "--output", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="Where to."
)
@click.option(
    "--template",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Lay it out by this template instead of Elshi's own.",
)
@take_view
def brief(
    register: Place,
    form: Format | None,
    output: Path | None,
    template: Path | None,
    **asked: Any,  # noqa: ANN401 -- each option has a type of its own
) -> None:
    """Write a brief of a country or a person, with its sources.

    Last contacts, who is who, what was said and promised, what is open, where sources differ, and dates to
    come, every sentence with a footnote that quotes its report. With --as-of, as of that day.
    """
    chosen = form or _read_suffix(output)
    if chosen in _BINARY and output is None and sys.stdout.isatty():
        message = f"a {chosen} file is nothing for a terminal; give -o FILE"
        raise UsageError(message)
    codes = {name: asked[name].upper() if asked[name] else None for name in ("country", "other")}
    with parts.open_view(register) as opened:
        written = parts.write_brief(opened, asked | codes, register.as_of, chosen, template)
    _put(written, output)


def _read_suffix(output: Path | None) -> Format:
    suffix = output.suffix.removeprefix(".").lower() if output else ""
    return next((form for form in FORMATS if form == suffix), FORMATS[0])


def _put(written: bytes, output: Path | None) -> None:
    if output is None:
        click.echo(written, nl=False)
        return
    try:
        output.write_bytes(written)
    except OSError as error:
        message = f"{output}: cannot be written ({error.strerror}); give a file that can be"
        raise ElshiError(message) from error
