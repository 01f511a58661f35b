"""What is printed for people. Imported only when needed: rich takes longer to load than --help may."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from elshi.cli.columns import MENTION, READING
from elshi.cli.output import Column, Json
from elshi.cli.rows import DESCRIBE, list_records
from elshi.cli.words import NOTHING, escape_controls, escape_lines

Line = Sequence[str | Text]
NARROWEST = 72  # characters; in less the columns of a table vanish, so a narrower terminal breaks the lines


class Screen(Console):
    """Standard output: no colour on a pipe or with NO_COLOR; a closed pipe is the command's to answer."""

    def __init__(self) -> None:
        """Take standard output as it is now; nothing in a text is markup."""
        super().__init__(file=sys.stdout, highlight=False, markup=False, emoji=False)
        self.width = max(self.width, NARROWEST)

    def on_broken_pipe(self) -> None:
        """Pass the error on (rich itself would end the program)."""
        raise BrokenPipeError


def print_table(columns: Sequence[Column], rows: Iterable[Json]) -> None:
    """Print `rows` under `columns`, as wide as the terminal; long words are wrapped and never cut.

    A column that has nothing in any row is left out.
    """
    cells = [[escape_lines(column.take(row)) for column in columns] for row in rows]
    filled = [number for number, _ in enumerate(columns) if any(line[number] for line in cells)]
    headers = [(columns[number].header, columns[number].whole) for number in filled]
    print_lines(headers, ([line[number] for number in filled] for line in cells))


def print_lines(headers: Sequence[tuple[str, bool]], lines: Iterable[Line]) -> None:
    """Print a table of ready cells; each header says whether its column is to stay on one line."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for header, whole in headers:
        table.add_column(header, no_wrap=whole, overflow="fold")
    for line in lines:
        table.add_row(*(cell if isinstance(cell, Text) else Text(cell or NOTHING) for cell in line))
    Screen().print(table)


def print_fields(fields: Iterable[tuple[str, str]]) -> None:
    """Print names and values side by side."""
    print_lines((("field", True), ("value", False)), ((name, escape_lines(value)) for name, value in fields))


def print_record(record: Json) -> None:
    """Print a reading (the JSON of RECORD.md): its report, then one row for each thing it says."""
    _print_heading(record["report"])
    rows = list(list_records(record))
    if rows:
        print_table(READING.columns, rows)
    else:
        Screen().print("nothing diplomatic found")
    Screen().print()


def print_mentions(found: Json) -> None:
    """Print what a report names: its source, then one row for each mention, in text order."""
    Screen().print(Text(escape_controls(found["source"]), style="bold"), soft_wrap=True)
    if found["mentions"]:
        print_table(MENTION.columns, found["mentions"])
    else:
        Screen().print("nothing named")
    Screen().print()


def print_account(account: Json) -> None:
    """Print a report of the register: its text, then one row for each of its entries."""
    report = account["report"]
    _print_heading(report)
    screen = Screen()
    screen.print(Text(escape_lines(report["text"])), soft_wrap=True)
    screen.print()
    for copy in account.get("also_in", []):
        screen.print(
            Text(escape_controls(f"also in: {copy['publisher'] or ''} {copy['source']}")), soft_wrap=True
        )
    rows = [DESCRIBE[entry["kind"]](entry) | {"id": entry["id"]} for entry in account["entries"]]
    if rows:
        identity = Column("id", lambda row: row["id"], whole=True)
        print_table((*READING.columns, identity), rows)


def _print_heading(report: Json) -> None:
    published = (
        f"published {report['published']} ({report['published_basis']})" if report["published"] else "undated"
    )
    lines = [f"{report['source']} · {report['language']} · {published}", report["title"]]
    for line in filter(None, lines):
        Screen().print(Text(escape_controls(line), style="bold"), soft_wrap=True)
