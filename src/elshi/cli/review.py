"""`elshi review`: pairs that may be one, judged at a terminal with single keys."""

from __future__ import annotations

import sys

import click

from elshi.cli import parts
from elshi.cli.options import take_register
from elshi.cli.words import count
from elshi.errors import UsageError
from elshi.settings import Location


@click.command()
@click.option("--by", metavar="NAME", required=True, help="Who judges.")
@take_register
def review(by: str, register: Location) -> None:
    """Judge pairs of entries that may be one, side by side.

    The machine's score stays hidden until you have judged. Keys: s same, d different, u unsure, k or the
    space bar skip, m whole reports, z undo, q quit; on a Russian or Kazakh keyboard the same keys.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        message = "a review needs a terminal; in a script use `elshi candidates` and `elshi judge`"
        raise UsageError(message)
    with parts.open_register(register) as opened:
        judged = parts.review_pairs(opened, by)
    click.echo(f"{count(judged, 'pair')} judged")
