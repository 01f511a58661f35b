"""`elshi same`: whether two names may be one person's, and why."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import click

from elshi.cli import parts
from elshi.cli.output import Json, write_lines
from elshi.cli.words import escape_controls
from elshi.errors import SourceError, UsageError

_TWO = 2


@click.command()
@click.argument("names", nargs=-1, metavar="[NAME NAME]")
@click.option(
    "--pairs",
    metavar="FILE.tsv",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Compare the two first columns of every line, and print one JSON object a line.",
)
def same(names: tuple[str, ...], pairs: Path | None) -> None:
    """Tell whether two names are one person's.

    In any of the scripts, inflected, with initials or patronymics, in any order. A score from 0 to 1, a
    verdict (same, different, unsure) and the reasons. Office and country, which tell namesakes apart, are
    weighed only in the register.
    """
    if pairs is not None:
        if names:
            message = "give two names or --pairs FILE.tsv, not both"
            raise UsageError(message)
        for line in write_lines(_compare(first, second) for first, second in _read_pairs(pairs)):
            click.echo(line, nl=False)
        return
    if len(names) != _TWO:
        message = f"give two names, each in quotes ({len(names)} given), or --pairs FILE.tsv"
        raise UsageError(message)
    compared = _compare(*names)
    click.echo(f"{compared['score']:.2f}  {compared['verdict']}")
    for reason in compared["reasons"]:
        click.echo(f"  {escape_controls(reason)}")


def _compare(first: str, second: str) -> Json:
    for name in (first, second):
        if not any(map(str.isalpha, name)):
            message = f"{name!r} is no name: it has no letters; give a name such as 'Мұрат Нұртілеу'"
            raise UsageError(message)
    found = parts.compare_names(first, second)
    return {
        "a": first,
        "b": second,
        "score": found.score,
        "verdict": found.verdict,
        "reasons": list(found.reasons),
    }


def _read_pairs(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the two first columns of each line; a first line 'a<tab>b' is taken for the heading."""
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError(str(path), "is not UTF-8", "save it as UTF-8") from error
    rows = csv.reader(io.StringIO(text, newline=""), delimiter="\t", quoting=csv.QUOTE_NONE)
    for number, row in enumerate(rows, 1):
        if not row or (number == 1 and [cell.strip().lower() for cell in row[:_TWO]] == ["a", "b"]):
            continue
        if len(row) < _TWO or not all(any(map(str.isalpha, cell)) for cell in row[:_TWO]):
            advice = "write a name, a tab, and another name on each line"
            raise SourceError(str(path), "holds no two names", advice, number)
        yield row[0], row[1]
