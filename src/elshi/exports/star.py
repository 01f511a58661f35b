"""The register as a star: a table for each kind of entry, and tables of what several share.

The tables are data here, so that the files, their data dictionary and the reference page say the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from elshi.exports.base import Holdings
from elshi.exports.wording import Fields, find_days, identify_person, list_quotes
from elshi.model.entry import FIELDS, KINDS, MANY, Entry, EntryKind

Kind = Literal["text", "date", "whole", "share", "flag"]
Row = dict[str, Any]
_DATED = {"engagement": "date", "position": "date", "commitment": "due", "chairmanship": "period"}
_KINDS: dict[str, Kind] = {"confidence": "share", "former": "flag"}
_ABOUT = {
    "confidence": "the chance that a careful reader finds the same",
    "date": "when, EDTF",
    "due": "by when, EDTF",
    "period": "when, EDTF",
    "part_of": "id of the engagement in whose course it took place: engagements.id",
    "represents": "code of the country or body served",
    "posted_to": "code of the country or body an envoy is sent to",
    "former": "whether the report speaks of it as past",
    "surface": "the words as written",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what kind of value it holds, and what that means."""

    name: str
    kind: Kind
    about: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, what one row of it is, its columns, and where its rows come from."""

    name: str
    about: str
    columns: tuple[Column, ...]
    rows: Callable[[Holdings], Iterator[Row]]


def _read_entries(holdings: Holdings, *kinds: EntryKind) -> Iterator[Entry]:
    for kind in kinds:
        yield from (dossier.entry for dossier in holdings.read_dossiers(kind))


def _list_columns(kind: EntryKind) -> Iterator[Column]:
    yield Column("id", "text", "id of the entry")
    for name in FIELDS[kind]:
        if name == "place":
            yield Column("place_city", "text", "city in its usual English spelling")
            yield Column("place_country", "text", "ISO 3166-1 alpha-2 code of the country")
        elif name == "event":
            yield Column("event", "text", "name of the series or named event")
            yield Column("event_ordinal", "whole", "its number, where the text gives one")
        elif name not in MANY:
            yield Column(name, _KINDS.get(name, "text"), _ABOUT.get(name, f"see `{name}` of the record"))
    if kind in _DATED:
        yield Column("first_day", "date", f"the first day that `{_DATED[kind]}` may mean, null where open")
        yield Column("last_day", "date", f"the last day that `{_DATED[kind]}` may mean, null where open")
    yield Column("rule", "text", "the rule that made it")


def _list_rows(kind: EntryKind) -> Callable[[Holdings], Iterator[Row]]:
    def rows(holdings: Holdings) -> Iterator[Row]:
        for entry in _read_entries(holdings, kind):
            yield {"id": entry.id, **_flatten(kind, entry.fields), "rule": entry.fields["rule"]}

    return rows


def _flatten(kind: EntryKind, fields: Fields) -> Row:
    row = {name: fields[name] for name in FIELDS[kind] if name not in MANY | {"place", "event"}}
    if kind == "engagement":
        place, event = fields["place"] or {}, fields["event"] or {}
        row |= {"place_city": place.get("city"), "place_country": place.get("country")}
        row |= {"event": event.get("name"), "event_ordinal": event.get("ordinal")}
    if kind in _DATED:
        days = find_days(fields[_DATED[kind]])
        row |= {"first_day": days[0] if days else None, "last_day": days[1] if days else None}
    return row


def _list_participants(holdings: Holdings) -> Iterator[Row]:
    names = [column.name for column in PARTICIPANTS if column.name not in {"entry", "person"}]
    for entry in _read_entries(holdings, "engagement"):
        for person in entry.fields["participants"]:
            own = {"entry": entry.id, "person": identify_person(person)}
            yield own | {name: person[name] for name in names}


def _list_parties(holdings: Holdings) -> Iterator[Row]:
    for entry in _read_entries(holdings, "engagement", "commitment"):
        codes = entry.fields["parties" if entry.kind == "engagement" else "by"]
        yield from ({"entry": entry.id, "party": code} for code in codes)


def _list_topics(holdings: Holdings) -> Iterator[Row]:
    for entry in _read_entries(holdings, "engagement", "position"):
        yield from ({"entry": entry.id, "topic": topic} for topic in entry.fields["topics"])


def _list_quotes(holdings: Holdings) -> Iterator[Row]:
    for entry in _read_entries(holdings, *KINDS):
        for quote in list_quotes(entry):
            own = {name: quote[name] for name in ("report", "start", "end", "quote")}
            yield {"entry": entry.id, "kind": entry.kind, **own}


def _list_sources(holdings: Holdings) -> Iterator[Row]:
    for entry in _read_entries(holdings, *KINDS):
        yield from ({"entry": entry.id, "kind": entry.kind, "report": report} for report in entry.reports)


def _list_reports(holdings: Holdings) -> Iterator[Row]:
    names = [column.name for column in REPORTS if column.name != "recorded_at"]
    for filing in holdings.read_filings():
        yield {name: getattr(filing.report, name) for name in names} | {"recorded_at": filing.recorded_at}


ENTRY = Column("entry", "text", "id of the entry")
KIND = Column("kind", "text", "kind of the entry")
PARTICIPANTS = (
    Column("entry", "text", "id of the engagement"),
    Column("person", "text", "id of the person, the same in all entries"),
    Column("name", "text", "Latin spelling"),
    Column("native_name", "text", "nominative in the report's language"),
    Column("surface", "text", "the name as first written"),
    Column("office", "text", "code of the office, null where the report states none"),
    Column("office_text", "text", "the office as written"),
    Column("represents", "text", "code of the country or body served"),
    Column("side", "text", "a, b, host or other"),
)
REPORTS = (
    Column("id", "text", "id of the report"),
    Column("source", "text", "path or URL"),
    Column("title", "text", "headline"),
    Column("publisher", "text", "who published it"),
    Column("language", "text", "kk, ru or en"),
    Column("published", "text", "when, EDTF"),
    Column("published_basis", "text", "on what that rests"),
    Column("text", "text", "the stored text, which all offsets count"),
    Column("recorded_at", "text", "when the register took it in, UTC, ISO 8601"),
)
_QUOTED = (
    Column("start", "whole", "first code point of the quote"),
    Column("end", "whole", "first code point after it"),
    Column("quote", "text", "exactly the report's words"),
)
_IN_REPORT = Column("report", "text", "id of the report: reports.id")
TABLES = (
    *(Table(f"{kind}s", f"one {kind}", tuple(_list_columns(kind)), _list_rows(kind)) for kind in KINDS),
    Table("participants", "one person in one engagement", PARTICIPANTS, _list_participants),
    Table(
        "parties",
        "one party of one engagement, or bound by one commitment",
        (ENTRY, Column("party", "text", "code of a country or body")),
        _list_parties,
    ),
    Table(
        "topics",
        "one topic of one engagement or position",
        (ENTRY, Column("topic", "text", "code of the topic")),
        _list_topics,
    ),
    Table("sources", "one report behind one entry", (ENTRY, KIND, _IN_REPORT), _list_sources),
    Table("quotes", "one quote behind one entry", (ENTRY, KIND, _IN_REPORT, *_QUOTED), _list_quotes),
    Table("reports", "one report", REPORTS, _list_reports),
)


def list_dictionary() -> Iterator[Row]:
    """Yield the data dictionary: of every column of every table its kind and its meaning."""
    for table in TABLES:
        for column in table.columns:
            yield {
                "table": table.name,
                "row": table.about,
                "column": column.name,
                "kind": column.kind,
                "meaning": column.about,
            }
