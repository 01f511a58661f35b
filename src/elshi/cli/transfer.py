"""`elshi export` and `elshi import`: the register as files, and back."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import click

from elshi.cli import parts
from elshi.cli.columns import ENTRIES
from elshi.cli.files import make_folder
from elshi.cli.options import take_register
from elshi.cli.output import write_csv
from elshi.cli.words import count
from elshi.errors import SourceError
from elshi.model.entry import describe_entry


@click.command()
@take_register
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "csv"]),
    default="jsonl",
    show_default=True,
    help="jsonl: everything, as `elshi import` takes it. csv: one line for each entry.",
)
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write files into DIR instead of printing.",
)
def export(register: Path, form: str, out: Path | None) -> None:
    """Write the whole register as JSON lines or CSV."""
    with parts.open_register(register, readonly=True) as opened:
        if out:
            make_folder(out)
            for path in opened.export(form, out):
                click.echo(path)
        elif form == "jsonl":
            for line in opened.export_lines():
                click.echo(line)
        else:
            for line in write_csv(ENTRIES, (describe_entry(entry) for entry in opened.find())):
                click.echo(line, nl=False)


@click.command("import")
@click.argument("file", type=click.File("rb"))
@take_register
def import_(file: BinaryIO, register: Path) -> None:
    """Add what `elshi export` wrote.

    FILE may be - for standard input. All of it is added, or nothing.
    """
    with parts.open_register(register) as opened:
        number = opened.import_lines(_decode_lines(file))
    click.echo(f"{count(number, 'report')} new in {register}", file=sys.stdout)


def _decode_lines(file: BinaryIO) -> Iterator[str]:
    for number, line in enumerate(file, start=1):
        try:
            yield line.decode().rstrip("\r\n")
        except UnicodeDecodeError as error:
            cause = f"byte {error.start + 1} of the line is not UTF-8"
            raise SourceError(file.name, cause, "give what `elshi export` wrote", number) from None
