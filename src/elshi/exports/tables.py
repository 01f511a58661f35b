"""CSV: one table for each kind of entry and one of the reports, for spreadsheets.

Columns: `id`, `sources` and `reports` (ids), then the fields of RECORD.md in its order, then `rule` and
`quotes` (the words, without their places). A list is joined by '; '. `place` is two columns,
`place_city` and `place_country`; `event` is `event` (its name) and `event_ordinal`; of `participants` the
cell has 'Name (office, country)' each. `reports.csv` has id, source, title, publisher, language,
published, published_basis and recorded_at.

A cell that a spreadsheet would take for a formula begins with an apostrophe.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from elshi.exports.base import Holdings
from elshi.exports.files import write_lines
from elshi.model.entry import FIELDS, KINDS, Entry, EntryKind, Filing

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_SPLIT: Mapping[str, tuple[tuple[str, str], ...]] = {
    "place": (("place_city", "city"), ("place_country", "country")),
    "event": (("event", "name"), ("event_ordinal", "ordinal")),
}
_REPORT = ("id", "source", "title", "publisher", "language", "published", "published_basis")


def write_folder(holdings: Holdings, folder: Path) -> tuple[Path, ...]:
    """Write a table for each kind, empty ones too, and one of the reports; return the files."""
    tables = [(f"{kind}s.csv", table_lines(kind, _read_entries(holdings, kind))) for kind in KINDS]
    tables.append(("reports.csv", report_lines(holdings.read_filings())))
    return tuple(write_lines(folder / name, lines, end="") for name, lines in tables)


def table_lines(kind: EntryKind, entries: Iterable[Entry]) -> Iterator[str]:
    """Yield the CSV lines of `entries`, all of one kind, with the line of column names first.

    Lines come with their ends (CR LF, as RFC 4180 says).
    """
    yield write_row(list_columns(kind))
    for entry in entries:
        yield write_row(_list_cells(entry))


def report_lines(filings: Iterable[Filing]) -> Iterator[str]:
    """Yield the CSV lines of the reports, without their texts, with the line of column names first."""
    yield write_row((*_REPORT, "recorded_at"))
    for filing in filings:
        yield write_row([*(getattr(filing.report, column) for column in _REPORT), filing.recorded_at])


def list_columns(kind: EntryKind) -> tuple[str, ...]:
    """Return the column names of the table of `kind`."""
    fields = [name for field in FIELDS[kind] for name, _ in _SPLIT.get(field, ((field, ""),))]
    return ("id", "sources", "reports", *fields, "rule", "quotes")


def write_row(cells: Sequence[object]) -> str:
    """Return one CSV line of `cells` with its end; no cell of it is a formula."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow([_write_cell(cell) for cell in cells])
    return line.getvalue()


def _read_entries(holdings: Holdings, kind: EntryKind) -> Iterator[Entry]:
    return (dossier.entry for dossier in holdings.read_dossiers(kind))


def _list_cells(entry: Entry) -> list[object]:
    cells: list[object] = [entry.id, entry.sources, entry.reports]
    for field in FIELDS[entry.kind]:
        cells += _split_value(field, entry.fields[field])
    return [*cells, entry.fields["rule"], [e["quote"] for e in entry.fields["evidence"]]]


def _split_value(field: str, value: Any) -> list[object]:  # noqa: ANN401 - a field holds any JSON
    if field in _SPLIT:
        return [value[key] if value else None for _, key in _SPLIT[field]]
    return [[_name_participant(p) for p in value] if field == "participants" else value]


def _name_participant(participant: Mapping[str, Any]) -> str:
    known = [part for part in (participant["office"], participant["represents"]) if part]
    return f"{participant['name']} ({', '.join(known)})" if known else str(participant["name"])


def _write_cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list() | tuple():
            return _guard("; ".join(str(member) for member in value))
        case _:
            return _guard(str(value))


def _guard(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
