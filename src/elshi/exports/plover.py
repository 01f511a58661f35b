"""PLOVER event records: who did what to whom, one JSON object a line.

Engagements, positions and commitments become events by lexicon/data/plover.yml, which gives the reason
for each line; what PLOVER has no event for is left out, and so is what was called off. An event has
`actor` and `recipient` as lists of objects with `name`, `country` (ISO 3166-1 alpha-3, a body's acronym) and
`sector`; talks that name no sides have all as actors. `date` is the first day, null where it is unknown or
longer than a month; `elshi_date` has it in full. Quotes are kept, offices only as sectors, and who is part
of what is lost.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from elshi.exports.base import Holdings
from elshi.exports.files import write_lines
from elshi.exports.wording import Fields, find_days, list_quotes, name_place
from elshi.lexicon.load import read_file
from elshi.model.entry import Entry, Json

FILE = "elshi-plover.jsonl"
_ALWAYS = "diplomatic"
_MONTH = 31  # days; a longer stretch is no date of an event
_PAIR = 2
_MULTILATERAL = "multilateral"


def write_folder(holdings: Holdings, folder: Path) -> tuple[Path, ...]:
    """Write the events of `holdings` into one file; return it."""
    return (write_lines(folder / FILE, plover_lines(holdings)),)


def plover_lines(holdings: Holdings) -> Iterator[str]:
    """Yield one event a line, kind after kind, in the order of `find`."""
    for kind in ("engagement", "position", "commitment"):
        for dossier in holdings.read_dossiers(kind):
            event = describe_event(dossier.entry)
            if event is not None:
                yield json.dumps(event, ensure_ascii=False)


def describe_event(entry: Entry) -> Json | None:
    """Return the PLOVER event of an entry, None where PLOVER has none for it."""
    code, fields = _find_code(entry), entry.fields
    if code["event"] is None or fields.get("status") == "cancelled":
        return None
    actors, recipients = _find_sides(entry)
    edtf = fields.get("date")
    days = find_days(edtf)
    short = days is not None and (days[1] - days[0]).days < _MONTH
    return {
        "event_id": entry.id,
        "date": days[0].isoformat() if days and short else None,
        "elshi_date": edtf,
        "event_type": code["event"],
        "event_mode": _list_modes(code, fields),
        "context": _list_contexts(fields),
        "actor": actors,
        "recipient": recipients,
        "location": name_place(fields.get("place")) or None,
        "text": [quote["quote"] for quote in list_quotes(entry)],
        "source": list(entry.sources),
        "confidence": fields["confidence"],
    }


def _find_code(entry: Entry) -> Fields:
    table = _read_table()
    match entry.kind:
        case "engagement":
            code: Fields = table["engagements"][entry.fields["type"]]
        case "position":
            code = table["positions"][entry.fields["stance"]]
        case _:
            code = table["commitments"]
    return code


@functools.cache
def _read_table() -> Mapping[str, Any]:
    table: Mapping[str, Any] = read_file("plover.yml")
    return table


def _list_modes(code: Fields, fields: Fields) -> list[str]:
    mode = code["mode"]
    many = fields.get("type") == "meeting" and len(fields.get("parties") or ()) > _PAIR
    return [mode] if mode else [_MULTILATERAL] if many else []


def _list_contexts(fields: Fields) -> list[str]:
    table = _read_table()
    rows = [table["statuses"].get(fields.get("status"))]
    rows += [table["topics"].get(topic) for topic in fields.get("topics") or ()]
    return list(dict.fromkeys([_ALWAYS, *(row["context"] for row in rows if row and row["context"])]))


def _find_sides(entry: Entry) -> tuple[list[Json], list[Json]]:
    """Return actors and recipients: the people by their sides, then the parties that nobody represents."""
    fields = entry.fields
    if entry.kind == "position":
        return [_name_actor(fields["holder"], fields["represents"], None)], []
    if entry.kind == "commitment":
        return [_name_actor(code, code, None) for code in fields["by"]], []
    people = fields["participants"]
    first = "a" if any(p["side"] == "a" for p in people) else "host"
    actors = [_name_person(p) for p in people if p["side"] == first]
    recipients = [_name_person(p) for p in people if p["side"] != first]
    named = {p["represents"] for p in people}
    rest = [_name_actor(code, code, None) for code in fields["parties"] if code not in named]
    return (actors, recipients + rest) if people else (rest, [])


def _name_person(person: Fields) -> Json:
    return _name_actor(person["name"], person["represents"], person["office"])


def _name_actor(name: str | None, code: str | None, office: str | None) -> Json:
    alpha3: Mapping[str, str] = read_file("alpha3.yml")
    sectors: Mapping[str, str] = _read_table()["sectors"]
    body = code is not None and code not in alpha3
    sector = "IGO" if body else sectors.get(office or "", sectors["others"])
    return {"name": name, "country": alpha3.get(code, code) if code else None, "sector": sector}


def list_reasons() -> Iterable[tuple[str, str, str | None, str]]:
    """Yield of each line of the table its code, the PLOVER type or context, the mode, and the reason."""
    for group, rows in _read_table().items():
        if group in {"engagements", "positions"}:
            yield from ((code, row["event"] or "", row["mode"], row["why"]) for code, row in rows.items())
        elif group in {"statuses", "topics"}:
            yield from ((code, row["context"] or "", None, row["why"]) for code, row in rows.items())
