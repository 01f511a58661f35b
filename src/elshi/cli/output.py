"""The four formats of every listing: a table for people; JSON, JSON lines and CSV for programs."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Literal

import click

from elshi.cli import parts
from elshi.cli.words import count

Json = dict[str, Any]
Format = Literal["table", "json", "jsonl", "csv"]
_HALF = re.compile("[\ud800-\udfff]")
FORMATS: tuple[Format, ...] = ("table", "json", "jsonl", "csv")
ROWS_OF_A_TABLE = 50  # more do not fit a screen; programs get everything unless they ask for less


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table. `take` gives its words for a row; `whole` keeps them on one line."""

    header: str
    take: Callable[[Json], str]
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """How a kind of row is shown: its noun, the columns of its table, and the fields of its CSV."""

    noun: str
    columns: tuple[Column, ...]
    fields: tuple[str, ...]
    plural: str | None = None


def print_rows(
    listing: Listing,
    rows: Iterable[Json],
    form: Format,
    limit: int | None,
    total: Callable[[], int] | None = None,
) -> None:
    """Print `rows` in `form`, at most `limit` of them (0: all; None: what suits the form).

    `total` tells how many there are in all; without it the rest of `rows` is counted.
    """
    most = (ROWS_OF_A_TABLE if form == "table" else 0) if limit is None else limit
    rest = iter(rows)
    shown = islice(rest, most) if most else rest
    if form != "table":
        for chunk in WRITERS[form](listing, shown):
            click.echo(chunk, nl=False)
        return
    table = list(shown)
    _print_table(listing, table, total() if total else len(table) + sum(1 for _ in rest))


def _print_table(listing: Listing, rows: Sequence[Json], total: int) -> None:
    if not total:
        click.echo(f"no {listing.plural or listing.noun + 's'} found")
        return
    parts.print_table(listing.columns, rows)
    if len(rows) < total:
        click.echo(
            f"{len(rows)} of {total} {listing.plural or listing.noun + 's'} shown; --limit 0 shows all"
        )
    else:
        click.echo(count(total, listing.noun, listing.plural))


def write_json(value: object) -> str:
    """Return `value` as indented JSON with every script as it is, without a line break at the end."""
    return _escape_halves(json.dumps(value, ensure_ascii=False, indent=2))


def _escape_halves(text: str) -> str:
    """Write half characters, which stand for the bytes of a file name that is not UTF-8, as JSON escapes."""
    return _HALF.sub(lambda half: f"\\u{ord(half[0]):04x}", text)


def write_array(rows: Iterable[Json]) -> Iterator[str]:
    """Yield a JSON array piece by piece, so that no more than one row is in memory."""
    opening = "[\n"
    for row in rows:
        yield opening + write_json(row)
        opening = ",\n"
    yield "[]\n" if opening == "[\n" else "\n]\n"


def write_lines(rows: Iterable[Json]) -> Iterator[str]:
    """Yield one line of JSON for each row."""
    for row in rows:
        yield _escape_halves(json.dumps(row, ensure_ascii=False)) + "\n"


def write_csv(listing: Listing, rows: Iterable[Json]) -> Iterator[str]:
    """Yield a header and one record for each row; a list of words is joined with '; '."""
    yield _write_record(listing.fields)
    for row in rows:
        yield _write_record([_flatten(row.get(name)) for name in listing.fields])


def _write_record(cells: Sequence[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()


def _flatten(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return "; ".join(value)
    return json.dumps(value, ensure_ascii=False)


WRITERS: dict[str, Callable[[Listing, Iterable[Json]], Iterator[str]]] = {
    "json": lambda _, rows: write_array(rows),
    "jsonl": lambda _, rows: write_lines(rows),
    "csv": write_csv,
}
