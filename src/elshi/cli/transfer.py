"""`elshi export` and `elshi import`: the register as files, and back."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, BinaryIO

import click

from elshi.cli import parts
from elshi.cli.columns import ENTRIES
from elshi.cli.files import make_folder
from elshi.cli.options import RegisterType, take_least, take_register
from elshi.cli.output import write_csv
from elshi.cli.words import count
from elshi.errors import SourceError, UsageError
from elshi.model.entry import describe_entry
from elshi.model.query import Query
from elshi.settings import Location

if TYPE_CHECKING:
    from elshi.register import Register

# As in elshi.exports, which `elshi --help` does not load; a test holds the two together.
FORMS = ("jsonl", "csv", "parquet", "ical", "geojson", "graphml", "gexf", "jsonld", "ftm", "plover")


@click.command()
@take_register
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    default="jsonl",
    show_default=True,
    help="jsonl: everything, as `elshi import` takes it. What the others hold: docs/reference/exports.md.",
)
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write files into DIR instead of printing.",
)
@take_least
def export(register: Location, form: str, out: Path | None, min_confidence: float) -> None:
    """Write the whole register, in one of ten forms.

    Without --out a form that is one file is printed.
    """
    with parts.open_register(register, readonly=True) as opened:
        if out:
            make_folder(out)
            for path in opened.export(form, out, min_confidence):
                click.echo(path)
        elif form != "csv":
            _print_file(opened, form, min_confidence)
        else:
            found = opened.find(Query(min_confidence=min_confidence))
            for line in write_csv(ENTRIES, (describe_entry(entry) for entry in found)):
                click.echo(line, nl=False)


def _print_file(opened: Register, form: str, least: float) -> None:
    """Print the one file that `form` is; refuse a form of several."""
    with TemporaryDirectory() as folder:
        written = opened.export(form, Path(folder), least)
        if len(written) > 1:
            message = f"{form} is {len(written)} files; give a folder with --out"
            raise UsageError(message)
        with written[0].open("rb") as lines:
            for line in lines:
                click.echo(line, nl=False)


@click.command("import")
@click.argument("file", type=click.File("rb"))
@take_register
def import_(file: BinaryIO, register: Location) -> None:
    """Add what `elshi export` wrote.

    FILE may be - for standard input. All of it is added, or nothing. Reports that REGISTER holds stay as
    they are; new ones are compared with them, and judgements hold as they did there.
    """
    with parts.open_register(register) as opened:
        number = opened.import_lines(_decode_lines(file))
    click.echo(f"{count(number, 'report')} new in {register}", file=sys.stdout)


@click.command()
@click.option(
    "--from",
    "source",
    metavar="REGISTER",
    type=RegisterType(dir_okay=False),
    required=True,
    help="What is copied.",
)
@click.option(
    "--to",
    "target",
    metavar="REGISTER",
    type=RegisterType(dir_okay=False),
    required=True,
    help="A new or empty one.",
)
def copy(source: Location, target: Location) -> None:
    """Copy a whole register, its past answers too, into another.

    A REGISTER is a file, or the address of a PostgreSQL database (postgresql://user@host/name). Others may
    use the first one meanwhile, so this is also how to back one up.
    """
    click.echo(f"{count(parts.copy_register(source, target), 'report')} copied")


def _decode_lines(file: BinaryIO) -> Iterator[str]:
    for number, line in enumerate(file, start=1):
        try:
            yield line.decode().rstrip("\r\n")
        except UnicodeDecodeError as error:
            cause = f"byte {error.start + 1} of the line is not UTF-8"
            raise SourceError(file.name, cause, "give what `elshi export` wrote", number) from None
